using System.Collections.Frozen;

namespace Dateline.Foundation.Markup;

/// <summary>What an element of foreign HTML means here. An element not listed is unwrapped: its text stays.</summary>
internal enum Meaning
{
    Nothing,
    Dropped,
    Block,
    Paragraph,
    Heading,
    Quote,
    List,
    Item,
    Term,
    Definition,
    Preformatted,
    Table,
    RowGroup,
    Row,
    Cell,
    TableCaption,
    Figure,
    Caption,
    Credit,
    Picture,
    Rule,
    Break,
    Link,
    Mark,
    Quotation,
    Hidden,
}

internal static class Elements
{
    private static readonly FrozenDictionary<string, Marks> MarksOf = new Dictionary<string, Marks>(StringComparer.Ordinal)
    {
        ["b"] = Marks.Strong,
        ["strong"] = Marks.Strong,
        ["i"] = Marks.Emphasis,
        ["em"] = Marks.Emphasis,
        ["cite"] = Marks.Emphasis,
        ["dfn"] = Marks.Emphasis,
        ["s"] = Marks.Strike,
        ["strike"] = Marks.Strike,
        ["del"] = Marks.Strike,
        ["code"] = Marks.Code,
        ["kbd"] = Marks.Code,
        ["samp"] = Marks.Code,
        ["tt"] = Marks.Code,
        ["sub"] = Marks.Subscript,
        ["sup"] = Marks.Superscript,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> RawText =
        FrozenSet.Create(StringComparer.Ordinal, "style", "iframe", "xmp", "noembed", "noframes", "noscript");

    private static readonly FrozenDictionary<string, Meaning> Meanings = Build();

    public static Meaning MeaningOf(string name) => Meanings.GetValueOrDefault(name);

    public static Marks MarkOf(string name) => MarksOf.GetValueOrDefault(name);

    /// <summary>Elements whose content is not markup (HTML 13.2.6.2).</summary>
    public static bool IsRawText(string name) => RawText.Contains(name);

    private static FrozenDictionary<string, Meaning> Build()
    {
        var meanings = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        Add(Meaning.Dropped, "script style iframe object applet form svg math template noscript noembed noframes frameset title textarea select "
            + "button canvas audio video map datalist dialog xmp plaintext portal");
        Add(Meaning.Block, "html body div section article header footer main aside nav address center dl fieldset legend details summary hgroup "
            + "search menuitem optgroup option");
        Add(Meaning.Paragraph, "p");
        Add(Meaning.Heading, "h1 h2 h3 h4 h5 h6");
        Add(Meaning.Quote, "blockquote");
        Add(Meaning.List, "ul ol menu dir");
        Add(Meaning.Item, "li");
        Add(Meaning.Term, "dt");
        Add(Meaning.Definition, "dd");
        Add(Meaning.Preformatted, "pre listing");
        Add(Meaning.Table, "table");
        Add(Meaning.RowGroup, "thead tbody tfoot");
        Add(Meaning.Row, "tr");
        Add(Meaning.Cell, "td th");
        Add(Meaning.TableCaption, "caption");
        Add(Meaning.Figure, "figure");
        Add(Meaning.Caption, "figcaption");
        Add(Meaning.Picture, "img image");
        Add(Meaning.Rule, "hr");
        Add(Meaning.Break, "br");
        Add(Meaning.Link, "a");
        Add(Meaning.Quotation, "q");
        foreach (var name in MarksOf.Keys) meanings[name] = Meaning.Mark;
        return meanings.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(Meaning meaning, string names)
        {
            foreach (var name in names.Split(' ')) meanings[name] = meaning;
        }
    }
}
