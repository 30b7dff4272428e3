using Dateline.Formats.Atom;
using Dateline.Formats.Modules;
using Dateline.Formats.Rss;
using Dateline.Formats.Text;
using Dateline.Formats.WordPress;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Feeds;

/// <summary>Reads one item, cut out of its feed, whatever mixture of vocabularies it is written in.</summary>
internal static class XmlItems
{
    private const int EncodedRank = 5;
    private const int XhtmlRank = 3;

    /// <param name="raw">The element.</param>
    /// <param name="closed">Whether it had its closing tag.</param>
    /// <param name="setting">What holds around it.</param>
    /// <param name="isPassedOver">It is of a kind that is no news: a picture or a menu in the export of a site.</param>
    public static NewsItem? Read(ReadOnlySpan<char> raw, bool closed, FeedSetting setting, out bool isPassedOver)
    {
        var name = Tag.Name(raw[1..]);
        var tagLength = Math.Max(Tag.Length(raw), 0);
        var tag = raw[(1 + name.Length)..Math.Max(tagLength, 1 + name.Length)];
        var end = closed ? raw.LastIndexOf("</") : raw.Length;
        var content = Tag.IsSelfClosing(raw[..tagLength]) || end < tagLength ? default : raw[tagLength..end];

        var outside = setting.Scope.Mark;
        setting.Scope.Declare(tag);
        var item = new ItemDraft(setting, setting.BaseUri);
        if (TagAttributes.Find(tag, "xml:base", item.Repairs) is { } below) item.BaseUri = Address.Below(item.BaseUri, below);
        item.Language = TagAttributes.Find(tag, "xml:lang", item.Repairs);
        if (!closed) item.Repairs.Add("The item had no closing tag.");

        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var at = new ElementWalker(content, setting.Scope, item.Repairs, scratch);
        while (at.Next()) Read(ref at, item);

        // Last, because Dublin Core's and the guid are better: the address that RDF gives the item.
        if (setting.Format == NewsFormat.RssRdf) item.Identity ??= TagAttributes.Find(tag, "rdf:about", item.Repairs);
        else if (tag.Length > 1 && !setting.IsAtom) Channel(tag, item);
        setting.Scope.Return(outside);
        isPassedOver = item.Export is { IsNews: false };
        return isPassedOver ? null : item.Finish(raw);
    }

    // Channel Definition Format, 1997: an item says in attributes where its page is and when it was changed.
    private static void Channel(ReadOnlySpan<char> tag, ItemDraft item)
    {
        if (TagAttributes.Find(tag, "href", item.Repairs) is { } page && !item.HasPage) item.AddLink("alternate", page);
        if (TagAttributes.Find(tag, "lastmod", item.Repairs) is { } changed) item.Updated ??= item.Date(changed);
    }

    private static void Read(ref ElementWalker at, ItemDraft item)
    {
        switch (at.Ns)
        {
            case Ns.Own when !item.Setting.IsAtom:
                RssElements.Read(ref at, item);
                break;
            case Ns.Own or Ns.Atom:
                // atom:link in an RSS item is no second page of it unless it says so.
                AtomElements.Read(ref at, item);
                break;
            case Ns.DublinCore or Ns.DublinCoreTerms:
                DublinCore.Read(ref at, item);
                break;
            case Ns.Content when at.Local is "encoded":
                item.OfferBody(HtmlText.EscapedOnce(at.Text(), item.Repairs), BodyKind.Html, EncodedRank);
                break;
            case Ns.Media:
                MediaRss.Read(ref at, item);
                break;
            case Ns.ITunes:
                ITunes.Read(ref at, item);
                break;
            case Ns.Xhtml when at.Local is "body" or "div":
                item.OfferBody(InnerMarkup.ToHtml(at.Inner, item.Setting.Scope), BodyKind.Html, XhtmlRank);
                break;
            case Ns.License when at.Local is "license":
                item.Credit = item.Credit with { UsageTerms = item.Credit.UsageTerms ?? at.Attribute("rdf:resource") ?? (at.Text() is { Length: > 0 } license ? license : null) };
                break;
            case Ns.ApContent when at.Local is "contentmetadata":
            case Ns.ApManagement when at.Local is "newsmanagement":
                ApFeed.Read(ref at, item);
                break;
            case Ns.WordPress:
                WxrItem.Read(ref at, item);
                break;
            case Ns.WordPressExcerpt when at.Local is "encoded":
                item.Summary ??= HtmlText.Lines(at.Text(), isMarkup: true) is { Length: > 0 } excerpt ? excerpt : null;
                break;
            case Ns.Yandex when at.Local is "full-text":
                RssElements.FullText(ref at, item, EncodedRank);
                break;
            case Ns.Feedburner when at.Local is "origlink":
                item.AddLink("canonical", at.Text());
                item.PutPage(at.Text());
                break;
        }
    }
}
