using Dateline.Formats.Feeds;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Atom;

/// <summary><c>atom:source</c> (RFC 4287 section 4.2.11): the feed an entry was carried from, that is, its credit.</summary>
internal static class AtomSource
{
    public static void Read(ref ElementWalker outer, ItemDraft item)
    {
        string? title = null, page = null, self = null, id = null, rights = null;
        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var at = new ElementWalker(outer.Inner, item.Setting.Scope, item.Repairs, scratch);
        while (at.Next())
        {
            switch (at.Local)
            {
                case "title":
                    title ??= AtomText.Read(ref at, item.Setting.Scope, item.Repairs).Line();
                    break;
                case "id":
                    id ??= at.Text();
                    break;
                case "link":
                    var href = Address.Resolve(at.Attribute("href"), item.BaseUri, item.Repairs);
                    if (at.Attribute("rel") is null or "alternate") page ??= href;
                    else if (at.Attribute("rel") == "self") self ??= href;
                    break;
                case "rights":
                    rights ??= AtomText.Read(ref at, item.Setting.Scope, item.Repairs).Lines();
                    break;
                case "author" when AtomPerson.Read(at.Inner, item.Setting.Scope, item.Repairs, item.BaseUri) is { } person:
                    (item.SourceAuthors ??= []).Add(person);
                    break;
            }
        }

        // A bare text is what RSS has under this name.
        if (title is null && page is null && self is null && id is null) title = HtmlText.Line(outer.Text(), isMarkup: false);
        var address = page ?? self ?? (id is not null && id.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? id : null);
        item.Credit = item.Credit with
        {
            Source = item.Credit.Source ?? (title is { Length: > 0 } ? title : null),
            SourceUrl = item.Credit.SourceUrl ?? address,
            CopyrightNotice = item.Credit.CopyrightNotice ?? rights,
        };
    }
}
