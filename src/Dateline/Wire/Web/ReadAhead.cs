using Dateline.Foundation.Fetching;

namespace Dateline.Wire.Web;

/// <summary>
/// What a server answers, with its beginning in memory already: as much as is kept of a document. What breaks off does so where it
/// did, after all that came.
/// </summary>
internal sealed class ReadAhead : Stream
{
    private const int First = 64 << 10;

    private readonly Stream _body;
    private readonly FetchException? _broken;
    private readonly bool _ended;
    private readonly MemoryStream _beginning;

    private ReadAhead(Stream body, byte[] beginning, int length, bool ended, FetchException? broken)
    {
        (_body, _ended, _broken) = (body, ended, broken);
        _beginning = new MemoryStream(beginning, 0, length, writable: false);
    }

    /// <summary>All of it; null when it is longer than what is kept, or broke off.</summary>
    public byte[]? Whole => _ended ? _beginning.ToArray() : null;

    /// <param name="most">So many bytes are read ahead at most.</param>
    public static async Task<ReadAhead> Of(Stream body, int most, CancellationToken cancel)
    {
        var (bytes, length) = (new byte[Math.Min(First, most + 1)], 0);
        try
        {
            while (length <= most)
            {
                if (length == bytes.Length) Array.Resize(ref bytes, Math.Min(bytes.Length * 2, most + 1));
                var read = await body.ReadAsync(bytes.AsMemory(length), cancel);
                if (read == 0) return new(body, bytes, length, ended: true, null);
                length += read;
            }
            return new(body, bytes, length, ended: false, null);
        }
        catch (FetchException broken)
        {
            return new(body, bytes, length, ended: false, broken);
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = _beginning.Read(buffer.Span);
        if (read > 0 || buffer.IsEmpty || _ended) return read;
        return _broken is null ? await _body.ReadAsync(buffer, cancellationToken) : throw _broken;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _beginning.Read(buffer, offset, count);
        if (read > 0 || count == 0 || _ended) return read;
        return _broken is null ? _body.Read(buffer, offset, count) : throw _broken;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _beginning.Dispose(); // the body is its opener's
        base.Dispose(disposing);
    }
}
