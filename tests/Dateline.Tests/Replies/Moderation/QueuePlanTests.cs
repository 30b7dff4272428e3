using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies.Moderation;

/// <summary>A view of the queue looks at what it shows, however many others wait.</summary>
public class QueuePlanTests
{
    private const int Others = 3_000;

    [Theory]
    [InlineData("link=1", ReplyState.Held, "IX_replies_with_links")]
    [InlineData("link=1&edition=en", ReplyState.Held, "IX_replies_with_links")]
    [InlineData("question=1", ReplyState.Held, "IX_replies_that_ask")]
    [InlineData("show=published&question=1", ReplyState.Published, "IX_replies_that_ask")]
    public async Task A_view_of_few_finds_them_by_their_own_index(string view, ReplyState state, string index)
    {
        await using var scene = await ReplyScene.Open();
        await scene.Add(Others, state, i => TestHouse.Start.AddSeconds(i));
        await using var db = scene.House.OpenDb();
        await QueryPlans.Count(db);
        var plans = await QueryPlans.Of("IX_replies", async () => await ModerationQueue.Read(db, QueueFilter.Parse(view), null, scene.House.Clock.GetUtcNow(), CancellationToken.None));
        Assert.Contains(index, plans[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rule=word")]
    [InlineData("rule=word&edition=en")]
    [InlineData("rule=none-of-ours")]
    public async Task A_view_by_rule_does_not_look_at_those_that_wait_for_another(string view)
    {
        await using var scene = await ReplyScene.Open();
        var ids = await scene.Add(Others, ReplyState.Held, i => TestHouse.Start.AddSeconds(i));
        var few = ids.TakeLast(3).ToList();
        await scene.House.Write(async (db, stop) =>
        {
            await db.Replies.ExecuteUpdateAsync(row => row.SetProperty(reply => reply.HeldBy, "first"), stop);
            await db.Replies.Where(reply => few.Contains(reply.Id)).ExecuteUpdateAsync(row => row.SetProperty(reply => reply.HeldBy, "word"), stop);
        });
        await using var db = scene.House.OpenDb();
        await QueryPlans.Count(db);
        ModerationQueue? queue = null;
        var plans = await QueryPlans.Of("IX_replies", async () => queue = await ModerationQueue.Read(db, QueueFilter.Parse(view), null, scene.House.Clock.GetUtcNow(), CancellationToken.None));
        Assert.Contains("IX_replies_by_rule", plans[0], StringComparison.Ordinal);
        Assert.Equal(view.Contains("word", StringComparison.Ordinal) ? few : [], queue!.Replies.Select(reply => reply.Id));
    }
}
