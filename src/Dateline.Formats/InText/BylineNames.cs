using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// The people in a byline: <c>By Anna Berg and Carl Dunn in Oslo</c> names two, <c>Anna Berg, Political Editor</c> one. Who can't be
/// told apart for certain stays one: <c>José Ortega y Gasset</c> is a man, and no list of names is asked.
/// </summary>
internal static partial class BylineNames
{
    private const int LongestLine = 200;
    private const int Most = 12;

    private static readonly string[] Bys = ["By ", "Von ", "Par ", "Por ", "Di ", "Da ", "Door ", "Av ", "Af ", "Autor: ", "Text: ", "Reporting by "];

    // Words between two names in any language that may stand there; those that are other words elsewhere are asked by language, in Pieces.
    [GeneratedRegex(@"\s*;\s*|\s+[/|]\s+|\s+(?:and|und|avec|with|mit|con|og|och|et|y|e|ve|и|та|và|&|و)\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Between { get; }

    [GeneratedRegex(@"\s*;\s*|\s+[/|]\s+|\s+(?:AND|UND|AVEC|WITH|MIT|CON|OG|OCH|ET|Y|E|VE|И|&)\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BetweenCapitals { get; }

    // Where a name ends and its place or employer begins.
    [GeneratedRegex(@"\s+(?:in|à|au|aux|en|i|a|w|for|für|pour|para|per|of|at|from|IN|FOR|AT|EN|À)\s+\p{Lu}.*$|\s+\([^)]*\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Whereabouts { get; }

    private static readonly FrozenSet<string> Offices = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "editor", "editors", "correspondent", "correspondents", "writer", "writers", "reporter", "reporters", "journalist", "producer", "analyst", "chief", "photographer", "columnist", "critic", "contributor", "korrespondent", "korrespondentin", "redakteur", "redakteurin", "reporterin", "journalistin", "correspondant", "correspondante", "envoyé", "envoyée", "redacción", "redactor", "corresponsal", "enviado", "inviato", "corrispondente", "politics", "business", "sport", "sports");

    // A house is no person, whatever the capitals.
    private static readonly FrozenSet<string> Bodies = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "staff", "reports", "report", "team", "desk", "bureau", "service", "services", "agencies", "agency", "ministry", "department", "university", "institute", "council", "office", "media", "group", "company", "redaktion", "rédaction", "redazione", "redacción", "agence", "agencias", "agenturen", "union", "association", "foundation", "times", "post", "today", "online", "herald", "gazette", "tribune", "chronicle", "journal", "globe", "observer", "telegraph", "daily", "zeitung", "tageblatt", "anzeiger", "nachrichten", "presse", "press", "radio", "television", "tv");

    /// <summary>Whether this may stand under a headline: a name of more than one word, not initials, a code or a user name.</summary>
    public static bool IsFullName(string name) => name.Contains(' ', StringComparison.Ordinal) && !name.Contains('/', StringComparison.Ordinal) && name.Any(char.IsLower);

    /// <summary>al/mp, mq-jh/ab: those who worked on it sign with letters.</summary>
    public static bool AreSigns(string name) =>
        (name.Length < 4 && name.All(char.IsAsciiLetterLower)) || (name.Length < 12 && name.Contains('/', StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterLower(c) || c is '/' or '-'));

    /// <summary>The line without the word for "by" before it: who <c>Di Stefano</c> or <c>von Braun</c> is, is called so.</summary>
    public static string WithoutBy(string line)
    {
        if (By(line) is not { } by) return line;
        var rest = line[by.Length..].TrimStart(' ', ':');
        if (by is "By " or "Reporting by " || by[^2] == ':') return rest.Length > 0 ? rest : line;
        return BeginsWithName(rest) && (char.IsUpper(line[0]) || (by is "Di " or "Par " or "Por " or "Door " && BylineText.IsName(rest))) ? rest : line;
    }

    // Names are asked more often than anything else: the first letter tells most of them from all of the words.
    private static string? By(string line)
    {
        foreach (var by in Bys)
            if (line.Length > 0 && (line[0] | ' ') == (by[0] | ' ') && line.StartsWith(by, StringComparison.OrdinalIgnoreCase)) return by;

        return null;
    }

    private static readonly string[] EasternBys = ["新华社记者", "本报记者", "本网记者", "本刊记者", "中新社记者", "通讯员", "记者", "記者", "文/", "作者"];

    /// <summary>记者王小明、李华: who stands behind the word for a reporter, two to four letters each; null where the line is another.</summary>
    public static List<string>? Eastern(string line)
    {
        var rest = line.AsSpan().Trim();
        foreach (var by in EasternBys)
        {
            if (!rest.StartsWith(by, StringComparison.Ordinal)) continue;
            rest = rest[by.Length..].TrimStart("：: 　");
            var people = new List<string>();
            foreach (var range in rest.SplitAny('、', '，', ',', ' ', '　', '/'))
            {
                var name = rest[range].Trim();
                if (name.IsEmpty) continue;
                foreach (var c in name)
                    if (c is not ((>= '\u4E00' and <= '\u9FFF') or '·')) return null;

                if (name.Length < 2 || (name.Length > 4 && !name.Contains('·')) || people.Count == Most) return null;
                people.Add(name.ToString());
            }

            return people.Count == 0 ? null : people;
        }

        return null;
    }

    private static readonly string[] KoreanOffices = ["선임기자", "전문기자", "수습기자", "인턴기자", "특파원", "논설위원", "객원기자", "통신원", "기자"];

    /// <summary>김바다 이하늘 기자: who stands before the word for a reporter; null where the line is another.</summary>
    public static List<string>? Korean(string line)
    {
        foreach (var office in KoreanOffices)
        {
            if (!line.EndsWith(office, StringComparison.Ordinal)) continue;
            var people = new List<string>();
            foreach (var name in line[..^office.Length].Split([' ', '·', ',', '・'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (name.Length is < 2 or > 4 || name.AsSpan().ContainsAnyExceptInRange('\uAC00', '\uD7A3') || people.Count == Most) return null;
                people.Add(name);
            }

            return people.Count == 0 ? null : people;
        }

        return null;
    }

    /// <summary>Whether a line says what somebody does: <c>Transport Correspondent</c>.</summary>
    public static bool SaysOffice(string line)
    {
        foreach (var word in line.AsSpan().Split(' '))
            if (IsOneOf(line.AsSpan(word), Offices)) return true;

        return false;
    }

    // Two words at least, before any comma, and both with a capital.
    private static bool BeginsWithName(string rest)
    {
        var first = rest.AsSpan(0, rest.AsSpan().IndexOfAny(',', ';', '|') is >= 0 and var cut ? cut : rest.Length).Trim();
        var space = first.IndexOf(' ');
        return space > 0 && space + 1 < first.Length && char.IsUpper(first[0]) && char.IsLetter(first[space + 1]);
    }

    /// <summary>Each of the people; null where the line is one name, or is not sure to be names.</summary>
    /// <param name="line">The line, with or without its "by".</param>
    /// <param name="language">The language of the item, where known: <c>i</c> is "and" in Polish and "in" in Swedish.</param>
    /// <param name="signatures">Who is an agency here.</param>
    public static List<string>? Read(string line, string? language, Signatures signatures)
    {
        if (line.Length > LongestLine || IsPlain(line)) return null;
        line = WithoutBy(line.Trim()).TrimEnd('.', ' ');
        var people = new List<string>();
        var places = 0;
        foreach (var group in Pieces(line, language))
        {
            var parts = group.Split([',', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < parts.Length; i++)
            {
                var name = WithoutEmployer(Whereabouts.Replace(parts[i], "").Trim(), signatures);
                if (IsPerson(name, signatures)) people.Add(name);
                // "…, in Brisbane": where they are, behind a comma.
                else if (people.Count > 0 && i > 0 && IsWhere(parts[i])) places++;
                // Behind "and" stands a person or a house: one word more is the rest of a name.
                else if (people.Count == 0 || !(i > 0 ? IsBeside(parts[i], signatures) : IsHouse(parts[i], signatures))) return null;
                else places++;
            }
        }

        return people.Count is > 0 and <= Most && (people.Count > 1 || places > 0 || people[0] != line) ? people : null;
    }

    /// <summary>Words that all begin as names do, and nothing between them: that is one name, if any, and needs no taking apart.</summary>
    internal static bool IsPlain(string line)
    {
        var begins = true;
        for (var i = 0; i < line.Length; i++)
        {
            if (begins && !(char.IsUpper(line[i]) && i + 1 < line.Length && (char.IsLower(line[i + 1]) || line[i + 1] == '.'))) return false;
            begins = line[i] == ' ';
            if (!begins && !char.IsLetter(line[i]) && (line[i] != '.' || i + 1 == line.Length)) return false;
        }

        return !begins && By(line) is null;
    }

    private static readonly string[] Ins = ["in ", "à ", "au ", "en ", "aus ", "from ", "at "];

    private static bool IsWhere(string part) => Array.Exists(Ins, word => part.StartsWith(word, StringComparison.Ordinal) && part.Length > word.Length && part.Length < 40 && char.IsUpper(part[word.Length]));

    private static string[] Pieces(string line, string? language)
    {
        var pieces = Between.Split(line);
        if (pieces.Length == 1 && Places.IsCapital(line)) pieces = BetweenCapitals.Split(line);
        var and = language is null ? null : language.Split('-')[0].ToLowerInvariant() switch { "nl" or "af" => " en ", "pl" or "ca" or "hr" or "sr" or "bs" => " i ", "cs" or "sk" => " a ", "fi" => " ja ", "hu" => " és ", "ro" => " și ", "uk" => " і ", _ => null };
        return and is null ? pieces : [.. pieces.SelectMany(piece => piece.Split(and))];
    }

    // Anna Berg/TT, Anna Berg /ritzau/, NTB-Anna Berg
    private static string WithoutEmployer(string name, Signatures signatures)
    {
        if (name.Length > 4 && name[^1] == '/') name = name[..^1];
        var slash = name.LastIndexOf('/');
        if (slash > 2 && signatures.Read(name.AsSpan(slash + 1)) is not null) return name[..slash].Trim();
        var joint = name.AsSpan().IndexOfAny('-', '/');
        return joint > 1 && joint + 4 < name.Length && Places.IsCapital(name.AsSpan(0, joint)) && signatures.IsAgency(name.AsSpan(0, joint)) ? name[(joint + 1)..].Trim() : name;
    }

    internal static bool IsPerson(string name, Signatures signatures)
    {
        if (!BylineText.IsName(name) || signatures.IsAgency(name) || Agencies.SaysNews(name)) return false;
        foreach (var word in name.AsSpan().Split(' '))
            if (IsOneOf(name.AsSpan(word), Bodies) || IsOneOf(name.AsSpan(word), Offices)) return false;

        return !Places.IsCityInAnyCase(name) && !Countries.IsOne(name);
    }

    // What may stand behind a name: an office, an employer, a place, in few words.
    private static bool IsBeside(string text, Signatures signatures)
    {
        if (IsHouse(text, signatures) || Places.IsCityInAnyCase(text) || Countries.IsOne(text)) return true;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => IsOneOf(word, Offices)) || (words.Length == 1 && char.IsUpper(text[0]));
    }

    private static bool IsHouse(string text, Signatures signatures) =>
        signatures.Read(text) is not null || Agencies.SaysNews(text) || text.Split(' ').Any(word => IsOneOf(word, Bodies) || Agencies.IsKnown(word));

    private static bool IsOneOf(ReadOnlySpan<char> word, FrozenSet<string> words) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.Trim(".,"));
}
