using System.Text;

namespace Dateline.Replies.Screening;

/// <summary>
/// Whether an eye that reads over a name takes it for another: letters that look alike within one script (I and l, rn and m), a letter that is doubled or isn't, and
/// in a long name one slip. Beyond that names of different people are alike too, and nobody waits for having one.
/// </summary>
internal static class NameLikeness
{
    /// <summary>In a shorter name a doubled letter tells two people apart: Ana isn't Anna.</summary>
    private const int ShortestWithDoubled = 8;

    /// <summary>In a shorter name one letter makes it somebody else's: Jan Andersen isn't Jon Andersen.</summary>
    public const int ShortestWithSlip = 12;

    /// <summary>The form in which what looks alike is the same.</summary>
    /// <param name="key">A name in folded letters, without spaces.</param>
    public static string Shape(string key)
    {
        var shape = new StringBuilder(key.Length);
        foreach (var letter in key.Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal))
        {
            var same = letter switch { 'l' or '1' => 'i', '0' => 'o', _ => letter };
            if (key.Length < ShortestWithDoubled || shape.Length == 0 || shape[^1] != same) shape.Append(same);
        }
        return shape.ToString();
    }

    /// <summary>Of two shapes: one letter more, less, another, or two neighbours that changed places.</summary>
    public static bool IsASlip(string one, string two)
    {
        var (longer, shorter) = one.Length >= two.Length ? (one, two) : (two, one);
        if (shorter.Length < ShortestWithSlip || longer.Length - shorter.Length > 1) return false;
        var at = longer.AsSpan().CommonPrefixLength(shorter);
        if (at == shorter.Length) return true;
        if (longer.Length > shorter.Length) return longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at));
        return longer.AsSpan(at + 1).SequenceEqual(shorter.AsSpan(at + 1))
            || (at + 1 < longer.Length && longer[at] == shorter[at + 1] && longer[at + 1] == shorter[at] && longer.AsSpan(at + 2).SequenceEqual(shorter.AsSpan(at + 2)));
    }
}
