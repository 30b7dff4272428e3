using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Threads;
using Dateline.Replies.Moderation;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Moderation;

public class DecideRepliesTests
{
    private static readonly Editor Other = new(Guid.CreateVersion7(), "Tomas", Role.Moderator);

    private static Task<Written<Decided>> Undo(ReplyScene scene, Guid batch) =>
        scene.House.Writes.Run((db, stop) => DecideReplies.Undo(db, batch, Other, scene.House.Clock.Now(), stop), default);

    [Fact]
    public async Task Two_moderators_decide_once()
    {
        await using var scene = await ReplyScene.Open();
        var ids = await scene.Add(20, ReplyState.Held, i => TestHouse.Start.AddSeconds(i));
        foreach (var id in ids)
        {
            var outcomes = await Task.WhenAll(new[] { ReplyState.Published, ReplyState.Spam }.Select(state => scene.House.Writes.Run(
                (db, stop) => DecideReplies.Perform(db, [new(id, 0)], ReplyState.Held, state, null, ReplyScene.Moderator, scene.House.Clock.Now(), stop), default)));
            Assert.Single(outcomes, outcome => outcome.Value.Refusal is null && outcome.Value.Replies is [var one] && one == id);
            Assert.Single(outcomes, outcome => outcome.Value.Refusal is { Code: "decided" } && outcome.Value.Late is [var late] && late == id);
        }
        Assert.Equal(20, await scene.Read(db => db.Set<ReplyDecision>().CountAsync()));
    }

    [Fact]
    public async Task Many_are_decided_at_once_and_those_decided_before_stay_as_they_are()
    {
        await using var scene = await ReplyScene.Open();
        var ids = await scene.Add(10, ReplyState.Held, i => TestHouse.Start.AddSeconds(i));
        await scene.Decide(ReplyState.Spam, by: Other, ids: [ids[3]]);
        var decided = await scene.Approve([.. ids]);
        Assert.Null(decided.Refusal);
        Assert.Equal((9, ids[3]), (decided.Replies.Count, Assert.Single(decided.Late)));
        Assert.Equal(ReplyState.Spam, (await scene.Read(db => db.Replies.SingleAsync(reply => reply.Id == ids[3]))).State);
        var log = await scene.Read(db => db.Set<ReplyDecision>().Where(decision => decision.Batch == decided.Batch).ToListAsync());
        Assert.All(log, decision => Assert.Equal((ReplyState.Held, ReplyState.Published, (Guid?)ReplyScene.Moderator.Id, scene.House.Clock.Now()), (decision.From, decision.To, decision.By, decision.At)));
        Assert.Equal(9, log.Count);
    }

    [Fact]
    public async Task What_cannot_be_decided_is_refused_in_words()
    {
        await using var scene = await ReplyScene.Open();
        var ids = await scene.Add(1, ReplyState.Held, _ => TestHouse.Start);
        var withdrawn = await scene.Add(1, ReplyState.Withdrawn, _ => TestHouse.Start);
        Assert.Equal("none", (await scene.Decide(ReplyState.Published, ReplyState.Spam)).Refusal!.Code);
        Assert.Equal("many", (await scene.Decide(ReplyState.Published, ids: [.. Enumerable.Range(0, 201).Select(_ => Guid.CreateVersion7())])).Refusal!.Code);
        Assert.Equal("not-so", (await scene.Decide(ReplyState.Published, ReplyState.Withdrawn, ids: [.. withdrawn])).Refusal!.Code);
        Assert.Equal("not-so", (await scene.Decide(ReplyState.Held, ReplyState.Held, ids: [.. ids])).Refusal!.Code);
        Assert.Equal("reason", (await scene.Decide(ReplyState.Rejected, reason: "because", ids: [.. ids])).Refusal!.Code);
        Assert.Equal("decided", (await scene.Approve([.. withdrawn])).Refusal!.Code);
        Assert.Equal(0, await scene.Read(db => db.Set<ReplyDecision>().CountAsync()));
        Assert.Null((await scene.Decide(ReplyState.Rejected, reason: "insult", ids: [.. ids])).Refusal);
        Assert.Equal("insult", (await scene.Read(db => db.Set<ReplyDecision>().SingleAsync())).Reason);
    }

    [Fact]
    public async Task A_decision_is_undone_whole_and_the_log_keeps_both()
    {
        await using var scene = await ReplyScene.Open();
        var ids = await scene.Add(3, ReplyState.Held, i => TestHouse.Start.AddSeconds(i));
        var approved = await scene.Approve([.. ids]);
        Assert.Contains("Letter 1.", (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Decide(ReplyState.Rejected, ReplyState.Published, Other, ids: [ids[2]]);

        var undone = await Undo(scene, approved.Batch);
        Assert.Equal((2, ids[2]), (undone.Value.Replies.Count, Assert.Single(undone.Value.Late)));
        Assert.True(await scene.House.Services.GetRequiredService<NodeJournal>().Reached(undone.Position, TimeSpan.FromSeconds(30), default));
        Assert.DoesNotContain("Letter 1.", (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);
        Assert.Equal(6, await scene.Read(db => db.Set<ReplyDecision>().CountAsync()));

        var again = await Undo(scene, approved.Batch);
        Assert.Equal("decided", again.Value.Refusal!.Code);
        Assert.Equal("none", (await Undo(scene, Guid.CreateVersion7())).Value.Refusal!.Code);
    }

    [Fact]
    public async Task A_reply_that_comes_back_keeps_its_place()
    {
        await using var scene = await ReplyScene.Open();
        var ids = await scene.Add(2, ReplyState.Held, i => TestHouse.Start.AddSeconds(i));
        foreach (var id in ids)
        {
            await scene.Approve(id);
            scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await scene.Decide(ReplyState.Rejected, ReplyState.Published, ids: [ids[0]]);
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Decide(ReplyState.Published, ReplyState.Rejected, ids: [ids[0]]);
        Assert.Equal(ids, (await scene.Read(db => db.PublicReplies(scene.Story.Id, default))).Replies.Select(reply => reply.Id));
    }

    [Theory]
    [InlineData(ReplyState.Held, ReplyState.Published, nameof(ReplyPublished))]
    [InlineData(ReplyState.Spam, ReplyState.Published, nameof(ReplyPublished))]
    [InlineData(ReplyState.Published, ReplyState.Rejected, nameof(ReplyTakenDown))]
    [InlineData(ReplyState.Published, ReplyState.Held, nameof(ReplyTakenDown))]
    [InlineData(ReplyState.Held, ReplyState.Spam, nameof(ReplyRejected))]
    [InlineData(ReplyState.Rejected, ReplyState.Held, nameof(ReplyReopened))]
    public async Task Only_what_readers_see_change_drops_a_page(ReplyState from, ReplyState to, string fact)
    {
        await using var scene = await ReplyScene.Open();
        await scene.Add(1, from, _ => TestHouse.Start);
        await scene.Decide(to, from);
        var entry = await scene.Read(db => db.Set<JournalEntry>().OrderByDescending(entry => entry.Position).FirstAsync());
        Assert.Equal(fact, entry.Fact);
        Assert.Equal(fact is nameof(ReplyPublished) or nameof(ReplyTakenDown) ? [$"story/{scene.Story.Key}"] : [], FactNames.Read(entry)!.Fact.Subjects);
    }
}
