using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// A note to editors in a field of its own (G2 and ninjs <c>edNote</c>, NITF <c>ed-msg</c>). It is never printed and not kept; what it
/// says of the version in the words of the trade is a signal like any other.
/// </summary>
internal static partial class DeskNote
{
    private const int LongestLooked = 600;

#pragma warning disable MA0009 // at most 600 characters are looked at
    // "is correct", "correct spelling" and "no correction" say that nothing was put right.
    [GeneratedRegex(@"(?<!\b(?:no|without|will|may) )\b(?:corrects|corrected|correction|corrections|correcting|corrective|to correct|korrektur|korrigiert|korrigierte|berichtigung|berichtigt|rectificatif|correctif|corrige|rectifie|corrección|corregido|rectificación|rettifica|correzione|corregge|correctie|rättelse|rättar|rättad|rettelse|retting|retter|rettet|oikaisu|correção|corrigido|oprava|sprostowanie|исправление|исправлено|تصحيح|تصويب|اصلاحیه)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Correction { get; }

    [GeneratedRegex(@"^\W*(?:eds?\b\W*|editors\b\W*|note to editors\b\W*|attention\b\W*)?(?:updates|updated|updating|update|adds|recasts|writethru|aktualisiert|ergänzt|neu:|actualise|actualisation|ajoute|actualiza|añade|amplía|aggiorna|aggiunge|uppdaterar|uppdaterad|oppdaterer|oppdatert|opdaterer|opdateret|atualiza|tilføjer|legger til|lägger till)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Update { get; }
#pragma warning restore MA0009

    /// <summary>The signals of a note: a correction, an update, a kill.</summary>
    public static IEnumerable<string> Signals(string? note)
    {
        if (note is null) yield break;
        if (note.Length > LongestLooked) note = note[..LongestLooked];
        if (KillWords.InNote(note) || KillWords.IsLine(note)) yield return "sig:kill";
        if (Correction.IsMatch(note)) yield return "sig:correction";
        if (Update.IsMatch(note)) yield return "sig:update";
    }
}
