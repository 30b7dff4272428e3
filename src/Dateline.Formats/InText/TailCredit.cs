using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>The signature at the end of a text: <c>… (dpa)</c>, <c>… /Reuters</c>, <c>-- Reuters</c>, <c>Source: AFP</c>.</summary>
internal static class TailCredit
{
    private const int Reach = 70;

    private static readonly string[] Labels =
        ["source:", "source :", "sources:", "quelle:", "quellen:", "fuente:", "fonte:", "bron:", "kaynak:", "источник:", "المصدر:", "المصدر :", "منبع:", "منبع :", "来源:", "来源：", "來源：", "來源:", "出典：", "出典:", "출처:", "출처 :", "źródło:", "źródło :", "zdroj:", "kilde:", "källa:", "lähde:", "forrás:", "sursa:", "sursă:", "джерело:", "извор:", "източник:", "πηγή:", "izvor:", "vir:", "מקור:", "स्रोत:", "sumber:", "nguồn:", "ذریعہ:", "stringer:", "بشکریہ:", "بشکریہ "];

    // Before a name that is known they say the same; before others they belong to a sentence.
    private static readonly string[] Takings =
        ["via ", "con información de ", "con informacion de ", "com informações da ", "com informações do ", "com informações de ", "originally published by ", "originally published in ", "originally published at ", "republished with permission from ", "republished with permission of ", "with files from ", "avec des informations de l'", "avec des informations de l’", "avec des informations de ", "with inputs from ", "with input from ", "inputs from ", "inputs: ", "इनपुट-", "इनपुट - ", "इनपुट: ", "इनपुट:", "door: ", "door ", "mit material von ", "avec ", "con ", "mit ", "theo ", "additional reporting by ", "additional reporting from "];

    private static readonly SearchValues<char> Initials = SearchValues.Create([.. Labels.Concat(Takings).SelectMany(label => new[] { label[0], char.ToUpperInvariant(label[0]) })]);

    /// <summary>Whether a signature says that it names the source, and not only who carries the text.</summary>
    /// <param name="signature">The end of a block, from where <see cref="Read"/> found that it is signed.</param>
    public static bool IsLabelled(ReadOnlySpan<char> signature)
    {
        var named = signature.Trim().TrimStart("(（[-–—* ");
        return Labelled(named, Labels) > 0 || Labelled(named, Takings) > 0;
    }

    /// <summary>The length of a word that says that a source is named next: <c>Sursa:</c>; 0 where none stands there.</summary>
    public static int LabelLength(ReadOnlySpan<char> text) => Labelled(text, Labels) is > 0 and var length ? Separators.Blank(text, length) : 0;

    private static int Labelled(ReadOnlySpan<char> named, string[] labels)
    {
        if (named.IsEmpty || !Initials.Contains(named[0])) return 0;
        foreach (var label in labels)
            if (named.StartsWith(label, StringComparison.OrdinalIgnoreCase)) return label.Length;

        return 0;
    }

    /// <summary>Where the signature begins in the last block of a text, and whose it is; null if there is none.</summary>
    /// <param name="block">The block.</param>
    /// <param name="isWhole">False where it is only the end of one: what stands alone in it does so by accident.</param>
    /// <param name="signatures">Who may have signed.</param>
    public static (int Start, List<string> Agencies)? Read(ReadOnlySpan<char> block, bool isWhole, Signatures signatures)
    {
        var text = block.TrimEnd();
        var from = Math.Max(0, text.Length - Reach);
        return Bracketed(text, from, signatures) ?? Dashed(text, from, signatures) ?? Slashed(text, from) ?? Told(text, from, signatures) ?? Bare(text, from, signatures) ?? (isWhole ? Alone(text, signatures) : null);
    }

    private static (int, List<string>)? Bracketed(ReadOnlySpan<char> text, int from, Signatures signatures)
    {
        var closed = text.TrimEnd('.').TrimEnd();
        if (closed is not [.., ')' or ']' or '）' or '】']) return null;
        var open = closed.LastIndexOfAny("([（【");
        if (open < from || (open > 0 && char.IsLetterOrDigit(closed[open - 1]))) return null;
        var inside = closed[(open + 1)..^1].Trim().TrimStart("© ");
        inside = inside[Math.Max(Labelled(inside, Takings), Labelled(inside, Labels))..].TrimStart();
        var isBehind = EndsSentence(text[..open]);
        if (signatures.Read(inside) is { } agencies) return isBehind || open == 0 || !(Agencies.IsFirstName(inside) || Abbreviation.IsOf(text[..open], inside)) ? (EndOfText(text, open), agencies) : null;

        // (Mqu/Adnkronos): who worked on it there, also on a line of its own.
        if ((isBehind || open == 0) && inside.IndexOf('/') is > 1 and <= 4 and var worked && char.IsUpper(inside[0]) && Agencies.IsKnown(inside[(worked + 1)..]) && !Agencies.IsKnown(inside[..worked])) return (EndOfText(text, open), [inside[(worked + 1)..].ToString()]);

        // (TTXVN/Vietnam+), (Quaytown/Tarn), (Tarn News Agency): behind the last sentence that is who signs, known or not.
        var slash = inside.IndexOf('/');
        if ((isBehind || open == 0) && slash > 1 && inside[^1] == '+' && Agencies.IsKnown(inside[..slash])) return (EndOfText(text, open), [inside[..slash].ToString()]);
        if (!isBehind) return null;
        if (slash > 1 && Agencies.IsKnown(inside[..slash]) && IsSigns(inside[(slash + 1)..])) return (EndOfText(text, open), [inside[..slash].ToString()]);
        if (slash > 2 && !IsSigns(inside[..slash]) && SlashLede.MayBeName(inside[..slash]) && SlashLede.MayBeName(inside[(slash + 1)..])) return (EndOfText(text, open), signatures.Read(inside[(slash + 1)..]) ?? [inside[(slash + 1)..].ToString()]);
        return inside.Contains(' ') && Agencies.SaysNews(inside) && Signatures.IsSignatory(inside) ? (EndOfText(text, open), [inside.ToString()]) : null;
    }

    // ANM of (ANM/JPE): the letters of who worked on it, and no town.
    private static bool IsSigns(ReadOnlySpan<char> word) => word.Length <= 4 && !word.ContainsAnyExceptInRange('A', 'Z') && !Agencies.IsKnown(word);

    // … /TARN/
    private static (int, List<string>)? Slashed(ReadOnlySpan<char> text, int from)
    {
        if (text is not [.., '/']) return null;
        var open = text[..^1].LastIndexOf('/');
        return open > 0 && open >= from && text[open - 1] == ' ' && EndsSentence(text[..open]) && SlashLede.MayBeName(text[(open + 1)..^1]) ? (EndOfText(text, open), [text[(open + 1)..^1].ToString()]) : null;
    }

    // "… dijo. EFE": in capitals, behind the last sentence.
    private static (int, List<string>)? Bare(ReadOnlySpan<char> text, int from, Signatures signatures)
    {
        var space = text.LastIndexOf(' ');
        return space > from && (Places.IsCapital(text[(space + 1)..]) || signatures.HasSigned(text[(space + 1)..])) && EndsSentence(text[..space]) && signatures.Read(text[(space + 1)..]) is { } agencies ? (EndOfText(text, space), agencies) : null;
    }

    // "… de manière automatique. Source : ats": behind the last sentence.
    private static (int, List<string>)? Told(ReadOnlySpan<char> text, int from, Signatures signatures)
    {
        var colon = text[from..].LastIndexOfAny(':', '：');
        if (colon < 6) return null;
        var stop = text[..(from + colon)].LastIndexOf(". ");
        if (stop < from || stop < 2) return null;
        var said = text[(stop + 2)..];
        return Labelled(said, Labels) is > 0 and var label && signatures.Read(said[label..]) is { } agencies ? (stop + 1, agencies) : null;
    }

    private static bool EndsSentence(ReadOnlySpan<char> before) => before.TrimEnd() is { IsEmpty: false } said && IsEnd(said[^1]);

    private static (int, List<string>)? Dashed(ReadOnlySpan<char> text, int from, Signatures signatures)
    {
        var signature = text.TrimEnd("/.");
        var reach = Math.Min(from, signature.Length);
        for (var left = Math.Max(reach, signature.Length - 1); Separators.LastDashOrSlash(signature[reach..left]) is >= 0 and var found; left = reach + found)
        {
            var i = reach + found;
            if (signatures.Read(signature[(i + 1)..]) is not { } agencies) continue;
            var start = i;
            while (start > 0 && Separators.IsDash(signature[start - 1])) start--;
            var before = signature[..start].TrimEnd();
            // A dash may as well belong to the sentence: then what is before it doesn't end one.
            var ends = before.IsEmpty || IsEnd(before[^1]);
            var slash = signature[i] == '/' && !before.IsEmpty && before.Length < start;
            if (ends || slash || (signature[i] == '/' && text[^1] == '/')) return (EndOfText(text, start), agencies);
        }

        return null;
    }

    private static (int, List<string>)? Alone(ReadOnlySpan<char> text, Signatures signatures)
    {
        if (text.Length > Reach) return null;
        var named = text.Trim().TrimStart("-–—* ");
        if (Labelled(named, Labels) is > 0 and var label) return Labelled(named[label..].Trim(), signatures) is { } agencies ? (0, agencies) : null;
        if (Labelled(named, Takings) is > 0 and var taking && signatures.Read(named[taking..].Trim("/-–—*. ")) is { } taken) return (0, taken);
        // "Le Monde avec AFP": whoever it is that took it over.
        foreach (var with in (ReadOnlySpan<string>)[" avec ", " mit ", " con ", " with "])
            if (named.IndexOf(with, StringComparison.Ordinal) is > 2 and var at && Signatures.IsSignatory(named[..at]) && signatures.Read(named[(at + with.Length)..].Trim(". ")) is [var writer, ..]) return (0, IsInitials(named[..at]) ? [writer] : [writer, named[..at].ToString()]);

        // "Mehr": the link to the rest of a German text is no agency of Tehran's.
        var bare = named.Trim("/-–—*. ");
        if (bare.SequenceEqual("The AP")) return (0, ["AP"]);
        if (bare.Contains('/') && signatures.Read(bare) is null && signatures.ReadCodes(bare) is { Count: > 2 } codes) return (0, codes);
        return signatures.Read(bare) is { } alone && (!Agencies.IsWord(bare) || signatures.IsOwn(bare) || signatures.HasSigned(bare)) ? (0, alone) : null;
    }

    // J.M., J.-P. M.: who wrote it, for those who know.
    private static bool IsInitials(ReadOnlySpan<char> name) => name.Length < 12 && name.Contains('.') && name.Count('.') >= name.Length / 3 && !name.ContainsAnyInRange('a', 'z');

    // Whom nobody knows is a source too where the line says so and is a name's.
    private static List<string>? Labelled(ReadOnlySpan<char> name, Signatures signatures) =>
        signatures.Read(name) ?? (name.IndexOf(" / ") is > 1 and var beside && BylineText.IsName(name[(beside + 3)..].Trim()) ? signatures.Read(name[..beside]) : null) ?? Outlet(name, signatures) ?? Hosted(name, signatures) ?? (name.Length is > 2 and < 40 && Signatures.IsSignatory(name) && !DayWords.TryRead(name, out _) ? [name.ToString()] : null);

    private static readonly string[] Outlets = ["موقع ", "قناة ", "صحيفة ", "جريدة ", "شبكة ", "سایت ", "شبکه "];

    // موقع المنار + وكالات: what kind of outlet it is stands before the name.
    private static List<string>? Outlet(ReadOnlySpan<char> name, Signatures signatures)
    {
        if (name.IsEmpty || name[0] < '\u0600') return null;
        foreach (var outlet in Outlets)
            if (name.StartsWith(outlet)) return signatures.Read(name[outlet.Length..].Trim());

        return null;
    }

    // "harbour.example, mqu/dpa": the site, who worked on it there, and whose copy it is.
    private static List<string>? Hosted(ReadOnlySpan<char> text, Signatures signatures)
    {
        var comma = text.IndexOf(',');
        if (comma < 5 || text[..comma].Contains(' ') || text[..comma].LastIndexOf('.') is not (> 1 and var dot) || comma - dot is < 3 or > 8) return null;
        var rest = text[(comma + 1)..].Trim();
        if (rest.IndexOf('/') is > 0 and <= 5 and var slash && rest.Length > slash + 2 && !signatures.IsAgency(rest[..slash])) rest = rest[(slash + 1)..];
        return signatures.Read(rest) is { } agencies ? [.. agencies, text[..comma].ToString()] : null;
    }

    private static int EndOfText(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1])) at--;
        var dashes = at;
        while (dashes > 0 && Separators.IsDash(text[dashes - 1])) dashes--;
        if (at - dashes < 2) return at;

        // "… --(بترا)"
        while (dashes > 0 && char.IsWhiteSpace(text[dashes - 1])) dashes--;
        return dashes;
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '…' or '"' or '”' or '“' or '»' or '’' or ')' or '。' or '؟' or '۔' or '।' or '」' or '』';
}
