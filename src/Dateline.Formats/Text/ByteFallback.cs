using System.Text;

namespace Dateline.Formats.Text;

/// <summary>
/// Bytes that are not UTF-8 inside a UTF-8 document, read one by one in a single-byte encoding: pages are pasted
/// together from parts, and an undeclared windows-1252 feed may show its first accent after a megabyte.
/// </summary>
internal sealed class ByteFallback : DecoderFallback
{
    private readonly char[] chars = new char[256];

    public ByteFallback(Encoding single)
    {
        Span<byte> one = stackalloc byte[1];
        for (var i = 0; i < chars.Length; i++)
        {
            one[0] = (byte)i;
            single.GetChars(one, chars.AsSpan(i, 1));
        }
    }

    /// <summary>Whether a byte had to be read this way.</summary>
    public bool WasUsed { get; private set; }

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Bytes(this);

    private sealed class Bytes(ByteFallback owner) : DecoderFallbackBuffer
    {
        private readonly char[] pending = new char[4];
        private int length;
        private int next;

        public override int Remaining => length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.WasUsed = true;
            length = Math.Min(bytesUnknown.Length, pending.Length);
            next = 0;
            for (var i = 0; i < length; i++) pending[i] = owner.chars[bytesUnknown[i]];
            return length > 0;
        }

        public override char GetNextChar() => next < length ? pending[next++] : '\0';

        public override bool MovePrevious() => next > 0 && next-- > 0;

        public override void Reset() => (length, next) = (0, 0);
    }
}
