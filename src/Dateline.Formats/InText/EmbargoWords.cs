using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// An embargo said in words, for want of a field: before a headline, in a line above a text, in a note to editors. Of stories that are
/// about an embargo these tell themselves apart by how the trade sets them: <c>EMBARGOED until …:</c>, <c>SPERRFRIST 10 Uhr:</c>, <c>【16日10時解禁】</c>.
/// </summary>
internal static partial class EmbargoWords
{
    private const int LongestLine = 200;
    private const int Reach = 80;

    // Nearly no text has any of these; the patterns are asked only then. In ASCII all are found at once, many letters at a time.
    private static readonly SearchValues<string> Stems = SearchValues.Create(
        ["embarg", "ambargo", "sperrfrist", "sperrefrist", "not for release", "[hold]", "not for publication", "not to be ", "for release", "klausuler", "julkaisuvapaa", "julkaistavissa", "diffuser avant", "publier avant", "publicar antes", "pubblicare prima"],
        StringComparison.OrdinalIgnoreCase);

    // Of other scripts those whose letters the text has are looked for, one at a time: what spärrfrist, эмбарго and ембарго, εμπάργκο, אמברגו have in each
    // case (and where only ASCII was made capital), حظر النشر and ممنوع النشر, حظر نشر, ممنوع الانتشار and ممنوعیت انتشار share.
    private static readonly (char First, char Last, string[] Stems)[] OtherStems =
    [
        ('\u00C4', '\u00E4', ["rrfrist", "RRFRIST"]),
        ('\u0370', '\u03FF', ["ργκο", "ΡΓΚΟ"]),
        ('\u0400', '\u04FF', ["мбарго", "МБАРГО"]),
        ('\u0590', '\u05FF', ["אמברגו"]),
        ('\u0600', '\u06FF', ["ر نشر", "النشر", "نتشار"]),
    ];

    // 解禁, 禁止提前, 禁发, 禁發, 엠바고
    private static readonly SearchValues<char> EasternStems = SearchValues.Create("禁엠");

#pragma warning disable MA0009 // at most 200 characters are looked at, and only where a stem was found
    private const string Lead = @"^[\s(\[【*+=_\-–—#>/""“„«•!※]*(?:(?:press release|attention|achtung|atención|attenzione|note|nb|hinweis|wichtig|important|please note|advisory|editors?|eds?)\b[\s:!,.\-–—]*(?:(?:redaktionen|editors|journalists|journalisten|rédactions)\b[\s:!,\-–—]*)?){0,2}(?:this (?:story|release|material|report|article|content|information) is )?";

    // What only the trade says, whatever follows; and what may as well be the subject of a story.
    private const string Certain = @"(?:strictly |under )?embargoed|(?:under )?strict embargo|under strictest embargo|sperrefrist|spärrfrist|klausuler(?:et|ad|t)|embargado|embargada|ambargolu|julkaisuvapaa|julkaistavissa|엠바고|محظور النشر|ممنوع النشر|حظر النشر|حظر نشر|ممنوع الانتشار|ممنوعیت انتشار";
    private const string Subject = @"under embargo|sous embargo|bajo embargo|sotto embargo|onder embargo|sob embargo|unter embargo|unter sperrfrist|mit sperrfrist|media embargo|press embargo|embargo|embargó|ambargo|sperrfrist|эмбарго|под эмбарго|ембарго|під ембарго|εμπάργκο|εμπαργκο|אמברגו";
    private const string Ordered = @"not (?:for|to be) (?:immediate )?(?:release|publication|broadcast|released|published|broadcasted|used)(?:,? (?:or|and) (?:for )?(?:release|publication|broadcast|published|released))?(?= (?:before|until|till|prior to)\b)|(?:hold|held) for release|hold(?=[\])])|for release (?:at|on|after|not before)(?= \d| [A-Z]?\p{L}+ \d)|for release(?= (?:mon|tues|wednes|thurs|fri|satur|sun)day\b| (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}{0,7}\.? \d)|ne pas (?:diffuser|publier)(?= avant)|no (?:publicar|difundir)(?= antes)|non pubblicare(?= prima)|nicht (?:vor|veröffentlichen vor)(?= .{1,40}veröffentlichen)";
    private const string Until = @"(?:(?:for )?(?:release|publication|broadcast|immediate release|print|online|web|use)\b\s*)?(?:(?<lifts>(?:lifts?|ends?|expires?|(?:is|will be) lifted)(?: (?:at|on))?)|until|till|til|to|before|prior to|bis(?: zum)?|jusqu['’](?:au|à|a)|hasta(?: el| las)?|fino (?:al?|alle)|(?=(?:alle )?ore \d|alle \d)|tot(?: en met)?|до|até|ate|do|saat|avant(?: le)?|antes (?:del?|de las)|prima (?:del?|delle)|حتى|قبل|لغاية|تا|עד|έως|μέχρι|for(?= \d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m))|for release|not before|frei ab)\b";

    [GeneratedRegex(Lead + "(?:(?<ordered>" + Ordered + ")|(?<certain>" + Certain + ")|(?<subject>" + Subject + @"))(?![\p{L}\p{N}]|(?<!(?-i:EMBARGOED))-)(?<until>\s*:?\s*" + Until + ")?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening { get; }

    // The whole of it in brackets, in scripts that have no capitals.
    [GeneratedRegex(@"^[\s※]*(?:【[^】]{0,30}(?:解禁|禁止提前|禁[发發][至到])[^】]{0,30}】|[\[(][^\])]{0,20}(?:解禁|禁[发發][至到]|엠바고)[^\])]{0,30}[\])])", RegexOptions.CultureInvariant)]
    private static partial Regex Eastern { get; }

    // "… for print until 18 November, online until 17 November": both have to come.
    [GeneratedRegex(@"^[\s,;]*(?:(?:and|und|et|y|e)\s+)?(?:for\s+)?(?:print|online|web|broadcast|broadcasters|tv|radio|papers)\b.{0,20}?\b(?:until|from|bis|jusqu['’]au|hasta)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Again { get; }

    [GeneratedRegex(@"^(?:lifted|over|expired|none|no|nein|kein|keine|aucun|ninguno|nessuno|aufgehoben|abgelaufen|n/a|-)\b|^-?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lifted { get; }

    // An hour in capitals, beside the day or not: ORE 18, DOMANI ORE 6, MARDI 06H00 GMT, HEUTE 18 UHR. AT 18, and not AT 10 YEARS.
    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?:ORE|ALLE|LAS|H|KL\.?|KLO)\s?\d{1,2}(?![\d%])|(?:À|A|UM|AT)\s?\d{1,2}(?![\d%])(?=\s*(?:$|[^\p{L}\s]|H\b|UHR|UUR|HORAS|HEURES|HRS|GMT|UTC|CET|AM|PM))|\d{1,2}\s?[:.H]\s?\d\d|\d{1,2}\s?(?:UHR|H|UUR|GMT|AM|PM)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Hour { get; }

    [GeneratedRegex(@"(?:^|[.;:!?\n\r()]\s*|//+\s*)(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence { get; }
#pragma warning restore MA0009

    /// <summary>What a line says of an embargo.</summary>
    /// <param name="Length">How far the mark reaches; the whole line where nothing else is in it.</param>
    /// <param name="Time">The end as written.</param>
    /// <param name="IsWhole">Whether the line says nothing else.</param>
    internal readonly record struct Mark(int Length, EmbargoTime Time, bool IsWhole = false);

    public static bool MayBe(ReadOnlySpan<char> text) => text.ContainsAny(Stems) || (!Ascii.IsValid(text) && HasOtherStem(text));

    private static bool HasOtherStem(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(EasternStems)) return true;
        foreach (var (first, last, stems) in OtherStems)
        {
            if (!text.ContainsAnyInRange(first, last)) continue;
            foreach (var stem in stems)
                if (text.IndexOf(stem) >= 0) return true;
        }

        return false;
    }

    /// <summary>The mark before a headline, or behind it in brackets; null where there is none. <see cref="Mark.Length"/> is 0 where it can't be told from the headline.</summary>
    public static Mark? InHeadline(ReadOnlySpan<char> line, out bool isBehind)
    {
        isBehind = false;
        if (line.Length > 300 || !MayBe(line)) return null;
        if (Opened(line, isLine: false) is { } before) return before;
        var open = line[^1] is ')' or ']' ? line.LastIndexOfAny('(', '[') : Dash(line);
        if (open < 4 || Opened(line[open..].TrimStart(" -–—|/"), isLine: false) is not { } behind || !(behind.IsWhole || line[^1] is ')' or ']')) return null;
        isBehind = true;
        return behind with { Length = line.Length - open };
    }

    // Where the last part of a headline is set off: "Ferry study - EMBARGOED until 18 November 00:01".
    private static int Dash(ReadOnlySpan<char> line)
    {
        var last = -1;
        foreach (var mark in (ReadOnlySpan<string>)[" - ", " – ", " — ", " | ", " // ", " /// "]) last = Math.Max(last, line.LastIndexOf(mark));
        return last;
    }

    /// <summary>Whether a line above a text is nothing else; null where it is text.</summary>
    public static EmbargoTime? InLine(ReadOnlySpan<char> line) =>
        line.Length is > 5 and <= LongestLine && MayBe(line) && Opened(line, isLine: true) is { } mark ? mark.Time : null;

    /// <summary>What a note to editors says of an embargo in any of its sentences.</summary>
    public static EmbargoTime? InNote(string? note)
    {
        if (note is null || !MayBe(note)) return null;
        var looked = note.AsSpan(0, Math.Min(note.Length, LongestLine * 2));
        foreach (var sentence in Sentence.EnumerateMatches(looked))
        {
            var rest = looked[(sentence.Index + sentence.Length)..];
            if (Opened(rest[..Math.Min(rest.Length, LongestLine)], isLine: true, isNote: true) is { } mark) return mark.Time;
        }

        return null;
    }

    private static Mark? Opened(ReadOnlySpan<char> line, bool isLine, bool isNote = false)
    {
        var text = line[..Math.Min(line.Length, LongestLine)].ToString();
        if (Eastern.Match(text) is { Success: true } eastern) return new Mark(isLine ? line.Length : Skip(line, eastern.Length), default);
        if (Opening.Match(text) is not { Success: true } match) return null;
        var word = match.Groups["certain"] is { Success: true } certain ? certain : match.Groups["subject"] is { Success: true } subject ? subject : match.Groups["ordered"];
        var hasNoCase = word.ValueSpan[0] >= '\u0590';
        var isCapital = Places.IsCapital(word.ValueSpan) || (hasNoCase && match.Groups["certain"].Success);
        var after = text.AsSpan(word.Index + word.Length);
        var rest = text.AsSpan(match.Length);
        var separated = after.TrimStart(" !");
        var isSetOff = separated.IsEmpty || separated[0] is ':' or ')' or ']' or '】' or '|' or '=' or '*' or '+' or '/' or '：' or '.' || (separated[0] is '-' or '–' or '—' && (separated.Length == 1 || separated[1] is ' ' or '-'));
        // EMBARGOED-Ferries to sail: as it hangs its other marks before a headline.
        isSetOff |= match.Groups["certain"].Success && isCapital && separated is ['-', .. { Length: > 3 } hung] && char.IsUpper(hung[0]) && hung.ContainsAnyInRange('a', 'z');
        var said = rest.TrimStart(" :.=-–—*|/(，,：");
        // "Sperrfrist 15. November bis 31. Januar": a season in which something is forbidden.
        if (word.ValueSpan.Contains("sperrfrist", StringComparison.OrdinalIgnoreCase) && EmbargoTime.Read(said[..Math.Min(said.Length, Reach)]) is { HasDay: true } season && said[season.Length..].TrimStart().StartsWith("bis ", StringComparison.OrdinalIgnoreCase)) return null;
        if (Lifted.IsMatch(said) && isSetOff && (!said.IsEmpty || !isCapital) && !separated.IsEmpty) return null;
        var time = EmbargoTime.Read(said[..Math.Min(said.Length, Reach)]);
        if (Again.Match(said[time.Length..].ToString()) is { Success: true } again) time = EmbargoTime.Later(time, EmbargoTime.Read(said[(time.Length + again.Length)..]), time.Length + again.Length);

        // "Embargo ends on 18 November": of a study as of oil, unless there is an hour.
        var hasUntil = match.Groups["until"].Success && (!match.Groups["lifts"].Success || time.IsMoment || isNote);
        // "EMBARGO: EU UNEINIG" is what a story in capitals is about: the label stands out among small letters alone.
        if (match.Groups["subject"].Success && isCapital && !hasUntil && time.Length == 0 && separated is [':' or '：', ..] && IsTopic(said)) return null;
        var isBracketed = word.Index > 0 && text.AsSpan(0, word.Index).IndexOfAny("([【") >= 0 && separated is [')' or ']' or '】', ..];
        var isSperrfrist = word.ValueSpan.Contains("sperrfrist", StringComparison.OrdinalIgnoreCase);
        var holds = match.Groups["ordered"].Success
            || (match.Groups["certain"].Success && (hasUntil || isSetOff || time.IsTime) && (isCapital || !word.ValueSpan.StartsWith("embargad", StringComparison.OrdinalIgnoreCase) || time.IsTime))
            || (time.IsTime && (hasUntil || isSetOff || after.TrimStart() is [>= '0' and <= '9', ..] || isSperrfrist))
            || (isCapital && (isSetOff || (hasUntil && (isLine || said is [>= '0' and <= '9', ..] is false || time.Length == 0))))
            || isBracketed
            || (isLine && isSperrfrist && (isSetOff || hasUntil))
            || (hasNoCase && hasUntil && time.HasDay)
            || (isNote && hasUntil)
            || (isCapital && IsHourSetOff(after, isLine));
        var from = text.Length - said.Length;
        var isWhole = said[time.Length..].Trim(" .:!*+=-–—)]").IsEmpty;
        var length = isLine ? line.Length : End(line, text.AsSpan(0, word.Index).IndexOfAny("([【") >= 0, word.Index + word.Length, from, time);

        // "EMBARGO mercredi 18 novembre 06h00 :", with the moment right behind the word and nothing else before what sets it off.
        if (!holds && !(time.IsMoment && (isWhole || length > 0))) return null;
        return new Mark(length, time, isWhole);
    }

    private static readonly SearchValues<char> SetOff = SearchValues.Create("–—|=/)]+*");

    // What stands between the word and what sets it off is an hour: how it is written may be unknown, that the item is held isn't.
    private static bool IsHourSetOff(ReadOnlySpan<char> after, bool isLine)
    {
        const int Longest = 40;
        var end = after.IndexOf(" - ") is >= 0 and var dash ? dash : after.IndexOfAny(SetOff) is >= 0 and var mark ? mark : after.IndexOf(": ") is >= 0 and var colon ? colon : isLine ? after.Length : -1;
        return end is > 2 and < Longest && !after[..end].ContainsAnyInRange('a', 'z') && Hour.IsMatch(after[..end]);
    }

    // Words in capitals too, and none of an order, of a day or of an hour: where one is in doubt the item is held.
    private static bool IsTopic(ReadOnlySpan<char> said) =>
        said.Length > 5 && said.Contains(' ') && Places.IsCapital(said) && !said.ContainsAnyInRange('0', '9') && !said.ContainsAny(Orders);

    private static readonly SearchValues<string> Orders = SearchValues.Create(
        ["RELEASE", "PUBLI", "HOLD", "UNTIL", "TILL", "BEFORE", "NOT FOR", "NOT TO", "DO NOT", "FREI", "NICHT ", "BIS ", "VOR ", "DIFFUS", "NE PAS", "AVANT", "HASTA", "ANTES", "NO USAR", "NON ", "PRIMA", "VERÖFF", "MIDNIGHT", "MITTERNACHT", "NOON", "DAY", "MONTAG", "DIENSTAG", "MITTWOCH", "DONNERSTAG", "FREITAG", "SAMSTAG", "SONNTAG", "LUNDI", "MARDI", "MERCREDI", "JEUDI", "VENDREDI", "SAMEDI", "DIMANCHE", "LUNES", "MARTES", "MIÉRCOLES", "JUEVES", "VIERNES"],
        StringComparison.Ordinal);

    // Where the mark ends and the headline begins; 0 where that can't be told.
    private static int End(ReadOnlySpan<char> line, bool inBracket, int wordEnd, int said, EmbargoTime time)
    {
        if (inBracket && line[wordEnd..].IndexOfAny(")]】") is >= 0 and var close) return Skip(line, wordEnd + close + 1);

        // The time is read over whatever stands within it; behind it a separator, or the headline itself.
        var from = time.Length > 0 ? said + time.Length : wordEnd;
        for (var at = from; at < line.Length; at++)
        {
            var isMark = line[at] is '|' or '：' or '】' || (line[at] is ':' or '=' && at + 1 < line.Length && !char.IsDigit(line[at + 1])) || (line[at] is '-' or '–' or '—' && at > 0 && line[at - 1] is ' ' && at + 1 < line.Length && line[at + 1] is ' ')
                || line[at..].StartsWith("+++") || line[at..].StartsWith("***") || line[at..].StartsWith("//");
            isMark |= at == wordEnd && line[at] is '-' && line[..at].EndsWith("EMBARGOED", StringComparison.Ordinal);
            if (isMark) return Skip(line, at);
        }

        return time.Length > 0 && from < line.Length && line[from] is ' ' && char.IsUpper(line[from..].TrimStart() is [var first, ..] ? first : ' ') ? Skip(line, from) : 0;
    }

    private static int Skip(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && line[at] is ' ' or ':' or '-' or '–' or '—' or '|' or '=' or '+' or '*' or '/' or '：' or '】' or ')' or ']' or '.' or ',') at++;
        return at == line.Length ? 0 : at;
    }
}
