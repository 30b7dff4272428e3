namespace Dateline.Foundation.Markup;

internal enum LineKind
{
    Text,
    Heading,
    Quote,
    Bullet,
    Number,
    Rule,
    Opaque,
}

/// <summary>What a line of the editor's notation begins with.</summary>
internal static class EditorLine
{
    private const int LongestNumber = 7;

    public static LineKind KindOf(ReadOnlySpan<char> line)
    {
        if (line.StartsWith('>')) return LineKind.Quote;
        if (line.StartsWith("- ")) return LineKind.Bullet;
        if (line.TrimEnd().SequenceEqual("---")) return LineKind.Rule;
        if (line.StartsWith("[[") && OpaqueId(line) is not null) return LineKind.Opaque;
        if (HeadingLevel(line) > 0) return LineKind.Heading;
        return NumberLength(line) > 0 ? LineKind.Number : LineKind.Text;
    }

    public static int HeadingLevel(ReadOnlySpan<char> line)
    {
        var level = 0;
        while (level < line.Length && line[level] == '#') level++;
        return level is >= Heading.Highest and <= Heading.Lowest && level < line.Length && line[level] == ' ' ? level : 0;
    }

    /// <summary>The length of "12. " at the start, or 0.</summary>
    public static int NumberLength(ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && digits < LongestNumber && char.IsAsciiDigit(line[digits])) digits++;
        return digits > 0 && line[digits..].StartsWith(". ") ? digits + 2 : 0;
    }

    /// <summary>The id in "[[word:ID and a hint]]".</summary>
    public static string? OpaqueId(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd();
        if (!line.StartsWith("[[") || !line.EndsWith("]]")) return null;
        line = line[2..^2];
        var colon = line.IndexOf(':');
        if (colon < 1 || line[..colon].ContainsAnyExceptInRange('a', 'z')) return null;
        var id = line[(colon + 1)..];
        if (id.IndexOf(' ') is >= 0 and var space) id = id[..space];
        return BlockIds.IsValid(id.ToString()) ? id.ToString() : null;
    }
}
