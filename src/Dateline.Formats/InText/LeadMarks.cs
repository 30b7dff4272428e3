using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>Reads <see cref="LeadMark"/>s at the beginning and the end of a line.</summary>
internal static partial class LeadMarks
{
    private const int Most = 4;
    private static readonly SearchValues<char> SetOff = SearchValues.Create(":|/([-–—");

    private const int LongestLine = 300;
    private const int LongestRemark = 120;

    // Written in capitals and set off by a dash, colon or bracket; an ordinal or a number makes a mark of more words.
    private static readonly FrozenDictionary<string, LeadKind> Capitals = Table(
        (LeadKind.Update, "LEAD|LD|ZUS|ROUNDUP|UPDATE|UPDATED|WRITETHRU|WRITE-THRU|WRAPUP|WRAP|RECASTS|RECAST|NEW LEAD|SUBS|UPDATES|ADDS|ZUSAMMENFASSUNG|ZF|NEU|ACTUALISATION|SYNTHESE|SYNTHÈSE|PAPIER GENERAL|AMPLIACIÓN|AMPLIACION|AMPL|RESUMEN|ATUALIZA|PUNTO|AGGIORNAMENTO|AGGIORNA|ДОПОЛНЕНИЕ|ОБНОВЛЕНО|تحديث|محدث|محدّث|به‌روزرسانی|تکمیلی|ÜBERBLICK|GESAMTZUSAMMENFASSUNG|NEUFASSUNG|ERGÄNZUNG|ERGÄNZT|AUSFÜHRLICH|MISE A JOUR|MISE À JOUR|ACTUALIZACIÓN|ACTUALIZACION|ACTUALIZA|ACTUALIZADO|RIEPILOGO|ATUALIZAÇÃO|ATUALIZADA|UPPDATERING|UPPDATERAD|SAMMANFATTNING|OPPDATERING|OPPDATERT|OPDATERING|OPDATERET|SAMMENDRAG|OVERBLIK|NY VERSJON|NY VERSION|PÄIVITYS|PÄIVITETTY|GÜNCELLEME|ОБНОВЛЕНИЕ|تحديث جديد|به روز رسانی|به‌روز رسانی"),
        (LeadKind.Correction, "CORRECTED|CORRECTED VERSION|CORRECTED COPY|CORRECTION|KORR|CORRECTS|CORRECTIVE|CORR|KORREKTUR|BERICHTIGUNG|BERICHTIGT|RECTIFICATIF|CORRECTIF|CORRIGE|CORRIGÉ|CORRIGENDUM|CORRECCIÓN|CORRECCION|CORREGIDO|RETTIFICA|CORREZIONE|CORRIGIDO|ERRATUM|ИСПРАВЛЕНИЕ|ИСПРАВЛЕНО|تصحيح|تصحیح|اصلاحیه|KORRIGIERT|NEUFASSUNG WEGEN FEHLERS|ERRATA|CORRECTIE|RECTIFICATIE|RÄTTELSE|RÄTTAD|RETTELSE|RETTING|RETTET|KORRIGERING|KORRIGERT|OIKAISU|KORJAUS|CORREÇÃO|CORRECÇÃO|RETIFICAÇÃO|CORRETTO|DÜZELTME|ПОПРАВКА|УТОЧНЕНИЕ|تصويب|توضيح وتصحيح|تصحيحية|KORRIGERET|KORREKTION|OPRAVA|SPROSTOWANIE|ANNULE ET REMPLACE|HELYESBÍTÉS|HELYREIGAZÍTÁS|ISPRAVAK|ISPRAVKA|POPRAVEK|CORECTURĂ|RECTIFICARE|ΔΙΟΡΘΩΣΗ|ВИПРАВЛЕННЯ|УТОЧНЕННЯ"),
        (LeadKind.Refile, "REFILE|REFILED|RESENDING"),
        (LeadKind.Repeat, "RPT|WDH|REPEAT|REPEATS|WDHLG|WIEDERHOLUNG|REPETITION|REPETICIÓN|ПОВТОР|HERHALING|REPRISE|RIPETIZIONE|REPETERING|GENTAKELSE|GJENTAS|إعادة|تکرار|مجدد"),
        (LeadKind.Take, "TAKE|ADD"),
        (LeadKind.Flash, "FLASH|FLITS|NEWSFLASH|BLITZ|BLITZMELDUNG|МОЛНИЯ|عاجل جدا"),
        (LeadKind.Urgent, "URGENT|BREAKING|BREAKING NEWS|JUST IN|BULLETIN|ALERT|NEWSALERT|NEWS ALERT|APNEWSALERT|SNAP|EIL|EILMELDUNG|EILT|HAST|VORRANG|ALERTE|URGENTE|ALERTA|AVANCE|URGENTISSIMO|СРОЧНО|ЭКСТРЕННО|عاجل|فوری|HASTER|KIIRE|SON DAKİKA|ACİL|SPOED|ÚLTIMA HORA|ULTIMA HORA|DERNIÈRE MINUTE|DERNIERE MINUTE|ULTIM'ORA|ULTIMORA"),
        (LeadKind.Kill, "KILL|MANDATORY KILL|BULLETIN KILL|STORY KILL|KILLED|WITHDRAWAL|WITHDRAWN|STORY WITHDRAWN|WITHDRAW|RÜCKZUG|RUECKZUG|ZURÜCKGEZOGEN|ANNULATION|ANNULÉ|ANNULE|ANULACIÓN|ANULACION|ANULADO|ANNULLAMENTO|АННУЛИРОВАНО|ANNULLERES|ANNULLERT|TRUKKET|MAKULERAS|MAKULERAD|PERUUTUS|INGETROKKEN|ANNULERING|STORNO|STORNIERUNG|ANULAÇÃO|ОТМЕНА|إلغاء خبر|سحب خبر|إلغاء الخبر|سحب الخبر|ANNULLATO|ANNULLATA|ANNULLARE|ANNULÉE|ANNULEE|À ANNULER|A ANNULER|ANULADA|ANULADAS|ANULADOS|ANNULLERET|TILBAGEKALDT|TRUKKET TILBAKE|ÅTERKALLAD|ÅTERKALLAS|PERUUTETTU|NOTIZIA ANNULLATA|MELDUNG ZURÜCKGEZOGEN|NOTA ANULADA|STORY REMOVED|RETRACTION|MANDATORY ELIMINATION|WIDERRUF|ANNULLERAD|ANNULLERAT|TREKKES TILBAKE|MITÄTÖITY|INTREKKING|ANULACJA|ANULAR|إلغاء|RETRACTED|TILLBAKADRAGEN|TILLBAKADRAGET|DRAS TILLBAKA|RUŠÍME ZPRÁVU|ZPRÁVA ZRUŠENA|ANULUJEMY|ANULUJEMY DEPESZĘ|HABER İPTALİ|HABERİN İPTALİ|ابطال خبر|حذف خبر|ביטול ידיעה|АНУЛЬОВАНО|АННУЛИРУЕТСЯ|АННУЛИРОВАТЬ|СООБЩЕНИЕ АННУЛИРОВАНО|СООБЩЕНИЕ АННУЛИРУЕТСЯ|SAKEN TREKKES|SAKEN TREKKES TILBAKE|SAKEN TRUKKET|HISTORIEN TRÆKKES TILBAGE|DEPESZA ANULOWANA|ANULOWANA DEPESZA|VISSZAVONÁS|HÍR VISSZAVONÁSA|ŞTIRE ANULATĂ|ȘTIRE ANULATĂ|AVISO ANULACION|AVISO ANULACIÓN|AVISO DE ANULACIÓN|AVISO DE ANULACION|AVIS D'ANNULATION|AVVISO DI ANNULLAMENTO|حذف شود|خبر حذف شود|يلغى الخبر|يلغى"),
        (LeadKind.Advisory, "ADVISORY|EDITORS|EDS|NOTE TO EDITORS|NOTES TO EDITORS|EDITORS ADVISORY|MEDIA ADVISORY|NEWS ADVISORY|DAYBOOK|DIARY|NEWS DIGEST|NEWS BUDGET|SCHEDULE|COVERAGE ADVISORY|ADVISORY TO EDITORS|ATTENTION EDITORS|HINWEIS|REDAKTIONSHINWEIS|HINWEIS AN DIE REDAKTIONEN|TERMINVORSCHAU|TAGESVORSCHAU|VORSCHAU|AVIS AUX REDACTIONS|AVIS|AGENDA|PREVISIONS|PRÉVISIONS|NOTA A LOS EDITORES|PREVISIONES|AVISO|AVVISO|HINWEIS AN DIE REDAKTION|ACHTUNG REDAKTIONEN|NOTE AUX REDACTIONS|NOTE AUX RÉDACTIONS|ATTENTION REDACTIONS|NOTA A REDACCIONES|AVISO A LOS EDITORES|NOTA ALLE REDAZIONI|AVVISO ALLE REDAZIONI|TILL REDAKTIONEN|TILL REDAKTIONERNA|TIL REDAKTIONEN|TIL REDAKSJONEN|MELDING TIL REDAKSJONEN|TIEDOKSI TOIMITUKSILLE|ملاحظة للمحررين|تنويه للمحررين|NOTICE TO EDITORS|NOTICES TO EDITORS|AVIS AUX ABONNES|AVIS AUX ABONNÉS|NOTE AUX ABONNÉS|NOTA A LOS ABONADOS|NOTA AOS EDITORES|AVISO AOS EDITORES|WOCHENVORSCHAU|INVITATION|MEDIA INVITATION|PRESS INVITATION|EINLADUNG|PRESSEEINLADUNG|MEDIENEINLADUNG"),
        (LeadKind.Advisory, "TILL RED|TIL RED|AVERTISSEMENT AUX ABONNES|AVERTISSEMENT AUX ABONNÉS|NOTE AUX CLIENTS|AVIS AUX CLIENTS|NOOT VOOR DE REDACTIE|NOOT AAN DE REDACTIE|AVVISO AI CLIENTI|NOTA A LOS CLIENTES|TILL KUND|TILL KUNDER"));

    // Set off by a colon or in brackets these are marks in small letters too; others would be anybody's words.
    private static readonly FrozenSet<string> AnyCase = ("CORRECTED|ZUS|CORRECTION|HELYESBÍTÉS|ISPRAVAK|POPRAVEK|UPDATE|UPDATED|LEAD|LD|WRITETHRU|KORREKTUR|BERICHTIGUNG|RECTIFICATIF|CORRECTIF|CORRECCIÓN|RETTIFICA|EIL|EILMELDUNG|ZUSAMMENFASSUNG|NEU|WITHDRAWN|RÜCKZUG|DAYBOOK|"
        + "NOTE TO EDITORS|NOTES TO EDITORS|ADVISORY|MEDIA ADVISORY|EDITORS ADVISORY|HINWEIS AN DIE REDAKTIONEN|REDAKTIONSHINWEIS|TERMINVORSCHAU|TAGESVORSCHAU|NEWS ALERT|URGENT|URGENTE|ACTUALISATION|ACTUALIZACIÓN|ACTUALIZACION|ATUALIZAÇÃO|AMPLIACIÓN|AMPLIACION|ÜBERBLICK|GESAMTZUSAMMENFASSUNG|RÄTTELSE|RETTELSE|RETTING|OIKAISU|CORREÇÃO|DÜZELTME|WDHLG|WIEDERHOLUNG|KORRIGIERT|BERICHTIGT|KORRIGERET|MANDATORY KILL|BULLETIN KILL|STORY KILL|STORY WITHDRAWN|NOTICE TO EDITORS|ATTENTION EDITORS|ACHTUNG REDAKTIONEN|HINWEIS AN DIE REDAKTION|NOTA A LOS EDITORES|NOTE AUX RÉDACTIONS|AVIS AUX ABONNÉS|WOCHENVORSCHAU|"
        + "TILL RED|TIL RED|TILL REDAKTIONEN|TILL REDAKTIONERNA|TIL REDAKTIONEN|TIL REDAKSJONEN|MELDING TIL REDAKSJONEN|TIEDOKSI TOIMITUKSILLE|AVIS AUX ABONNES|AVERTISSEMENT AUX ABONNÉS|AVERTISSEMENT AUX ABONNES|NOTE AUX CLIENTS|AVIS AUX CLIENTS|NOOT VOOR DE REDACTIE|NOOT AAN DE REDACTIE|AVVISO AI CLIENTI|NOTA A LOS CLIENTES").Split('|').ToFrozenSet(StringComparer.Ordinal);

#pragma warning disable MA0009 // a line longer than 300 characters is no headline and not looked at
    [GeneratedRegex(@"^[\s*]*[\[(]?\s*(?:(?<nth>\d{1,2})\s?(?:ST|ND|RD|TH|ER|ÈME|EME|E|[.ºª])?[\s-]*)?(?<word>\p{L}[\p{L}\u200C'’-]*?(?: \p{L}[\p{L}\u200C'’]*){0,4}?)(?:\s?(?<number>\d{1,4}))?\s*[\])]?(?<mark>\s*(?:[:|]|--?|[–—])\s*|//?\s*|(?<=[\])])\s+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Opening { get; }

    [GeneratedRegex(@"^\s*(?:(?<nth>\d{1,2})(?:ST|ND|RD|TH) (?<word>LEAD|LD|ADD|TAKE|UPDATE)|(?<word>UPDATE|WRAPUP|LEAD|TAKE) (?<number>\d{1,2})|(?<word>LEAD)(?= \p{Lu}\p{Ll}))\s+(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"(?:\s*[(\[]\s*(?:(?<nth>\d{1,2})\s?(?:st|nd|rd|th|\.)?[\s-]*)?(?<word>\p{L}[\p{L}-]*(?: \p{L}[\p{L}]*){0,2}?)(?:\s(?<number>\d{1,4}))?\s*[)\]]|[\s,]+[–—-]*\s*(?<nth>\d{1,2})(?:st|nd|rd|th)\s(?<word>ld|lead|add|take|writethru|ld-writethru))\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Closing { get; }
#pragma warning restore MA0009

    private static FrozenDictionary<string, LeadKind> Table(params ReadOnlySpan<(LeadKind Kind, string Words)> kinds)
    {
        var table = new Dictionary<string, LeadKind>(StringComparer.Ordinal);
        foreach (var (kind, words) in kinds)
            foreach (var word in words.Split('|')) table[word] = kind;

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static IReadOnlyList<LeadMark> Read(string line, out string rest)
    {
        rest = line;
        if (line.Length > 2 && line[0] is >= '\u3000' or '[' or '(' && EasternMarks.Read(line, out rest) is { } eastern) return [eastern];
        if (line.Length is < 4 or > LongestLine || !MayHaveMark(line)) return [];
        var found = new List<LeadMark>();
        while (found.Count < Most && OpeningOf(rest) is { } match && rest.Length > match.Length && !IsWithin(rest, match) && Opened(match) is { } mark && !IsTitle(rest, match, mark.Kind))
        {
            found.Add(mark);
            rest = rest[Through(rest, match)..].TrimStart(' ', '-', ':', '–', '—', '|', '/');

            // CORRECTED-(OFFICIAL)-: whose the mistake was.
            if (rest.StartsWith("(OFFICIAL)", StringComparison.Ordinal) && rest.Length > "(OFFICIAL)-".Length) rest = rest["(OFFICIAL)".Length..].TrimStart(' ', '-');
        }

        while (found.Count < Most && Closing.Match(rest) is { Success: true, Index: > 0 } match && Closed(match) is { } mark)
        {
            found.Add(mark);
            rest = rest[..match.Index].TrimEnd(' ', '-', ',', '–', '—');
        }

        if (rest.Length > 0) return found;
        rest = line;
        return [];
    }

    // ADD-ons, WRAP-around: a hyphen and a small letter make one word of the two, unless a number stands between or it is an iPhone.
    // URGENT/CARE: words joined by slashes and nothing else are a slug.
    private static bool IsWithin(string line, Match match)
    {
        var after = line.AsSpan(match.Length);
        // Korrektur-Bedarf: of words that are no capitals a hyphen makes one, whatever follows.
        if (match.Groups["mark"].ValueSpan is "-") return !match.Groups["number"].Success && !match.Groups["nth"].Success && ((char.IsLower(after[0]) && !(after.Length > 1 && char.IsUpper(after[1]))) || !(Places.IsCapital(match.Groups["word"].ValueSpan) || match.Groups["word"].ValueSpan[0] >= '\u0590'));
        if (match.Groups["mark"].ValueSpan is not "/") return false;

        // "URGENT/CARE clinic opens": urgent care is a thing of its own.
        return (!after.Contains(' ') && Places.IsCapital(after)) || (after.StartsWith("CARE ", StringComparison.Ordinal) && match.Groups["word"].ValueSpan is "URGENT");
    }

    // "Withdrawn: a novel of the sea": what is no capitals and goes on in small letters is a title, and nothing is taken back for it. Several words to editors are no
    // title, nor is what nobody else says: "Mandatory kill: ferry accident".
    private static bool IsTitle(string line, Match match, LeadKind kind) =>
        ((kind is LeadKind.Kill && !match.Groups["word"].ValueSpan.EndsWith("kill", StringComparison.OrdinalIgnoreCase)) || (kind is LeadKind.Advisory && !match.Groups["word"].ValueSpan.Contains(' '))) && !Places.IsCapital(match.Groups["word"].ValueSpan) && char.IsLower(line[match.Length]) && !(match.Length + 1 < line.Length && char.IsUpper(line[match.Length + 1]));

    // (Berichtigung: Zahl im 2. Absatz) …: what the mark says stands in its bracket.
    private static int Through(string line, Match match)
    {
        var isOpen = match.ValueSpan.TrimStart() is ['(' or '[', ..] && !match.ValueSpan.ContainsAny(')', ']');
        var close = isOpen ? line.AsSpan(match.Length).IndexOfAny(')', ']') : -1;
        return close is >= 0 and < LongestRemark && match.Length + close + 1 < line.Length ? match.Length + close + 1 : match.Length;
    }

    // Nearly all headlines have none; this asks less of them than the patterns do.
    private static bool MayHaveMark(string line)
    {
        var head = line.AsSpan(0, Math.Min(line.Length, 40));
        if (head.ContainsAny(SetOff) || line[^1] is ')' or ']' || char.IsAsciiDigit(line[0])) return true;
        return (char.IsUpper(line[0]) && char.IsUpper(line[1]) && char.IsUpper(line[2])) || line.EndsWith("ead", StringComparison.OrdinalIgnoreCase) || line.EndsWith("thru", StringComparison.OrdinalIgnoreCase) || line.EndsWith("ld", StringComparison.OrdinalIgnoreCase);
    }

    private static Match? OpeningOf(string line) =>
        Opening.Match(line) is { Success: true } setOff && KindOf(setOff.Groups["word"].Value) is not null ? setOff : Numbered.Match(line) is { Success: true } numbered ? numbered : null;

    private static LeadMark? Opened(Match match)
    {
        var word = match.Groups["word"].Value;
        if (KindOf(word) is not { } kind) return null;
        var isCapital = Places.IsCapital(word) || word[0] >= '\u0590';
        var numbered = match.Groups["nth"].Success || match.Groups["number"].Success;
        var clear = isCapital || AnyCase.Contains(word.ToUpperInvariant());
        return clear && (!numbered || kind is not (LeadKind.Advisory or LeadKind.Kill)) ? Make(kind, match) : null;
    }

    private static LeadMark? Closed(Match match)
    {
        var word = match.Groups["word"].Value;
        if (KindOf(word) is not { } kind || kind is LeadKind.Kill or LeadKind.Advisory) return null;
        return Places.IsCapital(word) || AnyCase.Contains(word.ToUpperInvariant()) || match.Groups["nth"].Success ? Make(kind, match) : null;
    }

    private static LeadKind? KindOf(string word)
    {
        var upper = word.ToUpperInvariant().Replace("’", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        if (Capitals.TryGetValue(upper, out var kind)) return kind;
        // 2nd Ld-Writethru: two marks grown together.
        return upper.StartsWith("LD-", StringComparison.Ordinal) || upper.StartsWith("LEAD-", StringComparison.Ordinal) ? LeadKind.Update : null;
    }

    // A large number beside the mark is an hour: (Zusammenfassung 1700).
    private static LeadMark Make(LeadKind kind, Match match)
    {
        var number = match.Groups["nth"] is { Success: true } nth ? nth : match.Groups["number"];
        var order = number.Success && int.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var written) && written is > 0 and < 100 ? written : 1;
        return new LeadMark(kind, order, match.Value.Trim(' ', '-', ':', '–', '—', '|', '/', ',', '(', ')', '[', ']'));
    }
}
