using System.Globalization;
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

    private readonly Rule[] _rules;

    /// <summary>The longest rule that fits decides, and among equals the one that allows (2.2.2): so they stand here.</summary>
    private RobotsTxt(IEnumerable<Rule> rules) => _rules = [.. rules.Distinct().OrderByDescending(rule => rule.Path.Length).ThenByDescending(rule => rule.Allows)];

    /// <summary>Letters of its rules.</summary>
    public long Size => _rules.Sum(rule => (long)rule.Path.Length);

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
            if (!forUs && !forAll) continue;
            var rule = new Rule(Normal(value, isRule: true), allows);
            if (forUs) own.Add(rule);
            if (forAll) common.Add(rule);
        }
        return new RobotsTxt(isNamed ? own : common);
    }

    /// <summary>robots.txt itself may always be fetched (2.2.2).</summary>
    public bool Allows(Uri page)
    {
        var path = Normal(page.PathAndQuery, isRule: false);
        if (path == "/robots.txt") return true;
        foreach (var rule in _rules)
            if (Fits(rule.Path, path)) return rule.Allows;
        return true;
    }

    /// <summary>"Dateline/1.0": without the version. Some write it.</summary>
    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiLetter(value[end]) || value[end] is '-' or '_')) end++;
        return value[..end];
    }

    /// <summary>
    /// "*" stands for any letters, "$" at the end for the end (2.2.3). What stands between two stars is looked for once, from left to
    /// right, for its first place is as good as any: no pattern takes long.
    /// </summary>
    private static bool Fits(ReadOnlySpan<char> rule, ReadOnlySpan<char> path)
    {
        var ends = rule[^1] == '$';
        if (ends) rule = rule[..^1];
        var star = rule.IndexOf('*');
        if (star < 0) return ends ? path.SequenceEqual(rule) : path.StartsWith(rule);
        if (!path.StartsWith(rule[..star])) return false;
        path = path[star..];
        rule = rule[(star + 1)..];
        while ((star = rule.IndexOf('*')) >= 0)
        {
            if (path.IndexOf(rule[..star]) is not (>= 0 and var at)) return false;
            path = path[(at + star)..];
            rule = rule[(star + 1)..];
        }
        return ends ? path.EndsWith(rule) : path.IndexOf(rule) >= 0;
    }

    /// <summary>
    /// One form for both sides: other letters than ASCII in percent signs, the percent signs' digits in capitals, and no sign for what needs
    /// none (2.2.2). A star or dollar that is meant as such is %2A or %24 on both sides, so that a bare one is a rule's sign.
    /// </summary>
    private static string Normal(ReadOnlySpan<char> path, bool isRule)
    {
        var written = new StringBuilder(path.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        for (var at = 0; at < path.Length;)
        {
            if (path[at] == '%' && at + 2 < path.Length && char.IsAsciiHexDigit(path[at + 1]) && char.IsAsciiHexDigit(path[at + 2]))
            {
                var letter = (char)byte.Parse(path.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~') written.Append(letter);
                else written.Append('%').Append(char.ToUpperInvariant(path[at + 1])).Append(char.ToUpperInvariant(path[at + 2]));
                at += 3;
                continue;
            }
            var isSign = isRule && (path[at] == '*' || (path[at] == '$' && at == path.Length - 1));
            if (isSign || path[at] is > ' ' and < '\u007F' and not '*' and not '$') written.Append(path[at++]);
            else
            {
                Rune.DecodeFromUtf16(path[at..], out var rune, out var used);
                foreach (var one in bytes[..rune.EncodeToUtf8(bytes)]) written.Append('%').Append(one.ToString("X2", CultureInfo.InvariantCulture));
                at += used;
            }
        }
        return written.ToString();
    }

    private readonly record struct Rule(string Path, bool Allows);
}
