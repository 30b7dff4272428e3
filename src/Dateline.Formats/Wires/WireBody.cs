using System.Buffers.Text;
using System.Net;
using System.Text;
using Dateline.Formats.Text;

namespace Dateline.Formats.Wires;

/// <summary>
/// The renderings of the text that an item offers, of which the fullest becomes its body. What it is written in is
/// seen from the content: the declared types say <c>xhtml/xml</c>, <c>text/plain</c> and worse.
/// </summary>
internal sealed class WireBody
{
    private const int Most = 200;
    private readonly List<(WireNode Node, int Rank, string? Language)> offers = [];

    public bool HasOffers => offers.Count > 0;

    /// <summary>A first paragraph that came apart from the text, and its language.</summary>
    public (string? Text, string? Language) Opening { get; set; }

    /// <param name="node">The element around the text.</param>
    /// <param name="rank">What it was said to be: the main text counts more than a short one.</param>
    /// <param name="language">Its language, where it has one of its own.</param>
    public void Offer(WireNode node, int rank, string? language)
    {
        if (offers.Count < Most) offers.Add((node, rank, language));
    }

    public void Settle(WireDraft draft)
    {
        if (offers.Count == 0) return;
        var language = draft.Item.Language ?? offers[0].Language;
        var best = offers.MaxBy(o => (o.Rank, o.Language is null || language is null || WireText.SameLanguage(o.Language, language) ? 1 : 0, Fullness(o.Node)));
        Take(best.Node, draft, mayUnpack: true);
        if (Opening is { Text: { } opening } && (Opening.Language is null || best.Language is null || WireText.SameLanguage(Opening.Language, best.Language))) Open(opening, draft.Item);
    }

    private static void Open(string opening, Feeds.ItemDraft item)
    {
        if (item.Body is not { } body) return;
        var begins = HtmlText.Lines(body.Content, body.Kind == BodyKind.Html);
        if (begins.StartsWith(opening[..Math.Min(opening.Length, 60)], StringComparison.OrdinalIgnoreCase)) return;
        var first = body.Kind == BodyKind.Text ? opening + "\n\n" : string.Concat(opening.Split('\n').Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"));
        item.Body = body with { Content = first + body.Content };
    }

    // Markup says more than the same words without it.
    private static long Fullness(WireNode node)
    {
        var length = node.InnerText().AsSpan().Trim().Length;
        return WireText.HasElements(node) ? length * 5L / 4 : length;
    }

    private static void Take(WireNode node, WireDraft draft, bool mayUnpack)
    {
        if (node.Find("nitf") is { } nitf) Nitf.NitfItem.ReadEmbedded(nitf, draft);
        if (TtNitf.Is(node))
        {
            draft.Item.OfferBody(TtNitf.Html(node, draft), BodyKind.Html, 1);
            return;
        }

        var root = Root(node);
        if (!WireText.HasElements(root) || IsBase64(node))
        {
            Text(root.InnerText(), IsBase64(node), draft, mayUnpack);
            return;
        }

        var html = new BodyMarkup { Headline = draft.Item.Headline, Draft = draft }.Of(root);
        if (node.Find("body.end")?.Find("tagline") is { } tagline && WireText.Line(tagline) is { } said && said != draft.Item.Byline && !WireFoot.IsDesk(said) && !(said.Length < 5 && said.All(char.IsAsciiLetter))) html += $"<p>{BodyMarkup.Html(tagline)}</p>";
        draft.Item.OfferBody(html, BodyKind.Html, 1);
    }

    private static WireNode Root(WireNode node) => (node.Find("body")?.Child("body.content") ?? node.Find("body.content")) ?? node.Find("body") ?? node.Find("html") ?? node;

    private static void Text(string text, bool declaredBase64, WireDraft draft, bool mayUnpack)
    {
        text = text.Trim();
        if (Unpacked(text, declaredBase64) is { } unpacked) text = unpacked.Trim();
        if (mayUnpack && IsDocument(text))
        {
            Take(WireTree.Read(text, draft.Repairs), draft, mayUnpack: false);
            return;
        }

        if (!HtmlText.IsMarkup(text))
        {
            draft.Item.OfferBody(IndentedParagraphs.Unwrap(text), BodyKind.Text, 1);
            return;
        }

        // Words in bold here and there, and the paragraphs made by line ends.
        if (!HasBlocks(text) && text.Contains('\n', StringComparison.Ordinal))
            text = string.Concat(IndentedParagraphs.Unwrap(text).Split("\n\n").Select(p => $"<p>{p.Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));
        draft.Item.OfferBody(new BodyMarkup { Headline = draft.Item.Headline }.Of(WireTree.Read(text, draft.Repairs)), BodyKind.Html, 1);
    }

    private static bool IsDocument(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2000));
        return head.StartsWith("<?xml") || head.Contains("<nitf", StringComparison.OrdinalIgnoreCase) || head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasBlocks(string text)
    {
        foreach (var tag in (ReadOnlySpan<string>)["<p", "<br", "<div", "<li", "<h", "<t", "<blockquote", "<pre"])
            if (text.Contains(tag, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }

    private static bool IsBase64(WireNode node) =>
        node.Attribute("encoding")?.Contains("base64", StringComparison.OrdinalIgnoreCase) == true || node.Attribute("notation")?.Contains("base64", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Base64 that is text. Where nobody declared it, only what can't be anything else.</summary>
    private static string? Unpacked(string text, bool declared)
    {
        const int Shortest = 64;
        if (text.Length == 0 || (!declared && (text.Length < Shortest || text.Contains(' ', StringComparison.Ordinal)))) return null;
        if (!Base64.IsValid(text.AsSpan(), out var length)) return null;
        var bytes = new byte[length];
        if (!Convert.TryFromBase64String(text, bytes, out var count)) return null;
        var found = Charset.Choose(bytes.AsSpan(0, Math.Min(count, 64 * 1024)), null).Encoding.GetString(bytes, 0, count);
        return declared || (System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, count)) && found.Contains(' ', StringComparison.Ordinal)) ? found : null;
    }
}
