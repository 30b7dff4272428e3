using System.Net;
using Dateline.Desk;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Replies;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies;

/// <summary>A story that is killed, whose discussion closes, or a sender who is banned, after a reply was screened and before it is written.</summary>
public class ClosedMeanwhileTests
{
    /// <summary>The last phase: all the others have had their look.</summary>
    private sealed class Afterwards : IPhase
    {
        public Func<Task> What { get; set; } = () => Task.CompletedTask;

        public string Name => "afterwards";

        public int Version => 1;

        public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
        {
            await What();
            return this.Pass();
        }
    }

    private static async Task<(ReplyScene Scene, Afterwards Afterwards)> Open()
    {
        var afterwards = new Afterwards();
        return (await ReplyScene.Open(builder => builder.Services.AddSingleton<IPhase>(afterwards)), afterwards);
    }

    private static Task Kill(ReplyScene scene) =>
        scene.House.Write(async (db, stop) => Assert.Null((await KillStory.Perform(db, scene.Story.Id, "Withdrawn.", null, scene.House.Clock.GetUtcNow(), stop)).Refusal));

    private static Task Rule(ReplyScene scene, string scope, Action<DiscussionRule> change) => scene.House.Write((db, _) =>
    {
        var rule = new DiscussionRule { Scope = scope };
        change(rule);
        db.Add(rule); // without the fact: this node's memory hasn't heard of it yet
        return Task.CompletedTask;
    });

    private static Task Ban(ReplyScene scene, BanKind kind, BanEffect effect) => scene.House.Write((db, _) =>
    {
        var keys = SenderKeys.Of(scene.House.Services.GetRequiredService<AddressVault>(), null, ReplyScene.Address, "Maryam Daneshvar");
        var key = kind switch { BanKind.Name => keys.Name, BanKind.Network => keys.Network, _ => keys.Address };
        db.Add(new Ban { Id = Guid.CreateVersion7(), Kind = kind, Key = key, Effect = effect, Label = "", By = ReplyScene.Moderator.Id, At = TestHouse.Start }); // without the fact
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(BanKind.Name)]
    [InlineData(BanKind.Network)]
    public async Task Who_was_banned_meanwhile_is_refused_and_keeps_the_words(BanKind kind)
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        afterwards.What = () => Ban(scene, kind, BanEffect.Refuse);
        using var late = await scene.Send();
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Equal(ReplyScene.Text, (await ReplyScene.Page(late)).QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal((0, 0, 0), await scene.Read(async db => (await db.Replies.CountAsync(), await db.Set<ReplyTrace>().CountAsync(), await db.Set<SendingCount>().SumAsync(row => row.Count))));
    }

    [Theory]
    [InlineData(BanKind.Name)]
    [InlineData(BanKind.Network)]
    [InlineData(BanKind.Address)]
    [InlineData(BanKind.Reader)]
    public async Task A_reply_waits_whose_sender_was_put_on_hold_meanwhile(BanKind kind)
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        await scene.House.Write((db, _) =>
        {
            var rule = new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.Open };
            db.Add(rule);
            db.Journal.Add(rule.Changed());
            return Task.CompletedTask;
        });
        afterwards.What = () => Ban(scene, kind, BanEffect.Hold);
        using var sent = await scene.Send();
        ReplyScene.AssertHeld(sent);
        var reply = await scene.Read(db => db.Replies.SingleAsync());
        Assert.Equal((ReplyState.Held, BanPhase.Rule(kind == BanKind.Reader ? BanKind.Address : kind)), (reply.State, reply.HeldBy));
        Assert.Single(reply.Findings, finding => finding.Phase == "bans");
    }

    [Fact]
    public async Task A_change_is_refused_of_who_was_banned_meanwhile()
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        using var sent = await scene.Send();
        var own = sent.Headers.Location!.OriginalString.Split('?', '#')[0];
        afterwards.What = () => Ban(scene, BanKind.Name, BanEffect.Refuse);
        using var browser = scene.House.Browser();
        using var late = await browser.Send(own + "/text", ("text", "Other words."));
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Equal(ReplyScene.Text, PlainText.From((await scene.Read(db => db.Replies.SingleAsync())).Body));
    }

    [Fact]
    public async Task A_killed_story_takes_no_reply_that_was_screened_before()
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        afterwards.What = () => Kill(scene);
        using var late = await scene.Send();
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal((0, 0, 0), await scene.Read(async db => (await db.Replies.CountAsync(), await db.Set<ReplyTrace>().CountAsync(), await db.Set<SendingCount>().SumAsync(row => row.Count))));
    }

    [Theory]
    [InlineData("site")]
    [InlineData("edition:en")]
    [InlineData("source")]
    [InlineData("story")]
    [InlineData("itself")]
    [InlineData("days")]
    public async Task A_discussion_that_closed_takes_no_reply_that_was_screened_before_and_its_words_are_kept(string what)
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        afterwards.What = () => what switch
        {
            "itself" => scene.House.Write((db, stop) => db.Set<Dateline.Stories.Story>().Where(story => story.Id == scene.Story.Id).ExecuteUpdateAsync(row => row.SetProperty(story => story.RepliesOpen, false), stop)),
            "days" => Rule(scene, DiscussionRule.Site, rule => rule.CloseAfterDays = 1),
            "source" => Rule(scene, DiscussionRule.OfSource(scene.Cast.HarbourWire.Id), rule => rule.Mode = DiscussionMode.Closed),
            "story" => Rule(scene, DiscussionRule.OfStory(scene.Story.Key), rule => rule.Mode = DiscussionMode.Closed),
            _ => Rule(scene, what, rule => rule.Mode = DiscussionMode.Closed),
        };
        if (what == "days") scene.House.Clock.Advance(TimeSpan.FromDays(2));
        using var late = await scene.Send();
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Equal(ReplyScene.Text, (await ReplyScene.Page(late)).QuerySelector("textarea[readonly]")!.TextContent);
        Assert.Equal(0, await scene.Count());
    }

    [Theory]
    [InlineData("site", "all")]
    [InlineData("story", "all")]
    [InlineData("edition:en", "cool-down")]
    public async Task A_reply_waits_where_all_have_to_wait_since_it_was_screened(string scope, string rule)
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        await OpenToAll(scene);
        afterwards.What = () => Waits(scene, scope, rule);
        using var sent = await scene.Send();
        ReplyScene.AssertHeld(sent);
        var reply = await scene.Read(db => db.Replies.SingleAsync());
        Assert.Equal((ReplyState.Held, rule), (reply.State, reply.HeldBy));
        Assert.Single(reply.Findings, finding => finding.Phase == "mode");
        Assert.DoesNotContain(ReplyScene.Text, (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_a_change_and_a_reply_that_was_screened_by_stricter_rules_than_hold_now()
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        await OpenToAll(scene);
        using var sent = await scene.Send();
        var own = sent.Headers.Location!.OriginalString.Split('?', '#')[0];
        Assert.Equal(ReplyState.Published, (await scene.Read(db => db.Replies.SingleAsync())).State);
        scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
        afterwards.What = () => Waits(scene, "site", "cool-down");
        using var browser = scene.House.Browser();
        using (var changed = await browser.Send(own + "/text", ("text", "Other words."))) Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.Equal((ReplyState.Held, "cool-down"), await scene.Read(async db => ((await db.Replies.SingleAsync()).State, (await db.Replies.SingleAsync()).HeldBy)));

        // The other way round nothing is let through that was told to wait.
        await scene.House.Write((db, stop) => db.Set<DiscussionRule>().ExecuteUpdateAsync(row => row.SetProperty(rule => rule.CoolUntil, (DateTimeOffset?)null).SetProperty(rule => rule.Mode, DiscussionMode.AllHeld), stop));
        await scene.House.Write((db, stop) =>
        {
            db.Journal.Add(new DiscussionRuleChanged(Dateline.Stories.Subject.House));
            return Task.CompletedTask;
        });
        afterwards.What = () => scene.House.Write((db, stop) => db.Set<DiscussionRule>().ExecuteUpdateAsync(row => row.SetProperty(rule => rule.Mode, DiscussionMode.Open), stop));
        using var later = await scene.Send(("name", "Noor"), ("email", "noor@readers.example"), ("text", "Nobody has read this one."));
        ReplyScene.AssertHeld(later);
    }

    [Fact]
    public async Task In_slow_mode_replies_that_one_network_sends_at_once_are_not_all_let_through()
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        await OpenToAll(scene, slow: 600);
        // While the first is screened, a second one from there comes in whole.
        afterwards.What = async () =>
        {
            afterwards.What = () => Task.CompletedTask;
            using var second = await scene.Send(("name", "Noor"), ("email", "noor@readers.example"), ("text", "This one overtook the other."));
            Assert.Contains("#reply-", second.Headers.Location!.OriginalString, StringComparison.Ordinal);
        };
        using var first = await scene.Send();
        ReplyScene.AssertHeld(first);
        Assert.Equal([(ReplyState.Published, null), (ReplyState.Held, PacePhase.Slow)], await scene.Read(async db => (await db.Replies.OrderByDescending(reply => reply.State).ToListAsync()).ConvertAll(reply => (reply.State, reply.HeldBy))));
    }

    [Fact]
    public async Task The_same_text_that_is_sent_under_another_story_while_the_first_is_screened_waits()
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        await OpenToAll(scene);
        var other = await scene.Cast.Publish(scene.House, scene.Cast.Carried("Another story", "Text."));
        const string text = "We bought our lamps from the shop at the old harbour and they still burn after forty winters of rain and salt.";
        using var browser = scene.House.Browser();
        Task<HttpResponseMessage> Second(string words) => browser.Send($"{other.Path}/reply", [.. ReplyScene.Good.Where(field => field.Name is not ("text" or "email")), ("text", words), ("email", "someone@else.example")]);
        afterwards.What = async () =>
        {
            afterwards.What = () => Task.CompletedTask;
            using var second = await Second(text.Replace("forty", "thirty", StringComparison.Ordinal));
            ReplyScene.AssertHeld(second);
        };
        using var first = await scene.Send(("text", text));
        Assert.Contains("#reply-", first.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal([(ReplyState.Held, "near-duplicate"), (ReplyState.Published, null)], await scene.Read(async db => (await db.Replies.OrderBy(reply => reply.State).ToListAsync()).ConvertAll(reply => (reply.State, reply.HeldBy))));
    }

    [Fact]
    public async Task One_that_is_refused_at_last_makes_no_other_wait()
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        await OpenToAll(scene);
        const string text = "We bought our lamps from the shop at the old harbour and they still burn after forty winters of rain and salt.";
        afterwards.What = () => Ban(scene, BanKind.Name, BanEffect.Refuse);
        using (var refused = await scene.Send(("text", text))) Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        afterwards.What = () => Task.CompletedTask;
        using var second = await scene.Send(("text", text), ("name", "Noor"));
        Assert.Contains("#reply-", second.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static Task OpenToAll(ReplyScene scene, int? slow = null) => scene.House.Write((db, _) =>
    {
        var rule = new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.Open, SlowSeconds = slow };
        db.Add(rule);
        db.Journal.Add(rule.Changed());
        return Task.CompletedTask;
    });

    /// <summary>Without the fact: this node's memory hasn't heard of it yet.</summary>
    private static Task Waits(ReplyScene scene, string scope, string why) => scene.House.Write(async (db, stop) =>
    {
        scope = scope == "story" ? DiscussionRule.OfStory(scene.Story.Key) : scope;
        var rule = await db.Set<DiscussionRule>().AsTracking().FirstOrDefaultAsync(one => one.Scope == scope, stop) ?? db.Add(new DiscussionRule { Scope = scope }).Entity;
        if (why == "all") rule.Mode = DiscussionMode.AllHeld;
        else rule.CoolUntil = TestHouse.Start.AddHours(1);
    });

    [Fact]
    public async Task A_narrower_rule_that_opens_is_heard_too_and_what_was_sent_before_is_still_known()
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        afterwards.What = async () =>
        {
            await Rule(scene, DiscussionRule.Site, rule => rule.Mode = DiscussionMode.Closed);
            await Rule(scene, DiscussionRule.OfStory(scene.Story.Key), rule => rule.Mode = DiscussionMode.Open);
        };
        using (var taken = await scene.Send()) ReplyScene.AssertHeld(taken);
        afterwards.What = () => scene.House.Write((db, stop) => db.Set<DiscussionRule>().Where(rule => rule.Mode == DiscussionMode.Open).ExecuteDeleteAsync(stop));
        using var again = await scene.Send(); // the same once more: its writer hears what became of the first
        Assert.Equal((HttpStatusCode.SeeOther, 1), (again.StatusCode, await scene.Count()));
    }

    [Fact]
    public async Task A_change_of_a_reply_comes_too_late_when_the_story_was_killed_meanwhile()
    {
        var (scene, afterwards) = await Open();
        await using var _ = scene;
        using var sent = await scene.Send();
        var own = sent.Headers.Location!.OriginalString.Split('?', '#')[0];
        afterwards.What = () => Kill(scene);
        using var browser = scene.House.Browser();
        using var late = await browser.Send(own + "/text", ("text", "Other words."));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(ReplyScene.Text, PlainText.From((await scene.Read(db => db.Replies.SingleAsync())).Body));
    }
}
