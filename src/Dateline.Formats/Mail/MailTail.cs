using System.Text.RegularExpressions;

namespace Dateline.Formats.Mail;

/// <summary>What stands below the story of a letter: <c>ENDS</c>, how to be spared the next one, what lawyers want said.</summary>
internal static partial class MailTail
{
    private const int Reach = 16;
    private const int FewWords = 6;

    private static readonly string[] Ends = ["ends", "-ends-", "- ends -", "###", "# # #", "-30-", "ende", "*** ends ***", "end of release", "end of press release", "end of statement", "ende der pressemitteilung", "ende der mitteilung", "ende der medienmitteilung", "einde persbericht", "einde bericht", "- einde -", "einde", "fin du communiqué", "- fin -", "fin del comunicado", "fine comunicato", "fim do comunicado", "slut", "- slut -", "koniec", "- koniec -", "конец", "انتهى البيان", "以上"];

    private static readonly string[] Unsubscribing =
        ["unsubscribe", "abmelden", "abbestellen", "austragen", "désabonner", "désinscrire", "desinscrire", "se désabonner", "darse de baja", "darte de baja", "cancelar su suscripción", "cancelar la suscripción", "cancelar a subscrição", "cancelar inscrição", "cancellarti", "disiscriver", "annulla l'iscrizione", "uitschrijven", "afmelden", "avregistrera", "avprenumerera", "meld deg av", "avmelding", "afmeld", "peruuta tilaus", "odhlásit", "wypisz", "отписаться", "відписатися", "إلغاء الاشتراك", "لغو اشتراک", "退订", "配信停止", "수신거부", "abonelikten çık",
            "manage your preferences", "manage your subscription", "manage preferences", "update your preferences", "email preferences", "forward to a friend", "add us to your address book"];

    // Whatever else the paragraph says, it isn't the story's.
    private static readonly string[] Certain =
        ["view this email in your browser", "you received this message because", "you received this email because", "you are receiving this", "you're receiving this", "you have received this e", "this email was sent to", "this e-mail was sent to", "this message was sent to", "sie erhalten diese", "sie haben diese e-mail", "vous recevez ce", "vous avez reçu ce", "recibe este correo", "ha recibido este", "ricevi questa", "hai ricevuto questa", "você está recebendo", "recebeu este e", "u ontvangt deze", "du får det här", "du mottar denne", "du modtager denne",
            "confidentiality notice", "this e-mail and any", "this email and any", "this message and any", "this e-mail is confidential", "this email is confidential", "this communication is confidential", "this message is intended", "this e-mail is intended", "this email is intended", "the information contained in this", "the contents of this e", "if you are not the intended recipient", "diese e-mail enthält", "diese e-mail und", "diese nachricht ist vertraulich", "der inhalt dieser e-mail", "ce message et", "ce courriel", "ce message est confidentiel", "este mensaje y", "este correo electrónico y", "este mensaje es confidencial", "este mensaje puede contener", "questo messaggio", "le informazioni contenute", "esta mensagem", "deze e-mail", "dit bericht is", "detta e-post", "denne e-post", "denne e-mail", "please consider the environment", "think before you print", "denken sie an die umwelt", "pensez à l'environnement"];

    private static readonly string[] Openings =
        ["to ", "if you", "you can", "you may", "click", "don't want", "do not want", "no longer", "not interested", "want to", "update ", "manage", "um ", "wenn sie", "falls sie", "möchten sie", "wollen sie", "hier ", "klicken", "pour ", "si vous", "cliquez", "vous ", "para ", "si no", "si desea", "haga", "se non", "per ", "clicca", "om ", "wilt u", "klik", "för ", "vill du", "klicka", "for å", "vil du", "chcete", "aby", "если", "чтобы", "для", "لإ", "للإ", "برای"];

#pragma warning disable MA0009 // words and signs, nothing that repeats
    [GeneratedRegex(@"https?:|www\.|\S@\S|<|\||»|\bhere\b|\bhier\b|\bici\b|\baquí\b|\bqui\b|\baqui\b|\bhär\b|\bher\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Linked { get; }
#pragma warning restore MA0009

    /// <summary>Whether a line tells how to be spared the next letter, or why this one came. A sentence of a story may have the words in it.</summary>
    public static bool Is(string line)
    {
        var text = line.Trim();
        foreach (var words in Certain)
            if (text.IndexOf(words, StringComparison.OrdinalIgnoreCase) is >= 0 and < 60) return true;

        foreach (var words in Unsubscribing)
        {
            if (!text.Contains(words, StringComparison.OrdinalIgnoreCase)) continue;
            if (text.Count(c => c == ' ') < FewWords || Linked.IsMatch(text)) return true;
            foreach (var opening in Openings)
                if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>Marks what stands below the story as not kept.</summary>
    public static void Drop(IReadOnlyList<string> lines, bool[] keep, bool areBlocks)
    {
        var last = Array.LastIndexOf(keep, true);
        for (var i = lines.Count / 3; i <= last; i++)
        {
            if (!keep[i] || !Ends.Contains(lines[i].Trim(), StringComparer.OrdinalIgnoreCase) || !MailStory.HasText(lines, keep, i, 1)) continue;
            Array.Fill(keep, false, i, lines.Count - i);
            break;
        }

        MailingList(lines, keep);
        last = Array.LastIndexOf(keep, true);
        for (var (i, seen) = (last, 0); i > 0 && seen < Reach; i--)
        {
            if (!keep[i] || lines[i].Trim().Length == 0) continue;
            seen++;
            if (!Is(lines[i])) continue;
            var start = i;
            while (start > 1 && keep[start - 1] && lines[start - 1].Trim() is { Length: > 0 } above && (Is(above) || Pages.ChromeText.IsChrome(above) || (!areBlocks && !EndsSentence(above)))) start--;
            if (!MailStory.HasText(lines, keep, start, 1)) break;
            Array.Fill(keep, false, start, lines.Count - start);
            i = start;
        }

        for (var i = Array.LastIndexOf(keep, true); i >= 0 && (!keep[i] || lines[i].Trim('_', '-', '=', '*', ' ', '\t').Length == 0); i--) keep[i] = false;
    }

    private static readonly string[] ListWords = ["mailing list", "mailinglist", "/listinfo/", "/mailman", "/postorius/", "list info", "mailing-liste", "liste de diffusion", "lista de correo", "lista de distribución"];

    // Mailman and its like: a rule, the name of the list, its addresses.
    private static void MailingList(IReadOnlyList<string> lines, bool[] keep)
    {
        const int Rule = 10;
        const int MostLines = 6;
        for (var (i, seen) = (Array.LastIndexOf(keep, true), 0); i > 0 && seen <= MostLines; i--)
        {
            if (!keep[i] || lines[i].Trim() is not { Length: > 0 } line) continue;
            seen++;
            if (line.Length < Rule || line.AsSpan(0, Rule).ContainsAnyExcept('_', '-')) continue;
            for (var j = i; j < lines.Count; j++)
            {
                if (!keep[j] || !Array.Exists(ListWords, word => lines[j].Contains(word, StringComparison.OrdinalIgnoreCase)) || !MailStory.HasText(lines, keep, i, 1)) continue;
                Array.Fill(keep, false, i, lines.Count - i);
                return;
            }
        }
    }

    private static bool EndsSentence(string line) => line.TrimEnd() is [.., '.' or '!' or '?' or '"' or '”' or '»'];
}
