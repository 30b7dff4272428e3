namespace Dateline.Foundation.Fetching;

/// <summary>The body as its reader sees it: unpacked, and never more of it than allowed.</summary>
internal sealed class BodyStream(Stream unpacked, WireStream wire, string host, long maxBytes, int maxRatio) : AsyncReadStream
{
    // Below this an extreme ratio is a page of blanks, not an attack.
    private const long RatioFree = 1024 * 1024;

    private long _total;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length > maxBytes - _total + 1) buffer = buffer[..(int)(maxBytes - _total + 1)];
        int read;
        try
        {
            read = await unpacked.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception bad) when (bad is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
        {
            // "Content-Encoding: gzip" over nothing at all is an empty body to every browser.
            if (wire.Received == 0) return 0;
            throw new FetchException(Failures.BadEncoding(host), bad);
        }

        _total += read;
        if (_total > maxBytes) throw new FetchException(Failures.TooLarge(host, maxBytes));
        if (_total > RatioFree && _total > wire.Received * maxRatio) throw new FetchException(Failures.Overpacked(host, maxRatio));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
            wire.Dispose();
        }

        base.Dispose(disposing);
    }
}
