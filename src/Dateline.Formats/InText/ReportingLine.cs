using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// Who worked on a text, as Reuters says it below: <c>(Reporting by Jane Doe in Quaytown; Writing by Al Reed; Editing by Tom Hale)</c>. Who
/// reported is the byline where none was sent, and everybody else is a contributor. The line leaves the text where all that it says is
/// names.
/// </summary>
internal static partial class ReportingLine
{
    private const int Longest = 280;
    private const int MostRoles = 8;

#pragma warning disable MA0009 // at most 280 characters are looked at
    [GeneratedRegex(@"(?:^|[;,.]\s*|\s+and\s+)(?:(?<writer>(?:additional |further )?reporting (?:and writing |and editing )?by|(?:compiled and )?written by|writing (?:and additional reporting |and reporting )?by|compiled by|reporte (?:adicional )?de|reporte:|(?:escrito|redactado) por|reportaje de|información de|reportage(?: de)?|rédigé par|bericht von|geschrieben von|reportagem (?:adicional )?de|por|écrit par)|(?<editor>edit(?:ing|ed) (?:and \w+ )?by|editado (?:en español )?por|edición de|traducido por|traducción de|version française(?: de)?|édité par|redigiert von|edição de|tradução de|graphics? by|translated by|translation by))\s+(?=\p{Lu})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Role { get; }
#pragma warning restore MA0009

    private static readonly string[] Firsts = ["Reporting ", "Reporte ", "Reportage ", "Reportagem ", "Reportaje ", "Bericht von ", "Writing by ", "Compiled by ", "Por ", "Rédigé par ", "Écrit par ", "Redactado por ", "Escrito por "];

    /// <summary>Where such a line begins in the last block of a text: at its beginning, or in brackets behind the last sentence; -1 where there is none.</summary>
    public static int Start(ReadOnlySpan<char> block)
    {
        var text = block.TrimEnd();
        if (text.Length > Longest) return -1;
        if (text.StartsWith("(Additional reporting by ")) return 0;
        if (Begins(text.TrimStart("( "))) return text[0] is '(' || !text.StartsWith("Por ") ? 0 : -1;
        return text is [.., ')'] && text.LastIndexOf('(') is > 0 and var open && Begins(text[(open + 1)..]) && text[..open].TrimEnd() is [.., '.' or '!' or '?' or '"' or '”' or '»' or ')'] ? open : -1;
    }

    /// <summary>The item with who the line says reported; null where the line is none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="line">The line from <see cref="Start"/> on.</param>
    /// <param name="signatures">Who is an agency here.</param>
    /// <param name="chain">Takes the house that stood in the place of a reporter.</param>
    public static NewsItem? Read(NewsItem item, ReadOnlySpan<char> line, Signatures signatures, CreditChain chain)
    {
        var text = line.Trim().TrimEnd('.').Trim("()").Trim().TrimEnd('.').ToString();
        var roles = Role.Matches(text);
        if (roles.Count is 0 or > MostRoles || roles[0].Index != 0 || !roles[0].Groups["writer"].Success) return null;
        List<string> reporters = [], writers = [];
        var hands = new List<(List<string> Names, string Role)>();
        for (var i = 0; i < roles.Count; i++)
        {
            var from = roles[i].Index + roles[i].Length;
            var said = text[from..(i + 1 < roles.Count ? roles[i + 1].Index : text.Length)];

            // "… Bei Rückfragen wenden Sie sich bitte an …"
            if (i + 1 == roles.Count && said.IndexOf(". ", StringComparison.Ordinal) is > 3 and var stop) said = said[..stop];
            if (People(said, item.Language, signatures) is not { } people) return null;
            if (roles[i].Groups["editor"].Success) hands.Add((people, OfHand(roles[i].Value)));
            else (i == 0 ? reporters : writers).AddRange(people);
        }

        var house = item.Byline is { } sentBy && signatures.IsAgency(sentBy) ? sentBy : null;
        if (house is not null) chain.Wrote(house);
        if (roles[0].Value.StartsWith("additional", StringComparison.OrdinalIgnoreCase) || roles[0].Value.StartsWith("further", StringComparison.OrdinalIgnoreCase))
        {
            // Who reported first isn't said.
            item = Hands.With(item, reporters, Hands.Reporter);
            reporters.Clear();
        }

        if (reporters.Count > 0 && (item.Byline is null || house is not null)) item = item with { Byline = Joined(reporters), Authors = [.. reporters.Concat(writers).Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new Author(name))] };
        item = Hands.With(item, reporters.Concat(writers), Hands.Reporter);
        foreach (var (names, role) in hands) item = Hands.With(item, names, role);
        return item;
    }

    private static bool Begins(ReadOnlySpan<char> text)
    {
        foreach (var first in Firsts)
            if (text.StartsWith(first, StringComparison.Ordinal)) return true;

        return false;
    }

    private static readonly string[] Rooms = [" newsroom", " newsrooms", " bureau", " bureaus", " bureaux", " staff", " team", " desk"];

    // "Jane Doe and the Lorven newsroom", "Mumbai newsroom": rooms have no names.
    private static string WithoutRooms(string said)
    {
        while (said.Length > 0 && (char.IsUpper(said[0]) || said.StartsWith("the ", StringComparison.Ordinal)) && Array.Exists(Rooms, room => said.EndsWith(room, StringComparison.OrdinalIgnoreCase)))
        {
            var joint = Math.Max(said.LastIndexOf(" and ", StringComparison.Ordinal), Math.Max(said.LastIndexOf(" e ", StringComparison.Ordinal), said.LastIndexOf(',')));
            if (joint < 0) return said.AsSpan().Count(' ') < 5 ? "" : said;
            said = said[..joint].TrimEnd(' ', ',');
        }

        return said;
    }

    /// <summary>The people that words name and nothing else; null where they say anything else.</summary>
    internal static List<string>? People(string said, string? language, Signatures signatures)
    {
        said = WithoutRooms(said.Trim(' ', ',', ';', '.'));
        if (said.Length == 0) return [];
        if (BylineNames.Read(said, language, signatures) is { } several) return several;
        return BylineNames.IsPerson(said, signatures) ? [said] : null;
    }

    // Nobody is printed twice, and the last behind "and" as who sends the line writes it.
    private static string Joined(List<string> names) => names.Count == 2 ? $"{names[0]} and {names[1]}" : string.Join(", ", names);

    private static string OfHand(string said) =>
        said.Contains("rans", StringComparison.OrdinalIgnoreCase) || said.Contains("traduc", StringComparison.OrdinalIgnoreCase) || said.Contains("tradu", StringComparison.OrdinalIgnoreCase) || said.Contains("version", StringComparison.OrdinalIgnoreCase) ? Hands.Translator
        : said.Contains("raphic", StringComparison.OrdinalIgnoreCase) ? "graphics" : Hands.Editor;
}
