namespace Dateline.Bench.House;

/// <summary>One invented reply and what it is.</summary>
internal sealed record LabelledLetter(string Language, string Name, string Text, bool Spam, int Slice);

/// <summary>
/// A labelled set of replies in five languages, in slices of time. Honest ones argue, ask and sometimes link, and use words
/// that spam uses too (money, free, win). Spam comes in campaigns: each slice has one that no slice before had, some of it
/// hides its words in look-alike letters or spaces, a part carries no link at all.
/// </summary>
internal static class Mailbag
{
    public const int Slices = 10;

    private sealed record Tongue(string Code, string[] Who, string[] Does, string[] What, string[] Turns, string[] Names, string[] Lures, string[] Goods, string[] Calls);

    private static readonly Tongue[] Tongues =
    [
        new("en",
            ["The council", "My neighbour", "The ferry company", "Our school", "The minister", "Nobody in the port", "The fishing union", "A friend at the hospital", "The paper", "Whoever wrote this"],
            ["has promised", "should explain", "forgot to mention", "was right about", "keeps postponing", "won money for", "never paid for", "talks freely about", "asked us to wait for", "measured"],
            ["the second pier", "the winter timetable", "the price of bread", "free buses for pensioners", "the water accord", "the night train", "the old customs house", "the bonus of the harbour master", "what the pilots said in 1988", "the loan for the bridge"],
            ["I read it twice and still don't see why.", "Has anybody asked the people who live there?", "That is not what the report says.", "Thank you for writing this down.", "My father worked there for thirty years.", "Next time please give the figures.", "We paid for it, after all.", "It was the same under the last government.", "See https://archive.example/minutes for the vote.", "I would bet a month's pay that it won't open in May."],
            ["Ingrid", "Omar K.", "a pensioner", "Lena Brandt", "T. Oyelaran", "Marta", "Deckhand", "Jonas W."],
            ["Hit the jackpot", "Double your coins today", "Lose ten kilos in a week", "Earn 900 a day from home", "Get a loan without papers", "Rank first on every search engine", "Meet singles near you", "Original watches for a tenth", "Recover your stolen wallet", "Pass any exam without study"],
            ["free spins", "instant payout", "secret pills", "guaranteed returns", "no credit check", "cheap backlinks", "private chat", "luxury replicas", "recovery experts", "ready diplomas"],
            ["click now https://{0}.example/go", "join at https://{0}.example", "write to our agent on the messenger {0}", "use code {0} today", "visit {0} dot example before midnight"]),
        new("de",
            ["Der Stadtrat", "Mein Nachbar", "Die Reederei", "Unsere Schule", "Die Ministerin", "Niemand im Hafen", "Die Gewerkschaft", "Eine Bekannte im Krankenhaus"],
            ["hat versprochen", "sollte erklären", "verschweigt", "hatte recht mit", "verschiebt seit Jahren", "hat nie bezahlt für", "redet gern über"],
            ["den zweiten Anleger", "den Winterfahrplan", "den Brotpreis", "freie Busse für Rentner", "das Wasserabkommen", "den Nachtzug", "den Kredit für die Brücke"],
            ["Ich habe es zweimal gelesen.", "Hat jemand die Anwohner gefragt?", "Im Bericht steht etwas anderes.", "Danke für den Artikel.", "Wir haben das bezahlt.", "Unter der letzten Regierung war es nicht besser."],
            ["Birgit", "H. Petersen", "Ein Rentner", "Jana M."],
            ["Knacken Sie den Jackpot", "Verdoppeln Sie Ihr Geld", "Zehn Kilo weniger in einer Woche", "Verdienen Sie 900 am Tag", "Kredit ohne Auskunft", "Platz eins in jeder Suchmaschine", "Singles in Ihrer Nähe", "Uhren zum Zehntel des Preises", "Holen Sie Ihr Geld zurück", "Jede Prüfung bestehen"],
            ["Freispiele", "Sofortauszahlung", "geheime Pillen", "garantierte Rendite", "ohne Schufa", "günstige Verlinkungen", "privater Chat", "edle Nachbauten", "Experten für Rückholung", "fertige Diplome"],
            ["jetzt klicken https://{0}.example/los", "Code {0} nur heute", "unser Berater {0} im Messenger", "besuchen Sie {0} Punkt example"]),
        new("es",
            ["El ayuntamiento", "Mi vecina", "La naviera", "Nuestra escuela", "El ministro", "Nadie en el puerto", "El sindicato"],
            ["ha prometido", "debería explicar", "calla sobre", "tenía razón con", "aplaza siempre", "nunca pagó", "habla mucho de"],
            ["el segundo muelle", "el horario de invierno", "el precio del pan", "los autobuses gratis", "el acuerdo del agua", "el tren nocturno", "el préstamo del puente"],
            ["Lo he leído dos veces.", "¿Alguien ha preguntado a los vecinos?", "El informe dice otra cosa.", "Gracias por contarlo.", "Lo pagamos nosotros.", "Con el gobierno anterior era igual."],
            ["Lucía", "R. Ortega", "un jubilado", "Carmen"],
            ["Gana el premio gordo", "Duplica tu dinero hoy", "Pierde diez kilos en una semana", "Gana 900 al día desde casa", "Préstamo sin papeles", "Primero en todos los buscadores", "Conoce solteras cerca", "Relojes a una décima parte", "Recupera tu cartera", "Aprueba cualquier examen"],
            ["tiradas gratis", "pago al instante", "pastillas secretas", "ganancias seguras", "sin aval", "enlaces baratos", "chat privado", "réplicas de lujo", "expertos en recuperar", "títulos listos"],
            ["entra en https://{0}.example/ya", "código {0} solo hoy", "escribe a {0}", "visita {0} punto example"]),
        new("ar",
            ["المجلس البلدي", "جارتي", "شركة العبّارات", "مدرستنا", "الوزير", "لا أحد في الميناء", "نقابة الصيادين"],
            ["وعد بـ", "عليه أن يشرح", "نسي أن يذكر", "كان محقًا في", "يؤجل دائمًا", "لم يدفع ثمن", "يتحدث كثيرًا عن"],
            ["الرصيف الثاني", "جدول الشتاء", "سعر الخبز", "الحافلات المجانية للمتقاعدين", "اتفاق المياه", "قطار الليل", "قرض الجسر"],
            ["قرأته مرتين ولم أفهم السبب.", "هل سأل أحد سكان الحي؟", "التقرير يقول غير ذلك.", "شكرًا على هذا الخبر.", "نحن من دفع ثمنه.", "كان الأمر كذلك أيام الحكومة السابقة."],
            ["سلمى", "أبو كريم", "متقاعد", "هدى"],
            ["اربح الجائزة الكبرى", "ضاعف نقودك اليوم", "اخسر عشرة كيلوغرامات في أسبوع", "اكسب ٩٠٠ في اليوم من بيتك", "قرض بلا أوراق", "الأول في كل محركات البحث", "تعرّف على عازبات قربك", "ساعات أصلية بعُشر الثمن", "استرجع محفظتك المسروقة", "انجح في أي امتحان"],
            ["لفات مجانية", "دفع فوري", "حبوب سرية", "أرباح مضمونة", "بلا كفيل", "روابط رخيصة", "محادثة خاصة", "نسخ فاخرة", "خبراء الاسترجاع", "شهادات جاهزة"],
            ["اضغط https://{0}.example/go", "الرمز {0} اليوم فقط", "راسل {0}", "زر {0} نقطة example"]),
        new("fa",
            ["شورای شهر", "همسایه‌ام", "شرکت کشتیرانی", "مدرسهٔ ما", "وزیر", "هیچ‌کس در بندر", "اتحادیهٔ ماهیگیران"],
            ["قول داد", "باید توضیح دهد", "فراموش کرد بگوید", "حق داشت دربارهٔ", "همیشه عقب می‌اندازد", "هرگز نپرداخت", "زیاد حرف می‌زند از"],
            ["اسکلهٔ دوم", "برنامهٔ زمستان", "قیمت نان", "اتوبوس رایگان بازنشستگان", "توافق آب", "قطار شب", "وام پل"],
            ["دو بار خواندم و نفهمیدم چرا.", "کسی از ساکنان پرسیده است؟", "گزارش چیز دیگری می‌گوید.", "ممنون از این خبر.", "پولش را ما دادیم.", "در دولت پیش هم همین بود."],
            ["مریم", "ک. رستمی", "یک بازنشسته", "نرگس"],
            ["جایزهٔ بزرگ را ببر", "پولت را امروز دو برابر کن", "ده کیلو در یک هفته کم کن", "روزی ۹۰۰ از خانه درآمد", "وام بی مدرک", "رتبهٔ اول در همهٔ جستجوها", "آشنایی با مجردهای نزدیک", "ساعت اصل به یک‌دهم قیمت", "کیف پول دزدیده را پس بگیر", "هر امتحانی را قبول شو"],
            ["چرخش رایگان", "پرداخت آنی", "قرص مخفی", "سود تضمینی", "بدون ضامن", "لینک ارزان", "گفتگوی خصوصی", "کپی لوکس", "کارشناس بازیابی", "مدرک آماده"],
            ["کلیک کن https://{0}.example/go", "کد {0} فقط امروز", "به {0} پیام بده", "سایت {0} نقطه example"]),
    ];

    /// <summary>In the order of time. One in five is spam.</summary>
    public static IEnumerable<LabelledLetter> Make(int count, int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < count; number++)
        {
            var (slice, tongue) = (number * Slices / count, Tongues[random.Next(Tongues.Length)]);
            yield return random.Next(5) == 0 ? Junk(tongue, slice, random) : Honest(tongue, slice, random);
        }
    }

    private static LabelledLetter Honest(Tongue tongue, int slice, Random random)
    {
        var sentences = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(2) == 0 ? Pick(tongue.Turns, random) : $"{Pick(tongue.Who, random)} {Pick(tongue.Does, random)} {Pick(tongue.What, random)}.");
        return new(tongue.Code, Pick(tongue.Names, random), string.Join(' ', sentences), false, slice);
    }

    private static LabelledLetter Junk(Tongue tongue, int slice, Random random)
    {
        // The campaign of this slice, or one that goes on from before.
        var campaign = random.Next(3) == 0 ? slice : random.Next(slice + 1);
        var (lure, good) = (tongue.Lures[campaign % tongue.Lures.Length], tongue.Goods[campaign % tongue.Goods.Length]);
        var host = $"{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}{campaign}{random.Next(40)}";
        var text = $"{lure}! {good}, {string.Format(System.Globalization.CultureInfo.InvariantCulture, Pick(tongue.Calls, random), host)}. {(random.Next(2) == 0 ? Pick(tongue.Turns, random) : good)}";
        return new(tongue.Code, random.Next(3) == 0 ? good : Pick(tongue.Names, random), random.Next(6) switch { 0 => Disguised(text, good), 1 => $"{Pick(tongue.Who, random)} {Pick(tongue.Does, random)} {Pick(tongue.What, random)}. {text}", _ => text }, true, slice);
    }

    /// <summary>Letters that look alike, or with spaces between.</summary>
    private static string Disguised(string text, string good) =>
        text.Replace(good, string.Join(' ', good.Where(letter => letter != ' ')), StringComparison.Ordinal).Replace('a', 'а').Replace('o', 'ο');

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];
}
