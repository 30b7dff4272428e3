using System.Net;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies;

public class ReplyLimitTests
{
    [Fact]
    public async Task Too_many_from_one_network_are_asked_to_wait_with_their_words_kept()
    {
        await using var scene = await ReplyScene.Open();
        for (var i = 0; i < NetworkCount.MostInAMinute; i++) await scene.Receive(("text", $"Letter number {i}"));

        using var refused = await scene.Send(("text", "One letter too many"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("One letter too many", (await ReplyScene.Page(refused)).QuerySelector("#text")!.TextContent);

        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Receive(("text", "One letter too many"));
    }

    [Fact]
    public async Task An_hour_has_its_limit_too_and_is_then_forgotten()
    {
        await using var scene = await ReplyScene.Open();
        async Task<TimeSpan?> Come(string network)
        {
            TimeSpan? answer = null;
            await scene.House.Write(async (db, stop) => answer = await NetworkCount.Add(db, network, scene.House.Clock.Now(), stop));
            return answer;
        }
        for (var i = 0; i < NetworkCount.MostInAnHour; i++)
        {
            if (i > 0 && i % 5 == 0) scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Null(await Come("a"));
        }
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var wait = await Come("a");
        Assert.Equal(TimeSpan.FromMinutes(48), wait);
        Assert.Null(await Come("b"));

        scene.House.Clock.Advance(wait!.Value);
        Assert.Null(await Come("a"));

        scene.House.Clock.Advance(TimeSpan.FromHours(1));
        await scene.House.Writes.Run((db, stop) => NetworkCount.Forget(db, DateTimeOffset.UnixEpoch, scene.House.Clock.Now() - TimeSpan.FromMinutes(NetworkCount.MinutesKept), 1_000, stop), default);
        Assert.Equal(0, await scene.Read(db => db.Set<NetworkCount>().CountAsync()));
    }

    [Fact]
    public async Task Those_who_come_at_once_are_all_counted()
    {
        await using var scene = await ReplyScene.Open();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => scene.Send(("text", $"Letter {i}"))));
        Assert.Equal(NetworkCount.MostInAMinute, answers.Count(answer => answer.StatusCode == HttpStatusCode.SeeOther));
        Assert.Equal(NetworkCount.MostInAMinute, await scene.Count());
        Assert.Equal(NetworkCount.MostInAMinute, (await scene.Read(db => db.Set<NetworkCount>().SingleAsync())).Count);
    }

    [Theory]
    [InlineData("192.0.2.17", "192.0.2.230", true)]
    [InlineData("192.0.2.17", "192.0.3.17", false)]
    [InlineData("192.0.2.17", "::ffff:192.0.2.99", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:1:ffff::9", true)]
    [InlineData("2001:db8:1:2::3", "2001:db8:2:2::3", false)]
    public void A_network_is_what_one_party_holds(string one, string other, bool same) =>
        Assert.Equal(same, NetworkCount.PartOf(IPAddress.Parse(one)) == NetworkCount.PartOf(IPAddress.Parse(other)));
}
