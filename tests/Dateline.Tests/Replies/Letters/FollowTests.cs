using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Replies;
using Dateline.Replies.Following;
using Dateline.Replies.Letters;
using Dateline.Replies.Moderation;
using Dateline.Replies.Readers;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Dateline.Tests.Replies.Letters;

/// <summary>Following by mail, with letters that a real server took.</summary>
public class FollowTests
{
    [Theory]
    [InlineData("daily", "At most one letter a day comes, the first a day after something new.")]
    [InlineData("soon", "A letter comes soon after something new.")]
    public async Task Whoever_says_yes_is_told_when_the_first_letter_comes(string pace, string told)
    {
        await using var scene = await MailScene.Open();
        await scene.Ask(pace: pace);
        using var confirmed = await scene.Send(Assert.Single(MailScene.Links(await scene.Next())) + "/confirm");
        Assert.StartsWith(told, (await ReplyScene.Page(confirmed)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_come_only_after_the_address_said_yes_carry_no_readers_link_and_end_with_one_click()
    {
        await using var scene = await MailScene.Open();
        Assert.NotNull((await scene.Scene.Page(scene.Scene.Story.Path)).QuerySelector("a[href$='/follow']"));
        await scene.Ask();
        var ask = await scene.Next();
        Assert.Equal(MailScene.Follower, ask.To.Mailboxes.Single().Address);
        Assert.Equal("text/plain", ask.Body!.ContentType.MimeType);
        var link = Assert.Single(MailScene.Links(ask));

        // Nothing before yes; and looking at the link isn't yes.
        await scene.House.Get(link);
        await scene.Publish("Before anybody said yes.");
        Assert.Null((await scene.Scene.Read(db => db.Set<Follow>().SingleAsync())).ConfirmedAt);
        using (await scene.Send(link + "/confirm")) { }
        Assert.NotNull((await scene.Scene.Read(db => db.Set<Follow>().SingleAsync())).ConfirmedAt);
        using (var again = await scene.Send(link + "/confirm")) Assert.Equal(HttpStatusCode.OK, again.StatusCode); // it holds already
        Assert.Equal(1, await scene.Scene.Read(db => db.Set<Follow>().CountAsync()));

        scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
        var held = await scene.Scene.Receive(("name", "Buy at evil.example"), ("website", "https://evil.example/"), ("text", "Look at https://evil.example/x, evil.example or mail me@evil.example!"), ("email", "third@example.org"));
        scene.House.Clock.Advance(MailScene.Soon);
        await scene.House.Services.GetRequiredService<FollowLetters>().DoWhatIsDue(default);
        await scene.Settle();
        Assert.Single(scene.Mail.Letters()); // what waits is written to nobody
        await scene.Scene.Approve(held.Id);
        await scene.ComesDue(MailScene.Soon);
        var news = await scene.Next();
        Assert.Contains("1 new reply", news.Subject, StringComparison.Ordinal);
        Assert.Contains("Look at […]", news.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", news.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("List-Unsubscribe=One-Click", news.Headers[HeaderId.ListUnsubscribePost]);

        // What a mail program's button sends: from another site, without a cookie or a fetch header.
        var stop = news.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>');
        Assert.Equal(stop, "http://localhost" + MailScene.Links(news)[^1]);
        await scene.House.Get(new Uri(stop).AbsolutePath);
        Assert.Equal(1, await scene.Scene.Read(db => db.Set<Follow>().CountAsync()));
        using var program = scene.House.Client();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var ended = await program.PostAsync(new Uri(stop), form);
        Assert.Equal((HttpStatusCode.OK, 0), (ended.StatusCode, await scene.Scene.Read(db => db.Set<Follow>().CountAsync())));
    }

    [Fact]
    public async Task Whoever_asks_a_second_time_follows_once_and_ends_it_by_a_letter_of_before()
    {
        await using var scene = await MailScene.Open();
        await scene.Follow(pace: "soon");
        await scene.Publish("The first news.");
        await scene.ComesDue(MailScene.Soon);
        var old = (await scene.Next()).Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>');
        await scene.Ask(pace: "daily");
        using (var confirmed = await scene.Send(Assert.Single(MailScene.Links(await scene.Next())) + "/confirm"))
            Assert.Contains("At most one letter a day comes", (await ReplyScene.Page(confirmed)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(FollowPace.Daily, (await scene.Scene.Read(db => db.Set<Follow>().SingleAsync())).Pace);

        using var program = scene.House.Client();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using (await program.PostAsync(new Uri(old), form)) { }
        Assert.Equal(0, await scene.Scene.Read(db => db.Set<Follow>().CountAsync()));
    }

    [Fact]
    public async Task A_name_from_the_other_side_keeps_its_signs_in_a_letter()
    {
        await using var scene = await MailScene.Open();
        await scene.Follow();
        await scene.Publish("It was dry all month.", name: "سلمى (٣)!");
        await scene.Publish("It was not.", email: "third@example.org");
        await scene.ComesDue(MailScene.Soon);
        var lines = (await scene.Next()).TextBody!.ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("\u2068سلمى (٣)!\u2069:", lines);
        Assert.Contains("Selma Qadir:", lines); // and no sign where none is needed
    }

    [Fact]
    public async Task A_thread_is_followed_for_what_answers_in_it_and_ones_own_words_are_no_news()
    {
        await using var scene = await MailScene.Open();
        var (first, other) = (await scene.Publish("The pilots knew."), await scene.Publish("The harbour master did not.", name: "Idris Vane"));
        Assert.NotNull((await scene.Scene.Page(scene.Scene.At(PublicReply.PlaceOf(first.Id)))).QuerySelector($"a[href$='/follow?reply={first.Id:N}']"));
        await scene.Follow(reply: first.Id.ToString(), pace: "daily");

        await scene.Publish("Elsewhere.", parent: other.Id.ToString());
        await scene.Publish("My own answer.", email: MailScene.Follower, parent: first.Id.ToString());
        var answer = await scene.Publish("They told me so.", parent: first.Id.ToString());
        await scene.Publish("And me.", parent: answer.Id.ToString());
        await scene.ComesDue(FollowNews.Daily);
        var news = await scene.Next();
        Assert.Contains("2 new replies", news.Subject, StringComparison.Ordinal);
        Assert.Contains("They told me so.", news.TextBody, StringComparison.Ordinal);
        Assert.Contains("And me.", news.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", news.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("My own answer", news.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thread_is_followed_however_deep_it_is()
    {
        await using var scene = await MailScene.Open();
        var last = await scene.Publish("At the top.");
        await scene.House.Write((db, _) =>
        {
            for (var depth = 1; depth < ThreadPath.Deepest + 3; depth++)
            {
                var id = Guid.CreateVersion7(scene.House.Clock.GetUtcNow().AddMilliseconds(depth));
                db.Add(last = new Reply { Id = id, ParentId = last.Id, Path = ThreadPath.Of(last.Path, id), StoryId = last.StoryId, StoryKey = last.StoryKey, Edition = last.Edition, Name = "Deep", EmailCipher = [], Body = Dateline.Foundation.Markup.Body.Plain($"At {depth}."), State = ReplyState.Published, SubmittedAt = last.SubmittedAt, PublishedAt = last.SubmittedAt });
            }
            return Task.CompletedTask;
        });
        await scene.Follow(reply: last.Id.ToString());
        var answer = await scene.Publish("Beneath the deepest.", parent: last.Id.ToString());
        await scene.Publish("And beneath that.", parent: answer.Id.ToString());
        await scene.ComesDue(MailScene.Soon);
        var news = await scene.Next();
        Assert.Contains("2 new replies", news.Subject, StringComparison.Ordinal);
        Assert.Contains("And beneath that.", news.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_down_while_a_letter_waited_is_not_in_it_and_of_a_killed_story_there_is_none()
    {
        await using var scene = await MailScene.Open();
        await scene.Follow();
        await scene.Publish("This one stays.");
        var regretted = await scene.Publish("This one is taken down.");
        scene.Mail.Refuses = true;
        await scene.ComesDue(MailScene.Soon);
        await scene.Settle(); // tried in vain: it waits for the next try
        Assert.Equal(1, await scene.Scene.Read(db => db.Set<OutgoingLetter>().CountAsync(letter => letter.DueAt != null && letter.Failure != null && letter.SentAt == null)));
        await scene.Scene.Decide(ReplyState.Rejected, ReplyState.Published, ids: regretted.Id);
        scene.Mail.Refuses = false;
        scene.House.Clock.Advance(SendLetters.Pause(0));
        var news = await scene.Next();
        Assert.Contains("1 new reply", news.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("taken down", news.ToString(), StringComparison.Ordinal);

        await scene.Publish("Too late.");
        scene.Mail.Refuses = true; // it waits, however quick who sends is
        await scene.ComesDue(MailScene.Soon);
        await scene.Settle();
        await scene.House.Write(async (db, stop) => Assert.Null((await db.LoadStory(scene.Scene.Story.Id, stop))!.KillFor("Withdrawn.", null, scene.House.Clock.GetUtcNow())));
        scene.Mail.Refuses = false;
        scene.House.Clock.Advance(SendLetters.Pause(0));
        await scene.Settle();
        Assert.Equal(2, scene.Mail.Letters().Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_away_when_a_letter_went_and_is_public_again_is_told_by_the_next(bool undone)
    {
        await using var scene = await MailScene.Open();
        await scene.Follow();
        var away = await scene.Publish("The pilot was not aboard.");
        await scene.Publish("The harbour master was.");
        scene.House.Clock.Advance(TimeSpan.FromSeconds(30)); // after the newest that the letter tells of
        var slip = await scene.Scene.Decide(ReplyState.Rejected, ReplyState.Published, ids: away.Id);
        await scene.ComesDue(MailScene.Soon);
        var first = await scene.Next();
        Assert.Contains("The harbour master was.", first.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("The pilot", first.TextBody, StringComparison.Ordinal);

        scene.House.Clock.Advance(TimeSpan.FromHours(3));
        if (undone) await scene.House.Write((db, stop) => DecideReplies.Undo(db, slip.Batch, ReplyScene.Moderator, scene.House.Clock.GetUtcNow(), stop));
        else await scene.Scene.Decide(ReplyState.Published, ReplyState.Rejected, ids: away.Id);
        await scene.ComesDue(MailScene.Soon);
        var second = await scene.Next();
        Assert.Contains("1 new reply", second.Subject, StringComparison.Ordinal);
        Assert.Contains("The pilot was not aboard.", second.TextBody, StringComparison.Ordinal);

        await scene.Publish("And the tide was out.");
        await scene.ComesDue(MailScene.Soon);
        var third = await scene.Next();
        Assert.Contains("1 new reply", third.Subject, StringComparison.Ordinal); // each once
        Assert.Contains("And the tide was out.", third.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_letter_told_of_is_not_told_again_when_it_was_away_between_two_letters()
    {
        await using var scene = await MailScene.Open();
        await scene.Follow();
        var told = await scene.Publish("The pilot was not aboard.");
        await scene.ComesDue(MailScene.Soon);
        await scene.Next();
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var slip = await scene.Scene.Decide(ReplyState.Rejected, ReplyState.Published, ids: told.Id);
        scene.House.Clock.Advance(TimeSpan.FromSeconds(10));
        await scene.House.Write((db, stop) => DecideReplies.Undo(db, slip.Batch, ReplyScene.Moderator, scene.House.Clock.GetUtcNow(), stop));
        await scene.ComesDue(MailScene.Soon);
        Assert.Empty(await scene.All());
    }

    [Fact]
    public async Task A_letter_that_waits_for_its_server_tells_what_was_put_back_meanwhile_and_none_tells_it_twice()
    {
        await using var scene = await MailScene.Open();
        await scene.Follow();
        var away = await scene.Publish("The pilot was not aboard.");
        await scene.Publish("The harbour master was.");
        await scene.Scene.Decide(ReplyState.Rejected, ReplyState.Published, ids: away.Id);
        await scene.ComesDue(MailScene.Soon);
        await scene.Next();
        await scene.Publish("And the tide was out.");
        scene.Mail.Refuses = true;
        await scene.ComesDue(MailScene.Soon);
        await scene.Settle(); // handed in, and tried in vain
        scene.House.Clock.Advance(TimeSpan.FromSeconds(10));
        await scene.Scene.Decide(ReplyState.Published, ReplyState.Rejected, ids: away.Id);
        scene.Mail.Refuses = false;
        scene.House.Clock.Advance(SendLetters.Pause(0));
        var letter = await scene.Next();
        Assert.Contains("2 new replies", letter.Subject, StringComparison.Ordinal);
        await scene.ComesDue(MailScene.Soon);
        Assert.Empty(await scene.All());
    }

    [Fact]
    public async Task A_letter_that_asks_for_a_yes_does_not_go_when_its_story_was_killed_while_it_waited()
    {
        await using var scene = await MailScene.Open();
        scene.Mail.Refuses = true;
        await scene.Ask();
        await scene.Settle();
        await scene.House.Write(async (db, stop) => Assert.Null((await db.LoadStory(scene.Scene.Story.Id, stop))!.KillFor("Withdrawn.", null, scene.House.Clock.GetUtcNow())));
        scene.Mail.Refuses = false;
        scene.House.Clock.Advance(SendLetters.Pause(0));
        await scene.Settle();
        Assert.Empty(scene.Mail.Letters());
        Assert.Empty((await scene.Scene.Read(db => db.Set<OutgoingLetter>().SingleAsync())).LetterCipher);
    }

    [Fact]
    public async Task A_reply_that_comes_to_light_after_a_letter_that_could_have_told_of_a_younger_one_is_told_in_the_next()
    {
        await using var scene = await MailScene.Open();
        await scene.Follow();
        await scene.Publish("Long there.");
        await Eventually.Holds(() => scene.Scene.Read(db => db.Set<Follow>().AnyAsync(follow => follow.DueAt != null)), "the news was heard");
        await scene.Publish("Just said.", email: "third@example.org", name: "Tomas Berg"); // two minutes later
        var late = await scene.Scene.Receive(("email", "slow@example.org"), ("name", "Ines Aguilar"), ("text", "Written first, seen last."));
        var last = await scene.Scene.Receive(("email", "fourth@example.org"), ("name", "Aino Korhonen"), ("text", "Said at the last moment."));
        scene.House.Clock.Advance(MailScene.Soon - TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(5));
        await scene.Scene.Approve(last.Id);
        scene.House.Clock.Advance(TimeSpan.FromSeconds(10));
        await scene.House.Services.GetRequiredService<FollowLetters>().DoWhatIsDue(default);
        var first = (await scene.Next()).TextBody!;
        Assert.Contains("Just said.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Said at the last moment.", first, StringComparison.Ordinal);

        // A write that began before and was committed only now.
        var at = scene.House.Clock.GetUtcNow() - TimeSpan.FromSeconds(15); // five seconds before the one that the letter left out
        await scene.House.Write(async (db, stop) =>
        {
            var reply = await db.Set<Reply>().AsTracking().SingleAsync(row => row.Id == late.Id, stop);
            var (decision, fact) = reply.Decide(ReplyState.Published, new Verdict(Guid.CreateVersion7(at), at, By: null, "open"));
            db.Add(decision);
            db.Journal.Add(fact);
        });
        await scene.ComesDue(MailScene.Soon);
        var second = (await scene.Next()).TextBody!;
        Assert.Contains("Said at the last moment.", second, StringComparison.Ordinal);
        Assert.Contains("Written first, seen last.", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Just said.", second, StringComparison.Ordinal);
        await scene.Settle();
        Assert.False(await scene.Scene.Read(db => db.Set<Follow>().AnyAsync(follow => follow.DueAt != null)));
    }

    [Fact]
    public async Task A_server_that_is_away_for_days_costs_nobody_their_news()
    {
        await using var scene = await MailScene.Open();
        await scene.Follow();
        await scene.Publish("Said while the server was away.");
        scene.Mail.Refuses = true;
        await scene.ComesDue(MailScene.Soon);
        var until = scene.House.Clock.GetUtcNow() + OutgoingLetter.Term + TimeSpan.FromHours(12);
        while (scene.House.Clock.GetUtcNow() < until)
        {
            await scene.Settle();
            await scene.House.Services.GetRequiredService<FollowLetters>().DoWhatIsDue(default);
            scene.House.Clock.Advance(SendLetters.Pause(20));
        }
        Assert.Single(scene.Mail.Letters()); // the one that asked for a yes
        scene.Mail.Refuses = false;
        await scene.House.Services.GetRequiredService<FollowLetters>().DoWhatIsDue(default);
        await scene.Settle();
        scene.House.Clock.Advance(SendLetters.Pause(20));
        var news = await scene.Next();
        Assert.Contains("Said while the server was away.", news.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_that_waited_while_the_program_stood_still_for_days_is_told_and_a_link_past_its_time_is_not_sent()
    {
        await using var scene = await MailScene.Open();
        await scene.Follow();
        await scene.Publish("Said before the lights went out.");
        scene.Mail.Refuses = true;
        await scene.ComesDue(MailScene.Soon);
        await scene.Ask("somebody.else@example.org");
        await scene.Settle(); // both tried in vain
        var after = scene.House.Clock.GetUtcNow() + OutgoingLetter.Term;
        await scene.House.Write((db, stop) => OutgoingLetter.Forget(db, DateTimeOffset.UnixEpoch, after - OutgoingLetter.Term, 1_000, stop)); // what a start after these days does first
        scene.Mail.Refuses = false;
        scene.House.Clock.Advance(OutgoingLetter.Term);
        Assert.Contains("Said before the lights went out.", (await scene.Next()).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_is_gone_is_written_to_no_more()
    {
        await using var scene = await MailScene.Open();
        await scene.Follow();
        scene.Mail.KnowsNobody = true;
        for (var letter = 1; letter <= SendLetters.MostWithoutMailbox; letter++)
        {
            Assert.Equal(1, await scene.Scene.Read(db => db.Set<Follow>().CountAsync()));
            await scene.Publish($"Reply {letter}.");
            await scene.ComesDue(MailScene.Soon);
            await scene.Settle();
        }
        await Eventually.Holds(async () => !await scene.Scene.Read(db => db.Set<Follow>().AnyAsync()), "the follow has ended");
    }

    [Fact]
    public async Task Of_two_nodes_one_sends_and_a_letter_lost_with_its_node_is_sent_by_the_other()
    {
        await using var scene = await MailScene.Open();
        await using var second = await TestHouse.Open(start: false, beside: scene.House, options: given => given with { Mail = scene.Mail.Options });
        await scene.Ask();
        var (one, two) = (scene.House.Services.GetRequiredService<SendLetters>(), second.Services.GetRequiredService<SendLetters>());
        await Task.WhenAll(one.DoWhatIsDue(default), two.DoWhatIsDue(default));
        await scene.Next();

        // A node that died between stamping and sending: its lease runs out.
        scene.House.Clock.Advance(TimeSpan.FromDays(2));
        await scene.House.Write((db, _) =>
        {
            var now = scene.House.Clock.GetUtcNow();
            scene.House.Services.GetRequiredService<PostOffice>().Take(db, new Letter("lost@example.org", "Lost", "Found."), LetterKind.Confirm, now);
            var row = db.ChangeTracker.Entries<OutgoingLetter>().Single().Entity;
            (row.SentAt, row.LeasedUntil) = (now, now.AddSeconds(30));
            return Task.CompletedTask;
        });
        Assert.Equal(0, await two.DoWhatIsDue(default));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Lost", (await scene.Next()).Subject);
    }

    [Fact]
    public async Task A_stranger_gets_few_letters_a_day_whoever_asks_and_the_answer_tells_nothing()
    {
        await using var scene = await MailScene.Open();
        for (var i = 0; i < SendLetters.MostToStrangers + 3; i++) await scene.Ask();
        Assert.Equal(SendLetters.MostToStrangers, (await scene.All()).Count);
        Assert.All(await scene.Scene.Read(db => db.Set<OutgoingLetter>().ToListAsync()), letter => Assert.Empty(letter.LetterCipher));

        foreach (var bad in new[] { "", "a@b.org\r\nBcc: victim@example.org", "a@b.org,victim@example.org", "a@b.org%0aBcc:victim@example.org", "<a@b.org>", "a@[127.0.0.1]" })
        {
            using var refused = await scene.Send(scene.Scene.At("/follow"), ("email", bad));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        scene.House.Clock.Advance(TimeSpan.FromDays(1));
        await scene.Ask();
        await scene.Next();
    }

    [Theory]
    [InlineData("/follow")]
    [InlineData("/en/your-data")]
    public async Task A_mailbox_is_filled_neither_by_other_spellings_of_its_address_nor_from_one_network_all_day(string form)
    {
        await using var scene = await MailScene.Open();
        var place = form == "/follow" ? scene.Scene.At(form) : form;
        async Task<HttpStatusCode> Ask(string email)
        {
            using var answer = await scene.Send(place, ("email", email));
            return answer.StatusCode;
        }
        string[] spellings = ["vic.tim@example.org", "victim@example.org", "Victim+{0}@example.org", "v.ictim+a{0}@Example.org"];
        var asked = 0;
        for (var minute = 0; minute < 26 * 60 && asked < LettersAsked.FromNetworkInADay; minute++)
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
            while (await Ask(string.Format(System.Globalization.CultureInfo.InvariantCulture, spellings[asked % spellings.Length], asked)) == HttpStatusCode.SeeOther) asked++;
        }
        Assert.Equal(LettersAsked.FromNetworkInADay, asked);
        Assert.Equal(LettersAsked.ToMailboxInADay, await scene.Scene.Read(db => db.Set<OutgoingLetter>().CountAsync()));
        scene.House.Clock.Advance(TimeSpan.FromHours(2)); // an hour later it is still too many for the day
        using (var later = await scene.Send(place, ("email", "somebody.else@example.org")))
            Assert.True(later.Headers.RetryAfter!.Delta > TimeSpan.FromHours(1), later.Headers.RetryAfter.ToString());
        scene.House.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.SeeOther, await Ask("victim@example.org"));
    }

    [Fact]
    public async Task Who_follows_much_gets_so_many_letters_a_day_and_what_is_left_over_comes_tomorrow()
    {
        await using var scene = await MailScene.Open();
        var follow = await scene.Follow();
        await scene.House.Write((db, _) =>
        {
            for (var i = 0; i < PostOffice.MostNewsADay; i++)
                db.Add(new OutgoingLetter { Id = Guid.CreateVersion7(), AddressKey = follow.AddressKey, Kind = LetterKind.News, LetterCipher = [], WrittenAt = scene.House.Clock.GetUtcNow(), SentAt = scene.House.Clock.GetUtcNow() });
            return Task.CompletedTask;
        });
        await scene.Publish("One too many for today.");
        await scene.ComesDue(MailScene.Soon);
        await scene.Settle();
        Assert.Single(scene.Mail.Letters());
        await scene.ComesDue(FollowNews.Daily);
        Assert.Contains("One too many for today.", (await scene.Next()).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_nothing_that_needs_a_letter_is_offered()
    {
        await using var scene = await ReplyScene.Open();
        Assert.Null((await scene.Page(scene.Story.Path)).QuerySelector("a[href$='/follow']"));
        foreach (var path in new[] { scene.At("/follow"), scene.At("/follow/asked"), "/en/your-data/asked" })
            Assert.Equal(HttpStatusCode.NotFound, (await scene.House.Get(path)).Status);
        Assert.Null((await scene.Page("/en/your-data")).QuerySelector("main form")); // there is what a known browser's reader wrote, and no address is asked for
        using var browser = scene.House.Browser();
        using var answer = await browser.Send(scene.At("/follow"), ("email", MailScene.Follower));
        Assert.Equal((HttpStatusCode.NotFound, 0), (answer.StatusCode, await scene.Read(db => db.Set<OutgoingLetter>().CountAsync())));
    }
}
