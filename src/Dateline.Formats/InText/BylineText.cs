namespace Dateline.Formats.InText;

/// <summary>A line of its own that names who wrote a text: <c>By Mara Quill | Harbour Wire</c>.</summary>
internal static class BylineText
{
    private const int LongestLine = 90;
    private const int LongestEmployed = 60;

    private static readonly string[] Openings = ["By ", "BY ", "Von ", "VON ", "Par ", "Por ", "Di ", "Door ", "بقلم ", "بقلم: ", "كتب ", "نویسنده: "];

    /// <summary>The name and, where one follows, whose reporter that is; null when the line is more than a byline.</summary>
    public static (string Name, string? Source)? Read(ReadOnlySpan<char> line, Signatures signatures)
    {
        line = line.Trim();
        if (line.Length > LongestLine) return null;
        if (line.StartsWith("by ", StringComparison.OrdinalIgnoreCase) && Employed(line[3..].Trim(), signatures) is { } employed) return employed;
        foreach (var opening in Openings)
        {
            if (!line.StartsWith(opening, StringComparison.Ordinal)) continue;
            var rest = line[opening.Length..].Trim();
            var cut = rest.IndexOfAny('|', ',', '،');
            var name = cut < 0 ? rest : rest[..cut].Trim();
            if (!IsName(name)) return null;
            if (cut < 0) return Beside(name) ?? (name.ToString(), null);
            var source = rest[(cut + 1)..].Trim();
            if (rest[cut] == '|' && (Text.NewsDate.TryRead(source, out _) || DayWords.TryRead(source, out _))) return (name.ToString(), null);
            if (rest[cut] == '|' && source.Length is > 1 and < 50) return (name.ToString(), source.ToString());
            if (signatures.Read(source) is { } agencies) return (name.ToString(), agencies[0]);
            if (source.StartsWith("special to ", StringComparison.OrdinalIgnoreCase)) return (name.ToString(), null);
            if (Agencies.SaysNews(source) && Signatures.IsSignatory(source)) return (name.ToString(), source.ToString());
            // "PA Political Editor"
            var space = source.IndexOf(' ');
            return space > 1 && IsOffice(source) && signatures.Read(source[..space]) is { } employer ? (name.ToString(), employer[0]) : IsOffice(source) ? (name.ToString(), null) : null;
        }

        return null;
    }

    // "By MARA QUILL Associated Press": the name of the house ran into the reporter's.
    private static (string, string?)? Beside(ReadOnlySpan<char> line)
    {
        const int MostWords = 3;
        var cut = line.Length;
        for (var words = 0; words < MostWords && (cut = line[..cut].LastIndexOf(' ')) > 3; words++)
            if (line.Length - cut > 4 && Agencies.IsKnown(line[(cut + 1)..]) && IsName(line[..cut])) return (line[..cut].ToString(), line[(cut + 1)..].ToString());

        return null;
    }

    /// <summary><c>NTB-Kari Hansen</c>, <c>Anna Berg/TT</c>, <c>Text: Anna Berg/TT</c>: who wrote it and for whom; null where the line is another.</summary>
    public static (string Name, string Agency)? ReadEmployed(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is < 6 or > LongestEmployed) return null;
        var first = line.IndexOf('/') is > 1 and var slash && Agencies.IsKnown(line[..slash]) ? slash : line.IndexOfAny('-', '/');
        if (first > 1 && Places.IsCapital(line[..first]) && Agencies.IsKnown(line[..first]) && IsName(line[(first + 1)..].Trim())) return (line[(first + 1)..].Trim().ToString(), line[..first].ToString());
        var last = line.LastIndexOf('/');
        return last > 3 && Agencies.IsKnown(line[(last + 1)..].Trim()) && IsName(line[..last].Trim()) ? (line[..last].Trim().ToString(), line[(last + 1)..].Trim().ToString()) : null;
    }

    /// <summary><c>Иван Дунавски, БТА</c>: who reports and for whom, in a bracket of the dateline.</summary>
    public static (string Name, string Agency)? ReadListed(ReadOnlySpan<char> line) =>
        line.LastIndexOf(',') is > 4 and var comma && Agencies.IsKnown(line[(comma + 1)..].Trim()) && IsName(line[..comma].Trim()) ? (line[..comma].Trim().ToString(), line[(comma + 1)..].Trim().ToString()) : null;

    /// <summary><c>Aino Meri, STX</c>, where the metadata have Aino Meri: the byline once more, and whose reporter that is.</summary>
    public static bool IsAgain(ReadOnlySpan<char> line, string? byline, Signatures signatures)
    {
        const int LongestAgency = 30;
        if (byline is not { Length: > 4 } || line.Length > byline.Length + LongestAgency || !line.StartsWith(byline, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = line[byline.Length..];
        return rest.IsEmpty || (rest[0] is ',' or '/' or ' ' or '|' && (rest.Trim(" ,/|") is { IsEmpty: true } || signatures.IsAgency(rest.Trim(" ,/|"))));
    }

    /// <summary>Whether two lines name the same people, whatever the capitals: <c>AYŞE DENİZ</c>, <c>Ayşe Deniz</c>.</summary>
    public static bool IsSame(ReadOnlySpan<char> one, string other)
    {
        if (one.Length != other.Length) return false;
        for (var i = 0; i < one.Length; i++)
            if (Folded(one[i]) != Folded(other[i])) return false;

        return true;

        // Turkish has two of them.
        static char Folded(char c) => c is 'İ' or 'ı' or 'i' or 'I' ? 'i' : char.ToLowerInvariant(c);
    }

    private static readonly string[] Labels = ["Text:", "Tekst:", "autor:", "autorka:", "Autor:", "Autorka:", "Author:", "Reporter:", "Reporterin:", "Pewarta:", "Penulis:", "Muhabir:", "Haber:", "Автор:", "Автор текста:", "Redactor:", "Texto:", "Testo:", "Texte:", "Texte :", "Teksti:", "Words:", "Story by:", "Written by:", "Written by"];

    /// <summary>The line without the word for who wrote it; the line itself where none stands before it.</summary>
    public static ReadOnlySpan<char> WithoutLabel(ReadOnlySpan<char> line)
    {
        foreach (var label in Labels)
            if (line.StartsWith(label, StringComparison.Ordinal)) return line[label.Length..].Trim();

        return line;
    }

    // "by Xinhua writers Lin Wei, Chen Yu", "By Associated Press writer Mara Quill"
    private static (string, string?)? Employed(ReadOnlySpan<char> text, Signatures signatures)
    {
        foreach (var office in Offices)
        {
            var at = text.IndexOf(office);
            if (at < 2 || signatures.Read(text[..at]) is not [{ } agency]) continue;
            var name = text[(at + office.Length)..].Trim();
            foreach (var range in name.Split(','))
                if (!IsName(name[range].Trim())) return null;

            return (name.ToString(), agency);
        }

        return null;
    }

    private static readonly string[] Offices = [" writer ", " writers ", " Writer ", " Writers ", " reporter ", " reporters ", " Reporter ", " Reporters ", " correspondent ", " correspondents ", " Correspondent ", " Correspondents ", " staff writer ", " Staff Writer "];

    private static bool IsOffice(ReadOnlySpan<char> text) =>
        text.Length < 60 && (text.EndsWith("Editor", StringComparison.OrdinalIgnoreCase) || text.EndsWith("Correspondent", StringComparison.OrdinalIgnoreCase) || text.EndsWith("Writer", StringComparison.OrdinalIgnoreCase) || text.EndsWith("Reporter", StringComparison.OrdinalIgnoreCase));

    /// <summary>Two to five words that all begin as names do.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        var words = 0;
        var names = 0;
        foreach (var range in text.SplitAny(' ', ' '))
        {
            var word = text[range];
            if (word.IsEmpty) continue;
            if (++words > 8) return false;
            if (word is "and" or "und" or "et" or "y" or "e" or "and" or "de" or "van" or "von" or "al" or "der" or "bin" or "ibn" or "da" or "del" or "la" or "le" or "و" or "&") continue;
            if (!char.IsLetter(word[0]) || char.IsLower(word[0])) return false;
            for (var i = 1; i < word.Length; i++)
                if (!char.IsLetter(word[i]) && word[i] is not ('.' or '-' or '\'' or '’' or '\u200C') && !char.IsSurrogate(word[i]) && char.GetUnicodeCategory(word[i]) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)) return false;
            names++;
        }

        return names is >= 2 and <= 7;
    }
}
