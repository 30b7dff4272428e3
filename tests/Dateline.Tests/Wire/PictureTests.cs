using Dateline.Foundation.Pictures;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Tests.Foundation.Pictures;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

public class PictureTests
{
    private static readonly byte[] Png = SamplePicture.As(PictureFormat.Png);

    private static string Media(Uri url, string credit = "<media:credit>J. Amari</media:credit>") =>
        $"""<media:content url="{url}" type="image/png" medium="image"><media:description>The first ships of the convoy</media:description>{credit}</media:content>""";

    private static LoopbackServer Server(Func<LoopbackServer, string> feed, Func<Asked, byte[]> picture)
    {
        LoopbackServer? server = null;
        return server = new LoopbackServer(asked => asked.Path == "/feed" ? LoopbackServer.Ok(feed(server!)) : picture(asked));
    }

    [Fact]
    public async Task A_picture_is_fetched_made_ours_and_credited()
    {
        await using var wire = await WireHouse.Open();
        await using var server = Server(self => Rss(Item("a", "Strait reopens", more: Media(self.At("/1.png")))), _ => LoopbackServer.Answer("200 OK", "Content-Type: image/png\r\n", Png));
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        await wire.Poll();

        Assert.Equal(1, await wire.FetchPictures());

        var item = Assert.Single(await wire.Items(source));
        var picture = Assert.Single(await wire.All<Picture>());
        Assert.Equal((item.PictureId, "J. Amari", 700), (picture.Id, picture.Credit, picture.Width));
        var variants = await wire.All<Dateline.Stories.PictureVariant>();
        Assert.Equal(picture.Widths, variants.Select(variant => variant.Width).Order());
        Assert.All(variants, variant => Assert.Equal([0xFF, 0xD8, 0xFF], variant.Bytes[..3]));
        var row = Assert.Single(await wire.All<WirePicture>());
        Assert.Equal(("The first ships of the convoy", null, null), (row.Caption, row.DueAt, row.Failure));
        Assert.Equal(0, await wire.FetchPictures());
    }

    [Fact]
    public async Task A_picture_without_a_name_is_the_sources()
    {
        await using var wire = await WireHouse.Open();
        await using var server = Server(self => Rss(Item("a", "Strait reopens", more: Media(self.At("/1.png"), credit: ""))), _ => LoopbackServer.Answer("200 OK", "", Png));
        await wire.Feed(await wire.Source("Harbour Wire"), server);
        await wire.Poll();
        await wire.FetchPictures();
        Assert.Equal("Harbour Wire", Assert.Single(await wire.All<Picture>()).Credit);
    }

    [Fact]
    public async Task A_bomb_of_a_picture_is_refused_by_name_and_the_item_stands()
    {
        await using var wire = await WireHouse.Open();
        await using var server = Server(self => Rss(Item("a", "Strait reopens", more: Media(self.At("/1.png")))), _ => LoopbackServer.Answer("200 OK", "", SamplePicture.PngClaiming(60_000, 60_000)));
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        await wire.Poll();
        await wire.FetchPictures();

        var row = Assert.Single(await wire.All<WirePicture>());
        Assert.Contains("60000 × 60000", row.Failure);
        Assert.Null(row.DueAt);
        Assert.Null(Assert.Single(await wire.Items(source)).PictureId);
    }

    [Fact]
    public async Task A_picture_that_fails_is_tried_again_five_times()
    {
        await using var wire = await WireHouse.Open();
        await using var server = Server(self => Rss(Item("a", "Strait reopens", more: Media(self.At("/1.png")))), _ => LoopbackServer.Answer("503 Service Unavailable"));
        await wire.Feed(await wire.Source("Harbour Wire"), server);
        await wire.Poll();
        var tries = 0;
        for (var n = 0; n < 12; n++, wire.House.Clock.Advance(TimeSpan.FromHours(1))) tries += await wire.FetchPictures();
        Assert.Equal(5, tries);
    }

    [Fact]
    public async Task The_password_goes_to_no_picture_host_that_a_feed_names()
    {
        await using var wire = await WireHouse.Open();
        await using var elsewhere = new LoopbackServer(_ => LoopbackServer.Answer("200 OK", "", Png));
        await using var server = Server(_ => Rss(Item("a", "Strait reopens", more: Media(elsewhere.At("/1.png")))), _ => LoopbackServer.Answer("404 Not Found"));
        var secrets = wire.House.Services.GetRequiredService<FeedSecrets>();
        await wire.Feed(await wire.Source("Harbour Wire"), server, more: feed =>
        {
            (feed.UserName, feed.Password) = ("meridian", secrets.Hide("swordfish"));
            feed.AllowPrivate += $",127.0.0.1:{elsewhere.EndPoint.Port}";
        });
        await wire.Poll();
        await wire.FetchPictures();

        Assert.NotNull(Assert.Single(server.Requests)["authorization"]);
        Assert.Null(Assert.Single(elsewhere.Requests)["authorization"]);
    }

    [Fact]
    public async Task A_feed_cannot_have_a_picture_fetched_from_the_inner_network()
    {
        await using var wire = await WireHouse.Open();
        await using var inner = new LoopbackServer(_ => LoopbackServer.Answer("200 OK", "", Png));
        await using var server = Server(_ => Rss(Item("a", "Strait reopens", more: Media(inner.At("/1.png")))), _ => LoopbackServer.Answer("404 Not Found"));
        await wire.Feed(await wire.Source("Harbour Wire"), server);
        await wire.Poll();
        await wire.FetchPictures();

        Assert.Empty(inner.Requests);
        Assert.NotNull(Assert.Single(await wire.All<WirePicture>()).Failure);
    }

    [Fact]
    public async Task The_latest_versions_picture_stands_whichever_comes_last()
    {
        await using var wire = await WireHouse.Open();
        var name = "/old.png";
        var slow = true;
        await using var server = Server(self => Rss(Item("a", "Strait reopens", more: Media(self.At(name)))),
            asked => asked.Path == "/old.png" && slow ? LoopbackServer.Answer("503 Service Unavailable") : LoopbackServer.Answer("200 OK", "", Png));
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        await wire.Poll();
        await wire.FetchPictures(); // the old one fails for now

        name = "/new.png";
        await wire.PollAgain();
        slow = false;
        wire.House.Clock.Advance(TimeSpan.FromHours(1));
        while (await wire.FetchPictures() > 0) { }

        var pictures = await wire.All<WirePicture>();
        Assert.All(pictures, picture => Assert.NotNull(picture.PictureId));
        Assert.Equal(pictures.Single(picture => picture.Url.EndsWith("/new.png", StringComparison.Ordinal)).PictureId, Assert.Single(await wire.Items(source)).PictureId);
    }

    [Fact]
    public async Task No_picture_is_fetched_for_what_was_withdrawn()
    {
        await using var wire = await WireHouse.Open();
        await using var server = Server(self => Rss(Item("a", "Strait reopens", more: Media(self.At("/1.png")))), _ => LoopbackServer.Answer("200 OK", "", Png));
        var source = await wire.Source("Harbour Wire");
        var id = await wire.Feed(source, server);
        await wire.Poll();
        var feed = await wire.Feed(id);
        await wire.House.Writes.Run((db, stop) => new Receiving(db, feed, wire.Now).Take(new Dateline.Formats.Tombstone("a"), stop), default);

        await wire.FetchPictures();

        Assert.Single(server.Requests);
        Assert.Empty(await wire.All<Picture>());
    }
}
