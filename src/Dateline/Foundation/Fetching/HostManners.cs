namespace Dateline.Foundation.Fetching;

/// <summary>
/// Politeness towards each host: few fetches at once, a gap between their starts, and silence for as long as
/// its Retry-After asks. Memory is bounded: a host nobody waits for and that asked for nothing is forgotten.
/// </summary>
internal sealed class HostManners(FetchingOptions options, TimeProvider clock) : IDisposable
{
    private const int ManyHosts = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _everywhere = new(options.MaxConcurrent);

    /// <summary>Waits for a turn. The failure says that the host wants none now.</summary>
    public async Task<(HostTurn? Turn, FetchFailure? Refusal)> EnterAsync(Uri uri, bool withGap, CancellationToken cancel)
    {
        Host host;
        lock (_gate)
        {
            host = Known(KeyOf(uri));
            if (host.QuietUntil > clock.GetUtcNow()) return (null, Failures.RateLimited(uri.Host, host.QuietUntil));
            if (host.Guests >= options.MaxConcurrentPerHost + options.MaxWaitingPerHost) return (null, Failures.HostBusy(uri.Host));
            host.Guests++;
        }

        var turn = new HostTurn(this, host);
        try
        {
            await turn.TakeAsync(host.Seats, cancel);
            if (withGap) await WaitForGapAsync(host, cancel);
            await turn.TakeAsync(_everywhere, cancel);
        }
        catch
        {
            turn.Dispose();
            throw;
        }

        // While we waited another fetch may have been told to stay away.
        if (QuietUntil(host) is not { } until) return (turn, null);
        turn.Dispose();
        return (null, Failures.RateLimited(uri.Host, until));
    }

    public void StayAway(Uri uri, DateTimeOffset until)
    {
        lock (_gate)
        {
            var host = Known(KeyOf(uri));
            if (until > host.QuietUntil) host.QuietUntil = until;
        }
    }

    public void Dispose() => _everywhere.Dispose();

    private void Leave(Host host)
    {
        lock (_gate)
        {
            host.Guests--;
            if (_hosts.Count < ManyHosts) return;
            var now = clock.GetUtcNow();
            foreach (var (key, other) in _hosts)
                if (other.Guests == 0 && other.QuietUntil <= now && other.NextStart <= now) _hosts.Remove(key);
        }
    }

    private async Task WaitForGapAsync(Host host, CancellationToken cancel)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var start = host.NextStart > now ? host.NextStart : now;
            host.NextStart = start + options.HostGap;
            wait = start - now;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancel);
    }

    private DateTimeOffset? QuietUntil(Host host)
    {
        lock (_gate) return host.QuietUntil > clock.GetUtcNow() ? host.QuietUntil : null;
    }

    private Host Known(string key) =>
        _hosts.TryGetValue(key, out var host) ? host : _hosts[key] = new Host(new SemaphoreSlim(options.MaxConcurrentPerHost));

    // http and https of one name are one machine to be polite to; an unusual port is a neighbour of its own.
    private static string KeyOf(Uri uri) => uri.IsDefaultPort ? HostPort.Of(uri).Host : HostPort.Of(uri).ToString();

    internal sealed class Host(SemaphoreSlim seats)
    {
        public SemaphoreSlim Seats { get; } = seats;
        public int Guests { get; set; }
        public DateTimeOffset NextStart { get; set; }
        public DateTimeOffset QuietUntil { get; set; }
    }

    /// <summary>A turn at a host; given back when disposed, once.</summary>
    internal sealed class HostTurn(HostManners manners, Host host) : IDisposable
    {
        private readonly Stack<SemaphoreSlim> _taken = new(2);
        private bool _left;

        public async Task TakeAsync(SemaphoreSlim seats, CancellationToken cancel)
        {
            await seats.WaitAsync(cancel);
            _taken.Push(seats);
        }

        public void Dispose()
        {
            if (_left) return;
            _left = true;
            while (_taken.TryPop(out var seats)) seats.Release();
            manners.Leave(host);
        }
    }
}
