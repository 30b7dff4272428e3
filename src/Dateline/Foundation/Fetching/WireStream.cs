namespace Dateline.Foundation.Fetching;

/// <summary>The body as it comes over the wire: counts, and gives up on silence, dripping and the end of the time limit.</summary>
internal sealed class WireStream : AsyncReadStream
{
    private readonly Stream _inner;
    private readonly string _host;
    private readonly FetchingOptions _options;
    private readonly TimeSpan _idleLimit;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _deadline;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _onDeadline;
    private TimeSpan _waited;

    public WireStream(Stream inner, string host, FetchingOptions options, TimeSpan idleLimit, TimeProvider clock, CancellationToken deadline)
    {
        (_inner, _host, _options, _idleLimit, _clock, _deadline) = (inner, host, options, idleLimit, clock, deadline);
        _stop = new CancellationTokenSource(idleLimit, clock);
        _onDeadline = deadline.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop);
    }

    /// <summary>Bytes received so far, still packed.</summary>
    public long Received { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var began = _clock.GetTimestamp();
        _stop.CancelAfter(_idleLimit);
        using var either = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token) : null;
        int read;
        try
        {
            read = await _inner.ReadAsync(buffer, either?.Token ?? _stop.Token);
        }
        catch (OperationCanceledException stopped) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(_deadline.IsCancellationRequested ? Failures.TimedOut(_host) : Failures.TooSlow(_host), stopped);
        }
        catch (IOException broken)
        {
            throw new FetchException(Failures.Explain(broken, _host), broken);
        }

        _stop.CancelAfter(Timeout.InfiniteTimeSpan);
        Received += read;
        _waited += _clock.GetElapsedTime(began); // only our waiting for them counts, not their waiting for us
        if (read > 0 && _waited > _options.ThroughputGrace && Received < _waited.TotalSeconds * _options.MinBytesPerSecond)
            throw new FetchException(Failures.TooSlow(_host));
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _onDeadline.Dispose();
            _stop.Dispose();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
