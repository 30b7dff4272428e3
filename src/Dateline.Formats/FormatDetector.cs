using Dateline.Formats.Feeds;
using Dateline.Formats.Json;
using Dateline.Formats.Telegraph;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;
using Dateline.Formats.Xml;

namespace Dateline.Formats;

/// <summary>
/// Tells a format by the content itself. File names and declared media types are not asked: senders get both wrong.
/// </summary>
public static class FormatDetector
{
    private const int Reach = 64 * 1024;

    /// <summary>Looks at the beginning of a document, in any encoding.</summary>
    /// <param name="head">The first bytes; a few kilobytes are enough for nearly everything.</param>
    /// <returns>The format, or <see cref="NewsFormat.Unknown"/>.</returns>
    public static NewsFormat Detect(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, Reach)];
        if (Envelope.FormatOf(head) is { } enveloped) return enveloped;
        var charset = Charset.Choose(head, null);
        return Detect(charset.Encoding.GetString(head[charset.MarkLength..]));
    }

    internal static NewsFormat Detect(ReadOnlySpan<char> head)
    {
        var text = head.TrimStart().TrimStart('\uFEFF').TrimStart();
        if (text.IsEmpty) return NewsFormat.Unknown;
        return text[0] switch
        {
            '{' or '[' => JsonShape.Of(text)?.Format ?? (!IsJson(text) && IsText(text) ? NewsFormat.Text : NewsFormat.Unknown), // "[1]Home"
            '<' => ByRoot(text) is var format and not NewsFormat.Unknown ? format : HtmlText.IsTag(text) ? NewsFormat.Html : NewsFormat.Unknown,
            _ => ByRoot(text) is var format and not NewsFormat.Unknown ? format : IsText(text) ? NewsFormat.Text : NewsFormat.Unknown,
        };
    }

    // Nobody's text begins so: {"status":"ok", [{"id":1.
    private static bool IsJson(ReadOnlySpan<char> text) => text[1..].TrimStart() is { IsEmpty: false } next && (text[0] == '{' ? next[0] is '"' or '}' : next[0] is '{' or '"' or ']' || (next[0] == '[' && next[1..].TrimStart() is ['"' or '{' or '[', ..]));

    // Words, and none of the characters that envelopes and binaries have.
    private static bool IsText(ReadOnlySpan<char> text)
    {
        const int LeastLetters = 40;
        var letters = 0;
        foreach (var c in text[..Math.Min(text.Length, 4096)])
        {
            if (char.IsLetter(c)) letters++;
            else if (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f')) return false;
        }

        return letters >= LeastLetters;
    }

    private static NewsFormat ByRoot(ReadOnlySpan<char> text)
    {
        var sawPage = false;
        var scope = new NamespaceScope();
        var cutter = new FeedCutter(scope, FeedCutNames.Instance);
        for (var cut = cutter.Next(text, final: true); cut.Kind != CutKind.End; cut = cutter.Next(text, final: true))
        {
            var name = text.Length > 1 && cut.Kind is CutKind.Open or CutKind.Element or CutKind.Foreign ? Tag.Name(text[1..]) : default;
            if (cut.Kind == CutKind.Open || (cut.Kind == CutKind.Element && !sawPage)) return FeedSetting.FormatOf(Tag.Local(name), text[..Math.Min(text.Length, cut.Length)]);
            if (!sawPage && cut.Kind == CutKind.Foreign && WireNames.FormatOf(Tag.Local(name), text[..cut.Length]) is var wire and not NewsFormat.Unknown) return wire;
            sawPage |= name.Equals("html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase);
            text = text[cut.Length..];
        }

        return sawPage ? NewsFormat.Html : NewsFormat.Unknown;
    }
}
