using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>Collects the pieces of one paragraph, with white space as a browser would show it.</summary>
internal sealed class InlineBuilder
{
    private readonly List<Inline> pieces = [];
    private readonly StringBuilder run = new();
    private Marks marks;
    private LinkTarget? link;
    private bool space;
    private Marks spaceMarks;
    private LinkTarget? spaceLink;

    /// <summary>Whether anything can be seen since the last line break.</summary>
    public bool LineIsVisible { get; private set; }
    public bool IsVisible { get; private set; }

    public void Append(string value, Marks withMarks, LinkTarget? withLink)
    {
        var text = CleanText.Flowing(value).AsSpan();
        while (!text.IsEmpty)
        {
            var word = text.IndexOf(' ');
            if (word < 0) word = text.Length;
            if (word > 0)
            {
                AppendPendingSpace();
                Piece(text[..word], withMarks, withLink);
                if (!LineIsVisible && CleanText.IsVisible(text[..word])) LineIsVisible = IsVisible = true;
            }
            text = text[word..];
            var rest = text.TrimStart(' ');
            if (rest.Length < text.Length && !space) (space, spaceMarks, spaceLink) = (true, withMarks, withLink);
            text = rest;
        }
    }

    public void Break()
    {
        EndRun();
        space = false;
        LineIsVisible = false;
        pieces.Add(LineBreak.One);
    }

    /// <summary>What was collected, trimmed; or nothing if a reader would see nothing. The builder is empty again.</summary>
    public Inlines? Take()
    {
        EndRun();
        var taken = IsVisible ? Trim(pieces) : null;
        pieces.Clear();
        space = LineIsVisible = IsVisible = false;
        return taken;
    }

    private static Inlines Trim(List<Inline> pieces)
    {
        var from = 0;
        var to = pieces.Count;
        while (from < to && IsBlank(pieces[from])) from++;
        while (to > from && IsBlank(pieces[to - 1])) to--;
        if (pieces[from] is Text first) pieces[from] = first with { Value = first.Value.TrimStart() };
        if (pieces[to - 1] is Text last) pieces[to - 1] = last with { Value = last.Value.TrimEnd() };
        return Inlines.Of(pieces.GetRange(from, to - from).ToArray());
    }

    private static bool IsBlank(Inline piece) => piece is not Text text || string.IsNullOrWhiteSpace(text.Value);

    private void AppendPendingSpace()
    {
        if (!space) return;
        space = false;
        if (run.Length > 0 || pieces is [.., not LineBreak]) Piece(" ", spaceMarks, spaceLink);
    }

    private void Piece(ReadOnlySpan<char> text, Marks withMarks, LinkTarget? withLink)
    {
        if (withMarks != marks || withLink != link) EndRun();
        (marks, link) = (withMarks, withLink);
        run.Append(text);
    }

    private void EndRun()
    {
        if (run.Length > 0) pieces.Add(new Text(run.ToString(), marks, link));
        run.Clear();
    }
}
