using System.Text;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

/// <summary>What a feed answered is kept byte for byte when it had news, so that newer code can read it again.</summary>
public class AskedDocumentTests
{
    /// <summary>In a code page that the server names, with an address that is relative to where the feed moved to.</summary>
    private static byte[] Answer(string headline = "Bürgermeister tritt zurück") => Encoding.Latin1.GetBytes(Rss($"<item><guid isPermaLink=\"false\">a</guid><title>{headline}</title><link>/news/1</link></item>"));

    private static string Ok(byte[] text) => $"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=iso-8859-1\r\nContent-Length: {text.Length}\r\nConnection: close\r\n\r\n";

    [Fact]
    public async Task What_a_feed_answered_is_kept_when_it_had_news_and_read_again_as_it_came()
    {
        var answer = Answer();
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(async (asked, line, cancel) =>
        {
            await line.WriteAsync(asked.Path == "/feed" ? Encoding.ASCII.GetBytes("HTTP/1.1 302 Found\r\nLocation: /deep/feed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n") : [.. Encoding.ASCII.GetBytes(Ok(answer)), .. answer], cancel);
        });
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        await wire.Poll();
        var kept = Assert.Single(await wire.All<SentDocument>());
        Assert.Equal(answer, kept.Sent());
        var item = Assert.Single(await wire.Items(source));
        Assert.Equal(("Bürgermeister tritt zurück", server.At("/news/1").AbsoluteUri), (item.Headline, item.Link));
        Assert.Equal(kept.Id, Assert.Single(await wire.Versions(item)).DocumentId);

        await wire.PollAgain();
        Assert.Single(await wire.All<SentDocument>()); // the same again brought nothing

        // As if a reader of former days had misread it.
        await wire.House.Writes.Run((db, stop) => db.WireItems.ExecuteUpdateAsync(set => set.SetProperty(row => row.Headline, "B?rgermeister").SetProperty(row => row.Hash, "of former days").SetProperty(row => row.Link, (string?)null), stop), default);
        Assert.Null((await wire.House.Writes.Run((db, stop) => ReadItemAgain.Perform(db, item.Id, wire.Now, stop), default)).Value);
        var read = Assert.Single(await wire.Items(source));
        Assert.Equal((item.Headline, item.Link, 2), (read.Headline, read.Link, read.Number));
        Assert.Equal("same", (await wire.House.Writes.Run((db, stop) => ReadItemAgain.Perform(db, item.Id, wire.Now, stop), default)).Value!.Code);

        answer = Answer("Bürgermeister tritt doch nicht zurück");
        await wire.PollAgain();
        Assert.Equal(2, (await wire.All<SentDocument>()).Count);
    }

    [Fact]
    public async Task What_broke_off_or_is_very_long_is_taken_as_far_as_it_came_and_not_kept()
    {
        var text = Encoding.UTF8.GetBytes(Rss([.. Enumerable.Range(0, 3_000).Select(n => Item($"{n:d4}", $"Tanker {n} passes", new string('x', 1_000)))]));
        var sent = text.Length;
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(async (_, line, cancel) =>
        {
            await line.WriteAsync(Encoding.ASCII.GetBytes(Ok(text)), cancel);
            await line.WriteAsync(text.AsMemory(0, sent), cancel);
        });
        Assert.True(text.Length > SentDocument.Longest);
        var source = await wire.Source("Harbour Wire");
        var feed = await wire.Feed(source, server);
        sent = 300_000; // the line is closed here
        await wire.Poll();
        var some = (await wire.Items(source)).Count;
        Assert.InRange(some, 200, 290);
        Assert.False((await wire.Feed(feed)).IsHealthy);

        sent = text.Length;
        await wire.PollAgain(TimeSpan.FromHours(1));
        Assert.Equal(3_000, (await wire.Items(source)).Count);
        Assert.Empty(await wire.All<SentDocument>());
    }

    [Fact]
    public async Task It_is_forgotten_after_a_week_and_what_was_sent_unasked_is_not()
    {
        await using var wire = await WireHouse.Open();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(Rss(Item("a", "Strait reopens"))));
        var source = await wire.Source("Harbour Wire");
        await wire.Feed(source, server);
        await wire.Poll();
        var feed = await wire.FeedAt(source, "drop:");
        await wire.House.Write((db, _) => { db.Add(new Arrival(feed, [1, 2, 3], wire.Now).Kept); return Task.CompletedTask; });
        await Forget();
        Assert.Equal(2, (await wire.All<SentDocument>()).Count);
        wire.House.Clock.Advance(WireRetention.Asked);
        await Forget();
        Assert.Equal(feed.Id, Assert.Single(await wire.All<SentDocument>()).FeedId);

        Task Forget() => wire.House.Writes.Run((db, stop) => WireRetention.ForgetAsked(db, DateTimeOffset.UnixEpoch, wire.Now - WireRetention.Asked + TimeSpan.FromSeconds(1), 10, stop), default);
    }
}
