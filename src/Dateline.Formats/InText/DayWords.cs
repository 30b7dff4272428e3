using System.Collections.Frozen;
using System.Globalization;

namespace Dateline.Formats.InText;

/// <summary>The day in a dateline: <c>Nov 16</c>, <c>16 November 2026</c>, <c>16 de noviembre</c>, <c>16/11</c>, <c>Monday</c>.</summary>
/// <param name="Day">1 to 31; 0 where only a weekday or a day of another calendar stands there.</param>
/// <param name="Month">1 to 12, or 0: with a day, the month is the one that was.</param>
/// <param name="Year">0 where none is written.</param>
internal readonly record struct DayWords(int Day, int Month, int Year)
{
    private const int LongestText = 40;

    private static readonly FrozenDictionary<string, int> Months = Table(
        "saus yanvar қаңтар студзеня јануари janúar gener xaneiro იანვარი հունվարի জানুয়ারি জানুয়ারি جانفي ledna janvāris janvārī janar siječnja januara januarja јануара януари sausio jaanuar stycznia ianuarie tammikuuta január januára januari січня Ιανουαρίου january jan januar januari janvier janv enero ene gennaio gen janeiro ocak янв января يناير كانون ژانویه جنوری जनवरी",
        "vas fevral ақпан лютага febrúar febrer febreiro თებერვალი փետրվարի ফেব্রুয়ারি ফেব্রুয়ারি فيفري února februāris februārī shkurt veljače februara februarja фебруара февруари vasario veebruar lutego februarie helmikuuta február februára лютого Φεβρουαρίου february feb februar februari février fevrier févr febrero febbraio febr fevereiro fev şubat фев февраля فبراير شباط فوریه فروری फरवरी",
        "kov maret mac наурыз сакавіка març მარტი մարտի মার্চ března marts martā mars ožujka marta marca марта март kovo märts marca martie maaliskuuta március marts березня Μαρτίου march mar märz maerz mrz maart mars marzo março mart мар марта مارس آذار مارچ मार्च",
        "bal aprel сәуір красавіка apríl აპრილი ապրիլի এপ্রিল أفريل dubna aprīlis aprīlī prill travnja aprila априла април balandžio aprill kwietnia aprilie huhtikuuta április apríla квітня Απριλίου april apr avril avr abril abr aprile nisan апр апреля أبريل ابريل نيسان آوریل اپریل अप्रैल",
        "geg may мамыр maí maig მაისი մայիսի মে ماي května maijs maijā maj svibnja maja маја май gegužės maja toukokuuta május mája травня Μαΐου may mai mei mayo maggio mag maio mayıs мая مايو أيار مه مئی मई",
        "birž jun јун iyun маусым чэрвеня јуни júní juny xuño ივნისი հունիսի জুন جوان června jūnijs jūnijā qershor lipnja juna junija јуна юни birželio juuni czerwca iunie kesäkuuta június júna червня Ιουνίου june jun juni juin junio giugno giu junho haziran июн июня يونيو حزيران ژوئن جون जून",
        "liep jul јул iyul шілде ліпеня јули júlí juliol xullo julai ივლისი հուլիսի জুলাই يوليوز جويلية července jūlijs jūlijā korrik srpnja jula julija јула юли liepos juuli lipca iulie heinäkuuta július júla липня Ιουλίου july jul juli juillet juil julio luglio lug julho temmuz июл июля يوليو تموز ژوئیه جولائی जुलाई",
        "rugp avqust avgust тамыз жніўня ágúst agost ogos აგვისტო օգոստոսի আগস্ট غشت أوت srpna augusts augustā gusht kolovoza avgusta августа август rugpjūčio sierpnia elokuuta augusztus augusta серпня Αυγούστου agustus august aug août aout agosto ago ağustos авг августа أغسطس اغسطس آب اوت اگست अगस्त",
        "rugs septembar септембар sentyabr қыркүйек верасня setembre სექტემბერი սեպտեմբերի সেপ্টেম্বর شتنبر září septembris septembrī shtator rujna septembra септембра септември rugsėjo września septembrie syyskuuta szeptember septembra вересня Σεπτεμβρίου september sep sept septembre septiembre settembre set setembro eylül сен сентября سبتمبر أيلول سپتامبر ستمبر सितंबर",
        "spal oktobar октобар oktyabr қазан кастрычніка outubro ოქტომბერი հոկտեմբերի অক্টোবর října oktobris oktobrī tetor oktobra октобра октомври spalio oktoober października octombrie lokakuuta október októbra жовтня Οκτωβρίου october oct oktober okt octobre octubre ottobre ott outubro out ekim окт октября أكتوبر اكتوبر تشرين اکتبر اکتوبر अक्टूबर",
        "lapkr novembar новембар noyabr қараша лістапада nóvember ნოემბერი նոյեմբերի নভেম্বর نونبر listopadu novembris novembrī nëntor studenoga studenog novembra новембра ноември lapkričio listopada noiembrie marraskuuta novembra листопада Νοεμβρίου november nov noi novembre noviembre novembro kasım ноя ноября نوفمبر نوامبر نومبر नवंबर",
        "gruod decembar децембар dekabr желтоқсан снежня desembre disember დეკემბერი դեկտեմբերի ডিসেম্বর دجنبر prosince decembris decembrī dhjetor prosinca decembra децембра декември gruodžio detsember grudnia decembrie joulukuuta decembra грудня Δεκεμβρίου desember des december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro aralık дек декабря ديسمبر دسامبر دسمبر दिसंबर");

    // Known for what they are; the calendar they belong to is not counted here.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherDays =
        "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag hétfő kedd szerda csütörtök péntek szombat vasárnap ponedjeljak utorak srijeda četvrtak petak subota nedjelja ponedeljak sreda nedelja poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle pondelok utorok streda štvrtok piatok nedeľa luni marți miercuri joi vineri sâmbătă duminică pazartesi salı çarşamba perşembe cuma cumartesi pazar maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai segunda-feira terça-feira quarta-feira quinta-feira sexta-feira понедельник вторник среда четверг пятница суббота воскресенье الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند محرم صفر رجب شعبان رمضان شوال"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthNames = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, int> Table(params string[] months) => months
        .SelectMany((names, index) => names.Split(' ').Select(name => (name, month: index + 1)))
        .DistinctBy(pair => pair.name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(pair => pair.name, pair => pair.month, StringComparer.OrdinalIgnoreCase);

    /// <summary>The month a word names, in any of the languages.</summary>
    public static bool TryMonth(ReadOnlySpan<char> word, out int month) => MonthNames.TryGetValue(word, out month);

    /// <summary>The year that a word of four digits of any script is; false where it is none of our calendar.</summary>
    public static bool TryYear(ReadOnlySpan<char> word, out int year) => TryNumber(word, out year) && word.Length == 4 && year is > 1800 and < 3000;

    /// <summary>False unless every word of the text belongs to a day.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out DayWords day)
    {
        day = default;
        if (text.Length is 0 or > LongestText) return false;
        int number = 0, month = 0, year = 0, named = 0;
        var hyphens = text.Count('-') == 2 && named == 0;
        foreach (var range in hyphens ? text.SplitAny(' ', ',', '.', '/', ' ', '،', '-') : text.SplitAny(' ', ',', '.', '/', ' ', '،'))
        {
            var word = text[range];
            if (word.IsEmpty || word is "de" or "of" or "del" or "den" or "le" or "am" or "d" or "م" or "ه" or "هـ" or "في" or "г" or "года" or "року") continue;
            if (TryNumber(word, out var value))
            {
                if (value > 31 && year == 0) year = value < 100 ? 2000 + value : value;
                else if (number == 0) number = value;
                else if (month == 0 && value is >= 1 and <= 12) month = value;
                else if (month == 0 && number is >= 1 and <= 12 && value <= 31 && text.Contains('/')) (number, month) = (value, number);   // 11/16/2026
                else if (year == 0 && number > 0 && month > 0 && word.Length == 2 && text.ContainsAny('.', '/')) year = 2000 + value;   // 30.11.26
                else return false;
            }
            else if (MonthNames.TryGetValue(word, out var found) && (month == 0 || named == 0 || found == month)) (month, named) = (found, named + 1);
            else if (word is "الثاني" && month is 1 or 10) month = month == 10 ? 11 : 1;       // the Levant's months: second Tishrin, second Kanun
            else if (word is "الأول" or "الاول" && month is 1 or 10) month = month == 1 ? 12 : 10;
            else if (OtherDays.Contains(word)) named++;
            else return false;
        }

        if (named == 0 && (number == 0 || month == 0 || !(text.ContainsAny('/', '.') || (hyphens && year > 0)))) return false;
        if (named > 0 && number == 0 && month > 0) return false;
        day = new(month == 0 ? 0 : number, month, year);
        return true;
    }

    /// <summary>The day with the year that brings it nearest to when the item was made; null if it is none of our calendar.</summary>
    public DateOnly? Near(DateTimeOffset? made)
    {
        if (Day == 0 || (Year == 0 && made is null)) return null;
        if (Month == 0) return NearestMonth(DateOnly.FromDateTime(made!.Value.UtcDateTime));
        if (Year > 0) return In(Year);
        var around = DateOnly.FromDateTime(made!.Value.UtcDateTime);
        DateOnly? best = null;
        for (var year = Math.Max(1, around.Year - 1); year <= Math.Min(9999, around.Year + 1); year++)
            if (In(year) is { } day && (best is null || Distance(day) < Distance(best.Value))) best = day;

        return best;

        int Distance(DateOnly day) => Math.Abs(day.DayNumber - around.DayNumber);
    }

    // 台北16日: the month is the one in which that day was nearest.
    private DateOnly? NearestMonth(DateOnly around)
    {
        DateOnly? best = null;
        foreach (var months in (ReadOnlySpan<int>)[-1, 0, 1])
        {
            if ((around.Year == 1 && around.Month + months < 1) || (around.Year == 9999 && around.Month + months > 12)) continue;
            var month = new DateOnly(around.Year, around.Month, 1).AddMonths(months);
            if (Day > DateTime.DaysInMonth(month.Year, month.Month)) continue;
            var day = new DateOnly(month.Year, month.Month, Day);
            if (best is null || Math.Abs(day.DayNumber - around.DayNumber) < Math.Abs(best.Value.DayNumber - around.DayNumber)) best = day;
        }

        return best;
    }

    private DateOnly? In(int year) => year is >= 1 and <= 9999 && Month is >= 1 and <= 12 && Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;

    private static bool TryNumber(ReadOnlySpan<char> word, out int value)
    {
        if (word.EndsWith("er", StringComparison.OrdinalIgnoreCase) || word.EndsWith("th", StringComparison.OrdinalIgnoreCase) || word.EndsWith("st", StringComparison.OrdinalIgnoreCase)) word = word[..^2];
        Span<char> digits = stackalloc char[4];
        value = 0;
        if (word.Length is 0 or > 4) return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(word[i]) is not (>= 0 and var digit)) return false;
            digits[i] = (char)('0' + digit);
        }

        return int.TryParse(digits[..word.Length], NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
