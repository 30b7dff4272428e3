using System.Text;

namespace Dateline.Formats.Telegraph;

/// <summary>What the envelope of a message says before its text begins.</summary>
internal sealed record TelegraphHead(NewsFormat Format)
{
    private const int Reach = 1024;

    // Fill characters of the line: NUL, SYN, DEL, what ended the message before, and white space.
    private const string Fill = "\0\u0003\u0004\u0016\u007F\uFEFF \t\r\n\v\f";

    /// <summary>The letters of the service.</summary>
    public string? Service { get; init; }

    /// <summary>The number of the message in its service, as sent; it starts again each day.</summary>
    public string? Serial { get; init; }

    /// <summary>The urgency, 1 to 8.</summary>
    public int? Urgency { get; init; }

    /// <summary>The letters of the category.</summary>
    public string? Category { get; init; }

    /// <summary>The agency, where the line names it after the word count.</summary>
    public string? Agency { get; init; }

    /// <summary>The keyword and version of ANPA 1312, cut to what the line had room for.</summary>
    public string? Slug { get; init; }

    /// <summary>Month and day of ANPA 1312, as sent.</summary>
    public string? MonthDay { get; init; }

    /// <summary>The text is a table: its lines are to stay.</summary>
    public bool IsTable { get; init; }

    /// <summary>How many characters the head takes.</summary>
    public int Length { get; init; }

    public static NewsFormat? FormatOf(ReadOnlySpan<byte> bytes)
    {
        var text = ShownControls.Restore(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]));
        return (Read(text) ?? ReadBare(text)) is { } head ? head.Format
            : text.TrimStart(Fill.ToCharArray()).StartsWith('\u0001') && text.Contains('\u0002', StringComparison.Ordinal) ? NewsFormat.Iptc7901 : null;
    }

    /// <summary>The head at the start of a text; null if none is there.</summary>
    public static TelegraphHead? Read(string text)
    {
        var start = 0;
        while (start < text.Length && (text[start] == '\u0001' || Fill.Contains(text[start], StringComparison.Ordinal))) start++;
        var end = LineEnd(text, start);
        if (AnpaHead.Read(text, start, end) is { } anpa) return anpa;
        if (Iptc7901Head.Read(text[start..end]) is { } iptc) return iptc with { Length = end };
        return text.AsSpan(start).StartsWith("ZCZC") ? Iptc7901Head.ReadZczc(text, start, end) : null;
    }

    /// <summary>The first lines of a message that lost its envelope; null if they are none. Only for the beginning of a document: within one such lines stand below the envelope.</summary>
    public static TelegraphHead? ReadBare(string text)
    {
        return AnpaHead.ReadBare(text, text.Length - text.AsSpan().TrimStart(Fill).Length);
    }

    public static int LineEnd(string text, int start)
    {
        var end = start < text.Length ? text.AsSpan(start).IndexOfAny('\r', '\n', '\u0002') : -1;
        return end < 0 ? text.Length : start + end;
    }
}
