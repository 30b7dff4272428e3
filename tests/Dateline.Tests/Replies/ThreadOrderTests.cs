using System.Net;
using AngleSharp.Dom;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Replies;
using Dateline.Replies.Threads;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies;

/// <summary>A story's replies as a tree, in each of its orders.</summary>
public class ThreadOrderTests
{
    /// <summary>Puts a public reply there, beneath another one or none.</summary>
    private static Task<Reply> Add(ReplyScene scene, int minute, Reply? parent = null, string name = "Maryam", string text = "Text.", Action<Reply>? more = null) =>
        AddAt(scene, TestHouse.Start.AddMinutes(minute), parent, name, text, more);

    private static async Task<Reply> AddAt(ReplyScene scene, DateTimeOffset at, Reply? parent = null, string name = "Maryam", string text = "Text.", Action<Reply>? more = null)
    {
        var id = Guid.CreateVersion7(at);
        var reply = new Reply
        {
            Id = id,
            ParentId = parent?.Id,
            Path = ThreadPath.Of(parent?.Path, id),
            StoryId = scene.Story.Id,
            StoryKey = scene.Story.Key,
            Edition = "en",
            Name = name,
            EmailCipher = [],
            Body = Body.Plain(text),
            SubmittedAt = at,
        };
        more?.Invoke(reply);
        await scene.House.Write(async (db, stop) =>
        {
            db.Add(reply);
            var (decision, fact) = reply.Decide(ReplyState.Published, new Verdict(Guid.CreateVersion7(at), at, ReplyScene.Moderator.Id));
            db.Add(decision);
            db.Journal.Add(fact);
            await AnswerCount.Follow(db, reply, ReplyState.Held, stop);
        });
        return reply;
    }

    private static IReadOnlyList<string> Texts(IDocument page) => [.. page.QuerySelectorAll(".letters .letter-text").Select(text => text.TextContent.Trim())];

    [Fact]
    public async Task A_conversation_is_read_in_its_order_and_each_answer_says_whom_it_answers()
    {
        await using var scene = await ReplyScene.Open();
        var first = await Add(scene, 1, text: "1", name: "Maryam");
        var second = await Add(scene, 2, text: "2", name: "Omid");
        var answer = await Add(scene, 3, first, "Noor", "1.1");
        await Add(scene, 4, answer, "Ingrid", "1.1.1");
        await Add(scene, 5, second, "Sami", "2.1");
        await Add(scene, 6, first, "Lena", "1.2");

        var page = await scene.Page(scene.Story.Path);
        Assert.Equal(["1", "1.1", "1.1.1", "1.2", "2", "2.1"], Texts(page));
        Assert.Equal([null, "deep deep-1", "deep deep-2", "deep deep-1", null, "deep deep-1"], page.QuerySelectorAll(".letters > li").Select(item => item.GetAttribute("class")));
        var link = page.QuerySelector($"#{PublicReply.AnchorOf(answer.Id)} .letter-answer a")!;
        Assert.Equal(("In reply to Maryam", $"#{PublicReply.AnchorOf(first.Id)}"), (link.TextContent, link.GetAttribute("href")));

        Assert.Equal(["1.2", "2.1", "1.1.1", "1.1", "2", "1"], Texts(await scene.Page(scene.At("/replies?sort=newest"))));
        var discussed = await scene.Page(scene.At("/replies?sort=discussed"));
        Assert.Equal(["1", "2"], Texts(discussed));
        Assert.Equal(["3 answers", "1 answer"], discussed.QuerySelectorAll(".letters .letter-acts a:not([data-answer], [href$='/report'])").Select(count => count.TextContent));
        Assert.Equal("true", discussed.QuerySelector(".sorts a[href*=discussed]")!.GetAttribute("aria-current"));
    }

    /// <summary>In some languages of a database, Danish for one, two of the same letter stand behind all others.</summary>
    [Fact]
    public async Task The_order_is_that_of_time_in_a_database_of_any_language()
    {
        await using var scene = await ReplyScene.Open();
        var start = TestHouse.Start.ToUnixTimeMilliseconds() & ~0xFFFF;
        DateTimeOffset At(int low) => DateTimeOffset.FromUnixTimeMilliseconds(start | (uint)low); // the last four letters of the time in an identifier
        var first = await AddAt(scene, At(0xAA00), text: "1");
        await AddAt(scene, At(0xB000), first, text: "1.1");
        await AddAt(scene, At(0xAB00), text: "2");
        await AddAt(scene, At(0xCAAC), first, text: "1.2");
        await AddAt(scene, At(0xCAB0), first, text: "1.3");
        await AddAt(scene, At(0xFFFF), text: "3");
        Assert.Equal(["1", "1.1", "1.2", "1.3", "2", "3"], Texts(await scene.Page(scene.Story.Path)));
    }

    [Fact]
    public async Task What_is_taken_down_keeps_its_place_while_answers_stand_beneath_it()
    {
        await using var scene = await ReplyScene.Open();
        var first = await Add(scene, 1, text: "A text that must go.", name: "Somebody");
        var answer = await Add(scene, 2, first, text: "An answer.");
        await scene.Decide(ReplyState.Rejected, ReplyState.Published, ids: first.Id);

        var page = await scene.Page(scene.Story.Path);
        Assert.Equal("1 reply", page.QuerySelector("#replies-name")!.TextContent);
        Assert.Equal("This reply was removed by a moderator.", page.QuerySelector($"#{PublicReply.AnchorOf(first.Id)} .letter-gone")!.TextContent);
        Assert.DoesNotContain("must go", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"#{PublicReply.AnchorOf(first.Id)} a"));

        await scene.Decide(ReplyState.Spam, ReplyState.Published, ids: answer.Id);
        Assert.Null((await scene.Page(scene.Story.Path)).QuerySelector(".letter"));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.House.Get(scene.At(PublicReply.PlaceOf(first.Id)))).Status);
    }

    [Fact]
    public async Task Each_reply_has_an_address_with_what_it_answers_and_what_answers_it()
    {
        await using var scene = await ReplyScene.Open();
        var first = await Add(scene, 1, text: "1");
        var answer = await Add(scene, 2, first, text: "1.1");
        await Add(scene, 3, answer, text: "1.1.1");
        await Add(scene, 4, first, text: "1.2");
        await Add(scene, 5, text: "2");
        var page = await scene.Page(scene.At(PublicReply.PlaceOf(answer.Id)));
        Assert.Equal(["1", "1.1", "1.1.1"], Texts(page));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.EndsWith(scene.Story.Path, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);

        scene.House.Clock.Advance(TimeSpan.FromHours(1));
        var held = await scene.Receive(("text", "Nobody reads this yet."));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.House.Get(scene.At(PublicReply.PlaceOf(held.Id)))).Status);
        await scene.Approve(held.Id);
        Assert.Equal(HttpStatusCode.OK, (await scene.House.Get(scene.At(PublicReply.PlaceOf(held.Id)))).Status);
    }

    [Theory]
    [InlineData(ThreadOrder.Oldest)]
    [InlineData(ThreadOrder.Newest)]
    [InlineData(ThreadOrder.Discussed)]
    [InlineData(ThreadOrder.Picks)]
    public async Task Pages_of_each_order_follow_one_another_there_and_back(ThreadOrder order)
    {
        await using var scene = await ReplyScene.Open();
        var ids = await scene.Add(120, ReplyState.Published, i => TestHouse.Start.AddSeconds(i / 3)); // three share each instant
        await scene.House.Write((db, stop) => db.Set<Reply>().ExecuteUpdateAsync(row => row.SetProperty(reply => reply.PickedAt, reply => reply.PublishedAt).SetProperty(reply => reply.Answers, 2), stop));
        var (seen, sizes) = (new List<Guid>(), new List<int>());
        ThreadPlace? place = null;
        ThreadPlace? back = null;
        do
        {
            var thread = await scene.Read(db => db.PublicReplies(scene.Story.Id, order, place, default));
            Assert.Equal(120, thread.Count);
            seen.AddRange(thread.Replies.Select(reply => reply.Id));
            sizes.Add(thread.Replies.Count);
            (place, back) = (thread.Next, thread.Previous);
        }
        while (place is not null);
        Assert.Equal([50, 50, 20], sizes);
        Assert.Equal(ids.Order(), seen.Order());

        var again = new List<Guid>(seen.TakeLast(20));
        while (back is not null)
        {
            var thread = await scene.Read(db => db.PublicReplies(scene.Story.Id, order, back, default));
            again.InsertRange(0, thread.Replies.Select(reply => reply.Id));
            back = thread.Previous;
        }
        Assert.Equal(seen, again);
    }

    [Fact]
    public async Task Picks_pins_staff_and_edits_are_said_with_words()
    {
        await using var scene = await ReplyScene.Open();
        Assert.Null((await scene.Page(scene.Story.Path)).QuerySelector(".sorts"));
        await Add(scene, 1, text: "Plain.");
        await Add(scene, 2, text: "Picked.", more: reply => reply.PickedAt = TestHouse.Start);
        for (var i = 0; i < 55; i++) await Add(scene, 3 + i, text: "More.");
        await Add(scene, 99, text: "Pinned.", more: reply => (reply.PinnedAt, reply.EditedAt) = (TestHouse.Start, TestHouse.Start));

        var page = await scene.Page(scene.Story.Path);
        Assert.Contains("Pinned.", page.QuerySelector(".letter-pinned")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Pinned", page.QuerySelector(".letter-pinned .letter-word")!.TextContent);
        Assert.Equal("edited", page.QuerySelector(".letter-pinned .letter-edited")!.TextContent);
        Assert.Equal(["Picked."], Texts(await scene.Page(page.QuerySelector(".sorts a[href*=picks]")!.GetAttribute("href")!.Split('#')[0])));
        Assert.Contains("Editors’ pick", page.QuerySelectorAll(".letter-word").Select(word => word.TextContent));
    }

    [Fact]
    public async Task A_pinned_answer_stands_above_all_in_every_order_and_its_place_leads_there()
    {
        await using var scene = await ReplyScene.Open();
        var question = await Add(scene, 1, name: "Per", text: "Question.");
        await Add(scene, 2, text: "Picked.", more: reply => reply.PickedAt = TestHouse.Start);
        var answer = await Add(scene, 3, question, "Jonas Weld", "Answer.", reply => reply.PinnedAt = TestHouse.Start);
        await Add(scene, 4, answer, text: "Thanks.");
        foreach (var place in new[] { "", "/replies", "/replies?sort=newest", "/replies?sort=discussed", "/replies?sort=picks" })
        {
            var page = await scene.Page(scene.At(place));
            Assert.Equal("Answer.", page.QuerySelector("#replies .letter-text")!.TextContent.Trim());
            Assert.Single(page.QuerySelectorAll(".letter-text"), text => text.TextContent.Trim() == "Answer.");
            Assert.NotNull(page.QuerySelector($".letter-pinned > #{PublicReply.AnchorOf(answer.Id)}"));
            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            Assert.Equal(ids.Distinct(), ids);
        }

        // The conversation stays whole: the answer's place leads up to it, and what it answers and what answers it are reached on this page.
        var thread = (await scene.Page(scene.Story.Path)).QuerySelector("#replies")!;
        Assert.Equal(["Question.", "Thanks.", "Picked."], thread.QuerySelectorAll(".letters .letter-text").Select(text => text.TextContent.Trim()));
        Assert.Equal([null, "deep deep-1", "deep deep-2", null], thread.QuerySelectorAll(".letters > li").Select(item => item.GetAttribute("class")));
        var line = thread.QuerySelectorAll(".letters > li")[1].QuerySelector("a")!;
        Assert.Equal(("The answer by Jonas Weld is pinned above", $"#{PublicReply.AnchorOf(answer.Id)}"), (line.TextContent, line.GetAttribute("href")));
        Assert.Equal($"#{PublicReply.AnchorOf(question.Id)}", thread.QuerySelector(".letter-pinned .letter-answer a")!.GetAttribute("href"));
        Assert.Equal($"#{PublicReply.AnchorOf(answer.Id)}", thread.QuerySelectorAll(".letters > li")[2].QuerySelector(".letter-answer a")!.GetAttribute("href"));

        await scene.House.Write((db, stop) => db.Set<Reply>().ExecuteUpdateAsync(row => row.SetProperty(reply => reply.PickedAt, (DateTimeOffset?)null), stop));
        var none = await scene.Read(db => db.PublicReplies(scene.Story.Id, ThreadOrder.Picks, null, default));
        Assert.Equal((0, answer.Id), (none.Replies.Count, Assert.Single(none.Pinned).Id));
    }

    [Fact]
    public async Task From_a_later_page_of_one_replys_answers_one_gets_back()
    {
        await using var scene = await ReplyScene.Open();
        var first = await Add(scene, 1, text: "1");
        for (var i = 0; i < 60; i++) await Add(scene, 2 + i, first, text: $"1.{i}");
        var page = await scene.Page(scene.At(PublicReply.PlaceOf(first.Id)));
        Assert.Null(page.QuerySelector(".pages [rel=prev]"));
        Assert.Equal(scene.At("/replies#replies"), page.QuerySelector(".pages a")!.GetAttribute("href"));
        var later = await scene.Page(page.QuerySelector(".pages [rel=next]")!.GetAttribute("href")!.Split('#')[0]);
        Assert.Equal(scene.At(PublicReply.PlaceOf(first.Id)) + "#replies", later.QuerySelector(".pages [rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_very_deep_thread_stays_within_its_bounds_on_the_page_and_in_the_index()
    {
        await using var scene = await ReplyScene.Open();
        Reply? last = null;
        for (var i = 0; i < 70; i++) last = await Add(scene, i, last, text: $"{i}");
        Assert.Equal(ThreadPath.Longest, last!.Path.Length);
        var page = await scene.Page(scene.Story.Path);
        Assert.Equal(50, Texts(page).Count);
        Assert.Equal("deep deep-4", page.QuerySelectorAll(".letters > li")[^1].GetAttribute("class"));
        Assert.Equal(Enumerable.Range(50, 20).Select(i => $"{i}"), Texts(await scene.Page(page.QuerySelector("[rel=next]")!.GetAttribute("href")!.Split('#')[0])).Order(StringComparer.Ordinal));
        Assert.Contains("69", Texts(await scene.Page(scene.At(PublicReply.PlaceOf(last.Id)))));
    }

    [Fact]
    public async Task However_deep_a_reply_stands_its_page_shows_what_it_answers_and_what_answers_it()
    {
        await using var scene = await ReplyScene.Open();
        var line = new List<Reply>();
        for (var i = 0; i < 70; i++) line.Add(await Add(scene, i, line.LastOrDefault(), text: $"{i}"));
        var beside = await Add(scene, 80, line[62], text: "beside 63");
        await Add(scene, 81, beside, text: "beneath beside 63");
        Assert.Equal([.. Enumerable.Range(0, 70).Select(i => $"{i}")], Texts(await scene.Page(scene.At(PublicReply.PlaceOf(line[64].Id)))));
        Assert.Equal([.. Enumerable.Range(0, 63).Select(i => $"{i}"), "beside 63", "beneath beside 63"], Texts(await scene.Page(scene.At(PublicReply.PlaceOf(beside.Id)))));
        Assert.Equal([.. Enumerable.Range(0, 70).Select(i => $"{i}"), "beside 63", "beneath beside 63"], Texts(await scene.Page(scene.At(PublicReply.PlaceOf(line[60].Id)))));
    }

    [Fact]
    public async Task Answers_are_counted_however_deep_they_stand()
    {
        await using var scene = await ReplyScene.Open();
        var line = new List<Reply>();
        for (var i = 0; i < 70; i++) line.Add(await Add(scene, i, line.LastOrDefault(), text: $"{i}"));
        await Add(scene, 81, await Add(scene, 80, line[62]));
        int[] some = [0, 58, 59, 62, 63, 68, 69];
        async Task<IEnumerable<int>> Answers()
        {
            var all = await scene.Read(db => db.Replies.ToDictionaryAsync(reply => reply.Id, reply => reply.Answers));
            return some.Select(at => all[line[at].Id]);
        }
        Assert.Equal([71, 13, 12, 9, 6, 1, 0], await Answers());
        Assert.Contains("1 answer", (await scene.House.Get(scene.At("/replies?sort=newest"))).Text, StringComparison.Ordinal);

        await scene.Decide(ReplyState.Rejected, ReplyState.Published, ids: [line[69].Id]);
        Assert.Equal([70, 12, 11, 8, 5, 0, 0], await Answers());
        await scene.House.Write((db, stop) => db.Set<Reply>().ExecuteUpdateAsync(row => row.SetProperty(reply => reply.Answers, 9), stop));
        await scene.House.Write((db, stop) => AnswerCount.Recount(db, scene.Story.Id, stop));
        Assert.Equal([70, 12, 11, 8, 5, 0, 0], await Answers());
    }

    [Fact]
    public async Task Counting_anew_comes_to_the_same_numbers()
    {
        await using var scene = await ReplyScene.Open();
        var first = await Add(scene, 1);
        var answer = await Add(scene, 2, first);
        await Add(scene, 3, answer);
        var counted = await scene.Read(db => db.Replies.OrderBy(reply => reply.Path).Select(reply => reply.Answers).ToListAsync());
        Assert.Equal([2, 1, 0], counted);
        await scene.House.Write((db, stop) => db.Set<Reply>().ExecuteUpdateAsync(row => row.SetProperty(reply => reply.Answers, 9), stop));
        await scene.House.Write((db, stop) => AnswerCount.Recount(db, scene.Story.Id, stop));
        Assert.Equal(counted, await scene.Read(db => db.Replies.OrderBy(reply => reply.Path).Select(reply => reply.Answers).ToListAsync()));
    }
}
