using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace Dateline.Foundation.Markup;

/// <summary>What an img tag shows: a picture, a letter drawn as a picture, or nothing but somebody counting readers.</summary>
internal static class PictureTag
{
    private const int LongestGlyph = 16;
    // Pages that load pictures late keep the true address in one of these.
    private static readonly string[] Sources = ["src", "data-src", "data-lazy-src", "data-original"];

    public static PictureBlock? Read(HtmlTagToken tag, Uri? baseUri)
    {
        if (CountsReaders(tag)) return null;
        foreach (var name in Sources)
            if (LinkTarget.Resolve(tag.GetAttribute(name), baseUri) is { IsWeb: true } src)
                return new PictureBlock(PictureId: null, src, tag.GetAttribute("alt") ?? "");
        var widest = WidestCandidate(tag.GetAttribute("srcset") ?? "");
        return LinkTarget.Resolve(widest, baseUri) is { IsWeb: true } candidate
            ? new PictureBlock(PictureId: null, candidate, tag.GetAttribute("alt") ?? "")
            : null;
    }

    public static string? Glyph(HtmlTagToken tag)
    {
        var classes = tag.GetAttribute("class") ?? "";
        return classes.Contains("emoji", StringComparison.OrdinalIgnoreCase) || classes.Contains("smiley", StringComparison.OrdinalIgnoreCase)
            ? tag.GetAttribute("alt") is { Length: > 0 and <= LongestGlyph } alt ? alt : null
            : null;
    }

    private static bool CountsReaders(HtmlTagToken tag) => IsTiny(tag.GetAttribute("width")) || IsTiny(tag.GetAttribute("height"));

    private static bool IsTiny(string? size) =>
        size is { Length: > 0 } && int.TryParse(size.AsSpan().Trim().TrimEnd("px"), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels <= 1;

    private static string? WidestCandidate(string srcset)
    {
        string? widest = null;
        var best = -1.0;
        foreach (var candidate in srcset.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var space = candidate.LastIndexOf(' ');
            var size = 1.0;
            if (space > 0 && !double.TryParse(candidate.AsSpan(space + 1).TrimEnd("wx"), NumberStyles.Float, CultureInfo.InvariantCulture, out size)) continue;
            if (size > best) (best, widest) = (size, space > 0 ? candidate[..space] : candidate);
        }
        return widest;
    }
}
