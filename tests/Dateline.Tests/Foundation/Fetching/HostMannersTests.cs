using Dateline.Foundation.Fetching;
using Microsoft.Extensions.Time.Testing;
using static Dateline.Tests.Foundation.Fetching.LoopbackServer;

namespace Dateline.Tests.Foundation.Fetching;

public class HostMannersTests
{
    private static readonly Uri Feed = new("http://wire.example/feed");
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Noon);

    [Theory]
    [InlineData("429 Too Many Requests", "120", 120)]
    [InlineData("503 Service Unavailable", "Sun, 01 Mar 2026 12:10:00 GMT", 600)]
    [InlineData("429 Too Many Requests", "99999999999", 24 * 3600)]
    [InlineData("503 Service Unavailable", "Fri, 01 Jan 2100 00:00:00 GMT", 24 * 3600)]
    public async Task A_host_that_asks_for_rest_gets_it(string status, string retryAfter, int seconds)
    {
        await using var outside = new Outside(_ => Answer(status, $"Retry-After: {retryAfter}\r\n"));
        var fetcher = outside.Fetcher(clock: _clock);
        var until = Noon.AddSeconds(seconds);

        Assert.Equal(until, Assert.IsType<FetchFailure>(await fetcher.FetchAsync(new FetchRequest(Feed), default)).RetryAfter);

        _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        var early = Assert.IsType<FetchFailure>(await fetcher.FetchAsync(new FetchRequest(new Uri("https://wire.example/other")), default));
        Assert.Equal((FetchFailureKind.RateLimited, until), (early.Kind, early.RetryAfter));
        Assert.Single(outside.Server.Requests);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await fetcher.FetchAsync(new FetchRequest(Feed), default);
        Assert.Equal(2, outside.Server.Requests.Count);
    }

    [Theory]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("-5")]
    [InlineData("soon")]
    public async Task A_Retry_After_that_means_nothing_is_ignored(string retryAfter)
    {
        await using var outside = new Outside(_ => Answer("429 Too Many Requests", $"Retry-After: {retryAfter}\r\n"));
        var fetcher = outside.Fetcher(clock: _clock);

        await fetcher.FetchAsync(new FetchRequest(Feed), default);
        Assert.Null(Assert.IsType<FetchFailure>(await fetcher.FetchAsync(new FetchRequest(Feed), default)).RetryAfter);
        Assert.Equal(2, outside.Server.Requests.Count);
    }

    [Fact]
    public async Task Other_hosts_are_not_kept_waiting_by_one_that_rests()
    {
        await using var outside = new Outside(asked => asked["host"] == "wire.example" ? Answer("429 Slow Down", "Retry-After: 60\r\n") : Ok("here"));
        var fetcher = outside.Fetcher(clock: _clock);

        await fetcher.FetchAsync(new FetchRequest(Feed), default);

        Assert.IsType<Fetched>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://other.example/")), default));
    }

    [Fact]
    public async Task Between_two_starts_at_one_host_there_is_a_gap()
    {
        await using var outside = new Outside(_ => Ok("here"));
        var fetcher = outside.Fetcher(new FetchingOptions { HostGap = TimeSpan.FromSeconds(2) }, _clock);

        Assert.IsType<Fetched>(await fetcher.FetchAsync(new FetchRequest(Feed), default));
        var second = fetcher.FetchAsync(new FetchRequest(Feed), default);
        Assert.IsType<Fetched>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://other.example/")), default));
        Assert.False(second.IsCompleted);
        Assert.Equal(2, outside.Server.Requests.Count);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.IsType<Fetched>(await second);
    }

    [Fact]
    public async Task An_allowed_private_host_knows_no_gap()
    {
        await using var outside = new Outside(_ => Ok("here"));
        var fetcher = outside.Fetcher(new FetchingOptions { HostGap = TimeSpan.FromHours(1) }, _clock);
        var request = new FetchRequest(outside.Server.At("/feed")) { AllowPrivate = new HashSet<HostPort> { HostPort.Of(outside.Server.At("/")) } };

        Assert.IsType<Fetched>(await fetcher.FetchAsync(request, default));
        Assert.IsType<Fetched>(await fetcher.FetchAsync(request, default));
    }

    [Fact]
    public async Task One_host_never_has_more_than_its_share_of_us()
    {
        var (now, most, gate) = (0, 0, new object());
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new LoopbackServer(async (_, wire, cancel) =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++now);
                if (now == 2) full.TrySetResult();
            }

            await open.Task.WaitAsync(cancel);
            lock (gate) now--;
            await wire.WriteAsync(Ok("here"), cancel);
        });
        await using var outside = new Outside(server);
        var fetcher = outside.Fetcher(new FetchingOptions { HostGap = TimeSpan.Zero, MaxConcurrentPerHost = 2, MaxWaitingPerHost = 4 });

        var fetches = Enumerable.Range(0, 6).Select(n => fetcher.FetchAsync(new FetchRequest(new Uri($"http://wire.example/{n}")), default)).ToArray();
        var seventh = await fetcher.FetchAsync(new FetchRequest(Feed), default);
        await full.Task;
        open.SetResult();

        Assert.All(await Task.WhenAll(fetches), outcome => Assert.IsType<Fetched>(outcome));
        Assert.Equal(FetchFailureKind.HostBusy, Assert.IsType<FetchFailure>(seventh).Kind);
        Assert.Equal(2, most);
    }
}
