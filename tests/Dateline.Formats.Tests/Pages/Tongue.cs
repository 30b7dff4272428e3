namespace Dateline.Formats.Tests.Pages;

/// <summary>A language that the pages of the labelled set are written in: sentences to make stories of, the words of a site, and the lines that it puts among its paragraphs.</summary>
public sealed record Tongue(string Code, string[] Sentences, string[] Titles, string[] Names, string[] Words, string[] Lines)
{
    public bool IsRightToLeft => Code is "ar" or "fa" or "ur" or "he";

    // The words, in the order in which each tongue lists them.
    public string Home => Words[0];

    public string Politics => Words[1];

    public string Sport => Words[2];

    public string Related => Words[3];

    public string MostRead => Words[4];

    public string Comments => Words[5];

    public string LeaveReply => Words[6];

    public string Share => Words[7];

    public string Newsletter => Words[8];

    public string Cookies => Words[9];

    public string Tags => Words[10];

    public string ReadAlso => Words[11];

    public string Advert => Words[12];

    public static readonly Tongue[] All =
    [
        new("en",
            [
                "The ferries of Port Harbour sailed again on Monday after three days of storm.", "Some four thousand passengers had waited on the quay, many of them since Friday evening.", "\"We have not seen such a sea in twenty years,\" said Mara Quill, who has commanded the Northern Star since she was thirty.",
                "The harbour board said that it would pay for hotels, but not for missed connections.", "Fishermen on the eastern shore lost most of their nets, and asked the government for help.", "An official of the ministry, who asked not to be named, said that a decision would be taken within a week.",
                "The storm came earlier in the year than usual, and from a direction nobody had expected.", "Insurance companies put the damage at eleven million crowns; the mayor thinks that it will be more.", "Schools on the islands stay closed until Thursday because teachers could not return from the mainland.",
                "In the old town the water stood a metre high, and the library has moved its oldest books to the upper floor.", "It is the third time in five years that the breakwater has failed.", "Engineers had warned of that in a report that was published last spring and soon forgotten.",
            ],
            ["Ferries sail again after three days of storm", "Library saves its oldest books from the water", "Board to pay hotels but no missed trains", "Fishermen ask for new nets before winter"], ["Mara Quill", "Tomas Brandt", "Ines Okafor"],
            ["Home", "Politics", "Sport", "Related articles", "Most read", "Comments", "Leave a Reply", "Share this", "Sign up for our newsletter", "We use cookies to improve your experience on this site.", "Tags", "Read also", "Advertisement"],
            ["We use cookies and similar technologies to run this site.", "Enter your email address to receive our daily briefing.", "You must be logged in to post a comment.", "Join the conversation: leave a comment below.", "Share on Facebook", "Follow us on Instagram", "Open in the app", "Most read in Politics"]),
        new("de",
            [
                "Die Fähren von Hafenstadt fahren seit Montag wieder, nachdem ein Sturm sie drei Tage lang am Kai gehalten hatte.", "Rund viertausend Reisende hatten gewartet, viele von ihnen seit Freitagabend.", "„So eine See haben wir seit zwanzig Jahren nicht gesehen“, sagte die Kapitänin Mara Quell.", "Die Hafenbehörde will Hotels bezahlen, verpasste Anschlüsse aber nicht.",
                "Die Fischer am Ostufer verloren die meisten ihrer Netze und baten die Regierung um Hilfe.", "Eine Entscheidung soll innerhalb einer Woche fallen, hieß es aus dem Ministerium.", "Der Sturm kam früher im Jahr als sonst und aus einer Richtung, mit der niemand gerechnet hatte.", "Versicherer schätzen den Schaden auf elf Millionen Kronen, der Bürgermeister auf mehr.", "In der Altstadt stand das Wasser einen Meter hoch, und die Bibliothek brachte ihre ältesten Bücher nach oben.",
            ],
            ["Fähren fahren nach drei Tagen Sturm wieder", "Bibliothek rettet ihre ältesten Bücher", "Behörde zahlt Hotels, aber keine Züge"], ["Mara Quell", "Tomas Brandt"],
            ["Startseite", "Politik", "Sport", "Mehr zum Thema", "Meistgelesen", "Kommentare", "Schreibe einen Kommentar", "Artikel teilen", "Newsletter abonnieren", "Wir verwenden Cookies, um unsere Seite zu verbessern.", "Schlagwörter", "Lesen Sie auch", "Anzeige"],
            ["Wir verwenden Cookies, um Ihnen das beste Erlebnis zu bieten.", "Geben Sie Ihre E-Mail-Adresse ein und erhalten Sie unseren Newsletter.", "Um weiterzulesen, melden Sie sich an.", "Schreiben Sie einen Kommentar.", "Auf Facebook teilen", "Folgen Sie uns auf Instagram", "Artikel in der App öffnen", "Meistgelesene Artikel der Woche"]),
        new("fr",
            [
                "Les bateaux de Port-Havre ont repris la mer lundi après trois jours de tempête.", "Environ quatre mille voyageurs attendaient sur le quai, beaucoup depuis vendredi soir.", "« Nous n'avions pas vu une telle mer depuis vingt ans », a déclaré la capitaine Mara Quille.", "L'autorité du port paiera les hôtels, mais pas les correspondances manquées.",
                "Les pêcheurs de la rive est ont perdu la plupart de leurs filets et demandent l'aide du gouvernement.", "Une décision sera prise dans la semaine, selon une source au ministère.", "La tempête est venue plus tôt que d'habitude, et d'une direction que personne n'attendait.", "Les assureurs estiment les dégâts à onze millions de couronnes.", "Dans la vieille ville, l'eau a atteint un mètre et la bibliothèque a monté ses livres les plus anciens à l'étage.",
            ],
            ["Les bateaux repartent après trois jours de tempête", "La bibliothèque sauve ses livres anciens", "Le port paiera les hôtels"], ["Mara Quille", "Tomas Brand"],
            ["Accueil", "Politique", "Sport", "Sur le même sujet", "Les plus lus", "Commentaires", "Laisser un commentaire", "Partager", "Inscrivez-vous à notre lettre", "Nous utilisons des cookies pour améliorer votre visite.", "Mots-clés", "Lire aussi", "Publicité"],
            ["Nous utilisons des cookies pour mesurer l'audience de ce site.", "Saisissez votre adresse e-mail pour recevoir notre lettre du matin.", "Pour lire la suite, connectez-vous.", "Laissez un commentaire ci-dessous.", "Partager sur Facebook", "Suivez-nous sur Instagram", "Lire dans l'appli", "Les articles les plus lus"]),
        new("es",
            [
                "Los barcos de Puerto Alto volvieron a navegar el lunes después de tres días de temporal.", "Unos cuatro mil pasajeros esperaban en el muelle, muchos desde la noche del viernes.", "«No habíamos visto un mar así en veinte años», dijo la capitana Mara Quilla.", "La autoridad portuaria pagará los hoteles, pero no las conexiones perdidas.",
                "Los pescadores de la orilla oriental perdieron casi todas sus redes y pidieron ayuda al gobierno.", "La decisión se tomará en una semana, según una fuente del ministerio.", "El temporal llegó antes de lo habitual y desde una dirección que nadie esperaba.", "Las aseguradoras calculan los daños en once millones de coronas.", "En el casco antiguo el agua llegó a un metro y la biblioteca subió sus libros más antiguos.",
            ],
            ["Los barcos zarpan tras tres días de temporal", "La biblioteca salva sus libros antiguos", "El puerto pagará los hoteles"], ["Mara Quilla", "Tomás Brando"],
            ["Inicio", "Política", "Deportes", "Noticias relacionadas", "Lo más leído", "Comentarios", "Deja un comentario", "Compartir", "Suscríbete a nuestro boletín", "Usamos cookies para mejorar su visita a este sitio.", "Etiquetas", "Lea también", "Publicidad"],
            ["Utilizamos cookies propias y de terceros.", "Introduce tu correo electrónico para recibir nuestro boletín.", "Para seguir leyendo, inicia sesión o suscríbete.", "Únete a la conversación.", "Compartir en Facebook", "Síguenos en Instagram", "Descarga nuestra app", "Las más leídas"]),
        new("ru",
            [
                "Паромы Портовой Гавани снова вышли в море в понедельник после трёх дней шторма.", "Около четырёх тысяч пассажиров ждали на причале, многие с вечера пятницы.", "«Такого моря мы не видели двадцать лет», — сказала капитан Мара Квилл.", "Управление порта заплатит за гостиницы, но не за пропущенные поезда.",
                "Рыбаки восточного берега потеряли почти все сети и попросили помощи у правительства.", "Решение примут в течение недели, сообщил источник в министерстве.", "Шторм пришёл раньше обычного и с той стороны, откуда его никто не ждал.", "Страховщики оценивают ущерб в одиннадцать миллионов крон.", "В старом городе вода стояла на метр, и библиотека перенесла самые старые книги наверх.",
            ],
            ["Паромы снова ходят после трёх дней шторма", "Библиотека спасла старые книги", "Порт заплатит за гостиницы"], ["Мара Квилл", "Томас Брандт"],
            ["Главная", "Политика", "Спорт", "Читайте также", "Самое читаемое", "Комментарии", "Оставить комментарий", "Поделиться", "Подпишитесь на рассылку", "Мы используем файлы cookie, чтобы сайт работал лучше.", "Теги", "По теме", "Реклама"],
            ["Мы используем файлы cookie, чтобы сайт был удобнее.", "Введите ваш e-mail, чтобы получать наши новости.", "Войдите, чтобы оставить комментарий.", "Присоединяйтесь к обсуждению.", "Поделиться в Facebook", "Подписывайтесь на наш канал в Telegram", "Читайте в приложении", "Самое читаемое за неделю"]),
        new("ar",
            [
                "عادت عبارات الميناء الشمالي إلى الإبحار يوم الاثنين بعد ثلاثة أيام من العاصفة.", "وكان نحو أربعة آلاف مسافر ينتظرون على الرصيف، كثير منهم منذ مساء الجمعة.", "وقالت القبطان مارا قويل إن البحر لم يكن بهذا العلو منذ عشرين عاما.", "وأعلنت هيئة الميناء أنها ستدفع ثمن الفنادق لا ثمن القطارات الفائتة.",
                "وفقد الصيادون على الشاطئ الشرقي معظم شباكهم وطلبوا العون من الحكومة.", "وقال مسؤول في الوزارة طلب عدم ذكر اسمه إن القرار سيتخذ خلال أسبوع.", "وجاءت العاصفة أبكر من المعتاد ومن جهة لم يتوقعها أحد.", "وتقدر شركات التأمين الخسائر بأحد عشر مليون كرونة.", "وفي المدينة القديمة بلغ الماء مترا ونقلت المكتبة أقدم كتبها إلى الطابق الأعلى.",
            ],
            ["العبارات تبحر من جديد بعد ثلاثة أيام من العاصفة", "المكتبة تنقذ أقدم كتبها من الماء", "الميناء يدفع ثمن الفنادق"], ["مارا قويل", "توماس برانت"],
            ["الرئيسية", "سياسة", "رياضة", "مواضيع ذات صلة", "الأكثر قراءة", "التعليقات", "اترك تعليقا", "شارك الخبر", "اشترك في نشرتنا البريدية", "نستخدم ملفات تعريف الارتباط لتحسين تجربتك في الموقع.", "كلمات مفتاحية", "اقرأ أيضا", "إعلان"],
            ["نستخدم ملفات تعريف الارتباط لنقدم لك تجربة أفضل.", "أدخل بريدك الإلكتروني لتصلك نشرتنا كل صباح.", "يجب تسجيل الدخول لإضافة تعليق.", "شاركنا رأيك في التعليقات.", "شارك على فيسبوك", "تابعونا على تويتر", "حمّل تطبيق الميناء", "الأكثر قراءة هذا الأسبوع"]),
        new("fa",
            [
                "کشتی‌های بندر شمالی روز دوشنبه پس از سه روز توفان دوباره به راه افتادند.", "نزدیک به چهار هزار مسافر بر اسکله منتظر بودند، بسیاری از آنها از شامگاه جمعه.", "ناخدا مارا کویل گفت: بیست سال است که چنین دریایی ندیده‌ایم.", "اداره بندر گفت که هزینه هتل‌ها را می‌پردازد اما هزینه قطارهای ازدست‌رفته را نه.",
                "ماهیگیران کرانه شرقی بیشتر تورهای خود را از دست دادند و از دولت کمک خواستند.", "یک مقام وزارتخانه که نخواست نامش برده شود گفت تصمیم تا یک هفته دیگر گرفته می‌شود.", "توفان زودتر از همیشه و از سویی آمد که هیچ‌کس انتظارش را نداشت.", "شرکت‌های بیمه خسارت را یازده میلیون کرون برآورد می‌کنند.", "در شهر کهنه آب به یک متر رسید و کتابخانه کهن‌ترین کتاب‌هایش را به طبقه بالا برد.",
            ],
            ["کشتی‌ها پس از سه روز توفان به راه افتادند", "کتابخانه کهن‌ترین کتاب‌هایش را نجات داد", "بندر هزینه هتل‌ها را می‌پردازد"], ["مارا کویل", "توماس برانت"],
            ["صفحه نخست", "سیاسی", "ورزشی", "اخبار مرتبط", "پربازدیدترین‌ها", "نظرات", "ارسال نظر", "اشتراک گذاری", "عضویت در خبرنامه", "ما برای بهبود سایت از کوکی استفاده می‌کنیم.", "برچسب‌ها", "بیشتر بخوانید", "تبلیغات"],
            ["ما از کوکی‌ها برای بهبود خدمات سایت استفاده می‌کنیم.", "ایمیل خود را برای دریافت خبرنامه وارد کنید.", "برای ارسال نظر باید وارد شوید.", "نظر خود را درباره این خبر بنویسید.", "اشتراک‌گذاری در فیسبوک", "ما را در تلگرام دنبال کنید", "اپلیکیشن ما را دانلود کنید", "پربازدیدترین خبرهای هفته"]),
        new("zh",
            [
                "北港的渡轮在三天风暴之后于周一恢复航行。", "约四千名旅客在码头等候，其中许多人从周五晚上就在那里。", "船长马拉说：“二十年来我们没有见过这样的海。”", "港务局表示将支付旅馆费用，但不支付误车的损失。", "东岸的渔民失去了大部分渔网，向政府请求帮助。", "部里一位不愿透露姓名的官员说，一周之内会作出决定。", "今年的风暴来得比往年早，而且来自没有人料到的方向。", "保险公司估计损失为一千一百万克朗，市长认为会更多。", "老城的水有一米深，图书馆把最古老的书搬到了楼上。",
            ],
            ["风暴三天后渡轮恢复航行", "图书馆救出最古老的书", "港务局支付旅馆费用"], ["马拉", "托马斯"],
            ["首页", "政治", "体育", "相关阅读", "热门文章", "评论", "发表评论", "分享到", "订阅我们的通讯", "本网站使用Cookie以改善您的体验。", "标签", "延伸阅读", "广告"],
            ["我们使用Cookie来改善您的浏览体验。", "请输入您的邮箱，订阅每日简报。", "登录后阅读全文", "欢迎在评论区留言。", "分享到微信", "关注我们的微博", "打开APP阅读全文", "热门文章排行"]),
        new("ja",
            [
                "北港のフェリーは三日間の嵐のあと、月曜日に運航を再開した。", "岸壁では約四千人の乗客が待っており、多くは金曜日の夜からそこにいた。", "「二十年間こんな海は見たことがない」と船長のマラさんは話した。", "港湾局はホテル代を支払うが、乗り遅れた列車の代金は支払わないという。", "東岸の漁師たちはほとんどの網を失い、政府に支援を求めた。", "決定は一週間以内に下されると省の関係者は述べた。", "嵐は例年より早く、誰も予想しなかった方向から来た。", "保険会社は損害を千百万クローネと見積もっている。", "旧市街では水が一メートルに達し、図書館は最も古い本を上の階に移した。",
            ],
            ["三日間の嵐のあとフェリー運航再開", "図書館、最古の本を救う", "港湾局がホテル代を負担"], ["マラ", "トマス"],
            ["ホーム", "政治", "スポーツ", "関連記事", "アクセスランキング", "コメント", "コメントを残す", "シェアする", "ニュースレター登録", "当サイトではクッキーを使用しています。", "タグ", "あわせて読みたい", "広告"],
            ["当サイトではCookieを使用しています。", "メールアドレスを入力してニュースを受け取る", "続きを読むにはログインしてください。", "コメントするにはログインが必要です。", "Facebookでシェアする", "公式Xをフォローする", "アプリで続きを読む", "よく読まれている記事"]),
        new("hi",
            [
                "तीन दिन के तूफान के बाद उत्तरी बंदरगाह की नौकाएं सोमवार को फिर चल पड़ीं।", "लगभग चार हजार यात्री घाट पर प्रतीक्षा कर रहे थे, उनमें से कई शुक्रवार की शाम से।", "कप्तान मारा क्विल ने कहा कि बीस साल में ऐसा समुद्र नहीं देखा गया।", "बंदरगाह बोर्ड ने कहा कि वह होटलों का खर्च देगा, छूटी हुई गाड़ियों का नहीं।", "पूर्वी तट के मछुआरों ने अपने अधिकतर जाल खो दिए और सरकार से मदद मांगी।", "मंत्रालय के एक अधिकारी ने कहा कि एक सप्ताह में निर्णय लिया जाएगा।", "तूफान इस साल पहले आया और उस दिशा से जहां से किसी ने सोचा नहीं था।", "बीमा कंपनियों के अनुसार नुकसान एक करोड़ दस लाख क्रोन का है।",
            ],
            ["तीन दिन के तूफान के बाद नौकाएं फिर चलीं", "पुस्तकालय ने सबसे पुरानी किताबें बचाईं", "बंदरगाह होटलों का खर्च देगा"], ["मारा क्विल", "टॉमस ब्रांट"],
            ["होम", "राजनीति", "खेल", "संबंधित खबरें", "सबसे ज्यादा पढ़ी गई", "टिप्पणियां", "टिप्पणी करें", "शेयर करें", "हमारे न्यूजलेटर की सदस्यता लें", "यह साइट कुकीज का उपयोग करती है।", "टैग", "यह भी पढ़ें", "विज्ञापन"],
            ["हम आपके बेहतर अनुभव के लिए कुकीज का उपयोग करते हैं।", "अपना ईमेल दर्ज करें और रोज की खबरें पाएं।", "टिप्पणी करने के लिए लॉग इन करें।", "अपनी राय नीचे लिखें।", "फेसबुक पर शेयर करें", "हमें फॉलो करें", "हमारा ऐप डाउनलोड करें", "सबसे ज्यादा पढ़ी गई खबरें"]),
        new("ur",
            [
                "شمالی بندرگاہ کی کشتیاں تین دن کے طوفان کے بعد پیر کو دوبارہ چل پڑیں۔", "تقریباً چار ہزار مسافر گھاٹ پر انتظار کر رہے تھے، ان میں سے بہت سے جمعہ کی شام سے۔", "کپتان مارا کوئل نے کہا کہ بیس سال میں ایسا سمندر نہیں دیکھا۔", "بندرگاہ کے بورڈ نے کہا کہ وہ ہوٹلوں کا خرچ دے گا۔", "مشرقی ساحل کے ماہی گیروں نے اپنے بیشتر جال کھو دیے اور حکومت سے مدد مانگی۔", "وزارت کے ایک اہلکار نے کہا کہ فیصلہ ایک ہفتے میں ہو گا۔", "طوفان اس سال پہلے آیا اور ایسی سمت سے جہاں سے کسی نے سوچا نہ تھا۔",
            ],
            ["تین دن کے طوفان کے بعد کشتیاں پھر چل پڑیں", "کتب خانے نے قدیم کتابیں بچا لیں", "بندرگاہ ہوٹلوں کا خرچ دے گی"], ["مارا کوئل", "تھامس برانٹ"],
            ["صفحہ اول", "سیاست", "کھیل", "متعلقہ خبریں", "مقبول ترین", "تبصرے", "تبصرہ کریں", "شیئر کریں", "نیوز لیٹر حاصل کریں", "یہ سائٹ کوکیز استعمال کرتی ہے۔", "ٹیگز", "یہ بھی پڑھیں", "اشتہار"],
            ["ہم بہتر تجربے کے لیے کوکیز استعمال کرتے ہیں۔", "اپنا ای میل درج کریں اور روزانہ کی خبریں پائیں۔", "تبصرہ کرنے کے لیے لاگ ان کریں۔", "اپنی رائے کا اظہار کریں۔", "فیس بک پر شیئر کریں", "ہمیں فالو کریں", "ہماری ایپ ڈاؤن لوڈ کریں", "سب سے زیادہ پڑھی جانے والی خبریں"]),
        new("tr",
            [
                "Liman Kenti'nin vapurları üç günlük fırtınanın ardından pazartesi günü yeniden sefere çıktı.", "Yaklaşık dört bin yolcu rıhtımda bekliyordu, birçoğu cuma akşamından beri.", "Kaptan Mara Kuil, \"Yirmi yıldır böyle bir deniz görmedik\" dedi.", "Liman idaresi otelleri ödeyeceğini, kaçırılan trenleri ödemeyeceğini açıkladı.", "Doğu kıyısındaki balıkçılar ağlarının çoğunu kaybetti ve hükümetten yardım istedi.", "Bakanlıktan bir yetkili kararın bir hafta içinde verileceğini söyledi.", "Fırtına bu yıl erken ve kimsenin beklemediği bir yönden geldi.", "Sigorta şirketleri zararı on bir milyon kron olarak hesaplıyor.",
            ],
            ["Vapurlar üç günlük fırtınadan sonra yeniden seferde", "Kütüphane en eski kitaplarını kurtardı", "Liman otelleri ödeyecek"], ["Mara Kuil", "Tomas Brant"],
            ["Ana sayfa", "Politika", "Spor", "İlgili haberler", "En çok okunanlar", "Yorumlar", "Yorum yap", "Paylaş", "Bültenimize abone olun", "Sitemizde çerezler kullanılmaktadır.", "Etiketler", "Bunlar da ilginizi çekebilir", "Reklam"],
            ["Sitemizde size daha iyi hizmet vermek için çerezler kullanılmaktadır.", "E-posta adresinizi girin, bülten gelen kutunuza gelsin.", "Yorum yapmak için giriş yapmalısınız.", "Tartışmaya katılın.", "Facebook'ta paylaş", "Bizi takip edin", "Uygulamamızı indirin", "En çok okunan haberler"]),
    ];
}
