using System.Net;
using System.Text;
using System.Web;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Checks;
using Dateline.Replies.Screening;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Checks;

/// <summary>Services outside that are asked about a reply: a real server of the test's own answers, badly too.</summary>
public class OutsideCheckTests
{
    private static async Task<ReplyScene> Open(LoopbackServer server, bool allowed = true, bool webhook = false, bool both = false)
    {
        // No worker asks beside the test: the clock is turned past any lease.
        var scene = await ReplyScene.Open(builder => builder.Services.AddSingleton(new NodeRoles(Web: true, Worker: false)));
        await scene.House.Write((db, _) =>
        {
            db.Add(new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.Open });
            db.Journal.Add(new DiscussionRule { Scope = DiscussionRule.Site }.Changed());
            return Task.CompletedTask;
        });
        using var administrator = await scene.House.SignIn(Role.Administrator);
        using var set = await administrator.Send("/desk/replies/checks",
            ("akismet", webhook ? "" : server.At("/1.1/comment-check").AbsoluteUri), ("key", webhook ? "" : "sesame"), ("webhook", webhook || both ? server.At("/hook").AbsoluteUri : ""), ("places", allowed ? server.EndPoint.ToString() : ""));
        Assert.Equal(webhook || both ? HttpStatusCode.OK : HttpStatusCode.SeeOther, set.StatusCode); // a secret is shown once
        if (webhook || both) scene.Secret = (await ReplyScene.Page(set)).QuerySelector(".specimen code")!.TextContent;
        var settings = scene.House.Services.GetRequiredService<CurrentSettings>();
        await Eventually.Holds(async () => (await settings.Now(default)) is { AkismetUrl: not null } or { WebhookUrl: not null }, "the settings are known");
        return scene;
    }

    private static Task<Reply> Only(ReplyScene scene) => scene.Read(db => db.Replies.SingleAsync());

    /// <summary>Asks by hand until nothing is due, turning the clock past each pause.</summary>
    private static async Task AskAll(ReplyScene scene) => await Eventually.Holds(async () =>
    {
        scene.House.Clock.Advance(TimeSpan.FromHours(1));
        await scene.House.Services.GetRequiredService<CheckReplies>().DoWhatIsDue(default);
        return !await scene.Read(db => db.Set<ReplyCheck>().AnyAsync());
    }, "every check was answered or given up");

    [Theory]
    [InlineData("false", ReplyState.Published, null, "check-good")]
    [InlineData("true", ReplyState.Spam, "check-spam", "check-spam")]
    [InlineData("invalid", ReplyState.Held, "check-failed", "check-failed")]
    public async Task The_answer_decides_and_none_leaves_it_waiting(string says, ReplyState state, string? heldBy, string rule)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(says));
        await using var scene = await Open(server);
        using (var sent = await scene.Send()) ReplyScene.AssertHeld(sent);
        await AskAll(scene);
        var reply = await Only(scene);
        Assert.Equal((state, heldBy, rule), (reply.State, reply.HeldBy, reply.Findings[^1].Rule));
        var asked = HttpUtility.ParseQueryString(server.Requests.First().Body);
        Assert.Equal(("sesame", "Maryam Daneshvar", ReplyScene.Text), (asked["api_key"], asked["comment_author"], asked["comment_content"]));
        Assert.DoesNotContain("example.org", server.Requests.First().Body, StringComparison.Ordinal); // the reader's address stays here
        if (state == ReplyState.Held) Assert.Equal(CheckReplies.MostTries, server.Requests.Count);
    }

    [Fact]
    public async Task An_inner_address_that_nobody_allowed_is_never_asked_and_the_reply_waits()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("false"));
        await using var scene = await Open(server, allowed: false);
        using (await scene.Send()) { }
        await AskAll(scene);
        Assert.Equal(ReplyState.Held, (await Only(scene)).State);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task The_webhook_gets_signed_json_and_all_who_are_asked_must_agree()
    {
        await using var server = new LoopbackServer(asked => LoopbackServer.Ok(asked.Path == "/hook" ? """{"verdict":"hold"}""" : "false"));
        await using var scene = await Open(server, both: true);
        using (await scene.Send()) { }
        await AskAll(scene);
        Assert.Equal((ReplyState.Held, "check-held"), await Only(scene) is var reply ? (reply.State, reply.HeldBy) : default);
        var hook = server.Requests.Single(asked => asked.Path == "/hook");
        var stamp = hook["dateline-signature"]!.Split(',')[0][2..];
        Assert.Equal(OutsideCheck.Sign(scene.Secret!, long.Parse(stamp), Encoding.UTF8.GetBytes(hook.Body)), hook["dateline-signature"]);
        Assert.Contains("\"name\":\"Maryam Daneshvar\"", hook.Body, StringComparison.Ordinal);
        using var sent = System.Text.Json.JsonDocument.Parse(hook.Body); // as docs/contracts/reply-checks.md names them, whether they have a value or not
        Assert.Equal(["id", "url", "edition", "answers", "name", "website", "text", "submittedAt"], sent.RootElement.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task What_a_moderator_decided_stays_whatever_is_answered_later()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("""{"verdict":"publish"}"""));
        await using var scene = await Open(server, webhook: true);
        using (await scene.Send()) { }
        await AskAll(scene);
        Assert.Equal(ReplyState.Published, (await Only(scene)).State);
        await scene.Decide(ReplyState.Rejected, ReplyState.Published);
        var reply = await Only(scene);
        await scene.House.Write((db, _) =>
        {
            db.Add(new ReplyCheck { Id = Guid.CreateVersion7(), ReplyId = reply.Id, Check = CheckPhase.Webhook, ReplyVersion = reply.Version, DueAt = scene.House.Clock.Now() });
            return Task.CompletedTask;
        });
        await AskAll(scene);
        Assert.Equal(ReplyState.Rejected, (await Only(scene)).State);
    }

    [Theory]
    [InlineData("banned-name")]
    [InlineData("banned-address")]
    [InlineData("banned-network")]
    [InlineData("first")]
    [InlineData("all")]
    public async Task What_changed_while_the_answer_was_waited_for_counts(string rule)
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("false"));
        await using var scene = await Open(server);
        using (await scene.Send()) { }
        var reply = await Only(scene);
        var network = await scene.Read(db => db.Set<ReplyTrace>().Select(trace => trace.NetworkKey).SingleAsync());
        var keys = SenderKeys.Of(scene.House.Services.GetRequiredService<AddressVault>(), null, "", reply.Name);
        await scene.House.Write(async (db, stop) =>
        {
            if (rule is "first" or "all")
            {
                var mode = rule == "first" ? DiscussionMode.FirstHeld : DiscussionMode.Closed;
                await db.Set<DiscussionRule>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Mode, mode), stop); // without the fact: this node's memory hasn't heard of it yet
                return;
            }
            var (kind, key) = rule switch { "banned-name" => (BanKind.Name, keys.Name), "banned-address" => (BanKind.Address, reply.AddressKey!), _ => (BanKind.Network, network) };
            db.Add(new Ban { Id = Guid.CreateVersion7(), Kind = kind, Key = key, Effect = BanEffect.Hold, Label = reply.Name, By = ReplyScene.Moderator.Id, At = TestHouse.Start });
            db.Journal.Add(new BansChanged());
        });
        await AskAll(scene);
        reply = await Only(scene);
        Assert.Equal((ReplyState.Held, rule, rule), (reply.State, reply.HeldBy, reply.Findings[^1].Rule));
    }

    [Fact]
    public async Task Nobody_else_is_asked_about_a_reply_that_waits_anyway_and_off_is_off()
    {
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("false"));
        await using var scene = await Open(server);
        var held = await scene.Receive(("text", "https://a.example/ https://b.example/"));
        Assert.Equal("links", held.HeldBy);
        Assert.Equal(0, await scene.Read(db => db.Set<ReplyCheck>().CountAsync()));
        using var administrator = await scene.House.SignIn(Role.Administrator);
        using (await administrator.Send("/desk/replies/checks", ("akismet", ""))) { }
        Assert.DoesNotContain("sesame", await administrator.GetStringAsync("/desk/replies/log?show=acts"), StringComparison.Ordinal);
        using var open = await scene.Send();
        Assert.Contains("#reply-", open.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_changed_text_is_asked_about_anew_and_is_not_public_meanwhile()
    {
        await using var server = new LoopbackServer(asked => LoopbackServer.Ok(asked.Body.Contains("jackpot", StringComparison.Ordinal) ? "true" : "false"));
        await using var scene = await Open(server);
        using var browser = scene.House.Browser();
        using var sent = await browser.Send(scene.At("/reply"), ReplyScene.Good);
        var own = sent.Headers.Location!.OriginalString.Split('?', '#')[0];
        async Task Change(string text)
        {
            using var changed = await browser.Send(own + "/text", ("text", text));
            Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
            Assert.Equal((ReplyState.Held, CheckPhase.Asked), await Only(scene) is var reply ? (reply.State, reply.HeldBy) : default);
        }
        async Task Answer()
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(2)); // past a lease, and within the time for changes
            await scene.House.Services.GetRequiredService<CheckReplies>().DoWhatIsDue(default);
        }
        await Change("I piloted it for twenty years."); // still waiting: the old question is void, the new one is asked
        await Answer();
        await Eventually.Holds(async () => (await Only(scene)).State == ReplyState.Published, "it is public");
        await Change("A lucky jackpot for every pilot.");
        await Answer();
        await Eventually.Holds(async () => (await Only(scene)).State == ReplyState.Spam, "it is put away");
        Assert.Contains("twenty", server.Requests.First().Body, StringComparison.Ordinal);
    }

    /// <summary>While the service is asked, and after it said no: a service is no moderator.</summary>
    [Fact]
    public async Task Of_what_a_service_stopped_nobody_is_said_to_have_removed_it()
    {
        await using var server = new LoopbackServer(asked => LoopbackServer.Ok(asked.Body.Contains("jackpot", StringComparison.Ordinal) ? "true" : "false"));
        await using var scene = await Open(server);
        using var browser = scene.House.Browser();
        using var sent = await browser.Send(scene.At("/reply"), ReplyScene.Good);
        var own = sent.Headers.Location!.OriginalString.Split('?', '#')[0];
        async Task Asked()
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(2)); // past a lease, and within the time for changes
            await scene.House.Services.GetRequiredService<CheckReplies>().DoWhatIsDue(default);
        }
        await Asked();
        var reply = await Only(scene);
        Assert.Equal(ReplyState.Published, reply.State);
        using (await scene.Send(("name", "Idris Vane"), ("email", "idris@example.org"), ("text", "The harbour master says otherwise."), ("parent", reply.Id.ToString()))) { }
        await Asked();
        async Task<string?> Said() => (await scene.Page(scene.At(PublicReply.PlaceOf(reply.Id)))).QuerySelector($"#{PublicReply.AnchorOf(reply.Id)} .letter-gone")?.TextContent;
        async Task<ReplyState> State() => await scene.Read(db => db.Replies.Where(one => one.Id == reply.Id).Select(one => one.State).SingleAsync());
        Assert.Null(await Said());

        using (await browser.Send(own + "/text", ("text", "A lucky jackpot for every pilot."))) { }
        Assert.Equal((ReplyState.Held, "This reply isn’t shown at present."), (await State(), await Said()));
        await Asked();
        await Eventually.Holds(async () => await State() == ReplyState.Spam, "it is put away");
        Assert.Equal("This reply isn’t shown at present.", await Said());
    }
}
