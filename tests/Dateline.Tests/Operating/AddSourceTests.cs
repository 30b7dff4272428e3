using Dateline.Operating;
using Dateline.Stories;
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

    [Fact]
    public async Task A_wrong_feed_leaves_nothing_behind_and_the_mended_line_one_source()
    {
        await using var house = await TestHouse.Open(start: false);
        await Cast.Enter(house);
        var source = new AddSource(house.Services, Address);
        var draft = new SourceDraft("Ostmark Inner Wire", null, "en");
        Assert.Equal(1, await source.Run(draft, null, ["https://wire.example/rss", "ftp://wire.example/rss"], [], default));
        Assert.Equal(1, await source.Run(draft, "xx", ["https://wire.example/rss"], [], default));
        Assert.Equal((0, 0), await Count(house));

        Assert.Equal(0, await source.Run(draft, null, ["https://wire.example/rss", "https://WIRE.example/rss"], [], default));
        Assert.Equal((1, 1), await Count(house));

        Assert.Equal(1, await source.Run(draft with { Name = "ostmark  inner wire" }, null, ["https://wire.example/other"], [], default));
        Assert.Equal(1, await source.Run(draft with { Name = "Isle Post" }, null, ["https://wire.example/other", "https://wire.example/rss"], [], default));
        Assert.Equal((1, 1), await Count(house));

        static async Task<(int Sources, int Feeds)> Count(TestHouse house)
        {
            await using var db = house.OpenDb();
            return (await db.Sources.CountAsync() - 2, await db.Feeds.CountAsync()); // the cast has two
        }
    }

    [Fact]
    public async Task The_contract_can_be_told_with_it()
    {
        await using var house = await TestHouse.Open(start: false);
        await Cast.Enter(house);
        string[] add = ["source", "add", "Isle Post", "--data", house.Storage.DataFolder, .. house.Storage.Postgres is { } postgres ? (string[])["--postgres", postgres] : []];
        Assert.NotEqual(0, await CommandLine.Run([.. add, "--terms", "some"]));
        Assert.NotEqual(0, await CommandLine.Run([.. add, "--excerpt-words", "30"]));
        Assert.NotEqual(0, await CommandLine.Run([.. add, "--terms", "excerpt", "--excerpt-words", "0"]));
        Assert.NotEqual(0, await CommandLine.Run([.. add, "--index", "nofollow"]));
        Assert.NotEqual(0, await CommandLine.Run([.. add, "--credit", "none"]));
        Assert.Equal(0, await CommandLine.Run([.. add, "--terms", "excerpt", "--excerpt-words", "30", "--index", "canonical", "--credit", "box"]));
        await using var db = house.OpenDb();
        var source = await db.Sources.SingleAsync(one => one.Key == "isle-post", TestContext.Current.CancellationToken);
        Assert.Equal((Terms.Excerpt, 30, IndexPolicy.CanonicalToSource, CreditStyle.CreditBox), (source.Terms, source.ExcerptWords, source.IndexPolicy, source.CreditStyle!.Value));
    }

    [Theory]
    [InlineData("wire.internal:8080")]
    [InlineData("10.1.2.3:80")]
    [InlineData("[fd00::7]:443")]
    public void A_host_with_its_port_is_one(string place) => Assert.True(PrivatePlaces.IsOne(place));
}
