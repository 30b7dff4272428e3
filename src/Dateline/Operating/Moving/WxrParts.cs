namespace Dateline.Operating.Moving;

/// <summary>
/// A part of a WordPress export (WXR 1.0 to 1.2: RSS 2.0 with the elements of <c>http://wordpress.org/export/</c>), in the order
/// of the file. What a post says of itself comes before its comments.
/// </summary>
internal abstract record WxrPart;

/// <summary>The site that was exported.</summary>
/// <param name="Address">wp:base_blog_url, or the channel's link: what tells one site's numbers from another's.</param>
internal sealed record WxrSite(string Title, string Address) : WxrPart;

/// <summary>A category of the site, and the word of the one that it belongs to; "" for one at the top.</summary>
internal sealed record WxrCategory(string Slug, string Parent) : WxrPart;

/// <summary>Somebody of the site's staff.</summary>
internal sealed record WxrAuthor(string Login, string Name, string Email) : WxrPart;

internal sealed record WxrPost : WxrPart
{
    public required long Id { get; init; }

    /// <summary>post, page, attachment, nav_menu_item …</summary>
    public required string Type { get; init; }

    /// <summary>publish, future, draft, pending, private, trash, inherit …</summary>
    public required string Status { get; init; }

    public required string Title { get; init; }

    /// <summary>Its public address; "?p=" and its number while it had none.</summary>
    public required string Link { get; init; }

    /// <summary>Null: the site had given it no date.</summary>
    public DateTimeOffset? Date { get; init; }

    public DateTimeOffset? Modified { get; init; }

    /// <summary>The login of its author.</summary>
    public required string Creator { get; init; }

    public required string Content { get; init; }

    public required string Excerpt { get; init; }

    public required bool HasPassword { get; init; }

    public required bool TakesComments { get; init; }

    public required IReadOnlyList<WxrTerm> Terms { get; init; }
}

/// <param name="Domain">category, post_tag, or a word of some plug-in.</param>
internal sealed record WxrTerm(string Domain, string Slug, string Name);

internal sealed record WxrComment : WxrPart
{
    public required long Id { get; init; }

    public required long Post { get; init; }

    /// <summary>0: it answers the post.</summary>
    public required long Parent { get; init; }

    public required string Author { get; init; }

    public required string Email { get; init; }

    public required string Url { get; init; }

    public DateTimeOffset? Date { get; init; }

    public required string Content { get; init; }

    /// <summary>1, 0, spam, trash or post-trashed.</summary>
    public required string Approved { get; init; }

    /// <summary>comment or nothing; pingback, trackback, or a word of some plug-in.</summary>
    public required string Type { get; init; }

    /// <summary>Written by somebody who was signed in.</summary>
    public required bool HasAccount { get; init; }
}

/// <summary>The file ends here although it should not. What came before it stands.</summary>
internal sealed record WxrBroken(int Line, int Column, string Reason) : WxrPart;
