using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Foundation.Storage.Postgres;
using Dateline.Foundation.Storage.Sqlite;
using Dateline.Replies;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dateline.Tests.Replies;

/// <summary>What was withdrawn before a house was brought up to date is kept as long as if it had been withdrawn after, and nothing else is deleted with it.</summary>
public class RepliesMendedMigrationTests
{
    [Fact]
    public async Task Withdrawn_replies_are_counted_from_their_decision_and_no_others()
    {
        await using var scene = await ReplyScene.Open();
        var published = await scene.Receive();
        await scene.Approve();
        scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
        var withdrawn = await scene.Receive(("text", "Nobody asked the pilots, and nobody will."));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
        var now = scene.House.Clock.Now();
        await scene.House.Write(async (db, stop) =>
        {
            var (decision, fact) = (await db.Replies.AsTracking().SingleAsync(reply => reply.Id == withdrawn.Id, stop)).Decide(ReplyState.Withdrawn, new Verdict(Guid.CreateVersion7(now), now, By: null, Rules.Withdrawn));
            db.Add(decision);
            db.Journal.Add(fact);
        });
        var known = (await scene.Read(db => db.Replies.SingleAsync(reply => reply.Id == withdrawn.Id))).WithdrawnAt;
        Assert.NotNull(known);

        await using (var db = Open(scene.House.Storage))
        {
            await db.GetService<IMigrator>().MigrateAsync("PrintTexts");
            await db.Database.MigrateAsync();
        }
        var after = await scene.Read(db => db.Replies.ToDictionaryAsync(reply => reply.Id, reply => reply.WithdrawnAt));
        Assert.Equal((known, null), (after[withdrawn.Id], after[published.Id]));
    }

    private static DatelineDb Open(StorageOptions storage) => TestDatabase.OnPostgres
        ? new PostgresDatelineDb(new DbContextOptionsBuilder<PostgresDatelineDb>().UseNpgsql(storage.Postgres).Options)
        : new SqliteDatelineDb(new DbContextOptionsBuilder<SqliteDatelineDb>().UseSqlite(SqliteConnections.ConnectionString(storage.SqliteFile)).Options);
}
