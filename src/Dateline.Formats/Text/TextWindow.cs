using System.Buffers;
using System.Text;

namespace Dateline.Formats.Text;

/// <summary>
/// The part of a document that is in memory: decoded text from the first character not yet dealt with. It grows
/// until it holds the largest piece allowed, never further.
/// </summary>
internal sealed class TextWindow : IDisposable
{
    private const int Slack = 64 * 1024;

    private readonly SentStream stream;
    private readonly int limit;
    private readonly byte[] bytes;
    private readonly Decoder decoder;
    private readonly ByteFallback? fallback;
    private readonly char[] held = new char[3];
    private readonly bool isTwice;
    private char[] chars;
    private int heldCount;
    private int start;
    private int end;
    private int pendingStart;
    private int pendingEnd;

    private TextWindow(SentStream stream, int limit, byte[] bytes, int byteCount, Charset charset)
    {
        this.stream = stream;
        this.limit = limit;
        this.bytes = bytes;
        pendingStart = charset.MarkLength;
        pendingEnd = byteCount;
        decoder = charset.Encoding.GetDecoder();
        fallback = charset.Encoding.DecoderFallback as ByteFallback;
        CharsetRepair = charset.Repair;
        isTwice = charset.IsTwice;
        chars = ArrayPool<char>.Shared.Rent(2 * Slack);
    }

    /// <summary>What was wrong with the encoding as declared.</summary>
    public string? CharsetRepair { get; }

    public bool ReadStrayBytes => fallback is { WasUsed: true };

    public ReadOnlySpan<char> Rest => chars.AsSpan(start, end - start);

    public bool AtEnd { get; private set; }

    public bool IsFull => end - start >= limit;

    public long Position { get; private set; }

    public int Line { get; private set; } = 1;

    public ReadOnlyMemory<char> Memory(int length) => chars.AsMemory(start, length);

    /// <summary>Decodes what begins with this head. The window keeps the head's buffer as its own.</summary>
    public static TextWindow Open(DocumentHead head, NewsReadOptions options) =>
        new(head.Stream, options.MaxItemChars, head.Buffer, head.Count, Charset.Choose(head.Bytes, options.DeclaredCharset));

    public void Skip(int length)
    {
        Line += Rest[..length].Count('\n');
        Position += length;
        start += length;
    }

    /// <summary>Gets more text into <see cref="Rest"/>. At the end of the document <see cref="AtEnd"/> becomes true.</summary>
    public async ValueTask MoreAsync(CancellationToken cancel)
    {
        MakeRoom();

        // Small pieces off a slow line are gathered, so that what is scanned again for each is not scanned often.
        var wanted = Math.Min(chars.Length - end, 16 * 1024) + end;
        while (!AtEnd && end < wanted)
        {
            if (pendingStart == pendingEnd)
            {
                pendingStart = 0;
                pendingEnd = await stream.ReadAsync(bytes, cancel);
            }

            held.AsSpan(0, heldCount).CopyTo(chars.AsSpan(end));
            decoder.Convert(bytes.AsSpan(pendingStart, pendingEnd - pendingStart), chars.AsSpan(end + heldCount), pendingEnd == 0, out var used, out var made, out _);
            AtEnd = pendingEnd == 0;
            pendingStart += used;
            end += isTwice ? Mended(chars.AsSpan(end, heldCount + made)) : made;
            if (used == 0 && made == 0 && !AtEnd) return;
        }
    }

    // What may go on in the next piece waits for it.
    private int Mended(Span<char> fresh)
    {
        heldCount = AtEnd ? 0 : TwiceEncoded.Open(fresh);
        fresh[^heldCount..].CopyTo(held);
        return TwiceEncoded.Mend(fresh[..^heldCount]);
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            Rest.CopyTo(chars);
            end -= start;
            start = 0;
        }

        if (chars.Length - end >= Slack / 2) return;
        var larger = ArrayPool<char>.Shared.Rent((int)Math.Min(2L * chars.Length, limit + (2L * Slack)));
        chars.AsSpan(0, end).CopyTo(larger);
        ArrayPool<char>.Shared.Return(chars);
        chars = larger;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(chars);
        ArrayPool<byte>.Shared.Return(bytes);
        chars = [];
    }
}
