using System.Buffers.Text;
using System.Text;
using Dateline.Formats.Feeds;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Atom;

/// <summary>The elements of an Atom entry, 1.0 and 0.3; also those that RSS items borrow.</summary>
internal static class AtomElements
{
    private const int ContentRank = 4;

    public static void Read(ref ElementWalker at, ItemDraft item)
    {
        var scope = item.Setting.Scope;
        switch (at.Local)
        {
            case "id":
                item.Identity ??= at.Text() is { Length: > 0 } id ? AtomId.Unwrap(id) : null;
                break;
            case "title":
                item.Headline ??= AtomText.Read(ref at, scope, item.Repairs).Line();
                break;
            case "link":
                Link(ref at, item);
                break;
            case "updated" when StandIn.Is(ref at):
                break;
            case "updated" or "modified":
                item.Updated ??= item.Date(at.Line);
                break;
            case "published" or "issued":
                item.Published ??= item.Date(at.Line);
                break;
            case "created":
                item.Created ??= item.Date(at.Line);
                break;
            case "contributor":
                if (AtomPerson.Read(at.Inner, scope, item.Repairs, item.BaseUri) is { } other) item.AddContributor(other.Name ?? other.Email ?? other.Uri);

                // In an RSS item only who knows the word writes it: nobody else is meant by it.
                if (!item.Setting.IsAtom) item.HasNoAuthor = true;
                break;
            case "author":
                if (StandIn.Is(ref at)) item.HasNoAuthor = true;
                else if (AtomPerson.Read(at.Inner, scope, item.Repairs, item.BaseUri) is { } person) item.AddAuthor(person);
                break;
            case "category":
                Category(ref at, item);
                break;
            case "summary":
                item.Summary ??= AtomText.Read(ref at, scope, item.Repairs).Lines();
                break;
            case "content":
                Content(ref at, item);
                break;
            case "rights" or "copyright":
                item.Credit = item.Credit with { CopyrightNotice = AtomText.Read(ref at, scope, item.Repairs).Lines() ?? item.Credit.CopyrightNotice };
                break;
            case "source":
                AtomSource.Read(ref at, item);
                break;
        }
    }

    private static void Link(ref ElementWalker at, ItemDraft item)
    {
        var href = at.Attribute("href") ?? at.Text();
        var rel = at.Attribute("rel")?.ToLowerInvariant() ?? "alternate";
        if (rel.StartsWith("http://www.iana.org/assignments/relation/", StringComparison.Ordinal)) rel = rel[(rel.LastIndexOf('/') + 1)..];
        if (rel == "enclosure")
        {
            item.AddMedia(new Media(href, at.Attribute("type"))
            {
                Length = long.TryParse(at.Attribute("length"), out var length) && length > 0 ? length : null,
                Caption = at.Attribute("title"),
            });
        }
        else
        {
            item.AddLink(rel, href, at.Attribute("type"), at.Attribute("hreflang"));
        }
    }

    private static void Category(ref ElementWalker at, ItemDraft item)
    {
        var term = at.Attribute("term");
        var label = at.Attribute("label");
        var scheme = at.Attribute("scheme");
        if (term is null && label is null && at.Text() is { Length: > 0 } text) term = text;
        if (StandIn.Is(ref at))
        {
            item.AddSubject(new Subject(scheme, null, label ?? term));
        }
        else if (scheme is null && (label is null || label == term))
        {
            if (term is not null) item.AddKeyword(HtmlText.Line(term, isMarkup: false));
        }
        else
        {
            item.AddSubject(new Subject(scheme, term, label));
        }
    }

    private static void Content(ref ElementWalker at, ItemDraft item)
    {
        var type = at.Attribute("type")?.ToLowerInvariant();
        var below = at.Attribute("xml:base") is { } written ? Address.Below(item.BaseUri, written) : null;
        if (at.Attribute("src") is { } source)
        {
            if (type is not null && (type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal)))
                item.AddMedia(new Media(source, type));
            else item.AddLink("content", source, type);
            return;
        }

        if ("base64".Equals(at.Attribute("mode"), StringComparison.OrdinalIgnoreCase))
        {
            var bytes = Encoding.UTF8.GetBytes(at.Text());
            if (type is null or "text/html" or "text/plain" && Base64.DecodeFromUtf8InPlace(bytes, out var count) == System.Buffers.OperationStatus.Done)
                item.OfferBody(Encoding.UTF8.GetString(bytes, 0, count), type == "text/html" ? BodyKind.Html : BodyKind.Text, ContentRank, below);
            return;
        }

        // RFC 4287 section 4.1.3.3: other media types are XML or Base64 of something that is no story.
        if (type is not null && type.Contains('/', StringComparison.Ordinal) && type is not ("text/html" or "application/xhtml+xml" or "text/plain" or "text/xhtml"))
        {
            item.Repairs.Add($"Content of another media type was left out.");
            return;
        }

        var text = AtomText.Read(ref at, item.Setting.Scope, item.Repairs);
        item.OfferBody(text.Content, text.IsHtml ? BodyKind.Html : BodyKind.Text, ContentRank, below);
    }
}
