using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Screening;

/// <summary>Anybody can type anybody's address: that tells them nothing of its owner, and does its owner no harm.</summary>
public class TypedAddressTests
{
    private const string Unused = "nobody.has@this.example";

    private static string Letter(int number) => string.Join(' ', Enumerable.Range(0, 30).Select(i => $"w{(number + 1) * 7919 % 1000}x{i * 31 % 17}y{number}"));

    private static (string, string)[] Form(string address, string text, string name = "Maryam Daneshvar") => [("name", name), ("email", address), ("website", ""), ("text", text)];

    /// <summary>A house behind a proxy that says where each browser is.</summary>
    private static Task<ReplyScene> Open() => ReplyScene.Open(options: options => options with { TrustedProxies = [IPNetwork.Parse("127.0.0.0/8")] });

    /// <summary>A browser in a network of its own.</summary>
    private static HttpClient From(ReplyScene scene, int network, string? cookie = null)
    {
        var browser = scene.House.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.{network}.7");
        if (cookie is not null) browser.DefaultRequestHeaders.Add("Cookie", $"{ReaderCookie.Name}={cookie}");
        return browser;
    }

    private static async Task<Reply> Latest(ReplyScene scene) => await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).ThenByDescending(reply => reply.Id).FirstAsync());

    /// <summary>The reader of <see cref="ReplyScene.Address"/>, who proved it, and the cookie they have for it.</summary>
    private static async Task<string> Prove(ReplyScene scene, DateTimeOffset? verified)
    {
        var vault = scene.House.Services.GetRequiredService<AddressVault>();
        var reader = new Reader { Id = Guid.CreateVersion7(), AddressKey = SenderKeys.AddressOf(vault, ReplyScene.Address), EmailCipher = vault.Hide(ReplyScene.Address), Name = "Maryam Daneshvar", VerifiedAt = verified, SeenAt = TestHouse.Start };
        await scene.House.Write((db, _) =>
        {
            db.Add(reader);
            return Task.CompletedTask;
        });
        return scene.House.Services.GetRequiredService<ReaderCookie>().Value(new ReaderPass(reader.Id, reader.Stamp));
    }

    private static Task Rule(ReplyScene scene, Action<DiscussionRule> change) => scene.House.Write((db, _) =>
    {
        var rule = new DiscussionRule { Scope = DiscussionRule.Site };
        change(rule);
        db.Add(rule);
        db.Journal.Add(rule.Changed());
        return Task.CompletedTask;
    });

    private static Task Ban(ReplyScene scene, BanKind kind, string network = "203.0.9.7") => scene.House.Write((db, _) =>
    {
        var keys = SenderKeys.Of(scene.House.Services.GetRequiredService<AddressVault>(), IPAddress.Parse(network), ReplyScene.Address, "Maryam Daneshvar");
        var key = kind switch { BanKind.Name => keys.Name, BanKind.Network => keys.Network, _ => keys.Address };
        db.Add(new Ban { Id = Guid.CreateVersion7(), Kind = kind, Key = key, Effect = BanEffect.Refuse, Label = "Maryam", By = ReplyScene.Moderator.Id, At = TestHouse.Start });
        db.Journal.Add(new BansChanged());
        return Task.CompletedTask;
    });

    /// <summary>All that somebody in a network of their own learns by typing an address: status, headers, and what the reply's own page says.</summary>
    private static async Task<string> Learn(ReplyScene scene, int network, string address)
    {
        using var stranger = From(scene, network);
        using var answer = await stranger.Send(scene.At("/reply"), Form(address, Letter(network), "Some Stranger"));
        var where = answer.Headers.Location?.OriginalString ?? "";
        var own = where.StartsWith("/en/your-reply/", StringComparison.Ordinal) ? (await ReplyScene.Page(await stranger.GetAsync(new Uri(where, UriKind.Relative)))).QuerySelector(".standfirst")!.TextContent : where;
        return $"{answer.StatusCode} {answer.Headers.RetryAfter} {where.Contains('#', StringComparison.Ordinal)} {own}";
    }

    [Theory]
    [InlineData("slow", true)]
    [InlineData("slow", false)]
    [InlineData("many", false)]
    [InlineData("address ban", false)]
    [InlineData("reader ban", false)]
    public async Task Whoever_types_an_address_learns_nothing_of_it(string what, bool open)
    {
        await using var scene = await Open();
        await Rule(scene, rule => (rule.Mode, rule.SlowSeconds) = (open ? DiscussionMode.Open : DiscussionMode.FirstHeld, what == "slow" ? 86_400 : 0));
        using (var owner = From(scene, 1))
        using (await owner.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(1)))) { }
        if (what == "many")
            for (var i = 2; i < 7; i++)
                using (var other = From(scene, i))
                using (await other.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(i)))) { }
        if (what == "address ban") await Ban(scene, BanKind.Address);
        if (what == "reader ban") await Ban(scene, BanKind.Reader);
        Assert.Equal(await Learn(scene, 101, Unused), await Learn(scene, 102, ReplyScene.Address));
        Assert.Equal(what == "many" ? 8 : 3, await scene.Count());
    }

    [Fact]
    public async Task A_guess_at_the_address_under_a_public_reply_is_answered_like_any()
    {
        await using var scene = await Open();
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        using (var owner = From(scene, 1))
        using (var first = await owner.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(1))))
        using (var again = await owner.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(1))))
            Assert.Equal($"{scene.Story.Path}#{PublicReply.AnchorOf((await Latest(scene)).Id)}", again.Headers.Location!.OriginalString); // the sender's own second press
        foreach (var (guess, network) in new[] { (Unused, 2), (ReplyScene.Address, 3) })
        {
            using var stranger = From(scene, network);
            using var answer = await stranger.Send(scene.At("/reply"), Form(guess, Letter(1)));
            ReplyScene.AssertHeld(answer);
        }
    }

    [Fact]
    public async Task Under_a_banned_address_that_was_only_typed_a_reply_waits_and_its_writer_is_told_that_it_does()
    {
        await using var scene = await Open();
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        await Ban(scene, BanKind.Address);
        using var stranger = From(scene, 2);
        using var answer = await stranger.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(1)));
        ReplyScene.AssertHeld(answer);
        Assert.Equal((ReplyState.Held, "banned-address"), await Latest(scene) is var reply ? (reply.State, reply.HeldBy) : default);
        var page = await ReplyScene.Page(await stranger.GetAsync(answer.Headers.Location));
        Assert.Contains("An automatic check stopped at it, so a moderator reads it before it appears", page.QuerySelector(".standfirst")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form[action$='/appeal']"));
    }

    [Fact]
    public async Task Who_proved_the_address_is_not_stopped_by_what_others_type_or_their_network_sends()
    {
        await using var scene = await Open();
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        var limits = scene.House.Services.GetRequiredService<SendingLimits>();
        var cookie = await Prove(scene, TestHouse.Start);
        for (var i = 1; i <= limits.AddressInAMinute; i++)
            using (var troll = From(scene, i))
            using (await troll.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(i)))) { }
        using var neighbour = From(scene, 9);
        for (var i = 0; i < limits.NetworkInAMinute; i++)
            using (await neighbour.Send(scene.At("/reply"), Form($"n{i}@readers.example", Letter(20 + i)))) { }
        using (var full = await neighbour.Send(scene.At("/reply"), Form(Unused, Letter(40)))) Assert.Equal(HttpStatusCode.TooManyRequests, full.StatusCode);

        using var reader = From(scene, 9, cookie);
        for (var i = 0; i < limits.AddressInAMinute; i++)
            using (var mine = await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(50 + i)))) Assert.Contains("#reply-", mine.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var many = await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(60)));
        Assert.Equal(HttpStatusCode.TooManyRequests, many.StatusCode); // what they send themselves counts
    }

    [Theory]
    [InlineData(BanKind.Address, ReplyState.Published)]
    [InlineData(BanKind.Name, ReplyState.Held)]
    [InlineData(BanKind.Network, ReplyState.Held)]
    public async Task Who_proved_the_address_is_not_refused_by_a_ban_of_what_others_chose(BanKind kind, ReplyState state)
    {
        await using var scene = await Open();
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        var cookie = await Prove(scene, TestHouse.Start);
        await Ban(scene, kind);
        using var reader = From(scene, 9, cookie);
        using var answer = await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(1)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(state, (await Latest(scene)).State);
    }

    [Fact]
    public async Task Slow_mode_asks_the_known_to_wait_for_their_own_reply_and_has_a_neighbours_read_first()
    {
        await using var scene = await Open();
        await Rule(scene, rule => (rule.Mode, rule.SlowSeconds) = (DiscussionMode.Open, 3_600));
        var cookie = await Prove(scene, verified: null); // known by the browser alone
        using var reader = From(scene, 9, cookie);
        using (await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(1)))) { }
        scene.House.Clock.Advance(TimeSpan.FromMinutes(20));
        using (var soon = await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(2))))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, soon.StatusCode);
            Assert.Equal(TimeSpan.FromMinutes(40), soon.Headers.RetryAfter!.Delta);
            var page = await ReplyScene.Page(soon);
            Assert.Equal(Letter(2), page.QuerySelector("#text")!.TextContent.Trim());
            Assert.EndsWith("Please send it again in 40 minutes.", page.QuerySelector("#problems li")!.TextContent, StringComparison.Ordinal);
        }
        using var neighbour = From(scene, 9);
        using var other = await neighbour.Send(scene.At("/reply"), Form("neighbour@readers.example", Letter(3)));
        ReplyScene.AssertHeld(other);
        Assert.Equal("slow", (await Latest(scene)).HeldBy);
        Assert.Contains("Replies to this story are taken slowly at present", (await ReplyScene.Page(await neighbour.GetAsync(other.Headers.Location))).QuerySelector(".standfirst")!.TextContent, StringComparison.Ordinal);
        scene.House.Clock.Advance(TimeSpan.FromMinutes(60));
        using var late = await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(4)));
        Assert.Contains("#reply-", late.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_public_at_once_makes_nobody_known_where_first_replies_wait()
    {
        await using var scene = await Open();
        await scene.House.Write((db, _) =>
        {
            db.Add(new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.FirstHeld, FirstHeld = 1 });
            db.Add(new DiscussionRule { Scope = DiscussionRule.OfStory(scene.Story.Key), Mode = DiscussionMode.Open });
            db.Journal.Add(new DiscussionRuleChanged(Subject.House));
            return Task.CompletedTask;
        });
        var elsewhere = await scene.Cast.Publish(scene.House, scene.Cast.Carried("Another story", "Text."));
        using var reader = From(scene, 9, await Prove(scene, verified: null));
        using (var open = await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(1)))) Assert.Contains("#reply-", open.Headers.Location!.OriginalString, StringComparison.Ordinal);
        scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
        using (var first = await reader.Send($"{elsewhere.Path}/reply", Form(ReplyScene.Address, Letter(2)))) ReplyScene.AssertHeld(first);
        Assert.Equal("first", (await Latest(scene)).HeldBy);
        await scene.Decide(ReplyState.Published);
        using var second = await reader.Send($"{elsewhere.Path}/reply", Form(ReplyScene.Address, Letter(3)));
        Assert.Contains("#reply-", second.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 86_400, "in 24 hours.")]
    [InlineData("en", 30, "in a minute.")]
    [InlineData("ar", 100, "بعد دقيقتين.")]
    [InlineData("ar", 180, "بعد 3 دقائق.")]
    [InlineData("fa", 180, "لطفاً ۳ دقیقهٔ دیگر دوباره بفرستید.")]
    public async Task Who_is_asked_to_wait_is_told_for_how_long_in_their_language(string language, int slow, string sentence)
    {
        await using var scene = await Open();
        await scene.House.Write(async (db, stop) =>
        {
            (await db.Editions.AsTracking().FirstAsync(edition => edition.Code == "en", stop)).Language = language;
            db.Journal.Add(new HouseChanged());
        });
        await Rule(scene, rule => (rule.Mode, rule.SlowSeconds) = (DiscussionMode.Open, slow));
        using var reader = From(scene, 9, await Prove(scene, TestHouse.Start));
        using (await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(1)))) { }
        using var soon = await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(2)));
        Assert.EndsWith(sentence, (await ReplyScene.Page(soon)).QuerySelector("#problems li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ban_from_a_reply_whose_address_was_only_typed_leaves_its_owner_alone()
    {
        await using var scene = await Open();
        await Rule(scene, rule => rule.Mode = DiscussionMode.Open);
        var cookie = await Prove(scene, TestHouse.Start);
        using (var troll = From(scene, 2))
        using (await troll.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(1), "A troll"))) { }
        var typed = await Latest(scene);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var page = await ReplyScene.Page(await moderator.GetAsync(new Uri($"/desk/replies/{typed.Id}/ban", UriKind.Relative)));
        Assert.Contains("was typed and not proved", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Name", page.QuerySelector("input[name=kind][checked]")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("input[name=kind][value=Reader]")!.HasAttribute("disabled"));
        (string, string)[] Ban(string kind) => [("kind", kind), ("effect", "Refuse"), ("label", "The troll"), ("note", "Insults"), ("days", "30")];
        using (var forced = await moderator.Send($"/desk/replies/{typed.Id}/ban", Ban("Reader"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        using (await moderator.Send($"/desk/replies/{typed.Id}/ban", Ban("Address"))) { }
        Assert.Equal(BanEffect.Hold, (await scene.Read(db => db.Set<Ban>().SingleAsync())).Effect);
        await moderator.GetStringAsync("/desk/replies/bans");
        scene.House.Clock.Advance(TimeSpan.FromSeconds(1)); // the latest is one
        using var reader = From(scene, 9, cookie);
        using (var free = await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(2)))) Assert.Contains("#reply-", free.Headers.Location!.OriginalString, StringComparison.Ordinal);

        var proved = await Latest(scene);
        page = await ReplyScene.Page(await moderator.GetAsync(new Uri($"/desk/replies/{proved.Id}/ban", UriKind.Relative)));
        Assert.Contains("has proved the e-mail address", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Reader", page.QuerySelector("input[name=kind][checked]")!.GetAttribute("value"));
        using (await moderator.Send($"/desk/replies/{proved.Id}/ban", Ban("Reader"))) { }
        await moderator.GetStringAsync("/desk/replies/bans");
        using (var refused = await reader.Send(scene.At("/reply"), Form(ReplyScene.Address, Letter(3))))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode); // told plainly, with the words kept
            Assert.Equal(Letter(3), (await ReplyScene.Page(refused)).QuerySelector("#text")!.TextContent.Trim());
        }
    }
}
