using System.Buffers;
using System.Text;

namespace Dateline.Formats.Text;

/// <summary>
/// UTF-8 that was taken for windows-1252 and encoded once more: <c>Ã©</c> for é. Runs that make UTF-8 again are put right,
/// everything else stays, so that a document may be half and half.
/// </summary>
internal static class TwiceEncoded
{
    private const int Enough = 3;
    private const int Reach = 64 * 1024;

    private static readonly Encoding Western = Charset.Find("windows-1252")!;
    private static readonly SearchValues<char> Leads = SearchValues.Create([.. Enumerable.Range(0xC2, 0xF5 - 0xC2).Select(b => (char)b)]);

    /// <summary>Whether a text was encoded twice: a few characters that nobody writes, and hardly any beside them.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Reach)];
        var (mended, other) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < '\u0080') continue;
            if (Run(text[i..], out _) is > 0 and var length)
            {
                mended++;
                i += length - 1;
            }
            else other++;
        }

        return mended >= Enough && mended > other;
    }

    /// <summary>Puts right what stands in the buffer; returns its new length.</summary>
    public static int Mend(Span<char> text)
    {
        var to = 0;
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny(Leads);
            var plain = next < 0 ? text.Length - i : next;
            text.Slice(i, plain).CopyTo(text[to..]);
            (i, to) = (i + plain, to + plain);
            if (next < 0) break;
            if (Run(text[i..], out var rune) is > 0 and var length)
            {
                to += rune.EncodeToUtf16(text[to..]);
                i += length;
            }
            else text[to++] = text[i++];
        }

        return to;
    }

    /// <summary>How many of the last characters may be the beginning of a run that the next ones complete.</summary>
    public static int Open(ReadOnlySpan<char> text)
    {
        for (var back = Math.Min(3, text.Length); back > 0; back--)
            if (Leads.Contains(text[^back]) && back < LengthOf((byte)text[^back])) return back;

        return 0;
    }

    private static int LengthOf(byte lead) => lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;

    private static int Run(ReadOnlySpan<char> text, out Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        rune = default;
        if (!Leads.Contains(text[0])) return 0;
        var length = LengthOf((byte)text[0]);
        if (text.Length < length) return 0;
        for (var i = 0; i < length; i++)
            if (!TryByte(text[i], out bytes[i])) return 0;

        return Rune.DecodeFromUtf8(bytes[..length], out rune, out var used) == OperationStatus.Done && used == length ? length : 0;
    }

    // What windows-1252 has no character for went through as it was.
    private static bool TryByte(char c, out byte value)
    {
        value = (byte)c;
        if (c < '\u0100') return c >= '\u0080';
        Span<byte> one = stackalloc byte[4];
        if (Western.GetBytes([c], one) != 1 || one[0] < 0x80) return false;
        value = one[0];
        return true;
    }
}
