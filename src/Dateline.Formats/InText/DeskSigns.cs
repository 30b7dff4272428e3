using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// What the desks of some agencies leave below a text: <c>PTI ABC DEF</c>, <c>dpa ab yyzz n1 cd</c>, <c>//Petra// AB</c>, a clock, a word
/// on where else to follow them. It is the house's own bookkeeping, and no reader's.
/// </summary>
internal static partial class DeskSigns
{
    private const int Longest = 200;
    private const int LongestArabic = 40;
    private const int LongestClosing = 60;
    private const int LongestSigns = 20;
    private const int LongestHindi = 24;

    // A whole line; each of them is known from one agency at least and means nothing else.
    [GeneratedRegex(@"^(?:\d{1,2}:\d{2} LOCAL TIME \d{1,2}:\d{2} GMT|0\d{3}|\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}:\d{2}|=*\s*(?:[A-Z]\.){1,3}[A-Z]?\.?|-*\s*(?:End ?item|Ends?)\s*/\s*\p{L}[\p{L}/]{0,20}|(?:[a-z]{2,7}/ ?){1,4}|[A-Z]{2,3}-{3}[A-Z]{2,3}\.?|[A-Z]{2,4}\d{3,4} +(?:\d{4}-\d{2}-\d{2}/\d{2}:\d{2}|[1-9] [A-Z]{2,3} \d{3,4}\b.{0,60})|M N A|ISSN \d{4} ?[-–] ?\d{3}[\dX]|/\d{3}|[A-Z]{2,4}/[a-z]{2,4} \(\d{2,4}\)|(?:[A-Z] ){1,2}[A-Z] ?/ ?(?:[A-Z] ?){1,3}|\.{5,}(?: ?End ?/ ?\d{2,4}[A-Z]?)?|End ?/ ?\d{2,4}[A-Z]?|WAM(?:/\p{Lu}[\p{L}.’' -]{2,30}){2,3}|The-CNN-Wire|\(FIN\) [A-Z]{2,4}(?:/[A-Z]{2,4}){0,3}|\(FENA\)(?: ?[A-Z]\.){1,3}|\d{1,2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}|[A-Z]{3} [A-Z]{2}\d{2} [a-z]{3}(?:/[a-z]{3}){0,2}(?: \d{6} [A-Z]{3} \d{2})?|/[A-Z]{2,3}/|[a-z]{2,4}(?: ?\\ ?[a-z]{2,4}){1,4}|/[a-z]{2,3}(?:/[a-z]{2,3}){0,2}|/[a-z]{2,4}(?:/(?:[A-Z]{2}|[a-z]{2,4})){1,4}|awp-robot/|MAP ?:? ?\d{1,2} \p{L}{3,10} \d{4}|AAP [a-z]{2,3}(?:/[a-z]{2,3})*|\(Hina\)(?: [a-z]{3,5}){1,4}|(?:Follow|Find) (?:more of |all of )?AP[’']s .{0,120}|[A-Z]{2,5} // [A-Z]{2,5}(?: Lusa/[Ff]im)?|Lusa/[Ff]im|(?:Follow|Find|Join|Like) us on .{0,140}|Follow \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3} (?:on|at) (?:Twitter|X|Facebook|Instagram|Bluesky|Threads|Telegram|Mastodon|LinkedIn)?.{0,100}@?[\w./-]{3,60}|Keep up with .{0,80} on (?:Twitter|X|Telegram|Facebook)\W.{0,60}|\(?Press TV[’']s website can also be accessed .{0,120}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|©\s?\p{L}[\p{L}-]{1,20}, \p{L}{2,5}:\d{6}-[\d-]+(?:/\d+)?)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Line { get; }

#pragma warning disable MA0009 // at most 200 characters are looked at
    // The same of those that write Arabic letters.
    [GeneratedRegex(@"^(?:وام(?:/\p{L}[\p{L} .]{2,30}){1,3}|(?:(?:انتهای|پایان) (?:پیام|خبر)|انتهى) ?/? ?[\p{Nd}*/.]{0,12}\p{L}{0,3}|(?:\(?(?:انتهى|النهاية)\)? ?/? ?)?[\u0621-\u064A](?:[. ][\u0621-\u064A]){0,2}\.?(?: ?/ ?[\u0621-\u064A](?:[. ][\u0621-\u064A]){0,2}\.?){1,3}|(?:[\u0621-\u064A]\.){1,3}[\u0621-\u064A]|-\s?[\u0621-\u064A]{2,3}\s?-|کد خبر ?:? ?\p{Nd}{4,10}|[\u0621-\u064A]{1,2}/[\u0621-\u064A](?: ?[\u0621-\u064A])?|(?:// ?انتهى ?// ?)?\d{1,2}:\d{2} ?ت ?مـ?(?: \d{1,2}:\d{2} ?جمت)?(?: 0\d{3})?|-{0,3} ?\(بترا\) [\u0621-\u064A](?:[. ][\u0621-\u064A]){0,2}(?: ?/ ?[\u0621-\u064A](?:[. ][\u0621-\u064A]){0,2}){0,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Arabic { get; }

    // An agency and the letters of those who worked on it.
    [GeneratedRegex(@"(?<![\p{L}\d])/{0,2}(?<agency>\p{Lu}{2,10}|dpa|Petra)(?:/[a-z]{2,4}(?= )|/{0,2})(?<signs>(?: [A-Z]{2,4}){1,6}|(?: [a-z]{2,4}[a-z0-9]?| [a-z]\d){2,6}| [a-z]{2,4}(?:/[a-z]{2,4})+|[ /]\([A-Z]{2} ?[-–] ?(?:author|editor|autor)s?: [^()]{2,150}\))$", RegexOptions.CultureInvariant)]
    private static partial Regex Signed { get; }

    // "(end) ab.cd", "./."
    [GeneratedRegex(@"(?:\s*\(end\)\s*[a-z]{1,4}(?:[./][a-z]{1,4})*|\s*\(Schluss\) [a-z]{2,4}(?:[/-][a-z]{2,4})*|(?<=\([A-Z]{2,6}\))(?: [a-z]{2,4}/){1,4}|(?<=\(AGI\)) ?[A-Z][a-z0-9]{1,2}(?:/[A-Z][a-z0-9]{1,2}){0,2}|(?<=[.!?»”""])\s*-0-[a-z]{1,4}/?|(?<=\(Hina\))(?: [a-z]{3,5}){1,4}|(?<=[.!؟»”""])\s*\((?:النهاية|انتهى)\) ?[\u0621-\u064A]ـ?(?:[. ][\u0621-\u064A]ـ?){0,3}(?: ?/ ?[\u0621-\u064A]ـ?(?:[. ][\u0621-\u064A]ـ?){0,3}){0,2}|(?<=[.!?”“])/[a-z]{2,4}(?:/(?:[A-Z]{2}|[a-z]{2,4})){1,4}|(?<=[.!?”""])\s*\([A-Z]{2,6}\)\s?\(www\.[\w.-]{3,40}\)|(?<=\.)/\.|(?<=[^.])/\.)$", RegexOptions.CultureInvariant)]
    private static partial Regex Closing { get; }
#pragma warning restore MA0009

    // jnk pek: those of ČTK, below a text that is signed with its name.
    [GeneratedRegex(@"^[a-z]{2,4}(?: [a-z]{2,4}){0,3}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Letters { get; }

    [GeneratedRegex(@"^[A-Z]{2,4}(?: [A-Z]{2,4}){0,3}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Capitals { get; }

    [GeneratedRegex(@"^[A-Z]{2,4}(?:, ?[A-Z]{2,4}){1,4}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Listed { get; }

    [GeneratedRegex(@"^\((?:\p{Lu}{1,4}-){1,4}\p{Lu}{1,4}\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hyphened { get; }

    // Where the sentence ends behind which there are nothing but letters, in brackets or after a stroke; 0 where there is more.
    private static int Behind(ReadOnlySpan<char> text)
    {
        var open = text.LastIndexOfAny('(', '/');
        if (open < 2 || text.Length - open > LongestSigns || (text[open] == '(') != (text[^1] == ')')) return 0;
        var letters = text[open] == '(' ? text[(open + 1)..^1] : text[(open + 1)..];
        if (!Listed.IsMatch(letters) && !(Capitals.IsMatch(letters) && !letters.Contains(' ') && !Agencies.IsKnown(letters))) return 0;
        return text[..open].TrimEnd() is [.., '.' or '!' or '?' or '”' or '"' or '»'] said ? said.Length : 0;
    }

    // APA0123 5 CI 0150 II Mo, 16.Nov 2026: the line with which its telegrams begin.
    [GeneratedRegex(@"^[A-Z]{2,4}\d{3,4} [1-9] [A-Z]{2,3} \d{3,4}\b.{0,60}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Head { get; }

    /// <summary>Whether a block is an agency's own head, above a text that was a telegram.</summary>
    public static bool IsHead(ReadOnlySpan<char> block) => block.Length is > 12 and < 80 && char.IsAsciiLetterUpper(block[0]) && char.IsAsciiLetterUpper(block[1]) && block[..8].ContainsAnyInRange('0', '9') && Head.IsMatch(block);

    /// <summary>The agency that such signs name, which for want of any other signs the text; null where they name none.</summary>
    public static string? Agency(ReadOnlySpan<char> signs)
    {
        if (signs.TrimEnd().EndsWith("Lusa/Fim", StringComparison.OrdinalIgnoreCase)) return "Lusa";
        // TNA/6543210 is the number of the item.
        if (!signs.Contains('©') && signs.ContainsAnyInRange('0', '9')) return null;
        var text = signs.Trim(" /-–(©.\n\r\t");
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return end > 1 && end < text.Length && (end > 2 || text[..end] is "AP") && Agencies.IsKnown(text[..end]) ? text[..end].ToString() : null;
    }

    /// <summary>How much of the end of a block that is; 0 where it is text.</summary>
    /// <param name="block">The last block of a text.</param>
    /// <param name="isWhole">False where it is only the end of one.</param>
    /// <param name="signatures">Who is an agency here.</param>
    public static int Length(ReadOnlySpan<char> block, bool isWhole, Signatures signatures)
    {
        var trimmed = block.TrimEnd();
        if (trimmed.IsEmpty) return 0;
        if (isWhole && trimmed.Length < Longest && Line.IsMatch(trimmed.TrimStart())) return trimmed.Contains('@') && HouseFoot.IsRelease(signatures) ? 0 : block.Length;
        if (isWhole && trimmed.Length < LongestSigns && char.IsAsciiLetterLower(trimmed[^1]) && (signatures.HasSigned("ČTK") || signatures.HasSigned("CTK")) && Letters.IsMatch(trimmed.TrimStart())) return block.Length;
        // PTI's on a line of their own, below "PTI MQ".
        if (isWhole && trimmed.Length < LongestSigns && char.IsAsciiLetterUpper(trimmed[^1]) && signatures.HasSigned("PTI") && Capitals.IsMatch(trimmed.TrimStart())) return block.Length;
        // JDW, MVR: Belga's.
        if (isWhole && trimmed.Length < LongestSigns && char.IsAsciiLetterUpper(trimmed[^1]) && (signatures.HasSigned("Belga") || signatures.HasSigned("BELGA")) && Listed.IsMatch(trimmed.TrimStart())) return block.Length;
        // (JDW, MVR), ./JDW: the same behind the last sentence.
        if (trimmed[^1] is ')' or (>= 'A' and <= 'Z') && (signatures.HasSigned("Belga") || signatures.HasSigned("BELGA")) && Behind(trimmed) is > 0 and var behind) return block.Length - behind;
        // (MD-ÖT-Y): İHA's.
        if (isWhole && trimmed.Length < LongestSigns && trimmed[^1] is ')' && Hyphened.IsMatch(trimmed.TrimStart()) && (signatures.HasSigned("İHA") || signatures.HasSigned("IHA") || signatures.IsOwn("İHA"))) return block.Length;
        // Nov. 16, 2026: GNA's, below the letters.
        if (isWhole && trimmed.Length < LongestHindi && signatures.HasAnySigned && trimmed.ContainsAnyInRange('0', '9') && DayWords.TryRead(trimmed.Trim(), out var day) && day is { Day: > 0, Year: > 0 }) return block.Length;
        // 4399: IRNA's, without the stars.
        if (isWhole && trimmed.Trim().Length == 4 && !trimmed.Trim().ContainsAnyExceptInRange('0', '9') && (signatures.HasSigned("IRNA") || signatures.HasSigned("إرنا") || signatures.HasSigned("ایرنا"))) return block.Length;
        // भाषा मारा जॉन
        if (isWhole && trimmed.Length < LongestArabic && trimmed.TrimStart().StartsWith("भाषा ") && trimmed[^1] is not ('।' or '.' or '?') && trimmed.Trim().Count(' ') < 5) return block.Length;
        // जॉन below भाषा मारा जॉन, मारा.संजय
        if (isWhole && trimmed.Length < LongestHindi && trimmed[^1] is >= '\u0900' and not '।' && trimmed.Trim().Count(' ') < 2 && (signatures.HasSigned("भाषा") || signatures.HasSigned("वार्ता"))) return block.Length;
        if (isWhole && trimmed.Length < LongestArabic && trimmed.ContainsAnyInRange('\u0600', '\u06FF') && Arabic.IsMatch(trimmed.TrimStart())) return block.Length;
        // What a sentence ends with ends none of the others, but for "/." and a bracket.
        if (!char.IsAsciiLetterOrDigit(trimmed[^1]) && trimmed[^1] is not ('/' or ')' or (>= '\u0621' and <= '\u064A')) && !trimmed.EndsWith("/.")) return 0;
        // Of what ends in Arabic letters only a word for the end in brackets is one.
        if (trimmed[^1] >= '\u0621' && !trimmed[^Math.Min(trimmed.Length, LongestClosing)..].Contains('(')) return 0;
        var end = trimmed[Math.Max(0, trimmed.Length - Longest)..].ToString();
        if (Closing.Match(end) is { Success: true } closing && (closing.Index > 0 || isWhole)) return closing.Length + block.Length - trimmed.Length;
        if (Signed.Match(end) is not { Success: true } signed || !signatures.IsAgency(signed.Groups["agency"].ValueSpan)) return 0;
        var said = end.AsSpan(0, signed.Index).TrimEnd().TrimEnd("-–—").TrimEnd();
        if (said.IsEmpty) return isWhole ? block.Length : 0;
        return said[^1] is '.' or '!' or '?' or '"' or '”' or ')' or '»' ? end.Length - said.Length + block.Length - trimmed.Length : 0;
    }
}
