using System.Globalization;
using Dateline.Formats.Text;

namespace Dateline.Formats.Pages;

/// <summary>The pictures of a story with their captions; icons, faces and counting pixels are none.</summary>
internal static class PagePictures
{
    private const int Most = 40;
    private const int Smallest = 120;

    public static IReadOnlyList<Media> Of(IEnumerable<PageNode> parts, string? first, Uri? baseUri)
    {
        var repairs = new RepairList();
        var found = new List<Media>();
        string? inlined = null;
        foreach (var part in parts)
            foreach (var node in part.Elements())
                if (node.Name == "img" && inlined is null && IsInlined(node)) inlined = Caption(node);
                else if (node.Name is "img" or "amp-img" && found.Count < Most && Address.Resolve(Source(node), baseUri, repairs) is { } href && IsPicture(node, href) && !found.Exists(known => known.Href == href)) found.Add(Describe(node, href));

        if (Address.Resolve(first, baseUri, repairs) is { } leading && !found.Exists(known => SameFile(known.Href, leading))) found.Insert(0, new Media(leading) { Caption = found.Count == 0 ? inlined : null });
        return found;
    }

    /// <summary>The pictures, with what the page's data say of the story's own where nothing else does.</summary>
    public static IReadOnlyList<Media> Said(IReadOnlyList<Media> media, string? image, (string? Caption, string? Credit) said) =>
        image is null || said is (null, null) ? media : [.. media.Select(picture => SameFile(picture.Href, image) ? picture with { Caption = picture.Caption ?? said.Caption, Credit = picture.Credit ?? said.Credit } : picture)];

    private static string? Source(PageNode image)
    {
        foreach (var name in (ReadOnlySpan<string>)["data-src", "data-original", "data-lazy-src", "data-lazy", "src"])
            if (image[name] is { Length: > 4 } source && !source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && !source.StartsWith("cid:", StringComparison.OrdinalIgnoreCase)) return source;

        return (image["srcset"] ?? image["data-srcset"])?.Split(',')[^1].Trim().Split(' ')[0];
    }

    private static bool IsPicture(PageNode image, string href)
    {
        if (Size(image, "width") is > 0 and < Smallest || Size(image, "height") is > 0 and < Smallest) return false;
        if (href.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || href.Contains("/pixel", StringComparison.OrdinalIgnoreCase) || href.Contains("avatar", StringComparison.OrdinalIgnoreCase) || href.Contains("emoji", StringComparison.OrdinalIgnoreCase) || IsNone(href)) return false;
        if (IsAdvert(image)) return false;
        for (var (node, levels) = ((PageNode?)image, 0); node is not null && levels < 6; levels++)
        {
            if (node["class"] is { } names && (names.Contains("avatar", StringComparison.OrdinalIgnoreCase) || names.Contains("logo", StringComparison.OrdinalIgnoreCase) || names.Contains("icon", StringComparison.OrdinalIgnoreCase))) return false;
            if (node.IsChrome && !ChromeWords.IsCaption(node)) return false;
            node = node.Parent;
        }

        return true;
    }

    // What stands in a picture's place until it is loaded.
    private static readonly System.Buffers.SearchValues<string> Stands = System.Buffers.SearchValues.Create(["placeholder", "/blank.", "/spacer.", "/transparent.", "/pixel.", "/loading.", "/lazyload", "/1x1."], StringComparison.OrdinalIgnoreCase);

    private static bool IsNone(string href) => href.AsSpan().ContainsAny(Stands);

    // "- Advertisement -" above it, and nothing else around it that is said.
    private static bool IsAdvert(PageNode image)
    {
        const int Longest = 40;
        for (var (node, levels) = (image.Parent, 0); node is not null && levels < 4 && node.Name is "div" or "a" or "span" or "p" or "center"; node = node.Parent, levels++)
            if (node.Line(Longest) is { Length: > 0 } line) return line.Length < Longest && ChromeText.IsAdvert(line);

        return false;
    }

    private static Media Describe(PageNode image, string href)
    {
        var caption = Caption(image) ?? (image["alt"] is { Length: > 3 } alt ? alt.Trim() : null);
        return new Media(href) { Width = Size(image, "width"), Height = Size(image, "height"), Caption = caption };
    }

    private static string? Caption(PageNode image)
    {
        for (var (node, levels) = (image.Parent, 0); node is not null && levels < 4; node = node.Parent, levels++)
        {
            if (CaptionWithin(node, image) is { } caption) return OfGallery(caption);
            if (node.Name is "figure") return Beside(node);
            if (node.Name is "article" or "body") break;
        }

        return null;
    }

    // The Guardian sets the words of its leading picture behind the figure.
    private static string? Beside(PageNode figure)
    {
        const int Longest = 600;
        if (figure.Parent is not { } parent) return null;
        var around = parent.Children.Count(child => child.Name == "figure") == 1 && !parent.Children.Exists(child => child.Name == "figcaption") && parent.Parent is { } outer && parent.Name == "div" ? outer : parent;
        if (around.Children.Count > 12 || around.Children.Count(child => child.Name is "figure" or "figcaption") > 2) return null;
        return around.Children.Find(child => child.Name == "figcaption")?.Line(Longest) is { Length: > 2 and < Longest } caption ? caption : null;
    }

    // In a figure whatever is called so; elsewhere what stands below the picture and above the next, or above it and below no other.
    private static string? CaptionWithin(PageNode around, PageNode image)
    {
        const int MostLooked = 2_000;
        var (isOurs, isAnothers, above) = (around.Name == "figure", false, (string?)null);
        foreach (var inner in around.Elements().Take(MostLooked))
        {
            if (inner == image)
            {
                if (above is not null) return above;
                isOurs = true;
            }
            else if (inner.Name is "img" or "amp-img" && around.Name != "figure" && !inner.IsWithin("noscript")) (isOurs, isAnothers, above) = (false, true, null);
            else if (inner != around && ChromeWords.IsCaption(inner) && !Holds(inner) && inner.Line(600) is { Length: > 2 and < 600 } caption)
            {
                if (isOurs) return caption;
                if (!isAnothers) above ??= caption;
            }
        }

        return null;
    }

    // <div class="wp-caption">: around a picture and what is said of it.
    private static bool Holds(PageNode caption)
    {
        const int MostLooked = 20;
        return caption.Elements().Take(MostLooked).Any(node => node.Name is "img" or "amp-img");
    }

    // "[1/3] A ferry. REUTERS/Mara Quill Purchase Licensing Rights, opens new tab"
    private static string OfGallery(string caption)
    {
        if (caption.IndexOf("Purchase Licensing Rights", StringComparison.Ordinal) is > 2 and var offer) caption = caption[..offer].TrimEnd();
        return caption is ['[', >= '1' and <= '9', '/', >= '1' and <= '9', ']', ..] && caption.Length > 7 ? caption[5..].TrimStart() : caption;
    }

    /// <summary>The picture between the headline and the story, where it stands in no part of the story; null where there is none.</summary>
    public static Media? Leading(PageNode root, string? headline, PageNode story, Uri? baseUri)
    {
        if (headline is null) return null;
        var repairs = new RepairList();
        const int MostAsked = 60;
        var (isBelow, asked) = (false, 0);
        foreach (var node in root.Elements())
        {
            if (node == story) return null;
            if (!isBelow && (node.Name == "h1" || (node.Name is "b" or "font" or "strong" or "h2" or "h3" && ++asked < MostAsked)) && Headlines.AreAlike(node.Line(400), headline)) isBelow = true;
            if (!isBelow || node.Name is not ("img" or "amp-img") || node.IsWithin("nav") || node.IsWithin("aside") || node.IsWithin("footer")) continue;
            if (Address.Resolve(Source(node), baseUri, repairs) is { } href && (IsPicture(node, href) || (!IsNone(href) && node.IsWithin("figure") && !(Size(node, "width") < Smallest)))) return Describe(node, href);
        }

        return null;
    }

    /// <summary>The picture that stands above the headline or between the first paragraph and the others, in the same article or part of the page as these; null where there is none.</summary>
    public static Media? Featured(PageNode story, PageNode last, Uri? baseUri)
    {
        const int MostLooked = 4_000;
        const int MostLevels = 24;
        var around = story;
        for (var levels = 0; around.Parent is { Name: not ("body" or "html") } parent && levels < MostLevels && around.Name is not ("article" or "main"); levels++) around = parent;
        var repairs = new RepairList();
        var isBelow = false;
        foreach (var node in around.Elements().Take(MostLooked))
        {
            if (node == last) return null;
            isBelow |= node == story;
            if (node.Name is not ("img" or "amp-img") || !(isBelow || IsFeatured(node)) || node.IsWithin("nav") || node.IsWithin("aside") || node.IsWithin("header")) continue;
            if (Address.Resolve(Source(node), baseUri, repairs) is { } href && IsPicture(node, href)) return Describe(node, href);
        }

        return null;
    }

    private static bool IsFeatured(PageNode image) => image["class"]?.Contains("wp-post-image", StringComparison.Ordinal) == true || image.IsWithin("figure");

    /// <summary>What is said of the picture above the story where the page was saved with its pictures within it: then it has no address, and the head names one.</summary>
    public static string? LeadingCaption(PageNode root, string? headline, PageNode story)
    {
        if (headline is null) return null;
        var isBelow = false;
        foreach (var node in root.Elements())
        {
            if (node == story) return null;
            if (!isBelow && node.Name == "h1" && Headlines.AreAlike(node.Line(400), headline)) isBelow = true;
            if (isBelow && node.Name == "img" && IsInlined(node)) return Caption(node);
        }

        return null;
    }

    // A browser's extension put the picture itself there.
    private static bool IsInlined(PageNode image) =>
        Source(image) is null && image["src"]?.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) == true && image.IsWithin("figure") && !(Size(image, "width") < Smallest);

    public static bool SameFile(string a, string b) => string.Equals(File(a), File(b), StringComparison.OrdinalIgnoreCase);

    private static string File(string address)
    {
        var end = address.IndexOfAny(['?', '#']);
        var path = end < 0 ? address : address[..end];
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static int? Size(PageNode image, string name) =>
        int.TryParse((image[name] ?? "").Replace("px", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null;
}
