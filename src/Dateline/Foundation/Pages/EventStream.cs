using System.Threading.Channels;
using Dateline.Foundation.Journal;

namespace Dateline.Foundation.Pages;

/// <summary>
/// Tells open pages that something has moved (server-sent events, WHATWG HTML 9.2). It rings, no more: what is new
/// the page asks for, with its own filter and the sign-in checked again.
/// </summary>
internal abstract class EventStream : IDisposable
{
    private const int MostListeners = 500;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>A stream ends by itself after this; the browser comes back at once, and shows its cookie again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    private readonly Lock _lock = new();
    private readonly HashSet<Channel<bool>> _listeners = [];
    private readonly TimeProvider _clock;
    private readonly IHostApplicationLifetime _life;

    protected EventStream(NodeJournal journal, TimeProvider clock, IHostApplicationLifetime life, Func<Fact, bool> rings)
    {
        (_clock, _life) = (clock, life);
        journal.Listen(news =>
        {
            if (news.Any(happened => rings(happened.Fact))) Ring();
        });
    }

    public async Task Listen(HttpContext http)
    {
        if (StaffHeads.WantsNoBody(http))
        {
            http.Response.ContentType = "text/event-stream";
            return;
        }
        // One ring waiting is as good as ten: whoever comes for it takes all there is.
        var rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        lock (_lock)
        {
            if (_listeners.Count < MostListeners) _listeners.Add(rings);
            else http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        if (http.Response.StatusCode != StatusCodes.Status200OK) return;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _life.ApplicationStopping);
        using var longest = new CancellationTokenSource(Longest, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ends.Token, longest.Token);
        try
        {
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["X-Accel-Buffering"] = "no";
            await http.Response.WriteAsync("retry: 2000\n\n", either.Token);
            await http.Response.Body.FlushAsync(either.Token);
            await Tell(http.Response, rings.Reader, either.Token);
        }
        catch (OperationCanceledException)
        {
            // The browser left, the program stops, or the stream had its time: each is an ordinary end.
        }
        finally
        {
            lock (_lock) _listeners.Remove(rings);
        }
    }

    private async Task Tell(HttpResponse response, ChannelReader<bool> rings, CancellationToken cancel)
    {
        var next = rings.WaitToReadAsync(cancel).AsTask();
        while (true)
        {
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var rung = await Task.WhenAny(next, Task.Delay(Heartbeat, _clock, beat.Token)) == next;
            await beat.CancelAsync();
            if (rung)
            {
                if (!await next) return;
                while (rings.TryRead(out _)) { }
                next = rings.WaitToReadAsync(cancel).AsTask();
            }
            await response.WriteAsync(rung ? "event: item\ndata: \n\n" : ": still here\n\n", cancel);
            await response.Body.FlushAsync(cancel);
        }
    }

    private void Ring()
    {
        lock (_lock)
            foreach (var listener in _listeners) listener.Writer.TryWrite(true);
    }

    public void Dispose()
    {
        lock (_lock)
            foreach (var listener in _listeners) listener.Writer.TryComplete();
    }
}
