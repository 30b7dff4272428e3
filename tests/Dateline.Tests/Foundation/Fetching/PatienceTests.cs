using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dateline.Foundation.Fetching;
using Microsoft.Extensions.Time.Testing;
using static Dateline.Tests.Foundation.Fetching.LoopbackServer;

namespace Dateline.Tests.Foundation.Fetching;

/// <summary>Time passes here only when the test moves the clock.</summary>
public class PatienceTests
{
    private static readonly Uri Feed = new("http://wire.example/feed");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _more = new(0);

    [Fact]
    public async Task A_server_that_never_answers_is_timed_out()
    {
        await using var server = new LoopbackServer(async (_, _, cancel) =>
        {
            _asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
        });
        await using var outside = new Outside(server);

        var fetching = outside.Fetcher(clock: _clock).FetchAsync(new FetchRequest(Feed) { TimeLimit = TimeSpan.FromSeconds(20) }, default);
        await _asked.Task;
        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(FetchFailureKind.TimedOut, Assert.IsType<FetchFailure>(await fetching).Kind);
    }

    [Fact]
    public async Task A_redirect_does_not_renew_the_time_limit()
    {
        await using var outside = new Outside(asked =>
        {
            _clock.Advance(TimeSpan.FromSeconds(12));
            return asked.Path == "/feed" ? Redirect("/next") : Ok("late");
        });

        var outcome = await outside.Fetcher(clock: _clock).FetchAsync(new FetchRequest(Feed) { TimeLimit = TimeSpan.FromSeconds(20) }, default);

        Assert.Equal(FetchFailureKind.TimedOut, Assert.IsType<FetchFailure>(outcome).Kind);
    }

    [Fact]
    public async Task A_body_that_falls_silent_is_given_up()
    {
        await using var outside = new Outside(Dripping());
        await using var opened = Assert.IsType<Opened>(await outside.Fetcher(clock: _clock).OpenAsync(new FetchRequest(Feed) { IdleLimit = TimeSpan.FromSeconds(5) }, default));
        Assert.Equal(1, await opened.Body.ReadAsync(new byte[100]));

        var reading = opened.Body.ReadAsync(new byte[100]).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(FetchFailureKind.TooSlow, (await Assert.ThrowsAsync<FetchException>(() => reading)).Failure.Kind);
    }

    [Fact]
    public async Task A_body_that_drips_is_given_up_although_it_is_never_silent_for_long()
    {
        await using var outside = new Outside(Dripping());
        var options = new FetchingOptions { ThroughputGrace = TimeSpan.FromSeconds(9), MinBytesPerSecond = 50, TimeLimit = TimeSpan.FromHours(1) };
        await using var opened = Assert.IsType<Opened>(await outside.Fetcher(options, _clock).OpenAsync(new FetchRequest(Feed) { IdleLimit = TimeSpan.FromSeconds(5) }, default));
        Assert.Equal(1, await opened.Body.ReadAsync(new byte[100]));

        async Task<int> Drip()
        {
            var reading = opened.Body.ReadAsync(new byte[100]).AsTask();
            _clock.Advance(TimeSpan.FromSeconds(4));
            _more.Release();
            return await reading;
        }

        Assert.Equal(1, await Drip());
        Assert.Equal(1, await Drip());
        Assert.Equal(FetchFailureKind.TooSlow, (await Assert.ThrowsAsync<FetchException>(Drip)).Failure.Kind);
    }

    [Fact]
    public async Task The_time_limit_covers_the_body_and_a_slow_reader_is_not_the_servers_fault()
    {
        await using var outside = new Outside(Dripping());
        var options = new FetchingOptions { ThroughputGrace = TimeSpan.FromSeconds(1), TimeLimit = TimeSpan.FromMinutes(5) };
        await using var opened = Assert.IsType<Opened>(await outside.Fetcher(options, _clock).OpenAsync(new FetchRequest(Feed), default));
        Assert.Equal(1, await opened.Body.ReadAsync(new byte[100]));

        _clock.Advance(TimeSpan.FromMinutes(4));
        _more.Release();
        Assert.Equal(1, await opened.Body.ReadAsync(new byte[100]));
        _clock.Advance(TimeSpan.FromMinutes(1));

        var late = await Assert.ThrowsAsync<FetchException>(async () => await opened.Body.ReadExactlyAsync(new byte[1]));
        Assert.Equal(FetchFailureKind.TimedOut, late.Failure.Kind);
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_a_cancellation_and_the_host_its_turn_back()
    {
        await using var server = new LoopbackServer(async (asked, wire, cancel) =>
        {
            if (asked.Path == "/quick")
            {
                await wire.WriteAsync(Ok("quick"), cancel);
                return;
            }

            _asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
        });
        await using var outside = new Outside(server);
        var fetcher = outside.Fetcher(new FetchingOptions { HostGap = TimeSpan.Zero, MaxConcurrentPerHost = 1, MaxConcurrent = 1 });
        using var cancel = new CancellationTokenSource();

        var fetching = fetcher.FetchAsync(new FetchRequest(Feed), cancel.Token);
        await _asked.Task;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        Assert.IsType<Fetched>(await fetcher.FetchAsync(new FetchRequest(new Uri("http://wire.example/quick")), default));
    }

    [Fact]
    public async Task A_certificate_nobody_vouches_for_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=wire.example", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        await using var server = new LoopbackServer((_, _, _) => Task.CompletedTask, async wire =>
        {
            var secure = new SslStream(wire);
            await secure.AuthenticateAsServerAsync(certificate);
            return secure;
        });
        await using var outside = new Outside(server);

        var outcome = await outside.Fetcher().FetchAsync(new FetchRequest(new Uri("https://wire.example/")), default);

        Assert.Equal(FetchFailureKind.TlsFailed, Assert.IsType<FetchFailure>(outcome).Kind);
        Assert.Empty(server.Requests);
    }

    private LoopbackServer Dripping() => new(async (_, wire, cancel) =>
    {
        await wire.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"u8.ToArray(), cancel);
        while (true)
        {
            await wire.WriteAsync("."u8.ToArray(), cancel);
            await _more.WaitAsync(cancel);
        }
    });
}
