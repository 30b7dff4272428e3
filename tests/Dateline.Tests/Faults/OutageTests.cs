using System.Net;
using AngleSharp.Dom;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Foundation.Storage.Sqlite;
using Dateline.Replies;
using Dateline.Replies.Own;
using Dateline.Replies.Reports;
using Dateline.Tests.House;
using Dateline.Tests.Replies;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dateline.Tests.Faults;

/// <summary>The database is gone, and comes back: what readers type meanwhile isn't lost.</summary>
public class OutageTests
{
    private const string Typed = "The lamps burned on,\nfor \"forty\" winters. </textarea>";

    [Theory]
    [InlineData("reply")]
    [InlineData("answer")]
    [InlineData("report")]
    [InlineData("change")]
    [InlineData("appeal")]
    public async Task Without_the_database_a_readers_form_comes_back_with_its_words_and_is_taken_afterwards(string form)
    {
        await using var scene = await ReplyScene.Open();
        var held = await scene.Receive();
        var shown = Assert.Single(await scene.Add(1, ReplyState.Published, _ => TestHouse.Start));
        var own = scene.House.Services.GetRequiredService<OwnKey>().Address("en", held.Id);
        var (path, field, fields) = form switch
        {
            "reply" => (scene.At("/reply"), "text", ((string Name, string Value)[])[.. ReplyScene.Good.Where(one => one.Name != "text"), ("text", Typed), ("message", "")]),
            "answer" => (scene.At("/reply"), "text", [.. ReplyScene.Good.Where(one => one.Name != "text"), ("text", Typed), ("parent", $"{shown}")]),
            "report" => (scene.At(ReportReply.Beside(shown)), "words", [("reason", "insult"), ("words", Typed)]),
            "change" => (own + "/text", "text", [("text", Typed)]),
            _ => (own + "/appeal", "words", [("words", Typed)]),
        };
        await scene.House.Get(scene.Story.Path);
        using var browser = scene.House.Browser();
        var gone = await Away.Take(scene.House);
        IDocument page;
        using (var answer = await browser.Send(path, fields))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            page = await ReplyScene.Page(answer);
        }
        Assert.Equal(Typed, page.QuerySelector($"textarea[name={field}]")!.TextContent);
        Assert.Equal(path, page.QuerySelector("form[method=post]")!.GetAttribute("action")!.Split('#')[0]);
        (string Name, string Value)[] again = [.. page.QuerySelectorAll("form[method=post] input, form[method=post] textarea").Select(one => (one.GetAttribute("name")!, one.TagName == "TEXTAREA" ? one.TextContent : one.GetAttribute("value") ?? ""))];
        Assert.Equal(fields.Order(), again.Order());

        await gone.Return();
        using (var taken = await browser.Send(path, again)) Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        if (form is not ("reply" or "answer")) return;
        await scene.Approve();
        Assert.Contains("The lamps burned on", (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_so_in_the_editions_language()
    {
        await using var scene = await ReplyScene.Open();
        var story = await scene.Cast.Publish(scene.House, scene.Cast.Carried("عبور السفن", "نص.", edition: "ar"));
        await scene.House.Get(story.Path);
        using var browser = scene.House.Browser();
        var gone = await Away.Take(scene.House);
        using var answer = await browser.Send(story.Path + "/reply", ReplyScene.Good);
        var page = await ReplyScene.Page(answer);
        Assert.Equal(("ar", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Equal("لم يُرسل بعد", page.QuerySelector("h1")!.TextContent);
        await gone.Return();
    }

    /// <summary>Whoever holds a file open can write to it also when it is elsewhere, or nowhere: what it acknowledges then is lost.</summary>
    [Fact]
    public async Task Nothing_is_acknowledged_while_the_files_are_elsewhere_and_nothing_is_read()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "PostgreSQL looks after its own files.");
        await using var house = await TestHouse.Open();
        Task Mark(string name) => house.Writes.Run((db, _) => { db.Add(new FollowerPosition { Follower = name }); return Task.CompletedTask; }, default);
        await Mark("before");
        var gone = await Away.Take(house);
        await Assert.ThrowsAsync<StorageRefusedException>(() => Mark("away"));
        await using (var db = house.OpenDb()) Assert.Equal(14, (await Assert.ThrowsAsync<SqliteException>(() => db.Set<FollowerPosition>().CountAsync())).SqliteErrorCode);
        await gone.Return();
        await Mark("after");
        await using var again = house.OpenDb();
        Assert.Equal(["after", "before"], await again.Set<FollowerPosition>().Where(row => row.Follower == "before" || row.Follower == "away" || row.Follower == "after").Select(row => row.Follower).OrderBy(name => name).ToListAsync());
    }

    /// <summary>A database that nobody gets into: PostgreSQL takes no connection to it and ended those that were there; of SQLite the folder is elsewhere.</summary>
    private sealed class Away(TestHouse house)
    {
        private string Folder => house.Storage.DataFolder;

        private string Database => new NpgsqlConnectionStringBuilder(house.Storage.Postgres).Database!;

        public static async Task<Away> Take(TestHouse house)
        {
            var away = new Away(house);
            if (TestDatabase.OnPostgres)
            {
                await TestDatabases.Execute($"ALTER DATABASE {away.Database} WITH ALLOW_CONNECTIONS false");
                await TestDatabases.Execute($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{away.Database}'");
                return away;
            }
            Directory.Move(away.Folder, away.Folder + ".away"); // the whole folder: a file alone would be made anew by whoever looks next
            using var pool = new SqliteConnection(SqliteConnections.ConnectionString(house.Storage.SqliteFile));
            SqliteConnection.ClearPool(pool);
            return away;
        }

        public async Task Return()
        {
            if (TestDatabase.OnPostgres)
            {
                await TestDatabases.Execute($"ALTER DATABASE {Database} WITH ALLOW_CONNECTIONS true");

                // The database serves other tests, with the connections that it has: of those that were ended none may be left to them.
                foreach (var connection in new[] { house.Storage.Postgres!, StorageOptions.Prepared(house.Storage.Postgres!) })
                {
                    await using var pool = new NpgsqlConnection(connection);
                    NpgsqlConnection.ClearPool(pool);
                }

                return;
            }
            Directory.Move(Folder + ".away", Folder);
        }
    }
}
