namespace Dateline.Formats.InText;

/// <summary>
/// The paragraph that WordPress puts under each item of a feed, <c>The post … appeared first on …</c>: the address of the page,
/// which the item has already, and no part of the story.
/// </summary>
internal static class FeedFooter
{
    private const int LongestMarkup = 2000;
    private const int LongestText = 600;
    private const int LongestStart = 30;

    private static readonly (string Start, string Middle)[] Wordings =
    [
        ("The post ", " appeared first on "), (Slash, " at "), ("The article ", " appeared first on "), ("Der Beitrag ", " erschien zuerst auf "), ("L’article ", " est apparu en premier sur "), ("L'article ", " est apparu en premier sur "),
        ("Cet article ", " est apparu en premier sur "), ("La entrada ", " se publicó primero en "), ("La entrada ", " aparece primero en "), ("L'articolo ", " proviene da "), ("L’articolo ", " proviene da "), ("O post ", " apareceu primeiro em "),
        ("Het bericht ", " verscheen eerst op "), ("Сообщение ", " появились сначала на "), ("نوشته ", " اولین بار در "), ("ظهرت المقالة ", " أولاً على "),
    ];

    // What Medium writes below a story begins with the story's own title.
    private const string Medium = "on Medium, where people are continuing the conversation by highlighting and responding to this story";

    private const string Slash = "Read more of this story";

    /// <summary>The body without it; the same body where there is none.</summary>
    public static NewsBody Cut(NewsBody body)
    {
        var start = LastBlock(body);
        if (start <= 0) return body;
        var isMediums = body.Content.AsSpan(start).Contains(Medium, StringComparison.Ordinal);
        if (!isMediums && (!Begins(body, start) || !IsAlone(body, start))) return body;
        var cut = BodyCut.Cut(body, start, body.Content.Length);
        var rest = cut.Content.TrimEnd();
        if (isMediums && rest.EndsWith("<hr>", StringComparison.OrdinalIgnoreCase)) rest = rest[..^"<hr>".Length].TrimEnd();
        return cut with { Content = rest };
    }

    // Few last paragraphs begin so: the rest of the others is not read.
    private static bool Begins(NewsBody body, int at)
    {
        Span<char> chars = stackalloc char[LongestStart + 1];
        Span<int> places = stackalloc int[LongestStart + 2];
        var run = new TextRun(chars, places);
        if (!run.Next(body, ref at)) return false;
        foreach (var (start, _) in Wordings)
            if (run.Text.StartsWith(start, StringComparison.Ordinal)) return true;

        return IsMoreLine(body, run.Text);
    }

    // The end of a summary, whose lines are all that is left of its markup.
    private static bool IsMoreLine(NewsBody body, ReadOnlySpan<char> text) => body.Kind == BodyKind.Text && TailMarks.IsMoreLink(text);

    private static bool IsAlone(NewsBody body, int at)
    {
        Span<char> chars = stackalloc char[LongestText];
        Span<int> places = stackalloc int[LongestText + 1];
        var run = new TextRun(chars, places);
        return run.Next(body, ref at) && (Is(run.Text) || IsMoreLine(body, run.Text)) && !run.Next(body, ref at);
    }

    private static bool Is(ReadOnlySpan<char> text)
    {
        foreach (var (start, middle) in Wordings)
            if (text.StartsWith(start, StringComparison.Ordinal) && text.IndexOf(middle, StringComparison.Ordinal) >= start.Length) return true;

        return false;
    }

    private static int LastBlock(NewsBody body)
    {
        var text = body.Content.AsSpan().TrimEnd();
        var from = Math.Max(0, text.Length - LongestMarkup);
        if (body.Kind == BodyKind.Text) return text[from..].LastIndexOf('\n') is >= 0 and var line ? from + line : -1;
        for (var at = text.LastIndexOf('<'); at >= from; at = text[..at].LastIndexOf('<'))
            if (at + 1 < text.Length && text[at + 1] is 'p' or 'P') return at;

        return -1;
    }
}
