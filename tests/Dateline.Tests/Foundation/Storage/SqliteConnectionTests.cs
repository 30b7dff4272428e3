using Dateline.Foundation.Storage;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

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
            Assert.Equal("flush 2, keys 1, erase 1, memory 2, cache -32000", await Said(one));
            Assert.Equal("flush 2, keys 1, erase 1, memory 2, cache -32000", await Said(other));
        }
    }

    /// <summary>Pages of the file that are mapped count as the program's, as many as there are up to a bound.</summary>
    [Theory]
    [InlineData(true, "cache -32000, mapped 268435456")]
    [InlineData(false, "cache -8000, mapped 0")]
    public async Task What_goes_through_the_data_once_keeps_little_of_it_in_memory(bool serves, string said)
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "What SQLite is told.");
        await using var house = await TestHouse.Open(start: false, options: given => given with { Web = serves, Worker = false });
        await using var db = house.OpenDb();
        await db.Database.OpenConnectionAsync();
        Assert.Equal(said, $"cache {await Setting(db, "cache_size")}, mapped {await Setting(db, "mmap_size")}");
    }

    private static async Task<object?> Setting(DatelineDb db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return await command.ExecuteScalarAsync();
    }

    /// <summary>As SQLite says it: a flush of 2 is FULL.</summary>
    private static Task<string> Said(DatelineDb db) => db.Database.SqlQuery<string>($"""
        SELECT 'flush ' || synchronous || ', keys ' || foreign_keys || ', erase ' || secure_delete || ', memory ' || temp_store || ', cache ' || cache_size AS "Value"
        FROM pragma_synchronous, pragma_foreign_keys, pragma_secure_delete, pragma_temp_store, pragma_cache_size
        """).SingleAsync();
}
