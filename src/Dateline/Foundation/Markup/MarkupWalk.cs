using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Dateline.Foundation.Markup;

/// <summary>Follows tags one by one, closes what HTML lets writers leave open, and tells the builder what it means.</summary>
internal sealed class MarkupWalk(HtmlTokenizer tokens, Uri? baseUri)
{
    private readonly BlockBuilder builder = new();
    private readonly OpenElements open = new();
    private string? dropping;
    private int droppingDepth;
    private int hidden;

    public void Take(HtmlToken token)
    {
        if (token is HtmlTagToken tag)
        {
            if (dropping is not null) Drop(tag);
            else if (tag.Type == HtmlTokenType.EndTag) End(tag.Name);
            else Start(tag);
        }
        else if (token.Type == HtmlTokenType.Character && dropping is null && hidden == 0)
        {
            builder.Text(token.Data);
        }
    }

    public List<Block> Finish()
    {
        while (open.Count > 0) Close(open.Count - 1);
        return builder.Finish();
    }

    private void Start(HtmlTagToken tag)
    {
        var meaning = TagMeaning.Of(tag);
        CloseImplied(meaning);
        switch (meaning)
        {
            case Meaning.Dropped:
                if (tag.IsSelfClosing && tag.Name is "svg" or "math") break;
                (dropping, droppingDepth) = (tag.Name, 1);
                SwitchTokenizer(tag.Name);
                break;
            case Meaning.Break:
                if (hidden == 0) builder.Break();
                break;
            case Meaning.Rule:
                if (hidden == 0 && !builder.IsPreformatted) builder.Add(new Rule());
                break;
            case Meaning.Picture:
                if (hidden == 0) Picture(tag);
                break;
            // Where an element was picked out by its class or style, its own end tag must be told from those within.
            case Meaning.Nothing when (hidden > 0 || open.Has(Meaning.Credit)) && !open.Full && !TagMeaning.IsVoid(tag.Name):
            case not Meaning.Nothing when !open.Full:
                open.Push(Begin(tag, meaning));
                break;
            case not (Meaning.Nothing or Meaning.Mark or Meaning.Link or Meaning.Quotation or Meaning.Hidden):
                builder.EndLine();
                break;
        }
    }

    private OpenElement Begin(HtmlTagToken tag, Meaning meaning)
    {
        var element = new OpenElement(tag.Name, meaning);
        switch (meaning)
        {
            case Meaning.Nothing:
                return element;
            case Meaning.Hidden:
                hidden++;
                return element with { Hides = true };
            case Meaning.Mark:
                // A copied document is often wrapped in <b style="font-weight:normal">.
                var mark = TagMeaning.IsStyled(tag, "font-weight:normal") ? Marks.None : Elements.MarkOf(tag.Name);
                builder.Mark(mark, begins: true);
                return element with { Marks = mark };
            case Meaning.Link:
                builder.Link = LinkTarget.Resolve(tag.GetAttribute("href"), baseUri);
                return element;
            case Meaning.Quotation:
                if (hidden == 0) builder.Text("“");
                return element;
            case Meaning.Term:
                builder.EndLine();
                builder.Mark(Marks.Strong, begins: true);
                return element with { Marks = Marks.Strong };
            case Meaning.Heading:
                builder.Heading(Math.Clamp(tag.Name[1] - '0', Heading.Highest, Heading.Lowest));
                return element;
            case Meaning.Preformatted:
                if (!open.Has(Meaning.Preformatted)) builder.BeginPreformatted();
                return element;
            case Meaning.Row:
                builder.BeginRow();
                return element;
            default:
                return element with { HasContainer = !builder.IsPreformatted && ContainerFor(tag, meaning) is { } container && builder.Begin(container) };
        }
    }

    private Container? ContainerFor(HtmlTagToken tag, Meaning meaning)
    {
        builder.EndLine();
        return meaning switch
        {
            Meaning.Quote => new(ContainerKind.Quote) { Cite = LinkTarget.Resolve(tag.GetAttribute("cite"), baseUri) },
            Meaning.List => new(ContainerKind.List) { Ordered = tag.Name == "ol", Start = TagMeaning.Number(tag, "start", ListBlock.MaximumStart) },
            Meaning.Item => new(ContainerKind.Item),
            Meaning.Table => new(ContainerKind.Table),
            Meaning.Cell => new(ContainerKind.Cell)
            {
                Header = tag.Name == "th",
                ColumnSpan = TagMeaning.Number(tag, "colspan", TableCell.MaximumSpan),
                RowSpan = TagMeaning.Number(tag, "rowspan", TableCell.MaximumSpan),
            },
            Meaning.Figure => new(ContainerKind.Figure),
            Meaning.Caption => new(ContainerKind.Caption),
            Meaning.Credit => new(ContainerKind.Credit),
            _ => null,
        };
    }

    private void Picture(HtmlTagToken tag)
    {
        if (PictureTag.Glyph(tag) is { } glyph) builder.Text(glyph);
        else if (PictureTag.Read(tag, baseUri) is { } picture) builder.Picture(picture);
    }

    private void End(string name)
    {
        var meaning = Elements.MeaningOf(name);
        if (meaning == Meaning.Break) builder.Break();          // HTML 13.2.6.4.7: </br> is a <br>
        // The element may have meant something by its class or style, so its name alone is what counts.
        var at = open.Count - 1;
        while (at >= 0 && open[at].Name != name)
        {
            if (open[at].Meaning is Meaning.Cell && meaning is not (Meaning.Table or Meaning.Row or Meaning.RowGroup)) return;
            at--;
        }
        if (at < 0) return;
        if (open[at].Meaning is Meaning.Mark or Meaning.Link or Meaning.Quotation) Close(at);
        else CloseDownTo(at);
    }

    private void CloseImplied(Meaning meaning)
    {
        if (meaning is Meaning.Nothing or Meaning.Mark or Meaning.Break or Meaning.Picture or Meaning.Quotation or Meaning.Dropped
            or Meaning.Hidden or Meaning.Credit) return;
        if (meaning == Meaning.Link)
        {
            if (open.Find(Meaning.Link) is >= 0 and var link) Close(link);
            return;
        }
        if (open.Find(Meaning.Paragraph, name: null, Meaning.Cell, Meaning.Table, Meaning.Figure) is >= 0 and var paragraph) Close(paragraph);
        switch (meaning)
        {
            case Meaning.Heading: CloseNearest(Meaning.Heading, Meaning.Cell); break;
            case Meaning.Item: CloseNearest(Meaning.Item, Meaning.List, Meaning.Cell, Meaning.Table, Meaning.Quote); break;
            case Meaning.Term or Meaning.Definition:
                CloseNearest(Meaning.Term, Meaning.Block, Meaning.Cell);
                CloseNearest(Meaning.Definition, Meaning.Block, Meaning.Cell);
                break;
            case Meaning.Cell:
                CloseNearest(Meaning.Cell, Meaning.Table);
                CloseNearest(Meaning.TableCaption, Meaning.Table);
                break;
            case Meaning.Row or Meaning.RowGroup:
                CloseNearest(Meaning.Cell, Meaning.Table);
                CloseNearest(Meaning.Row, Meaning.Table);
                CloseNearest(Meaning.TableCaption, Meaning.Table);
                if (meaning == Meaning.RowGroup) CloseNearest(Meaning.RowGroup, Meaning.Table);
                break;
        }
    }

    private void CloseNearest(Meaning meaning, params ReadOnlySpan<Meaning> barriers)
    {
        if (open.Find(meaning, name: null, barriers) is >= 0 and var at) CloseDownTo(at);
    }

    private void CloseDownTo(int index)
    {
        while (open.Count > index) Close(open.Count - 1);
    }

    private void Close(int index)
    {
        var element = open.RemoveAt(index);
        builder.Mark(element.Marks, begins: false);
        if (element.Hides) hidden--;
        switch (element.Meaning)
        {
            case Meaning.Mark or Meaning.Hidden or Meaning.Nothing:
                break;
            case Meaning.Link:
                builder.Link = null;
                break;
            case Meaning.Quotation:
                if (hidden == 0) builder.Text("”");
                break;
            case Meaning.Heading:
                builder.Heading(0);
                break;
            case Meaning.Preformatted:
                if (!open.Has(Meaning.Preformatted)) builder.EndPreformatted();
                break;
            default:
                if (element.HasContainer) builder.End();
                else builder.EndLine();
                break;
        }
    }

    private void Drop(HtmlTagToken tag)
    {
        if (tag.Type == HtmlTokenType.EndTag)
        {
            if (tag.Name == dropping && --droppingDepth == 0) dropping = null;
        }
        else
        {
            if (tag.Name == dropping && !(tag.IsSelfClosing && tag.Name is "svg" or "math")) droppingDepth++;
            // In foreign content <style> and <title> are ordinary elements.
            if (dropping is not ("svg" or "math")) SwitchTokenizer(tag.Name);
        }
    }

    private void SwitchTokenizer(string name)
    {
        if (name == "script") tokens.State = HtmlParseMode.Script;
        else if (name is "title" or "textarea") tokens.State = HtmlParseMode.RCData;
        else if (name == "plaintext") tokens.State = HtmlParseMode.Plaintext;
        else if (Elements.IsRawText(name)) tokens.State = HtmlParseMode.Rawtext;
    }
}
