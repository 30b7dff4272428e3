namespace Dateline.Formats.Pages;

/// <summary>
/// The headline that readers see. What the head of a page says is written for search engines, or is the site's name: it shows
/// which of the headings is meant, and stands for them only where none is.
/// </summary>
internal sealed class ShownHeadline
{
    private const int MostHeadings = 8;
    private const int MostOthers = 60;
    private const int LongestHeading = 400;
    private const double Like = 0.5;

    private readonly List<(string Line, bool IsOwn)> headings = [];
    private readonly List<string> others = [];

    /// <summary>Whether the page has headings of the first rank.</summary>
    public bool HasHeadings => headings.Count > 0;

    /// <summary>The one that microdata marks as the headline, where it is shown.</summary>
    private string? marked;

    public void Take(PageNode node)
    {
        if (node["itemprop"] is { } property && property.Contains("headline", StringComparison.Ordinal) && node.Name != "meta" && node.Line(LongestHeading) is { Length: > 1 and < LongestHeading } line) marked ??= line;
        if (node.Name == "h1")
        {
            if (headings.Count < MostHeadings && node.Line(LongestHeading) is { Length: > 1 and < LongestHeading } heading && !node.IsWithin("nav") && !node.IsWithin("footer")) headings.Add((heading, !IsOfSite(node, heading)));
        }
        else if (others.Count < MostOthers && IsTitled(node) && node.Line(LongestHeading) is { Length: > 1 and < LongestHeading } other)
        {
            others.Add(other);
        }
    }

    /// <summary>Whether the page shows a line that says what its head says.</summary>
    public bool IsShown(string claimed) => headings.Exists(heading => Headlines.AreAlike(heading.Line, claimed)) || others.Exists(other => Headlines.AreAlike(other, claimed));

    /// <summary>The name of the site that the page's title has behind a headline that the page shows, or before it; null where it has none.</summary>
    public string? SiteIn(string title, string? set)
    {
        const int Shortest = 10;
        foreach (var line in headings.Select(heading => heading.Line).Concat(others).Concat(set is null ? [] : [set]))
        {
            if (line.Length < Shortest || title.Length <= line.Length) continue;
            if (title.StartsWith(line, StringComparison.OrdinalIgnoreCase) && SiteOf(title[line.Length..], isBehind: true) is { } behind && behind.Length < line.Length) return behind;
            // Before a headline a word and a colon may be its kicker: a site calls itself so in a heading of its own.
            if (title.EndsWith(line, StringComparison.OrdinalIgnoreCase) && SiteOf(title[..^line.Length], isBehind: false) is { } before && before.Length < line.Length && (title[..^line.Length].TrimEnd() is [.., not ':'] or [.., ':', ':'] || headings.Exists(heading => heading.Line.Equals(before, StringComparison.OrdinalIgnoreCase)))) return before;
        }

        return null;
    }

    private static string? SiteOf(string rest, bool isBehind)
    {
        const int Longest = 50;
        rest = rest.Trim();
        if (rest.Length < 2 || !Signs.Contains(isBehind ? rest[0] : rest[^1])) return null;
        var parts = rest.Split(SiteSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return null;
        var site = (isBehind ? parts[^1] : parts[0]).Trim("|-–—·•»«:/｜ ".ToCharArray());
        return site.Length is > 1 and < Longest && char.IsLetterOrDigit(site[0]) && site.Any(char.IsLetter) && MetaText.Date(site) is null && !TextWeight.EndsSentence(site) ? site : null;
    }

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("|-–—·•»«:/｜");

    /// <param name="claimed">What the head of the page says, without the site's name.</param>
    /// <param name="title">The page's title, as it is.</param>
    /// <param name="site">The site's name, where it is known.</param>
    /// <returns>The headline; null where no heading is one.</returns>
    public string? Choose(string? claimed, string? title, string? site)
    {
        var shown = headings.Where(heading => (site is null || !Headlines.AreAlike(heading.Line, site)) && (title is null || !IsSiteIn(title, heading.Line))).ToList();
        if (claimed is null) return shown.FirstOrDefault().Line;
        var best = shown.Select(heading => heading.Line).MaxBy(line => Headlines.Likeness(line, claimed));
        if (best is not null && Headlines.Likeness(best, claimed) > Like) return WithoutKicker(best, claimed);
        if (title is not null && shown.FirstOrDefault(heading => title.Contains(heading.Line, StringComparison.OrdinalIgnoreCase) && TextWeight.Words(heading.Line) > 2).Line is { } inTitle) return inTitle;
        if (marked is not null && TextWeight.Words(marked) > 2) return marked;

        // Where another line says what the head says, the first rank is the section's.
        if (others.Exists(other => Headlines.AreAlike(other, claimed))) return null;
        var own = shown.Where(heading => heading.IsOwn && TextWeight.Words(heading.Line) >= Math.Min(3, TextWeight.Words(claimed))).ToList();
        return own.Count == 1 ? own[0].Line : null;
    }

    // "Harbour Wire" of "Ferries sail again - Harbour Wire": behind the sign, and shorter.
    private bool IsSiteIn(string title, string heading) =>
        title.Length > 2 * heading.Length && ((title.EndsWith(heading, StringComparison.OrdinalIgnoreCase) && title[..^heading.Length].TrimEnd() is [.., '|' or '-' or '–' or '—' or '·' or '•' or '»' or ':']) || IsSiteBefore(title, heading));

    // Blogger's titles: "Harbour Wire: Ferries sail again", where a line below says the latter.
    private bool IsSiteBefore(string title, string heading) =>
        title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && title[heading.Length..].TrimStart() is ['|' or ':' or '»', .. var rest] && others.Exists(other => Headlines.AreAlike(other, rest.Trim(": ".ToCharArray())));

    // "Transport Ferries sail again", where the head says "Ferries sail again", alone or beside the site's name.
    private static string WithoutKicker(string heading, string claimed)
    {
        foreach (var said in claimed.Split(Separators, StringSplitOptions.TrimEntries))
            if (IsWithKicker(heading, said)) return said;

        return heading;
    }

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » "];

    // 网易's titles: "…|管网_新闻_网易"
    private static readonly string[] SiteSeparators = [.. Separators, "_"];

    private static bool IsWithKicker(string heading, string said)
    {
        const int MostOfKicker = 2;
        return heading.Length > said.Length + 2 && TextWeight.Words(said) > 2 && heading.EndsWith(said, StringComparison.Ordinal) && heading[^(said.Length + 1)] == ' ' && char.IsLetterOrDigit(heading[^(said.Length + 2)]) && TextWeight.Words(heading.AsSpan(0, heading.Length - said.Length)) <= MostOfKicker;
    }

    // A heading that leads to the front page is the site's, one that nobody sees or that stands beside the story is nobody's.
    private static bool IsOfSite(PageNode node, string heading)
    {
        if (ChromeWords.IsChrome(node) || (node.Parent is { } parent && ChromeWords.IsChrome(parent)) || node.IsWithin("aside") || node.IsWithin("dialog") || node.IsWithin("form")) return true;
        return (node.Elements().FirstOrDefault(inner => inner.Name == "a") ?? (node.Parent?.Name == "a" ? node.Parent : null)) is { } link && link["href"] is { } href && link.Line() == heading && IsFront(href);
    }

    private static bool IsFront(string href) =>
        href is "/" or "./" or "index.html" or "/index.html" or "index.php" || (Uri.TryCreate(href, UriKind.Absolute, out var address) && address.AbsolutePath is "/" && address.Query.Length == 0 && address.Fragment.Length == 0);

    private static bool IsTitled(PageNode node)
    {
        if (node.Name is "h2" or "h3" or "h4") return true;
        return node.Name is "div" or "p" or "span" or "td" && node["class"] is { Length: < 200 } names && (names.Contains("title", StringComparison.OrdinalIgnoreCase) || names.Contains("headline", StringComparison.OrdinalIgnoreCase));
    }
}
