using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Wire;

/// <summary>A house whose workers stand still: the test turns the clock and asks feeds by hand.</summary>
internal sealed class WireHouse : IAsyncDisposable
{
    private WireHouse(TestHouse house) => House = house;

    public TestHouse House { get; }

    public DateTimeOffset Now => House.Clock.GetUtcNow();

    /// <param name="start">Whether its pages answer; its workers stand still all the same.</param>
    public static async Task<WireHouse> Open(Action<WebApplicationBuilder>? adjust = null, bool start = false)
    {
        var wire = new WireHouse(await TestHouse.Open(adjust, start, options: one => start ? one with { Worker = false } : one));
        await wire.House.Writes.Run((db, _) =>
        {
            db.Add(new Edition { Code = "en", Name = "English", Language = "en", TimeZone = "UTC", Style = new HouseStyle { ShortName = "MERIDIAN", FullName = "Meridian Press Association" } });
            return Task.CompletedTask;
        }, default);
        return wire;
    }

    public async Task<Source> Source(string name) =>
        (await House.Writes.Run(async (db, stop) => (await SourceChanges.Add(db, new SourceDraft(name, $"https://{StoryPath.Slug(name)}.example/", "en"), Now, stop)).Source!, default)).Value;

    /// <summary>A feed at a server of the test's own, which only the operator's word lets it reach.</summary>
    public async Task<Guid> Feed(Source source, LoopbackServer server, string path = "/feed", int interval = 60, bool allowed = true, Action<Feed>? more = null) =>
        (await House.Writes.Run(async (db, stop) =>
        {
            var (feed, refusal) = await SourceChanges.AddFeed(db, source.Id, server.At(path).AbsoluteUri, "en", interval, allowed ? $"127.0.0.1:{server.EndPoint.Port}" : null, Now, stop);
            Assert.Null(refusal);
            more?.Invoke(feed!);
            return feed!.Id;
        }, default)).Value;

    /// <summary>A feed by its address, of whatever transport.</summary>
    public async Task<Feed> FeedAt(Source source, string address, string? allowed = null, Action<Feed>? more = null) =>
        (await House.Writes.Run(async (db, stop) =>
        {
            var (feed, refusal) = await SourceChanges.AddFeed(db, source.Id, address, "en", null, allowed, Now, stop);
            Assert.Null(refusal);
            more?.Invoke(feed!);
            return feed!;
        }, default)).Value;

    /// <summary>Asks every feed that is due.</summary>
    public Task<int> Poll() => House.Services.GetRequiredService<FeedPolling>().DoWhatIsDue(default);

    /// <summary>Lets time pass until the next asking, and asks.</summary>
    public async Task<int> PollAgain(TimeSpan? after = null)
    {
        House.Clock.Advance(after ?? TimeSpan.FromSeconds(61));
        return await Poll();
    }

    public Task<int> FetchPictures() => House.Services.GetRequiredService<FetchPictures>().DoWhatIsDue(default);

    public async Task<Feed> Feed(Guid id)
    {
        await using var db = House.OpenDb();
        return await db.Feeds.SingleAsync(feed => feed.Id == id);
    }

    public async Task<List<WireItem>> Items(Source source)
    {
        await using var db = House.OpenDb();
        return await db.WireItems.Where(item => item.SourceId == source.Id).OrderBy(item => item.Guid).ToListAsync();
    }

    public async Task<List<WireVersion>> Versions(WireItem item)
    {
        await using var db = House.OpenDb();
        return await db.Set<WireVersion>().Where(version => version.ItemId == item.Id).OrderBy(version => version.Number).ToListAsync();
    }

    public async Task<List<Quarantined>> Quarantine()
    {
        await using var db = House.OpenDb();
        return await db.Quarantine.OrderBy(row => row.Id).ToListAsync();
    }

    public async Task<List<T>> All<T>() where T : class
    {
        await using var db = House.OpenDb();
        return await db.Set<T>().ToListAsync();
    }

    /// <summary>The names of all facts so far, in their order.</summary>
    public async Task<List<string>> Facts()
    {
        await using var db = House.OpenDb();
        return await db.Set<Dateline.Foundation.Journal.JournalEntry>().OrderBy(entry => entry.Position).Select(entry => entry.Fact).Where(name => name.StartsWith("WireItem")).ToListAsync();
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
