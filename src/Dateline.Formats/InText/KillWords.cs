using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// That a story is taken back, said in words: in a headline (<c>KILL KILL KILL</c>, <c>BC-Ferry, KILL</c>), in the first words of a text
/// (<c>Editors, please kill …</c>), in a note to editors. Stories are withdrawn and plans killed in the news too: certain is only what
/// speaks to editors, or what stands in capitals where a mark stands.
/// </summary>
internal static partial class KillWords
{
    private const int LongestLine = 140;
    private const int LongestOpening = 160;
    private const int LongestDateline = 90;

    // What a text opens with that is for editors.
    private static readonly string[] Openings =
    [
        "mandatory kill", "editors, please kill", "please kill the story", "kill the story", "kill this story", "this story has been withdrawn", "the story has been withdrawn", "has been withdrawn by", "merci d'annuler", "merci de ne pas utiliser", "prière de ne pas utiliser", "nous annulons", "l'afp annule", "afp annule", "bitte verwenden sie die meldung nicht", "bitte verwenden sie diese meldung nicht", "die meldung wird zurückgezogen", "die meldung ist zurückgezogen", "si prega di annullare", "annullare la notizia", "se ruega anular", "rogamos anular", "please disregard the story", "please withdraw the story", "please withdraw this story", "stellt diese meldung zurück", "diese meldung wird zurückgezogen", "prière d'annuler", "veuillez annuler", "rogamos anulen", "تم سحب الخبر", "تم سحب هذا الخبر", "تم سحب المادة", "تم سحب القصة", "تم سحب التقرير",
        "prière de ne pas tenir compte de", "priere de ne pas tenir compte de", "veuillez ne pas tenir compte de notre", "rogamos a nuestros abonados anul", "rogamos a los abonados anul", "rogamos a nuestros clientes anul", "haber iptal edilmiştir", "bu haber iptal edil", "haberimiz iptal edil", "сообщение аннулируется", "сообщение аннулировано", "la dépêche est annulée", "cette dépêche est annulée", "historien trækkes tilbage", "ritzau trækker historien tilbage", "ntb trekker saken tilbake", "tt drar tillbaka texten", "visszavonjuk hírünket", "a hírt visszavonjuk", "يلغى الخبر", "خبر حذف شود", "please kill our story", "editors please kill", "please disregard our story", "please do not use this story",
        "bitte die meldung nicht", "bitte diese meldung nicht", "bitte verwenden sie die meldung nicht", "wir ziehen die meldung zurück", "wir ziehen unsere meldung zurück", "wir ziehen diese meldung zurück",
        "просьба аннулировать", "просим аннулировать", "просьба снять сообщение", "يرجى إلغاء", "نرجو إلغاء الخبر", "الرجاء إلغاء", "rogamos anular", "rogamos que anulen", "por favor anular a notícia", "por favor, anular a notícia",
        "gelieve het bericht niet te gebruiken", "dit bericht is ingetrokken", "prosimy o niewykorzystywanie depeszy", "prosimy o anulowanie depeszy", "saken trekkes tilbake", "historien trekkes tilbake", "historien må ikke bruges", "använd inte texten", "texten får inte användas", "juttua ei saa käyttää",
        "この記事を取り消します", "記事を取り消します", "請勿使用此稿", "请勿使用此稿", "기사를 취소합니다",
    ];

    // Every text is asked: those that begin otherwise are told by their first letters.
    private const int Initials = 4;

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> ByInitials = Openings
        .GroupBy(words => words[..Initials], StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

#pragma warning disable MA0009 // at most 160 characters are looked at
    // Capitals alone, or a phrase that nothing else can be.
    [GeneratedRegex(@"^[\W_]*(?:EILMELDUNG|ACHTUNG|ATTENTION(?: EDITORS)?|EDITORS|BC)?[\W_]*(?:(?:MANDATORY|BULLETIN|STORY|PHOTO) (?:KILL|ELIMINATION|WITHDRAWAL)|KILL(?:[\W_]+KILL)*|WITHDRAWN|STORY (?:REMOVED|WITHDRAWN|KILLED)|ZURÜCKGEZOGEN|RÜCKZUG|ANNULATION|ANULACIÓN|ANNULLAMENTO|(?i:mandatory kill|bulletin kill|story kill|mandatory elimination|(?:die )?meldung (?:wird |ist |wurde )?(?:zurückgezogen|annulliert)|annulation de (?:notre|la|cette) dépêche))[\W_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Line { get; }

    [GeneratedRegex(@"^[\W_]*(?:KILL(?:[\W_]+KILL)+|\*+ ?(?:MANDATORY |STORY |BULLETIN )?KILL ?\*+|(?:MANDATORY|BULLETIN|STORY) (?:KILL|ELIMINATION))(?![\p{L}-])[\s*:+=)\]–—-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Before { get; }

    // BC-Ferry, KILL; BC-Ferry, 2nd Ld-Kill.
    [GeneratedRegex(@",\s?(?:\d(?:st|nd|rd|th)[ -]L(?:ea)?d[ -])?(?:MANDATORY )?KILL\W*$|^BC-.{2,80}[, -]K(?:ILL|ill)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Behind { get; }

    [GeneratedRegex(@"^\W*(?:(?:achtung|wichtig|attention)\W+(?:die )?meldung(?: zu[rm]?\b.{0,80}| [«»„“”].{0,100}[«»”“])? (?:wird |ist )?zurückgezogen|(?:achtung\W+(?:redaktionen\W+)?)?bitte (?:die |diese )?meldung\b.{0,110}\bnicht (?:mehr )?verwenden)\W*$|^\W*attention\s*[-–:]\s*annulation\s*(?:$|[-–:/]|de (?:notre|la|cette|sa) dépêche)|^\W*pri[eè]re d['’]annuler\b|^\W*прос(?:ьба|им) (?:аннулировать|снять) (?:сообщение|новость|материал|текст|информацию)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked { get; }

    // Reuters: The story headlined "…" is withdrawn.
    [GeneratedRegex(@"^(?:please be advised that )?the (?:story|alert|headline)\b(?: (?:headlined|titled|slugged)\b.{0,110}?| is wrong and)? is withdrawn(?=\s*(?:[.,;:]|$| as | because | and | due ))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Withdrawn { get; }

    [GeneratedRegex(@"^\W*(?:eds?\b\W*|(?:attention )?editors\b\W*|note to editors\W*|achtung\b\W*)?(?:mandatory kill|bulletin kill|story kill|kill(?:ed)?\s*[:–—]|kill\s+-|kill (?:the|this|our) story|please kill|(?:the |this )?story (?:is |has been )?(?:withdrawn|killed|removed)|(?:die |diese )?meldung (?:wird |ist |wurde )?(?:hiermit )?(?:zurückgezogen|annulliert)|zurückgezogen\s*[:–—]|bitte (?:die |diese )?(?:meldung )?nicht (?:mehr )?verwenden|pri[eè]re d['’]annuler|(?:merci|veuillez) d?['’]?\s?annuler|dépêche annulée|annulation de (?:notre|la|cette) dépêche|noticia anulada|rogamos anul|se ruega anul|notizia annullata|si prega di annullare|annullare la notizia|saken trekkes|trekkes tilbake|må ikke brukes|må ikke bruges|bericht ingetrokken|depesza anulowana|прос(?:ьба|им) аннулировать)(?![\p{L}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Note { get; }
    // Please kill 1 SEA Ferries: PA names the story by its page and catchline.
    [GeneratedRegex(@"^(?i:please kill) (?:\d{1,3} )?\p{Lu}{2,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex PleaseKill { get; }
#pragma warning restore MA0009

    /// <summary>Whether a line says nothing else.</summary>
    public static bool IsLine(ReadOnlySpan<char> line) => line.Length is > 3 and < LongestLine && Line.IsMatch(line);

    /// <summary>Whether a headline says so.</summary>
    /// <param name="headline">The headline.</param>
    /// <param name="rest">The headline without the words, where something is left.</param>
    public static bool InHeadline(string headline, out string rest)
    {
        rest = headline;
        if (headline.Length is < 4 or > 300) return false;
        if (Line.IsMatch(headline) || Asked.IsMatch(headline)) return true;
        if (Before.Match(headline) is { Success: true } before)
        {
            if (headline.Length > before.Length) rest = headline[before.Length..];
            return true;
        }

        if (Behind.Match(headline) is not { Success: true } behind) return false;
        if (headline[0] != 'B' || behind.Index > 0) rest = headline[..behind.Index];
        return true;
    }

    /// <summary>Whether a text opens with it, behind a dateline where there is one.</summary>
    public static bool Opens(ReadOnlySpan<char> text)
    {
        if (IsOpening(text)) return true;
        var head = text[..Math.Min(text.Length, LongestDateline)];
        for (var close = head.IndexOf(')'); close >= 0; close = NextBracket(head, close))
            if (DashAfter(head[(close + 1)..]) is > 0 and var dash && (IsOpening(text[(close + 1 + dash)..]) || (BehindPlace(text[(close + 1 + dash)..]) is > 0 and var place && IsOpening(text[(close + 1 + dash + place)..])))) return true;

        return false;
    }

    // (ANSA) - ROMA, 16 NOV - …: the place in capitals with its day, and a dash once more.
    private static int BehindPlace(ReadOnlySpan<char> rest)
    {
        var dash = rest[..Math.Min(rest.Length, LongestDateline)].IndexOf(" - ");
        return dash > 3 && Places.IsCapital(rest[..dash]) && rest[..dash].ContainsAnyInRange('0', '9') ? dash + 3 : 0;
    }

    private static int NextBracket(ReadOnlySpan<char> head, int close) => head[(close + 1)..].IndexOf(')') is >= 0 and var next ? close + 1 + next : -1;

    // What ends a dateline behind its bracket.
    private static int DashAfter(ReadOnlySpan<char> rest)
    {
        foreach (var dash in (ReadOnlySpan<string>)[" - ", " -- ", " – ", " — ", "- "])
            if (rest.StartsWith(dash, StringComparison.Ordinal)) return dash.Length;

        return 0;
    }

    private static bool IsOpening(ReadOnlySpan<char> text)
    {
        if (text.Length < Initials) return false;
        var head = text[..Math.Min(text.Length, LongestOpening)];
        if (ByInitials.TryGetValue(head[..Initials], out var openings))
            foreach (var words in openings)
                if (head.StartsWith(words, StringComparison.OrdinalIgnoreCase)) return true;

        return head[0] is 't' or 'T' or 'p' or 'P' && (Withdrawn.IsMatch(head) || PleaseKill.IsMatch(head));
    }

    /// <summary>Whether a note to editors says so.</summary>
    public static bool InNote(string note) => Note.IsMatch(note);
}
