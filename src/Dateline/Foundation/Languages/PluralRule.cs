using System.Globalization;

namespace Dateline.Foundation.Languages;

/// <summary>
/// A plural category's condition for whole numbers, in the words of CLDR (Unicode TR 35, "Language Plural Rules"):
/// <c>n % 100 = 3..10</c>, joined by <c>and</c> and <c>or</c>, with lists <c>2..4,7</c> and <c>!=</c>.
/// </summary>
public sealed class PluralRule
{
    private readonly List<List<Relation>> _anyOf;

    private PluralRule(List<List<Relation>> anyOf) => _anyOf = anyOf;

    public bool Matches(long n) => _anyOf.Exists(all => all.TrueForAll(relation => relation.Holds(Math.Abs(n))));

    /// <exception cref="FormatException">The data isn't in these words.</exception>
    public static PluralRule Parse(string text) => new(
        [.. text.Split(" or ").Select(all => all.Split(" and ").Select(Relation.Parse).ToList())]);

    private sealed record Relation(long? Modulus, bool Equal, List<(long From, long To)> Ranges)
    {
        public bool Holds(long n)
        {
            var value = Modulus is { } modulus ? n % modulus : n;
            return Ranges.Exists(range => value >= range.From && value <= range.To) == Equal;
        }

        public static Relation Parse(string text)
        {
            var sides = text.Split(["!=", "="], StringSplitOptions.TrimEntries);
            var left = sides[0].Split('%', StringSplitOptions.TrimEntries);
            if (sides.Length != 2 || left[0] is not ("n" or "i")) throw new FormatException($"Not a plural rule: {text}");
            return new(
                left.Length == 2 ? long.Parse(left[1], CultureInfo.InvariantCulture) : null,
                !text.Contains("!=", StringComparison.Ordinal),
                [.. sides[1].Split(',').Select(range =>
                {
                    var ends = range.Split("..");
                    return (long.Parse(ends[0], CultureInfo.InvariantCulture), long.Parse(ends[^1], CultureInfo.InvariantCulture));
                })]);
        }
    }
}
