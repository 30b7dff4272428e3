using System.Collections.Frozen;

namespace Dateline.Formats.Text;

/// <summary>Months and weekdays: English, and the languages whose feeds write their own into RFC 822 dates.</summary>
internal static class MonthNames
{
    // A word is a month if it begins with one of these; what would be ambiguous is written out.
    private static readonly string[][] Beginnings =
    [
        ["jan", "jän", "gen", "ene", "янв", "oca"],
        ["feb", "fév", "fev", "фев", "şub"],
        ["mar", "mär", "mrt", "maa", "мар"],
        ["apr", "avr", "abr", "апр", "nis"],
        ["may", "mai", "mei", "mag", "maj", "мая", "май"],
        ["juin", "jun", "giu", "июн", "haz"],
        ["juil", "jul", "lug", "июл", "tem"],
        ["aug", "aoû", "aou", "ago", "авг", "ağu"],
        ["sep", "set", "сен", "eyl"],
        ["oct", "okt", "ott", "out", "окт", "eki"],
        ["nov", "ноя", "kas"],
        ["dec", "dez", "déc", "dic", "дек", "ara"],
    ];

    private const string Weekdays = "mon tue wed thu fri sat sun mo di mi do fr sa so lun mar mer jeu ven sam dim mié mie jue vie sáb sab dom пн вт ср чт пт сб вс";

    // The same in more languages; short as they are, only whole words count.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MoreWeekdays =
        ("pzt sal çar per cum cmt paz pazartesi salı çarşamba perşembe cuma cumartesi pazar ma wo vr za zo man tir ons tor fre lør søn mån tis lör sön gio seg ter qua qui sex joi vin sâm dum pon pn wt śr czw pt sob nd nie po út st čt pá ne "
            + "δευ τρι τετ πεμ παρ σαβ κυρ нд сб пн вівторок sen sel rab kam jum min senin selasa rabu kamis jumat sabtu minggu ahad hét kedd sze csüt pén szo vas "
            + "الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد شنبه یکشنبه دوشنبه سه‌شنبه سه چهارشنبه چهار پنجشنبه پنج‌شنبه جمعه سوموار منگل بدھ جمعرات ہفتہ اتوار")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryFind(ReadOnlySpan<char> word, out int month)
    {
        for (month = 1; month <= 12; month++)
            foreach (var beginning in Beginnings[month - 1])
                if (word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return true;

        return InText.DayWords.TryMonth(word, out month);
    }

    // Their meaning does not matter (they are often wrong), only that the word is one.
    public static bool IsWeekday(ReadOnlySpan<char> word)
    {
        foreach (var range in Weekdays.AsSpan().Split(' '))
            if (word.StartsWith(Weekdays.AsSpan()[range], StringComparison.OrdinalIgnoreCase)) return true;

        return MoreWeekdays.Contains(word);
    }
}

/// <summary>Zone names: those of RFC 822, and those that wires in fact send.</summary>
internal static class Zones
{
    /// <summary>ET, CT, MT and PT: whichever of standard and summer time North America has on the day.</summary>
    public static bool IsSeasonal(ReadOnlySpan<char> name) => name.Length == 2 && name[1] is 'T' or 't' && name[0] is 'E' or 'C' or 'M' or 'P' or 'e' or 'c' or 'm' or 'p';

    /// <summary>From the second Sunday of March to the first of November.</summary>
    public static bool IsSummer(int year, int month, int day)
    {
        if (month is > 3 and < 11) return true;
        if (month is not (3 or 11)) return false;
        var first = (7 - (int)new DateOnly(year, month, 1).DayOfWeek) % 7 + 1;
        return month == 3 ? day >= first + 7 : day < first;
    }

    public static bool TryFind(ReadOnlySpan<char> name, out int minutes)
    {
        Span<char> upper = stackalloc char[6];
        minutes = 0;
        if (name.Length is 0 or > 6) return false;
        var length = name.ToUpperInvariant(upper);
        int? found = upper[..length] switch
        {
            "Z" or "UT" or "UTC" or "GMT" or "WET" => 0,
            "EST" or "ET" => -300,
            "EDT" or "AST" => -240,
            "CST" or "CT" => -360,
            "CDT" => -300,
            "MST" or "MT" => -420,
            "MDT" => -360,
            "PST" or "PT" => -480,
            "PDT" => -420,
            "AKST" => -540,
            "AKDT" => -480,
            "HST" => -600,
            "ADT" or "BRT" or "ART" => -180,
            "NST" => -210,
            "NDT" => -150,
            "BST" or "WEST" or "CET" or "MEZ" or "WAT" => 60,   // British Summer Time, as news wires mean it
            "CEST" or "MESZ" or "EET" or "SAST" or "CAT" => 120,
            "EEST" or "MSK" or "TRT" or "EAT" => 180,
            "IRST" => 210,
            "IRDT" => 270,
            "GST" => 240,
            "PKT" => 300,
            "IST" => 330,                                       // India, the most frequent of the three ISTs in feeds
            "NPT" => 345,
            "AFT" => 270,
            "UZT" => 300,
            "AZT" or "AMT" or "GET" => 240,
            "MMT" => 390,
            "COT" or "PET" => -300,
            "VET" or "BOT" or "CLT" => -240,
            "UYT" or "CLST" => -180,
            "WIB" or "ICT" => 420,
            "SGT" or "HKT" or "AWST" or "PHT" => 480,
            "JST" or "KST" => 540,
            "ACST" => 570,
            "AEST" => 600,
            "AEDT" => 660,
            "NZST" => 720,
            "NZDT" => 780,
            // RFC 5322 section 4.3: the military letters were wrongly defined in RFC 822 and count as UTC.
            { Length: 1 } => 0,
            _ => null,
        };
        minutes = found ?? 0;
        return found is not null;
    }
}
