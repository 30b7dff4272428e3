using Dateline.Formats.Atom;
using Dateline.Formats.Feeds;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Rss;

/// <summary>RSS's own elements, of all versions at once: they differ in what is missing, not in what it means.</summary>
internal static class RssElements
{
    private const int DescriptionRank = 1;

    public static void Read(ref ElementWalker at, ItemDraft item)
    {
        switch (at.Local)
        {
            case "title":
                // CDF: <TITLE VALUE="…"/>
                item.Headline ??= Line(ref at) ?? at.Attribute("value");
                break;
            case "link":
                // Some write Atom's link without its namespace.
                item.AddLink("alternate", at.Text() is { Length: > 0 } text ? text : at.Attribute("href"));
                break;
            case "guid":
            case "id":
                Guid(ref at, item);
                break;
            case "description":
            case "summary":
            case "abstract":
                Description(ref at, item);
                break;
            case "content":
            case "body":
            case "fullitem":
                item.OfferBody(HtmlText.EscapedOnce(at.Text(), item.Repairs), BodyKind.Html, DescriptionRank + 1);
                break;
            case "pubdate":
            case "published":
            case "date":
                item.Published ??= item.Date(at.Line);
                break;
            case "lastbuilddate":
            case "updated":
            case "modified":
                item.Updated ??= item.Date(at.Line);
                break;
            case "author":
                Author(ref at, item);
                break;
            case "category":
                Category(ref at, item);
                break;
            case "comments":
                item.AddLink("replies", at.Text());
                break;
            case "enclosure":
                item.AddMedia(Enclosure(ref at));
                break;
            case "a" when !item.HasPage && at.Text().Length == 0:
                // CDF again: <A HREF="…"/>
                item.AddLink("alternate", at.Attribute("href"));
                break;
            case "logo" when at.Attribute("href") is { } logo:
                item.AddMedia(new Media(logo));
                break;
            case "source":
                Source(ref at, item);
                break;
            case "image":
                item.AddMedia(Picture(ref at, item));
                break;
            case "images":
                Pictures(ref at, item);
                break;
            case "copyright":
            case "rights":
                item.Credit = item.Credit with { CopyrightNotice = item.Credit.CopyrightNotice ?? Line(ref at) };
                break;
            case "language":
                item.Language ??= Line(ref at);
                break;
        }
    }

    /// <summary>A headline or name on one line; null if empty. RSS does not say whether it is HTML, so the text decides.</summary>
    public static string? Line(ref ElementWalker at)
    {
        var text = at.Text(out var wasMarkup);
        var line = HtmlText.Line(text, wasMarkup || HtmlText.IsMarkup(text));
        return line.Length == 0 ? null : line;
    }

    /// <summary>A text whose lines are kept where it is HTML, which says where they end. Those of plain text were broken to fit a page.</summary>
    public static string? Lines(ref ElementWalker at)
    {
        var text = at.Text(out var wasMarkup);
        var isMarkup = wasMarkup || HtmlText.IsMarkup(text);
        var lines = isMarkup ? HtmlText.Lines(text, isMarkup) : HtmlText.Line(text, isMarkup);
        return lines.Length == 0 ? null : lines;
    }

    private static void Guid(ref ElementWalker at, ItemDraft item)
    {
        var guid = at.Text();
        if (guid.Length == 0) return;
        item.Identity ??= guid;
        var isAddress = guid.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || guid.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (isAddress && at.Local is "guid" && !"false".Equals(at.Attribute("ispermalink"), StringComparison.OrdinalIgnoreCase)) item.Permalink ??= guid;
    }

    private static void Description(ref ElementWalker at, ItemDraft item)
    {
        var text = at.Text(out var wasMarkup);
        if (text.Length == 0) return;
        text = HtmlText.EscapedOnce(text, item.Repairs);
        if (wasMarkup) item.Repairs.Add("Markup in a description was not escaped.");
        var isMarkup = wasMarkup || HtmlText.IsMarkup(text);
        if (isMarkup) text = ItemDraft.Clean(text);
        if (item.Summary is null && HtmlText.Lines(text, isMarkup) is { Length: > 0 } summary) item.Summary = summary;
        item.OfferBody(text, isMarkup ? BodyKind.Html : BodyKind.Text, DescriptionRank, isClean: true);
    }

    /// <summary>The whole text as Russian portals ask for it, <c>yandex:full-text</c>: plain more often than not.</summary>
    public static void FullText(ref ElementWalker at, ItemDraft item, int rank)
    {
        var text = at.Text(out var wasMarkup);
        item.OfferBody(HtmlText.EscapedOnce(text, item.Repairs), wasMarkup || HtmlText.IsMarkup(text) ? BodyKind.Html : BodyKind.Text, rank);
    }

    private static void Author(ref ElementWalker at, ItemDraft item)
    {
        var text = at.Text(out var wasMarkup);
        item.AddAuthor(wasMarkup ? AtomPerson.Read(at.Inner, item.Setting.Scope, item.Repairs, item.BaseUri) : AuthorText.Read(text));
    }

    private static void Category(ref ElementWalker at, ItemDraft item)
    {
        var name = Line(ref at);
        var domain = at.Attribute("domain");
        if (domain is not null) item.AddSubject(new Subject(domain, name, name));
        else if (name is not null) item.AddKeyword(name);
    }

    private static Media? Enclosure(ref ElementWalker at)
    {
        if ((at.Attribute("url") ?? at.Attribute("href")) is not { } address) return null;
        return new Media(address, at.Attribute("type"))
        {
            // Senders who don't know the length write 0.
            Length = long.TryParse(at.Attribute("length"), out var length) && length > 0 ? length : null,
        };
    }

    private static void Source(ref ElementWalker at, ItemDraft item)
    {
        var name = Line(ref at);
        var address = Address.Resolve(at.Attribute("url"), item.BaseUri, item.Repairs);
        item.Credit = item.Credit with { Source = item.Credit.Source ?? name, SourceUrl = item.Credit.SourceUrl ?? address };
    }

    // İHA's <images><image>…</image></images>
    private static void Pictures(ref ElementWalker at, ItemDraft item)
    {
        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var inside = new ElementWalker(at.Inner, item.Setting.Scope, item.Repairs, scratch);
        while (inside.Next())
            if (inside.Local is "image") item.AddMedia(Picture(ref inside, item));
    }

    private static Media? Picture(ref ElementWalker at, ItemDraft item)
    {
        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var inside = new ElementWalker(at.Inner, item.Setting.Scope, item.Repairs, scratch);
        while (inside.Next())
            if (inside.Local is "url" && inside.Text() is { Length: > 0 } nested) return new Media(nested);

        var written = at.Attribute("url") ?? at.Attribute("href") ?? at.Text();
        return written.StartsWith("http", StringComparison.OrdinalIgnoreCase) || written.StartsWith('/') ? new Media(written) : null;
    }
}
