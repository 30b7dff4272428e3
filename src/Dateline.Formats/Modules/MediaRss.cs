using System.Globalization;
using Dateline.Formats.Feeds;
using Dateline.Formats.Rss;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Modules;

/// <summary>Media RSS 1.5.1: what surrounds a picture holds for it, and what it says itself counts more.</summary>
internal static class MediaRss
{
    private const int Deepest = 4;

    private sealed class Around
    {
        public string? Caption;
        public string? Title;
        public string? Text;
        public string? Credit;
        public string? Copyright;
        public readonly List<Media> Found = [];
    }

    /// <summary>Elements directly in an item.</summary>
    public static void Read(ref ElementWalker at, ItemDraft item)
    {
        var around = new Around();
        Read(ref at, item, around, 0);
        foreach (var media in around.Found) item.AddMedia(media);

        // What stands beside the pictures, in the item itself, is about the item.
        if (at.Local is "group") item.MediaText ??= around.Text ?? around.Caption;
        if (around.Found.Count > 0 || at.Local is "group") return;
        if (around.Credit is not null && Role(ref at) is var role)
        {
            item.Credit = role switch
            {
                "distributor" or "distribution company" => item.Credit with { Distributor = item.Credit.Distributor ?? around.Credit },
                "publisher" or "publishing company" => item.Credit with { Provider = item.Credit.Provider ?? around.Credit },
                "author" => WithAuthor(item, around.Credit),
                _ => WithMediaCredit(item, around.Credit),
            };
        }

        if (around.Copyright is not null) item.Credit = item.Credit with { CopyrightNotice = item.Credit.CopyrightNotice ?? around.Copyright };
        if (around.Title is not null) item.Headline ??= around.Title;
        item.MediaCaption ??= around.Caption;
    }

    private static Credit WithAuthor(ItemDraft item, string name)
    {
        item.AddAuthor(new Author(name));
        return item.Credit;
    }

    private static Credit WithMediaCredit(ItemDraft item, string credit)
    {
        item.MediaCredit ??= credit;
        return item.Credit;
    }

    private static string Role(ref ElementWalker at) => at.Attribute("role")?.ToLowerInvariant() ?? "";

    private static void Read(ref ElementWalker at, ItemDraft item, Around around, int depth)
    {
        switch (at.Local)
        {
            case "group" when depth < Deepest:
                Children(ref at, item, around, depth);
                break;
            case "content" when depth < Deepest:
                Content(ref at, item, around, depth);
                break;
            case "thumbnail":
                if (at.Attribute("url") is { } thumbnail && around.Found.Count == 0)
                    around.Found.Add(new Media(thumbnail) { Width = Size(ref at, "width"), Height = Size(ref at, "height") });
                break;
            case "credit":
                around.Credit ??= RssElements.Line(ref at);
                break;
            case "copyright":
                around.Copyright ??= RssElements.Line(ref at) ?? at.Attribute("url");
                break;
            case "description" or "text":
                if (depth > 0 && at.Text() is var lines && lines.Contains('\n', StringComparison.Ordinal)) around.Text ??= HtmlText.Lines(lines, HtmlText.IsMarkup(lines)) is { Length: > 0 } told ? told : null;
                around.Caption ??= at.Attribute("type") == "plain" && HtmlText.Line(at.Text(), isMarkup: false) is { Length: > 0 } plain ? plain : RssElements.Line(ref at);
                break;
            case "title":
                around.Title ??= RssElements.Line(ref at);
                break;
            case "keywords" when RssElements.Line(ref at) is { } line:
                foreach (var word in line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) item.AddKeyword(word);
                break;
        }
    }

    private static void Content(ref ElementWalker at, ItemDraft item, Around around, int depth)
    {
        var own = new Around();
        Children(ref at, item, own, depth);
        if (at.Attribute("url") is { } address)
        {
            own.Found.Insert(0, new Media(address, at.Attribute("type") ?? Medium(ref at))
            {
                Length = long.TryParse(at.Attribute("filesize"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > 0 ? length : null,
                Width = Size(ref at, "width"),
                Height = Size(ref at, "height"),
            });
        }

        around.Found.AddRange(own.Found.Take(1).Select(m => Described(m, own)));
    }

    private static void Children(ref ElementWalker at, ItemDraft item, Around around, int depth)
    {
        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var inside = new ElementWalker(at.Inner, item.Setting.Scope, item.Repairs, scratch);
        while (inside.Next())
            if (inside.Ns is Ns.Media or Ns.Own) Read(ref inside, item, around, depth + 1);

        for (var i = 0; i < around.Found.Count; i++) around.Found[i] = Described(around.Found[i], around);
    }

    private static Media Described(Media media, Around around) => media with
    {
        Caption = media.Caption ?? around.Caption ?? around.Title,
        Credit = media.Credit ?? around.Credit,
        Copyright = media.Copyright ?? around.Copyright,
    };

    // "image" alone is not a media type, but "image/*" says the same in the form of one.
    private static string? Medium(ref ElementWalker at) => at.Attribute("medium") is "image" or "video" or "audio" ? at.Attribute("medium") + "/*" : null;

    private static int? Size(ref ElementWalker at, string name) =>
        int.TryParse(at.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null;
}
