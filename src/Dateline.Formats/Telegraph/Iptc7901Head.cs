using System.Globalization;
using Dateline.Formats.InText;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// The first line of an IPTC 7901 message: <c>abc0123 4 pl 320 agency 0456</c> is service and serial number,
/// priority, category, word count, and what the agency adds. Some put a space into the first word, some leave out
/// the word count.
/// </summary>
internal static class Iptc7901Head
{
    private const int LongestLine = 120;

    public static TelegraphHead? Read(string line)
    {
        if (line.Length is < 6 or > LongestLine) return null;
        var words = line.Split([' ', '\t', '\u001F'], 12, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 3) return null;
        var letters = Letters(words[0]);
        var digits = words[0].Length - letters;
        if (letters is < 1 or > 8 || digits > 6 || !AllDigits(words[0].AsSpan(letters))) return null;

        var next = 1;
        var serial = words[0][letters..];
        if (digits == 0)
        {
            if (letters < 2 || !AllDigits(words[1]) || words[1].Length is < 2 or > 6) return null;
            serial = words[next++];
        }

        if (next >= words.Length || words[next] is not [>= '1' and <= '9']) return null;
        var urgency = words[next++][0] - '0';
        var category = next < words.Length && words[next].Length <= 4 && Letters(words[next]) == words[next].Length ? words[next++] : null;
        var counted = next < words.Length && words[next].Length <= 5 && AllDigits(words[next]);
        if (counted) next++;
        if (category is null && !counted) return null;
        var agency = next < words.Length ? Agency(words.AsSpan(next), words[0].AsSpan(0, letters)) : null;
        return new TelegraphHead(NewsFormat.Iptc7901)
        {
            Service = words[0][..letters].ToLowerInvariant(),
            Serial = serial,
            Urgency = Math.Min(urgency, 8),
            Category = category?.ToLowerInvariant(),
            Agency = agency,
        };
    }

    // The agency stands before its own number, or is one that is known; a country, a desk or a subject may stand there too.
    private static string? Agency(ReadOnlySpan<string> words, ReadOnlySpan<char> service)
    {
        foreach (var word in words)
            if (word.Length > 3 && word[0] == '/' && word.IndexOf('-', StringComparison.Ordinal) is > 2 and var hyphen && Agencies.IsKnown(word.AsSpan(1, hyphen - 1))) return word[1..hyphen];

        var first = words[0];

        // AA of "APA0123 5 AI 0271 AA": a part of the service of an agency that the service names.
        if (first.Length == 2 && service.Length > 2 && Agencies.IsKnown(service) && !char.IsLower(first[0])) return null;
        if (Letters(first) is < 2 or > 12 || Letters(first) != first.Length) return null;
        return Agencies.IsKnown(first) || (words.Length > 1 && words[1].Length > 0 && AllDigits(words[1])) || !first.Any(char.IsUpper) ? first : null;
    }

    /// <summary>
    /// The telex manner: <c>ZCZC</c> begins a message and <c>NNNN</c> ends it. The line below may be one of 7901's, or
    /// a precedence with the desk's letters (<c>U POL S0A QBXB</c>).
    /// </summary>
    public static TelegraphHead ReadZczc(string text, int start, int end)
    {
        var label = text[Math.Min(start + 4, end)..end].Trim().Split(' ', 2)[0];
        var letters = Letters(label);
        var digits = letters;
        while (digits < label.Length && char.IsAsciiDigit(label[digits])) digits++;
        var head = new TelegraphHead(NewsFormat.Iptc7901)
        {
            Service = letters == 0 ? null : label[..letters].ToLowerInvariant(),
            Serial = digits == letters ? null : label[letters..digits],
            Length = end,
        };
        for (var line = 0; line < 2; line++)
        {
            while (end < text.Length && text[end] is '\r' or '\n') end++;
            start = end;
            end = TelegraphHead.LineEnd(text, start);
            var words = text[start..end].Trim();
            if (Read(words) is { } iptc) return iptc with { Length = end };
            if (words.Split(' ') is not [['B' or 'U' or 'R' or 'F'] precedence, { Length: 3 } desk, ..] || Letters(desk) < 3) continue;
            return head with { Urgency = precedence[0] switch { 'F' => 1, 'B' => 2, 'U' => 3, _ => 4 }, Category = desk.ToLowerInvariant(), Length = end };
        }

        return head;
    }

    private static int Letters(ReadOnlySpan<char> word)
    {
        var length = 0;
        while (length < word.Length && char.IsAsciiLetter(word[length])) length++;
        return length;
    }

    private static bool AllDigits(ReadOnlySpan<char> word) => word.IsEmpty || int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
