using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Atom;

/// <summary>An Atom Text construct or content (RFC 4287 sections 3.1 and 4.1.3), and their forms in Atom 0.3.</summary>
internal readonly record struct AtomText(string Content, bool IsHtml)
{
    public static AtomText Read(ref ElementWalker at, NamespaceScope scope, RepairList repairs)
    {
        var type = at.Attribute("type")?.ToLowerInvariant();
        var mode = at.Attribute("mode");
        if (type == "xhtml" || mode == "xml" || (type == "application/xhtml+xml" && mode is null))
        {
            if (at.Inner.Contains('<')) return new(InnerMarkup.ToHtml(InnerMarkup.WithoutDiv(at.Inner, scope), scope), true);
        }

        var text = at.Text(out var wasMarkup);
        if (wasMarkup)
        {
            repairs.Add($"Markup in {at.Name} was not escaped.");
            return new(InnerMarkup.ToHtml(InnerMarkup.WithoutDiv(at.Inner, scope), scope), true);
        }

        return type switch
        {
            "html" or "xhtml" or "text/html" or "application/xhtml+xml" => new(text, true),
            "text" => new(text, false),
            // Nobody who leaves the type out and writes entities means them literally.
            _ => new(text, HtmlText.IsMarkup(text)),
        };
    }

    public string? Line() => HtmlText.Line(Content, IsHtml) is { Length: > 0 } line ? line : null;

    public string? Lines() => HtmlText.Lines(Content, IsHtml) is { Length: > 0 } lines ? lines : null;
}
