using System.Collections.Frozen;

namespace Dateline.Formats.InText;

/// <summary>
/// Names under which news agencies sign in a text. Only who is known here, or is the sender, is taken out of a text by name
/// alone: what looks like an agency may be an alliance, a party or a chemist.
/// </summary>
internal static class Agencies
{
    public const int LongestName = 60;

    private static readonly FrozenSet<string> Names = Words(
        // Latin script. Those of two or three letters are matched in the case they are written in, see IsKnown.
        "Reuters|Thomson Reuters|RTR|RTRS|rtr|REU|reu|AP|ap|afp|A.P.|Associated Press|The Associated Press|AFP|Agence France-Presse|Agence France Presse|dpa|DPA|Deutsche Presse-Agentur|dpa-AFX|dpa/AFX|dpa-infocom|ots|news aktuell|SID|sid|epd|EPD|KNA|kna|ddp|dapd|AFX|pte|"
        + "APA|apa|ats|ATS|sda|SDA|SDA-ATS|ATS-SDA|Keystone-SDA|Keystone-ATS|Keystone|awp|AWP|ANP|Belga|BELGA|EFE|efe|Agencia EFE|Europa Press|EP|ANSA|Ansa|Adnkronos|AGI|AdnKronos|LaPresse|Askanews|Italpress|Servimedia|ECNS|AZƏRTAC|Azərtac|Dire|Lusa|LUSA|"
        + "TASS|ITAR-TASS|Itar-Tass|RIA Novosti|RIA|Sputnik|Interfax|INTERFAX.RU|Interfax.ru|Interfax-Ukraine|Ukrinform|UNIAN|UNN|BelTA|BELTA|Kazinform|KAZINFORM|CNW|CNW Telbec|Kabar|Trend|Azertac|AZERTAC|APA-Economics|Armenpress|ARMENPRESS|Interpressnews|Moldpres|"
        + "Xinhua|Xinhua News Agency|CNS|China News Service|CNA|Focus Taiwan|Kyodo|Kyodo News|KYODO|Jiji|Jiji Press|JIJI|Yonhap|YONHAP|KCNA|Newsis|VNA|TTXVN|TTX|VOV|VNS|Bernama|BERNAMA|Antara|ANTARA|PNA|TNA|MCOT|Montsame|AKP|"
        + "PTI|Press Trust of India|ANI|IANS|UNI|UNB|BSS|APP|PPI|INP|Online|NNI|RSS Nepal|Pajhwok|Pajhwok Afghan News|Khaama Press|Bakhtar|TOLOnews|"
        + "IRNA|Irna|ISNA|Isna|Tasnim|Tasnim News Agency|Fars|FNA|Fars News Agency|Mehr|MNA|Mehr News Agency|ILNA|IQNA|ICANA|IRIB|YJC|Mizan|Moj|Borna|Iran Press|ABNA|ABNA24|Ahlul Bayt News Agency|AhlulBayt News Agency|Shafaqna|SHAFAQNA|Shia International News Association|"
        + "Shabestan|Taqrib|TNA Iran|Rasa|Hawzah|PressTV|Press TV|Al-Alam|Alalam|Al-Manar|Al Manar|Al-Mayadeen|Al Mayadeen|Al Masirah|Saba|SABA|Yemen News Agency|NNA|National News Agency|SANA|Sana|INA|Shafaq News|Rudaw|Petra|WAFA|Wafa|Ma'an|MENA|Mena|"
        + "SPA|Saudi Press Agency|KUNA|Kuna|QNA|WAM|Wam|BNA|ONA|Anadolu|Anadolu Agency|AA|DHA|IHA|İHA|CNN Indonesia|CNBC Indonesia|detikcom|Anka|ANKA|Demirören|UNA|OANA|APS|TAP|MAP|LANA|JANA|SUNA|AMI|PANA|Panapress|PANAPRESS|NAN|GNA|ENA|KNA Kenya|SONNA|SLENA|ZIANA|New Ziana|SAnews|SAnews.gov.za|KPL|SAPA|AIM|ANGOP|Angop|NAMPA|Nampa|APO|AGP|ANP Niger|ABP|"
        + "PA|PA Media|Press Association|PA Wire|UPI|United Press International|CP|The Canadian Press|Canadian Press|La Presse Canadienne|AAP|Australian Associated Press|NZPA|RNZ|Bloomberg|Bloomberg News|Dow Jones|MarketWatch|Kyodo-AP|CNN|CNN Español|CNN Wire|BBC|Sky News|Al Jazeera|Aljazeera|Al Arabiya|RT|VOA|RFE/RL|RFERL|DW|NPR|ABC News|CBS News|NBC News|"
        + "ANSAmed|Agenzia Nova|dts|dts Nachrichtenagentur|ATSH|Şafakna|ŞAFAKNA|REPORT.AZ|Report.az|Newsfile Corp|Marketwired|ACCESS Newswire|Tribune Content Agency|STA|HINA|Hina|Tanjug|TANJUG|Beta|FENA|Fena|MINA|Mina|MIA|BTA|Novinite|Agerpres|AGERPRES|Mediafax|MTI|ČTK|CTK|TASR|SITA|PAP|LETA|BNS|ELTA|ETA|STT|STT-Lehtikuva|STT–Lehtikuva|Lehtikuva|TT|TT Nyhetsbyrån|NTB|Ritzau|Ritzau Bureau|Nyhedsbureauet Ritzau|RITZAU|Ritzaus Bureau|ANA-MPA|ANA|AMNA|CNA Cyprus|ATA|"
        + "Notimex|NOTIMEX|Télam|TELAM|Telam|NA|DyN|Prensa Latina|PL|Andina|ANDINA|ABI|AVN|Agência Brasil|Agencia Brasil|Estadão Conteúdo|Folhapress|Colprensa|Inter Press Service|IPS|RNS|Religion News Service|CNS Catholic|ENI|Zenit|ZENIT|Fides|UCA News|AsiaNews|JTA|Getty Images|NINA|lifePR|PresseBox|pressetext|openPR|Newsfile Corp.|Newsfile Corp|Agence Ecofin|Ecofin|Inforpress|ACP|ACN|AVN|"
        + "Washington Post|The Washington Post|New York Times|The New York Times|NYT|Los Angeles Times|Guardian|The Guardian|Wall Street Journal|Financial Times|Tribune News Service|TNS|McClatchy|StatePoint|GlobeNewswire|GLOBE NEWSWIRE|PRNewswire|PR Newswire|PRNEWSWIRE|Business Wire|BUSINESS WIRE|ACCESSWIRE|Newsfile|EIN Presswire|"
        // Cyrillic, Greek
        + "ТАСС|ИТАР-ТАСС|РИА Новости|РИА|Интерфакс|Рейтер|Рейтерс|АП|АФП|БелТА|КАЗИНФОРМ|Казинформ|Укринформ|УНИАН|УНІАН|Укрінформ|Інтерфакс-Україна|РБК-Україна|Синьхуа|БТА|Танјуг|ΑΠΕ-ΜΠΕ|ΑΠΕ|"
        // Arabic, Persian, Urdu, Hebrew
        + "رويترز|رویترز|أ ف ب|أ.ف.ب|ا ف ب|أ ب|أ.ب|فرانس برس|فرانس پرس|وكالة فرانس برس|أسوشيتد برس|اسوشيتد برس|أسوشییتدپرس|آسوشیتدپرس|آسوشيتدبرس|د ب أ|د.ب.أ|شينخوا|شینهوا|الأناضول|آناتولی|وكالة الأناضول|سانا|واس|وام|كونا|قنا|بترا|وفا|أ ش أ|أ.ش.أ|واع|الوكالة الوطنية للإعلام|العُمانية|العمانية|بنا|وأج|سونا|يونا|قدس برس|و م ع|سبأ|ومع|سبأنت|وات|سبوتنيك|اسپوتنیک|تاس|نوفوستي|وكالات|الوكالات|وطنية|نينا|السومرية نيوز|شفق نيوز|الفرات نيوز|بغداد اليوم|يونيوز|المسيرة|لبنان 24|"
        + "إرنا|ارنا|ایرنا|إيرنا|ایسنا|إيسنا|تسنیم|تسنيم|فارس|مهر|ایلنا|ایکنا|إكنا|ابنا|أبنا|شفقنا|شبستان|میزان|برنا|حوزه|رسا|تقریب|تقريب|صدا و سیما|باشگاه خبرنگاران جوان|خبرگزاری شفقنا|وكالة شفقنا|خبرگزاری ایسنا|خبرگزاری ایرنا|خبرگزاری ایلنا|خبرگزاری ایکنا|خبرگزاری حوزه|خبرگزاری فارس|خبرگزاری تسنیم|خبرگزاری مهر|پرس تی وی|پرس‌تی‌وی|المیادین|الميادين|المنار|العالم|الجزيرة|الجزیره|العربية|"
        + "رائٹرز|اے ایف پی|اے پی|اے پی پی|آئی این پی|"
        // CJK, Hangul, Indic
        + "新华社|新華社|新华网|中新社|中新网|中央社|人民网|央视网|路透社|路透|法新社|美联社|美聯社|共同|共同通信|共同社|時事|時事通信|時事通信社|共同通信社|中央通訊社|新华通讯社|时事社|ロイター|AFP=時事|AP通信|タス通信|연합뉴스|뉴시스|로이터|뉴스1|רויטרס|สำนักข่าวไทย|ইউএনবি|বাসস|বিএসএস|ԱՐՄԵՆՊՐԵՍ|भाषा|पीटीआई|पीटीआई-भाषा|एएनआई|आईएएनएस|वार्ता|यूएनआई|रॉयटर्स|एएफपी|एपी");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Exact = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AnyCase =
        Names.Where(name => name.Length > 3).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>National services that pass others' copy on: named first in a pair, they are the hand, not the pen.</summary>
    private static readonly FrozenSet<string> Carriers = new[] { "ats", "sda", "sda-ats", "ats-sda", "keystone-sda", "keystone-ats", "apa", "belga", "anp", "awp", "ntb", "tt", "stt", "ritzau", "čtk", "ctk", "mti", "tasr", "hina", "pap" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NewsWords = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "news", "press", "presse", "agency", "agence", "agentur", "agencia", "agência", "agenzia", "ajans", "wire", "nachrichten", "prensa", "notizie", "خبرگزاری", "وكالة", "وکالة", "خبر", "агентство", "новости", "通讯社", "通信社").GetAlternateLookup<ReadOnlySpan<char>>();

    // What is a word as well, written so: Mehr is German for more.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ambiguous = FrozenSet.Create(StringComparer.Ordinal,
        "Mehr", "mehr", "Fars", "Saba", "saba", "Sana", "sana", "Mina", "mina", "Petra", "petra", "Mena", "mena", "rasa", "moj", "antara", "Dire", "dire", "Trend", "trend", "Beta", "beta", "Online", "online", "sputnik", "andina", "zenit", "kabar", "lusa", "Report", "العالم", "سبأ", "بنا", "العمانية", "वार्ता", "共同", "時事").GetAlternateLookup<ReadOnlySpan<char>>();

    // Girls are called so.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstNames =
        FrozenSet.Create(StringComparer.Ordinal, "Sana", "Mina", "Petra", "Saba", "Mena").GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenSet<string> Words(string names) => names.Split('|').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsKnown(ReadOnlySpan<char> name) => name.Length is > 1 and <= LongestName && (Exact.Contains(name) || AnyCase.Contains(name));

    /// <summary>Whether a name is a word as well: alone on a line it may be that.</summary>
    public static bool IsWord(ReadOnlySpan<char> name) => Ambiguous.Contains(name);

    /// <summary>Whether it is somebody's first name as well: in a bracket within a sentence it may be that.</summary>
    public static bool IsFirstName(ReadOnlySpan<char> name) => FirstNames.Contains(name);

    public static bool IsCarrier(string name) => Carriers.Contains(name);

    /// <summary>Whether the long form of a name says that it is one of the trade: "Shia International News Association".</summary>
    public static bool SaysNews(ReadOnlySpan<char> name)
    {
        foreach (var range in name.SplitAny(' ', '-', ' '))
            if (NewsWords.Contains(name[range])) return true;

        return false;
    }
}
