using System.Net;
using Dateline.Layout;
using Dateline.Replies;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Faults;

/// <summary>kill -9 while the agency works: what was acknowledged is there afterwards, and the followers catch up.</summary>
public class CrashTests
{
    [Fact]
    [Trait("Soak", "yes")]
    public async Task Nothing_acknowledged_is_lost_however_often_the_program_is_killed()
    {
        await using var scene = await CrashScene.Enter();
        var random = new Random(Soak.Seed);
        var crashes = 0;
        foreach (var round in Soak.Rounds(inSuite: 10))
        {
            await scene.Prepare(round);
            await using var program = await RunningProgram.Start(scene.House.Storage);
            if (round == 1) await scene.SignIn(program);
            await KillDuringWork(scene, program, afterFeed: round % 2 == 0, acknowledged: random.Next(1, round % 2 == 0 ? 8 : 60));
            crashes++;
            await Check(scene);
        }

        await scene.Prepare(0);
        await using var last = await RunningProgram.Start(scene.House.Storage);
        await CheckFollowers(scene, last);
        Soak.Say($"{crashes} crashes, {scene.Published.Count} publications, {scene.Killed.Count} kills, {scene.Readers.Count} replies ({scene.Shown.Count} of them public at once), {scene.Served} items: nothing lost");
    }

    /// <summary>Kills it after so many acknowledgements, counted from the beginning or from the moment the partner's feed was sent.</summary>
    private static async Task KillDuringWork(CrashScene scene, RunningProgram program, bool afterFeed, int acknowledged)
    {
        var (counting, count) = (!afterFeed, 0);
        var now = new TaskCompletionSource();
        scene.FeedSent = () => counting = true;
        scene.Acknowledged = () =>
        {
            if (counting && Interlocked.Increment(ref count) == acknowledged) now.TrySetResult();
        };
        var working = scene.Work(program);
        await now.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await program.Kill();
        await working;
    }

    private static async Task Check(CrashScene scene)
    {
        await using var db = scene.House.OpenDb();
        var readers = await db.Set<Reply>().Select(reply => reply.Name).ToListAsync();
        Assert.Empty(scene.Readers.Except(readers));
        Assert.Equal(readers.Count, readers.Distinct().Count());
        var (talk, shown) = (scene.Talk.Id, await db.Set<Reply>().Where(reply => reply.State == ReplyState.Published).Select(reply => new { reply.Name, reply.StoryId, reply.Links, reply.DecisionId, reply.PublishedAt }).ToListAsync());
        Assert.All(shown, reply => Assert.True(reply.StoryId == talk && reply.Links <= 1 && reply.DecisionId is not null && reply.PublishedAt is not null, $"{reply.Name}'s reply is public and should be held"));
        Assert.Empty(scene.Shown.Except(shown.Select(reply => reply.Name)));

        var states = await db.Set<Story>().ToDictionaryAsync(story => story.Id, story => story.Status);
        Assert.All(scene.Killed, story => Assert.Equal(StoryStatus.Killed, states[story.Id]));
        Assert.All(scene.Published.Except(scene.Killed), story => Assert.NotEqual(StoryStatus.Draft, states[story.Id])); // the one being killed may be either
    }

    private static async Task CheckFollowers(CrashScene scene, RunningProgram program)
    {
        await Eventually.Holds(async () =>
        {
            await using var db = scene.House.OpenDb();
            return await db.Set<WireItem>().CountAsync(item => item.Number == 1) == scene.Served;
        }, "each item of the partner's is there, once and in its first version", seconds: 60);

        using var browser = program.Browser();
        foreach (var story in scene.Killed) Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(new Uri(story.Path, UriKind.Relative))).StatusCode);
        var shown = scene.Published.Except(scene.Killed).ToList();
        await using (var db = scene.House.OpenDb())
        {
            var killed = await db.Set<Story>().Where(story => story.Status == StoryStatus.Killed).Select(story => story.Id).ToListAsync();
            shown.RemoveAll(story => killed.Contains(story.Id)); // killed, though the answer never came
        }
        foreach (var story in shown) Assert.Contains(story.Headline, await browser.GetStringAsync(new Uri(story.Path, UriKind.Relative)), StringComparison.Ordinal);
        foreach (var story in shown)
            await Eventually.Holds(async () => (await browser.GetStringAsync(new Uri($"/en/search?q={story.Headline.Split(' ')[1]}", UriKind.Relative))).Contains(story.Path, StringComparison.Ordinal), $"search finds {story.Headline}");
        foreach (var story in scene.Killed)
            Assert.DoesNotContain(story.Path, await browser.GetStringAsync(new Uri($"/en/search?q={story.Headline.Split(' ')[1]}", UriKind.Relative)), StringComparison.Ordinal);
    }
}
