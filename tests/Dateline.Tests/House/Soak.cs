using System.Globalization;

namespace Dateline.Tests.House;

/// <summary>How long the long tests run: a few rounds in the suite, for minutes in <c>./dev soak</c>, from a seed that is printed.</summary>
internal static class Soak
{
    private static readonly double? Minutes =
        double.TryParse(Environment.GetEnvironmentVariable("DATELINE_SOAK_MINUTES"), CultureInfo.InvariantCulture, out var minutes) ? minutes : null;

    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("DATELINE_SOAK_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    /// <summary>The numbers of the rounds to run.</summary>
    public static IEnumerable<int> Rounds(int inSuite)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var round = 1; Minutes is { } minutes ? TimeProvider.System.GetElapsedTime(start).TotalMinutes < minutes : round <= inSuite; round++)
            yield return round;
    }

    /// <summary>A line for bench/soak.md.</summary>
    public static void Say(string line)
    {
        if (Minutes is not null) Console.WriteLine($"soak: {line}");
    }
}
