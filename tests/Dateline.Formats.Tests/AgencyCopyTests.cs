namespace Dateline.Formats.Tests;

/// <summary>Copy as agencies write it, from the dateline to the signs below: what is read into the fields, and where the text ends.</summary>
public class AgencyCopyTests
{
    private const string By = "By JANE DOE Associated Press|";

    [Theory]
    [InlineData(By + "QUAYTOWN, Norland (AP) — Ferries sailed again Monday.|“We are glad,” she said.", "QUAYTOWN, Norland", "JANE DOE", "Associated Press", "she said.")]
    [InlineData("QUAYTOWN (AP) — Ferries sailed again Monday.|“We are glad,” she said.|Follow AP’s coverage at https://apnews.example/ferries", "QUAYTOWN", null, "AP", "she said.")]
    [InlineData("مرفأ النور (لبنان), 16-11-2026 (أ ف ب) - عادت العبارات إلى الإبحار.|وقال المدير إنه سعيد.|أب/ج د", "مرفأ النور, لبنان", null, "أ ف ب", "سعيد.")]
    [InlineData("ROMA, 16 NOV - I traghetti sono ripartiti.|\"Siamo contenti\", ha detto.|RIPRODUZIONE RISERVATA © Copyright ANSA", "ROMA", null, "ANSA", "ha detto.")]
    [InlineData("Juan Roca|Puerto Largo, 16 nov (EFE).- Los barcos zarparon.|\"Bien\", dijo. EFE|jr/ab|(foto)(vídeo)", "Puerto Largo", "Juan Roca", "EFE", "dijo.")]
    [InlineData("NTB-Kari Hansen|Fergene gikk igjen mandag etter tre dager.|– Vi er glade, sier han.", null, "Kari Hansen", "NTB", "sier han.")]
    [InlineData("Färjorna gick igen på måndagen.|– Vi är glada, säger hon.|Text: Anna Berg/TT", null, "Anna Berg", "TT", "säger hon.")]
    [InlineData("STT, Rantala|Lautat kulkevat taas maanantaina.|– Olemme iloisia, hän sanoo.|STT", "Rantala", null, "STT", "hän sanoo.")]
    [InlineData("Promy znów pływają.|\"Cieszymy się\" - powiedział. (PAP)|autor: Jan Kowal|jk/ dd/", null, "Jan Kowal", "PAP", "powiedział.")]
    [InlineData("به گزارش خبرگزاری مهر، کشتی‌ها دوباره حرکت کردند.|کاپیتان گفت خوشحالیم.|کد خبر 6543210", null, null, "مهر", "خوشحالیم.")]
    [InlineData("ABU DHABI, 16th November, 2026 (WAM) -- Ferries sailed again.|\"Glad,\" he said.|WAM/Ahmed Ali", "ABU DHABI", "Ahmed Ali", "WAM", "he said.")]
    [InlineData("أبوظبي في 16 نوفمبر / وام / عادت العبارات.|وقال إنهم سعداء.|- مل -", "أبوظبي", null, "وام", "سعداء.")]
    [InlineData("CAIRO, Nov. 16 (MENA) - Ferries sailed again.|\"Glad,\" he said.|M N A", "CAIRO", null, "MENA", "he said.")]
    [InlineData("SPLIT, 16. studenoga 2026. (Hina) - Trajekti plove.|\"Drago nam je\", rekao je.|(Hina) xabc ydef", "SPLIT", null, "Hina", "rekao je.")]
    [InlineData("Bucureşti, 16 noi /Agerpres/ - Feriboturile circulă.|\"Bine\", a spus.", "Bucureşti", null, "Agerpres", "a spus.")]
    [InlineData("SOFIA, November 16 (BTA) - Ferries sailed again.|\"Glad,\" he said.|/AB/", "SOFIA", null, "BTA", "he said.")]
    [InlineData("ATHENS (ANA-MPA/Jane Doe) - Ferries sailed again.|\"Glad,\" he said.", "ATHENS", "Jane Doe", "ANA-MPA", "he said.")]
    [InlineData("BRISBANE, Nov 16 AAP - Ferries sailed again.|\"Glad,\" he said.|AAP jd", "BRISBANE", null, "AAP", "he said.")]
    [InlineData("ABU DHABI, 16th November, 2026 (WAM) -- Ferries sailed again.|\"Glad,\" he said.|WAM/Ahmed Ali/Jane Doe", "ABU DHABI", null, "WAM", "he said.")]
    [InlineData("الرياض 16 نوفمبر 2026 م واس|عادت العبارات.|وقال إنهم سعداء.|// انتهى //|11:30ت م|0012", "الرياض", null, "واس", "سعداء.")]
    [InlineData("الكويت - 16 - 11 (كونا) -- عادت العبارات.|وقال إنهم سعداء. (النهاية) أ ب / ج د", "الكويت", null, "كونا", "سعداء.")]
    [InlineData("الكويت - 16 - 11 (كونا) -- عادت العبارات.|وقال إنهم سعداء. (النهاية) أـ.بـ.جـ.دـ / أـ.بـ.جـ.دـ / أـ.بـ.جـ.دـ", "الكويت", null, "كونا", "سعداء.")]
    [InlineData("عمان 16 تشرين الثاني (بترا)- عادت العبارات.|وقال إنهم سعداء.|--(بترا) أ ب/ج د", "عمان", null, "بترا", "سعداء.")]
    [InlineData("رام الله 16-11-2026 وفا- عادت العبارات.|وقال إنهم سعداء.|ــ|أ.ب", "رام الله", null, "وفا", "سعداء.")]
    [InlineData("به گزارش گروه اقتصادی خبرگزاری تسنیم، کشتی‌ها دوباره حرکت کردند.|کاپیتان گفت خوشحالیم.|انتهای پیام/", null, null, "تسنیم", "خوشحالیم.")]
    [InlineData("ROMA (ITALPRESS) - I traghetti sono ripartiti.|\"Siamo contenti\", ha detto.|(ITALPRESS).|ab/com|16-Nov-26 09:30", "ROMA", null, "ITALPRESS", "ha detto.")]
    [InlineData("Milano, 16 nov. (LaPresse) - I traghetti sono ripartiti.|\"Siamo contenti\", ha detto.|ECO NG01 abc/def", "Milano", null, "LaPresse", "ha detto.")]
    [InlineData("(AGI) - Roma, 16 nov. - I traghetti sono ripartiti.|\"Siamo contenti\", ha detto. (AGI) Red/Abc", "Roma", null, "AGI", "ha detto.")]
    [InlineData("SARAJEVO, 16. novembra (FENA) - Trajekti plove.|\"Drago nam je\", rekao je.|(FENA) A.B.", "SARAJEVO", null, "FENA", "rekao je.")]
    [InlineData("(CNN) — Ferries sailed again.|“Glad,” he said.|The-CNN-Wire|™ &amp; © 2026 Cable News Network, Inc., a Warner Bros. Discovery Company. All rights reserved.", null, null, "CNN", "he said.")]
    [InlineData("AhlulBayt News Agency (ABNA): Ferries sailed again.|\"Glad,\" he said.|........|End/ 257", null, null, "AhlulBayt News Agency", "he said.")]
    [InlineData("LIMA, Nov 16 (Andina) - Los barcos zarparon.|\"Bien\", dijo.|(FIN) ABC/DEF", "LIMA", null, "Andina", "dijo.")]
    [InlineData("GENEVA (16 November 2026) – Ferries sailed again (AP) on Monday.|\"Glad,\" he said. (AP)", "GENEVA", null, "AP", "he said.")]
    [InlineData("Die Fähren fahren wieder.|„Gut“, sagte er. (Quelle: dpa)", null, null, "dpa", "sagte er.")]
    [InlineData("I traghetti sono ripartiti.|\"Bene\", ha detto.|(fonte: ANSA)", null, null, "ANSA", "ha detto.")]
    [InlineData("QUAYTOWN, Nov 16 (BSS) - Ferries sailed again.|\"Glad,\" he said.|End", "QUAYTOWN", null, "BSS", "he said.")]
    [InlineData("JOHN ROE, Associated Press|QUAYTOWN (AP) — Ferries sailed again.|“Glad,” he said.", "QUAYTOWN", "JOHN ROE", "Associated Press", "he said.")]
    public async Task Copy_is_read_as_its_agency_means_it(string copy, string? place, string? byline, string source, string end)
    {
        var item = await Read(copy);
        Assert.Equal((place, byline, source), (item.PlaceLine?.Place, item.Byline, item.Credit?.Source));
        Assert.EndsWith(end + "</p>", item.Body!.Content, StringComparison.Ordinal);
        Assert.StartsWith("<p>", item.Body.Content, StringComparison.Ordinal);
    }

    /// <summary>What only looks like it stays where it is.</summary>
    [Theory]
    [InlineData("Anna Berg|QUAYTOWN, Nov 16 (AP) - Ferries sailed again.|More.")]
    [InlineData("Ferries sailed again on Monday.|The winners are:|Anna Berg/Carl Dunn")]
    [InlineData("Ferries sailed again on Monday.|Text: the whole of it follows")]
    [InlineData("Ferries sailed again on Monday.|More of it (source: the harbour master)")]
    [InlineData("John Roe, chairman of the board|Ferries sailed again on Monday.|More.")]
    [InlineData("BOARD (16 members) – It met on Monday.|More.")]
    [InlineData("GENEVA (16 November) – a play in three acts – opened on Monday.|More.")]
    [InlineData("Ferries sailed again on Monday.|The deputies were present.|WAM/OPAL")]
    [InlineData("عادت العبارات إلى الإبحار.|وقال المدير (النهاية) كانت سعيدة.")]
    [InlineData("NATO-Jan Berg|Ferries sailed again on Monday.|More.")]
    [InlineData("STT and NTB agreed on Monday, the agencies said.|More.")]
    public async Task Words_that_only_look_like_it_stay(string copy)
    {
        var item = await Read(copy);
        Assert.Null(item.Byline);
        Assert.Equal(copy.Split('|').Length, item.Body!.Content.Split("<p>").Length - 1);
    }

    private static async Task<NewsItem> Read(string copy) =>
        (await FeedReading.OfAsync($"<rss version='2.0'><channel><title>Harbour Paper</title><item><title>Ferries sail again</title><guid>1</guid><pubDate>Mon, 16 Nov 2026 09:30:00 GMT</pubDate><description><![CDATA[{string.Concat(copy.Split('|').Select(line => $"<p>{line}</p>"))}]]></description></item></channel></rss>")).Items[0];
}
