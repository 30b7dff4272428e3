using System.Net;
using System.Text;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire;

/// <summary>What somebody sent is kept byte for byte beside what was read of it.</summary>
public class SentDocumentTests
{
    /// <summary>In Latin 1: what a reader that takes it for something else makes mistakes in.</summary>
    private static readonly byte[] Telegram = Encoding.Latin1.GetBytes("\u0001nwe0001 4 pl 62 nwa\r\nstrike/\r\n\u0002Mayor Ant\u00f3n ends strike =\r\n\r\nThey are back, Mayor Ant\u00f3n said.\r\n\u0003\r\n\u0004");

    private static async Task<(WireHouse, Source, Feed)> Open(bool start = false)
    {
        var wire = await WireHouse.Open(start: start);
        var source = await wire.Source("Harbour Wire");
        return (wire, source, await wire.FeedAt(source, "drop:harbour"));
    }

    private static async Task<TakenDocument> Take(WireHouse wire, Feed feed, byte[] bytes)
    {
        using var document = new MemoryStream(bytes, writable: false);
        return await wire.House.Services.GetRequiredService<WireDocument>().Take(feed, document, default);
    }

    /// <summary>As if a reader of former days had taken one letter for another.</summary>
    private static Task Misread(WireHouse wire, WireItem item) => wire.House.Writes.Run(async (db, stop) =>
    {
        var news = (await db.LatestVersion(item.Id, stop))!.News with { Headline = "Mayor Antn ends strike" };
        await db.Set<WireVersion>().Where(version => version.ItemId == item.Id).ExecuteUpdateAsync(set => set.SetProperty(version => version.News, news), stop);
        await db.WireItems.Where(row => row.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Headline, news.Headline).SetProperty(row => row.Hash, "of former days"), stop);
    }, default);

    private static async Task<Refusal?> Again(WireHouse wire, WireItem item) => (await wire.House.Writes.Run((db, stop) => ReadItemAgain.Perform(db, item.Id, wire.Now, stop), default)).Value;

    [Fact]
    public async Task A_document_is_kept_once_for_all_its_items_and_the_same_again_not_at_all()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        var bytes = Encoding.UTF8.GetBytes(Rss([.. Enumerable.Range(0, 70).Select(n => Item($"{n:d2}", $"Tanker {n} passes"))])); // two batches
        Assert.Equal(70, (await Take(wire, feed, bytes)).Items);
        Assert.Equal(0, (await Take(wire, feed, bytes)).Items);
        var kept = Assert.Single(await wire.All<SentDocument>());
        Assert.Equal(bytes, kept.Sent());
        Assert.All(await wire.All<WireVersion>(), version => Assert.Equal(kept.Id, version.DocumentId));
        Assert.Equal(70, (await wire.Items(source)).Count);
    }

    [Fact]
    public async Task An_item_is_read_again_from_its_bytes_and_what_reads_otherwise_is_a_new_version()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        await Take(wire, feed, Telegram);
        var item = Assert.Single(await wire.Items(source));
        Assert.Equal("Mayor Antón ends strike", item.Headline);
        Assert.Equal("same", (await Again(wire, item))!.Code);

        await Misread(wire, item);
        Assert.Null(await Again(wire, item));
        var read = Assert.Single(await wire.Items(source));
        Assert.Equal(("Mayor Antón ends strike", 2), (read.Headline, read.Number));
        Assert.Equal(Assert.Single(await wire.All<SentDocument>()).Id, (await wire.Versions(item))[1].DocumentId);
        Assert.Equal("same", (await Again(wire, item))!.Code);
        Assert.Equal(0, (await Take(wire, feed, Telegram)).Items); // sent again it is known
    }

    [Fact]
    public async Task What_was_held_and_then_taken_is_kept_like_the_others()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        await wire.House.Services.GetRequiredService<WireDocument>().Quarantine(feed, Telegram, whole: true, "It may be forged.", held: true, default);
        var row = Assert.Single(await wire.Quarantine());
        Assert.Null((await wire.House.Writes.Run((db, stop) => ReplayQuarantined.Perform(db, row.Id, wire.Now, stop), default)).Value);
        Assert.Equal(Telegram, Assert.Single(await wire.All<SentDocument>()).Sent());
        Assert.Equal("same", (await Again(wire, Assert.Single(await wire.Items(source))))!.Code);
    }

    [Fact]
    public async Task After_a_month_it_is_forgotten_and_what_is_very_long_is_not_kept()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        await Take(wire, feed, Encoding.UTF8.GetBytes(Rss(Item("long", "Strait reopens")) + new string(' ', SentDocument.Longest)));
        Assert.Empty(await wire.All<SentDocument>());
        Assert.Equal("gone", (await Again(wire, Assert.Single(await wire.Items(source))))!.Code);

        await Take(wire, feed, Telegram);
        await wire.House.Writes.Run((db, stop) => WireRetention.ForgetSent(db, DateTimeOffset.UnixEpoch, wire.Now, 10, stop), default);
        Assert.Single(await wire.All<SentDocument>());
        wire.House.Clock.Advance(WireRetention.Raw);
        await wire.House.Writes.Run((db, stop) => WireRetention.ForgetSent(db, DateTimeOffset.UnixEpoch, wire.Now, 10, stop), default);
        Assert.Empty(await wire.All<SentDocument>());
    }

    [Fact]
    public async Task The_desk_reads_an_item_again()
    {
        var (wire, source, feed) = await Open(start: true);
        await using var _ = wire;
        await Take(wire, feed, Telegram);
        var item = Assert.Single(await wire.Items(source));
        await Misread(wire, item);
        using var editor = await wire.House.SignIn(Role.Editor);
        Assert.Contains($"action=\"/desk/inbox/{item.Id}/again\"", await editor.GetStringAsync($"/desk/inbox/{item.Id}"), StringComparison.Ordinal);
        using var read = await editor.Send($"/desk/inbox/{item.Id}/again");
        Assert.Equal(HttpStatusCode.SeeOther, read.StatusCode);
        Assert.Equal("Mayor Antón ends strike", Assert.Single(await wire.Items(source)).Headline);
        using var same = await editor.Send($"/desk/inbox/{item.Id}/again");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
        Assert.Contains("It reads as it did.", await same.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await wire.House.Writes.Run((db, stop) => db.Set<SentDocument>().ExecuteDeleteAsync(stop), default);
        Assert.DoesNotContain("/again\"", await editor.GetStringAsync($"/desk/inbox/{item.Id}"), StringComparison.Ordinal);
    }
}
