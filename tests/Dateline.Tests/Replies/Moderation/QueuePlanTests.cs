using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Tests.House;

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
}
