using System.Buffers;
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

    // What is taken over as it stands goes as far as the next of these: tags, references, white space but a single blank.
    private static readonly SearchValues<char> Turns =
        SearchValues.Create([.. Enumerable.Range(1, char.MaxValue).Select(code => (char)code).Where(c => c is '<' or '&' || (c != ' ' && char.IsWhiteSpace(c)))]);

    private static readonly SearchValues<char> AsciiTurns = SearchValues.Create("<&\t\n\v\f\r");

    private readonly Span<char> chars = chars;

    // Where the character stands, counted from 1; 0 where it stands right after the one before it.
    private readonly Span<int> places = places;
    private int length;

    public readonly ReadOnlySpan<char> Text => chars[..length];

    /// <summary>Where the character at this index stands in the body; past the last one: where the run ends.</summary>
    public readonly int Place(int index)
    {
        var known = index;
        while (places[known] == 0) known--;
        return places[known] - 1 + index - known;
    }

    /// <summary>Reads the next block that has text, from a place in the body on. False when there is none.</summary>
    /// <param name="body">The body.</param>
    /// <param name="at">Where to begin; afterwards where the block was left.</param>
    public bool Next(NewsBody body, ref int at)
    {
        // What the block before left is cleared; the rest of it was never written to.
        places[..(length + 1)].Clear();
        length = 0;
        return body.Kind == BodyKind.Html ? Markup(body.Content, ref at) : Plain(body.Content, ref at);
    }

    /// <summary>Whether there is any text from a place in the body on.</summary>
    public static bool IsAnyIn(NewsBody body, int at)
    {
        Span<char> one = stackalloc char[2];
        Span<int> its = stackalloc int[3];
        return new TextRun(one, its).Next(body, ref at);
    }

    private bool Plain(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        while (at < text.Length && length < chars.Length && text[at] is not ('\n' or '\r')) Add(text[at], at++);
        places[length] = at + 1;
        return length > 0;
    }

    private bool Markup(string html, ref int at)
    {
        Span<char> decoded = stackalloc char[2];
        var limit = Math.Min(html.Length, at + Reach);
        while (at < limit && length < chars.Length - 1)
        {
            var rest = html.AsSpan(at, limit - at);
            if (Take(rest[..Math.Min(rest.Length, chars.Length - 1 - length)], at) is > 0 and var taken)
            {
                at += taken;
                continue;
            }

            if (rest[0] == '<' && HtmlTag.KindOf(rest) is not TagKind.None and var kind)
            {
                if (length > 0 && kind.HasFlag(TagKind.Block)) break;
                at += HtmlTag.SkipLength(rest, kind);
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

        places[length] = at + 1;
        return length > 0;
    }

    /// <summary>Takes over what needs nothing done to it, which is most of a text; tells how much that was.</summary>
    private int Take(ReadOnlySpan<char> rest, int at)
    {
        if (rest.IsEmpty || (rest[0] == ' ' && (length == 0 || chars[length - 1] == ' '))) return 0;
        if (rest.IndexOfAny(AsciiTurns) is >= 0 and var turn) rest = rest[..turn];
        if (rest.ContainsAnyExceptInRange('\0', '\x7F') && rest.IndexOfAny(Turns) is >= 0 and var gap) rest = rest[..gap];
        if (rest.IndexOf("  ") is >= 0 and var blanks) rest = rest[..(blanks + 1)];
        if (rest.IsEmpty) return 0;
        rest.CopyTo(chars[length..]);
        places[length] = at + 1;
        length += rest.Length;
        return rest.Length;
    }

    private void Add(char c, int at)
    {
        chars[length] = c;
        places[length++] = at + 1;
    }
}
