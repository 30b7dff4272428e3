using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.House;

namespace Dateline.Tests.Foundation.Journal;

public class JournalCursorTests
{
    private static SourceChanged Fact(int n) => new(new Guid(n, 0, 0, new byte[8]));

    private static int Number(Happened happened) => BitConverter.ToInt32(((SourceChanged)happened.Fact).Source.ToByteArray());

    private static Task<long> Write(TestHouse house, int n) =>
        house.Writes.Run((db, _) => { db.Journal.Add(Fact(n)); return Task.CompletedTask; }, CancellationToken.None);

    [Fact]
    public async Task Facts_come_in_order_and_once()
    {
        await using var house = await TestHouse.Open(start: false);
        await using var db = house.OpenDb();
        var cursor = new JournalCursor(0);
        for (var n = 1; n <= 5; n++) await Write(house, n);

        Assert.Equal([1, 2, 3, 4, 5], (await cursor.Read(db, default)).Select(Number));
        Assert.Empty(await cursor.Read(db, default));
    }

    [Fact]
    public async Task A_fact_that_commits_late_is_neither_skipped_nor_waited_for()
    {
        Assert.SkipUnless(TestDatabase.OnPostgres, "SQLite commits positions in order.");
        await using var house = await TestHouse.Open(start: false);
        await using var db = house.OpenDb();
        var cursor = new JournalCursor(0);
        await Write(house, 1);
        Assert.Equal([1], (await cursor.Read(db, default)).Select(Number));

        // The late one has drawn its position but not committed.
        await using var late = house.OpenDb();
        await using var transaction = await late.Database.BeginTransactionAsync();
        late.Journal.Add(Fact(2));
        var latePosition = await JournalEngine.Write(late, default);

        await Write(house, 3);
        Assert.Equal([3], (await cursor.Read(db, default)).Select(Number)); // not waited for
        Assert.False(cursor.HasSeen(latePosition));
        Assert.True(cursor.Settled < latePosition);                        // a restart would read it again
        Assert.Empty(await cursor.Read(db, default));

        await transaction.CommitAsync();
        Assert.Equal([2], (await cursor.Read(db, default)).Select(Number)); // not skipped
        Assert.True(cursor.HasSeen(latePosition));
    }

    [Fact]
    public async Task A_position_whose_transaction_rolled_back_is_given_up_even_beside_a_long_transaction_begun_later()
    {
        Assert.SkipUnless(TestDatabase.OnPostgres, "SQLite gives no position to what is rolled back.");
        await using var house = await TestHouse.Open(start: false);
        await using var db = house.OpenDb();
        var cursor = new JournalCursor(0);
        await using (var dead = house.OpenDb())
        {
            await using var transaction = await dead.Database.BeginTransactionAsync();
            dead.Journal.Add(Fact(1));
            await JournalEngine.Write(dead, default);
            await transaction.RollbackAsync();
        }
        await Write(house, 2);
        Assert.Equal([2], (await cursor.Read(db, default)).Select(Number));

        await using var longOne = house.OpenDb();
        await using var open = await longOne.Database.BeginTransactionAsync();
        longOne.Journal.Add(Fact(9));
        await JournalEngine.Write(longOne, default);

        // The dead position is no gap any more once all that had begun before it was seen has ended: a server numbers the
        // transactions of all its databases in one row, other tests' too. The long one is open all the while.
        await Eventually.Holds(async () => { Assert.Empty(await cursor.Read(db, default)); return cursor.Settled == cursor.Head; }, "the dead position is given up");
        await Write(house, 3);
        Assert.Equal([3], (await cursor.Read(db, default)).Select(Number));
        await open.CommitAsync();
        Assert.Equal([9], (await cursor.Read(db, default)).Select(Number));
    }

    [Fact]
    [Trait("Soak", "yes")]
    public Task Nothing_is_lost_under_many_writers_some_of_which_fail() =>
        Soak.Repeat("journal, many writers", inSuite: 1, NothingIsLost);

    private static async Task NothingIsLost(int seed)
    {
        await using var house = await TestHouse.Open(start: false);
        var cursor = new JournalCursor(0);
        var seen = new HashSet<int>();
        var fails = (seed + 2) % 7;
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                var n = writer * 1_000 + i;
                try
                {
                    await house.Writes.Run((db, _) =>
                    {
                        db.Journal.Add(Fact(n));
                        return n % 7 == fails ? throw new InvalidDataException("This one fails.") : Task.CompletedTask;
                    }, default);
                }
                catch (InvalidDataException) { }
            }
        })));
        await using var reading = house.OpenDb();
        while (!writing.IsCompleted) seen.UnionWith((await cursor.Read(reading, default)).Select(Number));
        await writing;
        for (List<Happened> news; (news = await cursor.Read(reading, default)).Count > 0;) seen.UnionWith(news.Select(Number));

        var expected = Enumerable.Range(0, 8).SelectMany(writer => Enumerable.Range(0, 40).Select(i => writer * 1_000 + i)).Where(n => n % 7 != fails);
        Assert.Equal(expected.Order(), seen.Order());
    }
}
