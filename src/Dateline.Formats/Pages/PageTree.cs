using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Dateline.Formats.Pages;

/// <summary>
/// The tree of a page, made from AngleSharp's tokens by few rules: what HTML lets writers leave open is closed, what is closed
/// twice is ignored. The tree that HTML5 prescribes grows with the square of hostile input; this one doesn't, and where
/// they differ no story gets lost.
/// </summary>
internal sealed class PageTree
{
    private const int Deepest = 200;

    private readonly List<PageNode> open = [];
    private readonly HtmlTokenizer tokens;

    private PageTree(HtmlTokenizer tokens)
    {
        this.tokens = tokens;
        open.Add(Root);
    }

    private PageNode Root { get; } = new("html");

    private List<(string, string)> RootAttributes { get; } = [];

    public static PageNode Read(string html)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        var tree = new PageTree(tokenizer);
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token) tree.Take(token);
        if (tree.RootAttributes.Count == 0) return tree.Root;

        var root = new PageNode("html") { Attributes = tree.RootAttributes };
        foreach (var child in tree.Root.Children) root.Add(child);
        return root;
    }

    private void Take(HtmlToken token)
    {
        if (token is HtmlTagToken tag)
        {
            if (tag.Type == HtmlTokenType.EndTag) End(tag.Name);
            else Start(tag);
        }
        else if (token.Type == HtmlTokenType.Character && token.Data.Length > 0)
        {
            open[^1].Add(new PageNode("") { Text = token.Data });
        }
    }

    private void Start(HtmlTagToken tag)
    {
        var name = tag.Name;
        if (name is "html")
        {
            foreach (var attribute in tag.Attributes)
                if (RootAttributes.Count < 32) RootAttributes.Add((attribute.Name, attribute.Value));
            return;
        }

        if (name == "body") CloseTo("head", "html");
        CloseImplied(name);
        var node = PageNode.Of(tag);
        open[^1].Add(node);
        if (PageTags.IsVoid(name) || (tag.IsSelfClosing && name is "svg" or "math" or "path")) return;
        switch (name)
        {
            case "script": tokens.State = HtmlParseMode.Script; break;
            case "title" or "textarea": tokens.State = HtmlParseMode.RCData; break;
            case "style" or "xmp" or "iframe" or "noembed": tokens.State = HtmlParseMode.Rawtext; break;
        }

        // Deeper than any page of a person's making: what follows is kept, flat.
        if (open.Count < Deepest || name is "script" or "style" or "title" or "textarea") open.Add(node);
    }

    private void CloseImplied(string name)
    {
        if (PageTags.IsBlock(name) && name is not ("html" or "body")) CloseTo("p", "td", "th", "table", "button", "blockquote", "figure", "li", "div");
        switch (name)
        {
            case "a": CloseTo("a", "td", "th", "table"); break;
            case "li": CloseTo("li", "ul", "ol", "menu", "dir", "table", "div"); break;
            case "dt" or "dd": CloseTo("dt", "dl", "div", "table"); CloseTo("dd", "dl", "div", "table"); break;
            case "td" or "th": CloseTo("td", "table"); CloseTo("th", "table"); break;
            case "tr": CloseTo("tr", "table"); break;
            case "tbody" or "thead" or "tfoot": CloseTo("tr", "table"); CloseTo("tbody", "table"); CloseTo("thead", "table"); break;
            case "option" or "optgroup": CloseTo("option", "select"); break;
            case ['h', >= '1' and <= '6']:
                if (PageTags.IsHeading(open[^1].Name)) open.RemoveAt(open.Count - 1);
                break;
        }
    }

    private void CloseTo(string name, params ReadOnlySpan<string> barriers)
    {
        for (var i = open.Count - 1; i > 0; i--)
        {
            if (open[i].Name == name)
            {
                open.RemoveRange(i, open.Count - i);
                return;
            }

            foreach (var barrier in barriers)
                if (open[i].Name == barrier) return;
        }
    }

    private void End(string name)
    {
        if (name is "html" or "body") return;
        var formatting = PageTags.IsFormatting(name);
        for (var i = open.Count - 1; i > 0; i--)
        {
            if (open[i].Name == name)
            {
                open.RemoveRange(i, open.Count - i);
                return;
            }

            // <b><p>…</b> closes nothing here; </div> in a cell doesn't close the table.
            if (formatting && PageTags.IsBlock(open[i].Name)) return;
            if (PageTags.IsCell(open[i].Name) && name is not ("table" or "tr" or "td" or "th" or "tbody" or "thead" or "tfoot")) return;
        }
    }
}
