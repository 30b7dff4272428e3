using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Markup;

namespace Dateline.Tests.Foundation.Markup;

/// <summary>Reads what we publish as a browser would, and says what in it should not be there.</summary>
internal static class Published
{
    private static readonly Dictionary<string, string[]> Allowed = """
        p: class dir id
        h2: dir id
        h3: dir id
        h4: dir id
        h5: dir id
        h6: dir id
        blockquote: cite dir id
        ul: dir id
        ol: start dir id
        li: dir
        figure: dir id
        img: src srcset sizes width height loading decoding alt
        figcaption:
        span: class
        div: class tabindex dir id
        table:
        tbody:
        tr:
        td: colspan rowspan dir
        th: scope colspan rowspan dir
        hr:
        br:
        pre: dir id
        a: href rel
        strong:
        em:
        s:
        code:
        sub:
        sup:
        """.Split('\n').Select(line => line.Split(':')).ToDictionary(parts => parts[0], parts => parts[1].Split(' '), StringComparer.Ordinal);

    public static RenderOptions WithSources { get; } = RenderOptions.Story with { Pictures = picture => picture.Src is { } src ? new(src.Value, 640, 480) : null };

    public static string? Intruder(SafeHtml html)
    {
        foreach (var scripting in new[] { false, true })
        {
            var document = new HtmlParser(new HtmlParserOptions { IsScripting = scripting }).ParseDocument("<!doctype html><main>" + html + "</main>");
            if (document.Body!.Children is not [{ LocalName: "main" } main]) return "something got out of <main>";
            foreach (var element in main.QuerySelectorAll("*"))
            {
                if (element.NamespaceUri != NamespaceNames.HtmlUri) return $"foreign <{element.LocalName}>";
                if (!Allowed.TryGetValue(element.LocalName, out var attributes)) return $"<{element.LocalName}>";
                foreach (var attribute in element.Attributes)
                {
                    if (!attributes.Contains(attribute.Name)) return $"<{element.LocalName} {attribute.Name}>";
                    if (attribute.Name is "href" or "cite" or "src" && !IsHarmless(attribute.Value)) return $"{attribute.Name}={attribute.Value}";
                }
            }
            if (main.Descendants<IComment>().Any()) return "a comment";
        }
        return null;
    }

    private static bool IsHarmless(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";
}
