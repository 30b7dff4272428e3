using System.Buffers;

namespace Dateline.Formats.Text;

/// <summary>The part of a document that is in memory, undecoded: for formats that name their encoding within, or not at all.</summary>
internal sealed class ByteWindow : IDisposable
{
    private const int Piece = 64 * 1024;

    private readonly SentStream stream;
    private readonly int limit;
    private byte[] bytes;
    private int start;
    private int end;

    public ByteWindow(DocumentHead head, int limit)
    {
        stream = head.Stream;
        this.limit = limit;
        bytes = head.Buffer;
        end = head.Count;
    }

    public ReadOnlySpan<byte> Rest => bytes.AsSpan(start, end - start);

    public bool AtEnd { get; private set; }

    public bool IsFull => end - start >= limit;

    public long Position { get; private set; }

    public int Line { get; private set; } = 1;

    public void Skip(int length)
    {
        Line += Rest[..length].Count((byte)'\n');
        Position += length;
        start += length;
    }

    /// <summary>Gets more bytes into <see cref="Rest"/>. At the end of the document <see cref="AtEnd"/> becomes true.</summary>
    public async ValueTask MoreAsync(CancellationToken cancel)
    {
        if (start > 0)
        {
            Rest.CopyTo(bytes);
            end -= start;
            start = 0;
        }

        if (bytes.Length - end < Piece)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, end + Piece));
            bytes.AsSpan(0, end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        var read = await stream.ReadAsync(bytes.AsMemory(end), cancel);
        AtEnd = read == 0;
        end += read;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }
}
