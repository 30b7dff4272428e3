using Dateline.Foundation.Storage;
using Dateline.Foundation.Storage.Postgres;
using Dateline.Foundation.Storage.Sqlite;
using Dateline.Tests.House;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dateline.Tests.Wire.Groups;

/// <summary>A house that is brought up to date goes on knowing the texts of the last three days, and how to forget them.</summary>
public class PrintTextsMigrationTests
{
    private static readonly long[] Keys = [-7, 3, long.MinValue, long.MaxValue];

    [Fact]
    public async Task Prints_keep_their_texts_and_their_traces()
    {
        await using var database = await TestDatabase.Copy();
        var number = PrintNumber.Next(DateTimeOffset.UtcNow);
        await using (var db = Open(database.Storage))
        {
            await db.GetService<IMigrator>().MigrateAsync("HoldsAndParticulars");
            await Insert(db, "wire_prints", $"{number}, '{Guid.CreateVersion7()}', '{Guid.CreateVersion7()}', {(TestDatabase.OnPostgres ? "false, false" : "0, 0")}, 60, 11, {Blob("01000000")}, {Blob("02000000")}, {Blob("03000000")}",
                "Number", "ItemId", "GroupId", "Loose", "Marked", "Words", "Exact", "Shingles", "Lead", "Facts");
            await Insert(db, "wire_prints", $"{number + 1}, '{Guid.CreateVersion7()}', '{Guid.CreateVersion7()}', {(TestDatabase.OnPostgres ? "false, false" : "0, 0")}, 12, 12, {Blob("")}, {Blob("")}, {Blob("")}",
                "Number", "ItemId", "GroupId", "Loose", "Marked", "Words", "Exact", "Shingles", "Lead", "Facts");
            foreach (var key in Keys) await Insert(db, "wire_traces", $"{number}, {key}", "Print", "Key");
            await db.Database.MigrateAsync();
        }

        await using (var db = Open(database.Storage))
        {
            var prints = await db.Set<Print>().Include(print => print.Text).OrderBy(print => print.Number).ToListAsync();
            Assert.Equal([number, number + 1], prints.Select(print => print.Number));
            Assert.Equal([1u, 2u, 3u], [.. prints[0].Text.Shingles, .. prints[0].Text.Lead, .. prints[0].Text.Facts]);
            Assert.Equal(Keys.Order(), prints[0].Text.Traces.Order());
            Assert.Empty(prints[1].Text.Traces);
            Assert.Equal(Keys.Order(), await db.Set<PrintTrace>().Where(trace => trace.Print == number).Select(trace => trace.Key).OrderBy(key => key).ToListAsync());

            Assert.Equal(2, await PrintRetention.Forget(db, DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddMinutes(1), 100, default));
            Assert.Equal((0, 0, 0), (await db.Set<Print>().CountAsync(), await db.Set<PrintText>().CountAsync(), await db.Set<PrintTrace>().CountAsync()));
        }
    }

    private static DatelineDb Open(StorageOptions storage) => TestDatabase.OnPostgres
        ? new PostgresDatelineDb(new DbContextOptionsBuilder<PostgresDatelineDb>().UseNpgsql(storage.Postgres).Options)
        : new SqliteDatelineDb(new DbContextOptionsBuilder<SqliteDatelineDb>().UseSqlite(SqliteConnections.ConnectionString(storage.SqliteFile)).Options);

    private static string Blob(string hex) => TestDatabase.OnPostgres ? $"'\\x{hex}'" : $"x'{hex}'";

#pragma warning disable EF1002 // the test's own words
    private static Task Insert(DatelineDb db, string table, string values, params string[] columns) =>
        db.Database.ExecuteSqlRawAsync($"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({values})");
#pragma warning restore EF1002
}
