using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Replies;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies.Screening;

public class FilterTests
{
    private static readonly string[] Good = ["harbour", "pilot", "strait", "tide", "convoy", "minister", "bridge", "school", "ferry", "winter"];
    private static readonly string[] Bad = ["jackpot", "bonus", "spins", "deposit", "lucky", "chips", "wager", "payout", "slots", "cashback"];

    private static string Letter(string[] words, int number) => string.Join(' ', Enumerable.Range(0, 8).Select(i => words[(number * (i + 1) + i * i) % words.Length])) + $" n{number}";

    [Fact]
    public async Task It_learns_from_people_alone_says_which_words_spoke_and_only_holds()
    {
        await using var scene = await ReplyScene.Open();
        async Task<IReadOnlyList<Guid>> Write(string[] words, int from)
        {
            var ids = await scene.Add(FilterPhase.FewestTrained, ReplyState.Held, i => TestHouse.Start.AddSeconds(from + i));
            await scene.House.Write(async (db, stop) =>
            {
                var replies = await db.Set<Reply>().AsTracking().Where(reply => ids.Contains(reply.Id)).ToListAsync(stop);
                for (var i = 0; i < replies.Count; i++) replies[i].Body = Dateline.Foundation.Markup.Body.Plain(Letter(words, from + i));
            });
            return ids;
        }
        var ham = await Write(Good, 0);
        var spam = await Write(Bad, 100);
        await scene.House.Write((db, _) =>
        {
            db.Add(new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.Open });
            db.Journal.Add(new DiscussionRule { Scope = DiscussionRule.Site }.Changed());
            return Task.CompletedTask;
        });
        using (await scene.Send(("text", Letter(Bad, 777)))) { }
        Assert.Null((await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync(reply => reply.Name == "Maryam Daneshvar"))).HeldBy);

        await scene.Decide(ReplyState.Published, ids: [.. ham]);
        await scene.Decide(ReplyState.Spam, ids: [.. spam]);
        await Eventually.Holds(() => scene.Read(db => db.Set<FilterWord>().AnyAsync(row => row.Word == "" && row.Spam == FilterPhase.FewestTrained && row.Ham == FilterPhase.FewestTrained)), "the filter has learned");
        scene.House.Clock.Advance(FilterMemory.Pause);
        using (await scene.Send(("text", Letter(Bad, 778)))) { }
        var caught = await scene.Read(db => db.Replies.SingleAsync(reply => reply.HeldBy == "filter"));
        Assert.Equal(ReplyState.Held, caught.State);
        var finding = caught.Findings.Single(one => one.Phase == "filter");
        Assert.InRange(finding.Score!.Value, 0.95, 1);
        Assert.NotEmpty(finding.Words!.Intersect(Bad));
        Assert.Empty(finding.Words!.Intersect(Good));
        // Behind more innocent words than a reply teaches, they are found all the same.
        scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
        using (await scene.Send(("text", string.Join(' ', Enumerable.Range(0, FilterWords.MostTaught + 50).Select(i => $"neutral{(char)('a' + i % 26)}{(char)('a' + i / 26)}")) + " " + Letter(Bad, 780)))) { }
        Assert.Equal("filter", (await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync(reply => reply.Name == "Maryam Daneshvar"))).HeldBy);
        using var fine = await scene.Send(("text", Letter(Good, 779)));
        Assert.Contains("#reply-", fine.Headers.Location!.OriginalString, StringComparison.Ordinal);

        // A decision taken back is unlearned.
        await scene.Decide(ReplyState.Held, ReplyState.Spam, ids: [.. spam]);
        await Eventually.Holds(() => scene.Read(db => db.Set<FilterWord>().AnyAsync(row => row.Word == "" && row.Spam == 0)), "the filter has unlearned");
        Assert.False(await scene.Read(db => db.Set<FilterWord>().AnyAsync(row => row.Word == "jackpot"))); // nor does the word itself stay
    }

    [Fact]
    public async Task A_text_that_its_writer_changed_is_unlearned_and_the_new_one_waits_for_a_decision()
    {
        await using var scene = await ReplyScene.Open();
        Task<int> Ham(string word) => scene.Read(db => db.Set<FilterWord>().Where(row => row.Word == word).Select(row => row.Ham).FirstOrDefaultAsync());
        using var browser = scene.House.Browser();
        using var sent = await browser.Send(scene.At("/reply"), ReplyScene.Good);
        var own = sent.Headers.Location!.OriginalString.Split('?', '#')[0];
        await scene.Approve();
        await Eventually.Holds(async () => (await Ham(""), await Ham("nineteen")) == (1, 1), "the filter has learned");
        using (var changed = await browser.Send(own + "/text", ("text", "Lucky jackpot for whoever reads this far."))) Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.Equal((0, 0), (await Ham(""), await Ham("nineteen"))); // in the same write
        var other = await scene.Receive(("text", "The tide tables of the convoy were wrong."), ("email", "other@example.org"));
        await scene.Approve(other.Id);
        await Eventually.Holds(async () => await Ham("convoy") == 1, "the filter has heard of all that happened before");
        Assert.Equal((1, 0), (await Ham(""), await Ham("jackpot"))); // what was slipped in after the decision taught nothing
    }
}
