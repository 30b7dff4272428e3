namespace Dateline.Formats.Text;

/// <summary>The caller's stream, which alone may throw: it tells whether it is the one that did.</summary>
internal sealed class SentStream(Stream stream)
{
    /// <summary>It was asked and didn't answer.</summary>
    public bool HasFailed { get; private set; }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        HasFailed = true;
        var read = await stream.ReadAsync(buffer, cancel);
        HasFailed = false;
        return read;
    }
}
