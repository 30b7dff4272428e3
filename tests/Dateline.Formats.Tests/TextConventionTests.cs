using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>What stands in the text goes to the fields; what only looks like it stays.</summary>
public class TextConventionTests
{
    private static readonly DateTimeOffset Made = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Lede | place | day | agencies in the order of the chain | what is left.</summary>
    public static TheoryData<string, string, string, string, string> Ledes => new()
    {
        { "BRISBANE, Nov 16 (Reuters) - Ferries sailed again.", "BRISBANE", "2026-11-16", "Reuters", "Ferries sailed again." },
        { "BERLIN (dpa) - Die Fähren fahren wieder.", "BERLIN", "", "dpa", "Die Fähren fahren wieder." },
        { "Berlin (dpa/ots) - Die Fähren fahren wieder.", "Berlin", "", "dpa ots", "Die Fähren fahren wieder." },
        { "PARIS, Nov 16, 2025 (AFP) - The ferries sailed.", "PARIS", "2025-11-16", "AFP", "The ferries sailed." },
        { "(AP) — The ferries sailed.", "", "", "AP", "The ferries sailed." },
        { "WASHINGTON (AP) — The ferries sailed.", "WASHINGTON", "", "AP", "The ferries sailed." },
        { "Genève (ats afp) Les bateaux sont repartis.", "Genève", "", "afp ats", "Les bateaux sont repartis." },
        { "(ats afp) - Les bateaux sont repartis.", "", "", "afp ats", "Les bateaux sont repartis." },
        { "SHAFAQNA (Shia International News Association)- The ferries sailed.", "", "", "SHAFAQNA", "The ferries sailed." },
        { "HARBOURNEWS (Harbour News Agency) – The ferries sailed.", "", "", "HARBOURNEWS", "The ferries sailed." },
        { "TEHRAN (Tasnim) – The ferries sailed.", "TEHRAN", "", "Tasnim", "The ferries sailed." },
        { "TEHRAN, Nov. 16 (MNA) – The ferries sailed.", "TEHRAN", "2026-11-16", "MNA", "The ferries sailed." },
        { "Tehran, IRNA – The ferries sailed.", "Tehran", "", "IRNA", "The ferries sailed." },
        { "London, Nov 16, IRNA - The ferries sailed.", "London", "2026-11-16", "IRNA", "The ferries sailed." },
        { "MOSCOW, November 16. /TASS/. The ferries sailed.", "MOSCOW", "2026-11-16", "TASS", "The ferries sailed." },
        { "МОСКВА, 16 ноября. /ТАСС/. Паромы снова ходят.", "МОСКВА", "2026-11-16", "ТАСС", "Паромы снова ходят." },
        { "LONDON, 16 November (Xinhua) -- The ferries sailed.", "LONDON", "2026-11-16", "Xinhua", "The ferries sailed." },
        { "Madrid, 16 nov (EFE).- Los barcos zarparon.", "Madrid", "2026-11-16", "EFE", "Los barcos zarparon." },
        { "Madrid, 16 de noviembre (Europa Press) - Los barcos zarparon.", "Madrid", "2026-11-16", "Europa Press", "Los barcos zarparon." },
        { "(ANSA) - ROMA, 16 NOV - I traghetti sono ripartiti.", "ROMA", "2026-11-16", "ANSA", "I traghetti sono ripartiti." },
        { "Paris (AFP) – Les bateaux sont repartis.", "Paris", "", "AFP", "Les bateaux sont repartis." },
        { "Frankfurt am Main (dpa-AFX) - Die Fähren fahren.", "Frankfurt am Main", "", "dpa-AFX", "Die Fähren fahren." },
        { "Berlin (AFP) Die Fähren fahren wieder.", "Berlin", "", "AFP", "Die Fähren fahren wieder." },
        { "Washington, D.C. (UPI) -- The ferries sailed.", "Washington, D.C.", "", "UPI", "The ferries sailed." },
        { "WASHINGTON — The ferries sailed.", "WASHINGTON", "", "", "The ferries sailed." },
        { "AKRON, Ohio — The ferries sailed.", "AKRON, Ohio", "", "", "The ferries sailed." },
        { "PORT HARBOUR, Nov 16 — The ferries sailed.", "PORT HARBOUR", "2026-11-16", "", "The ferries sailed." },
        { "القاهرة (رويترز) - عادت العبارات إلى الإبحار.", "القاهرة", "", "رويترز", "عادت العبارات إلى الإبحار." },
        { "بيروت - رويترز: عادت العبارات إلى الإبحار.", "بيروت", "", "رويترز", "عادت العبارات إلى الإبحار." },
        { "تهران - ایرنا - کشتی‌ها دوباره حرکت کردند.", "تهران", "", "ایرنا", "کشتی‌ها دوباره حرکت کردند." },
        { "به گزارش خبرگزاری تسنیم، کشتی‌ها دوباره حرکت کردند.", "", "", "تسنیم", "کشتی‌ها دوباره حرکت کردند." },
        { "به گزارش ایسنا به نقل از رویترز، کشتی‌ها حرکت کردند.", "", "", "رویترز ایسنا", "کشتی‌ها حرکت کردند." },
        { "新华社北京11月16日电 渡轮今天恢复航行。", "北京", "2026-11-16", "新华社", "渡轮今天恢复航行。" },
        { "【東京共同】フェリーは16日、運航を再開した。", "東京", "", "共同", "フェリーは16日、運航を再開した。" },
        { "[ロンドン 16日 ロイター] - フェリーが再開した。", "ロンドン", "2026-11-16", "ロイター", "フェリーが再開した。" },
        { "(서울=연합뉴스) 김바다 기자 = 여객선이 다시 운항한다.", "서울", "", "연합뉴스", "여객선이 다시 운항한다." },
        { "नई दिल्ली, 16 नवंबर (भाषा) नौकाएं फिर चलीं।", "नई दिल्ली", "2026-11-16", "भाषा", "नौकाएं फिर चलीं।" },
        { "QUAYTOWN, Nov 16 (Harbour Wire) - Ferries sailed again.", "QUAYTOWN", "2026-11-16", "Harbour Wire", "Ferries sailed again." },
        { "عمان 16 تشرين الثاني (بترا)-- عادت العبارات.", "عمان", "2026-11-16", "بترا", "عادت العبارات." },
        { "بيروت، 16 تشرين الثاني/نوفمبر (أ ف ب) - عادت العبارات.", "بيروت", "2026-11-16", "أ ف ب", "عادت العبارات." },
        { "SHAFAQNA-Ferries sailed again.", "", "", "SHAFAQNA", "Ferries sailed again." },
        { "SHAFAQNA (Shia International News Association) Ferries sailed.", "", "", "SHAFAQNA", "Ferries sailed." },
        { "TEHRAN (Iran News) – Ferries sailed.", "TEHRAN", "", "Iran News", "Ferries sailed." },
        { "MADRID, 16 (EUROPA PRESS) Los barcos.", "MADRID", "", "EUROPA PRESS", "Los barcos." },
        { "LONDON--(BUSINESS WIRE)--Ferries sailed.", "LONDON", "", "BUSINESS WIRE", "Ferries sailed." },
        { "الدوحة في 16 نوفمبر /قنا/ عادت العبارات.", "الدوحة", "2026-11-16", "قنا", "عادت العبارات." },
        { "الكويت - 16 - 11 (كونا) -- عادت العبارات.", "الكويت", "2026-11-16", "كونا", "عادت العبارات." },
        { "الرياض 16 نوفمبر 2026 م (واس) عادت العبارات.", "الرياض", "2026-11-16", "واس", "عادت العبارات." },
        { "بغداد/ واع/ عادت العبارات.", "بغداد", "", "واع", "عادت العبارات." },
        { "دمشق-سانا\nعادت العبارات.", "دمشق", "", "سانا", "عادت العبارات." },
        { "ISTANBUL\n\nFerries sailed again.", "ISTANBUL", "", "", "Ferries sailed again." },
        { "(Seaview/Xin) - Ferries sailed again.", "Seaview", "", "Xin", "Ferries sailed again." },
        { "(Seaview/Xinhua) Ferries sailed again.", "Seaview", "", "Xinhua", "Ferries sailed again." },
        { "/TARN/ Ferries sailed again.", "", "", "TARN", "Ferries sailed again." },
        { "QUAYTOWN, Nov 16. /TARN/. Ferries sailed.", "QUAYTOWN", "2026-11-16", "TARN", "Ferries sailed." },
        { "QUAYTOWN, November 16 (TARN). Ferries sailed.", "QUAYTOWN", "2026-11-16", "TARN", "Ferries sailed." },
        { "QUAYTOWN, Nov 16 TARN - Ferries sailed.", "QUAYTOWN", "2026-11-16", "TARN", "Ferries sailed." },
        { "QUAYTOWN, Norland (TARN) — Ferries sailed.", "QUAYTOWN, Norland", "", "TARN", "Ferries sailed." },
        { "Tehran, Nov 16, LRNA – Ferries sailed.", "Tehran", "2026-11-16", "LRNA", "Ferries sailed." },
        { "Tehran, LRNA – Ferries sailed.", "Tehran", "", "LRNA", "Ferries sailed." },
        { "TEHRAN (LRNA)- Ferries sailed.", "TEHRAN", "", "LRNA", "Ferries sailed." },
        { "QUAYTOWN (TARN) - Ferries sailed.", "QUAYTOWN", "", "TARN", "Ferries sailed." },
        { "OLD QUAY HARBOUR (TARN) — Ferries sailed.", "OLD QUAY HARBOUR", "", "TARN", "Ferries sailed." },
        { "SHAFAQNA – IRNA: Ferries sailed.", "", "", "IRNA SHAFAQNA", "Ferries sailed." },
        { "SHAFAQNA PAKISTAN | Ferries sailed.", "PAKISTAN", "", "SHAFAQNA", "Ferries sailed." },
        { "Tarn News Agency (TNA) – Ferries sailed.", "", "", "Tarn News Agency", "Ferries sailed." },
        { "RAMALLAH, Monday, November 16, 2026 (WAFA) – Ferries sailed.", "RAMALLAH", "2026-11-16", "WAFA", "Ferries sailed." },
        { "Shafaq News / Ferries sailed.", "", "", "Shafaq News", "Ferries sailed." },
        { "YEREVAN, NOVEMBER 16, ARMENPRESS. Ferries sailed.", "YEREVAN", "2026-11-16", "ARMENPRESS", "Ferries sailed." },
        { "BAKU, Azerbaijan, November 16. Ferries sailed.", "BAKU, Azerbaijan", "2026-11-16", "", "Ferries sailed." },
        { "Praha 16. listopadu (ČTK) - Trajekty plují.", "Praha", "2026-11-16", "ČTK", "Trajekty plují." },
        { "Quaytown (Norland), 16 nov 2026 (AFP) - Les bateaux.", "Quaytown, Norland", "2026-11-16", "AFP", "Les bateaux." },
        { "NEW DELHI: Ferries sailed again.", "NEW DELHI", "", "", "Ferries sailed again." },
        { "Rabat - Les bateaux sont repartis.", "Rabat", "", "", "Les bateaux sont repartis." },
        { "16.11.2026 Warszawa (PAP) - Promy znów pływają.", "Warszawa", "2026-11-16", "PAP", "Promy znów pływają." },
        { "MOSCOW. Nov 16 (Interfax) - Ferries sailed again.", "MOSCOW", "2026-11-16", "Interfax", "Ferries sailed again." },
        { "ST. PETERSBURG. Nov. 16 (Interfax) - Ferries sailed.", "ST. PETERSBURG", "2026-11-16", "Interfax", "Ferries sailed." },
        { "Москва. 16 ноября. INTERFAX.RU - Паромы снова ходят.", "Москва", "2026-11-16", "INTERFAX.RU", "Паромы снова ходят." },
        { "Jeddah, Jumada I 25, 1448, November 16, 2026, SPA -- Ferries sailed.", "Jeddah", "2026-11-16", "SPA", "Ferries sailed." },
        { "(ATTN: UPDATES with details in last 3 paras)\nSEOUL, Nov. 16 (Yonhap) -- Ferries sailed.", "SEOUL", "2026-11-16", "Yonhap", "Ferries sailed." },
        { "SHAFAQNA English- Ferries sailed again.", "", "", "SHAFAQNA", "Ferries sailed again." },
        { "SHAFAQNA Pakistan – Ferries sailed again.", "", "", "SHAFAQNA", "Ferries sailed again." },
        { "SHAFAQNA Persian | Ferries sailed again.", "", "", "SHAFAQNA", "Ferries sailed again." },
        { "SHAFAQNA Exclusive- Ferries sailed again.", "", "", "SHAFAQNA", "Ferries sailed again." },
        { "IQNA English — Ferries sailed again.", "", "", "IQNA", "Ferries sailed again." },
        { "شفقنا العراق- عادت العبارات.", "", "", "شفقنا", "عادت العبارات." },
        { "شفقنا رسانه- کشتی‌ها دوباره حرکت کردند.", "", "", "شفقنا", "کشتی‌ها دوباره حرکت کردند." },
        { "رام الله 16-11-2026 وفا- عادت العبارات.", "رام الله", "2026-11-16", "وفا", "عادت العبارات." },
        { "القدس 16-11-2026 وفا– عادت العبارات.", "القدس", "2026-11-16", "وفا", "عادت العبارات." },
        { "LONDON 16 Nov Reuters - Ferries sailed.", "LONDON", "2026-11-16", "Reuters", "Ferries sailed." },
        { "الرياض 6 جمادى الآخرة 1448 هـ الموافق 16 نوفمبر 2026 م واس\nعادت العبارات.", "الرياض", "2026-11-16", "واس", "عادت العبارات." },
        { "الرياض، 6 جمادى الآخرة 1448 هـ الموافق 16 نوفمبر 2026 م، واس - عادت العبارات.", "الرياض", "2026-11-16", "واس", "عادت العبارات." },
        { "МОСКВА, 16 ноя - РИА Новости. Паромы снова ходят.", "МОСКВА", "2026-11-16", "РИА Новости", "Паромы снова ходят." },
        { "МОСКВА, 16 ноя — РИА Новости, Иван Петров. Паромы снова ходят.", "МОСКВА", "2026-11-16", "РИА Новости", "Паромы снова ходят." },
        { "МОСКВА, 16 ноября. /Корр. ТАСС Иван Петров/. Паромы снова ходят.", "МОСКВА", "2026-11-16", "ТАСС", "Паромы снова ходят." },
        { "UNITED NATIONS, November 16. /TASS Correspondent Ivan Petrov/. Ferries sailed.", "UNITED NATIONS", "2026-11-16", "TASS", "Ferries sailed." },
        { "QUAYTOWN (ANP/RTR/AFP) - De veren varen weer.", "QUAYTOWN", "", "Reuters AFP ANP", "De veren varen weer." },
        { "QUAYTOWN (QWX/AFP) - De veren varen weer.", "QUAYTOWN", "", "QWX AFP", "De veren varen weer." },
        { "Genève (awp/ats/reu) - Les bateaux sont repartis.", "Genève", "", "Reuters awp ats", "Les bateaux sont repartis." },
        { "Quaytown, Norland | AFP | lundi 16/11/2026 - 09:12 UTC+1 | 80 mots\nLes bateaux.", "Quaytown, Norland", "2026-11-16", "AFP", "Les bateaux." },
        { "Quaytown, Norland | AFP | Monday 11/16/2026 - Ferries sailed.", "Quaytown, Norland", "2026-11-16", "AFP", "Ferries sailed." },
        { "OTTAWA _ Ferries sailed again.", "OTTAWA", "", "", "Ferries sailed again." },
        { "Zagreb, 16. studenoga 2026. (Hina) - Trajekti opet plove.", "Zagreb", "2026-11-16", "Hina", "Trajekti opet plove." },
        { "Zagreb, 16. listopada 2026. (Hina) - Trajekti opet plove.", "Zagreb", "2026-10-16", "Hina", "Trajekti opet plove." },
        { "Budapest, 2026. november 16., hétfő (MTI) - Újra járnak a kompok.", "Budapest", "2026-11-16", "MTI", "Újra járnak a kompok." },
        { "BEOGRAD, 16. новембра (Танјуг) - Трајекти поново плове.", "BEOGRAD", "2026-11-16", "Танјуг", "Трајекти поново плове." },
        { "By MARA QUILL Associated Press QUAYTOWN (AP) — Ferries sailed.", "QUAYTOWN", "", "AP", "Ferries sailed." },
        { "TIRANË, 16 nëntor /ATSH/ - Tragetet lundrojnë sërish.", "TIRANË", "2026-11-16", "ATSH", "Tragetet lundrojnë sërish." },
        { "TIRANË /ATSH/ - Tragetet lundrojnë sërish.", "TIRANË", "", "ATSH", "Tragetet lundrojnë sërish." },
        { "RĪGA, 16. novembris (LETA). Prāmji atkal kursē.", "RĪGA", "2026-11-16", "LETA", "Prāmji atkal kursē." },
        { "VILNIUS, lapkričio 16 d. (BNS). Keltai vėl plaukia.", "VILNIUS", "2026-11-16", "BNS", "Keltai vėl plaukia." },
        { "QUAYTOWN, Nov 16: Ferries sailed again.", "QUAYTOWN", "2026-11-16", "", "Ferries sailed again." },
        { "Quaytown, 16 de noviembre (Télam, por Ana Ruiz).- Los barcos zarparon.", "Quaytown", "2026-11-16", "Télam", "Los barcos zarparon." },
        { "МИНСК, 16 ноября /Корр. БЕЛТА/. Паромы снова ходят.", "МИНСК", "2026-11-16", "БЕЛТА", "Паромы снова ходят." },
        { "МИНСК, 16 ноября /Иван Петров - БЕЛТА/. Паромы снова ходят.", "МИНСК", "2026-11-16", "БЕЛТА", "Паромы снова ходят." },
        { "（中央社記者林薇玲維也納16日電）渡輪恢復行駛。", "維也納", "2026-11-16", "中央社", "渡輪恢復行駛。" },
        { "(빈=연합뉴스) 이명 특파원 = 배가 다시 떴다.", "빈", "", "연합뉴스", "배가 다시 떴다." },
        { "كيتاون / يان مالر / الأناضول\nعادت العبارات.", "كيتاون", "", "الأناضول", "عادت العبارات." },
        { "دمشق، 16 كانون الأول (سانا) - عادت العبارات.", "دمشق", "2026-12-16", "سانا", "عادت العبارات." },
    };

    [Theory]
    [MemberData(nameof(Ledes))]
    public void A_dateline_leaves_the_lede(string lede, string place, string day, string agencies, string rest)
    {
        var item = Apply(lede);
        Assert.Equal(rest, item.Body!.Content);
        Assert.Equal(place, item.PlaceLine?.Place ?? "");
        Assert.Equal(day, item.PlaceLine?.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "");
        Assert.Equal(agencies, Chain(item));
    }

    [Theory]
    [InlineData("NATO (the alliance) - The ministers met in the harbour.")]
    [InlineData("NATO (North Atlantic Treaty Organization) - the alliance met.")]
    [InlineData("Yes (no) - it depends on the tide.")]
    [InlineData("BREAKING — The ferries sailed.")]
    [InlineData("EXCLUSIVE - The ferries sailed.")]
    [InlineData("The minister (left) - who came late - said nothing.")]
    [InlineData("Ferries (AP) sailed again.")]
    [InlineData("He told Reuters - and nobody else - that ferries sail.")]
    [InlineData("Well - that was that.")]
    [InlineData("UPDATED, Nov 16: Ferries sailed again.")]
    [InlineData("Reuters: the history of an agency, in ten chapters.")]
    [InlineData("London – the capital of ferries – is quiet.")]
    [InlineData("Mara Quill, 16, sailed - and came back.")]
    [InlineData("In Berlin (Germany) - as elsewhere - ferries sail.")]
    [InlineData("Angela (AP photographer) - the story of a ferry.")]
    [InlineData("QUAYTOWN, Nov 16 (the day after) - Ferries sailed.")]
    [InlineData("QUAYTOWN (Harbour Side) - the ferries sailed.")]
    [InlineData("1/2 of the ferries/boats sail.")]
    [InlineData("BBC Persian – Iran's ferries are its subject – was blocked.")]
    [InlineData("Reuters World - a page of ferries.")]
    [InlineData("AP English - the exam is in May.")]
    [InlineData("A_ferry_name is what the variable was called.")]
    [InlineData("SHAFAQNA English – which readers know – wrote of ferries.")]
    [InlineData("Paris | Berlin | London are ports.")]
    [InlineData("The writer Mara Quill | AFP | nobody knows | when")]
    [InlineData("الرياض 16 مليون نسمة من سكان المملكة وفا")]
    [InlineData("QUAYTOWN (AND/OR) - Ferries sailed.")]
    [InlineData("By Mara Quill London (a ferry) - The story of a captain.")]
    [InlineData("الوزير (الصورة) - قال إن العبارات عادت.")]
    [InlineData("به گزارش‌ها درباره کشتی‌ها توجه کنید، گفت.")]
    [InlineData("(Photo/Harbour) - The ferries sailed.")]
    [InlineData("/Photo/ The ferries sailed.")]
    [InlineData("QUAYTOWN (TARN) - what the letters mean.")]
    [InlineData("TESLAR (TSL) - Shares of the company rose.")]
    [InlineData("WORLD HARBOUR COUNCIL (WHC) - Ministers met.")]
    [InlineData("UPDATE (TARN) - Ferries sailed again.")]
    [InlineData("FACTBOX (TARN) - Ferries sailed again.")]
    [InlineData("HARBOUR BANK (TARN) - Ferries pay.")]
    [InlineData("Sydney, NSW – the harbour is quiet.")]
    [InlineData("Paris – the capital of ferries – is quiet.")]
    [InlineData("Mr. Quill, Nov. 16. A diary of the sea.")]
    [InlineData("Q (Mara Quill) - What about the ferries?")]
    [InlineData("WHO (World Health Organization) — ferries are safe.")]
    public void What_only_looks_like_a_dateline_stays(string lede)
    {
        var item = Apply(lede);
        Assert.Equal(lede, item.Body!.Content);
        Assert.Null(item.PlaceLine);
        Assert.Null(item.Credit);
    }

    [Theory]
    [InlineData("<p><strong>BRISBANE, Nov 16 (Reuters) -</strong> Ferries <b>sailed</b>.</p>", "<p>Ferries <b>sailed</b>.</p>")]
    [InlineData("<p>BERLIN&nbsp;(<a href=\"https://dpa.example/\">dpa</a>) &ndash; Die F&auml;hren.</p>", "<p>Die F&auml;hren.</p>")]
    [InlineData("<figure><img src=\"a.jpg\"><figcaption>A ferry.</figcaption></figure><p>WASHINGTON (AP) — Ferries.</p>", "<figure><img src=\"a.jpg\"><figcaption>A ferry.</figcaption></figure><p>Ferries.</p>")]
    [InlineData("<div>PARIS (AFP) –<br>Les bateaux.</div>", "<div>Les bateaux.</div>")]
    [InlineData("<p>PARIS (AFP) –</p><p>Les bateaux.</p>", "<p>Les bateaux.</p>")]
    [InlineData("<p>Les bateaux.</p><p>(<i>afp</i>)</p>", "<p>Les bateaux.</p>")]
    [InlineData("<p>Die Fähren fahren. <em>(dpa)</em></p>", "<p>Die Fähren fahren.</p>")]
    [InlineData("<p>Ferries sailed.</p>\n<p>Source: Reuters</p>", "<p>Ferries sailed.</p>\n")]
    [InlineData("<p>By Mara Quill | Harbour Wire</p><p>LONDON (AP) — Ferries.</p>", "<p>Ferries.</p>")]
    [InlineData("<p>* Union accepts 4.1% offer</p>\n<p>(Adds quotes)</p><p>By Mara Quill</p>\n<p>LORVEN, Nov 16 (Reuters) - Ferries.</p>", "<p>* Union accepts 4.1% offer</p>\n\n<p>Ferries.</p>")]
    [InlineData("<p>* Union accepts</p>\n\n<p>By Mara Quill</p>\n<p>LORVEN, Nov 16 (Reuters) - Ferries.</p>", "<p>* Union accepts</p>\n\n\n<p>Ferries.</p>")]
    [InlineData("<p>* Union accepts</p> <div class=\"note\"><p>(Adds quotes)</p></div> <p>LORVEN, Nov 16 (Reuters) - Ferries.</p>", "<p>* Union accepts</p>  <p>Ferries.</p>")]
    public void The_markup_stays_whole(string html, string expected)
    {
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody(html, BodyKind.Html) }, null);
        Assert.Equal(expected, item.Body!.Content);
        Assert.NotNull(item.Credit);
    }

    /// <summary>A paragraph that begins with "with" doesn't say that whoever signs it is the source.</summary>
    [Theory]
    [InlineData("Mit dem Wind kamen die Fähren. (dpa)", "SHAFAQNA- Die Fähren fahren.\n\n", "SHAFAQNA dpa")]
    [InlineData("Con el viento zarparon los barcos. EFE", "SHAFAQNA- Los barcos.\n\n", "SHAFAQNA EFE")]
    public void Only_a_label_makes_who_signs_the_source(string last, string before, string agencies) => Assert.Equal(agencies, Chain(Apply(before + last)));

    [Theory]
    [InlineData("The ferries sailed. (dpa)", "The ferries sailed.", "dpa")]
    [InlineData("The ferries sailed. /Reuters", "The ferries sailed.", "Reuters")]
    [InlineData("The ferries sailed. -- Reuters", "The ferries sailed.", "Reuters")]
    [InlineData("The ferries sailed.\n\nAFP/Reuters", "The ferries sailed.\n\n", "AFP Reuters")]
    [InlineData("عادت العبارات. (رويترز)", "عادت العبارات.", "رويترز")]
    [InlineData("عادت العبارات.\nالمصدر: وكالات", "عادت العبارات.\n", "وكالات")]
    [InlineData("The ferries sailed. /TARN/", "The ferries sailed.", "TARN")]
    [InlineData("The ferries sailed. (Seaview/Xin)", "The ferries sailed.", "Xin")]
    [InlineData("The ferries sailed. (Tarn News Agency)", "The ferries sailed.", "Tarn News Agency")]
    [InlineData("Los barcos zarparon. EFE", "Los barcos zarparon.", "EFE")]
    [InlineData("The ferries sailed.\n\nmq-pv/ab", "The ferries sailed.", "")]
    [InlineData("The ferries sailed.\n\nENDS", "The ferries sailed.", "")]
    [InlineData("Die Fähren fahren. (Schluss) mq/pv", "Die Fähren fahren.", "")]
    [InlineData("The ferries sailed.\n\nTNA/6543210", "The ferries sailed.", "")]
    [InlineData("The ferries sailed.\n\n9376**1416", "The ferries sailed.", "")]
    [InlineData("The ferries sailed. (ANM/JPE)", "The ferries sailed.", "")]
    [InlineData("The ferries sailed. (AFP/JPE)", "The ferries sailed.", "AFP")]
    [InlineData("The ferries sailed. (dpa)\n\nYAB-AM", "The ferries sailed.", "dpa")]
    [InlineData("The ferries sailed.\n\nAFP-APA", "The ferries sailed.\n\n", "AFP APA")]
    [InlineData("The ferries sailed.\n\n(foto)(vídeo)", "The ferries sailed.", "")]
    [InlineData("The ferries sailed.\n\n(with photos and video)", "The ferries sailed.", "")]
    [InlineData("The ferries sailed.\n\n(without photos)", "The ferries sailed.\n\n(without photos)", "")]
    [InlineData("The ferries sailed.\n\n((mara.quill@wire.example; +44 20 7946 0000))", "The ferries sailed.", "")]
    [InlineData("The ferries sailed.\n\nContinue reading...", "The ferries sailed.", "")]
    [InlineData("The ferries sailed.\n\nاقرأ المزيد »", "The ferries sailed.", "")]
    [InlineData("The ferries sailed.\n\nRead more books", "The ferries sailed.\n\nRead more books", "")]
    [InlineData("Fergene gikk igjen. (©NTB)", "Fergene gikk igjen.", "NTB")]
    [InlineData("Les bateaux. (SDA-ATS/al/mp)", "Les bateaux.", "SDA-ATS")]
    [InlineData("The ferries sailed.\n\nSource: Tarn Observer", "The ferries sailed.\n\n", "Tarn Observer")]
    [InlineData("The ferries sailed.\n\nSource: the harbour board", "The ferries sailed.\n\nSource: the harbour board", "")]
    [InlineData("The ferries sailed.\n\nVia Reuters", "The ferries sailed.\n\n", "Reuters")]
    [InlineData("The ferries sailed.\n\nVia the old harbour", "The ferries sailed.\n\nVia the old harbour", "")]
    [InlineData("Los barcos zarparon. (Con información de EFE y AP)", "Los barcos zarparon.", "EFE AP")]
    [InlineData("As balsas partiram.\n\nCom informações da Reuters", "As balsas partiram.\n\n", "Reuters")]
    [InlineData("Les bateaux.\n\nLe Soir avec AFP", "Les bateaux.\n\n", "AFP Le Soir")]
    [InlineData("The ferries sailed.\n\n-0-", "The ferries sailed.", "")]
    [InlineData("The ferries sailed.\n\n■", "The ferries sailed.", "")]
    [InlineData("渡轮恢复行驶。\n\n【编辑:林薇】", "渡轮恢复行驶。", "")]
    [InlineData("They sailed at 20 km/h", "They sailed at 20 km/h", "")]
    [InlineData("The ferries sailed. (Monday/Tuesday)", "The ferries sailed. (Monday/Tuesday)", "")]
    [InlineData("The ferries sailed (again)", "The ferries sailed (again)", "")]
    [InlineData("He sells papers - Reuters", "He sells papers - Reuters", "")]
    [InlineData("They spoke to the press/AP", "They spoke to the press/AP", "")]
    public void A_signature_at_the_end_goes_to_the_credit(string text, string rest, string agencies)
    {
        var item = Apply(text);
        Assert.Equal((rest, agencies), (item.Body!.Content, Chain(item)));
    }

    [Theory]
    [InlineData("PressTV/ Ferries sail again", "Ferries sail again", "PressTV")]
    [InlineData("Reuters/Ferries sail again", "Ferries sail again", "Reuters")]
    [InlineData("HarbourTV/ Ferries sail again", "Ferries sail again", "HarbourTV")]
    [InlineData("Ferries sail again | Reuters", "Ferries sail again", "Reuters")]
    [InlineData("(AP) Ferries sail again", "Ferries sail again", "AP")]
    [InlineData("Ferries sail again (AFP)", "Ferries sail again", "AFP")]
    [InlineData("Ferries sail again - Reuters", "Ferries sail again - Reuters", "")]
    [InlineData("Iran/ Ferries sail again", "Iran/ Ferries sail again", "")]
    [InlineData("Yes/ No", "Yes/ No", "")]
    [InlineData("AP/IB results are out", "AP/IB results are out", "")]
    [InlineData("And/or the end of ferries", "And/or the end of ferries", "")]
    [InlineData("Reuters: ferries sail again", "Reuters: ferries sail again", "")]
    [InlineData("Bus/ train strike goes on", "Bus/ train strike goes on", "")]
    public void A_source_before_the_headline_goes_to_the_credit(string headline, string rest, string source)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline }, null);
        Assert.Equal((rest, source), (item.Headline!, item.Credit?.Source ?? ""));
    }

    [Theory]
    [InlineData("Seaview/ Ferries sail again", "SHAFAQNA- Ferries sailed.", "Ferries sail again", "Seaview SHAFAQNA")]
    [InlineData("Seaview/ Ferries sail again", "Ferries sailed, Seaview reported on Monday.", "Ferries sail again", "Seaview")]
    [InlineData("Seaview/ Ferries sail again", "Ferries sailed, the board told Seaview.", "Ferries sail again", "Seaview")]
    [InlineData("Seaview/ Ferries sail again", "Ferries sailed to Seaview.", "Seaview/ Ferries sail again", "")]
    [InlineData("Iran/ Ferries sail again", "SHAFAQNA- Ferries sailed.", "Iran/ Ferries sail again", "SHAFAQNA")]
    [InlineData("Iran/ Ferries sail again", "Ferries sailed, Iran reported.", "Iran/ Ferries sail again", "")]
    [InlineData("Photos/ Ferries sail again", "SHAFAQNA- Ferries sailed.", "Photos/ Ferries sail again", "SHAFAQNA")]
    [InlineData("London/ Ferries sail again", "SHAFAQNA- Ferries sailed.", "London/ Ferries sail again", "SHAFAQNA")]
    public void The_text_vouches_for_who_stands_before_the_headline(string headline, string text, string rest, string agencies)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline, Body = new NewsBody(text, BodyKind.Text) }, null);
        Assert.Equal((rest, agencies), (item.Headline!, Chain(item)));
    }

    [Theory]
    [InlineData("<h1>Ferries sail</h1><p>STRANDBY</p><p>They sailed.</p>", "<p>STRANDBY</p><p>They sailed.</p>")]
    [InlineData("<p>Mara Quill, AFP</p><p>They sailed.</p>", "<p>They sailed.</p>")]
    [InlineData("<p>Ferries sail</p>", "<p>Ferries sail</p>")]
    [InlineData("<p>Mara Quill, a captain</p><p>They sailed.</p>", "<p>Mara Quill, a captain</p><p>They sailed.</p>")]
    public void What_the_fields_say_is_not_said_again_above_the_text(string html, string rest) =>
        Assert.Equal(rest, TextConventions.Apply(new NewsItem { Headline = "Ferries sail", Byline = "Mara Quill", Body = new NewsBody(html, BodyKind.Html) }, null).Body!.Content);

    [Theory]
    [InlineData("sda", "Quaytown (sda/afp) - Die Fähren.", "afp", "sda", "afp sda")]
    [InlineData("ats", "Quaytown (awp/ats/reu) - Les bateaux.", "Reuters", "awp", "Reuters awp ats")]
    [InlineData("Associated Press", "QUAYTOWN (AP) — Ferries.", "Associated Press", "", "")]
    [InlineData("RTRS", "QUAYTOWN, Nov 16 (Reuters) - Ferries.", "RTRS", "", "")]
    [InlineData("sda", "Quaytown (sda) - Die Fähren.", "sda", "", "")]
    [InlineData("Harbour Wire", "QUAYTOWN (AP) — Ferries.", "Harbour Wire", "AP", "")]
    public void The_chain_never_says_two_things(string sender, string text, string source, string distributor, string hops)
    {
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody(text, BodyKind.Text), Credit = new Credit { Source = sender } }, null);
        Assert.Equal((source, distributor, hops), (item.Credit!.Source, item.Credit.Distributor ?? "", string.Join(' ', item.Credit.Hops.Select(hop => hop.Name))));
    }

    [Fact]
    public void An_agency_called_by_its_code_and_by_its_name_is_one()
    {
        var given = new Credit { Source = "RTRS", Provider = "reuters.example", CreditLine = "Reuters" };
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody("LONDON, Nov 16 (Reuters) - Ferries.", BodyKind.Text), Credit = given }, null);
        Assert.Equal(("RTRS", null), (item.Credit!.Source, item.Credit.Distributor));
    }

    [Fact]
    public void The_end_of_a_long_paragraph_is_signed_like_that_of_a_short_one()
    {
        var sentences = string.Concat(Enumerable.Repeat("The ferries sailed again. ", 40));
        Assert.Equal($"<p>{sentences.TrimEnd()}</p>", TextConventions.Apply(new NewsItem { Body = new NewsBody($"<p>{sentences}(dpa)</p>", BodyKind.Html) }, null).Body!.Content);
        var named = $"<p>{sentences}They told <a href=\"/x\">the paper</a>, AFP</p>";
        Assert.Equal(named, TextConventions.Apply(new NewsItem { Body = new NewsBody(named, BodyKind.Html) }, null).Body!.Content);
    }

    [Fact]
    public void The_chain_is_in_its_order_and_said_once()
    {
        var item = TextConventions.Apply(
            new NewsItem { Headline = "PressTV/ Ferries", Body = new NewsBody("SHAFAQNA (Shia International News Association)- Ferries sail. (PressTV)", BodyKind.Text) }, "Shafaqna");
        Assert.Equal(("PressTV", "SHAFAQNA"), (item.Credit!.Source, item.Credit.Distributor));
        Assert.Equal(["PressTV", "SHAFAQNA"], item.Credit.Hops.Select(hop => hop.Name));
        Assert.Equal("Ferries sail.", item.Body!.Content);
    }

    [Fact]
    public void The_fields_of_the_format_are_completed_not_overwritten()
    {
        var given = new Credit { Source = "Harbour Wire", CreditLine = "HW", Hops = [new Hop("Harbour Wire")] };
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody("LONDON (AP) - Ferries.", BodyKind.Text), Credit = given, PlaceLine = new PlaceLine("Old Harbour", "Old Harbour") }, null);
        Assert.Equal(("Harbour Wire", "AP", "HW"), (item.Credit!.Source, item.Credit.Distributor, item.Credit.CreditLine));
        Assert.Equal(["Harbour Wire", "AP"], item.Credit.Hops.Select(hop => hop.Name));
        Assert.Equal("Old Harbour", item.PlaceLine!.Place);
    }

    [Fact]
    public void The_senders_own_name_is_a_signature() =>
        Assert.Equal("Ferries", TextConventions.Apply(new NewsItem { Headline = "Tidewater/ Ferries" }, "Tidewater").Headline);

    private static NewsItem Apply(string text) => TextConventions.Apply(new NewsItem { Body = new NewsBody(text, BodyKind.Text), Published = Made }, null);

    [Theory]
    [InlineData("PressTV/ TASS/ Ferries sail again", "Ferries sail again", "TASS PressTV")]
    [InlineData("PressTV/ Tarn/ Ferries sail again", "Ferries sail again", "Tarn PressTV")]
    [InlineData("AFP/Reuters/ Ferries sail again", "Ferries sail again", "Reuters AFP")]
    [InlineData("AFP/quay/ Ferries sail again", "AFP/quay/ Ferries sail again", "")]
    [InlineData("PressTV/ Reuters: Ferries sail again", "Reuters: Ferries sail again", "PressTV")]
    public void Hands_before_a_headline_go_to_the_chain(string headline, string rest, string agencies)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline, VersionCreated = Made }, null);
        Assert.Equal(rest, item.Headline);
        Assert.Equal(agencies, Chain(item));
    }

    [Theory]
    [InlineData("<p>Ferries sailed.</p>\n<p>The post <a href=\"https://h.example/1\">Ferries</a> appeared first on <a href=\"https://h.example\">Harbour</a>.</p>\n", "<p>Ferries sailed.</p>")]
    [InlineData("<p>Ferries sailed.</p><p>Der Beitrag <a href='/1'>Fähren</a> erschien zuerst auf <a href='/'>Hafen</a>.</p>", "<p>Ferries sailed.</p>")]
    [InlineData("<p>Ferries sailed.</p><img src=\"/stat\"><hr><p><a href=\"/1\">Ferries</a> was originally published in <a href=\"/\">Holm</a> on Medium, where people are continuing the conversation by highlighting and responding to this story.</p>", "<p>Ferries sailed.</p><img src=\"/stat\">")]
    [InlineData("<p>Ferries sailed.</p><p><a href=\"/1\">Read more of this story</a> at Harbour.</p>", "<p>Ferries sailed.</p>")]
    [InlineData("<p>Ferries sailed.</p> <a href=\"/1\">Continue reading...</a>", "<p>Ferries sailed.</p>")]
    [InlineData("<p>The post office appeared first on Main Street, in 1902.</p>", "")]
    [InlineData("<p>Ferries sailed.</p><p>The post <b>of harbour master</b> is open.</p>", "<p>Ferries sailed.</p><p>The post <b>of harbour master</b> is open.</p>")]
    public void The_footer_of_a_feed_is_no_part_of_the_story(string html, string rest) =>
        Assert.Equal(rest.Length == 0 ? html : rest, TextConventions.Apply(new NewsItem { Body = new NewsBody(html, BodyKind.Html) }, null).Body!.Content);

    [Theory]
    [InlineData("TARN- Ferries sailed again.", "Tarn News – Tidal News Association", "https://x.example/1", "TARN")]
    [InlineData("TARN – Ferries sailed again.", "Tidal Area Reporting Network", "https://x.example/1", "TARN")]
    [InlineData("(TARN) - Ferries sailed again.", "Front page", "https://www.tarnnews.example/1", "TARN")]
    [InlineData("Quaytown (Coast) - Ferries sailed again.", "Front page", "https://www.coast-news.example/1", "Coast")]
    [InlineData("TARN – Ferries sailed again.", "Front page", "https://www.tarnish.example/1", "")]
    [InlineData("BOSTON – Ferries sailed again.", "Front page", "https://www.boston.example/1", "place")]
    public void What_the_item_comes_from_vouches_for_an_unknown_name(string lede, string sender, string page, string source)
    {
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody(lede, BodyKind.Text), Links = [new Link("alternate", page)] }, sender);
        Assert.Equal(source.Length == 0 ? lede : "Ferries sailed again.", item.Body!.Content);
        Assert.Equal(source is "" or "place" ? "" : source, item.Credit?.Source ?? "");
    }

    [Fact]
    public void Whom_the_sender_carries_stands_at_the_end()
    {
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody("<p>TARN- Ferries sailed again.</p><p>Source: PressTV</p><p><a href=\"/\">www.en.tarn.example</a></p>", BodyKind.Html), Links = [new Link("alternate", "https://en.tarn.example/1")] }, null);
        Assert.Equal("<p>Ferries sailed again.</p>", item.Body!.Content);
        Assert.Equal(["PressTV", "TARN"], item.Credit!.Hops.Select(hop => hop.Name));
    }

    [Theory]
    [InlineData("(Adds quotes, details)", "sig:update")]
    [InlineData("(Corrects name in second paragraph)", "sig:correction")]
    public void A_note_in_brackets_is_for_editors(string note, string signal)
    {
        var item = Apply($"* Ferries sail again\n{note}\nBy Mara Quill\nQUAYTOWN, Nov 16 (Tarn) - Ferries sailed.");
        Assert.DoesNotContain(note, item.Body!.Content, StringComparison.Ordinal);
        Assert.EndsWith("\nFerries sailed.", item.Body.Content, StringComparison.Ordinal);
        Assert.Equal((signal, "Mara Quill", "Tarn"), (item.Signals[0], item.Byline!, item.Credit!.Source!));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("desk")]
    [InlineData("Editor2")]
    public void Nobody_is_called_as_the_users_of_a_system_are(string name)
    {
        var item = TextConventions.Apply(new NewsItem { Byline = name, Authors = [new Author(name)], Credit = new Credit { CreditLine = name } }, null);
        Assert.Null(item.Byline);
        Assert.Empty(item.Authors);
        Assert.Null(item.Credit);
        Assert.Equal("Desk Quill", TextConventions.Apply(new NewsItem { Byline = "Desk Quill" }, null).Byline);
    }

    [Theory]
    [InlineData("sig:kill", PubStatus.Canceled, false)]
    [InlineData("tarnsignal:retract", PubStatus.Canceled, false)]
    [InlineData("sig:withhold", PubStatus.Withheld, true)]
    [InlineData("sig:update", PubStatus.Usable, true)]
    public void A_signal_means_what_its_code_says(string signal, PubStatus status, bool publishable)
    {
        var item = TextConventions.Apply(new NewsItem { Signals = [signal] }, null);
        Assert.Equal((status, publishable), (item.Status, item.Publishable));
    }

    [Theory]
    [InlineData("T<![CDATA[-->z", "T<![CDATA[ Harbour")]
    [InlineData("T[x] -- Ferries sailed again.", "T[x] Harbour")]
    [InlineData("T\"x\" -- Ferries sailed again.", "T\"x\" Harbour")]
    public void Markup_signs_nothing_whoever_calls_itself_so(string text, string source) =>
        Assert.Equal(text, TextConventions.Apply(new NewsItem { Summary = text, Credit = new Credit { Source = source } }, null).Summary);

    private static string Chain(NewsItem item) =>
        item.Credit is not { } credit ? "" : credit.Hops.Count > 0 ? string.Join(' ', credit.Hops.Select(hop => hop.Name)) : credit.Source!;
}
