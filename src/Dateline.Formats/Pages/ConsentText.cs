using System.Buffers;

namespace Dateline.Formats.Pages;

/// <summary>What a site says to who reads it before it shows a story: whose cookies it sets, and what may be refused.</summary>
internal static class ConsentText
{
    private const int LeastAsked = 2;
    private const int LeastParagraphs = 2;

    // A site speaking to who reads it. A story about consent speaks of others.
    private static readonly string[] Asking =
    [
        "wir und unsere", "ihre einwilligung", "weiter mit werbung", "werbung und tracking", "pur-abo", "pur-abonnent", "alle akzeptieren", "ihre datenschutzeinstellungen", "unsere website wie gewohnt",
        "we and our", "we value your privacy", "your consent", "your choices", "accept all", "manage your preferences", "manage preferences", "our partners store", "continue without accepting", "we use cookies", "this website uses cookies", "you can change your",
        "nous et nos", "vos choix", "votre consentement", "continuer sans accepter", "tout accepter", "nosotros y nuestros", "su consentimiento", "tus preferencias", "aceptar todo", "noi e i nostri", "il tuo consenso", "accetta tutto", "wij en onze", "uw toestemming", "alles accepteren",
        "vi och våra", "ditt samtycke", "vi og våre", "vi og vores", "nós e os nossos", "o seu consentimento", "my i nasi partnerzy", "twoja zgoda",
    ];

    private static readonly SearchValues<string> Words = SearchValues.Create(Asking, StringComparison.OrdinalIgnoreCase);

    // What its other sentences are about.
    private static readonly SearchValues<string> Topics = SearchValues.Create(
    [
        "cookie", "personal data", "privacy policy", "privacy notice", "personalis", "personaliz", "tracking", "personenbezogen", "datenschutz", "werbung", "données personnelles", "données à caractère personnel", "datos personales", "dati personali", "persoonsgegevens", "dados pessoais", "personuppgifter", "personopplysninger", "personoplysninger", "danych osobowych", "evästei", "персональных данных", "ملفات تعريف", "کوکی",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Reported = SearchValues.Create(["\"", "“", "„", "«", "「", " said", " says", " sagte", " teilte", " erklärte", " a déclaré", " a dit", " dijo", " ha detto", " zei "], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this and nothing else.</summary>
    public static bool Is(IEnumerable<PageBlock> blocks) => Asked(blocks) >= LeastAsked;

    /// <summary>Marks it as no part of the story, where there is text enough beside it: no name tells it from the paragraphs that follow.</summary>
    public static void Mark(PageBlocks blocks)
    {
        var all = blocks.All;
        var asking = new bool[all.Count];
        for (var i = 0; i < all.Count; i++) asking[i] = IsLeaf(all[i]) && Asks(all[i]);
        if (Asked(all.Where((_, at) => asking[at])) < LeastAsked) return;
        for (var i = 0; i < all.Count; i++)
        {
            if (!asking[i] && ((i > 0 && asking[i - 1]) || (i + 1 < all.Count && asking[i + 1])) && IsLeaf(all[i]) && Says(all[i], Topics)) asking[i] = true;
        }

        if (all.Where((block, at) => !asking[at] && block.IsProse).Take(LeastParagraphs).Count() < LeastParagraphs) return;
        for (var i = 0; i < all.Count; i++)
            if (asking[i]) all[i].Node.IsChrome = true;
    }

    private static bool IsLeaf(PageBlock block) => block.Node.EndBlock - block.Node.FirstBlock == 1 && block.Node.Name is not ("body" or "html" or "article" or "main");

    private static bool Asks(PageBlock block) => Says(block, Words);

    private static bool Says(PageBlock block, SearchValues<string> words) => block.Text.AsSpan().ContainsAny(words) && !block.Text.AsSpan().ContainsAny(Reported);

    private static int Asked(IEnumerable<PageBlock> blocks)
    {
        var texts = blocks.Where(Asks).Select(block => block.Text).ToList();
        return texts.Count == 0 ? 0 : Asking.Count(words => texts.Exists(text => text.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }
}
