using System.Collections.Frozen;

namespace Dateline.Formats.Pages;

/// <summary>What pages say around a story, in many languages: the same whether the page is markup or a copy of its text.</summary>
internal static class ChromeText
{
    private const int LongestPhrase = 90;
    private const int LongestLine = 220;
    private const int LongestPitch = 600;

    // Headings after which no story goes on.
    private static readonly FrozenSet<string> Endings = Set(
        "related|related articles|related posts|related stories|related news|related topics|related content|related coverage|related links|related items|related reading|other news|more on this story|more on this topic|more on this|more stories|more news|more from|most read|most popular|most viewed|most shared|popular now|popular posts|trending|trending now|recommended|recommended for you|recommended stories|recommended reading|you may also like|you might also like|you may be interested in|you might be interested in|read next|up next|next up|read also|see also|further reading|also read|also on|around the web|from around the web|promoted content|sponsored content|latest news|latest stories|latest posts|recent posts|recent news|top stories|editors picks|in this section|more in|keep reading|what to read next|"
        + "add new comment|post new comment|log in or register to post comments|log in to post comments|member discussion|discussion about this post|start the conversation|be the first to comment|facebook comments|disqus comments|comments for this thread are now closed|comments are now closed|commenting is closed|commenting on this article has ended|sign up for more like this|reply with quote|post comments|view full version|view desktop version|reader discussion|"
        + "antwort hinterlassen|hinterlasse eine antwort|hinterlasse einen kommentar|kommentieren sie|laisser une réponse|poster un commentaire|ajouter un commentaire|écrire un commentaire|escribe un comentario|agregar comentario|añadir comentario|añadir nuevo comentario|deja tu comentario|scrivi un commento|aggiungi un commento|lascia una risposta|adicionar comentário|adicione um comentário|deixe o seu comentário|laat een reactie achter|plaats een reactie|lämna ett svar|lämna en kommentar|skriv en kommentar|legg igjen en kommentar|legg att eit svar|skriv et svar|efterlad et svar|vastaa|jätä kommentti|dodaj komentarz|napisz komentarz|zostaw komentarz|napsat komentář|přidat komentář|přidejte komentář|pridaj komentár|vélemény, hozzászólás|szólj hozzá|lasă un răspuns|lasă un comentariu|adaugă un comentariu|оставьте комментарий|написать комментарий|ваш комментарий|залишити відповідь|напишіть відгук|залишити коментар|додати коментар|вашият коментар|оставите одговор|dodaj odgovor|αφήστε μια απάντηση|αφήστε ένα σχόλιο|bir yanıt yazın|bir cevap yazın|yorum yapın|yorum gönder|جواب دیں|כתיבת תגובה|השאר תגובה|השאירו תגובה|הוסיפו תגובה|प्रतिक्रिया दें|एक टिप्पणी छोड़ें|tinggalkan balasan|tinggalkan komentar|tulis komentar|komentar anda|để lại một bình luận|发表回复|發佈留言|發表迴響|답글 남기기|댓글 남기기|댓글쓰기|ใส่ความเห็น|মন্তব্য করুন|lini një përgjigje|bir cavab yazın|lisa kommentaar|parašykite komentarą|إضافة تعليق|أضف تعليقك|اترك تعليقك|نظر خود را بنویسید|"
        + "comments|leave a reply|leave a comment|leave a response|post a comment|add a comment|add comment|write a comment|reply|replies|0 replies|no comments|no comments yet|0 comments|join the discussion|join the conversation|want to join the discussion|show comments|view comments|comments are closed|have your say|what do you think|cancel reply|"
        + "about the author|about the authors|share this|share this article|share this story|share this post|share this entry|share this page|share|tags|tagged|topics|categories|filed under|posted in|newsletter|subscribe|sign up|follow us|footer|previous article|next article|previous post|next post|post navigation|references|"
        + "reader comments|readers comments|readers' comments|top comments|all comments|what are your thoughts|join the debate|read more on this topic|explore more on these topics|article information|author information|key points|"
        + "mehr zum thema|zum thema|mehr zu diesem thema|lesen sie auch|lesen sie mehr|das könnte sie auch interessieren|auch interessant|ähnliche artikel|weitere artikel|weitere themen|verwandte artikel|verwandte themen|kommentare|kommentar schreiben|kommentar hinterlassen|schreibe einen kommentar|schreiben sie einen kommentar|meistgelesen|meistgelesene artikel|themen|schlagwörter|teilen|artikel teilen|diesen artikel teilen|zur startseite|mehr aus|neueste artikel|"
        + "à lire aussi|a lire aussi|lire aussi|à lire également|sur le même sujet|sur le même thème|voir aussi|articles liés|articles similaires|articles connexes|les plus lus|le plus lu|commentaires|laisser un commentaire|laissez un commentaire|réagir|partager|partager cet article|mots-clés|étiquettes|thèmes associés|"
        + "noticias relacionadas|artículos relacionados|relacionadas|relacionado|relacionados|te puede interesar|también te puede interesar|le puede interesar|más noticias|más información|lea también|lee también|ver también|comentarios|deja un comentario|deja una respuesta|dejar un comentario|compartir|comparte|etiquetas|lo más leído|más leídas|lo más visto|archivado en|"
        + "leia também|leia mais|veja também|notícias relacionadas|artigos relacionados|mais lidas|comentários|deixe um comentário|deixe uma resposta|compartilhe|compartilhar|saiba mais|"
        + "leggi anche|articoli correlati|ti potrebbe interessare|potrebbe interessarti|i più letti|commenti|lascia un commento|condividi|notizie correlate|argomenti|"
        + "lees ook|lees meer|gerelateerde artikelen|meest gelezen|reacties|geef een reactie|deel dit artikel|läs också|läs mer|les også|læs også|lue myös|czytaj także|czytaj też|zobacz także|przeczytaj także|komentarze|čtěte také|mohlo by vás zajímat|diskuze|olvasta már|ajánlott cikkek|kapcsolódó cikkek|citește și|"
        + "udostępnij|tagi|najczęściej czytane|popularne|polecane|dela|dela artikeln|dela med dig|mest läst|mest lästa|kommentarer|del|del artikel|mest læst|mest lest|emneord|jaa|jaa artikkeli|luetuimmat|kommentit|asiasanat|sdílet|nejčtenější|štítky|komentáře|megosztás|hozzászólások|legolvasottabb|címkék|distribuie|cele mai citite|comentarii|etichete|delen|deel|meest bekeken|trefwoorden|paylaş|bagikan|terpopuler|tag terkait|chia sẻ|đọc nhiều|từ khóa|tin cùng chuyên mục|"
        + "ilgili haberler|ilginizi çekebilir|yorumlar|yorum yap|etiketler|bunlar da ilginizi çekebilir|en çok okunanlar|diğer haberler|"
        + "читайте также|читать также|смотрите также|по теме|материалы по теме|ещё по теме|еще по теме|похожие материалы|похожие новости|другие новости|новости по теме|самое читаемое|комментарии|оставить комментарий|добавить комментарий|поделиться|теги|метки|читайте ще|читайте також|коментарі|прочетете още|още по темата|коментари|"
        + "اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|إقرأ أيضاً|اقرأ المزيد|اقرا ايضا|شاهد أيضا|شاهد أيضاً|مواضيع ذات صلة|مواضيع متعلقة|أخبار ذات صلة|أخبار متعلقة|مقالات ذات صلة|موضوعات ذات صلة|الأكثر قراءة|الاكثر قراءة|الأكثر مشاهدة|التعليقات|تعليقات|أضف تعليق|أضف تعليقا|أضف تعليقاً|اترك تعليقا|اترك تعليقاً|اترك رد|اترك ردا|شارك|شارك الخبر|شارك المقال|مشاركة|كلمات مفتاحية|الكلمات المفتاحية|وسوم|الوسوم|المزيد من الأخبار|قد يعجبك أيضا|قد يعجبك أيضاً|"
        + "مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط|مطالب پیشنهادی|مطالب مشابه|بیشتر بخوانید|بیشتر بخوانید:|همچنین بخوانید|پربازدید|پربازدیدها|پربازدیدترین|پربازدیدترین‌ها|پربیننده‌ترین|پربحث‌ترین|آخرین اخبار|تازه‌ترین خبرها|نظرات|نظر شما|نظر بدهید|نظرات کاربران|ارسال نظر|ارسال نظرات|دیدگاه|دیدگاه‌ها|دیدگاهتان را بنویسید|ثبت نظر|برچسب‌ها|برچسب ها|کلیدواژه‌ها|کلیدواژه ها|انتهای پیام|انتهای پیام/|اشتراک گذاری|اشتراک‌گذاری|لینک کوتاه|کد خبر|نسخه چاپی|"
        + "یہ بھی پڑھیں|مزید پڑھیں|مزید خبریں|متعلقہ خبریں|تبصرے|تبصرہ کریں|यह भी पढ़ें|ये भी पढ़ें|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|संबंधित खबरें|और पढ़ें|टिप्पणियां|टिप्पणियाँ|टिप्पणी|शेयर करें|साझा करें|टैग|टैग्स|सबसे ज्यादा पढ़ी गई|सबसे ज़्यादा पढ़ी गई|संबंधित समाचार|"
        + "相关阅读|相关新闻|相关文章|延伸阅读|推荐阅读|热门文章|热点新闻|更多新闻|评论|发表评论|我要评论|网友评论|分享|分享到|标签|標籤|关键词|關鍵字|點閱排行|责任编辑|相關新聞|相關文章|延伸閱讀|推薦閱讀|熱門新聞|留言|"
        + "関連記事|関連リンク|関連ニュース|関連キーワード|おすすめ記事|あわせて読みたい|こちらもおすすめ|アクセスランキング|人気記事|コメント|コメントする|コメントを残す|シェアする|タグ|前の記事|次の記事|관련기사|관련 기사|관련뉴스|추천기사|많이 본 뉴스|인기기사|댓글|공유하기|공유|태그|키워드|מאמרים נוספים|כתבות נוספות|אולי יעניין אותך|אולי יעניין אתכם|עוד בנושא|קראו גם|קרא גם|ראו גם|הנקראות ביותר|הנצפות ביותר|תגיות|שתף|שתפו|שיתוף|הוסף תגובה|תגובות|διαβάστε επίσης|διαβάστε ακόμη|σχετικά άρθρα|σχετικές ειδήσεις|δημοφιλή|τα πιο διαβασμένα|πιο δημοφιλή|ετικέτες|κοινοποίηση|κοινοποιήστε|μοιραστείτε|σχόλια|baca juga|berita terkait|komentar|artikel terkait|đọc thêm|xem thêm|tin liên quan|bình luận|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|ข่าวยอดนิยม|ยอดนิยม|แท็ก|แชร์|แบ่งปัน|ความคิดเห็น|แสดงความคิดเห็น|ຂ່າວທີ່ກ່ຽວຂ້ອງ|ແບ່ງປັນ|ព័ត៌មានទាក់ទង|ចែករំលែក|ተዛማጅ ዜናዎች|አጋራ|আরও পড়ুন|সম্পর্কিত খবর|মন্তব্য|শেয়ার করুন");

    // Lines that stand by themselves anywhere on a page and belong to none of its stories.
    private static readonly FrozenSet<string> Lines = Set(
        "save articles to read later and make your own list|save article|save this article|advertisement|advertisements|ad|ads|sponsored|promoted|story continues below advertisement|article continues below advertisement|article continues after ad|article continues after advertisement|advertisement - scroll to continue|advertisement · scroll to continue|scroll to continue|scroll to continue with content|scroll down to continue|scroll to continue reading|after newsletter promotion|skip past newsletter promotion|continue reading the main story|continue reading below|skip to content|skip to main content|skip to navigation|skip advertisement|menu|search|home|close|open|print|print this article|email|e-mail|email this article|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|tumblr|instagram|youtube|vk|viber|line|copy link|link copied|save|saved|bookmark|listen|listen to article|listen to this article|play|pause|loading|load more|show more|view more|read more|read full story|see more|more|back to top|top|subscribe now|sign in|log in|login|register|accept|accept all|reject|i agree|got it|ok|manage preferences|cookie settings|privacy policy|terms of use|terms of service|all rights reserved|name|name*|e-mail*|email*|website|submit|send|post comment|previous|next|older|newer|gallery|image|photo|video|watch|watch live|live|tweet|pin it|like|like this|loading...|click to share on facebook|click to share on twitter|"
        + "annons|annonse|annonce|advertentie|mainos|reklama|inzerce|hirdetés|publicitate|iklan|tangazo|quảng cáo|διαφήμιση|διαφημιση|פרסומת|โฆษณา|বিজ্ঞাপন|der artikel wird nach der werbung fortgesetzt|weiter nach der anzeige|la suite après la publicité|la suite après cette publicité|continúa después de la publicidad|continua después de la publicidad|continua após a publicidade|continua dopo la pubblicità|artikel gaat verder onder de advertentie|artikeln fortsätter under annonsen|artikkelen fortsetter under annonsen|saken fortsetter under annonsen|artiklen fortsætter efter annoncen|artikkeli jatkuu mainoksen jälkeen|dalsza część artykułu pod reklamą|dalsza część tekstu pod reklamą|dalszy ciąg artykułu pod materiałem wideo|dalsza część artykułu pod materiałem wideo|článek pokračuje pod reklamou|text pokračuje pod reklamou|a cikk a hirdetés után folytatódik|articolul continuă după reclamă|продолжение после рекламы|продовження після реклами|haberin devamı reklamdan sonra|"
        + "anzeige|werbung|drucken|merken|startseite|suche|menü|publicité|publicidad|pubblicità|publicidade|imprimer|imprimir|reclame|reklam|реклама|إعلان|طباعة|الرئيسية|تبلیغات|چاپ|خانه|صفحه اصلی|صفحه نخست|広告|广告|廣告|打印|印刷|광고|विज्ञापन|اشتہار|订阅新闻|订阅|訂閱|end of article|enditem|ends|endit|end|item ends|newsletter sign-up|correction policy|what do you think of this article");

    private static readonly string[] Openings =
    [
        "privacy notice: newsletters", "our morning email", "our afternoon email", "don't miss our ", "listen to the best of ", "download our ", "有料会員になると", "この記事は有料会員", "この記事は会員限定", "会員限定記事", "続きを読むには", "続きをお読みいただ", "会員登録すると",
        "share this", "share on ", "follow us", "follow @", "like us on", "subscribe to ", "sign up for ", "sign up to ", "get the latest ", "get our ", "join our ", "download our app", "download the app", "click here to ", "read more:", "read also:", "read more at", "also read:", "also read |", "related:", "related story:", "see also:", "more:", "watch:", "listen:", "don't miss:", "recommended:",
        "your email address will not be published", "required fields are marked", "want to join the discussion", "feel free to contribute", "save my name, email", "this site uses akismet", "notify me of ", "by continuing to use", "by signing up", "by subscribing", "you have successfully", "thank you for subscribing", "please enter a valid", "please enable javascript", "enable javascript", "javascript is disabled", "your browser does not support",
        "copyright ©", "© 20", "© copyright", "all rights reserved", "all content ©", "photo credit", "photo:", "photo by", "image credit", "image:", "image source", "picture:", "file photo", "posted in ", "this entry was posted ", "dieser beitrag wurde ", "dieser eintrag wurde ", "cette entrée a été publiée", "esta entrada fue publicada", "esta entrada foi publicada", "questa voce è stata pubblicata", "bookmark the permalink", "posted by ", "filed under", "tagged with", "tags:", "tag:", "topics:", "categories:", "category:", "keywords:", "short link", "comments (", "comment (", "views:", "print this", "email this", "reading time", "estimated reading", "support our journalism", "support independent", "become a member", "if you value our", "already a subscriber", "this article is for subscribers", "to continue reading", "il vous reste ", "cet article est réservé", "la suite est réservée", "contenu réservé aux abonnés", "weiterlesen mit ", "jetzt weiterlesen", "contenido exclusivo para suscriptores", "articolo riservato agli abbonati", "list of ", "subscribe to continue", "create a free account", "have a tip?", "got a tip?", "follow ", "sign up here",
        "lesen sie auch:", "lesen sie auch ", "mehr zum thema:", "auch interessant:", "siehe auch:", "foto:", "bild:", "quelle: bild", "abonnieren sie", "folgen sie uns", "melden sie sich", "lire aussi", "à lire aussi", "à lire :", "crédit photo", "photo :", "abonnez-vous", "inscrivez-vous", "suivez-nous", "lea también", "lee también", "lee más", "te puede interesar", "ver también", "síguenos", "suscríbete", "suscríbase", "leia também", "leia mais", "veja também", "siga-nos", "inscreva-se", "leggi anche", "iscriviti alla", "seguici su", "lees ook", "czytaj też", "czytaj także", "zobacz też", "ilgili haber", "bizi takip", "читайте также", "читайте нас", "подписывайтесь", "подпишитесь", "фото:", "читайте также:",
        "اقرأ أيضا:", "اقرأ أيضاً:", "اقرأ أيضا ", "اقرأ المزيد", "شاهد أيضا", "تابعونا على", "تابعنا على", "للاشتراك", "اشترك في", "لن يتم نشر", "الحقول الإلزامية", "لن يُنشر", "بیشتر بخوانید", "همچنین بخوانید", "ما را در ", "نشانی ایمیل شما", "بخش‌های موردنیاز", "کد خبر", "لینک کوتاه", "برچسب‌ها:", "برچسب ها:", "عضویت در خبرنامه", "کانال تلگرام", "نظر شما", "تعداد بازدید", "انتهای پیام", "یہ بھی پڑھیں", "ये भी पढ़ें", "यह भी पढ़ें", "इसे भी पढ़ें", "相关阅读：", "责任编辑：", "责任编辑:", "编辑：", "【责任编辑", "(责任编辑", "（责任编辑", "関連記事：", "【関連", "版权", "baca juga:", "baca juga ", "xem thêm:", "저작권자", "무단 전재", "ⓒ", "<저작권자",
    ];

    private static FrozenSet<string> Set(string phrases) => phrases.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EndingLines = Endings.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ChromeLines = Lines.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A heading or line that begins what comes after a story.</summary>
    public static bool EndsStory(ReadOnlySpan<char> text)
    {
        var line = Bare(text);
        return ReplyForm.IsNotice(line) || (line.Length is > 0 and <= LongestPhrase && (EndingLines.Contains(line) || EndingLines.Contains(WithoutNumber(line)) || EndingLines.Contains(ReplyForm.WithoutCancel(line)) || IsReplyForm(line)));
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Adverts = Set("advertisement|advertisements|advertising|sponsored|promoted|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|reclame|reklam|reklama|реклама|annons|annonse|annonce|advertentie|mainos|inzerce|hirdetés|publicitate|iklan|tangazo|quảng cáo|διαφήμιση|פרסומת|إعلان|اعلان|تبلیغات|โฆษณา|বিজ্ঞাপন|विज्ञापन|اشتہار|広告|广告|廣告|광고").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a line says that beside it stands an advert.</summary>
    public static bool IsAdvert(ReadOnlySpan<char> line) => Adverts.Contains(Bare(line));

    /// <summary>A line that belongs to the page and not to a story.</summary>
    public static bool IsChrome(ReadOnlySpan<char> text)
    {
        var line = Bare(text);
        if (line.Length == 0) return true;
        if (line.Length <= LongestPhrase && (ChromeLines.Contains(line) || EndingLines.Contains(line) || EndingLines.Contains(WithoutNumber(line)))) return true;
        if (ReplyForm.IsNotice(line) || SubscriberLine.Is(text)) return true;
        if (text.Length < LongestPitch && (IsPitch(text) || AsksForConsent(text) || PageLine.Is(text, line))) return true;
        if (text.Length > LongestLine) return false;
        if (NewsletterLine.Is(line) || ShareLine.Is(line) || LeadsElsewhere(text)) return true;
        foreach (var opening in Openings)
            if (text.TrimStart().StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return IsWhole(opening, text.Trim());

        return IsReplyForm(line);
    }

    // "À lire aussi : …", "関連記事: …": such a heading, and what it leads to behind it. A story's own line ends as a sentence does.
    private static bool LeadsElsewhere(ReadOnlySpan<char> text)
    {
        const int LongestLabel = 40;
        var colon = text.IndexOfAny(':', '：');
        return colon is > 1 and <= LongestLabel && EndingLines.Contains(Bare(text[..colon])) && !TextWeight.EndsSentence(text);
    }

    private static readonly string[] Pitches = ["subscribe here", "subscribe now", "subscribe today", "subscribe for free", "sign up here", "sign up now", "sign up today", "sign up for free", "in your inbox", "to your inbox", "hier abonnieren", "jetzt abonnieren", "hier anmelden", "jetzt anmelden", "inscrivez-vous", "abonnez-vous", "suscríbete", "suscríbase", "apúntate", "inscreva-se", "iscriviti", "schrijf je in"];

    // What stands in for the story's own words asks for an address or an app, or says where its writer can be followed.
    private static bool IsPitch(ReadOnlySpan<char> text)
    {
        if (IsOfGallery(text)) return true;
        if (text.StartsWith("Privacy Notice: Newsletters", StringComparison.OrdinalIgnoreCase)) return true;
        if (text.Length > LongestLine) return false;
        if (text.Contains("Ctrl", StringComparison.OrdinalIgnoreCase) && text.Contains("Enter", StringComparison.OrdinalIgnoreCase)) return true;    // whoever sees a mistake is to mark it
        if (text.Contains("ollow ", StringComparison.Ordinal) && (text.Contains("ollow her on ", StringComparison.Ordinal) || text.Contains("ollow him on ", StringComparison.Ordinal) || text.Contains("ollow them on ", StringComparison.Ordinal)) && !TextWeight.EndsSentence(text)) return true;
        if (text.Length < LongestPhrase && text.StartsWith("Download ", StringComparison.OrdinalIgnoreCase) && (text.Contains(" app ", StringComparison.Ordinal) || text.EndsWith(" app")) && (text.Contains("iOS", StringComparison.Ordinal) || text.Contains("Android", StringComparison.Ordinal))) return true;
        if (!text.Contains("newsletter", StringComparison.OrdinalIgnoreCase) && !text.Contains("boletín", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var pitch in Pitches)
            if (text.Contains(pitch, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }

    private static readonly string[] Consents =
    [
        "empfohlener externer inhalt", "empfohlener redaktioneller inhalt", "an dieser stelle finden sie einen externen", "an dieser stelle befindet sich ein externer", "ich bin damit einverstanden, dass mir externe", "mit der anmeldung akzeptieren", "mit ihrer anmeldung ", "wir benötigen ihre zustimmung", "wir benötigen ihre einwilligung", "dieser inhalt wird von ",
        "this article contains content provided by", "this article includes content provided by", "this article includes content hosted on", "to view this content, click", "to display this content", "we need your consent to ", "we ask for your permission before", "this content is blocked", "ce contenu est bloqué", "pour afficher ce contenu", "ce contenu n'a pas pu être affiché", "este contenido no se puede mostrar", "para ver este contenido", "questo contenuto è bloccato", "deze inhoud wordt geplaatst",
    ];

    // Before what another house shows within a story the reader is asked.
    private static bool AsksForConsent(ReadOnlySpan<char> text)
    {
        var line = text.TrimStart();
        foreach (var opening in Consents)
            if (line.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }

    // "Item 1 of 3 Workers hold a banner.", "[1/3] … Purchase Licensing Rights": the captions of a gallery.
    private static bool IsOfGallery(ReadOnlySpan<char> text) =>
        text is ['[', >= '1' and <= '9', '/', >= '1' and <= '9', ']', ..] || (text.StartsWith("Item ") && text["Item ".Length..] is [>= '1' and <= '9', .. var number] && number.TrimStart("0123456789") is [' ', 'o', 'f', ' ', >= '1' and <= '9', ..]) || text.Contains("Purchase Licensing Rights", StringComparison.Ordinal);

    // "Follow the money" is a paragraph's beginning as well: the short openings count only for short lines.
    private static bool IsWhole(string opening, ReadOnlySpan<char> line) => opening.Length >= 10 || opening[^1] is ':' or '：' or '(' || line.Length < 70;

    private static bool IsReplyForm(ReadOnlySpan<char> line) =>
        line.StartsWith("leave a reply", StringComparison.OrdinalIgnoreCase) && line.Length < 60
        || line.StartsWith("want to join the discussion", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("your email address will not be published", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text) => text.Trim().Trim("  :：.!?¿¡؟…|»«›‹>-–—→•*▼▲+#()[]【】<\"“”/\u200C\u200E\u200F");

    /// <summary>A heading's words, without the signs and the number around them.</summary>
    public static ReadOnlySpan<char> Unnumbered(ReadOnlySpan<char> text) => WithoutNumber(Bare(text));

    // "12 Comments", "Comments 3", "نظرات (4)"
    private static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> line) => line.Trim("0123456789()۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩ ").Trim();
}
