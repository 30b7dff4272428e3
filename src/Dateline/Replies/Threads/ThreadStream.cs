using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Dateline.Foundation.Journal;
using Dateline.Stories;

namespace Dateline.Replies.Threads;

/// <summary>
/// GET /reply/stream/{story}: tells open pages that a reply became public, or was taken down or back (server-sent events, WHATWG HTML 9.2). It says which
/// one by its id and nothing of it; what there is to read stands on the page. Each node follows the journal by itself.
/// </summary>
internal sealed class ThreadStream : IDisposable
{
    private const int MostListeners = 5_000;
    private const int MostOfNetwork = 50;

    /// <summary>So many wait for a slow reader; older ones are dropped, and the page's count is too low by them.</summary>
    private const int MostWaiting = 50;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(25);

    /// <summary>A stream ends by itself after this; the browser comes back.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<Guid, Listener> _listeners = [];
    private readonly TimeProvider _clock;
    private readonly IHostApplicationLifetime _life;

    private sealed record Listener(string Story, string Network, Channel<News> News);

    /// <param name="Event">As the page listens for it.</param>
    private readonly record struct News(string Event, Guid Reply);

    public ThreadStream(NodeJournal journal, TimeProvider clock, IHostApplicationLifetime life)
    {
        (_clock, _life) = (clock, life);
        journal.Listen(news =>
        {
            if (_listeners.IsEmpty) return;
            foreach (var item in news)
            {
                if (item.Fact is not (ReplyPublished or ReplyTakenDown) || item.Fact is not SeenReplyFact seen) continue;
                var told = new News(seen is ReplyPublished ? "reply" : "gone", seen.Reply);
                foreach (var listener in _listeners.Values)
                    if (listener.Story == seen.StoryKey) listener.News.Writer.TryWrite(told);
            }
        });
    }

    public async Task Listen(HttpContext http, string story)
    {
        var network = SendingCount.PartOf(http.Connection.RemoteIpAddress);
        var news = Channel.CreateBounded<News>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        if (story.Length > StoryPath.KeyLength || _listeners.Count >= MostListeners || _listeners.Values.Count(listener => listener.Network == network) >= MostOfNetwork)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable; // the browser doesn't ask again; the page is as good without
            return;
        }
        var self = Guid.CreateVersion7(_clock.GetUtcNow());
        _listeners[self] = new Listener(story, network, news);
        using var longest = new CancellationTokenSource(Longest, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _life.ApplicationStopping, longest.Token);
        try
        {
            http.Response.ContentType = "text/event-stream";
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["X-Accel-Buffering"] = "no";
            await http.Response.WriteAsync("retry: 5000\n\n", either.Token);
            await http.Response.Body.FlushAsync(either.Token);
            await Tell(http.Response, news.Reader, either.Token);
        }
        catch (OperationCanceledException)
        {
            // The browser left, the program stops, or the stream had its time: each is an ordinary end.
        }
        finally
        {
            _listeners.TryRemove(self, out _);
        }
    }

    private async Task Tell(HttpResponse response, ChannelReader<News> news, CancellationToken cancel)
    {
        var next = news.WaitToReadAsync(cancel).AsTask();
        while (true)
        {
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var rung = await Task.WhenAny(next, Task.Delay(Heartbeat, _clock, beat.Token)) == next;
            await beat.CancelAsync();
            if (rung)
            {
                if (!await next) return;
                while (news.TryRead(out var told)) await response.WriteAsync($"event: {told.Event}\ndata: {told.Reply:N}\n\n", cancel);
                next = news.WaitToReadAsync(cancel).AsTask();
            }
            else
            {
                await response.WriteAsync(": still here\n\n", cancel);
            }
            await response.Body.FlushAsync(cancel);
        }
    }

    public void Dispose()
    {
        foreach (var listener in _listeners.Values) listener.News.Writer.TryComplete();
    }
}
