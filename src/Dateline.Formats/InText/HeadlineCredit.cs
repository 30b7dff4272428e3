using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>The source in front of a headline, <c>PressTV/ headline</c>, or behind it, <c>headline | Reuters</c>.</summary>
internal static class HeadlineCredit
{
    private const int LongestName = 40;

    private static readonly string[] Endings = ["TV", "News", "Press", "Times", "Post", "Wire", "Radio", "Agency"];

    // "PressTV/ TASS/ headline": who took it from whom. More hands than that are no credit.
    private const int MostHands = 3;

    /// <summary>The headline without them; the agencies that wrote it, the nearest hand first, and those that only carry it: who signs their own pages so.</summary>
    public static (string Headline, IReadOnlyList<string> Agencies, IReadOnlyList<string> Carriers) Read(string headline, Signatures signatures)
    {
        List<string>? agencies = null;
        List<string>? carriers = null;
        for (var hands = 0; hands < MostHands; hands++)
        {
            var isDashed = false;
            if ((One(headline, agencies is not null, signatures) ?? Around(headline, signatures)) is not { } found)
            {
                if (Dashed(headline, signatures) is not { } dashed) break;
                (found, isDashed) = (dashed, true);
            }

            headline = found.Left;
            if (isDashed || signatures.IsSender(found.Agency)) (carriers ??= []).Add(found.Agency);
            else (agencies ??= []).Add(found.Agency);
        }

        return (headline, (IReadOnlyList<string>?)agencies ?? [], (IReadOnlyList<string>?)carriers ?? []);
    }

    private static (string Left, string Agency)? One(string headline, bool afterHand, Signatures signatures)
    {
        var slash = headline.AsSpan(0, Math.Min(headline.Length, LongestName + 1)).IndexOf('/');
        if (slash < 2) return null;
        var name = headline.AsSpan(0, slash).Trim();
        var rest = headline.AsSpan(slash + 1);
        var spaced = rest.Length > 0 && char.IsWhiteSpace(rest[0]);
        rest = rest.Trim();
        if (rest.Length <= 3 || rest[0] == '/') return null;
        var isKnown = (spaced || (name.Length > 3 && rest.Contains(' ') && !IsPoll(rest)) || IsBeforeAnother(rest, signatures)) && signatures.IsAgency(name);
        // Behind a hand that is known the same sign says the same of a name that isn't.
        var isLikely = spaced && (SaysWhoItIs(name) || (afterHand && headline[slash - 1] != ' ' && !char.IsLower(rest[0]) && SlashLede.MayBeName(name)));
        return isKnown || isLikely ? (rest.ToString(), (isKnown ? name : Editions.WithoutOne(name) is { } house && signatures.IsAgency(house) ? house : name).ToString()) : null;
    }

    private static readonly string[] Polls = ["poll", "polls", "survey", "tracker", "study", "index", "umfrage", "erhebung", "sondage", "enquête", "encuesta", "sondeo", "sondaggio", "pesquisa", "peiling", "måling", "mätning", "sondaż", "опрос"];

    private static readonly SearchValues<char> PollEnds = SearchValues.Create(" :,-–—");

    // "Reuters/Ipsos poll": what two houses asked together.
    private static bool IsPoll(ReadOnlySpan<char> rest)
    {
        var second = rest[(rest.IndexOf(' ') + 1)..].TrimStart();
        if (second.IndexOfAny(PollEnds) is > 0 and var end) second = second[..end];
        foreach (var word in Polls)
            if (second.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }

    // "AFP/Reuters/ headline"
    private static bool IsBeforeAnother(ReadOnlySpan<char> rest, Signatures signatures) =>
        rest[..Math.Min(rest.Length, LongestName)].IndexOf('/') is > 1 and var next && next + 2 < rest.Length && char.IsWhiteSpace(rest[next + 1]) && signatures.IsAgency(rest[..next].Trim());

    // "SHAFAQNA- headline": the hyphen stands at the name, as no hyphen of a sentence does. With blanks on both sides anybody may be
    // named whom the headline is about: then it is the sender alone.
    private static (string Left, string Agency)? Dashed(string headline, Signatures signatures)
    {
        const int ShortestOwn = 4;
        var text = headline.AsSpan();
        var dash = text[..Math.Min(text.Length, LongestName + 1)].IndexOfAny('-', '–', '—');
        if (dash < 2 || dash + 4 > text.Length || text[dash + 1] != ' ') return null;
        var name = text[..dash].Trim();
        var rest = text[(dash + 2)..].Trim();
        if (rest.Length < 4 || char.IsLower(rest[0])) return null;
        if (text[dash - 1] == ' ') return name.Length >= ShortestOwn && (Places.IsCapital(name) || name[0] >= '\u0590') && signatures.IsOwn(name) ? (rest.ToString(), name.ToString()) : null;
        var house = Editions.WithoutOne(name);

        // Of the known, short letters may be anything's: MAP, UNI.
        var isSure = house.Length > 3 || (house.Length == 3 && Places.IsCapital(house) && Houses.IsOne(house));
        return (signatures.IsOwn(house) || (isSure && signatures.IsAgency(house) && !Agencies.IsWord(house))) ? (rest.ToString(), house.ToString()) : null;
    }

    // "(AFP) Headline", "Headline (AFP)", "Headline | Reuters", and with a dash only how the sender calls itself: a dash before
    // anybody else says who claims it.
    private static (string Left, string Agency)? Around(string headline, Signatures signatures)
    {
        var text = headline.AsSpan().TrimEnd();
        if (text is ['(' or '[', ..] && text.IndexOfAny(')', ']') is > 2 and < LongestName and var closing && text.Length > closing + 4 && signatures.Read(text[1..closing]) is [var first])
            return (text[(closing + 1)..].TrimStart(" -–—:").ToString(), first);
        if (text is [.., ')' or ']'] && text.LastIndexOfAny('(', '[') is > 10 and var open && text[open - 1] == ' ' && !Abbreviation.IsOf(text[..open], text[(open + 1)..^1]) && signatures.Read(text[(open + 1)..^1]) is [var last]) return (text[..open].TrimEnd().ToString(), last);
        var bar = text.LastIndexOf('|');
        if (bar > 10 && signatures.IsAgency(text[(bar + 1)..])) return (text[..bar].TrimEnd().ToString(), text[(bar + 1)..].Trim().ToString());
        var dash = text.LastIndexOfAny('-', '–', '—');
        return dash > 10 && text[dash - 1] == ' ' && dash + 2 < text.Length && text[dash + 1] == ' ' && signatures.IsSender(text[(dash + 1)..].Trim())
            ? (text[..(dash - 1)].TrimEnd().ToString(), text[(dash + 1)..].Trim().ToString()) : null;
    }

    /// <summary>
    /// <c>Seaview/ headline</c>, where nobody knows Seaview: it is who wrote it where the text names it as such, or where it begins with
    /// the carrier's own name as the texts of those do that write so.
    /// </summary>
    public static (string Headline, string Agency)? Vouched(string headline, NewsBody? body, bool isCarried)
    {
        var slash = headline.AsSpan(0, Math.Min(headline.Length, LongestName + 1)).IndexOf('/');
        if (slash < 3 || slash + 4 > headline.Length || headline[slash - 1] == ' ' || headline[slash + 1] != ' ') return null;
        var name = headline[..slash].Trim();
        var rest = headline[(slash + 2)..].Trim();
        if (rest.Length < 8 || char.IsLower(rest[0]) || !SlashLede.MayBeName(name) || Places.IsCityInAnyCase(name) || Countries.IsOne(name) || GenreMarks.IsOne(name.ToUpperInvariant())) return null;
        return isCarried || (body is not null && Names(body.Content, name)) ? (rest, name) : null;
    }

    private static readonly string[] Reporting = [" reported", " reports", " said in a report", " wrote", "’s report", " news agency", " newspaper", " website", " correspondent", " channel"];
    private static readonly string[] Telling = ["according to ", "according to the ", "told ", "cited by ", "quoted by ", "source: ", "reported by "];

    // "Seaview reported on Monday", "told Seaview".
    private static bool Names(string text, string name)
    {
        const int Reach = 20_000;
        var content = text.AsSpan(0, Math.Min(text.Length, Reach));
        for (var at = content.IndexOf(name, StringComparison.Ordinal); at >= 0; at = content[(at + name.Length)..].IndexOf(name, StringComparison.Ordinal) is >= 0 and var next ? at + name.Length + next : -1)
        {
            foreach (var word in Reporting)
                if (content[(at + name.Length)..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;

            foreach (var word in Telling)
                if (content[..at].EndsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // Of the unknown, one that is called so: HarbourTV, Coast News.
    private static bool SaysWhoItIs(ReadOnlySpan<char> name)
    {
        if (name.Count(' ') > 2 || !char.IsUpper(name[0])) return false;
        foreach (var ending in Endings)
            if (name.Length > ending.Length + 2 && name.EndsWith(ending, StringComparison.Ordinal) && IsApart(name[..^ending.Length])) return true;

        return false;
    }

    // "HarbourTV" and "Harbour TV" have a word of their own before it; "Compost" has none.
    private static bool IsApart(ReadOnlySpan<char> before) => before[^1] == ' ' || char.IsLetterOrDigit(before[^1]);
}
