using System.Buffers;
using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// Lines below a text that say under which terms it is there or where it stood first: <c>This work is licensed under a Creative
/// Commons licence</c>, <c>This article was originally published on Harbour Wire. Read the original article.</c>
/// </summary>
internal static partial class RightsLine
{
    private const int Longest = 290;
    private const int LongestName = 48;

    private static readonly SearchValues<string> Stems = SearchValues.Create(
        ["Creative Commons", "CC BY", "CC-BY", "CC0", "provided by ", "riginally ", "first appeared", "first published", "erschien", "republi", "initialement", "originalmente", "originariamente", "verscheen", "publicerades", "spletteres"], StringComparison.Ordinal);

#pragma warning disable MA0009 // at most 290 characters are looked at, and only where a stem was found
    // Of the text itself, in one sentence without an aside.
    [GeneratedRegex(@"^\W*(?:(?:This|The|Dieser?|Dieses|Der|Das|Ce(?:t|tte)?|L['’]|Est[ae]|El|La|Quest[oa]|Il|Dit|Deze|Denna|Detta|Denne|Dette)\W?\s?[^.,;]{2,60}?\b(?:is|are|was|steht|ist|sind|est|sont|está|es|è|sono|is|är|er)\b[^.,;]{0,70}?|Licen[cs]ed under [^.,;]{0,30}?|(?:Lizenz|Licen[cs]e|Licencia|Licença|Licenza|Licentie|Licens|Lisens)\s?: ?)(?:Creative[ -]Commons|CC[ -]BY|CC0)[^,;?!]{0,110}\W*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Commons { get; }

    [GeneratedRegex(@"^\W*(?:This (?:article|story|post|piece|report|text|essay|column|commentary|interview|item|news) (?:is |was |has been |is being )?(?:co-?published|republished|re-published|reprinted|originally published|first published|originally appeared|first appeared|appeared originally|originally posted|syndicated|provided)(?: here)?(?: with permission)? (?:from|on|by|in|at|with)"
        + @"|(?:Originally|First) (?:published|appeared|posted) (?:on|by|in|at)"
        + @"|Dieser (?:Artikel|Text|Beitrag) (?:erschien|ist|wurde) (?:zuerst|ursprünglich|erstmals|zunächst) (?:in|im|bei|auf|von)(?: der| dem)?"
        + @"|Cet (?:article|entretien) (?:est|a été) (?:republié|initialement publié|publié initialement|d['’]abord publié) (?:à partir de|sur|par|dans)"
        + @"|Este (?:artículo|texto) (?:fue|se|ha sido|está) (?:publicado originalmente|publicó originalmente|publicado por primera vez|publicó por primera vez|republicado) (?:en|por|de)"
        + @"|Este (?:artigo|texto) foi (?:publicado originalmente|originalmente publicado|republicado) (?:em|no|na|por|de)"
        + @"|Quest(?:o articolo|o testo) è (?:stato )?(?:pubblicato originariamente|originariamente pubblicato|pubblicato per la prima volta|tratto|ripubblicato) (?:su|da|in)"
        + @"|Dit artikel (?:verscheen|is) (?:eerder|eerst|oorspronkelijk)(?: verschenen)? (?:op|in|bij)"
        + @"|Artikeln publicerades (?:först|ursprungligen) (?:i|på|av))\s(?:the )?(?<who>\p{Lu}[^.,;:()]{1,46}?)(?<terms> (?:under|unter|sous|bajo|sob|con|sotto|onder|med)\b[^.,;:]{5,70})?(?: (?:and is|and|veröffentlicht|erschienen|publiziert|gepubliceerd)\b[^.]{0,90})?\s*\.?(?:\s*(?:You can )?(?:Read|Lesen|Lire|Lea|Leer|Leia|Leggi|Lees|Läs|Find|View|See|Hier|Zum)\b[^.]{0,60}\.?)?\W*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Republished { get; }
#pragma warning restore MA0009

    /// <summary>Whether the block is one; then the item and the chain have what it says.</summary>
    public static bool Take(ref NewsItem item, ReadOnlySpan<char> block, CreditChain chain)
    {
        var line = block.Trim();
        if (line.Length is < 12 or > Longest || !line.ContainsAny(Stems)) return false;
        var text = line.ToString();
        if (Republished.Match(text) is { Success: true } first && first.Groups["who"].Value.Trim(' ', '“', '”', '"', '«', '»') is { Length: > 1 and <= LongestName } who && IsName(who))
        {
            // "in March", "in London": one word alone is a paper's name where it is said to be known.
            if (Places.IsCityInAnyCase(who) || (!who.Contains(' ', StringComparison.Ordinal) && text.Contains($" in {who}", StringComparison.Ordinal) && !Agencies.IsKnown(who))) return false;
            chain.Wrote(who);
            if (first.Groups["terms"].Success && first.Groups["terms"].ValueSpan.ContainsAny(Stems)) item = With(item, text);
            return true;
        }

        if (!Commons.IsMatch(text)) return false;
        item = With(item, text);
        return true;
    }

    private static NewsItem With(NewsItem item, string terms)
    {
        var given = item.Credit?.UsageTerms;
        if (given is not null && given.Contains(terms, StringComparison.OrdinalIgnoreCase)) return item;
        return item with { Credit = (item.Credit ?? new Credit()) with { UsageTerms = given is null ? terms : $"{given} {terms}" } };
    }

    // "The Conversation", "Harbour Wire": each word a name's, or a small one between two.
    private static bool IsName(string who)
    {
        const int MostWords = 6;
        const int LongestSmall = 3;
        var words = 0;
        if (who.AsSpan().ContainsAnyInRange('0', '9')) return false;
        foreach (var range in who.AsSpan().Split(' '))
        {
            var word = who.AsSpan(range);
            if (word.IsEmpty || ++words > MostWords) return false;
            if (char.IsLower(word[0]) && word.Length > LongestSmall) return false;
        }

        return true;
    }
}
