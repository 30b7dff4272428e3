using Dateline.Formats.Feeds;
using Dateline.Formats.Rss;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Modules;

/// <summary>The podcast elements that say something a newsroom can use.</summary>
internal static class ITunes
{
    public static void Read(ref ElementWalker at, ItemDraft item)
    {
        switch (at.Local)
        {
            case "author" when RssElements.Line(ref at) is { } author:
                item.AddAuthor(new Author(author));
                break;
            case "image" when at.Attribute("href") is { } address:
                item.AddMedia(new Media(address, "image/*"));
                break;
            case "summary" or "subtitle":
                var text = at.Text(out var wasMarkup);
                item.Summary ??= HtmlText.Lines(text, wasMarkup || HtmlText.IsMarkup(text)) is { Length: > 0 } summary ? summary : null;
                break;
            case "keywords" when RssElements.Line(ref at) is { } line:
                foreach (var word in line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) item.AddKeyword(word);
                break;
        }
    }
}
