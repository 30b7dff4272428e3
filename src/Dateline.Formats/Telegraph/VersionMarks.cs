using System.Globalization;
using System.Text.RegularExpressions;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// What envelope, keywords and slug say of the version that a message brings: first lead, second lead, rewritten throughout,
/// corrected, killed (the "version" of ANPA 1312). Marks stand bare there, several in a row, and are told apart by their
/// words alone; in a headline they have to be set off from it, see <see cref="LeadMark"/>.
/// </summary>
internal sealed class VersionMarks
{
    private const string Words =
        @"(?:mandatory[- ])?(?:kill(?:ed)?|elimination)|withhold|withdrawal|withdrawn|annulation|annullierung|(?:media |photo )?advisory|attention editors|note to editors|"
        + @"correct(?:ion|ed|s|ive)?|corr|korr|refile|berichtigung|korrektur|rectificatif|correction|corrección|rettifica|repeat(?:ing)?|rpt|recasts|"
        + @"(?<lead>\d{1,2})(?:(?:st|nd|rd|th)?[- ]?(?:lead|ld)(?:[- ]?writethru)?|(?:st|nd|rd|th)[- ]writethru)|(?:lead|ld)[- ](?<after>\d{1,2})|(?<upd>update|upd|lead|ld)(?:[- ]?(?<n>\d{1,2}))?|writethru|(?<z>\d{1,2})\. zusammenfassung|zusammenfassung|(?<upd2>ampliaci[oó]n|actualisation|papier general|synth[eè]se|aggiornamento|actualizaci[oó]n|substitute|reopens)|"
        + @"pix|photos?|graphics?|videos?|tv|wrap|"
        + @"flash|bulletin|urgent|urgente|haster|kiire|alert|snap|eilmeldung|eil|achtung|(?:add|take)[- ]?(?<take>\d{1,2})|(?<take2>\d{1,2})(?:st|nd|rd|th)[- ](?:add|take)";

    private static readonly Regex Mark = new($@"\b(?:{Words})\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Line = new($@"^[\W_]*(?:{Words})(?:[\W_]+(?:{Words}))*[\W_]*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Tail = new($@"(?:[,\s(/-]+(?:{Words})[),\s/-]*)+$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private PubStatus status;
    private bool isAdvisory;
    private bool isCorrection;
    private bool isRewritten;

    /// <summary>1 for the story as it was first sent, 2 for its first lead or update, and so on.</summary>
    public int Ordinal { get; private set; } = 1;

    public int? Urgency { get; private set; }

    /// <summary>The number of the part, where a story comes in parts.</summary>
    public int? Take { get; private set; }

    /// <summary>Whether the version takes a story back.</summary>
    public bool IsKill => status == PubStatus.Canceled;

    /// <summary>Takes over the number of a page: the second and all further ones are pieces of a story.</summary>
    public void TakePage(int page)
    {
        if (page > 1) (Take, IsPage) = (page, true);
    }

    /// <summary>Whether it is a page that goes on in the middle of a story: it has no headline.</summary>
    public bool IsPage { get; private set; }

    /// <summary>Whether a line consists of marks alone; then they are taken over.</summary>
    public bool TakeLine(string line)
    {
        if (line.Length > 80 || !Line.IsMatch(line)) return false;
        Read(line);
        return true;
    }

    /// <summary>Keywords without the marks before them, <c>KORREKTUR/…</c>, which are taken over.</summary>
    public string TakeKeywords(string keywords)
    {
        while (keywords.IndexOf('/', StringComparison.Ordinal) is > 2 and var slash && slash < keywords.Length - 1 && TakeLine(keywords[..slash])) keywords = keywords[(slash + 1)..].TrimStart();
        return keywords;
    }

    /// <summary>A slug without the marks at its end, which are taken over.</summary>
    public string TakeTail(string slug)
    {
        if (slug.Length > 200 || Tail.Match(slug) is not { Success: true } tail || tail.Index == 0) return slug;
        Read(tail.Value);
        return slug[..tail.Index].TrimEnd(',', ' ', '-', '/', '(');
    }

    /// <summary>Tells the item what the marks mean for it.</summary>
    public void On(WireDraft draft)
    {
        if (status != PubStatus.Usable) draft.Status = status;
        if (isAdvisory) draft.Publishable = false;
        if (isCorrection) draft.AddSignal("sig:correction");
        if (isRewritten) draft.AddSignal("sig:writethru");
        if (Ordinal > 1 && !isCorrection) draft.AddSignal("sig:update");
    }

    private void Read(string text)
    {
        foreach (Match match in Mark.Matches(text))
        {
            var word = match.Value.ToLowerInvariant();
            if ((Number(match, "take") ?? Number(match, "take2")) is { } take) Take = take;
            else if ((Number(match, "lead") ?? Number(match, "after") ?? Number(match, "n") ?? Number(match, "z")) is { } number) Ordinal = Math.Max(Ordinal, number + 1);
            else if (match.Groups["upd"].Success || match.Groups["upd2"].Success || word is "zusammenfassung" or "recasts") Ordinal = Math.Max(Ordinal, 2);
            if (word.Contains("writethru", StringComparison.Ordinal)) isRewritten = true;
            if (word.Contains("kill", StringComparison.Ordinal) || word.EndsWith("elimination", StringComparison.Ordinal) || word is "withdrawal" or "withdrawn" or "annulation" or "annullierung") status = PubStatus.Canceled;
            else if (word == "withhold" && status == PubStatus.Usable) status = PubStatus.Withheld;
            else if (word.Contains("advisory", StringComparison.Ordinal) || word.Contains("editors", StringComparison.Ordinal) || word == "achtung") isAdvisory = true;
            else if (word.StartsWith("corr", StringComparison.Ordinal) || word is "refile" or "korr" or "berichtigung" or "korrektur" or "rectificatif" or "rettifica") isCorrection = true;
            Urgency = word switch { "flash" => 1, "bulletin" or "snap" or "alert" or "eilmeldung" or "eil" => Urgency ?? 2, "urgent" or "urgente" or "haster" or "kiire" => Urgency ?? 3, _ => Urgency };
        }
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? Digits.Read(digits.ValueSpan) : null;
}
