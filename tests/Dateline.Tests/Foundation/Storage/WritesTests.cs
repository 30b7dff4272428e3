using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Foundation.Storage;

public class WritesTests
{
    private static Topic Topic(string key) => new() { Key = key, Names = new Dictionary<string, string> { ["en"] = key } };

    [Fact]
    public async Task One_job_that_fails_takes_no_other_with_it()
    {
        await using var house = await TestHouse.Open(start: false);
        var jobs = Enumerable.Range(0, 50).Select(n => house.Writes.Run((db, _) =>
        {
            db.Add(Topic(n % 10 == 3 ? "same" : $"topic-{n}"));
            return Task.CompletedTask;
        }, default)).ToList();

        var failures = 0;
        foreach (var job in jobs)
        {
            try { await job; }
            catch (DbUpdateException) { failures++; }
        }

        await using var db = house.OpenDb();
        Assert.Equal(4, failures); // five wrote "same", one could
        Assert.Equal(46, await db.Topics.CountAsync());
    }

    [Fact]
    public async Task A_change_and_its_fact_are_kept_together_or_not_at_all()
    {
        await using var house = await TestHouse.Open(start: false);
        await house.Writes.Run((db, _) => { db.Add(Topic("kept")); db.Journal.Add(new HouseChanged()); return Task.CompletedTask; }, default);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() =>
            house.Writes.Run((db, _) => { db.Add(Topic("kept")); db.Journal.Add(new HouseChanged()); return Task.CompletedTask; }, default));

        await using var db = house.OpenDb();
        Assert.Equal(1, await db.Set<JournalEntry>().CountAsync());
    }

    [Fact]
    public async Task A_write_answers_with_a_position_that_readers_can_wait_for()
    {
        await using var house = await TestHouse.Open();
        var journal = (NodeJournal)house.Services.GetService(typeof(NodeJournal))!;
        var position = await house.Writes.Run((db, _) => { db.Journal.Add(new HouseChanged()); return Task.CompletedTask; }, default);

        Assert.True(position > 0);
        Assert.True(await journal.Reached(position, TimeSpan.FromSeconds(20), default));
    }

    [Fact]
    public async Task A_write_inside_a_write_is_refused_instead_of_waiting_for_itself()
    {
        await using var house = await TestHouse.Open(start: false);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            house.Writes.Run((_, stop) => house.Writes.Run((_, _) => Task.CompletedTask, stop), default));
    }

    [Fact]
    [Trait("Soak", "yes")]
    public Task Two_who_count_up_at_once_lose_nothing() => Soak.Repeat("writes, counting at once", inSuite: 1, CountUp);

    private static async Task CountUp(int seed)
    {
        var most = 30 + (seed % 50);
        await using var house = await TestHouse.Open(start: false);
        await house.Writes.Run((db, _) => { db.Add(new FollowerPosition { Follower = "counter" }); return Task.CompletedTask; }, default);
        await Task.WhenAll(Enumerable.Range(0, most).Select(_ => house.Writes.Run(async (db, stop) =>
        {
            var row = await db.Set<FollowerPosition>().AsTracking().SingleAsync(position => position.Follower == "counter", stop);
            row.Position++;
        }, default)));

        await using var db = house.OpenDb();
        Assert.Equal(most, (await db.Set<FollowerPosition>().SingleAsync(position => position.Follower == "counter")).Position);
    }

    [Fact]
    public async Task Of_many_who_look_first_and_then_write_one_finds_nothing()
    {
        await using var house = await TestHouse.Open(start: false);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => house.Writes.Run(async (db, stop) =>
        {
            if (!await db.Topics.AnyAsync(stop)) db.Add(Topic($"topic-{n}"));
        }, default)));

        await using var db = house.OpenDb();
        Assert.Equal(1, await db.Topics.CountAsync());
    }

    [Fact]
    public async Task A_full_disk_refuses_what_was_written_with_it_and_the_next_write_goes_on()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "SQLite's writer alone shares a transaction.");
        await using var house = await TestHouse.Open(start: false);
        await house.Writes.Run((db, stop) => Pages(db, 1, stop), default);
        var jobs = Enumerable.Range(0, 8).Select(n => house.Writes.Run((db, _) =>
        {
            db.Add(new Topic { Key = $"large-{n}", Names = new Dictionary<string, string> { ["en"] = new('x', 200_000) } });
            return Task.CompletedTask;
        }, default)).ToList();
        foreach (var job in jobs) await Assert.ThrowsAsync<StorageRefusedException>(() => job);

        await house.Writes.Run((db, stop) => Pages(db, 1_000_000, stop), default);
        await house.Writes.Run((db, _) => { db.Add(Topic("small")); return Task.CompletedTask; }, default);
        await using var db = house.OpenDb();
        Assert.Equal(["small"], await db.Topics.Select(topic => topic.Key).ToListAsync());
    }

    /// <summary>How many pages the file may have: fewer than it has means "as many as it has".</summary>
    private static async Task Pages(DatelineDb db, int most, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {most}";
        await command.ExecuteNonQueryAsync(cancel);
    }
}
