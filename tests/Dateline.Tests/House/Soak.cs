using System.Globalization;
using System.Reflection;

namespace Dateline.Tests.House;

/// <summary>How long the long tests run: a few rounds in the suite, for minutes in <c>./dev soak</c>, from a seed that is printed.
/// They have the trait Soak, run one after the other there, and share the minutes evenly.</summary>
internal static class Soak
{
    private static readonly double? Minutes =
        double.TryParse(Environment.GetEnvironmentVariable("DATELINE_SOAK_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? minutes / Tests : null;

    /// <summary>How many of this program's tests have the trait.</summary>
    private static int Tests => typeof(Soak).Assembly.GetTypes().SelectMany(type => type.GetMethods())
        .Count(method => method.GetCustomAttributes<TraitAttribute>().Any(trait => trait.Name == "Soak"));

    /// <summary>Whether <c>./dev soak</c> asks.</summary>
    public static bool IsLong => Minutes is not null;

    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("DATELINE_SOAK_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    /// <summary>The numbers of the rounds to run.</summary>
    public static IEnumerable<int> Rounds(int inSuite)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var round = 1; Minutes is { } minutes ? TimeProvider.System.GetElapsedTime(start).TotalMinutes < minutes : round <= inSuite; round++)
            yield return round;
    }

    /// <summary>Runs a randomised test with another seed each round; the first are those of the suite.</summary>
    public static async Task Repeat(string what, int inSuite, Func<int, Task> test)
    {
        var rounds = 0;
        foreach (var round in Rounds(inSuite))
        {
            var seed = Seed + round - 1;
            try
            {
                await test(seed);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"{what}: failed with seed {seed}", failure);
            }
            rounds++;
        }
        Say($"{what}: {rounds} rounds");
    }

    /// <summary>A line for bench/soak.md.</summary>
    public static void Say(string line)
    {
        if (Minutes is not null) Console.WriteLine($"soak: {line}");
    }
}
