namespace Dateline.Formats.Pages;

/// <summary>Where a browser or its extension says, in a comment, from where it saved a page: <c>saved from url=(0042)https://…</c>, SingleFile's <c>url: https://…</c>.</summary>
internal static class SavedPage
{
    private const int Reach = 4_096;

    /// <summary>The address; null where nobody says it.</summary>
    public static string? Address(string html)
    {
        var head = html.AsSpan(0, Math.Min(html.Length, Reach));
        if (head.IndexOf("saved from url=(", StringComparison.OrdinalIgnoreCase) is >= 0 and var browser)
            return head[browser..].IndexOf(')') is > 0 and < 24 and var close ? Web(head[(browser + close + 1)..]) : null;
        if (head.IndexOf("saved with SingleFile", StringComparison.OrdinalIgnoreCase) is not (>= 0 and var single)) return null;
        var said = head[single..];
        return said.IndexOf("url:") is >= 0 and var label ? Web(said[(label + "url:".Length)..].TrimStart()) : null;
    }

    private static string? Web(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(" \r\n\t") is not (> 8 and var end)) return null;
        var address = text[..end];
        return address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? address.ToString() : null;
    }
}
