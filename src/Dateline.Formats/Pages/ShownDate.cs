using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Formats.InText;
using Dateline.Formats.Text;

namespace Dateline.Formats.Pages;

/// <summary>
/// Days as pages show them to their readers, in words that no feed sends: with the weekday of any language before them, in the order of
/// Hungarian and Swahili, with the years of Thailand's calendar, with the months of Hebrew, Hindi, Bengali, Thai and Vietnamese.
/// </summary>
internal static partial class ShownDate
{
    private const int Longest = 60;
    private const int Buddhist = 543;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙");

#pragma warning disable MA0009 // at most 60 characters are looked at
    [GeneratedRegex(@"^(?:(?<day>\d{1,2})\.? ?(?:de |ngày |ב)?(?<month>\p{L}[\p{L}\p{M}.]*(?: \d{1,2})?)(?: de)?[ ,./-]+(?<year>\d{4})|(?<year>\d{4})[.,]? (?<month>\p{L}[\p{L}\p{M}]+) (?<day>\d{1,2})\.?|(?<month>\p{L}[\p{L}\p{M}]+) (?<day>\d{1,2}),? (?<year>\d{4}))(?<rest>\D.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"^[\s,.|:–—/-]*(?:\p{L}[\p{L}\p{M}.]{0,4}[.:]? )?(?<hour>\d{1,2}) ?[:.h] ?(?<minute>\d{2})(?::\d{2})?(?: ?(?<half>[AaPp][Mm]))?(?: ?(?<zone>[A-Z]{2,4}|น\.|uhr|uur|óra|h))?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Clock { get; }
    // 2026.11.16. 오후 5:15, 2026年11月16日（月）17:15
    [GeneratedRegex(@"^(?<year>\d{4})[.年] ?(?<month>\d{1,2})[.月] ?(?<day>\d{1,2})[.日]? ?(?:[（(]\p{L}[)）])? ?(?<half>오전|오후|上午|下午|午前|午後)? ?(?<hour>\d{1,2})[:：时時](?<minute>\d{2})(?<rest>\D.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Eastern { get; }
#pragma warning restore MA0009

    private static readonly FrozenSet<string> Weekdays = ChromeWords.Set(
        "понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа п’ятниця п'ятниця субота неділя понеделник сряда петък събота неделя δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică "
        + "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai pazartesi salı çarşamba perşembe cuma cumartesi pazar senin selasa rabu kamis jumat sabtu minggu jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili "
        + "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์ วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WeekdayWords = Weekdays.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // Two words each.
    private static readonly string[] LongWeekdays = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật", "יום ראשון", "יום שני", "יום שלישי", "יום רביעי", "יום חמישי", "יום שישי"];

    private static readonly string[] Months =
    [
        "ม.ค. มกราคม जनवरी জানুয়ারি জানুয়ারী ינואר januari", "ก.พ. กุมภาพันธ์ फरवरी फ़रवरी ফেব্রুয়ারি ফেব্রুয়ারী פברואר februari", "มี.ค. มีนาคม मार्च মার্চ מרץ machi", "เม.ย. เมษายน अप्रैल এপ্রিল אפריל aprili", "พ.ค. พฤษภาคม मई মে מאי mei", "มิ.ย. มิถุนายน जून জুন יוני juni",
        "ก.ค. กรกฎาคม जुलाई জুলাই יולי julai", "ส.ค. สิงหาคม अगस्त আগস্ট אוגוסט agosti", "ก.ย. กันยายน सितंबर सितम्बर সেপ্টেম্বর ספטמבר septemba", "ต.ค. ตุลาคม अक्टूबर অক্টোবর אוקטובר oktoba", "พ.ย. พฤศจิกายน नवंबर नवम्बर নভেম্বর נובמבר novemba", "ธ.ค. ธันวาคม दिसंबर दिसम्बर ডিসেম্বর דצמבר desemba",
    ];

    private static readonly FrozenDictionary<string, int> MonthNames = Months.SelectMany((names, at) => names.Split(' ').Select(name => (name, at + 1))).ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>The moment a line names, where nothing else stands in it; null where it is another line.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text)
    {
        if (text.Length is < 8 or > Longest || text.IndexOfAny(Digits) is not (>= 0 and var digit)) return null;
        if (!HasYear(text)) return null;
        var weekday = Weekday(text);
        if (weekday > 0 && NewsDate.TryRead(text[weekday..], out var instant)) return instant;
        if (char.IsAsciiDigit(text[0]) && Eastern.Match(text.ToString()) is { Success: true } eastern)
            return NewsDate.TryRead(string.Create(CultureInfo.InvariantCulture, $"{eastern.Groups["year"].Value}-{Number(eastern, "month"):00}-{Number(eastern, "day"):00} {Number(eastern, "hour")}:{eastern.Groups["minute"].Value}{(eastern.Groups["half"].Value switch { "오후" or "下午" or "午後" => " PM", "" => "", _ => " AM" })}"), out instant) ? instant : null;

        // Where a month is named first it stands before the first digit.
        if (digit > weekday && !char.IsLetter(text[weekday])) return null;
        if (Named.Match(Plain(text[weekday..])) is not { Success: true } match || Month(match.Groups["month"].Value) is not { } month) return null;
        var (year, day) = (Number(match, "year"), Number(match, "day"));
        if (year is > 2500 and < 2650) year -= Buddhist;
        if (year is < 1900 or > 2200 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var rest = match.Groups["rest"].Value.Trim();
        var date = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}");
        if (rest.Length > 0)
        {
            var after = rest.TrimStart(',', '.', ' ', '|', '-', '–', '—');
            if (Weekday(after) is > 0 and var named) after = after[named..];
            if (Clock.Match(after) is not { Success: true } clock) return after.Length == 0 && NewsDate.TryRead(date, out instant) ? instant : null;
            var zone = clock.Groups["zone"].Value;
            date = $"{date} {clock.Groups["hour"].Value}:{clock.Groups["minute"].Value} {clock.Groups["half"].Value} {(zone.Length > 1 && char.IsAsciiLetterUpper(zone[0]) ? zone : "")}";
        }

        return NewsDate.TryRead(date.TrimEnd(), out instant) ? instant : null;
    }

    private static bool HasYear(ReadOnlySpan<char> text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsDigit(c) ? run + 1 : 0;
            if (run == 4) return true;
        }

        return false;
    }

    private static int Weekday(ReadOnlySpan<char> text)
    {
        foreach (var name in LongWeekdays)
            if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return Past(text, name.Length);

        var end = text.IndexOfAny(' ', ',', '،');
        return end > 1 && WeekdayWords.Contains(text[..end].TrimEnd('.')) ? Past(text, end) : 0;
    }

    private static int Past(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length - 1 && text[at] is ' ' or ',' or '،' or '.' or '-' or '–' or 'ท' or 'ี' or '่') at++;
        return at;
    }

    private static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            plain.Append(CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c is '\u00A0' or '\u202F' ? ' ' : c is '،' ? ',' : c);

        return plain.ToString();
    }

    private static int? Month(string name)
    {
        // Vietnamese counts them: "16 tháng 11, 2026".
        if (name.StartsWith("tháng ", StringComparison.OrdinalIgnoreCase)) return int.TryParse(name.AsSpan("tháng ".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12 ? number : null;
        return MonthNames.TryGetValue(name, out var month) || DayWords.TryMonth(name.TrimEnd('.'), out month) ? month : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
