using System.Collections.Frozen;

namespace Dateline.Formats.Mail;

/// <summary>What a letter is wrapped in by good manners: <c>Dear editor,</c> above the story, <c>Kind regards</c> and a name below it.</summary>
internal static class MailManners
{
    private const int LongestAddress = 60;
    private const int LongestOffer = 220;
    private const int LongestSignatureLine = 90;
    private const int MostSignatureLines = 12;
    private const int LeastOfAStory = 60;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Closings =
        ("kind regards|kindest regards|best regards|warm regards|with kind regards|with best regards|regards|best|warmly|rgds|best wishes|with best wishes|yours sincerely|sincerely|sincerely yours|yours faithfully|many thanks|many thanks in advance|thank you|thanks|all the best|cheers|"
            + "mit freundlichen grüßen|mit freundlichen grüssen|mit freundlichem gruß|mit freundlichem gruss|mit besten grüßen|mit besten grüssen|mit herzlichen grüßen|freundliche grüße|freundliche grüsse|beste grüße|beste grüsse|viele grüße|herzliche grüße|herzliche grüsse|liebe grüße|schöne grüße|mfg|"
            + "cordialement|bien cordialement|très cordialement|bien à vous|salutations|meilleures salutations|sincères salutations|avec nos meilleures salutations|saludos|un saludo|un cordial saludo|saludos cordiales|reciba un cordial saludo|atentamente|cordialmente|cordiali saluti|distinti saluti|un cordiale saluto|cordiali saluti a tutti|"
            + "atenciosamente|cumprimentos|melhores cumprimentos|com os melhores cumprimentos|met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|hartelijke groet|med vänliga hälsningar|vänliga hälsningar|med vänlig hälsning|med venlig hilsen|venlig hilsen|med vennlig hilsen|vennlig hilsen|hilsen|mvh|ystävällisin terveisin|parhain terveisin|terveisin|"
            + "z poważaniem|z wyrazami szacunku|pozdrawiam|s pozdravem|s přátelským pozdravem|s pozdravom|üdvözlettel|tisztelettel|cu stimă|s poštovanjem|lijep pozdrav|lep pozdrav|saygılarımla|saygılarımızla|με εκτίμηση|с уважением|с наилучшими пожеланиями|з повагою|с уважение|с поштовањем|مع التحية|مع تحيات|مع تحياتي|مع تحياتنا|مع فائق الاحترام|وتفضلوا بقبول فائق الاحترام|با تقدیم احترام|مع خالص التحية|مع أطيب التحيات|تحياتي|با احترام|با تشکر|با سپاس|בברכה|此致|敬具|よろしくお願いいたします|감사합니다")
            .Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // Whom a release greets. "Dear Prime Minister," begins an open letter, which is the story.
    private static readonly string[] Greetings =
        ["dear editor", "dear sir", "dear madam", "dear colleague", "dear all", "dear friends", "dear journalist", "dear newsdesk", "dear news desk", "dear news editor", "dear team", "dear media", "dear members of the", "dear press", "dear reporter", "dear mr", "dear ms", "dear mrs", "hi,", "hi all", "hi there", "hi team", "hello,", "hello all", "hello everyone", "good morning", "good afternoon", "ladies and gentlemen",
            "sehr geehrte", "liebe kolleg", "liebe redaktion", "liebe medien", "guten tag", "guten morgen", "hallo", "bonjour", "mesdames, messieurs", "mesdames et messieurs", "madame, monsieur", "chers confrères", "chères consœurs", "chers collègues", "chère rédaction", "estimad", "buenos días", "buenas tardes", "queridos compañeros", "hola", "gentile redazione", "gentili colleghi", "spettabile redazione", "cari colleghi", "buongiorno", "prezados", "caros colegas", "bom dia",
            "geachte redactie", "beste redactie", "beste collega", "geachte heer", "hej,", "hej!", "hei,", "hei!", "kära redaktion", "hyvä toimitus", "szanowni państwo", "dzień dobry", "dobrý den", "vážen", "tisztelt szerkesztőség", "уважаемые", "здравствуйте", "добрый день", "шановні", "السادة", "السيدات والسادة", "تحية طيبة", "السلام عليكم", "با سلام", "سلام"];

    private static readonly string[] Offers =
        ["press release", "media release", "news release", "corrected version", "korrigierte fassung", "version corrigée", "versión corregida", "attached", "below", "please find", "for your information", "for immediate", "anbei", "im anhang", "pressemitteilung", "medienmitteilung", "ci-joint", "ci-dessous", "pièce jointe", "communiqué", "adjunt", "nota de prensa", "comunicado", "allegat", "comunicato", "in bijlage", "bijgevoegd", "persbericht", "bifogat", "pressmeddelande", "vedlagt", "pressemelding", "пресс-релиз", "во вложении", "بيان صحفي", "مرفق", "پیوست"];

    /// <summary>Marks greeting and close as not kept, where a story stands between them.</summary>
    /// <param name="lines">The lines or blocks.</param>
    /// <param name="keep">Which of them are kept so far.</param>
    public static void Drop(IReadOnlyList<string> lines, bool[] keep)
    {
        Below(lines, keep);
        Above(lines, keep);
    }

    private static void Above(IReadOnlyList<string> lines, bool[] keep)
    {
        Kind(lines, keep);
        Greeting(lines, keep);
        Kind(lines, keep);
    }

    // "PRESS RELEASE" on a line of its own, above the headline.
    private static void Kind(IReadOnlyList<string> lines, bool[] keep)
    {
        if (Next(lines, keep, 0) is >= 0 and var first && MailHeadline.IsKind(lines[first]) && SaysMore(lines, keep, first + 1)) keep[first] = false;
    }

    private static void Greeting(IReadOnlyList<string> lines, bool[] keep)
    {
        var first = Next(lines, keep, 0);
        if (first < 0 || !IsGreeting(lines[first].Trim()) || !SaysMore(lines, keep, first + 1)) return;
        keep[first] = false;

        // "please find below our press release": up to the next empty line.
        var offer = Next(lines, keep, first + 1);
        if (offer < 0) return;
        var end = offer + 1;
        var length = lines[offer].Length;
        while (end < lines.Count && lines[end].Trim().Length > 0 && length < LongestOffer && !IsBlock(lines, first)) length += lines[end++].Length;
        if (length >= LongestOffer || !IsOffer(lines, offer, end) || !SaysMore(lines, keep, end)) return;
        Array.Fill(keep, false, offer, end - offer);
    }

    // Blocks stand without empty lines between them.
    private static bool IsBlock(IReadOnlyList<string> lines, int greeting) => greeting + 1 < lines.Count && lines[greeting + 1].Trim().Length > 0;

    private static bool IsGreeting(string line) =>
        line.Length < LongestAddress && (line[^1] is ',' or '!' or ':' or '،' || line.Length < 30) && Array.Exists(Greetings, greeting => line.StartsWith(greeting, StringComparison.OrdinalIgnoreCase));

    private static bool IsOffer(IReadOnlyList<string> lines, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (Array.Exists(Offers, offer => lines[i].Contains(offer, StringComparison.OrdinalIgnoreCase))) return true;

        return false;
    }

    private static void Below(IReadOnlyList<string> lines, bool[] keep)
    {
        for (int i = Array.LastIndexOf(keep, true), seen = 0; i > 0 && seen <= MostSignatureLines; i--)
        {
            if (!keep[i] || lines[i].Trim() is not { Length: > 0 } line) continue;
            if (line.Length > LongestSignatureLine) return;
            seen++;
            // A speech may end in thanks: below a close somebody signs.
            if (IsSigned(line) && MailStory.HasText(lines, keep, i, LeastOfAStory))
            {
                Array.Fill(keep, false, i, lines.Count - i);
                return;
            }

            if (seen == 1 || !Closings.Contains(line.AsSpan().TrimEnd(" ,.!:،،-")) || !MailStory.HasText(lines, keep, i, LeastOfAStory)) continue;
            Array.Fill(keep, false, i, lines.Count - i);
            return;
        }
    }

    // "Best, Mara": close and name in one line or block.
    private static bool IsSigned(string line)
    {
        const int LongestName = 40;
        var comma = line.AsSpan().IndexOfAny(',', '،', '\n');
        return comma > 1 && Closings.Contains(line.AsSpan(0, comma).TrimEnd(" !")) && line.AsSpan(comma + 1).Trim(" ,\n\r") is { Length: > 1 and < LongestName } name && char.IsUpper(name[0]) && !name.ContainsAny(".:;!?") && (InText.BylineText.IsName(name) || !name.Contains(' '));
    }

    private static int Next(IReadOnlyList<string> lines, bool[] keep, int from)
    {
        for (var i = from; i < lines.Count; i++)
            if (keep[i] && lines[i].Trim().Length > 0) return i;

        return -1;
    }

    private static bool SaysMore(IReadOnlyList<string> lines, bool[] keep, int from)
    {
        var letters = 0;
        for (var i = from; i < lines.Count && letters < LeastOfAStory; i++)
            if (keep[i]) letters += lines[i].Count(char.IsLetter);

        return letters >= LeastOfAStory;
    }
}
