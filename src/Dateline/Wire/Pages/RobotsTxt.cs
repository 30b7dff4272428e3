using System.Text;

namespace Dateline.Wire.Pages;

/// <summary>
/// What a site lets programs fetch, by the Robots Exclusion Protocol (RFC 9309). Whatever a robots.txt holds it reads; lines that it
/// doesn't know it passes over.
/// </summary>
internal sealed class RobotsTxt
{
    /// <summary>RFC 9309, 2.5: at least 500 kibibytes must be read. What stands behind them counts no more.</summary>
    public const int LongestFile = 512 << 10;

    private const int MostRules = 5_000;
    private readonly List<Rule> _rules;

    private RobotsTxt(List<Rule> rules) => _rules = rules;

    /// <summary>Nothing is said: all may be fetched.</summary>
    public static RobotsTxt Open { get; } = new([]);

    /// <summary>The rules for one program: those of all groups that name it, or else of those for everybody (2.2.1).</summary>
    /// <param name="program">Its product token, without version.</param>
    public static RobotsTxt Read(string text, string program)
    {
        var (own, common) = (new List<Rule>(), new List<Rule>());
        var (forUs, forAll, named, isNamed) = (false, false, false, false);
        foreach (var whole in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            var line = (whole.IndexOf('#') is >= 0 and var note ? whole[..note] : whole).Trim();
            var colon = line.IndexOf(':');
            if (colon <= 0) continue;
            var key = line[..colon].TrimEnd();
            var value = line[(colon + 1)..].Trim();
            if (key.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (!named) (forUs, forAll) = (false, false); // the first after rules begins another group
                named = true;
                if (value is "*") forAll = true;
                else if (Token(value).Equals(program, StringComparison.OrdinalIgnoreCase)) forUs = isNamed = true;
                continue;
            }
            var allows = key.Equals("allow", StringComparison.OrdinalIgnoreCase);
            if (!allows && !key.Equals("disallow", StringComparison.OrdinalIgnoreCase)) continue;
            named = false;
            if (value.Length == 0) continue; // "Disallow:" forbids nothing
            var rule = new Rule(Normal(value), allows);
            if (forUs && own.Count < MostRules) own.Add(rule);
            if (forAll && common.Count < MostRules) common.Add(rule);
        }
        return new RobotsTxt(isNamed ? own : common);
    }

    /// <summary>The longest rule that fits decides, and among equals the one that allows (2.2.2). robots.txt itself may always be fetched.</summary>
    public bool Allows(Uri page)
    {
        var path = Normal(page.PathAndQuery);
        if (path == "/robots.txt") return true;
        Rule? best = null;
        foreach (var rule in _rules)
            if (Fits(rule.Path, path) && (best is not { } known || rule.Path.Length > known.Path.Length || (rule.Path.Length == known.Path.Length && rule.Allows))) best = rule;
        return best is not { Allows: false };
    }

    /// <summary>"Dateline/1.0": without the version. Some write it.</summary>
    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_')) end++;
        return value[..end];
    }

    /// <summary>"*" stands for any letters, "$" at the end for the end (2.2.3). Without going back further than the last star: no pattern takes long.</summary>
    private static bool Fits(string pattern, string path)
    {
        var ends = pattern.EndsWith('$');
        var rule = ends ? pattern.AsSpan(0, pattern.Length - 1) : pattern;
        int at = 0, inRule = 0, star = -1, resume = 0;
        while (at < path.Length)
        {
            if (inRule == rule.Length && !ends) return true;
            if (inRule < rule.Length && rule[inRule] == '*') (star, resume) = (inRule++, at);
            else if (inRule < rule.Length && rule[inRule] == path[at]) (inRule, at) = (inRule + 1, at + 1);
            else if (star >= 0) (inRule, at) = (star + 1, ++resume);
            else return false;
        }
        while (inRule < rule.Length && rule[inRule] == '*') inRule++;
        return inRule == rule.Length;
    }

    /// <summary>One form for both sides: other letters than ASCII in percent signs, the percent signs' digits in capitals, and no sign for what needs none (2.2.2).</summary>
    private static string Normal(ReadOnlySpan<char> path)
    {
        var written = new StringBuilder(path.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '%' && at + 2 < path.Length && char.IsAsciiHexDigit(path[at + 1]) && char.IsAsciiHexDigit(path[at + 2]))
            {
                var letter = (char)Convert.ToByte(path.Slice(at + 1, 2).ToString(), 16);
                if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~') written.Append(letter);
                else written.Append('%').Append(char.ToUpperInvariant(path[at + 1])).Append(char.ToUpperInvariant(path[at + 2]));
                at += 3;
                continue;
            }
            if (path[at] is > ' ' and < '\u007F') written.Append(path[at++]);
            else
            {
                Rune.DecodeFromUtf16(path[at..], out var rune, out var used);
                foreach (var one in bytes[..rune.EncodeToUtf8(bytes)]) written.Append('%').Append(one.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
                at += used;
            }
        }
        return written.ToString();
    }

    private readonly record struct Rule(string Path, bool Allows);
}
