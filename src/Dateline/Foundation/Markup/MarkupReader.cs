using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Dateline.Foundation.Markup;

/// <summary>
/// Makes a body from markup that somebody sent. Blocks are built from what is on the allow-list; nothing of the input's own
/// markup is ever passed on, so it does not matter whether a browser would have read it in the same way.
/// </summary>
internal static class MarkupReader
{
    public const int MaximumLength = 4_000_000;

    public static Checked<Body> Read(string untrustedHtml, Uri? baseUri = null)
    {
        if (untrustedHtml.Length > MaximumLength) return new MarkupRefusal("too-long", $"The text has more than {MaximumLength} characters of markup.");
        // AngleSharp's tokenizer, without its tree builder: the tree that HTML5 asks for grows with the square of such
        // input as "<b a=1><b a=2>…<p><p>…" and takes minutes for a megabyte. This walk is linear whatever comes.
        using var source = new TextSource(untrustedHtml);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        var walk = new MarkupWalk(tokens, baseUri);
        while (tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token) walk.Take(token);
        return Body.TryFrom(walk.Finish());
    }

    /// <summary>Plain text: a blank line ends a paragraph, a single line end is kept.</summary>
    public static Checked<Body> ReadText(string plain)
    {
        if (plain.Length > MaximumLength) return new MarkupRefusal("too-long", $"The text has more than {MaximumLength} characters.");
        var builder = new BlockBuilder();
        var paragraph = new List<string>();
        foreach (var line in CleanText.Lines(plain).AsSpan().EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                paragraph.Add(line.ToString());
                continue;
            }
            Put(builder, paragraph);
            builder.Break();
        }
        Put(builder, paragraph);
        return Body.TryFrom(builder.Finish());
    }

    private static void Put(BlockBuilder builder, List<string> paragraph)
    {
        var areRows = TextColumns.Are(paragraph);
        if (areRows) builder.BeginPreformatted();
        for (var i = 0; i < paragraph.Count; i++)
        {
            builder.Text(paragraph[i].TrimEnd());
            if (!areRows || i + 1 < paragraph.Count) builder.Break();
        }
        if (areRows) builder.EndPreformatted();
        paragraph.Clear();
    }
}
