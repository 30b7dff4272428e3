using System.Xml;

namespace Dateline.Operating.Moving;

/// <summary>
/// A text without what XML 1.0 forbids (section 2.2): WordPress writes control characters and halves of surrogate pairs into its
/// exports as it finds them, and one of them makes the whole file no XML.
/// </summary>
internal sealed class XmlLetters(TextReader inner) : TextReader
{
    private const char Replacement = '\uFFFD';
    private char _high; // a pair that a buffer's end tore apart

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (buffer.Length < 2) return buffer.IsEmpty ? 0 : throw new ArgumentException("There must be room for a pair.", nameof(buffer));
        var (from, kept) = (0, 0);
        if (_high != 0)
        {
            buffer[0] = _high;
            (_high, from) = ('\0', 1);
        }
        var read = from + inner.Read(buffer[from..]);
        if (read == 0) return 0;
        if (char.IsHighSurrogate(buffer[read - 1]) && read > from) _high = buffer[--read];
        for (var i = 0; i < read; i++)
        {
            var letter = buffer[i];
            if (char.IsHighSurrogate(letter) && i + 1 < read && char.IsLowSurrogate(buffer[i + 1]))
            {
                buffer[kept++] = letter;
                buffer[kept++] = buffer[++i];
            }
            else if (char.IsSurrogate(letter)) buffer[kept++] = Replacement;
            else if (XmlConvert.IsXmlChar(letter)) buffer[kept++] = letter;
        }
        // Nothing left of it isn't the end.
        return kept > 0 ? kept : Read(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
