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

    /// <summary>As SQLite says it: a flush of 2 is FULL.</summary>
    private static Task<string> Said(DatelineDb db) => db.Database.SqlQuery<string>($"""
        SELECT 'flush ' || synchronous || ', keys ' || foreign_keys || ', erase ' || secure_delete || ', memory ' || temp_store || ', cache ' || cache_size AS "Value"
        FROM pragma_synchronous, pragma_foreign_keys, pragma_secure_delete, pragma_temp_store, pragma_cache_size
        """).SingleAsync();
}
