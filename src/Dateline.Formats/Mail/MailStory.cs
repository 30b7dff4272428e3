using System.Text.RegularExpressions;

namespace Dateline.Formats.Mail;

/// <summary>
/// Which lines of a letter are its story: not what it answers, nor how it was sent, nor how to be spared the next. The lines are those
/// of a text, or the blocks of a page.
/// </summary>
internal static partial class MailStory
{
    private const int LongestIntro = 200;
    private const int LongestLink = 160;
    private const int BlocksAbove = 6;
    private const int LeastOfAStory = 40;
    private const int LinesBelow = 3;

#pragma warning disable MA0009 // at most 200 characters are looked at
    // "On Mon, Nov 16, 2026 at 9:30 AM Desk <desk@wire.example> wrote:", "Am 16.11.2026 um 09:30 schrieb Desk:"
    [GeneratedRegex(@"^(?:>? ?)(?:On|Am|Le|El|Il|Em|Op|Den|På|Dne|Dnia|W dniu|Il giorno|ma|to|ke|pe)\b.{8,170}(?:wrote|schrieb(?:en)?\b.{0,80}|a écrit|escribió|ha scritto|escreveu|schreef\b.{0,80}|skrev\b.{0,80}|napsal(?:a|\(a\))?|napisał(?:a|\(a\))?|kirjoitti)\s?:$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Intro { get; }

    [GeneratedRegex(@"^(?:\d.{8,120}(?:пишет|написал\(?а?\)?|пише)\s?:|(?:في|بتاريخ) .{6,120} كتب.{0,80}:|.{4,100}写道[:：]|.{4,100}のメール[:：]|.{4,100}작성[:：])$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherIntro { get; }

    [GeneratedRegex(@"\d{1,2}[:.h]\d{2}|\S@\S", RegexOptions.CultureInvariant)]
    private static partial Regex ClockOrAddress { get; }

    [GeneratedRegex(@"^[-_=]{2,}\s*(?:original message|ursprüngliche nachricht|originalnachricht|message d['’]origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|opprinnelig melding|ursprungligt meddelande|oprindelig meddelelse|alkuperäinen viesti|původní zpráva|wiadomość oryginalna|исходное сообщение|الرسالة الأصلية)\s*[-_=]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Original { get; }

    // Sent from my iPhone, and its translations.
    [GeneratedRegex(@"^(?:(?:sent|emailed) (?:from|with|via) (?:my |an? |the )?\S.{1,50}|get outlook for (?:ios|android)\b.{0,60}|sent via \S.{1,40}|von (?:meinem|unterwegs) .{2,40} gesendet|gesendet (?:von|mit|aus) .{2,50}|diese nachricht wurde von meinem .{2,60} gesendet|envoyé (?:de|depuis|à partir de) .{2,50}|enviado (?:desde|do|a partir do|pelo) .{2,50}|inviato (?:da|dal) .{2,50}|verzonden (?:vanaf|met) .{2,50}|verstuurd vanaf .{2,50}|skickat från .{2,50}|sendt (?:fra|via) .{2,50}|lähetetty .{2,50}|wysłane z .{2,50}|odesláno z .{2,50}|отправлено (?:с|из) .{2,50}|надіслано з .{2,50}|.{2,20}(?:umdan|dan|den) gönderildi|(?:أرسلت|أُرسلت|تم الإرسال|مرسل) من .{2,50}|ارسال ?شده از .{2,50}|发自我的.{1,30}|發自我的.{1,30}|.{2,20}から送信|나의 .{2,20}에서 보냄)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phone { get; }

    [GeneratedRegex(@"view (?:this|it|the) (?:e-?mail|message|newsletter)?.{0,20}(?:in|with) (?:your|a|the) (?:web ?)?browser|view (?:online|in browser|web version)|im browser (?:ansehen|anzeigen|öffnen|lesen)|online-?version|dans (?:votre|le) navigateur|en (?:su|tu|el) navegador|nel (?:tuo )?browser|no (?:seu )?navegador|in (?:uw|je) browser|i (?:din )?(?:webbläsare|nettleser|browser)|trouble (?:viewing|reading)|not displaying (?:correctly|properly)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Browser { get; }
    // What makes it the phone's word and not the writer's: whose it is, or what it is called.
    [GeneratedRegex(@"\b(?:my|meinem|mon|mi|mio|meu|mijn|min|mit|mého|mojego|моего|мого|iphone|ipad|ios|android|blackberry|samsung|galaxy|huawei|xiaomi|windows|outlook|yahoo|gmail|mail|smartphone|handy|mobile?|móvil|telefon|téléphone|cellulare)\b|我的|나의|umdan|iPhoneから|هاتفي|جوالي|گوشی|تلفن", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device { get; }

    // The browser may be what a story is about: who offers one asks to do something, or links to it.
    [GeneratedRegex(@"https?:|www\.|<|\b(?:view|read|open|click|trouble|not displaying|ansehen|anzeigen|öffnen|lesen|online-?version|voir|afficher|lire|consulter|ouvrir|visualiser|ver|abrir|leer|ler|visualizar|visualizza|visualizzare|apri|leggi|leggere|bekijk|lees|visa|öppna|läs|åpne|åbn|læs)\b|^(?:se|vis|les)\b (?:i |denne|dette|det|e-?post|mail|nyhets)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Offer { get; }
#pragma warning restore MA0009

    /// <summary>For each line whether it is kept. Where nothing would be, all are.</summary>
    /// <param name="lines">The lines, or as much of each as is needed to know it.</param>
    /// <param name="isReply">Whether the letter says that it answers another.</param>
    /// <param name="areBlocks">Whether each of the lines is a paragraph.</param>
    public static bool[] Keep(IReadOnlyList<string> lines, bool isReply, bool areBlocks)
    {
        var keep = new bool[lines.Count];
        Array.Fill(keep, true);
        for (var (i, above) = (0, 0); i < lines.Count && above < BlocksAbove; i++)
        {
            if (lines[i].Trim().Length == 0) continue;
            above++;
            if (lines[i].Length < LongestLink && Browser.IsMatch(lines[i]) && Offer.IsMatch(lines[i])) keep[i] = false;
        }

        Answered(lines, isReply, keep);
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Trim() is { Length: > 6 and < 90 } line && Phone.IsMatch(line) && (areBlocks || IsAlone(lines, keep, i)) && (Device.IsMatch(line) || IsNearEnd(lines, keep, i))) keep[i] = false;

        // Quoted lines below the text, and above an answer.
        for (var i = lines.Count - 1; i >= 0 && (!keep[i] || lines[i].Trim().Length == 0 || lines[i].StartsWith('>')); i--) keep[i] = false;
        if (isReply)
            for (var i = 0; i < lines.Count && (!keep[i] || lines[i].Trim().Length == 0 || lines[i].StartsWith('>')); i++) keep[i] = false;

        if (!HasText(lines, keep, lines.Count, 1)) Array.Fill(keep, true);
        MailTail.Drop(lines, keep, areBlocks);
        MailManners.Drop(lines, keep);
        return keep;
    }

    // "sent from Brest" may begin a line of a sentence.
    private static bool IsAlone(IReadOnlyList<string> lines, bool[] keep, int at) =>
        (at == 0 || lines[at - 1].Trim().Length == 0) && (at + 1 == lines.Count || !keep[at + 1] || lines[at + 1].Trim().Length == 0 || lines[at + 1].StartsWith('>'));

    private static bool IsNearEnd(IReadOnlyList<string> lines, bool[] keep, int at)
    {
        var below = 0;
        for (var i = at + 1; i < lines.Count && below <= LinesBelow; i++)
            if (keep[i] && !lines[i].StartsWith('>') && lines[i].Trim().Length > 0) below++;

        return below <= LinesBelow;
    }

    private static void Answered(IReadOnlyList<string> lines, bool isReply, bool[] keep)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            if (line.Length < 8) continue;
            if (line.Length < LongestIntro && Introduces(lines, i) is > 0 and var taken)
            {
                var next = i + taken;
                while (next < lines.Count && lines[next].Trim().Length == 0) next++;
                if (next < lines.Count && lines[next].StartsWith('>'))
                {
                    for (; next < lines.Count && (lines[next].StartsWith('>') || lines[next].Trim().Length == 0); next++) keep[next] = false;
                    for (var j = i; j < i + taken; j++) keep[j] = false;
                    i = next - 1;
                    continue;
                }

                // Not marked as quoted: a sentence may end so, in a letter that answers none.
                if ((isReply || line.Contains('@', StringComparison.Ordinal)) && HasText(lines, keep, i, LeastOfAStory)) Array.Fill(keep, false, i, lines.Count - i);
                continue;
            }

            if ((Original.IsMatch(line) || Forwarded.IsHeader(lines, i)) && HasText(lines, keep, i, isReply ? 1 : LeastOfAStory))
            {
                var from = i;
                while (from > 0 && lines[from - 1].Trim() is var above && above.Trim('_', '-', '=').Length == 0) from--;
                Array.Fill(keep, false, from, lines.Count - from);
                return;
            }
        }
    }

    /// <summary>How many lines say whose words follow: one, or two where a long one was broken; 0 where they don't.</summary>
    private static int Introduces(IReadOnlyList<string> lines, int at)
    {
        var line = lines[at].Trim();
        if (line[^1] is ':' or '：') return IsIntro(line) ? 1 : 0;
        if (at + 1 == lines.Count || lines[at + 1].Trim() is not { Length: > 3 and < 100 } next || next[^1] is not (':' or '：')) return 0;
        return IsIntro($"{line} {next}") ? 2 : 0;
    }

    private static bool IsIntro(string line) => line.Length < LongestIntro && ClockOrAddress.IsMatch(line) && (Intro.IsMatch(line) || OtherIntro.IsMatch(line));

    internal static bool HasText(IReadOnlyList<string> lines, bool[] keep, int end, int letters)
    {
        for (var i = 0; i < end; i++)
            if (keep[i] && !lines[i].StartsWith('>') && (letters -= lines[i].Count(char.IsLetter)) <= 0) return true;

        return false;
    }
}
