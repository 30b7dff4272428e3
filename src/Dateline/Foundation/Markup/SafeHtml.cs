using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;

namespace Dateline.Foundation.Markup;

/// <summary>
/// HTML that this program built from a tree: the only way by which anything but encoded text gets into a page. Well-formed
/// enough to be XML as well, so that feeds can carry it as they like.
/// </summary>
public sealed class SafeHtml
{
    private readonly string html;

    private SafeHtml(string html) => this.html = html;

    public static SafeHtml Empty { get; } = new("");

    public bool IsEmpty => html.Length == 0;

    public static SafeHtml From(Body body, RenderOptions options) => From(body.Blocks, options);

    public static SafeHtml From(Sequence<Block> blocks, RenderOptions options)
    {
        var text = new StringBuilder();
        new HtmlRendering(text, options).Write(blocks);
        return new SafeHtml(text.ToString());
    }

    public static SafeHtml From(Inlines content, RenderOptions options)
    {
        var text = new StringBuilder();
        new HtmlRendering(text, options).Write(content);
        return new SafeHtml(text.ToString());
    }

    public static SafeHtml Encode(string text) => new(HtmlRendering.Encode(text));

    /// <summary>Linked data for machines. The default JSON encoder leaves no character in it that could end the script.</summary>
    public static SafeHtml LinkedData(JsonNode node) =>
        new($"<script type=\"application/ld+json\">{node.ToJsonString(JsonSerializerOptions.Default)}</script>");

    [SuppressMessage("ApiDesign", "RS0030", Justification = "This is the one place the ban points to.")]
    public MarkupString ToMarkup() => new(html);

    public override string ToString() => html;
}
