using System.Net;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Dateline.Tests.Replies;

public class ReplyFlowTests
{
    [Theory]
    [InlineData("https://bank.example/login", false)]
    [InlineData("Log in at bank.example now", false)]
    [InlineData("192.0.2.7", false)]
    [InlineData("Anna B.", true)]
    public async Task A_name_that_reads_like_an_address_leads_nowhere_whoever_took_it(string name, bool leads)
    {
        await using var scene = await ReplyScene.Open();
        var id = Assert.Single(await scene.Add(1, ReplyState.Published, _ => TestHouse.Start));
        await scene.House.Write(async (db, stop) => // as an import brings it
        {
            var reply = await db.Replies.AsTracking().SingleAsync(stop);
            (reply.Name, reply.Website) = (name, "https://evil.example/");
        });
        foreach (var path in new[] { scene.Story.Path, scene.At("/replies"), scene.At(PublicReply.PlaceOf(id)) })
        {
            var letter = (await scene.Page(path)).QuerySelector(".letter-name")!;
            Assert.Equal(name, letter.TextContent);
            Assert.Equal(leads ? 1 : 0, letter.QuerySelectorAll("a").Length);
        }
    }

    [Fact]
    public async Task A_story_has_the_form_and_the_count()
    {
        await using var scene = await ReplyScene.Open();
        var (_, page) = await scene.House.Get(scene.Story.Path);
        foreach (var words in new[] { ">0 replies<", "Leave a Reply", "Want to join the discussion? Feel free to contribute!", "Your email address will not be published. Required fields are marked *" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        foreach (var path in new[] { scene.Story.Path, scene.At("/reply") })
        {
            var form = (await scene.Page(path)).QuerySelector(".reply-form form")!;
            Assert.Equal($"{scene.Story.Path}/reply#leave-a-reply", form.GetAttribute("action"));
            Assert.All(form.QuerySelectorAll("input:not([type=hidden]), textarea"), field => Assert.NotNull(form.QuerySelector($"label[for='{field.Id}']")));
            Assert.Equal(["name", "email", "url"], form.QuerySelectorAll(".pair input").Select(field => field.GetAttribute("autocomplete")));
            Assert.Equal("address-note", form.QuerySelector("#email")!.GetAttribute("aria-describedby"));
            Assert.Equal("text-note", form.QuerySelector("#text")!.GetAttribute("aria-describedby"));
            foreach (var sign in new[] { ">", "*" }) Assert.Contains(sign, form.QuerySelector("#text-note")!.TextContent, StringComparison.Ordinal); // nobody guesses how to quote
            Assert.Empty(form.QuerySelectorAll("[aria-invalid]"));
        }
    }

    [Theory]
    [InlineData(0, "لا تعليقات")]
    [InlineData(1, "تعليق واحد")]
    [InlineData(2, "تعليقان")]
    [InlineData(3, "3 تعليقات")]
    [InlineData(11, "11 تعليقًا")]
    [InlineData(100, "100 تعليق")]
    public async Task The_count_speaks_Arabic_in_all_its_six_forms(int count, string words)
    {
        await using var house = await ReplyScene.Open();
        var story = await house.Cast.Publish(house.House, house.Cast.Carried("افتتاح المضيق", "نص.", edition: "ar"));
        await house.House.Write((db, _) =>
        {
            for (var i = 0; i < count; i++)
                db.Add(new Reply { Id = Guid.CreateVersion7(), Path = $"{i}", StoryId = story.Id, StoryKey = story.Key, Edition = "ar", Name = "مريم", EmailCipher = [], Body = Dateline.Foundation.Markup.Body.Plain("نص."), State = ReplyState.Published, SubmittedAt = TestHouse.Start, PublishedAt = TestHouse.Start });
            return Task.CompletedTask;
        });
        Assert.Equal(words, (await house.Page(story.Path)).QuerySelector("#replies-name")!.TextContent);
    }

    [Fact]
    public async Task A_reply_is_held_and_stands_on_no_public_page_until_it_is_approved()
    {
        await using var scene = await ReplyScene.Open();
        string[] everywhere = [scene.Story.Path, "/en", "/en/feed.rss", "/en/feed.atom", "/en/feed.json", $"/api/v1/stories/{scene.Story.Key}", "/en/search?q=piloted", scene.At("/replies.atom"), scene.At("/reply"), scene.At("/reply/held")];
        foreach (var path in everywhere) await scene.House.Get(path); // warms the caches

        var reply = await scene.Receive();
        Assert.Equal(ReplyState.Held, reply.State);
        var held = await scene.Page(scene.At("/reply/held"));
        Assert.Contains("a moderator reads it before it appears", held.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        foreach (var path in everywhere.Append(scene.At($"/reply?parent={reply.Id}")))
        {
            var (_, text) = await scene.House.Get(path);
            Assert.DoesNotContain("nineteen years", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Maryam", text, StringComparison.Ordinal);
        }

        Assert.Null((await scene.Approve()).Refusal);
        var (_, page) = await scene.House.Get(scene.Story.Path);
        Assert.Contains(">1 reply<", page, StringComparison.Ordinal);
        Assert.Contains("nineteen years", page, StringComparison.Ordinal);
        Assert.Contains("nineteen years", (await scene.House.Get(scene.At("/replies.atom"))).Text, StringComparison.Ordinal);

        await scene.Decide(ReplyState.Rejected, ReplyState.Published);
        Assert.DoesNotContain("nineteen years", (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nineteen years", (await scene.House.Get(scene.At("/replies.atom"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_post_is_the_same_reply()
    {
        await using var scene = await ReplyScene.Open();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.Send()));
        // One of them is the writer's, as far as we can know; the others are told what everybody may be told.
        ReplyScene.AssertHeld(Assert.Single(answers, answer => answer.Headers.Location!.OriginalString != scene.At("/reply/held")));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(9)); // also on the other side of a window's border
        using (await scene.Send()) { }
        Assert.Equal(1, await scene.Count());

        var reply = await scene.Read(db => db.Replies.SingleAsync());
        await scene.Approve();
        using var late = await scene.Send();
        Assert.Equal($"{scene.Story.Path}#reply-{reply.Id:N}", late.Headers.Location?.OriginalString);

        using (await scene.Send(("text", "Something else."))) { }
        Assert.Equal(2, await scene.Count());
        scene.House.Clock.Advance(TimeSpan.FromMinutes(21));
        using (await scene.Send()) { }
        Assert.Equal(3, await scene.Count());
    }

    [Fact]
    public async Task What_is_wrong_is_told_beside_the_field_and_every_value_stays()
    {
        await using var scene = await ReplyScene.Open();
        using var answer = await scene.Send(("email", "maryam@"), ("website", "javascript:alert(1)"), ("text", "\nTwo\n\nparagraphs"), ("name", "\u202e"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await scene.Count());

        var page = await ReplyScene.Page(answer);
        Assert.Equal(["#name", "#email", "#website"], page.QuerySelectorAll("#problems[role=alert] a").Select(link => link.GetAttribute("href")));
        foreach (var field in new[] { "name", "email", "website" })
        {
            var input = page.QuerySelector($"#{field}")!;
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            Assert.All(input.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.QuerySelector($"#{id}")));
        }
        Assert.Null(page.QuerySelector("#text")!.GetAttribute("aria-invalid"));
        Assert.Equal("maryam@", page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Equal("javascript:alert(1)", page.QuerySelector("#website")!.GetAttribute("value"));
        Assert.Equal("\nTwo\n\nparagraphs", page.QuerySelector("#text")!.TextContent.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_character_that_no_form_can_show_is_taken_out_and_told_and_the_words_are_kept()
    {
        await using var scene = await ReplyScene.Open();
        using var nul = await scene.Send(("name", "Mar\0yam"), ("text", "The northern\0 channel."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nul.StatusCode);
        var page = await ReplyScene.Page(nul);
        Assert.Equal("Maryam", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal("The northern channel.", page.QuerySelector("#text")!.TextContent.Trim());
        Assert.Contains("taken out", page.QuerySelector(".problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await scene.Count());

        var reply = await scene.Receive(("text", "The northern\u0001 channel.")); // others mean nothing either, and can be kept without
        Assert.Equal("The northern channel.", PlainText.From(reply.Body));
    }

    [Fact]
    public async Task Another_sites_form_is_refused_at_the_door()
    {
        await using var scene = await ReplyScene.Open();

        using var browser = scene.House.Browser();
        using var form = new FormUrlEncodedContent(ReplyScene.Good.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, scene.At("/reply")) { Content = form, Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var foreign = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(0, await scene.Count());
    }

    [Fact]
    public async Task A_program_that_fills_the_hidden_field_learns_nothing_and_is_put_away()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive((ReplyForm.Honey, "https://spam.example"));
        Assert.Equal(ReplyState.Spam, reply.State);
        var decision = await scene.Read(db => db.Set<ReplyDecision>().SingleAsync());
        Assert.Equal(("hidden-field", (Guid?)null, reply.DecisionId), (decision.Rule, decision.By, (Guid?)decision.Id));
    }

    [Fact]
    public async Task A_reply_answers_only_what_is_public_under_the_same_story()
    {
        await using var scene = await ReplyScene.Open();
        var first = await scene.Receive();
        var answersHeld = await scene.Receive(("text", "To a held one."), ("parent", first.Id.ToString()));
        Assert.Null(answersHeld.ParentId);
        await scene.Approve(first.Id);

        var form = await scene.Page(scene.At($"/reply?parent={first.Id}"));
        Assert.Contains("In reply to Maryam Daneshvar", form.QuerySelector(".reply-form")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(first.Id.ToString(), form.QuerySelector("[name=parent]")!.GetAttribute("value"));
        var answer = await scene.Receive(("text", "To a public one."), ("parent", first.Id.ToString()));
        Assert.Equal(first.Id, answer.ParentId);
        await scene.Approve(answer.Id);
        Assert.Equal($"#reply-{first.Id:N}", (await scene.Page(scene.Story.Path)).QuerySelector($"#reply-{answer.Id:N} .letter-answer a")!.GetAttribute("href"));

        var other = await scene.Cast.Publish(scene.House, scene.Cast.Carried("Another story", "Text."));
        using var browser = scene.House.Browser();
        using (await browser.Send($"{other.Path}/reply", [.. ReplyScene.Good, ("parent", first.Id.ToString())])) { }
        Assert.Null((await scene.Read(db => db.Replies.SingleAsync(reply => reply.StoryId == other.Id))).ParentId);
    }

    [Fact]
    public async Task Nobody_writes_under_a_closed_story_and_nobodys_words_are_lost()
    {
        await using var scene = await ReplyScene.Open();
        await scene.House.Write(async (db, stop) =>
        {
            var story = await db.Set<Story>().AsTracking().SingleAsync(story => story.Id == scene.Story.Id, stop);
            story.RepliesOpen = false;
        });
        using var answer = await scene.Send();
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = await ReplyScene.Page(answer);
        Assert.Contains("Replies to this story are closed.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReplyScene.Text, page.QuerySelector("textarea[readonly]")!.TextContent);
        Assert.Null(page.QuerySelector(".reply-form form"));
        Assert.Equal(0, await scene.Count());
    }

    [Fact]
    public async Task A_kill_closes_the_replies_and_takes_them_from_every_page()
    {
        await using var scene = await ReplyScene.Open();
        await scene.Receive();
        await scene.Approve();
        string[] pages = [scene.Story.Path, scene.At("/replies"), scene.At(PublicReply.PlaceOf((await scene.Read(db => db.Replies.SingleAsync())).Id)), scene.At("/reply"), scene.At("/reply/held"), scene.At("/replies.atom")];
        foreach (var path in pages) Assert.Equal(HttpStatusCode.OK, (await scene.House.Get(path)).Status);

        await scene.House.Write(async (db, stop) => await Dateline.Desk.KillStory.Perform(db, scene.Story.Id, "Wrong.", null, scene.House.Clock.Now(), stop));
        foreach (var path in pages)
        {
            var (status, text) = await scene.House.Get(path);
            Assert.Equal(HttpStatusCode.Gone, status);
            Assert.DoesNotContain("nineteen years", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Strait reopens", text, StringComparison.Ordinal);
        }
        using var answer = await scene.Send(("text", "Too late."));
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(1, await scene.Count());
    }

    [Fact]
    public async Task The_pages_beside_a_story_follow_it_to_its_address_and_exist_for_no_other()
    {
        await using var scene = await ReplyScene.Open();
        foreach (var beside in new[] { "/reply", "/reply/held", "/replies", "/replies.atom" })
        {
            using var client = scene.House.Client();
            using var moved = await client.GetAsync(new Uri($"/en/{scene.Story.Key}/old-slug{beside}", UriKind.Relative));
            Assert.Equal((HttpStatusCode.MovedPermanently, scene.At(beside)), (moved.StatusCode, moved.Headers.Location!.OriginalString));
            Assert.Equal(HttpStatusCode.NotFound, (await scene.House.Get($"/en/{StoryPath.NewKey()}/x{beside}")).Status);
            using var elsewhere = await client.GetAsync(new Uri($"/ar/{scene.Story.Key}/{scene.Story.Slug}{beside}", UriKind.Relative)); // it may have been there once
            Assert.Equal((HttpStatusCode.MovedPermanently, scene.At(beside)), (elsewhere.StatusCode, elsewhere.Headers.Location!.OriginalString));
        }
    }

    [Fact]
    public async Task When_nothing_more_can_be_stored_the_words_stay_in_the_form()
    {
        await using var scene = await ReplyScene.Open();
        await FillTheDisk(scene.House);
        using var answer = await scene.Send(("text", string.Join(' ', Enumerable.Repeat("words", 10_000))));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        var page = await ReplyScene.Page(answer);
        Assert.Contains("Nothing is lost", page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("words words", page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Maryam Daneshvar", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await scene.House.Get(scene.Story.Path)).Status);
    }

    /// <summary>The engine's own refusal: no page more on SQLite, no write more on PostgreSQL.</summary>
    private static async Task FillTheDisk(TestHouse house)
    {
        await house.Writes.Run(async (db, stop) =>
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = TestDatabase.OnPostgres
                ? $"ALTER DATABASE {db.Database.GetDbConnection().Database} SET default_transaction_read_only = on"
                : "PRAGMA max_page_count = 1";
            await command.ExecuteNonQueryAsync(stop);
        }, default);
        if (!TestDatabase.OnPostgres) return;
        // A connection that is open already would go on writing.
        await using var pool = new NpgsqlConnection(StorageOptions.Prepared(house.Storage.Postgres!));
        NpgsqlConnection.ClearPool(pool);
    }
}
