using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dateline.Tests.Foundation.Storage;

public class PostgresConnectionTests
{
    [Theory]
    [InlineData("Host=db.example.org", 100, true)]
    [InlineData("Host=db.example.org;Max Auto Prepare=0;No Reset On Close=false", 0, false)]
    [InlineData("Host=db.example.org;MaxAutoPrepare=7;NoResetOnClose=false", 7, false)]
    public void What_comes_again_is_prepared_unless_the_connection_string_says_otherwise(string said, int prepared, bool keeps)
    {
        var connection = new NpgsqlConnectionStringBuilder(StorageOptions.Prepared(said));
        Assert.Equal(prepared, connection.MaxAutoPrepare);
        Assert.Equal(keeps, connection.NoResetOnClose);
        Assert.Equal("db.example.org", connection.Host);
    }

    [Fact]
    public async Task A_story_that_is_read_again_and_again_is_planned_once()
    {
        Assert.SkipUnless(TestDatabase.OnPostgres, "SQLite plans within the process.");
        await using var house = await TestHouse.Open(start: false);
        await using var db = house.OpenDb();
        await db.Database.OpenConnectionAsync(); // the same all the time
        for (var round = 0; round < 8; round++) await db.FindPublicStory("abcd2345", DateTimeOffset.UtcNow, default);

        var prepared = await db.Database.SqlQuery<string>($"SELECT statement AS \"Value\" FROM pg_prepared_statements").ToListAsync();
        Assert.Contains(prepared, statement => statement.Contains("stories", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_lock_stays_on_a_connection_that_goes_back()
    {
        Assert.SkipUnless(TestDatabase.OnPostgres, "SQLite's lock is the transaction's.");
        await using var house = await TestHouse.Open(start: false);
        var attempts = 0;
        // As if others always came first, until it takes its turn; then the transaction breaks.
        await Assert.ThrowsAnyAsync<Exception>(() => house.Writes.Run((db, stop) => attempts++ < 20
            ? db.Database.ExecuteSqlRawAsync("DO $$ BEGIN RAISE EXCEPTION 'busy' USING ERRCODE = '40001'; END $$", stop)
            : db.Database.ExecuteSqlRawAsync("SELECT 1/0", stop), default));

        await using var db = house.OpenDb();
        Assert.Equal(0, await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())").SingleAsync());
    }
}
