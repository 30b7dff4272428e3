using Dateline.Formats.Text;

namespace Dateline.Formats.InText;

/// <summary>
/// A stretch of a body as it is read, with the place in the markup of each of its characters, so that what is recognised in
/// the text can be cut out of the markup. One block at a time: a dateline doesn't run over the end of a paragraph.
/// </summary>
internal ref struct TextRun(Span<char> chars, Span<int> places)
{
    /// <summary>How much markup is looked through for one block.</summary>
    public const int Reach = 8 * 1024;

    private readonly Span<char> chars = chars;
    private readonly Span<int> places = places;
    private int length;

    public readonly ReadOnlySpan<char> Text => chars[..length];

    /// <summary>Where the character at this index stands in the body; past the last one: where the run ends.</summary>
    public readonly int Place(int index) => places[index];

    /// <summary>Reads the next block that has text, from a place in the body on. False when there is none.</summary>
    /// <param name="body">The body.</param>
    /// <param name="at">Where to begin; afterwards where the block was left.</param>
    public bool Next(NewsBody body, ref int at)
    {
        length = 0;
        return body.Kind == BodyKind.Html ? Markup(body.Content, ref at) : Plain(body.Content, ref at);
    }

    private bool Plain(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        while (at < text.Length && length < chars.Length && text[at] is not ('\n' or '\r')) Add(text[at], at++);
        places[length] = at;
        return length > 0;
    }

    private bool Markup(string html, ref int at)
    {
        Span<char> decoded = stackalloc char[2];
        var limit = Math.Min(html.Length, at + Reach);
        while (at < limit && length < chars.Length - 1)
        {
            var rest = html.AsSpan(at, limit - at);
            if (rest[0] == '<' && (HtmlText.IsTag(rest) || rest.StartsWith("<!") || rest.StartsWith("<?")))
            {
                if (length > 0 && HtmlText.EndsBlock(rest)) break;
                at += HtmlText.SkipLength(rest);
                continue;
            }

            var (written, used) = (1, 1);
            decoded[0] = rest[0];
            if (rest[0] == '&') used = XmlText.Reference(rest, decoded, out written, null);
            for (var i = 0; i < written; i++)
            {
                var isBlank = char.IsWhiteSpace(decoded[i]);
                if (isBlank && (length == 0 || chars[length - 1] == ' ')) continue;
                if (length < chars.Length) Add(isBlank ? ' ' : decoded[i], at);
            }

            at += used;
        }

        places[length] = at;
        return length > 0;
    }

    private void Add(char c, int at)
    {
        chars[length] = c;
        places[length++] = at;
    }
}
