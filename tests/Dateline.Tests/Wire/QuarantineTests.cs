using System.Text;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        Assert.Equal(bytes, row.Sent());
        Assert.Equal((true, "Our own reader failed on this item."), (row.IsWhole, row.Reason));
        Assert.Null((await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, wire.Now, stop), default)).Value);
        Assert.Equal("Pilots end strike", Assert.Single(await wire.Items(source)).Headline);
    }

    [Fact]
    public async Task When_there_is_no_more_room_what_was_read_again_goes_first_then_the_oldest_and_says_so()
    {
        await using var wire = await WireHouse.Open();
        var source = await wire.Source("Harbour Wire");
        var feed = await wire.FeedAt(source, "push:");
        var documents = wire.House.Services.GetRequiredService<WireDocument>();
        documents.MostKept = 3_500;
        async Task Refuse(int n)
        {
            var bytes = new byte[1_000];
            new Random(n).NextBytes(bytes);
            await documents.Quarantine(feed, bytes, whole: true, $"No news: {n}.", held: false, default);
            wire.House.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        foreach (var n in new[] { 1, 2, 3 }) await Refuse(n);
        Assert.All(await wire.Quarantine(), row => Assert.True(row.IsWhole));
        await wire.House.Writes.Run(async (db, stop) => (await db.Quarantine.AsTracking().SingleAsync(row => row.Reason == "No news: 2.", stop)).ReplayedAt = wire.Now, default);
        await Refuse(4);
        Assert.Equal(["No news: 1.", "No news: 3.", "No news: 4."], (await wire.Quarantine()).Where(row => row.IsWhole).Select(row => row.Reason));
        await Refuse(5);
        var gone = (await wire.Quarantine()).Single(row => row.Reason == "No news: 1.");
        Assert.True(gone is { IsWhole: false, Document: null });
        Assert.Equal(["No news: 3.", "No news: 4.", "No news: 5."], (await wire.Quarantine()).Where(row => row.IsWhole).Select(row => row.Reason));

        var refusal = (await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, gone.Id, wire.Now, stop), default)).Value;
        Assert.Equal(("cut", "It made room for what was refused later: such documents may take 256 MB in all."), (refusal!.Code, refusal.Sentence));
    }

    [Fact]
    public async Task What_was_kept_before_documents_were_packed_is_read_as_it_lies()
    {
        await using var wire = await WireHouse.Open();
        var source = await wire.Source("Harbour Wire");
        var feed = await wire.FeedAt(source, "push:");
        var row = new Quarantined { Id = Guid.CreateVersion7(), FeedId = feed.Id, SourceId = source.Id, Reason = "Held.", Raw = "<rss", IsWhole = true, Document = Encoding.UTF8.GetBytes(FeedText.Rss(FeedText.Item("a", "Strait reopens"))), At = wire.Now };
        await wire.House.Writes.Run((db, _) => { db.Add(row); return Task.CompletedTask; }, default);
        Assert.Null((await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, wire.Now, stop), default)).Value);
        Assert.Equal("Strait reopens", Assert.Single(await wire.Items(source)).Headline);
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
