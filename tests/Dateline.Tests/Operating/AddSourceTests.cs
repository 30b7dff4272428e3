using Dateline.Operating;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Tests.House;
using Dateline.Tests.Wire;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Operating;

public class AddSourceTests
{
    private static readonly Uri Address = new("https://news.example.org");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_inner_address_is_reached_only_where_the_operator_allowed_it(bool allowed)
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("<rss><channel><item><guid>1</guid><title>Ice on the Sound</title></item></channel></rss>"));
        var source = new AddSource(wire.House.Services, Address);
        Assert.Equal(0, await source.Run(new SourceDraft("Ostmark Inner Wire", null, "en"), null, [server.At("/inner.rss").AbsoluteUri], allowed ? [$"127.0.0.1:{server.EndPoint.Port}"] : [], default));

        await wire.Poll();
        await using var db = wire.House.OpenDb();
        Assert.Equal(allowed, await db.WireItems.AnyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(allowed ? null : "PrivateAddress", (await db.Feeds.SingleAsync(TestContext.Current.CancellationToken)).Failure);
    }

    [Theory]
    [InlineData("wire.internal")]
    [InlineData("http://wire.internal:80")]
    [InlineData("wire.internal:http")]
    [InlineData("wire.internal:80/feed")]
    [InlineData("me@wire.internal:80")]
    [InlineData("10.0.0.0/8")]
    [InlineData("wire.internal:080")]
    [InlineData(":80")]
    [InlineData("")]
    public async Task What_is_no_host_with_a_port_is_refused_and_nothing_added(string place)
    {
        await using var house = await TestHouse.Open(start: false);
        await Cast.Enter(house);
        Assert.Equal(1, await new AddSource(house.Services, Address).Run(new SourceDraft("Ostmark Inner Wire", null, "en"), null, ["https://wire.example/rss"], [place], default));
        await using var db = house.OpenDb();
        Assert.False(await db.Feeds.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("wire.internal:8080")]
    [InlineData("10.1.2.3:80")]
    [InlineData("[fd00::7]:443")]
    public void A_host_with_its_port_is_one(string place) => Assert.True(PrivatePlaces.IsOne(place));
}
