using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Formats.Text;

namespace Dateline.Formats.InText;

/// <summary>
/// What a headline says to editors in more than a mark: that a story is annulled (<c>ATTENTION - ANNULATION /// …</c>), that it is
/// a list of what is planned (<c>Terminvorschau für Dienstag</c>, <c>AP News Digest</c>), that it isn't for print.
/// </summary>
internal static partial class HeadlineNotes
{
    private const int LongestAttention = 140;

    private static readonly WordSearch Stems = new(
        "ATTENTION - ", "ATTENTION : ", "vorschau", "for publication", "news digest", "news budget", "daybook", "previsiones", "PREVISIONS", "editors", "redaktionen", "editores", "annullare", "pubblicazione", "elimination", "withdrawn", "meldung", "redaktionell", "previsioni", "guidance", "(eds: ", " advisory", "einladung", "convocatoria", "uitnodiging", "prueba", "internal only", "ne pas publier", "do not ", "immediate release");

    // So short that skipping letters doesn't help.
    private static readonly SearchValues<string> ShortStems = SearchValues.Create(["zieht", "abonn", "kill", "invit", "test", "essai", "prova", "annul", "stopp"], StringComparison.OrdinalIgnoreCase);

    // Apart, since looking for other letters in any case is slow, and most headlines have none.
    private static readonly WordSearch OtherStems = new("veröffentlichung", "prévisions", "publicación", "zurückgezogen", "анонс", "お断り", "просьба", "просим");

#pragma warning disable MA0009 // at most 300 characters are looked at, and only where a stem was found
    // AFP: what changed, then three slashes.
    [GeneratedRegex(@"^\W*ATTENTION\s*[-–:]\s*(?<said>[^/]{2,120})/{2,3}\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Attention { get; }

    [GeneratedRegex(@"\bannul|\bsupprim(?:er|ée?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Annuls { get; }

    [GeneratedRegex(@"\b(?:corrig|rectifi|correcti|retire|erreur|erratum|précise le titre)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Corrects { get; }

    // The house itself takes it back. Where another house tells of it, it is news.
    [GeneratedRegex(@"^(?:(?:ACHTUNG|WICHTIG)\W+)?(?:Die )?(?<agency>\p{L}[\p{L}-]{1,15})(?: zieht (?:ihre |die |eine )?Meldung (?:[^.:]{0,90} )?zurück| annule sa dépêche| retire sa dépêche| anula la noticia| withdraws story| kills story)\b|^(?<agency>\p{L}{2,12})\s*[-–:/]\s*ANNULLARE (?:LA )?NOTIZIA\b|^ANNULLARE (?:LA )?NOTIZIA\b|^\W{0,3}ANNULLARE\s+(?:(?:IL |LA |LE |L['’])?\p{Lu}{4,10}\s+)?[\u0022'“‘«]\S", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TakesBack { get; }

    [GeneratedRegex(@"^\W*(?:BC-)?(?:(?:AP|UPI|AFP|Reuters|dpa|CP|PA|AAP|TNS|Kyodo)[- ]+)?(?:(?:World |Sports |Entertainment |Financial )?News Digest|News Budget|Daybook|DAYBOOK)\b(?! of\b)|^\W*(?:BC-)?(?:AP|CP|PA|AAP)[- ](?:\p{Lu}\p{Ll}+ ){0,2}(?:Coverage|Photo|Video|Graphics) Advisory\s*(?:$|[-–:/,(])|^\W*(?:BC-)?(?:AP|CP|PA|AAP)[- ](?:News )?Guidance\s*(?:$|[-–:/,(])"
        + @"|^\W*(?:dpa-)?(?:(?:Termin|Tages|Wochen|Themen)vorschau|(?:TERMIN|TAGES|WOCHEN|THEMEN)VORSCHAU)\b\s*(?:$|für|bis|von|am|auf|[-–:/,(\d]|(?:Mon|Diens|Mitt|Donners|Frei|Sams|Sonn)\p{Ll}+)"
        + @"|^\W*(?:PREVISIONES|PREVISIONS|PRÉVISIONS)\s(?:para|pour|du|de|del|PARA|POUR|DU|DE|DEL)\s|^Previsiones informativas\b|^Prévisions (?:AFP|de l'AFP)\b|^\W*(?:ANSA\W+)?PREVISIONI (?:PER LA|DELLA) GIORNATA\b|^Анонс(?:ы)? (?:событий|мероприятий) на \d{1,2} \p{L}+(?: \d{4}(?: года)?)?\W*$|^[【［]?お断り[】］]?\s*$"
        + @"|^\W*DO NOT (?:USE|PUBLISH|RUN)\s*(?:$|[:!–—]|-\s)|^\W*(?i:this is (?:only )?a test(?: message)?\W*$|test\W+(?:please )?(?:ignore|disregard)(?: this\b.{0,30})?\W*$|test\W+(?:bitte )?(?:nicht beachten|ignorieren)\b|test(?: message|meldung|nachricht)?(?: only)?\W*$|essai\W+(?:merci de )?ne pas (?:diffuser|tenir compte)\W*$|prueba\W+no (?:publicar|difundir)\W*$|prova\W+non (?:pubblicare|diffondere)\W*$)"
        + @"|^\W*(?i:(?:presse-?|medien-?)einladung\s*(?:$|[-–:/,|]|zu[rm]?\b)|einladung (?:zur|zum|zu einer|zu einem) (?:presse|medien)(?:konferenz|gespräch|termin|rundgang|führung|frühstück|empfang|reise)|(?:media|press) invitation\s*(?:$|[-–:/,|]|to\b)|invitation\W+(?:to (?:a |the )?)?(?:press|news|media) (?:conference|briefing|event|call|preview)|invitation\W+(?:à (?:la|une) )?(?:conférence|point|déjeuner) (?:de )?presse|invito\W+(?:alla )?conferenza stampa|convocatoria (?:de|a) (?:prensa|medios)\s*(?:$|[-–:/,|])|uitnodiging (?:voor )?pers\p{L}+)"
        + @"|^\W*(?i:notes? to editors|notices? to editors|attention editors|advisory to editors|achtung redaktionen|hinweis an (?:die|alle) redaktionen?|redaktioneller hinweis|avis aux (?:abonnés|abonnes|rédactions|redactions)|note aux (?:abonnés|rédactions)|nota a los (?:editores|abonados)|aviso a los (?:editores|abonados)|nota alle redazioni|nota aos editores)\s*(?:$|[-–:/!.,(])", RegexOptions.CultureInvariant)]
    private static partial Regex Planning { get; }

    [GeneratedRegex(@"(?:^|[(\[]|\s(?=[(\[]))\W*(?:achtung redaktionen\W+)?(?:nicht zur veröffentlichung(?: bestimmt)?|not (?:intended )?for publication|internal only|no para publicación|non destinato alla pubblicazione)\W*$|^\W*(?:nicht zur veröffentlichung|not for publication)\s*[:–-]\s(?-i:(?!\p{Ll}\S*(?: \S+){3}))|^\s*[(\[](?:nicht zur veröffentlichung|not for publication|internal only|no para publicación|ne pas publier|non destinato alla pubblicazione)[)\]]\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotForPrint { get; }
    // … - FOR IMMEDIATE RELEASE: of press releases, and nothing that holds or lets go.
    [GeneratedRegex(@"\s*(?:[-–—|:]\s*FOR IMMEDIATE RELEASE|\(FOR IMMEDIATE RELEASE\))\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Immediate { get; }
#pragma warning restore MA0009

    public static bool MayBe(ReadOnlySpan<char> line) => line.Length <= 300 && (Stems.IsIn(line) || line.ContainsAny(ShortStems) || (!Ascii.IsValid(line) && OtherStems.IsIn(line)));

    /// <summary>The item with what its headline says.</summary>
    /// <param name="item">The item.</param>
    /// <param name="own">How who sent the item calls itself.</param>
    public static NewsItem Apply(NewsItem item, List<string> own) => item.Headline is { } headline && MayBe(headline) ? Read(item, headline, own) : item;

    private static NewsItem Read(NewsItem item, string headline, List<string> own)
    {
        if (headline.Length > LongestAttention / 10 && Attention.Match(headline) is { Success: true } attention)
        {
            var said = attention.Groups["said"].Value;
            if (headline.Length > attention.Length) item = item with { Headline = headline[attention.Length..] };
            return Annuls.IsMatch(said) ? Canceled(item) : Corrects.IsMatch(said) ? HandlingMarks.With(item, "sig:correction") : HandlingMarks.With(item, "sig:update");
        }

        if (headline[^1] == ')' && headline.LastIndexOf("(EDS: ", StringComparison.OrdinalIgnoreCase) is > 3 and var eds) return EditorsNote.Mean(item with { Headline = headline[..eds].TrimEnd() }, headline.AsSpan(eds));
        if (KillWords.InHeadline(headline, out var rest)) return Canceled(item with { Headline = rest });
        if (TakesBack.Match(headline) is { Success: true } taken && (!taken.Groups["agency"].Success || headline.Contains("ANNULLARE", StringComparison.Ordinal) || own.Exists(name => name.Contains(taken.Groups["agency"].Value, StringComparison.OrdinalIgnoreCase)))) return Canceled(item);
        if (Immediate.Match(headline) is { Success: true, Index: > 8 } immediate) return item with { Headline = headline[..immediate.Index] };
        if (StopsOf(headline, item) is > 0 and var stop) return item with { Status = item.Status == PubStatus.Usable ? PubStatus.Withheld : item.Status, Headline = headline[stop..] };
        if (Planning.IsMatch(headline)) return item with { Publishable = false };
        if (NotForPrint.Match(headline) is not { Success: true } note) return item;
        if (note.Index == 0 && note.ValueSpan.TrimEnd() is [.., ')' or ']'] && headline.Length > note.Length) return item with { Publishable = false, Headline = headline[note.Length..] };
        return item with { Publishable = false, Headline = note.Index > 0 && headline.Length > note.Index + 1 && note.Index > 3 ? headline[..note.Index].TrimEnd(' ', '(', '[') : headline };
    }

    // TT stops a text before it sends a better one: until then it is held. Others shout so.
    private static int StopsOf(string headline, NewsItem item)
    {
        const string Stop = "STOPP:";
        if (!headline.StartsWith(Stop, StringComparison.Ordinal) || headline.Length < Stop.Length + 3 || item.Credit is not { } credit) return 0;
        foreach (var name in (ReadOnlySpan<string?>)[credit.Source, credit.Provider, credit.Distributor, credit.CopyrightHolder])
            if (name is not null && Houses.AreOne(name, "TT")) return headline.Length - headline.AsSpan(Stop.Length).TrimStart().Length;

        return 0;
    }

    /// <summary>Whether a line above a text says that the text isn't for print.</summary>
    public static bool IsNotForPrint(string line) => line.Length < LongestAttention && MayBe(line) && NotForPrint.IsMatch(line);

    private static NewsItem Canceled(NewsItem item) => item with { Status = PubStatus.Canceled, Publishable = false };
}
