using System.Buffers;
using Dateline.Formats.Text;

namespace Dateline.Formats.InText;

/// <summary>
/// A stretch of a body as it is read, with the place in the markup of each of its characters, so that what is recognised in
/// the text can be cut out of the markup. One block at a time: a dateline doesn't run over the end of a paragraph.
/// </summary>
/// <param name="chars">Room for the characters of a block.</param>
/// <param name="stretches">Room for one more than these. Neither needs to be cleared.</param>
internal ref struct TextRun(Span<char> chars, Span<long> stretches)
{
    /// <summary>How much markup is looked through for one block.</summary>
    public const int Reach = 8 * 1024;

    // What is taken over as it stands goes as far as the next of these: tags, references, white space but a single blank.
    private static readonly SearchValues<char> Turns =
        SearchValues.Create([.. Enumerable.Range(1, char.MaxValue).Select(code => (char)code).Where(c => c is '<' or '&' || (c != ' ' && char.IsWhiteSpace(c)))]);

    private static readonly SearchValues<char> AsciiTurns = SearchValues.Create("<&\t\n\v\f\r");

    private readonly Span<char> chars = chars;

    // Characters that stand one after the other in the body: the index of the first of them here in the upper half, its place there in the lower.
    private readonly Span<long> stretches = stretches;
    private int length;
    private int count;

    public readonly ReadOnlySpan<char> Text => chars[..length];

    /// <summary>Where the character at this index stands in the body; past the last one: where the run ends.</summary>
    public readonly int Place(int index)
    {
        var known = count - 1;
        while (stretches[known] >> 32 > index) known--;
        return (int)stretches[known] + index - (int)(stretches[known] >> 32);
    }

    /// <summary>Reads the next block that has text, from a place in the body on. False when there is none.</summary>
    /// <param name="body">The body.</param>
    /// <param name="at">Where to begin; afterwards where the block was left.</param>
    public bool Next(NewsBody body, ref int at)
    {
        (length, count) = (0, 0);
        return body.Kind == BodyKind.Html ? Markup(body.Content, ref at) : Plain(body.Content, ref at);
    }

    /// <summary>Whether there is any text from a place in the body on.</summary>
    public static bool IsAnyIn(NewsBody body, int at)
    {
        if (body.Kind != BodyKind.Html) return !body.Content.AsSpan(Math.Min(at, body.Content.Length)).IsWhiteSpace();
        Span<char> one = stackalloc char[2];
        Span<long> its = stackalloc long[3];
        return new TextRun(one, its).Next(body, ref at);
    }

    private bool Plain(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        Begins(at);
        var line = text.AsSpan(at, Math.Min(text.Length - at, chars.Length));
        if (line.IndexOfAny('\n', '\r') is >= 0 and var end) line = line[..end];
        line.CopyTo(chars);
        length = line.Length;
        at += length;
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

        Begins(at);
        return length > 0;
    }

    /// <summary>Takes over what needs nothing done to it, which is most of a text; tells how much that was.</summary>
    private int Take(ReadOnlySpan<char> rest, int at)
    {
        if (rest.IsEmpty || (rest[0] == ' ' && (length == 0 || chars[length - 1] == ' '))) return 0;
        if (rest.IndexOfAny(AsciiTurns) is >= 0 and var turn) rest = rest[..turn];
        if (HasOtherBlank(rest) && rest.IndexOfAny(Turns) is >= 0 and var gap) rest = rest[..gap];
        if (rest.IndexOf("  ") is >= 0 and var blanks) rest = rest[..(blanks + 1)];
        if (rest.IsEmpty) return 0;
        rest.CopyTo(chars[length..]);
        Begins(at);
        length += rest.Length;
        return rest.Length;
    }

    // Whether there may be white space that isn't ASCII: of these letters all are found many at a time.
    private static bool HasOtherBlank(ReadOnlySpan<char> text) => text.ContainsAny("\u00A0\u3000\u0085\u1680") || text.ContainsAnyInRange('\u2000', '\u205F');

    private void Add(char c, int at)
    {
        Begins(at);
        chars[length++] = c;
    }

    // A stretch at the end of what is there, unless it goes on from the last.
    private void Begins(int at)
    {
        if (count > 0 && (int)stretches[count - 1] + length - (int)(stretches[count - 1] >> 32) == at) return;
        stretches[count++] = ((long)length << 32) | (uint)at;
    }
}
