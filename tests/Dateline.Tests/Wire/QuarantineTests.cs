using System.Text;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Wire;

public class QuarantineTests
{
    private const string Broken = """{"about":"an entry that says nothing"}""";

    private static string Json(params string[] items) => $$"""{"version":"https://jsonfeed.org/version/1.1","title":"Harbour Wire","items":[{{string.Join(",", items)}}]}""";

    [Fact]
    public async Task A_bad_entry_is_kept_with_the_reason_and_the_rest_received()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Json("""{"id":"a","title":"Strait reopens"}""", Broken, """{"id":"c","title":"Lake falls again"}""")));
        var source = await wire.Source("Harbour Wire");
        var id = await wire.Feed(source, server);

        await wire.Poll();
        await wire.PollAgain(); // the same again is no second row

        Assert.Equal(["a", "c"], (await wire.Items(source)).Select(item => item.Guid));
        var row = Assert.Single(await wire.Quarantine());
        Assert.Equal((Broken, true, "The item says nothing.", id), (row.Raw, row.IsWhole, row.Reason, row.FeedId));
        Assert.True((await wire.Feed(id)).IsHealthy);
    }

    [Fact]
    public async Task What_is_still_unreadable_stays_and_says_why()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Json(Broken)));
        await wire.Feed(await wire.Source("Harbour Wire"), server);
        await wire.Poll();
        var row = Assert.Single(await wire.Quarantine());

        var refusal = (await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, wire.Now, stop), default)).Value;

        Assert.Equal(("refused", "The item says nothing."), (refusal!.Code, refusal.Sentence));
        Assert.Null((await wire.Quarantine())[0].ReplayedAt);
    }

    [Theory]
    [InlineData("""{"id":"b","title":"Pilots end strike","content_text":"They are back."}""")]
    [InlineData("""<item><guid>b</guid><title>Pilots end strike</title></item>""")]
    [InlineData("""<entry><id>b</id><title>Pilots end strike</title></entry>""")]
    [InlineData("""<newsItem guid="b" version="1"><contentMeta><headline>Pilots end strike</headline></contentMeta></newsItem>""")]
    [InlineData("""<nitf><head><docdata><doc-id id-string="b"/></docdata></head><body><body.head><hedline><hl1>Pilots end strike</hl1></hedline></body.head></body></nitf>""")]
    [InlineData("""{"uri":"b","pubstatus":"usable","headline":"Pilots end strike"}""")]
    public async Task What_newer_code_can_read_is_received_once(string raw)
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer("404 Not Found"));
        var source = await wire.Source("Harbour Wire");
        var feed = await wire.Feed(source, server);
        var row = new Quarantined { Id = Guid.CreateVersion7(), FeedId = feed, SourceId = source.Id, Reason = "An older reader did not understand it.", Raw = raw, IsWhole = true, At = wire.Now };
        await wire.House.Writes.Run((db, _) => { db.Add(row); return Task.CompletedTask; }, default);

        Assert.Null((await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, wire.Now, stop), default)).Value);
        Assert.Equal("done", (await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, wire.Now, stop), default)).Value!.Code);

        var item = Assert.Single(await wire.Items(source));
        Assert.Equal(("b", "Pilots end strike", 1), (item.Guid, item.Headline, item.Number));
    }

    [Fact]
    public async Task A_telegram_that_our_reader_failed_on_is_kept_byte_for_byte_and_read_by_newer_code()
    {
        await using var wire = await WireHouse.Open();
        var source = await wire.Source("Harbour Wire");
        var feed = await wire.FeedAt(source, "drop:harbour");
        var telegram = "\u0001nwe0001 4 pl 62 nwa\r\nstrike/\r\n\u0002Pilots end strike =\r\n\r\nThey are back, Mayor Ant\u00f3n said.\r\n\u0003\r\n\u0004";
        var bytes = Encoding.Latin1.GetBytes(telegram);
        var failed = new Reject(RejectCode.Failed, "Our own reader failed on this item.") { Raw = telegram, Bytes = bytes, Line = 1 };
        await wire.House.Writes.Run(async (db, stop) => { await new Receiving(db, feed, wire.Now).Take(failed, stop); }, default);

        var row = Assert.Single(await wire.Quarantine());
        Assert.Equal(bytes, row.Document);
        Assert.Equal((true, "Our own reader failed on this item."), (row.IsWhole, row.Reason));
        Assert.Null((await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, wire.Now, stop), default)).Value);
        Assert.Equal("Pilots end strike", Assert.Single(await wire.Items(source)).Headline);
    }

    [Fact]
    public async Task A_flood_of_bad_entries_is_bounded()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Json([.. Enumerable.Range(0, 300).Select(n => $$"""{"id":"{{n}}","title":}""")])));
        await wire.Feed(await wire.Source("Harbour Wire"), server);
        await wire.Poll();
        Assert.Equal(100, (await wire.Quarantine()).Count);
    }
}
