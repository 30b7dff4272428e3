using System.Net;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Screening;

/// <summary>The whole way in, by the form: what each phase does to a reply, and what it leaves with it.</summary>
public class PipelineTests
{
    private static readonly string[] Phases = ["reader", "form-age", "hidden-field", "pace", "closed", "bans", "name", "duplicates", "links", "words", "filter", "trust", "mode", "checks"];

    /// <summary>A text that nothing could be said against, unlike any other.</summary>
    private static string Letter(int number) => string.Join(' ', Enumerable.Range(0, 30).Select(i => $"w{(number + 1) * 7919 % 1000}x{i * 31 % 17}y{number}"));

    [Fact]
    public async Task Every_phase_leaves_its_word_and_version_in_order()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        Assert.Equal(Phases, reply.Findings.Select(finding => finding.Phase));
        Assert.All(reply.Findings, finding => Assert.True(finding.Version > 0));
        Assert.Equal((Says.Hold, "first", 0.0), reply.Findings[^2] is var last ? (last.Says, last.Rule, last.Score!.Value) : default);
        Assert.Equal("first", reply.HeldBy);
        Assert.Equal(ThreadPath.Of(null, reply.Id), reply.Path);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_phase_fails_or_hangs_the_reply_is_held(bool hangs)
    {
        var fault = new Fault(hangs);
        await using var scene = await ReplyScene.Open(builder =>
        {
            foreach (var phase in builder.Services.Where(service => service.ServiceType == typeof(IPhase)).ToList())
                builder.Services[builder.Services.IndexOf(phase)] = ServiceDescriptor.Singleton<IPhase>(root => new Faulty((IPhase)ActivatorUtilities.CreateInstance(root, phase.ImplementationType!), fault));
        });
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        for (var i = 0; i < Phases.Length; i++)
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
            fault.Set(Phases[i]);
            var sending = scene.Send(("text", Letter(i)));
            if (hangs)
            {
                await fault.Met;
                await Eventually.Holds(() =>
                {
                    scene.House.Clock.Advance(Pipeline.LongestLook);
                    return sending.IsCompleted;
                }, "the pipeline gave the phase up");
            }
            using var answer = await sending;
            ReplyScene.AssertHeld(answer);
            var reply = await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync());
            Assert.Equal((i + 1, ReplyState.Held, hangs ? Pipeline.TookTooLong : Pipeline.Failed), (await scene.Count(), reply.State, reply.HeldBy));
            Assert.Equal(Phases[i], reply.Findings.First(finding => finding.Says == Says.Hold).Phase);
        }
        Assert.DoesNotContain(scene.House.Log.All, line => line.Contains("a secret of the text", StringComparison.Ordinal));

        fault.Set("none");
        using var well = await scene.Send(("text", Letter(99)));
        Assert.Contains("#reply-", well.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    /// <summary>Which phase breaks now, and how.</summary>
    private sealed class Fault(bool hangs)
    {
        private string _phase = "none";
        private TaskCompletionSource _met = new();

        public Task Met => _met.Task;

        public void Set(string phase) => (_phase, _met) = (phase, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

        public async ValueTask Strike(string phase)
        {
            if (phase != _phase) return;
            if (!hangs) throw new InvalidOperationException("a secret of the text");
            var never = new TaskCompletionSource().Task;
            _met.SetResult();
            await never;
        }
    }

    private sealed class Faulty(IPhase phase, Fault fault) : IPhase
    {
        public string Name => phase.Name;

        public int Version => phase.Version;

        public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
        {
            await fault.Strike(Name);
            return await phase.Look(candidate, cancel);
        }
    }

    [Fact]
    public async Task In_an_open_discussion_a_good_reply_is_public_at_once_and_the_log_says_which_rule_did_it()
    {
        await using var scene = await ReplyScene.Open();
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        using var answer = await scene.Send();
        var reply = await scene.Read(db => db.Replies.SingleAsync());
        Assert.Matches("^/en/your-reply/[0-9a-f]{64}\\?after=[0-9]+#reply-", answer.Headers.Location!.OriginalString);
        Assert.Equal((ReplyState.Published, (string?)null), (reply.State, reply.HeldBy));
        var decision = await scene.Read(db => db.Set<ReplyDecision>().SingleAsync());
        Assert.Equal(("open", (int?)1, (Guid?)null), (decision.Rule, decision.RuleVersion, decision.By));
        Assert.Contains("nineteen years", (await scene.House.Get(answer.Headers.Location.OriginalString.Split('#')[0])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_narrower_scope_says_more_than_a_wider_one()
    {
        await using var scene = await ReplyScene.Open();
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        await Rule(scene, rule => rule.Mode = DiscussionMode.AllHeld, DiscussionRule.OfEdition("en"));
        await Rule(scene, rule => (rule.Mode, rule.MostLinks) = (DiscussionMode.Open, 0), DiscussionRule.OfSource(scene.Cast.HarbourWire.Id));
        Assert.Equal("links", (await scene.Receive(("website", "https://reader.example/"))).HeldBy);
        await Rule(scene, rule => rule.Mode = DiscussionMode.Closed, DiscussionRule.OfStory(scene.Story.Key));
        Assert.Null((await scene.Page(scene.Story.Path)).QuerySelector(".reply-form form"));
        Assert.Null((await scene.Page(scene.At("/reply"))).QuerySelector(".reply-form form"));
        using var refused = await scene.Send(("text", Letter(1)));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(Letter(1), (await ReplyScene.Page(refused)).QuerySelector("textarea[readonly]")!.TextContent);
    }

    [Fact]
    public async Task Replies_close_so_many_days_after_publication()
    {
        await using var scene = await ReplyScene.Open();
        await Rule(scene, rule => rule.CloseAfterDays = 14);
        scene.House.Clock.Advance(TimeSpan.FromDays(13));
        await scene.Receive();
        scene.House.Clock.Advance(TimeSpan.FromDays(1));
        using var refused = await scene.Send(("text", Letter(1)));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_cool_down_holds_and_so_does_slow_mode_what_follows_soon_from_a_network()
    {
        await using var scene = await ReplyScene.Open();
        await Rule(scene, rule => (rule.Mode, rule.CoolUntil, rule.SlowSeconds) = (DiscussionMode.Open, TestHouse.Start.AddMinutes(1), 300));
        Assert.Equal("cool-down", (await scene.Receive()).HeldBy);
        scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("slow", (await scene.Receive(("text", Letter(1)))).HeldBy);
        Assert.Equal("slow", (await scene.Receive(("text", Letter(2)), ("email", "another@address.example"))).HeldBy);
        scene.House.Clock.Advance(TimeSpan.FromMinutes(5));
        using var late = await scene.Send(("text", Letter(3)));
        Assert.Contains("#reply-", late.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BanKind.Name)]
    [InlineData(BanKind.Network)]
    public async Task The_banned_are_told_so_and_keep_their_words_until_the_ban_ends(BanKind kind)
    {
        await using var scene = await ReplyScene.Open();
        var keys = SenderKeys.Of(scene.House.Services.GetRequiredService<AddressVault>(), null, ReplyScene.Address, "MARYAM dаneshvar"); // a Cyrillic letter
        var key = kind == BanKind.Name ? keys.Name : keys.Network;
        await scene.House.Write((db, _) =>
        {
            db.Add(new Ban { Id = Guid.CreateVersion7(), Kind = kind, Key = key, Effect = BanEffect.Refuse, Label = "Maryam", Until = TestHouse.Start.AddDays(1), By = ReplyScene.Moderator.Id, At = TestHouse.Start });
            db.Journal.Add(new BansChanged());
            return Task.CompletedTask;
        });
        using var refused = await scene.Send();
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var page = await ReplyScene.Page(refused);
        Assert.Contains("aren’t taken here", page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReplyScene.Text, page.QuerySelector("#text")!.TextContent.Trim());
        Assert.Equal(0, await scene.Count());
        scene.House.Clock.Advance(TimeSpan.FromDays(1));
        await scene.Receive();
    }

    [Fact]
    public async Task The_same_text_and_nearly_the_same_wait_under_whatever_story()
    {
        await using var scene = await ReplyScene.Open();
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        const string text = "We bought our lamps from the shop at the old harbour and they still burn after forty winters of rain and salt.";
        using (await scene.Send(("text", text))) { }
        var other = await scene.Cast.Publish(scene.House, scene.Cast.Carried("Another story", "Text."));
        using var browser = scene.House.Browser();
        foreach (var (again, rule) in new[] { (text, "duplicate"), (text.Replace("forty", "thirty", StringComparison.Ordinal), "near-duplicate") })
        {
            scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
            using var answer = await browser.Send($"{other.Path}/reply", [.. ReplyScene.Good.Where(field => field.Name is not ("text" or "email")), ("text", again), ("email", "someone@else.example")]);
            ReplyScene.AssertHeld(answer);
            Assert.Equal(rule, (await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync())).HeldBy);
        }
        using var different = await scene.Send(("text", Letter(3)));
        Assert.Contains("#reply-", different.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cheap pills at pills.example now", "", true)]
    [InlineData("C h e a p pills at PILLS.example now!", "", true)]
    [InlineData("Cheap pills at other.example now", "", false)]
    [InlineData("Call 0900 555 123", "", true)]
    [InlineData("Nice post", "https://pills.example/", true)]
    [InlineData("Thank you!", "", false)]
    [InlineData("I agree. So it is.", "", false)]
    [InlineData("إنا لله وإنا إليه راجعون", "", false)]
    public async Task Of_short_texts_those_that_lead_somewhere_wait_the_second_time(string text, string website, bool waits)
    {
        await using var scene = await ReplyScene.Open();
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        using (await scene.Send(("text", text.StartsWith("C h", StringComparison.Ordinal) || text.Contains("other", StringComparison.Ordinal) ? "Cheap pills at pills.example now" : text), ("website", website))) { }
        var other = await scene.Cast.Publish(scene.House, scene.Cast.Carried("Another story", "Text."));
        using var browser = scene.House.Browser();
        scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
        using (await browser.Send($"{other.Path}/reply", ("name", "Somebody else"), ("email", "someone@else.example"), ("website", website), ("text", text))) { }
        var second = await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync());
        Assert.Equal((waits ? ReplyState.Held : ReplyState.Published, waits ? "duplicate" : null), (second.State, second.HeldBy));
    }

    [Fact]
    public async Task Script_that_fetched_its_token_too_late_holds_and_a_missing_one_says_nothing()
    {
        await using var scene = await ReplyScene.Open();
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        var (_, token) = await scene.House.Get("/reply/opened");
        using (await scene.Send(("text", Letter(1)), (FormOpening.Field, token))) { }
        Assert.Equal("too-quick", (await scene.Read(db => db.Replies.SingleAsync())).HeldBy);
        scene.House.Clock.Advance(TimeSpan.FromSeconds(10));
        foreach (var (number, given) in new[] { (2, token), (3, token[..^1] + (token[^1] == '0' ? '1' : '0')), (4, "x"), (5, "") })
        {
            using var answer = await scene.Send(("text", Letter(number)), (FormOpening.Field, given));
            Assert.Contains("#reply-", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
        Assert.Single(await scene.Read(db => db.Replies.ToListAsync()), reply => reply.Findings.Single(finding => finding.Phase == "form-age").Score == 10);
    }

    [Fact]
    public async Task Trust_is_the_cookies_and_never_the_typed_addresss()
    {
        await using var scene = await ReplyScene.Open();
        var vault = scene.House.Services.GetRequiredService<AddressVault>();
        var reader = new Reader { Id = Guid.CreateVersion7(), AddressKey = SenderKeys.AddressOf(vault, ReplyScene.Address), EmailCipher = vault.Hide(ReplyScene.Address), Name = "Maryam", VerifiedAt = TestHouse.Start, SeenAt = TestHouse.Start };
        await scene.House.Write((db, _) =>
        {
            db.Add(reader);
            return Task.CompletedTask;
        });
        var cookie = scene.House.Services.GetRequiredService<ReaderCookie>().Value(new ReaderPass(reader.Id, 1));
        async Task<Reply> Write(int number, string? with, string address = ReplyScene.Address)
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
            using var browser = scene.House.Browser();
            if (with is not null) browser.DefaultRequestHeaders.Add("Cookie", $"{ReaderCookie.Name}={with}");
            using (await browser.Send(scene.At("/reply"), [.. ReplyScene.Good.Where(field => field.Name is not ("text" or "email")), ("email", address), ("text", Letter(number))])) { }
            return await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync());
        }
        var first = await Write(1, cookie);
        Assert.Equal(("first", (Guid?)reader.Id), (first.HeldBy, first.ReaderId));
        await scene.Approve(first.Id);
        Assert.Equal(ReplyState.Published, (await Write(2, cookie)).State);
        Assert.Equal("first", (await Write(3, null)).HeldBy);
        Assert.Equal(("first", (Guid?)null), await Write(4, cookie, "other@address.example") is var other ? (other.HeldBy, other.ReaderId) : default);
        Assert.Equal("first", (await Write(5, cookie[..^2])).HeldBy);

        await scene.House.Write((db, stop) => db.Set<Reader>().ExecuteUpdateAsync(row => row.SetProperty(one => one.Standing, Standing.AlwaysHeld), stop));
        Assert.Equal("always-held", (await Write(6, cookie)).HeldBy);
        await scene.House.Write((db, stop) => db.Set<Reader>().ExecuteUpdateAsync(row => row.SetProperty(one => one.Standing, Standing.Trusted).SetProperty(one => one.Stamp, 2), stop));
        Assert.Equal("first", (await Write(7, cookie)).HeldBy);
        await scene.Decide(ReplyState.Rejected, ReplyState.Published, ids: [first.Id]);
        async Task Verify(DateTimeOffset? at) => await scene.House.Write((db, stop) => db.Set<Reader>().ExecuteUpdateAsync(row => row.SetProperty(one => one.VerifiedAt, at), stop));
        var stamped = scene.House.Services.GetRequiredService<ReaderCookie>().Value(new ReaderPass(reader.Id, 2));
        await Verify(null);
        Assert.Equal("first", (await Write(8, stamped)).HeldBy); // trust is for who proved the address
        await Verify(TestHouse.Start);
        Assert.Equal(ReplyState.Published, (await Write(9, stamped)).State); // moderators trust this reader all the same
    }

    [Theory]
    [InlineData(ReplyState.Rejected)]
    [InlineData(ReplyState.Spam)]
    public async Task Who_is_known_waits_again_for_three_months_after_one_of_their_replies_was_taken_down(ReplyState down)
    {
        await using var scene = await ReplyScene.Open();
        var vault = scene.House.Services.GetRequiredService<AddressVault>();
        var reader = new Reader { Id = Guid.CreateVersion7(), AddressKey = SenderKeys.AddressOf(vault, ReplyScene.Address), EmailCipher = vault.Hide(ReplyScene.Address), Name = "Maryam", SeenAt = TestHouse.Start };
        await scene.House.Write((db, _) =>
        {
            db.Add(reader);
            return Task.CompletedTask;
        });
        async Task<Reply> Write(int number)
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
            using var browser = scene.House.Browser();
            browser.DefaultRequestHeaders.Add("Cookie", $"{ReaderCookie.Name}={scene.House.Services.GetRequiredService<ReaderCookie>().Value(new ReaderPass(reader.Id, 1))}");
            using (await browser.Send(scene.At("/reply"), [.. ReplyScene.Good.Where(field => field.Name != "text"), ("text", Letter(number))])) { }
            return await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync());
        }
        await scene.Approve((await Write(1)).Id);
        var second = await Write(2);
        Assert.Equal(ReplyState.Published, second.State);
        await scene.Decide(down, ReplyState.Published, ids: [second.Id]);
        Assert.Equal("first", (await Write(3)).HeldBy);
        scene.House.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal(ReplyState.Published, (await Write(4)).State);
    }

    [Fact]
    public async Task What_answers_stands_beneath_what_it_answers_also_when_that_is_erased()
    {
        await using var scene = await ReplyScene.Open();
        var first = await scene.Receive();
        await scene.Approve(first.Id);
        var answer = await scene.Receive(("text", Letter(1)), ("parent", first.Id.ToString()));
        Assert.Equal(ThreadPath.Of(first.Path, answer.Id), answer.Path);
        await scene.House.Write(async (db, stop) =>
        {
            var reply = await db.Set<Reply>().AsTracking().SingleAsync(one => one.Id == first.Id, stop);
            var (decision, fact) = reply.Erase(new Verdict(Guid.CreateVersion7(), scene.House.Clock.Now(), null, Rules.Erased));
            db.Add(decision);
            db.Journal.Add(fact);
        });
        var erased = await scene.Read(db => db.Replies.SingleAsync(reply => reply.Id == first.Id));
        Assert.Equal((ReplyState.Withdrawn, "", true, null, 0), (erased.State, erased.Name, erased.Body.IsEmpty, erased.AddressKey, erased.EmailCipher.Length));
        Assert.Equal(first.Path, erased.Path);
        Assert.DoesNotContain("nineteen years", (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);
    }

    private static Task Rule(ReplyScene scene, Action<DiscussionRule> change, string scope = DiscussionRule.Site) => scene.House.Write((db, _) =>
    {
        var rule = new DiscussionRule { Scope = scope };
        change(rule);
        db.Add(rule);
        db.Journal.Add(rule.Changed());
        return Task.CompletedTask;
    });
}
