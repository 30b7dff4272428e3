using System.Buffers;
using System.Collections.Frozen;
using Dateline.Formats.Text;

namespace Dateline.Formats.InText;

/// <summary>
/// What publishing systems put under each item of a feed: <c>The post … appeared first on …</c>, which is the address of the page that the
/// item has already, and lines that offer a newsletter or another story. None is part of the story.
/// </summary>
internal static class FeedFooter
{
    private const int LongestMarkup = 2000;
    private const int LongestText = 600;
    private const int LongestStart = 30;

    private const int Most = 6;

    private static readonly (string Start, string Middle)[] AllWordings =
    [
        ("The post ", " first appeared on "), ("The article ", " first appeared on "), ("Der Artikel ", " erschien zuerst auf "), ("Le post ", " est apparu en premier sur "), ("La entrada ", " apareció primero en "), ("Il post ", " proviene da "),
        ("O post ", " aparece primeiro em "), ("O conteúdo ", " aparece primeiro em "), ("O conteúdo ", " apareceu primeiro em "), ("Bericht ", " verscheen eerst op "), ("Inlägget ", " dök först upp på "), ("Innlegget ", " dukket først opp på "), ("Indlægget ", " blev først udgivet på "),
        ("Artikkeli ", " julkaistiin ensimmäisen kerran "), ("Artykuł ", " pochodzi z serwisu "), ("Wpis ", " pochodzi z serwisu "), ("Příspěvek ", " pochází z "), ("Příspěvek ", " se nejdříve objevil na "), ("Príspevok ", " zobrazený najskôr "), ("A(z) ", " bejegyzés először "),
        ("Articolul ", " apare prima dată în "), ("Objava ", " pojavila se prvi puta na "), ("Το άρθρο ", " εμφανίστηκε πρώτα στο "), ("Запись ", " впервые появилась "), ("Запис ", " спершу з"), ("Публикацията ", " се появи първо на "), ("הפוסט ", " הופיע לראשונה ב"),
        ("Artikel ", " pertama kali tampil pada "), ("Bài viết ", " đã xuất hiện đầu tiên "), ("投稿 ", " に最初に表示されました"), ("التدوينة ", " ظهرت أولاً على "),
        ("The post ", " appeared first on "), (Slash, " at "), ("The article ", " appeared first on "), ("Der Beitrag ", " erschien zuerst auf "), ("L’article ", " est apparu en premier sur "), ("L'article ", " est apparu en premier sur "),
        ("Cet article ", " est apparu en premier sur "), ("La entrada ", " se publicó primero en "), ("La entrada ", " aparece primero en "), ("L'articolo ", " proviene da "), ("L’articolo ", " proviene da "), ("O post ", " apareceu primeiro em "),
        ("Het bericht ", " verscheen eerst op "), ("Сообщение ", " появились сначала на "), ("نوشته ", " اولین بار در "), ("ظهرت المقالة ", " أولاً على "),
    ];

    private static readonly FrozenDictionary<char, (string Start, string Middle)[]> Wordings =
        AllWordings.GroupBy(wording => wording.Start[0]).ToFrozenDictionary(same => same.Key, same => same.ToArray());

    // Languages that say so behind the title, which is a link.
    private static readonly SearchValues<string> BehindTitle =
        SearchValues.Create([" appeared first on ", " 最先出现在 ", " 最先出現於 ", " 게시물이 ", " yazısı ilk önce "], StringComparison.Ordinal);

    // What offers something else: how such a line begins, and whether it may be a sentence.
    private static readonly (string Start, bool MayEndSentence)[] AllOffers =
    [
        ("Subscribe to our ", true), ("Subscribe to the ", true), ("Sign up for our ", true), ("Sign up to our ", true), ("Sign up here", true), ("Join our WhatsApp", true), ("Join our Telegram", true), ("Join us on WhatsApp", true), ("Join us on Telegram", true), ("Follow our WhatsApp", true), ("Follow us on ", true), ("Folgen Sie uns ", true), ("Suivez-nous ", true), ("Síguenos en ", true), ("Siga-nos ", true), ("Seguici su ", true),
        ("Abonnieren Sie unseren ", true), ("Jetzt Newsletter ", true), ("Newsletter abonnieren", true), ("Abonnez-vous à ", true), ("Inscrivez-vous à ", true), ("Suscríbete a ", true), ("Suscríbase a ", true), ("Iscriviti alla ", true), ("Assine nossa ", true), ("Assine a nossa ", true), ("Подписывайтесь на ", true), ("Підписуйтесь на ", true), ("تابعنا على ", true), ("متابعة أخبار سانا على ", true), ("تابعونا على ", true), ("اشترك في ", true),
        ("ALSO READ |", false), ("Also Read |", false), ("Also read |", false), ("READ |", false), ("READ MORE |", false), ("READ ALSO |", false), ("Continue reading at ", false), ("Das könnte Sie auch interessieren", false), ("Lesen Sie auch", false), ("Mehr zum Thema", false), ("Lire aussi", false), ("À lire aussi", false), ("Lee también", false), ("Te puede interesar", false), ("Leia também", false), ("Leggi anche", false), ("Lees ook", false), ("Läs också", false), ("Les også", false), ("Læs også", false), ("Lue myös", false), ("Czytaj też", false), ("Czytaj także", false), ("Zobacz też", false), ("Čtěte také", false), ("Читайте также", false), ("Читайте також", false), ("Baca juga", false), ("Related news: ", false), ("Berita terkait: ", false), ("اقرأ أيض", false), ("بیشتر بخوانید", false), ("यह भी पढ़ें", false),
        ("Learn more about your ad choices", true), ("Læs hele pressemeddelelsen på", true), ("Read Full Article at ", true), ("Hosted on Acast. See ", true), ("See acast.com/privacy", true), ("See omnystudio.com/listener", true), ("See Privacy Policy at https://art19", true), ("Advertising Inquiries: https://redcircle", true), ("Privacy & Opt-Out: https://redcircle", true), (Original, true), ("View source version on ", true),
        ("Support independent journalism", true), ("Thanks for reading! This post is ", true), ("Section:", false), ("Sections:", false), ("Read more:", false), ("Read also:", false), ("Also read:", false), ("ALSO READ:", false), ("READ MORE:", false), ("READ ALSO:", false), ("Related:", false), ("RELATED:", false), ("See also:", false), ("Read the full story ", false), ("Read the full article ", false), ("Lesen Sie auch:", false), ("Mehr zum Thema:", false), ("Lire aussi :", false), ("Lire aussi:", false), ("A lire aussi", false), ("À lire aussi", false), ("Lea también:", false), ("Lee también:", false), ("Leia também:", false), ("Leggi anche:", false), ("Lees ook:", false), ("Läs också:", false), ("Les også:", false), ("Læs også:", false), ("Читайте также:", false), ("Читайте также", false), ("Читайте також", false), ("اقرأ أيضا", false), ("اقرأ أيضًا", false), ("بیشتر بخوانید", false), ("همچنین بخوانید", false),
        ("Tags:", false), ("Tags :", false), ("Filed under:", false), ("Filed Under:", false), ("Schlagwörter:", false), ("Mots-clés", false), ("Etiquetas:", false), ("Palabras clave:", false), ("Теги:", false), ("Метки:", false), ("برچسب‌ها:", false), ("Post Views:", false), ("Views:", false), ("Print Friendly", false),
    ];

    private static readonly FrozenDictionary<char, (string Start, bool MayEndSentence)[]> Offers =
        AllOffers.GroupBy(offer => offer.Start[0]).ToFrozenDictionary(same => same.Key, same => same.ToArray());

    private const int LongestOffer = 160;

    // What Medium writes below a story begins with the story's own title.
    private const string Medium = "on Medium, where people are continuing the conversation by highlighting and responding to this story";

    private const string Slash = "Read more of this story";

    // Of a press wire, with an address as long as the headline.
    private const string Original = "View original content";
    private const int LongestOriginal = 400;

    /// <summary>The body without it; the same body where there is none.</summary>
    public static NewsBody Cut(NewsBody body)
    {
        for (var cut = 0; cut < Most; cut++)
        {
            var rest = CutLast(body);
            if (ReferenceEquals(rest, body)) break;
            body = rest;
        }

        return body;
    }

    private static NewsBody CutLast(NewsBody body)
    {
        var start = LastBlock(body);
        if (start <= 0) return body;
        var isMediums = body.Content.AsSpan(start).Contains(Medium, StringComparison.Ordinal);
        if (!isMediums && (!Begins(body, start) || !IsAlone(body, start))) return body;
        var cut = BodyCut.Cut(body, start, body.Content.Length);
        var rest = cut.Content.TrimEnd();
        if (isMediums && rest.EndsWith("<hr>", StringComparison.OrdinalIgnoreCase)) rest = rest[..^"<hr>".Length].TrimEnd();
        return cut with { Content = rest };
    }

    // Few last paragraphs begin so: the rest of the others is not read.
    private static bool Begins(NewsBody body, int at)
    {
        Span<char> chars = stackalloc char[LongestStart + 1];
        Span<long> places = stackalloc long[LongestStart + 2];
        var run = new TextRun(chars, places);
        if (!run.Next(body, ref at)) return false;
        foreach (var (start, _) in Of(Wordings, run.Text[0]))
            if (run.Text.StartsWith(start, StringComparison.Ordinal)) return true;

        foreach (var (start, _) in Of(Offers, run.Text[0]))
            if (run.Text.StartsWith(start.AsSpan(0, Math.Min(start.Length, run.Text.Length)), StringComparison.Ordinal)) return true;

        return BeginsWithLink(body, run.Place(0)) || IsMoreLine(body, run.Text);
    }

    private static T[] Of<T>(FrozenDictionary<char, T[]> table, char first) => table.TryGetValue(first, out var found) ? found : [];

    private static bool BeginsWithLink(NewsBody body, int at) =>
        body.Kind == BodyKind.Html && at > 3 && body.Content[at - 1] == '>' && body.Content.LastIndexOf('<', at - 1) is >= 0 and var open && HtmlTag.Name(body.Content.AsSpan(open)).Equals("a", StringComparison.OrdinalIgnoreCase);

    // The title and the site; who "appeared first on stage" isn't a site.
    private static bool IsLinkedTwice(NewsBody body, int at) => body.Content.IndexOf("<a ", at, StringComparison.OrdinalIgnoreCase) > at;

    // The end of a summary, whose lines are all that is left of its markup.
    private static bool IsMoreLine(NewsBody body, ReadOnlySpan<char> text) => body.Kind == BodyKind.Text && TailMarks.IsMoreLink(text);

    private static bool IsAlone(NewsBody body, int at)
    {
        Span<char> chars = stackalloc char[LongestText];
        Span<long> places = stackalloc long[LongestText + 1];
        var run = new TextRun(chars, places);
        return run.Next(body, ref at) && (Is(run.Text) || IsOffer(run.Text) || (BeginsWithLink(body, run.Place(0)) && (run.Text is "Share" || (run.Text.ContainsAny(BehindTitle) && IsLinkedTwice(body, run.Place(0))))) || IsMoreLine(body, run.Text)) && !run.Next(body, ref at);
    }

    private static bool Is(ReadOnlySpan<char> text)
    {
        foreach (var (start, middle) in Of(Wordings, text[0]))
            if (text.StartsWith(start, StringComparison.Ordinal) && text.IndexOf(middle, StringComparison.Ordinal) >= start.Length) return true;

        return false;
    }

    private static bool IsOffer(ReadOnlySpan<char> text)
    {
        if (text.Length > (text.StartsWith(Original) ? LongestOriginal : LongestOffer)) return false;
        foreach (var (start, mayEndSentence) in Of(Offers, text[0]))
            if (text.StartsWith(start, StringComparison.Ordinal)) return mayEndSentence || text[^1] is not ('.' or '!' or '”' or '"' or '»' or '。');

        return false;
    }

    private static int LastBlock(NewsBody body)
    {
        var text = body.Content.AsSpan().TrimEnd();
        var from = Math.Max(0, text.Length - LongestMarkup);
        if (body.Kind == BodyKind.Text) return text[from..].LastIndexOf('\n') is >= 0 and var line ? from + line : -1;
        for (var at = text.LastIndexOf('<'); at >= from; at = text[..at].LastIndexOf('<'))
            if (at + 1 < text.Length && text[at + 1] is 'p' or 'P') return at;

        return -1;
    }
}
