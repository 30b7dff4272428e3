namespace Dateline.Formats.Mail;

/// <summary>The HTML of a mail without what mail programs and mailing lists put under it. It stays untrusted markup.</summary>
internal static class MailHtml
{
    private static readonly string[] Signatures = ["class=\"gmail_signature", "class=\"moz-signature", "id=\"signature\"", "id=\"Signature\"", "class=\"gmail_quote", "id=\"appendonsend\"", "id=\"divRplyFwdMsg\"", "class=\"moz-cite-prefix"];

    public static string WithoutTail(string html)
    {
        var end = html.Length;
        foreach (var mark in Signatures)
            if (html.IndexOf(mark, StringComparison.Ordinal) is > 0 and var at && at < end) end = OpenBefore(html, at);

        // A link or line to unsubscribe, in the last third: its block and all below.
        for (var from = html.AsSpan(0, end).LastIndexOf('<'); from > end * 2 / 3; from = from > 0 ? html.AsSpan(0, from).LastIndexOf('<') : -1)
        {
            if (!IsBlock(html.AsSpan(from))) continue;
            var next = html.IndexOf('<', from + 1);
            if (MailText.IsUnsubscribing(html[from..Math.Min(end, Math.Max(next, from + 600))])) end = from;
        }

        return end == html.Length ? html : html[..end];
    }

    private static int OpenBefore(string html, int at) => Math.Max(0, html.LastIndexOf('<', at));

    private static bool IsBlock(ReadOnlySpan<char> tag) =>
        tag.StartsWith("<p", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<div", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<table", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<hr", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<tr", StringComparison.OrdinalIgnoreCase);
}
