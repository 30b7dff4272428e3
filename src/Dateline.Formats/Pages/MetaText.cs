using System.Buffers;
using System.Text.RegularExpressions;
using Dateline.Formats.InText;
using Dateline.Formats.Text;

namespace Dateline.Formats.Pages;

/// <summary>Lines that tell of a story rather than telling it: when it was published, by whom, how long it takes to read.</summary>
internal static partial class MetaText
{
    private const int LongestLine = 140;

    private static readonly string[] Openings =
        ["published", "updated", "last updated", "last modified", "posted", "first published", "created", "date:", "by ", "written by", "reported by", "author:", "מאת", "بقلم", "作者", "story by", "von ", "veröffentlicht", "aktualisiert", "stand:", "publié", "mis à jour", "par ", "publicado", "actualizado", "por ", "atualizado", "pubblicato", "aggiornato", "di ", "gepubliceerd", "опубликовано", "обновлено", "автор:", "نشر", "تاريخ النشر", "آخر تحديث", "تم النشر", "كتب", "تاریخ انتشار", "تاریخ", "زمان انتشار", "کد خبر", "شناسه خبر", "发布时间", "来源：", "来源:", "作者：", "更新", "公開", "配信", "प्रकाशित", "अपडेट", "published by", "edited by", "source:", "views"];

    public static bool IsMeta(string text)
    {
        if (text.Length > LongestLine || TextWeight.EndsSentence(text) && text.Length > 60) return false;
        var line = text.AsSpan().Trim();
        if (line.Contains("min read", StringComparison.OrdinalIgnoreCase) || line.Contains("minute read", StringComparison.OrdinalIgnoreCase) || line.Contains("mins read", StringComparison.OrdinalIgnoreCase)) return true;
        if (NewsDate.TryRead(line, out _) || DayWords.TryRead(line, out _) || IsClock(line) || IsMinutes(line) || ShownDate.Read(line) is not null) return true;
        foreach (var opening in Openings)
            if (line.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return opening[^1] != ' ' || BylineText.Read(line, Nobody) is not null || (line.Length < 60 && HasDate(line));

        return line.Length < 60 && HasDate(line) && !TextWeight.HasSentence(line);
    }

    /// <summary>The moment or day a line names, with or without a word before it.</summary>
    public static DateTimeOffset? Date(string text)
    {
        if (text.Length > LongestLine) return null;
        var line = text.AsSpan().Trim();
        foreach (var label in DateLabels)
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase)) line = line[label.Length..].Trim(": ");

        if (NewsDate.TryRead(line, out var instant)) return instant;
        if (ShownDate.Read(line) is { } shown) return shown;
        if (Turned(line.ToString()) is { } turned && NewsDate.TryRead(turned, out instant)) return instant;

        // "2026-11-16 09:30 来源：…", "16 novembre 2026 à 10h30, modifié le …": the first of what the line says.
        foreach (var end in DateEnds)
            if (line.IndexOf(end, StringComparison.OrdinalIgnoreCase) is > 6 and var cut && NewsDate.TryRead(line[..cut].Trim(), out instant)) return instant;

        // "Mara Quill — Monday, 16 November 2026, 10:15"
        foreach (var sign in DateSigns)
            if (line.LastIndexOf(sign, StringComparison.Ordinal) is > 2 and var before && line[(before + sign.Length)..].Trim() is var behind && (NewsDate.TryRead(behind, out instant) || (ShownDate.Read(behind) is { } said && (instant = said) == said))) return instant;

        // "PAP / 16.11.2026 09:30"
        if (line.IndexOfAny('/', '|', '•') is > 1 and var joint && Agencies.IsKnown(line[..joint].Trim()) && NewsDate.TryRead(line[(joint + 1)..].Trim(), out instant)) return instant;
        return DayWords.TryRead(line, out var day) && day is { Year: > 0, Month: > 0 } && day.Near(null) is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
    }

#pragma warning disable MA0009 // at most 140 characters are looked at
    [GeneratedRegex(@"^(?<time>\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?),? (?:on )?(?<date>\D.{5,30}\d{4}|\d{1,2}[ ./-].{3,20}\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeFirst { get; }

    [GeneratedRegex(@"^\d{4}年\d{1,2}月\d{1,2}日(?: ?\d{1,2}:\d{2}(?::\d{2})?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Eastern { get; }

    [GeneratedRegex(@"(?<date>\d{1,2} \p{L}+(?: \p{L}+)? \d{4})[ ,،-]+(?<time>\d{1,2}:\d{2}) ?(?<half>ص|م)$", RegexOptions.CultureInvariant)]
    private static partial Regex ArabicNoon { get; }
#pragma warning restore MA0009

    // "9:12 AM GMT, November 16, 2026"; "2026年11月16日 17:12 新华社 …"; "الاثنين، 16 نوفمبر 2026 09:12 ص"
    private static string? Turned(string line)
    {
        if (!line.Any(char.IsAsciiDigit)) return null;
        if (TimeFirst.Match(line) is { Success: true } first) return $"{first.Groups["date"].Value} {first.Groups["time"].Value}";
        if (char.IsAsciiDigit(line[0]) && Eastern.Match(line) is { Success: true } eastern) return eastern.Value;
        return line[^1] is 'ص' or 'م' && ArabicNoon.Match(line) is { Success: true } noon ? $"{noon.Groups["date"].Value} {noon.Groups["time"].Value} {(noon.Groups["half"].Value == "ص" ? "AM" : "PM")}" : null;
    }

    // The longest first: "publié le" before "publié".
    private static readonly string[] DateLabels = [.. new[] { "first published on", "first published", "stand", "publicerad", "publicerat", "publisert", "publiceret", "udgivet", "julkaistu", "gepubliceerd op", "gepubliceerd", "geplaatst op", "geplaatst", "dodano", "opublikowano", "data publikacji", "utworzono", "publikováno", "vydáno", "megjelent", "közzétéve", "publicat", "yayınlanma tarihi", "yayınlanma", "yayın tarihi", "oluşturulma tarihi", "giriş tarihi", "diterbitkan", "tayang", "erstellt am", "erschienen am", "mis en ligne le", "publié", "pubblicato", "publicado em", "опубліковано", "дата публикации", "입력", "등록", "승인", "기사입력", "公開日", "公開", "投稿日", "配信", "发布于", "發布時間", "פורסם", "प्रकाशित", "अपडेट", "প্রকাশ", "প্রকাশিত", "เผยแพร่", "วันที่", "đăng lúc", "cập nhật", "updated on", "updated", "last updated", "published on", "published", "posted on", "posted", "date", "veröffentlicht am", "veröffentlicht", "publié le", "publicado el", "publicado", "pubblicato il", "опубликовано", "تاریخ انتشار", "تاريخ النشر", "نشر في", "发布时间" }.OrderByDescending(label => label.Length)];

    private static readonly string[] SourceLabels = ["来源：", "来源:", "來源：", "來源:", "출처:", "출처 :", "source:", "source :", "quelle:", "fuente:", "fonte:", "источник:", "المصدر:", "المصدر :", "منبع:", "منبع :", "出典：", "出典:", "स्रोत:", "स्रोत :", "ذریعہ:", "kaynak:", "bron:", "źródło:", "zdroj:", "kilde:", "källa:", "forrás:", "πηγή:", "מקור:", "nguồn:", "sumber:", "via:"];

    private static readonly SearchValues<char> SourceEnds = SearchValues.Create("|｜,，、()（）[【\u3000");

    /// <summary>Whose text the line above a story says it is: 来源：海湾日报 作者：…</summary>
    public static string? Source(string text)
    {
        if (text.Length > LongestLine) return null;
        foreach (var label in SourceLabels)
        {
            var at = text.IndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetter(text[at - 1]))) continue;
            var name = text.AsSpan(at + label.Length).Trim();
            var end = name.IndexOfAny(SourceEnds);
            if (end >= 0) name = name[..end];
            // Ideographs have no spaces in a name.
            if (!name.IsEmpty && name[0] >= '\u3040' && name.IndexOf(' ') is > 0 and var gap) name = name[..gap];
            if (name.Trim() is { Length: > 1 and < 40 } source && char.IsLetter(source[0]) && !NewsDate.TryRead(source, out _)) return source.ToString();
        }

        return Dated(text.AsSpan().Trim());
    }

    // "PAP / 16.11.2026 09:30", "16. November 2026 | dpa": an agency that is known, and when.
    private static string? Dated(ReadOnlySpan<char> line)
    {
        const int LongestDated = 60;
        if (line.Length > LongestDated || line.IndexOfAny('/', '|', '•') is not (> 1 and var joint) || !line.ContainsAnyInRange('0', '9')) return null;
        var first = line[..joint].Trim();
        if (Agencies.IsKnown(first)) return Date(line[(joint + 1)..].Trim().ToString()) is null ? null : first.ToString();
        joint = line.LastIndexOfAny('/', '|', '•');
        var last = line[(joint + 1)..].Trim();
        return Agencies.IsKnown(last) && Date(line[..joint].Trim().ToString()) is not null ? last.ToString() : null;
    }

    private static readonly string[] DateEnds = ["来源", "來源", "作者", "编辑", "کد", "|", ";", " / ", " – ", " — ", " - ", " · ", " • ", "(", ", modifi", ", mis à jour", ", upd", " upd", " uhr", ", aktualisiert", ", actualiz", ", aggiorn", " di ", " by ", " atualiz", " actualiz", " 수정", " uppdaterad"];

    private static readonly string[] DateSigns = [" — ", " – ", " | ", " • ", " · "];

    private static readonly Signatures Nobody = new([]);

    private static readonly SearchValues<char> ClockChars = SearchValues.Create("0123456789:APMapm. ");

    // "10:15", "9.12 a.m.", "10:15 GMT", "14.32 Uhr", "kl. 09.15"
    private static bool IsClock(ReadOnlySpan<char> line)
    {
        const int Longest = 14;
        if (line.Length >= Longest || line.IndexOfAnyInRange('0', '9') is not (>= 0 and <= 4 and var first)) return false;
        if (first > 0 && line[..first] is not ("kl. " or "kl " or "klo " or "at ")) return false;
        line = line[first..];
        if (!line.ContainsAnyExcept(ClockChars)) return line.Contains(':');
        var digits = line.IndexOfAnyExcept(ClockDigits);
        return digits is 4 or 5 && line[..digits].ContainsAny(':', '.') && line[digits..].Trim() is "GMT" or "BST" or "UTC" or "CET" or "CEST" or "EST" or "EDT" or "ET" or "PT" or "IST" or "Uhr" or "uur" or "MSK" or "МСК" or "WIB" or "WITA";
    }

    /// <summary>How long a text takes to read, as browsers write it above one: "2–3 minutes".</summary>
    public static bool IsMinutes(ReadOnlySpan<char> line)
    {
        const int Longest = 16;
        if (line.Length is < 5 or > Longest || !char.IsAsciiDigit(line[0])) return false;
        var word = line.TrimStart("0123456789-– ");
        return word is "minutes" or "minute" or "min" or "Minuten" or "Minute" or "minuti" or "minutos" or "minuten" or "minut" or "минут" or "минуты" or "dakika" or "دقيقة" or "دقائق" or "دقیقه";
    }

    private static readonly SearchValues<char> ClockDigits = SearchValues.Create("0123456789:.");

    // A year beside another number in a short line: "Tuesday, 16 November 2026 - 10:30".
    private static bool HasDate(ReadOnlySpan<char> line)
    {
        var numbers = 0;
        var year = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsDigit(line[i])) continue;
            var start = i;
            while (i < line.Length && char.IsDigit(line[i])) i++;
            numbers++;
            year |= i - start == 4;
        }

        return (year && numbers >= 2) || (numbers >= 3 && line.ContainsAny(':', '/'));
    }
}
