using System.Net;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies;

public class ReplyLimitTests
{
    private static readonly SendingLimits Limits = new();

    [Fact]
    public async Task Too_many_from_one_network_are_asked_to_wait_with_their_words_kept()
    {
        await using var scene = await ReplyScene.Open();
        for (var i = 0; i < Limits.NetworkInAMinute; i++) await scene.Receive(("text", $"Letter number {i}"));

        using var refused = await scene.Send(("text", "One letter too many"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("One letter too many", (await ReplyScene.Page(refused)).QuerySelector("#text")!.TextContent);

        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Receive(("text", "One letter too many"));
    }

    [Fact]
    public async Task A_house_whose_readers_share_a_network_lets_more_in_from_it()
    {
        await using var scene = await ReplyScene.Open(options: options => options with { RepliesPerNetwork = Limits.NetworkInAMinute + 2 });
        for (var i = 0; i < Limits.NetworkInAMinute + 2; i++) await scene.Receive(("text", $"Letter number {i}"), ("email", $"reader{i}@readers.example"));
        using var refused = await scene.Send(("text", "One letter too many"), ("email", "late@readers.example"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task An_hour_has_its_limit_too_and_is_then_forgotten()
    {
        await using var scene = await ReplyScene.Open();
        for (var i = 0; i < Limits.NetworkInAnHour; i++)
        {
            if (i > 0 && i % 5 == 0) scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
            await scene.Receive(("text", $"Letter number {i}"), ("email", $"reader{i}@readers.example"));
        }
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        using var refused = await scene.Send(("text", "One more"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(47), refused.Headers.RetryAfter!.Delta);

        scene.House.Clock.Advance(refused.Headers.RetryAfter.Delta!.Value);
        await scene.Receive(("text", "One more"));

        scene.House.Clock.Advance(TimeSpan.FromHours(1));
        await scene.House.Writes.Run((db, stop) => SendingCount.Forget(db, DateTimeOffset.UnixEpoch, scene.House.Clock.Now() - TimeSpan.FromMinutes(SendingCount.MinutesKept), 1_000, stop), default);
        Assert.Equal(0, await scene.Read(db => db.Set<SendingCount>().CountAsync()));
    }

    [Fact]
    public async Task Those_who_come_at_once_are_all_counted()
    {
        await using var scene = await ReplyScene.Open();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => scene.Send(("text", $"Letter {i}"))));
        Assert.Equal(Limits.NetworkInAMinute, answers.Count(answer => answer.StatusCode == HttpStatusCode.SeeOther));
        Assert.Equal(Limits.NetworkInAMinute, await scene.Count());
        Assert.Equal(Limits.NetworkInAMinute, (await scene.Read(db => db.Set<SendingCount>().SingleAsync(row => row.Key.StartsWith("n:")))).Count);
    }

    [Theory]
    [InlineData("192.0.2.17", "192.0.2.230", true)]
    [InlineData("192.0.2.17", "192.0.3.17", false)]
    [InlineData("192.0.2.17", "::ffff:192.0.2.99", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:ffff::9", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:2:2::3", false)]
    public void A_network_is_what_one_party_holds(string one, string other, bool same) =>
        Assert.Equal(same, SendingCount.PartOf(IPAddress.Parse(one)) == SendingCount.PartOf(IPAddress.Parse(other)));
}
