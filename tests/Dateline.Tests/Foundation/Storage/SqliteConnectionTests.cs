using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Tests.House;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Dateline.Tests.Foundation.Storage;

public class SqliteConnectionTests
{
    [Fact]
    public async Task Every_connection_keeps_what_it_was_told_however_often_it_is_used()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "What SQLite is told.");
        await using var house = await TestHouse.Open(start: false);
        for (var round = 0; round < 3; round++)
        {
            await using var one = house.OpenDb();
            await using var other = house.OpenDb();
            await one.Database.OpenConnectionAsync(); // both at once: of the pool's connections these are two
            await other.Database.OpenConnectionAsync();
            Assert.Equal("flush 2, keys 1, erase 1, memory 2, cache -8000", await Said(one));
            Assert.Equal("flush 2, keys 1, erase 1, memory 2, cache -8000", await Said(other));
        }
    }

    /// <summary>SQLite asks its authorizer while it reads a statement, and never while it runs one.</summary>
    [Fact]
    public async Task A_question_is_read_once_for_all_who_ask_it_through_a_context_of_the_pool()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "PostgreSQL has its own way of keeping statements.");
        await using var house = await TestHouse.Open(start: false);
        var (read, handle) = (0, (sqlite3?)null);
        for (var round = 0; round < 4; round++)
        {
            await using var db = house.OpenDb();
            Assert.Empty(await db.Set<FollowerPosition>().Where(row => row.Position > round).ToListAsync());
            var here = ((SqliteConnection)db.Database.GetDbConnection()).Handle;
            if (round == 0) raw.sqlite3_set_authorizer(handle = here, (strdelegate_authorizer)((_, _, _, _, _, _) => { read++; return raw.SQLITE_OK; }), null);
            if (round == 1) Assert.NotEqual(0, read); // whoever sets an authorizer has all statements read anew
            if (round == 1) read = 0;
            Assert.Same(handle, here);
        }
        Assert.Equal(0, read);
    }

    /// <summary>Pages of the file that were mapped would be given back after each commit of anybody, and faulted in again.</summary>
    [Theory]
    [InlineData(true, -32000L)]
    [InlineData(false, -8000L)] // a verb of the command line goes through the data once
    public async Task No_connection_maps_the_file_and_the_writer_of_a_house_that_serves_keeps_more_of_it(bool serves, long writers)
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "What SQLite is told.");
        await using var house = await TestHouse.Open(start: false, options: given => given with { Web = serves, Worker = false });
        await using var db = house.OpenDb();
        await db.Database.OpenConnectionAsync();
        Assert.Equal((-8000L, 0L), (await Setting(db, "cache_size"), await Setting(db, "mmap_size")));
        var (cache, map) = ((object?)null, (object?)null);
        await house.Write(async (writing, _) => (cache, map) = (await Setting(writing, "cache_size"), await Setting(writing, "mmap_size")));
        Assert.Equal((writers, 0L), (cache, map));
    }

    private static async Task<object?> Setting(DatelineDb db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"PRAGMA {name}";
        return await command.ExecuteScalarAsync();
    }

    /// <summary>As SQLite says it: a flush of 2 is FULL.</summary>
    private static Task<string> Said(DatelineDb db) => db.Database.SqlQuery<string>($"""
        SELECT 'flush ' || synchronous || ', keys ' || foreign_keys || ', erase ' || secure_delete || ', memory ' || temp_store || ', cache ' || cache_size AS "Value"
        FROM pragma_synchronous, pragma_foreign_keys, pragma_secure_delete, pragma_temp_store, pragma_cache_size
        """).SingleAsync();
}
