namespace Dateline.Stories;

/// <summary>
/// How a source's name stands before the headline of its story: "{source}/ {headline}". <c>{short}</c> and <c>{full}</c> are
/// ours. The name must be there and the headline ends it: no pattern leaves the credit out.
/// </summary>
public sealed record CreditPattern(string Before, string After)
{
    public const string Usual = "{source}/ {headline}";
    public const int Longest = 100;
    private const string Source = "{source}";
    private const string Headline = "{headline}";

    /// <summary>Null for a pattern that is none; see <see cref="Refuse"/>.</summary>
    public static CreditPattern? Of(HouseStyle style)
    {
        if (Refuse(style.CreditPattern) is not null) return null;
        var parts = style.CreditPattern[..^Headline.Length].Split(Source);
        return new(Fill(parts[0], style), Fill(parts[1], style));
    }

    /// <summary>The pattern of the house, or the usual one: a credit is never lost for the sake of a pattern.</summary>
    public static CreditPattern For(HouseStyle style) => Of(style) ?? new("", "/ ");

    public string Write(string source, string headline) => $"{Before}{source}{After}{headline}";

    /// <summary>What is wrong with a pattern, in words; null when it's good.</summary>
    public static string? Refuse(string pattern)
    {
        if (pattern.Length > Longest || pattern.Any(char.IsControl)) return T("Give the pattern of the credit, up to {0} characters on one line.", Longest);
        if (pattern.Split(Source).Length != 2) return T("The credit has {source} in it, once: a carried story never stands without its source.");
        if (!pattern.EndsWith(Headline, StringComparison.Ordinal) || pattern.Split(Headline).Length != 2) return T("The credit ends with {headline}, like {source}/ {headline}.");
        var around = pattern[..^Headline.Length].Replace(Source, "", StringComparison.Ordinal);
        var text = around.Replace("{short}", "", StringComparison.Ordinal).Replace("{full}", "", StringComparison.Ordinal);
        if (text.AsSpan().ContainsAny('{', '}')) return T("Between { and } stands one of: source, headline, short, full.");
        return pattern.Contains(Source + Headline, StringComparison.Ordinal) ? T("Something stands between {source} and {headline}, or they would run into each other.") : null;
    }

    private static string Fill(string text, HouseStyle style) =>
        text.Replace("{short}", style.ShortName, StringComparison.Ordinal).Replace("{full}", style.FullName, StringComparison.Ordinal);
}
