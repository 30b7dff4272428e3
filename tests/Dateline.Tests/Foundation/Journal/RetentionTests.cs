using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Foundation.Journal;

public class RetentionTests
{
    [Fact]
    public async Task Facts_go_after_their_time_but_never_the_last_and_none_that_a_follower_has_yet_to_hear()
    {
        await using var house = await TestHouse.Open(start: false);
        for (var number = 0; number < 5; number++) await Fact(house);
        house.Clock.Advance(JournalRetention.Period + TimeSpan.FromDays(1));
        await Fact(house);

        Assert.Equal(0, await Forget(house)); // nobody has heard of any
        var first = (await Positions(house))[0];
        await Heard(house, "quick", first + 5);
        await Heard(house, "slow", first + 1);
        Assert.Equal(2, await Forget(house));
        await Heard(house, "slow", first + 5);
        Assert.Equal(3, await Forget(house));
        Assert.Equal([first + 5], await Positions(house)); // too young

        house.Clock.Advance(JournalRetention.Period + TimeSpan.FromDays(1));
        Assert.Equal(0, await Forget(house)); // the last one
    }

    [Fact]
    public async Task Who_begins_after_much_was_forgotten_hears_all_that_is_left()
    {
        await using var house = await TestHouse.Open(start: false);
        await house.Writes.Run(async (db, stop) =>
        {
            db.Journal.Add(new HouseChanged());
            await db.SaveChangesAsync(stop);
        }, default);
        await using var db = house.OpenDb();
        var entry = await db.Set<JournalEntry>().SingleAsync();
        await db.Set<JournalEntry>().ExecuteDeleteAsync();
        await house.Writes.Run((write, _) =>
        {
            write.AddRange(Enumerable.Range(0, 3).Select(number => new JournalEntry { Position = 50_000 + number, At = entry.At, Fact = entry.Fact, Ids = entry.Ids }));
            return Task.CompletedTask;
        }, default);

        var cursor = new JournalCursor(await JournalCursor.Beginning(db, default));
        Assert.Equal([50_000, 50_001, 50_002], (await cursor.Read(db, default)).Select(one => one.Position));
        Assert.Equal(50_002, cursor.Settled);
    }

    [Fact]
    public async Task A_position_that_is_still_in_the_making_is_not_taken_for_forgotten()
    {
        await using var house = await TestHouse.Open(start: false);
        await Fact(house);
        await Fact(house);
        await using var db = house.OpenDb();
        var first = (await Positions(house))[0];
        await db.Set<JournalEntry>().Where(entry => entry.Position == first).ExecuteDeleteAsync();
        Assert.Equal(0, await JournalCursor.Beginning(db, default));
    }

    [Fact]
    public async Task The_program_forgets_raw_entries_and_refused_pieces_on_time_and_keeps_what_it_read()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var now = house.Clock.Now();
        var (feed, item) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await house.Write((db, _) =>
        {
            db.Add(new Feed { Id = feed, SourceId = cast.HarbourWire.Id, Url = "https://harbourwire.example/feed", Edition = "en", Paused = true });
            db.Add(new WireItem { Id = item, SourceId = cast.HarbourWire.Id, Guid = "one", Edition = "en", Headline = "Pier agreed", ReceivedAt = now, ChangedAt = now });
            db.Add(new WireVersion { ItemId = item, Number = 1, Hash = "x", Raw = "<item/>", News = new() { Headline = "Pier agreed" }, ReceivedAt = now });
            db.Add(new Quarantined { Id = Guid.CreateVersion7(), FeedId = feed, SourceId = cast.HarbourWire.Id, Reason = "No end", Raw = "<item>", At = now });
            return Task.CompletedTask;
        });

        house.Clock.Advance(WireRetention.Raw - TimeSpan.FromHours(1));
        await using var db = house.OpenDb();
        Assert.Equal("<item/>", (await db.LatestVersion(item, default))!.Raw);
        house.Clock.Advance(TimeSpan.FromHours(2));
        await Eventually.Holds(async () => (await db.LatestVersion(item, default))!.Raw is null, "the raw entry is forgotten");
        Assert.Equal("Pier agreed", (await db.LatestVersion(item, default))!.News.Headline);
        Assert.Equal(1, await db.Quarantine.CountAsync());

        house.Clock.Advance(WireRetention.Refused - WireRetention.Raw);
        await Eventually.Holds(async () => !await db.Quarantine.AnyAsync(), "the refused piece is forgotten");
    }

    private static Task Fact(TestHouse house) => house.Writes.Run((db, _) => { db.Journal.Add(new HouseChanged()); return Task.CompletedTask; }, default);

    private static async Task<int> Forget(TestHouse house) =>
        (await house.Writes.Run((db, stop) => JournalRetention.Forget(db, DateTimeOffset.UnixEpoch, house.Clock.Now() - JournalRetention.Period, 1_000, stop), default)).Value;

    private static Task Heard(TestHouse house, string follower, long position) => house.Writes.Run(async (db, stop) =>
    {
        await db.Set<FollowerPosition>().Where(row => row.Follower == follower).ExecuteDeleteAsync(stop);
        db.Add(new FollowerPosition { Follower = follower, Position = position });
    }, default);

    private static async Task<List<long>> Positions(TestHouse house)
    {
        await using var db = house.OpenDb();
        return await db.Set<JournalEntry>().OrderBy(entry => entry.Position).Select(entry => entry.Position).ToListAsync();
    }
}
