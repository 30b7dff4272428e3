using System.Collections.Frozen;

namespace Dateline.Formats.InText;

/// <summary>What kind of text it is, before the headline: <c>FACTBOX-Five ferries</c>, <c>HINTERGRUND/ …</c>.</summary>
internal static class GenreMarks
{
    private const int Longest = 24;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = (
        "FACTBOX|EXPLAINER|TIMELINE|ANALYSIS|INTERVIEW|EXCLUSIVE|INSIGHT|FEATURE|BRIEF|TABLE|GRAPHIC|PREVIEW|NEWSMAKER|SPECIAL REPORT|COLUMN|COMMENTARY|OPINION|QUOTES|INSTANT VIEW|HIGHLIGHTS|POLL|SCENARIOS|CHRONOLOGY|Q&A|Q+A|PRESS DIGEST|FOCUS|PROFILE|OBITUARY|BACKGROUNDER|BACKGROUND|SIDEBAR|BREAKINGVIEWS|WITNESS|FACTCHECK|FACT CHECK|"
        + "HINTERGRUND|ANALYSE|PORTRÄT|PORTRAET|PORTRAIT|REPORTAGE|STICHWORT|CHRONOLOGIE|DOKUMENTATION|KOMMENTAR|PRESSESTIMMEN|ZITAT|FRAGEN UND ANTWORTEN|FRAGEN & ANTWORTEN|GRAFIK|TABELLE|FAKTEN|FAKTENCHECK|KURZPORTRÄT|NACHRUF|VORBERICHT|"
        + "ENCADRÉ|ENCADRE|ÉCLAIRAGE|ECLAIRAGE|ENTRETIEN|PORTRAIT-ROBOT|REPERES|REPÈRES|DECRYPTAGE|DÉCRYPTAGE|"
        + "ANÁLISIS|ANALISIS|ENTREVISTA|PERFIL|CRONOLOGÍA|CRONOLOGIA|REPORTAJE|CRÓNICA|CRONICA|CLAVES|RECUADRO|ANÁLISE|"
        + "SCHEDA|INTERVISTA|ANALISI|RITRATTO|APPROFONDIMENTO|"
        + "FAKTA|FAKTABOKS|FAKTARUTA|BAKGRUNN|BAKGRUND|BAGGRUND|INTERVJU|PORTRETT|PORTRÄTT|TAUSTA|FAKTAA|"
        + "تحليل|مقابلة|حوار|بروفايل|خلفية|تسلسل زمني|تحلیل|مصاحبه|گفتگو|یادداشت").Split('|').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsOne(ReadOnlySpan<char> word) => Words.Contains(word);

    /// <summary>The mark, set off as wires do it: a hyphen without a space, or a slash. Others may be a headline's own words.</summary>
    public static string? Read(string headline, out string rest)
    {
        rest = headline;
        var head = headline.AsSpan(0, Math.Min(headline.Length, Longest));
        for (var at = head.IndexOfAny('-', '/'); at > 0; at = head[(at + 1)..].IndexOfAny('-', '/') is >= 0 and var next ? at + 1 + next : -1)
        {
            var after = headline.AsSpan(at + 1);
            if (after.Length < 3 || !IsOne(head[..at]) || (head[at] == '-' && (after[0] is ' ' or '-' || char.IsLower(after[0])))) continue;
            rest = after.TrimStart().ToString();
            return head[..at].ToString();
        }

        return null;
    }
}
