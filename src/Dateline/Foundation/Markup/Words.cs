using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>
/// Counts words the way word processors do: what stands between spaces and holds a letter or digit, and in Chinese and
/// Japanese every character. The reader keeps its place between pieces, since a word may be half bold.
/// </summary>
public struct Words
{
    private bool inWord;

    public int Counted { get; private set; }

    public static int Count(string text)
    {
        var words = new Words();
        words.Read(text, int.MaxValue);
        return words.Counted;
    }

    public static int Count(Body body) => Count(body.Blocks);

    public static int Count(Block block) => block switch
    {
        Paragraph paragraph => Count(paragraph.Content),
        Heading heading => Count(heading.Content),
        Quote quote => Count(quote.Blocks),
        ListBlock list => list.Items.Sum(item => Count(item.Blocks)),
        Table table => table.Rows.Sum(row => row.Cells.Sum(cell => Count(cell.Content))),
        PictureBlock picture => Count(picture.Caption) + Count(picture.Credit),
        Preformatted preformatted => Count(preformatted.Value),
        Embed embed => Count(embed.Url.Value),
        _ => 0,
    };

    private static int Count(Sequence<Block> blocks) => blocks.Sum(Count);

    public static int Count(Inlines content) => Count(PlainText.From(content));

    /// <summary>Reads on until the word after the limit would begin; says where that is, or the length when it doesn't.</summary>
    public int Read(ReadOnlySpan<char> text, int limit)
    {
        var at = 0;
        while (at < text.Length)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            if (IsIdeograph(rune.Value))
            {
                if (Counted == limit) return at;
                Counted++;
                inWord = false;
            }
            else if (Rune.IsWhiteSpace(rune) || rune.Value is '—' or '\u200B')
            {
                inWord = false;
            }
            else if (!inWord && Rune.IsLetterOrDigit(rune))
            {
                if (Counted == limit) return at;
                Counted++;
                inWord = true;
            }
            at += length;
        }
        return text.Length;
    }

    public void EndWord() => inWord = false;

    private static bool IsIdeograph(int c) => c is >= 0x3040 and <= 0x30FF      // kana
        or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}
