using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies.Moderation;

/// <summary>What the queue shows beside a reply, and how a moderator narrows it.</summary>
public class QueueViewTests
{
    private static async Task<IDocument> Look(HttpClient browser, string path) => await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(path));

    private static IEnumerable<string> Names(IDocument page) => page.QuerySelectorAll(".waiting h2").Select(name => name.TextContent);

    [Fact]
    public async Task The_queue_is_narrowed_by_what_is_known_of_a_reply()
    {
        await using var scene = await ReplyScene.Open();
        var arabic = await scene.Cast.Publish(scene.House, scene.Cast.Carried("أعيد فتح المضيق", "نص.", edition: "ar"));
        var own = scene.Cast.Carried("Lakes freeze early", "Text.", scene.Cast.LakesNews);
        await scene.Cast.Publish(scene.House, own);
        await scene.Receive(("name", "Link"), ("text", "See https://strait-archive.example/1988"));
        await scene.Receive(("name", "Asks"), ("text", "Was the pilot aboard?"));
        await scene.Receive(("name", "Two links"), ("text", "https://a.example/ and https://b.example/"));
        using (var browser = scene.House.Browser())
        {
            using var one = await browser.Send(arabic.Path + "/reply", [.. ReplyScene.Good.Select(field => field.Name == "name" ? (field.Name, "سلمى") : field.Name == "email" ? (field.Name, "salma@example.org") : field)]);
            using var two = await browser.Send(own.Path + "/reply", [.. ReplyScene.Good.Select(field => field.Name == "name" ? (field.Name, "Lakes") : field.Name == "text" ? (field.Name, "Ice on all five of them since Sunday.") : field)]);
        }
        using var moderator = await scene.House.SignIn(Role.Moderator);
        async Task<string[]> Shown(string query) => [.. Names(await Look(moderator, "/desk/replies?" + query))];
        Assert.Equal(5, (await Shown("show=held")).Length);
        Assert.Equal(["سلمى"], await Shown("edition=ar"));
        Assert.Equal(["سلمى"], await Shown("language=ar"));
        Assert.Equal(["Lakes"], await Shown($"source={scene.Cast.LakesNews.Id:N}"));
        Assert.Equal(["Lakes"], await Shown($"story={own.Key}"));
        Assert.Equal(["Lakes"], await Shown($"story={Uri.EscapeDataString($"https://meridian.example{own.Path}?replies=newest#replies")}")); // as it stands in the browser
        Assert.EndsWith("5 in all, the oldest for under a minute; the aim is 1 h", (await Look(moderator, $"/desk/replies?story={own.Key}")).QuerySelector("h1")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(["Link", "Two links"], await Shown("link=1"));
        Assert.Equal(["Asks"], await Shown("question=1"));
        Assert.Equal(["Two links"], await Shown("rule=links"));
        Assert.Empty(await Shown("hours=1"));
        scene.House.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(5, (await Shown("hours=1")).Length);
        Assert.Empty(await Shown("story=nosuchkey"));
        Assert.Empty(await Shown("reported=1"));
    }

    /// <summary>A story is named by the address that somebody copied; what only looks like one names none.</summary>
    [Theory]
    [InlineData("3r74dz7m", "3r74dz7m")]
    [InlineData(" 3R74DZ7M ", "3r74dz7m")]
    [InlineData("/en/3r74dz7m/kestria-weighs", "3r74dz7m")]
    [InlineData("https://news.example/en/3r74dz7m/kestria-weighs#replies", "3r74dz7m")]
    [InlineData("news.example/en/3r74dz7m/kestria-weighs", null)]
    [InlineData("https://news.example/en/topic/3r74dz7m", null)]
    [InlineData("https://3r74dz7m", null)]
    [InlineData("/balkan77/front", null)]
    [InlineData("kestria-weighs", null)]
    [InlineData("", null)]
    public void A_story_is_named_by_its_key_or_its_address(string typed, string? key) => Assert.Equal(key, StoryTyped.Key(typed));

    [Fact]
    public async Task A_filter_and_its_address_are_the_same()
    {
        var filter = new QueueFilter(ReplyState.Spam) { Edition = "ar", Story = "k3y", Source = Guid.CreateVersion7(), Rule = "word & more", Language = "en-GB", Link = true, Reported = true, Question = true, Hours = 24 };
        Assert.Equal(filter, QueueFilter.Parse(filter.ToString()));
        Assert.Equal(new QueueFilter(ReplyState.Held), QueueFilter.Parse("show=nothing&hours=-4&source=x&rule=" + new string('a', 500)));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Beside_a_reply_stand_its_writers_others_what_was_found_and_whom_it_answers()
    {
        await using var scene = await ReplyScene.Open();
        var first = await scene.Receive();
        await scene.Approve();
        await scene.Receive(("text", "Not one of them knows the northern channel as we did."));
        await scene.Decide(ReplyState.Spam);
        await scene.Receive(("text", "Ask the pilots of 1988 and not the ministry."), ("parent", first.Id.ToString()));
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var row = (await Look(moderator, "/desk/replies")).QuerySelector(".waiting")!;
        Assert.Contains("Else from this address: 1 approved, 1 spam; the address was typed, not proved.", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Waits: a reader’s first replies wait.", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("nineteen years", row.QuerySelector(".answered")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Strait reopens, in short.", row.QuerySelector(".context")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Who is known", "Form’s age", "Hidden field", "How often", "Open or closed", "Bans", "Name", "Sent before", "Links", "Word lists", "Filter", "Who writes", "Discussion", "Checks outside"],
            row.QuerySelectorAll(".findings tbody td:first-child").Select(cell => cell.TextContent));
        Assert.Equal(["it has learned too little to judge too-little-known", "a reader’s first replies wait first"], row.QuerySelectorAll(".findings tbody td:nth-child(3)").Select(cell => cell.TextContent.Trim()).Where(cell => cell.Length > 0));

        var sender = await Look(moderator, row.QuerySelector("a[href$='/sender']")!.GetAttribute("href")!);
        Assert.Equal(2, sender.QuerySelectorAll(".ledger tbody tr").Length);
        Assert.DoesNotContain(ReplyScene.Address, sender.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        var key = (await scene.Read(db => db.Replies.FirstAsync())).AddressKey!;
        Assert.DoesNotContain(key, sender.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Two rows without an address have nothing in common.</summary>
    [Fact]
    public async Task Replies_whose_address_is_gone_are_nobodys_others()
    {
        await using var scene = await ReplyScene.Open();
        await scene.Add(3, ReplyState.Held, i => TestHouse.Start.AddSeconds(i));
        using var moderator = await scene.House.SignIn(Role.Moderator);
        Assert.All((await Look(moderator, "/desk/replies")).QuerySelectorAll(".waiting"), row => Assert.DoesNotContain("from this address", row.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_view_is_saved_for_oneself_or_for_all_and_removed()
    {
        await using var scene = await ReplyScene.Open();
        using var one = await scene.House.SignIn(Role.Moderator, "Tomas Oyelaran");
        using var other = await scene.House.SignIn(Role.Editor, "Jonas Weld");
        static IEnumerable<string> Views(IDocument page) => page.QuerySelectorAll(".tabs a bdi").Select(link => link.TextContent);
        using (await one.Send("/desk/replies/views", ("view", "show=held&link=1"), ("name", "With links"))) { }
        using (await one.Send("/desk/replies/views", ("view", "show=held&edition=ar"), ("name", "Arabic"), ("shared", "1"))) { }
        using (await one.Send("/desk/replies/views", ("view", "show=held&edition=fa"), ("name", "  "))) { }
        Assert.Equal(["With links", "Arabic"], Views(await Look(one, "/desk/replies")).Order().Reverse());
        Assert.Equal(["Arabic"], Views(await Look(other, "/desk/replies")));
        using (await other.Send("/desk/replies/views/removal", ("view", "show=held&link=1"))) { } // not theirs
        using (await one.Send("/desk/replies/views/removal", ("view", "show=held&edition=ar"))) { }
        Assert.Equal(["With links"], Views(await Look(one, "/desk/replies")));
        Assert.Empty(Views(await Look(other, "/desk/replies")));
    }

    [Fact]
    public async Task A_reason_is_one_press_and_stands_in_the_log_with_its_category_of_the_act()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (await moderator.Send("/desk/replies/decisions", ("reply", reply.Id.ToString()), ("from", "Held"), ("verdict", "reject:hatred"))) { }
        var decision = await scene.Read(db => db.Set<ReplyDecision>().SingleAsync());
        Assert.Equal((ReplyState.Rejected, "hatred"), (decision.To, decision.Reason));
        foreach (var path in new[] { "/desk/replies/log", $"/desk/replies/{reply.Id}/history" })
        {
            var line = (await Look(moderator, path)).QuerySelectorAll(".ledger tbody tr").Last(row => row.TextContent.Contains("Waiting → Rejected", StringComparison.Ordinal)).TextContent;
            Assert.Contains("Tomas Oyelaran", line, StringComparison.Ordinal);
            Assert.Contains("Unlawful hatred", line, StringComparison.Ordinal);
            Assert.Contains("STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pick_is_a_second_press_away_from_none_and_drops_the_page()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (var early = await moderator.Send($"/desk/replies/{reply.Id}/pick", ("view", "show=held")))
            Assert.Contains("refused=gone", early.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await scene.Approve();
        for (var press = 1; press <= 2; press++)
        {
            scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
            using (await moderator.Send($"/desk/replies/{reply.Id}/pick", ("view", "show=published"))) { }
            Assert.Equal(press == 1, (await scene.Read(db => db.Replies.SingleAsync())).PickedAt is not null);
            Assert.Equal(press == 1 ? "true" : "false", (await Look(moderator, "/desk/replies?show=published")).QuerySelector("[data-key=p]")!.GetAttribute("aria-pressed"));
        }
        var entry = await scene.Read(db => db.Set<Dateline.Foundation.Journal.JournalEntry>().OrderByDescending(row => row.Position).FirstAsync());
        Assert.Equal([$"story/{scene.Story.Key}"], Dateline.Foundation.Journal.FactNames.Read(entry)!.Fact.Subjects);
        Assert.Equal(["pick", "pick-taken-back"], await scene.Read(db => db.Set<ModerationAct>().OrderBy(act => act.Id).Select(act => act.Act).ToListAsync()));
    }

    [Theory]
    [InlineData("Was the pilot aboard?", true)]
    [InlineData("هل كان المرشد على متنها؟", true)]
    [InlineData("领航员在船上吗？", true)]
    [InlineData("Really?!", true)]
    [InlineData("See page.example/list?id=4 for it.", false)]
    [InlineData("> Was he aboard?\n\nHe was.", false)]
    [InlineData("He was aboard.", false)]
    public void A_question_is_seen_in_words_of_ones_own(string text, bool asks) =>
        Assert.Equal(asks, Question.In(ReaderText.Read(text, 10_000).Value!));
}
