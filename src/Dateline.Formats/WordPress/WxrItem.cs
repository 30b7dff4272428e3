using Dateline.Formats.Feeds;
using Dateline.Formats.Rss;
using Dateline.Formats.Xml;

namespace Dateline.Formats.WordPress;

/// <summary>
/// What a post says of itself in the export of a WordPress site (WXR): an RSS in which drafts, private posts, pictures and menus stand
/// beside what was published.
/// </summary>
internal sealed class WxrItem
{
    private const int MostLogins = 10_000;

    private string status = "publish";
    private string type = "post";
    private bool hasPassword;

    /// <summary>False for what is no text at all, and for what belongs to the site: pages, menus, styles.</summary>
    public bool IsNews => IsNewsType(type);

    public static bool IsNewsType(string type) => type is not ("attachment" or "page" or "nav_menu_item" or "revision" or "custom_css" or "customize_changeset" or "oembed_cache" or "user_request")
        && !type.StartsWith("wp_", StringComparison.Ordinal) && !type.StartsWith("acf-", StringComparison.Ordinal) && !type.StartsWith("elementor", StringComparison.Ordinal);

    public static void Read(ref ElementWalker at, ItemDraft item)
    {
        var export = item.Export ??= new WxrItem();
        switch (at.Local)
        {
            case "status":
                export.status = at.Text().Trim().ToLowerInvariant();
                break;
            case "post_type":
                export.type = at.Text().Trim().ToLowerInvariant();
                break;
            case "post_password":
                export.hasPassword = at.Text().Trim().Length > 0;
                break;
            case "post_date_gmt" when Date(ref at) is { } date:
                item.Published ??= item.Date(date);
                break;
            case "post_modified_gmt" when Date(ref at) is { } date:
                item.Updated ??= item.Date(date);
                break;
        }
    }

    /// <summary>The name behind a log-in, from the head of the export.</summary>
    public static void Author(ref ElementWalker at, FeedSetting setting)
    {
        if (at.Local is not "author" || setting.Logins.Count >= MostLogins) return;
        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var inside = new ElementWalker(at.Inner, setting.Scope, setting.Head.Repairs, scratch);
        var (login, name) = ((string?)null, (string?)null);
        while (inside.Next())
        {
            if (inside.Local is "author_login") login = RssElements.Line(ref inside);
            else if (inside.Local is "author_display_name") name = RssElements.Line(ref inside);
        }

        if (login is not null && name is not null) setting.Logins[login] = name;
    }

    /// <summary>The item with what is said here: nothing but what stands on the site may be used.</summary>
    public NewsItem On(NewsItem item) => item with
    {
        Status = status is "publish" or "inherit" && !hasPassword ? item.Status : PubStatus.Withheld,
        Body = item.Body is { } body ? body with { Content = Shortcodes.Paragraphs(Shortcodes.Cut(body.Content)) } : null,
    };

    // What was never published is dated with noughts.
    private static string? Date(ref ElementWalker at) => at.Text().Trim() is { Length: > 9 } text && !text.StartsWith("0000", StringComparison.Ordinal) ? text : null;
}
