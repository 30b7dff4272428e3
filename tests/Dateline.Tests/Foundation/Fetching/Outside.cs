using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Dateline.Foundation.Fetching;
using Microsoft.Extensions.Logging;

namespace Dateline.Tests.Foundation.Fetching;

/// <summary>
/// The internet of a test: every name is a public host unless the test says otherwise, and every connection to a
/// public address ends at the test's own server. What was dialled is on record.
/// </summary>
internal sealed class Outside : IAsyncDisposable
{
    public static readonly IPAddress PublicAddress = IPAddress.Parse("93.184.216.34");

    private readonly List<Fetcher> _fetchers = [];

    public Outside(LoopbackServer server)
    {
        Server = server;
        Resolve = (_, _) => Task.FromResult(new[] { PublicAddress });
    }

    public Outside(Func<Asked, byte[]> answer)
        : this(new LoopbackServer(answer))
    {
    }

    public LoopbackServer Server { get; }

    public ConcurrentQueue<IPEndPoint> Dialled { get; } = [];

    public ConcurrentQueue<string> Resolved { get; } = [];

    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; set; }

    public ConcurrentQueue<string> Logged { get; } = [];

    public Fetcher Fetcher(FetchingOptions? options = null, TimeProvider? clock = null)
    {
        var fetcher = new Fetcher(
            (options ?? new FetchingOptions { HostGap = TimeSpan.Zero }) with
            {
                Resolve = (name, cancel) =>
                {
                    Resolved.Enqueue(name);
                    return Resolve(name, cancel);
                },
                Dial = (place, cancel) =>
                {
                    Dialled.Enqueue(place);
                    return GuardedDialer.DialTcpAsync(AddressRules.Reach(place.Address) == AddressReach.Public ? Server.EndPoint : place, cancel);
                },
            },
            clock ?? TimeProvider.System,
            new LogOnRecord(Logged));
        _fetchers.Add(fetcher);
        return fetcher;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var fetcher in _fetchers) fetcher.Dispose();
        await Server.DisposeAsync();
    }

    private sealed class LogOnRecord(ConcurrentQueue<string> lines) : ILogger<Fetcher>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception) + exception);
    }
}
