using System.Buffers;

namespace Dateline.Formats.Text;

/// <summary>The first bytes of a document, by which its format is told, and the stream behind them.</summary>
/// <param name="Stream">What follows.</param>
/// <param name="Buffer">Rented; whoever opens a window over the head returns it.</param>
/// <param name="Count">How many bytes of the buffer are the document's.</param>
internal readonly record struct DocumentHead(SentStream Stream, byte[] Buffer, int Count)
{
    private const int Reach = 64 * 1024;

    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(0, Count);

    public static async ValueTask<DocumentHead> ReadAsync(SentStream stream, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Reach);
        var count = 0;
        while (count < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(count), cancel);
            if (read == 0) break;
            count += read;
        }

        return new DocumentHead(stream, buffer, count);
    }
}
