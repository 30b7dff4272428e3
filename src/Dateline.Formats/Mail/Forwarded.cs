using Dateline.Formats.Feeds;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Mail;

/// <summary>A letter that somebody passed on: whose it was first, and its text without the wrapping.</summary>
internal static class Forwarded
{
    private const int MostBefore = 6;
    private const int MostFields = 8;
    private const int LongestField = 24;

    private static readonly string[] Markers =
        ["forwarded message", "begin forwarded message", "original message", "weitergeleitete nachricht", "anfang der weitergeleiteten", "ursprüngliche nachricht", "message transféré", "message transmis", "message d'origine", "mensaje reenviado", "mensaje original", "messaggio inoltrato", "messaggio originale", "mensagem encaminhada", "doorgestuurd bericht", "videresendt meddelelse", "vidarebefordrat meddelande", "пересылаемое сообщение", "رسالة محولة"];

    private static readonly string[] From = ["from:", "von:", "de:", "da:", "van:", "fra:", "från:", "от:", "من:"];

    private static readonly string[] Fields =
        ["from:", "von:", "de:", "da:", "van:", "fra:", "från:", "от:", "من:", "date:", "sent:", "datum:", "gesendet:", "envoyé:", "envoyé :", "enviado:", "data:", "fecha:", "inviato:", "дата:", "subject:", "betreff:", "objet:", "objet :", "asunto:", "oggetto:", "assunto:", "onderwerp:", "emne:", "ämne:", "тема:", "to:", "an:", "à:", "à :", "para:", "a:", "aan:", "til:", "till:", "кому:", "cc:", "kopie:", "reply-to:", "sujet:", "pour:", "copie à:", "répondre à:", "répondre:", "cc:", "cci:", "enviado el:", "verzonden:", "skickat:", "sendt:", "dato:", "wysłano:", "temat:", "od:", "do:", "odesláno:", "předmět:", "komu:", "الموضوع:", "التاريخ:", "إلى:"];

    /// <summary>The lines of the letter within; the lines themselves where there is none.</summary>
    public static List<string> Unwrap(List<string> lines, WireDraft draft)
    {
        lines = Unquoted(lines);
        var said = 0;
        for (var i = 0; i < lines.Count && said <= MostBefore; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            said++;
            if (!IsMarker(line) && !(Is(line, From) && i + 2 < lines.Count && Is(lines[i + 1].Trim(), Fields) && Is(lines[i + 2].Trim(), Fields))) continue;
            return Within(IsMarker(line) ? Quoted(lines, i + 1) : lines, IsMarker(line) ? i + 1 : i, draft) ?? lines;
        }

        return lines;
    }

    /// <summary>Whether the fields of another letter begin with a line: who it is from, and two more of them.</summary>
    public static bool IsHeader(IReadOnlyList<string> lines, int at)
    {
        const int Reach = 6;
        if (lines[at].Length > 200 || !Is(lines[at].Trim(), From)) return false;
        var fields = 0;
        for (var (i, seen) = (at + 1, 0); i < lines.Count && seen < Reach && fields < 2; i++)
        {
            if (lines[i].Trim() is not { Length: > 0 } line) continue;
            seen++;
            if (Is(line, Fields)) fields++;
        }

        return fields == 2;
    }

    private static List<string>? Within(List<string> lines, int at, WireDraft draft)
    {
        while (at < lines.Count && lines[at].Trim().Length == 0) at++;
        var fields = 0;
        for (; at < lines.Count && fields < MostFields; at++, fields++)
        {
            var line = lines[at].Trim().Trim('*');
            if (!Is(line, Fields)) break;
            if (Is(line, From)) Sender(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..], draft);
        }

        return fields == 0 ? null : lines.GetRange(at, lines.Count - at);
    }

    // Who passes it on is no author of it.
    private static void Sender(string written, WireDraft draft)
    {
        if (AuthorText.Read(written.Trim().Trim('*').Trim()) is not { } author) return;
        draft.Item.ReplaceAuthors(author.Name is { } office && MailOffice.Is(office) ? author with { Name = null } : author);
        if (author.Name is { } name) draft.Item.Credit = draft.Item.Credit with { Provider = name };
    }

    // Below the words that say so a phone quotes the whole letter.
    private static List<string> Quoted(List<string> lines, int at)
    {
        while (at < lines.Count && lines[at].Trim().Length == 0) at++;
        if (at == lines.Count || !lines[at].StartsWith('>')) return lines;
        return [.. lines.Take(at), .. lines.Skip(at).TakeWhile(line => line.StartsWith('>') || line.Trim().Length == 0).Select(line => line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line.TrimStart('>'))];
    }

    // All of it behind "> ": quoted whole to pass it on.
    private static List<string> Unquoted(List<string> lines)
    {
        var written = lines.Count(line => line.Trim().Length > 0);
        var quoted = lines.Count(line => line.StartsWith('>'));
        return written > 2 && quoted * 10 >= written * 8 ? [.. lines.Where(line => line.StartsWith('>') || line.Trim().Length == 0).Select(line => line.TrimStart('>', ' '))] : lines;
    }

    private static bool IsMarker(string line)
    {
        var words = line.Trim('-', '=', '_', ' ', '*', ':', '>');
        return words.Length < 60 && Array.Exists(Markers, marker => words.StartsWith(marker, StringComparison.OrdinalIgnoreCase));
    }

    // French sets a blank before the colon: "Objet : …".
    private static bool Is(string line, string[] names)
    {
        var text = line.AsSpan().TrimStart("* ");
        if (text.IndexOf(':') is not (> 0 and < LongestField and var colon)) return false;
        var field = text[..colon].TrimEnd("* \u00A0\u202F\t");
        foreach (var name in names)
            if (field.Equals(name.AsSpan().TrimEnd(": "), StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }
}
