using System.Collections.Frozen;
using System.Globalization;

namespace Dateline.Formats.InText;

/// <summary>What can be the place of a dateline.</summary>
internal static class Places
{
    private const int LongestPlace = 60;
    private const int MostWords = 6;

    // Cities that stand alone in datelines; without agency or day nothing but these is believed to be a place.
    private static readonly FrozenSet<string> Cities = (
        "ADELAIDE|HOBART|DARWIN|CHRISTCHURCH|HALIFAX|WINNIPEG|EDMONTON|REGINA|ST. JOHN'S|FREDERICTON|CHARLOTTETOWN|WHITEHORSE|YELLOWKNIFE|IQALUIT|INDIANAPOLIS|MILWAUKEE|OKLAHOMA CITY|SAN ANTONIO|ALGER|BEYROUTH|DAMAS|LE CAIRE|LA HAYE|VARSOVIE|MOSCOU|PÉKIN|ATHÈNES|LISBONNE|COPENHAGUE|VIENNE|VARSAVIA|LONDRA|PARIGI|BERLINO|MOSCA|PECHINO|BRUXELLES|BRUSSEL|MOSKAU|PEKING|WARSCHAU|PRAG|ATHEN|LISSABON|KOPENHAGEN|ROM|KAIRO|BEIRUT|BAGDAD|BAGDAD|TÉHÉRAN|TEHERAN|BERNA|GINEBRA|MOSCÚ|PEKÍN|VIENA|ATENAS|EL CAIRO|JERUSALÉN|NUEVA YORK|CIUDAD DE MÉXICO|BOGOTÁ|ANKARA|İSTANBUL|SAMARRA|KARBALA|MASHHAD|ISFAHAN|SHIRAZ|TABRIZ|SRINAGAR|KOLKATA|CHENNAI|HYDERABAD|BENGALURU|LUCKNOW|AHMEDABAD|PESHAWAR|QUETTA|RAWALPINDI|MULTAN|FAISALABAD|CHITTAGONG|CEBU|DAVAO|SURABAYA|BANDUNG|PENANG|JOHOR BAHRU|GUANGZHOU|SHENZHEN|CHENGDU|WUHAN|HARBIN|URUMQI|LHASA|OSAKA|NAGOYA|SAPPORO|BUSAN|INCHEON|"
        + "ABIDJAN|ABU DHABI|ABUJA|ACCRA|ADDIS ABABA|ADEN|ALEPPO|ALGIERS|ALMATY|AMMAN|AMSTERDAM|ANKARA|ANTANANARIVO|ARBIL|ERBIL|ASHGABAT|ASMARA|ASTANA|ASUNCION|ATHENS|ATLANTA|AUCKLAND|BAGHDAD|BAKU|BALTIMORE|BAMAKO|BANGKOK|BARCELONA|BASRA|BEIJING|BEIRUT|BELFAST|BELGRADE|BERLIN|BERN|BERNE|BISHKEK|BOGOTA|BOGOTÁ|BONN|BOSTON|BRASILIA|BRASÍLIA|BRATISLAVA|BRISBANE|BRUSSELS|BRUXELLES|BRÜSSEL|BUCHAREST|BUDAPEST|BUENOS AIRES|CAIRO|CALGARY|CANBERRA|CAPE TOWN|CARACAS|CASABLANCA|CHICAGO|CHISINAU|CINCINNATI|CLEVELAND|COLOMBO|CONAKRY|COPENHAGEN|DAKAR|DALLAS|DAMASCUS|DAR ES SALAAM|DELHI|DENVER|DETROIT|DHAKA|DJIBOUTI|DOHA|DUBAI|DUBLIN|DUSHANBE|EDINBURGH|FRANKFURT|FREETOWN|GAZA|GAZA CITY|GENEVA|GENF|GENÈVE|GLASGOW|GUATEMALA CITY|HAMBURG|HANOI|HARARE|HAVANA|HELSINKI|HONG KONG|HONOLULU|HOUSTON|ISLAMABAD|ISTANBUL|JAKARTA|JERUSALEM|JOHANNESBURG|JUBA|KABUL|KAMPALA|KARACHI|KATHMANDU|KHARTOUM|KIEV|KYIV|KIGALI|KINGSTON|KINSHASA|KUALA LUMPUR|KUWAIT|KUWAIT CITY|LA PAZ|LAGOS|LAHORE|LAS VEGAS|LIMA|LISBON|LISBOA|LJUBLJANA|LONDON|LONDRES|LOS ANGELES|LUANDA|LUSAKA|LUXEMBOURG|LYON|MADRID|MANAGUA|MANAMA|MANILA|MAPUTO|MARSEILLE|MECCA|MEDINA|MELBOURNE|MEXICO CITY|MIAMI|MILAN|MILANO|MINNEAPOLIS|MINSK|MOGADISHU|MONROVIA|MONTEVIDEO|MONTREAL|MONTRÉAL|MOSCOW|MOSUL|MUMBAI|MUNICH|MÜNCHEN|MUSCAT|NAIROBI|NAJAF|NAJAF ASHRAF|NEW DELHI|NEW ORLEANS|NEW YORK|NIAMEY|NICOSIA|NOUAKCHOTT|OSLO|OTTAWA|PANAMA CITY|PARIS|PERTH|PHILADELPHIA|PHNOM PENH|PHOENIX|PITTSBURGH|PORT-AU-PRINCE|PRAGUE|PRETORIA|PRISTINA|PYONGYANG|QOM|QUEBEC|QUITO|RABAT|RAMALLAH|RANGOON|REYKJAVIK|RIGA|RIO DE JANEIRO|RIYADH|ROM|ROMA|ROME|SALT LAKE CITY|SAN DIEGO|SAN FRANCISCO|SAN SALVADOR|SANAA|SANA'A|SANTIAGO|SANTO DOMINGO|SAO PAULO|SÃO PAULO|SARAJEVO|SEATTLE|SEOUL|SHANGHAI|SINGAPORE|SKOPJE|SOFIA|ST. LOUIS|STOCKHOLM|STRASBOURG|SYDNEY|TAIPEI|TALLINN|TASHKENT|TBILISI|TEGUCIGALPA|TEHRAN|TEL AVIV|THE HAGUE|TIRANA|TOKYO|TORONTO|TRIPOLI|TUNIS|ULAANBAATAR|UNITED NATIONS|VANCOUVER|VATICAN CITY|VIENNA|VIENTIANE|VILNIUS|WARSAW|WASHINGTON|WELLINGTON|WIEN|WINDHOEK|YANGON|YAOUNDE|YEREVAN|ZAGREB|ZURICH|ZÜRICH|"
        + "МОСКВА|КИЕВ|КИЇВ|МИНСК|САНКТ-ПЕТЕРБУРГ|АСТАНА|ТАШКЕНТ|СОФИЯ|БЕОГРАД|ΑΘΗΝΑ|"
        + "القاهرة|بيروت|دمشق|بغداد|عمان|عمّان|الرياض|الدوحة|دبي|أبوظبي|أبو ظبي|الكويت|المنامة|مسقط|صنعاء|عدن|الخرطوم|طرابلس|تونس|الجزائر|الرباط|نواكشوط|غزة|القدس|القدس المحتلة|رام الله|واشنطن|لندن|باريس|موسكو|برلين|جنيف|نيويورك|طهران|أنقرة|إسطنبول|النجف|كربلاء|الأمم المتحدة|"
        + "تهران|قم|مشهد|اصفهان|تبریز|شیراز|کابل|دوشنبه|نجف|کربلا|واشنگتن|پاریس|مسکو|ژنو|نیویورک|آنکارا|اسلام آباد|اسلام‌آباد|کراچی|لاہور|پشاور|کوئٹہ|راولپنڈی|ملتان|فیصل آباد|مظفر آباد|سری نگر|گلگت|नई दिल्ली|दिल्ली|मुंबई|लखनऊ|पटना|कोलकाता|जयपुर").Split('|').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CityNames = Cities.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Connectors =
        "de del la las los le les el al am an der den im in of the upon sur sous ob bei di da do dos e y und and et zu aan op en".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsCity(ReadOnlySpan<char> text) => CityNames.Contains(text);

    public static bool IsCityInAnyCase(ReadOnlySpan<char> text)
    {
        Span<char> upper = stackalloc char[LongestPlace];
        return text.Length <= LongestPlace && CityNames.Contains(upper[..text.ToUpperInvariant(upper)]);
    }

    /// <summary>Whether a text in small and large letters has none of the small ones.</summary>
    public static bool IsCapital(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) letters++;
        }

        return letters > 1;
    }

    /// <summary>A few words, each a name's: <c>New York</c>, <c>Frankfurt am Main</c>, <c>Washington D.C.</c>, <c>Berlin/London</c>.</summary>
    public static bool IsLike(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > LongestPlace) return false;
        var words = 0;
        var first = true;
        foreach (var range in text.SplitAny(' ', '/', ' '))
        {
            var word = text[range];
            if (word.IsEmpty) continue;
            if (++words > MostWords) return false;
            if (!first && Connectors.Contains(word)) continue;
            if (!IsName(word)) return false;
            first = false;
        }

        return words > 0;
    }

    // AKRON, Ohio — …; a capital alone may be anybody's acronym, BREAKING or NATO.
    public static bool IsCapitalWithRegion(ReadOnlySpan<char> place)
    {
        var comma = place.IndexOf(',');
        return comma > 3 && IsCapital(place[..comma]) && place[(comma + 1)..].Trim() is { Length: > 2 } region && region.ContainsAnyInRange('a', 'z');
    }

    private static bool IsName(ReadOnlySpan<char> word)
    {
        if (!char.IsLetter(word[0]) || char.IsLower(word[0])) return false;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || c is '-' or '\'' or '’' or '\u200C') continue;
            if (c == '.' && word.Length <= 6) continue;
            return false;
        }

        return true;
    }
}
