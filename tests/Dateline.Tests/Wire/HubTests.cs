using System.Net;
using Dateline.Foundation.Fetching;
using Dateline.Stories;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Wire;
using Dateline.Wire.Hubs;
using Microsoft.Extensions.DependencyInjection;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

public class HubTests
{
    private static async Task<(WireHouse Wire, Hub Hub, Source Source, Guid Feed)> Open(Action<Hub>? more = null)
    {
        var wire = await WireHouse.Open(start: true);
        var hub = new Hub(wire);
        hub.Headers = () => hub.LinkHeaders;
        more?.Invoke(hub);
        var source = await wire.Source("Harbour Wire");
        var feed = await wire.Feed(source, hub.Server);
        await wire.Poll();
        return (wire, hub, source, feed);
    }

    private static Task<int> Subscribe(WireHouse wire) => wire.House.Services.GetRequiredService<Subscribing>().DoWhatIsDue(default);

    private static async Task<Subscription> Row(WireHouse wire) => Assert.Single(await wire.All<Subscription>());

    [Fact]
    public async Task A_feed_that_names_a_hub_is_subscribed_to_and_what_it_delivers_is_received()
    {
        var (wire, hub, source, id) = await Open();
        await using var _1 = wire;
        await using var _2 = hub;
        Assert.Equal(1, await Subscribe(wire));
        Assert.Equal(("subscribe", hub.Server.At("/feed").AbsoluteUri), (hub.Last["hub.mode"], hub.Last["hub.topic"]));
        var row = await Row(wire);
        Assert.Equal((SubscriptionState.Active, wire.Now.AddHours(1), 0, null), (row.State, row.EndsAt, row.Attempts, row.Failure));
        Assert.DoesNotContain(hub.Last["hub.secret"], row.Secret, StringComparison.Ordinal);

        foreach (var (method, n) in ((string, int)[])[("sha1", 1), ("sha256", 2), ("sha384", 3), ("sha512", 4)])
            Assert.Equal(HttpStatusCode.Accepted, await hub.Deliver(Rss(Item($"{n}", $"Tanker {n} passes")), method));

        Assert.Equal(4, (await wire.Items(source)).Count);
        Assert.All(await wire.All<WireVersion>(), version => Assert.NotNull(version.DocumentId));
        Assert.Equal((wire.Now, wire.Now), ((await Row(wire)).DeliveredAt, (await wire.Feed(id)).ItemAt));
    }

    [Fact]
    public async Task The_feed_itself_may_name_the_hub()
    {
        var (wire, hub, _, _) = await Open(hub =>
        {
            hub.Headers = () => "";
            hub.Text = RssWith($"<atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"hub\" href=\"{hub.Server.At("/hub")}\"/><atom:link xmlns:atom=\"http://www.w3.org/2005/Atom\" rel=\"self\" href=\"{hub.Server.At("/the-feed")}\"/>", Item("a", "Strait reopens"));
        });
        await using var _1 = wire;
        await using var _2 = hub;
        await Subscribe(wire);
        Assert.Equal(hub.Server.At("/the-feed").AbsoluteUri, hub.Last["hub.topic"]);
    }

    [Fact]
    public async Task Polling_goes_on_beneath_more_slowly_and_at_the_old_pace_when_the_hub_is_lost()
    {
        var (wire, hub, _, id) = await Open();
        await using var _1 = wire;
        await using var _2 = hub;
        await Subscribe(wire);
        await wire.PollAgain();
        Assert.Equal(wire.Now + Subscription.NetBelow, (await wire.Feed(id)).DueAt);
        hub.Verifies = false; // no renewal comes through
        await wire.PollAgain(TimeSpan.FromHours(2));
        Assert.Equal(wire.Now.AddSeconds(60), (await wire.Feed(id)).DueAt);
    }

    [Fact]
    public async Task A_lease_is_renewed_before_it_ends()
    {
        var (wire, hub, _, _) = await Open();
        await using var _1 = wire;
        await using var _2 = hub;
        await Subscribe(wire);
        wire.House.Clock.Advance(TimeSpan.FromMinutes(47));
        Assert.Equal(0, await Subscribe(wire));
        wire.House.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await Subscribe(wire));
        Assert.Equal((SubscriptionState.Active, wire.Now.AddHours(1)), ((await Row(wire)).State, (await Row(wire)).EndsAt));
    }

    [Theory]
    [InlineData(60, 48)]
    [InlineData(20, 30)]
    [InlineData(0, 30)]
    public async Task A_short_lease_is_believed_renewed_in_time_and_polled_beneath_when_it_is_over(int lease, int askedAfter)
    {
        var (wire, hub, _, id) = await Open(hub => hub.Lease = lease);
        await using var _1 = wire;
        await using var _2 = hub;
        await Subscribe(wire);
        Assert.Equal((wire.Now.AddSeconds(lease), wire.Now.AddSeconds(askedAfter)), ((await Row(wire)).EndsAt, (await Row(wire)).DueAt));

        wire.House.Clock.Advance(TimeSpan.FromSeconds(askedAfter - 1));
        Assert.Equal(0, await Subscribe(wire)); // no more often than that
        wire.House.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Subscribe(wire));
        Assert.Equal(wire.Now.AddSeconds(lease), (await Row(wire)).EndsAt);

        hub.Verifies = false; // lost: as soon as the lease is over the feed goes at its own pace
        await wire.PollAgain(TimeSpan.FromMinutes(2));
        Assert.Equal(wire.Now.AddSeconds(60), (await wire.Feed(id)).DueAt);
    }

    [Fact]
    public async Task While_a_lease_lasts_a_few_minutes_more_the_feed_rests_no_longer_than_it()
    {
        var (wire, hub, _, id) = await Open(hub => hub.Lease = 300);
        await using var _1 = wire;
        await using var _2 = hub;
        await Subscribe(wire);
        var ends = wire.Now.AddSeconds(300);
        await wire.PollAgain();
        Assert.Equal(ends, (await wire.Feed(id)).DueAt);
    }

    [Fact]
    public async Task A_renewal_that_fails_is_tried_again_and_the_lease_runs_on()
    {
        var (wire, hub, _, _) = await Open();
        await using var _1 = wire;
        await using var _2 = hub;
        await Subscribe(wire);
        hub.Status = "503 Service Unavailable";
        wire.House.Clock.Advance(TimeSpan.FromMinutes(49));
        await Subscribe(wire);
        Assert.Equal(("127.0.0.1 has a fault of its own (503).", SubscriptionState.Active), ((await Row(wire)).Failure, (await Row(wire)).State));
        Assert.Equal(HttpStatusCode.Accepted, await hub.Deliver(Rss(Item("a", "Strait reopens"))));
        hub.Status = "202 Accepted";
        wire.House.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await Subscribe(wire));
        Assert.Equal((null, wire.Now.AddHours(1)), ((await Row(wire)).Failure, (await Row(wire)).EndsAt));
    }

    [Fact]
    public async Task Nothing_is_verified_that_was_not_asked_for()
    {
        var (wire, hub, _, _) = await Open(hub => hub.Verifies = false);
        await using var _1 = wire;
        await using var _2 = hub;
        var early = new Dictionary<string, string>(StringComparer.Ordinal) { ["hub.callback"] = "http://localhost" + HubRoute.Path((await Row(wire)).Token), ["hub.topic"] = hub.Server.At("/feed").AbsoluteUri };
        Assert.Equal(HttpStatusCode.NotFound, (await hub.Verify(early, "subscribe")).Status); // not asked yet

        await Subscribe(wire);
        Assert.Equal(HttpStatusCode.NotFound, (await hub.Verify(hub.Last, "subscribe", topic: "https://elsewhere.example/feed")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hub.Verify(hub.Last, "unsubscribe")).Status);
        var guessed = new Dictionary<string, string>(hub.Last, StringComparer.Ordinal) { ["hub.callback"] = "http://localhost/wire/hub/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };
        Assert.Equal(HttpStatusCode.NotFound, (await hub.Verify(guessed, "subscribe")).Status);
        Assert.Equal(SubscriptionState.Asking, (await Row(wire)).State);

        Assert.Equal(HttpStatusCode.OK, (await hub.Verify(hub.Last, "subscribe", lease: 1)).Status);
        Assert.Equal(wire.Now.AddSeconds(1), (await Row(wire)).EndsAt);
        Assert.Equal(HttpStatusCode.NotFound, (await hub.Verify(hub.Last, "subscribe", lease: 1)).Status); // no request of ours is open
    }

    [Theory]
    [InlineData("sha256=00")]
    [InlineData("sha256=zz")]
    [InlineData("md5=00000000000000000000000000000000")]
    [InlineData("sha256")]
    [InlineData("=")]
    [InlineData("")]
    public async Task A_wrong_signature_is_acknowledged_ignored_and_counted(string signature)
    {
        var (wire, hub, source, _) = await Open();
        await using var _1 = wire;
        await using var _2 = hub;
        await Subscribe(wire);
        Assert.Equal(HttpStatusCode.Accepted, await hub.Deliver(Rss(Item("a", "Strait reopens")), signature: signature));
        Assert.Equal(HttpStatusCode.Accepted, await hub.Deliver(Rss(Item("a", "Strait reopens")), secret: "another"));
        Assert.Equal(2, (await Row(wire)).BadSignatures);
        Assert.Empty(await wire.Items(source));
        Assert.Null((await Row(wire)).DeliveredAt);
    }

    [Fact]
    public async Task A_hub_that_says_no_is_asked_again_a_day_later()
    {
        var (wire, hub, _, id) = await Open(hub => hub.Verifies = false);
        await using var _1 = wire;
        await using var _2 = hub;
        await Subscribe(wire);
        Assert.Equal(HttpStatusCode.OK, (await hub.Verify(hub.Last, "denied")).Status);
        Assert.Equal((SubscriptionState.Denied, wire.Now.AddDays(1)), ((await Row(wire)).State, (await Row(wire)).DueAt));
        hub.Verifies = true;
        wire.House.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Subscribe(wire));
        Assert.Equal(SubscriptionState.Active, (await Row(wire)).State);
    }

    [Fact]
    public async Task A_paused_feed_leaves_its_hub_and_a_resumed_one_comes_back()
    {
        var (wire, hub, source, id) = await Open();
        await using var _1 = wire;
        await using var _2 = hub;
        await Subscribe(wire);
        await wire.House.Writes.Run((db, stop) => SourceChanges.SetPaused(db, id, true, wire.Now, stop), default);
        Assert.Equal(HttpStatusCode.Accepted, await hub.Deliver(Rss(Item("a", "Strait reopens"))));
        Assert.Empty(await wire.Items(source)); // paused is paused
        Assert.Equal(1, await Subscribe(wire));
        Assert.Equal("unsubscribe", hub.Last["hub.mode"]);
        Assert.Equal(SubscriptionState.Ended, (await Row(wire)).State);
        Assert.Equal(HttpStatusCode.Gone, await hub.Deliver(Rss(Item("a", "Strait reopens"))));

        await wire.House.Writes.Run((db, stop) => SourceChanges.SetPaused(db, id, false, wire.Now, stop), default);
        await wire.Poll();
        Assert.Equal(1, await Subscribe(wire));
        Assert.Equal((SubscriptionState.Active, "subscribe"), ((await Row(wire)).State, hub.Last["hub.mode"]));
    }

    [Fact]
    public async Task A_hub_in_the_inner_network_is_not_asked()
    {
        await using var wire = await WireHouse.Open(start: true);
        await using var hub = new Hub(wire);
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Rss(Item("a", "Strait reopens")), hub.LinkHeaders));
        await wire.Feed(await wire.Source("Harbour Wire"), server);
        await wire.Poll();
        await Subscribe(wire);
        Assert.Empty(hub.Asked);
    }

    [Theory]
    [InlineData("<https://h.example/>; rel=hub", "hub")]
    [InlineData("<https://h.example/>;rel=\"self hub\"", "hub")]
    [InlineData("<https://a.example/>; rel=next, <https://h.example/>; title=\"a, b; c\"; rel=\"HUB\"", "hub")]
    [InlineData("<//h.example/>; rel=hub; rel=self", "hub")]
    public void Link_headers_are_read(string header, string relation) =>
        Assert.Equal("https://h.example/", LinkHeader.Read([header], new Uri("https://o.example/feed")).Single(link => link.Is(relation)).Target.AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<a>; rel")]
    [InlineData("<a>; rel=")]
    [InlineData("<a>; rel=\"")]
    [InlineData("a; rel=hub")]
    public void Broken_link_headers_are_none(string header) => Assert.DoesNotContain(LinkHeader.Read([header], new Uri("https://o.example/feed")), link => link.Is("hub"));
}
