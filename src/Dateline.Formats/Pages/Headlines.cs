namespace Dateline.Formats.Pages;

/// <summary>Compares headlines as they are written here and there on a page.</summary>
internal static class Headlines
{
    public static bool AreAlike(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0 || a.Length > 2 * b.Length + 20 || b.Length > 2 * a.Length + 20) return false;
        return Likeness(a, b) > 0.75;
    }

    /// <summary>The share of the words they have in common; of ideographs, the signs.</summary>
    public static double Likeness(string a, string b)
    {
        var (first, second) = (Words(a), Words(b));
        if (first.Count == 0 || second.Count == 0) return 0;
        var shared = first.Count(second.Contains);
        return 2.0 * shared / (first.Count + second.Count);
    }

    internal static HashSet<string> Words(string text)
    {
        const int Longest = 400;
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        text = text.Length > Longest ? text[..Longest] : text;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var isSign = c is >= '\u3040' and <= '\u9FFF';
            if (char.IsLetterOrDigit(c) && !isSign)
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0) words.Add(text[start..i]);
            start = -1;
            if (isSign) words.Add(c.ToString());
        }

        return words;
    }

    /// <summary>A title without the name of the site before or behind it.</summary>
    public static string WithoutSite(string title, string? site)
    {
        if (site is not null && title.Length > site.Length + 2 && title[site.Length] == ':' && title.StartsWith(site, StringComparison.OrdinalIgnoreCase)) return title[(site.Length + 1)..].TrimStart(' ', ':');
        foreach (var separator in (ReadOnlySpan<string>)[" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", "｜", " – "])
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0) continue;
            var (before, after) = (title[..at].Trim(), title[(at + separator.Length)..].Trim());
            if (site is not null && (AreAlike(after, site) || after.Contains(site, StringComparison.OrdinalIgnoreCase))) return WithoutSite(before, site);
            if (site is not null && AreAlike(before, site)) return after;
            if (site is null && TextWeight.Words(before) >= 4 && TextWeight.Words(after) <= 4) return before;
            if (separator == " | " && TextWeight.Words(before) >= 3 && TextWeight.Words(after) <= 4) return before;
        }

        return title;
    }
}
