namespace Dateline.Formats.InText;

/// <summary>
/// The paragraph that WordPress puts under each item of a feed, <c>The post … appeared first on …</c>: the address of the page,
/// which the item has already, and no part of the story.
/// </summary>
internal static class FeedFooter
{
    private const int LongestMarkup = 2000;
    private const int LongestText = 600;

    private static readonly (string Start, string Middle)[] Wordings =
    [
        ("The post ", " appeared first on "), ("The article ", " appeared first on "), ("Der Beitrag ", " erschien zuerst auf "), ("L’article ", " est apparu en premier sur "), ("L'article ", " est apparu en premier sur "),
        ("Cet article ", " est apparu en premier sur "), ("La entrada ", " se publicó primero en "), ("La entrada ", " aparece primero en "), ("L'articolo ", " proviene da "), ("L’articolo ", " proviene da "), ("O post ", " apareceu primeiro em "),
        ("Het bericht ", " verscheen eerst op "), ("Сообщение ", " появились сначала на "), ("نوشته ", " اولین بار در "), ("ظهرت المقالة ", " أولاً على "),
    ];

    /// <summary>The body without it; the same body where there is none.</summary>
    public static NewsBody Cut(NewsBody body)
    {
        var start = LastBlock(body);
        if (start <= 0) return body;
        Span<char> chars = stackalloc char[LongestText];
        Span<int> places = stackalloc int[LongestText + 1];
        var run = new TextRun(chars, places);
        var at = start;
        if (!run.Next(body, ref at) || !Is(run.Text) || run.Next(body, ref at)) return body;
        var cut = BodyCut.Cut(body, start, body.Content.Length);
        return cut with { Content = cut.Content.TrimEnd() };
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
        var at = body.Kind == BodyKind.Html ? text[from..].LastIndexOf("<p", StringComparison.OrdinalIgnoreCase) : text[from..].LastIndexOf('\n');
        return at < 0 ? -1 : from + at;
    }
}
