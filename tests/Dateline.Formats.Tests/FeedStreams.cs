using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>A stream that gives a byte at a time.</summary>
internal sealed class Dripping(byte[] bytes) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer.Length > 1 ? buffer[..1] : buffer, cancellationToken);
}

/// <summary>A document made while it is read, so that it is never in memory.</summary>
internal sealed class Endless(string start, Func<int, string> piece, int pieces, string end) : Stream
{
    private byte[] pending = Encoding.UTF8.GetBytes(start);
    private int at;
    private int made;
    private long given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => given;

    public override long Position
    {
        get => given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (at == pending.Length)
        {
            if (made > pieces) return 0;
            pending = Encoding.UTF8.GetBytes(made < pieces ? piece(made) : end);
            made++;
            at = 0;
        }

        var length = Math.Min(count, pending.Length - at);
        Array.Copy(pending, at, buffer, offset, length);
        at += length;
        given += length;
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
