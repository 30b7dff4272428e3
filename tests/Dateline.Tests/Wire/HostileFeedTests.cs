using System.IO.Compression;
using System.Text;
using Dateline.Desk.Sources;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Storage;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

public class HostileFeedTests
{
    private static readonly FetchingOptions Small = new() { MaxBytes = 2 << 20, HostGap = TimeSpan.Zero };

    private static Task<WireHouse> OpenSmall() => WireHouse.Open(builder => builder.Services.Replace(ServiceDescriptor.Singleton(Small)));

    /// <summary>Asks a bad feed beside a good one: the bad one is named, the good one has come in.</summary>
    private static async Task<Feed> AskBesideAGoodOne(WireHouse wire, LoopbackServer bad, bool turnClock = false)
    {
        await using var good = new LoopbackServer(_ => LoopbackServer.Ok(Rss(Item("good", "Pilots end strike"))));
        var (one, other) = (await wire.Source("Rogue Wire"), await wire.Source("Harbour Wire"));
        var id = await wire.Feed(one, bad);
        await wire.Feed(other, good);
        var polling = wire.Poll();
        if (turnClock)
        {
            await Eventually.Holds(() =>
            {
                wire.House.Clock.Advance(TimeSpan.FromSeconds(1));
                return polling.IsCompleted;
            }, "the poll ends");
        }
        await polling;
        Assert.Equal("Pilots end strike", Assert.Single(await wire.Items(other)).Headline);
        return await wire.Feed(id);
    }

    private static byte[] Packed(int megabytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write("<rss><channel><item><title>"u8);
            var blank = new byte[1 << 20];
            for (var n = 0; n < megabytes; n++) gzip.Write(blank);
        }
        return packed.ToArray();
    }

    [Fact]
    public async Task A_bomb_in_a_small_parcel_is_named()
    {
        await using var wire = await OpenSmall();
        var bomb = Packed(64);
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("200 OK", "Content-Encoding: gzip\r\nContent-Type: application/rss+xml\r\n", bomb));
        Assert.Equal("TooLarge", (await AskBesideAGoodOne(wire, server)).Failure);
    }

    [Fact]
    public async Task A_feed_without_end_is_named()
    {
        await using var wire = await OpenSmall();
        await using var server = new LoopbackServer(async (_, line, cancel) =>
        {
            await line.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<rss><channel>"u8.ToArray(), cancel);
            for (var n = 0; ; n++) await line.WriteAsync(Encoding.UTF8.GetBytes(Item($"{n}", $"No news {n}")), cancel);
        });
        var feed = await AskBesideAGoodOne(wire, server);
        Assert.Equal("TooLarge", feed.Failure);
        Assert.NotNull(feed.ItemAt); // what fitted is received all the same
    }

    [Fact]
    public async Task A_feed_of_too_many_items_is_named_and_the_first_are_taken()
    {
        await using var wire = await WireHouse.Open();
        var many = Rss([Item("first", "Ice on the Sound"), .. Enumerable.Repeat("<item><guid>again</guid><title>Again</title></item>", WireReading.MostItems)]);
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(many));
        var feed = await AskBesideAGoodOne(wire, server);
        Assert.Equal("TooLarge", feed.Failure);
        Assert.Equal("Failing. 127.0.0.1 sent too many items; the first 20,000 were taken, the rest was not read.", FeedHealth.Of(feed));
        await using var db = wire.House.OpenDb();
        Assert.True(await db.WireItems.AnyAsync(item => item.Guid == "first", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_feed_that_drips_is_named()
    {
        await using var wire = await OpenSmall();
        await using var server = new LoopbackServer(async (_, line, cancel) =>
        {
            await line.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<rss>"u8.ToArray(), cancel);
            await Task.Delay(Timeout.Infinite, cancel);
        });
        Assert.Equal("TooSlow", (await AskBesideAGoodOne(wire, server, turnClock: true)).Failure);
    }

    [Fact]
    public async Task A_feed_that_sends_us_in_circles_is_named()
    {
        await using var wire = await OpenSmall();
        await using var server = new LoopbackServer(asked => LoopbackServer.Redirect(asked.Path == "/feed" ? "/there" : "/feed"));
        Assert.Equal("RedirectLoop", (await AskBesideAGoodOne(wire, server)).Failure);
    }

    [Fact]
    public async Task A_web_page_is_no_feed()
    {
        await using var wire = await OpenSmall();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("<!DOCTYPE html><html><body>Please log in.</body></html>"));
        var feed = await AskBesideAGoodOne(wire, server);
        Assert.Equal(("BadResponse", "127.0.0.1 answered, but not with a feed. This is a web page, not a feed."), (feed.Failure, feed.FailureSentence));
    }

    [Fact]
    public async Task Entities_that_multiply_are_not_multiplied()
    {
        await using var wire = await OpenSmall();
        var entities = string.Concat(Enumerable.Range(1, 12).Select(n => $"<!ENTITY l{n} \"{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}\">"));
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok($"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"laugh\">{entities}]>" + Rss(Item("a", "&l12;"))[38..]));
        var feed = await AskBesideAGoodOne(wire, server);
        Assert.True(feed.IsHealthy);
        var item = (await wire.All<WireItem>()).Single(item => item.Guid == "a");
        Assert.InRange(item.Headline.Length, 1, 10);
    }

    [Fact]
    public async Task A_title_as_long_as_a_book_is_quarantined_and_its_neighbour_received()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Rss(Item("long", new string('x', 10 << 20)), Item("b", "Lake falls again"))));
        Assert.True((await AskBesideAGoodOne(wire, server)).IsHealthy);
        Assert.Equal(["Lake falls again", "Pilots end strike"], (await wire.All<WireItem>()).Select(item => item.Headline).Order());
        var row = Assert.Single(await wire.Quarantine());
        Assert.Equal((false, 400), (row.IsWhole, row.Raw.Length));
        Assert.Equal("cut", (await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, wire.Now, stop), default)).Value!.Code);
    }

    [Fact]
    public async Task A_feed_that_lies_about_its_charset_is_read()
    {
        await using var wire = await WireHouse.Open();
        byte[] body = [.. "<?xml version=\"1.0\" encoding=\"windows-1256\"?><rss><channel><item><guid>a</guid><title>"u8, 0xC7, 0xE1, 0xE3, 0xD6, 0xED, 0xDE, .. "</title></item></channel></rss>"u8];
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("200 OK", "Content-Type: text/xml; charset=utf-8\r\n", body));
        Assert.True((await AskBesideAGoodOne(wire, server)).IsHealthy);
        Assert.Contains(await wire.All<WireItem>(), item => item.Headline == "المضيق");
    }

    [Fact]
    public async Task A_feed_cannot_send_us_into_the_inner_network()
    {
        await using var wire = await OpenSmall();
        await using var inner = new LoopbackServer(_ => LoopbackServer.Ok(Rss(Item("secret", "The keys to the house"))));
        await using var server = new LoopbackServer(_ => LoopbackServer.Redirect(inner.At("/admin").AbsoluteUri));
        Assert.Equal("PrivateAddress", (await AskBesideAGoodOne(wire, server)).Failure);

        var id = await wire.Feed((await wire.All<Dateline.Stories.Source>())[0], inner, "/direct", allowed: false);
        await wire.Poll();
        Assert.Equal("PrivateAddress", (await wire.Feed(id)).Failure);
        Assert.Empty(inner.Requests);
    }

    [Fact]
    public async Task Characters_no_database_keeps_do_not_stop_a_feed()
    {
        await using var wire = await OpenSmall();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("""
            {"version":"https://jsonfeed.org/version/1.1","title":"x\u0000","items":[{"id":"a\u0000\ud800b","url":"https://a.example/\u0000","title":"Strait\u0000 \udfff reopens","language":"e\u0000n","summary":"\ud800","content_text":"\u0000\uffff","tags":["\u0000"],"authors":[{"name":"\u0000"}]}]}
            """));
        Assert.True((await AskBesideAGoodOne(wire, server)).IsHealthy);
        Assert.Contains(await wire.All<WireItem>(), item => item.Headline.StartsWith("Strait", StringComparison.Ordinal));
        Assert.Empty(await wire.Quarantine());
    }

    [Fact]
    public async Task An_entry_that_cannot_be_written_costs_nobody_but_itself()
    {
        await using var wire = await OpenSmall();
        await Poison(wire, drop: false);
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Rss(Item("a", "Strait reopens"), Item("p", "Poison"), Item("z", "Lake falls again"))));

        Assert.True((await AskBesideAGoodOne(wire, server)).IsHealthy);

        Assert.Equal(["a", "good", "z"], (await wire.All<WireItem>()).Select(item => item.Guid).Order());
        var row = Assert.Single(await wire.Quarantine());
        Assert.StartsWith("Our own program failed", row.Reason);

        await Poison(wire, drop: true);
        Assert.Null((await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, wire.Now, stop), default)).Value);
        Assert.Contains(await wire.All<WireItem>(), item => item is { Guid: "p", Headline: "Poison", Number: 1 });
        Assert.NotNull((await wire.Quarantine())[0].ReplayedAt);
    }

    /// <summary>Makes the database refuse one headline: a stand-in for whatever entry our code can't write yet.</summary>
    private static async Task Poison(WireHouse wire, bool drop)
    {
        await using var db = wire.House.OpenDb();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (TestDatabase.OnPostgres, drop) switch
        {
            (true, false) => """ALTER TABLE wire_items ADD CONSTRAINT poison CHECK ("Headline" <> 'Poison')""",
            (true, true) => "ALTER TABLE wire_items DROP CONSTRAINT poison",
            (false, false) => """CREATE TRIGGER poison BEFORE INSERT ON wire_items WHEN NEW."Headline" = 'Poison' BEGIN SELECT RAISE(ABORT, 'poison'); END""",
            (false, true) => "DROP TRIGGER poison",
        };
        await command.ExecuteNonQueryAsync();
    }
}
