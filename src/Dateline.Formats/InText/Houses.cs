using System.Collections.Frozen;

namespace Dateline.Formats.InText;

/// <summary>The names of one house: <c>AP</c>, <c>Associated Press</c>; <c>Reuters</c>, <c>RTR</c>. Who is named twice is credited once.</summary>
internal static class Houses
{
    // The first of its names is the one that a house signs with.
    private static readonly string[] All =
    [
        "AP|A.P.|Associated Press|The Associated Press|АП|أ ب|أ.ب|أسوشيتد برس|美联社|美聯社|AP通信", "AFP|Agence France-Presse|Agence France Presse|АФП|أ ف ب|أ.ف.ب|ا ف ب|فرانس برس|فرانس پرس|وكالة فرانس برس|法新社",
        "Reuters|Thomson Reuters|Reuters Breakingviews|RTR|RTRS|REU|Рейтер|Рейтерс|رويترز|رویترز|路透社|路透|ロイター|로이터", "dpa|Deutsche Presse-Agentur|د ب أ|د.ب.أ", "PA|PA Media|Press Association|PA Wire", "CP|The Canadian Press|Canadian Press|La Presse Canadienne",
        "AAP|Australian Associated Press", "UPI|United Press International", "PTI|Press Trust of India|भाषा", "EFE|Agencia EFE", "ANSA|Agenzia ANSA", "BTA|БТА", "VNA|TTXVN", "ONA|العمانية|العُمانية", "BNA|بنا", "Tanjug|Танјуг", "Lusa|Agência Lusa", "TASS|ITAR-TASS|ТАСС|ИТАР-ТАСС|تاس", "RIA|RIA Novosti|РИА|РИА Новости|نوفوستي", "Interfax|Interfax.ru|Интерфакс",
        "Xinhua|Xinhua News Agency|新华社|新華社|新华网|新华通讯社|شينخوا|شینهوا|Синьхуа", "CNS|China News Service|中新社|中新网", "Kyodo|Kyodo News|共同|共同通信|共同通信社|共同社", "Jiji|Jiji Press|時事|時事通信|時事通信社", "CNA|中央社|中央通訊社", "Yonhap|연합뉴스", "AA|Anadolu|Anadolu Agency|الأناضول|وكالة الأناضول|آناتولی",
        "ritzau|Ritzaus Bureau|Ritzau Bureau|Nyhedsbureauet Ritzau", "TT|TT Nyhetsbyrån", "STT|STT-Lehtikuva|STT–Lehtikuva", "ČTK|CTK", "SPA|Saudi Press Agency|واس", "WAFA|وفا", "IRNA|ایرنا|إرنا", "Tasnim|Tasnim News Agency|تسنیم|تسنيم|خبرگزاری تسنیم", "Fars|Fars News Agency|FNA|فارس|خبرگزاری فارس", "Mehr|Mehr News Agency|MNA|مهر|خبرگزاری مهر",
        "ABNA|ABNA24|Ahlul Bayt News Agency|AhlulBayt News Agency|ابنا|أبنا", "SHAFAQNA|Shia International News Association|International Shia News Agency|International Shia News Association|شفقنا|خبرگزاری شفقنا|وكالة شفقنا", "PressTV|Press TV|پرس تی وی|پرس‌تی‌وی", "Belga|Agence Belga", "SDA-ATS|ATS-SDA|sda|ats|Keystone-SDA|Keystone-ATS",
        "EPA|EPA-EFE|EPA Images", "New York Times|The New York Times|NYT", "Washington Post|The Washington Post", "Guardian|The Guardian",
    ];

    private static readonly string[] First = [.. All.Select(names => names[..names.IndexOf('|', StringComparison.Ordinal)])];

    private static readonly FrozenDictionary<string, int> Numbers =
        All.SelectMany((names, house) => names.Split('|').Select(name => (name, house))).ToFrozenDictionary(pair => pair.name, pair => pair.house, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether both are names of one house.</summary>
    public static bool AreOne(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase) || (Numbers.TryGetValue(a, out var one) && Numbers.TryGetValue(b, out var other) && one == other);

    /// <summary>Whether this is a name of one of the houses whose names are known.</summary>
    public static bool IsOne(ReadOnlySpan<char> name) => Numbers.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(name);

    /// <summary>The house whose address this is, <c>afp.com</c>, by the name it signs with; any other as it is.</summary>
    public static string OfHost(string host)
    {
        var labels = host.Split('.');
        if (labels.Length < 2 || labels[^2].Length < 2 || host.AsSpan().ContainsAny(" /:")) return NameOf(host);
        var label = labels[^2];
        foreach (var name in (ReadOnlySpan<string>)[label, label.ToUpperInvariant(), $"{char.ToUpperInvariant(label[0])}{label[1..]}"])
            if (Agencies.IsKnown(name)) return Numbers.TryGetValue(name, out var house) ? First[house] : label.Length > 4 ? $"{char.ToUpperInvariant(label[0])}{label[1..]}" : label.ToUpperInvariant();

        // apnews.com, kyodonews.jp, xinhuanet.com
        foreach (var addition in (ReadOnlySpan<string>)["news", "net", "online", "newsagency", "agency"])
            if (label.Length > addition.Length + 1 && label.EndsWith(addition, StringComparison.Ordinal) && OfHost($"{label[..^addition.Length]}.com") is var house && !house.Contains('.', StringComparison.Ordinal)) return house;

        return host;
    }

    /// <summary>The name of a house whose code no reader of the news knows: <c>RTRS</c> is Reuters.</summary>
    public static string NameOf(string name) => name switch
    {
        "RTRS" or "rtrs" or "RTR" or "rtr" or "REU" or "reu" or "reute" or "REUTE" => "Reuters",
        "XIN" or "XHA" => "Xinhua",
        "ITAR" => "TASS",
        "ANS" => "ANSA",
        "KYD" => "Kyodo",
        "RB" or "RIT" => "ritzau",
        _ => name,
    };
}
