using System.Text.RegularExpressions;

namespace Dateline.Wire.Groups;

/// <summary>"UPDATE 2-", "3RD LEAD:", "CORRECTED-", "WRITETHRU": a wire's own word that a story replaces an earlier one.</summary>
internal static partial class LeadMark
{
    /// <summary>The headline without its mark, and whether it had one.</summary>
    public static (string Bare, bool Marked) Of(string headline)
    {
        var mark = Mark().Match(headline);
        return mark.Success && mark.Length < headline.Length ? (headline[mark.Length..], true) : (headline, false);
    }

    [GeneratedRegex(@"^\s*(?:(?:UPDATE|LEAD|WRITETHRU|WRITE-THRU|CORRECTED|CORRECTION|REFILE|RECAST|TAKE|SUB|\d{1,2}(?:ST|ND|RD|TH) LEAD)(?:[ -]?\d{1,2})?(?:\s*[-:–—]\s*|\s+(?=[A-Z])))+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Mark();
}
