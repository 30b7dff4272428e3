namespace Dateline.Formats.Tests.Pages;

/// <summary>A line of the page's own in the story's element, in a paragraph like the story's: no markup tells it from the others.</summary>
public class BareLineTests
{
    private const string First = "<p>The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said in a statement.</p>";
    private const string Second = "<p>Some four thousand passengers had waited on the quay since Friday evening, according to the company that runs the ferries.</p>";
    private const string Third = "<p>Fishermen on the eastern shore lost most of their nets and asked the government for help before the winter comes.</p>";

    public static TheoryData<string, string> Lines
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (language, lines) in OfPages)
                foreach (var line in lines) data.Add(language, line);

            return data;
        }
    }

    private static readonly (string Language, string[] Lines)[] OfPages =
    [
        ("en", ["We use cookies to give you the best experience on our site.", "This website uses cookies.", "By continuing to browse you agree to our use of cookies.", "Enter your email address to receive our daily briefing.", "Get our morning briefing in your inbox.", "You must be logged in to post a comment.", "To continue reading, subscribe or log in.", "Already a subscriber? Log in.", "Join the conversation: leave a comment below.", "Let us know what you think in the comments.", "Share on Facebook", "Follow us on Instagram", "Follow Harbour Wire on Google News", "Download the Harbour Wire app", "Open in app", "Most read this week"]),
        ("de", ["Wir verwenden Cookies, um Ihnen das beste Erlebnis zu bieten.", "Diese Website verwendet Cookies.", "Geben Sie Ihre E-Mail-Adresse ein, um unseren Newsletter zu erhalten.", "Um weiterzulesen, melden Sie sich bitte an.", "Sie müssen angemeldet sein, um einen Kommentar zu schreiben.", "Diskutieren Sie mit.", "Auf Facebook teilen", "Folgen Sie uns auf Instagram", "In der App lesen", "Meistgelesene Artikel"]),
        ("fr", ["Nous utilisons des cookies pour améliorer votre expérience.", "En poursuivant votre navigation, vous acceptez les cookies.", "Saisissez votre adresse e-mail pour recevoir notre lettre.", "Pour lire la suite, connectez-vous.", "Vous devez être connecté pour laisser un commentaire.", "Rejoignez la conversation.", "Partager sur Facebook", "Suivez-nous sur WhatsApp", "Téléchargez notre application", "Les articles les plus lus"]),
        ("es", ["Utilizamos cookies para mejorar su experiencia.", "Este sitio utiliza cookies propias y de terceros.", "Introduce tu correo electrónico para recibir las noticias.", "Para seguir leyendo, inicia sesión.", "Debes iniciar sesión para comentar.", "Únete a la conversación.", "Compartir en Facebook", "Síguenos en X", "Descarga nuestra app", "Lo más leído de la semana"]),
        ("it", ["Utilizziamo i cookie per offrirti la migliore esperienza.", "Questo sito utilizza i cookie.", "Inserisci la tua email per ricevere le notizie.", "Per continuare a leggere abbonati.", "Devi effettuare l'accesso per commentare.", "Partecipa alla discussione.", "Condividi su Facebook", "Seguici su Instagram", "Scarica la nostra app", "I più letti della settimana"]),
        ("pt", ["Utilizamos cookies para melhorar a sua experiência.", "Este site usa cookies.", "Digite seu e-mail para receber as notícias.", "Para continuar lendo, faça login.", "Faça login para comentar.", "Deixe seu comentário.", "Compartilhe no Facebook", "Siga-nos no Instagram", "Baixe o nosso app", "As mais lidas da semana"]),
        ("nl", ["Wij gebruiken cookies om uw ervaring te verbeteren.", "Deze website maakt gebruik van cookies.", "Vul je e-mailadres in om onze nieuwsbrief te ontvangen.", "Lees verder met een abonnement.", "Je moet ingelogd zijn om te reageren.", "Praat mee.", "Deel op Facebook", "Volg ons op Instagram", "Download onze app", "Meest gelezen vandaag"]),
        ("sv", ["Vi använder cookies för att förbättra din upplevelse.", "Ange din e-postadress för att få nyheterna.", "För att läsa vidare behöver du logga in.", "Dela på Facebook", "Följ oss på Instagram", "Mest läst just nu"]),
        ("pl", ["Używamy plików cookie, aby poprawić działanie strony.", "Wpisz swój adres e-mail, aby otrzymywać wiadomości.", "Aby czytać dalej, zaloguj się.", "Udostępnij na Facebooku", "Śledź nas na Instagramie", "Najczęściej czytane dzisiaj"]),
        ("ru", ["Мы используем файлы cookie, чтобы сайт работал лучше.", "Этот сайт использует файлы cookie.", "Введите ваш e-mail, чтобы получать новости.", "Чтобы читать дальше, войдите или зарегистрируйтесь.", "Войдите, чтобы оставить комментарий.", "Присоединяйтесь к обсуждению.", "Поделиться в Facebook", "Подписывайтесь на наш канал в Telegram", "Скачайте наше приложение", "Самое читаемое за неделю"]),
        ("tr", ["Size daha iyi hizmet vermek için çerezleri kullanıyoruz. Sitemizde çerezler kullanılır.", "Sitemizde çerezler kullanılmaktadır.", "E-posta adresinizi girin, haberler gelen kutunuza gelsin.", "Okumaya devam etmek için giriş yapın.", "Yorum yapmak için giriş yapmalısınız.", "Facebook'ta paylaş", "Bizi takip edin", "Uygulamamızı indirin", "En çok okunan haberler"]),
        ("ar", ["نستخدم ملفات تعريف الارتباط لتحسين تجربتك في الموقع.", "يستخدم هذا الموقع ملفات تعريف الارتباط.", "أدخل بريدك الإلكتروني لتصلك آخر الأخبار.", "لمتابعة القراءة سجل الدخول.", "يجب تسجيل الدخول لإضافة تعليق.", "شاركنا رأيك في التعليقات.", "شارك على فيسبوك", "تابعونا على تويتر", "حمل تطبيقنا الآن", "الأكثر قراءة هذا الأسبوع"]),
        ("fa", ["ما از کوکی‌ها برای بهبود تجربه شما استفاده می‌کنیم.", "این سایت از کوکی استفاده می‌کند.", "ایمیل خود را برای دریافت خبرها وارد کنید.", "برای ادامه مطالعه وارد شوید.", "برای ارسال نظر باید وارد شوید.", "اشتراک‌گذاری در فیسبوک", "ما را در تلگرام دنبال کنید", "اپلیکیشن ما را دانلود کنید", "پربازدیدترین خبرها"]),
        ("he", ["אנו משתמשים בקובצי Cookie כדי לשפר את החוויה שלכם.", "אתר זה משתמש בעוגיות.", "הזינו את כתובת המייל שלכם כדי לקבל עדכונים.", "כדי להמשיך לקרוא יש להתחבר.", "שתפו בפייסבוק", "עקבו אחרינו באינסטגרם", "הורידו את האפליקציה שלנו", "הכתבות הנקראות ביותר"]),
        ("hi", ["हम आपके अनुभव को बेहतर बनाने के लिए कुकीज का उपयोग करते हैं।", "यह वेबसाइट कुकीज का उपयोग करती है।", "अपना ईमेल पता दर्ज करें और ताजा खबरें पाएं।", "आगे पढ़ने के लिए लॉग इन करें।", "टिप्पणी करने के लिए लॉग इन करें।", "फेसबुक पर शेयर करें", "हमें फॉलो करें", "हमारा ऐप डाउनलोड करें", "सबसे ज्यादा पढ़ी गई खबरें"]),
        ("zh", ["我们使用Cookie来改善您的体验。", "本网站使用Cookie以改善您的体验。", "请输入您的邮箱以订阅我们的通讯。", "登录后阅读全文", "请登录后发表评论。", "分享到微信", "关注我们的微博", "打开APP阅读全文", "热门文章排行"]),
        ("ja", ["当サイトではCookieを使用しています。", "当サイトではクッキーを使用しています。", "メールアドレスを入力して最新ニュースを受け取る", "続きを読むにはログインしてください。", "コメントするにはログインが必要です。", "Facebookでシェアする", "公式Xをフォローする", "アプリで続きを読む", "よく読まれている記事"]),
        ("ko", ["당사는 더 나은 서비스를 위해 쿠키를 사용합니다.", "이메일 주소를 입력하고 뉴스레터를 받아보세요.", "계속 읽으려면 로그인하세요.", "페이스북으로 공유하기", "네이버에서 본지를 구독하세요", "앱에서 보기", "가장 많이 본 뉴스"]),
        ("th", ["เราใช้คุกกี้เพื่อประสบการณ์ที่ดีของคุณ", "เว็บไซต์นี้ใช้คุกกี้", "กรอกอีเมลเพื่อรับข่าวสาร", "เข้าสู่ระบบเพื่ออ่านต่อ", "แชร์ไปยัง Facebook", "ติดตามเราได้ที่ LINE", "ดาวน์โหลดแอปของเรา", "ข่าวที่มีคนอ่านมากที่สุด"]),
    ];

    [Fact]
    public void There_are_lines_of_many_languages() => Assert.True(OfPages.Sum(one => one.Lines.Length) >= 160 && OfPages.Length >= 18);

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_line_of_the_page_is_no_part_of_the_story(string language, string line)
    {
        var markup = $"<p>{line}</p>";
        foreach (var (body, place) in new[] { ($"{First}{markup}{Second}{Third}", "in the middle"), ($"{First}{Second}{Third}{markup}", "at the end") })
            Assert.True(Squeezed(await Read(body)) == Plain(First, Second, Third), $"{language} {place}: {line}");
    }

    [Theory]
    [InlineData("The site uses cookies that the court has forbidden, and it must pay for that by the end of the year.")]
    [InlineData("We use cookies as bait, said the fisherman, who has lived on the eastern shore since he was a boy.")]
    [InlineData("Cookies were handed out to those who waited, four thousand of them, and tea.")]
    [InlineData("Facebook and X were down on Monday as well, and nobody could tell why.")]
    [InlineData("Most read the letter twice before they signed it on Sunday evening.")]
    [InlineData("Most popular were the cabins on the upper deck, which were sold out within an hour.")]
    [InlineData("Download figures of the app rose by a third in the days of the storm.")]
    [InlineData("The newsletter of the board reached its subscribers on Tuesday, two days late.")]
    [InlineData("Wir verwenden Cookies, heißt es auf der Seite der Reederei, die niemand mehr erreicht.")]
    [InlineData("Diese Website verwendet Cookies ohne Einwilligung, erklärte die Behörde in Bonn.")]
    [InlineData("Auf Facebook teilen viele Reisende ihre Bilder vom Kai.")]
    [InlineData("Um den Newsletter der Behörde streitet der Rat seit einem Jahr.")]
    [InlineData("« Nous utilisons des cookies », a répondu la compagnie aux voyageurs.")]
    [InlineData("Les plus lus des voyageurs étaient les horaires du lundi.")]
    [InlineData("Para comentar la decisión, la alcaldesa reunió a la prensa en el muelle.")]
    [InlineData("Compartir este muelle con los pescadores no será fácil.")]
    [InlineData("Per commentare la decisione il sindaco ha riunito la stampa.")]
    [InlineData("Нажимая на кнопку, капитан остановил паром у самого причала.")]
    [InlineData("Мы используем файлы cookie, сообщила компания пассажирам.")]
    [InlineData("علق على القرار وزير النقل في مؤتمر صحفي عقد اليوم.")]
    [InlineData("شارك في النقاش خمسة وزراء من الحكومة الجديدة.")]
    [InlineData("نظر خود را وزیر در نشست امروز اعلام کرد.")]
    [InlineData("अपनी राय मंत्री ने बैठक में रखी।")]
    [InlineData("登录后，用户的资料被全部公开。")]
    [InlineData("分享到朋友圈的照片引来数万人围观。")]
    [InlineData("有料会員は三百万人を超えた。")]
    [InlineData("로그인 후 정보를 빼내는 수법이 늘고 있다.")]
    [InlineData("Chia sẻ trên trang cá nhân, thuyền trưởng cảm ơn hành khách.")]
    public async Task A_sentence_about_such_things_stays(string sentence)
    {
        var among = $"<p>{sentence}</p>";
        Assert.Equal(Plain(First, among, Second, Third), Squeezed(await Read($"{First}{among}{Second}{Third}")));
    }

    [Theory]
    [InlineData("<div><p>Get our morning briefing. Enter your email address and read before breakfast what the harbour talks about. By signing up you agree to our privacy policy.</p><input type=\"email\"></div>")]
    [InlineData("<div><p>The harbour talks of it before you do, and it arrives every morning at six, unless there is a storm.</p><div><input type=email><button>OK</button></div></div>")]
    [InlineData("<p>The harbour talks of it before you do, and it arrives every morning at six. <input type=\"email\"></p>")]
    public async Task A_box_that_asks_for_an_address_is_no_part_of_the_story(string box)
    {
        Assert.Equal(Plain(First, Second, Third), Squeezed(await Read($"{First}{Second}{box}{Third}")));
        Assert.Equal(Plain(First, Second), Squeezed(await Read($"{First}{box}{Second}")));
    }

    [Fact]
    public async Task A_box_that_is_ticked_asks_for_nothing() =>
        Assert.Equal(Plain(First, Second, Third), Squeezed(await Read($"{First}<div><input type=\"checkbox\">{Second}</div>{Third}")));

    private const string Consent = "<p>We and our partners store and access information on a device, such as cookies, and process personal data for advertising and content measurement, audience research and the development of services, and this takes a long sentence.</p><p>You can change your choices at any time. Your consent holds for this site alone, and you may refuse it here, or later at the foot of each page, where the settings are found by those who look for them.</p>";

    [Theory]
    [InlineData("<div>{0}</div><div>{1}</div>")]
    [InlineData("<div>{0}{1}</div>")]
    [InlineData("<div>{0}<p>Our privacy policy tells more about that.</p></div>{1}")]
    [InlineData("{1}<div><h2>We value your privacy</h2>{0}</div>")]
    public async Task A_short_story_behind_a_consent_text_is_found(string page)
    {
        var body = page.Replace("{0}", Consent, StringComparison.Ordinal).Replace("{1}", $"<h1>Ferries sail again after the storm</h1>{First}{Second}", StringComparison.Ordinal);
        Assert.Equal(Plain(First, Second), Squeezed(await PageExtractionTests.Read($"<html lang=\"en\"><head><title>Ferries sail again after the storm - Harbour Wire</title></head><body>{body}</body></html>")));
    }

    [Fact]
    public async Task What_a_story_quotes_of_such_a_text_stays()
    {
        const string Quoted = "<p>“We value your privacy,” says the banner of the company, and offers to “accept all”, which the court has now forbidden it to do.</p>";
        Assert.Equal(Plain(First, Quoted, Second), Squeezed(await Read($"{First}{Quoted}{Second}")));
    }

    [Theory]
    [InlineData("b", "?")]
    [InlineData("strong", "?")]
    [InlineData("em", "؟")]
    [InlineData("span", "？")]
    public async Task An_interview_begins_with_its_first_question(string dress, string mark)
    {
        string Question(string words) => $"<p><{dress}>{words}{mark}</{dress}></p>";
        var (who, when) = (Question("When will you sail again"), Question("Who had waited for you"));
        Assert.StartsWith($"When will you sail again{mark} The ferries", Squeezed(await Read($"<p>16 November 2026</p>{who}{First}{when}{Second}")), StringComparison.Ordinal);
        Assert.StartsWith("The ferries", Squeezed(await Read($"{who}{First}{Second}{Third}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":\"Ferries sail again after the storm\",\"articleBody\":\"BODY\"}")]
    [InlineData("{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":[\"NewsArticle\"],\"headline\":\"Ferries sail again after the storm\",\"articleBody\":\"BODY\"}}")]
    [InlineData("{\"@graph\":[{\"@type\":\"Organization\",\"name\":\"Harbour Wire\"},{\"@type\":\"ReportageNewsArticle\",\"headline\":\"Ferries sail again after the storm\",\"articleBody\":\"BODY\"}]}")]
    public async Task A_story_that_scripts_alone_would_show_is_read_from_its_data(string data)
    {
        foreach (var body in (string[])[First, First + Second])
        {
            var item = await PageExtractionTests.Read($"<html lang=\"en\"><head><title>Ferries sail again after the storm</title><script type=\"application/ld+json\">{data.Replace("BODY", Plain(body).Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal)}</script></head><body><div id=\"root\"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>");
            Assert.Equal(Plain(body), Squeezed(item));
            Assert.Equal("Ferries sail again after the storm", item.Headline);
        }
    }

    private static Task<NewsItem> Read(string body) => PageExtractionTests.Read($"<html><body><article><h1>Ferries sail again after the storm</h1>{body}</article></body></html>");

    private static string Plain(params string[] markup) => string.Join(' ', markup.Select(part => part.Replace("</p><p>", " ", StringComparison.Ordinal).Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal)));

    private static string Squeezed(NewsItem item) => string.Join(' ', PageExtractionTests.Text(item).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
