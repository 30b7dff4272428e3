using System.Net;
using Dateline.Replies;
using Dateline.Replies.Following;
using Dateline.Replies.Letters;
using Dateline.Replies.Readers;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Dateline.Tests.Replies.Letters;

/// <summary>Following by mail and one's own data, with letters that a real server took.</summary>
public class FollowTests
{
    private const string Follower = "noor.follows@example.org";

    private static async Task<(ReplyScene Scene, MailServer Mail)> Open()
    {
        Assert.SkipUnless(MailServer.IsHere, "SKIPPED OUT LOUD: this machine has no aiosmtpd (Debian's python3-aiosmtpd); no letter was sent.");
        var mail = await MailServer.Start();
        return (await ReplyScene.Open(options: given => given with { Mail = mail.Options }), mail);
    }

    private static async Task<int> Deliver(ReplyScene scene) =>
        await scene.House.Services.GetRequiredService<SendLetters>().DoWhatIsDue(default);

    private static async Task<MimeMessage> Next(ReplyScene scene, MailServer mail, int number)
    {
        await Eventually.Holds(async () =>
        {
            await Deliver(scene);
            return mail.Letters().Count >= number;
        }, $"letter {number} was delivered");
        return mail.Letters()[number - 1];
    }

    private static string[] Links(MimeMessage letter) => [.. letter.TextBody!.Split([' ', '\r', '\n']).Where(word => word.StartsWith("http://localhost/", StringComparison.Ordinal)).Select(word => word["http://localhost".Length..])];

    private static async Task Follow(ReplyScene scene, HttpClient browser, string email = Follower, string pace = "soon", string reply = "")
    {
        using var answer = await browser.Send(scene.At("/follow"), ("email", email), ("pace", pace), ("reply", reply));
        Assert.Equal((HttpStatusCode.SeeOther, scene.At("/follow/asked")), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Letters_come_only_after_the_address_said_yes_carry_no_readers_link_and_end_with_one_click()
    {
        var (scene, mail) = await Open();
        await using (mail)
        await using (scene)
        {
            using var browser = scene.House.Browser();
            Assert.NotNull((await scene.Page(scene.Story.Path)).QuerySelector("a[href$='/follow']"));
            await Follow(scene, browser);
            var ask = await Next(scene, mail, 1);
            Assert.Equal(Follower, ask.To.Mailboxes.Single().Address);
            Assert.Equal("text/plain", ask.Body!.ContentType.MimeType);
            var link = Assert.Single(Links(ask));

            // Nothing before yes; and looking at the link isn't yes.
            await scene.House.Get(link);
            await scene.Receive(("text", "Before anybody said yes."), ("email", "other@example.org"));
            await scene.Approve();
            Assert.Null((await scene.Read(db => db.Set<Follow>().SingleAsync())).ConfirmedAt);
            using (await browser.Send(link + "/confirm")) { }
            Assert.NotNull((await scene.Read(db => db.Set<Follow>().SingleAsync())).ConfirmedAt);
            using (var again = await browser.Send(link + "/confirm")) Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);

            scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
            var held = await scene.Receive(("name", "Buy at evil.example"), ("website", "https://evil.example/"), ("text", "Look at https://evil.example/x, evil.example or mail me@evil.example!"), ("email", "third@example.org"));
            await Eventually.Holds(async () => !await scene.Read(db => db.Set<Follow>().AnyAsync(follow => follow.DueAt != null)), "what waits is written to nobody");
            await scene.Approve(held.Id);
            await Eventually.Holds(() => scene.Read(db => db.Set<Follow>().AnyAsync(follow => follow.DueAt != null)), "the news was heard");
            scene.House.Clock.Advance(FollowNews.Soon);
            await scene.House.Services.GetRequiredService<FollowLetters>().DoWhatIsDue(default);
            var news = await Next(scene, mail, 2);
            Assert.Contains("1 new reply", news.Subject, StringComparison.Ordinal);
            Assert.Contains("Look at […]", news.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain("evil.example", news.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.Equal("List-Unsubscribe=One-Click", news.Headers[HeaderId.ListUnsubscribePost]);

            // What a mail program's button sends: from another site, without a cookie or a fetch header.
            var stop = news.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>');
            Assert.Equal(stop, "http://localhost" + Links(news)[^1]);
            await scene.House.Get(new Uri(stop).AbsolutePath);
            Assert.Equal(1, await scene.Read(db => db.Set<Follow>().CountAsync()));
            using var program = scene.House.Client();
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
            using var ended = await program.PostAsync(new Uri(stop), form);
            Assert.Equal((HttpStatusCode.OK, 0), (ended.StatusCode, await scene.Read(db => db.Set<Follow>().CountAsync())));
        }
    }

    [Fact]
    public async Task A_stranger_gets_one_letter_a_day_whoever_asks_and_the_answer_tells_nothing()
    {
        var (scene, mail) = await Open();
        await using (mail)
        await using (scene)
        {
            using var browser = scene.House.Browser();
            for (var i = 0; i < 3; i++) await Follow(scene, browser);
            await Next(scene, mail, 1);
            await Eventually.Holds(async () =>
            {
                await Deliver(scene);
                return !await scene.Read(db => db.Set<OutgoingLetter>().AnyAsync(letter => letter.DueAt != null));
            }, "all letters were settled");
            Assert.Single(mail.Letters());
            Assert.All(await scene.Read(db => db.Set<OutgoingLetter>().ToListAsync()), letter => Assert.Empty(letter.LetterCipher));

            foreach (var bad in new[] { "", "a@b.org\r\nBcc: victim@example.org", "a@b.org,victim@example.org", "a@b.org%0aBcc:victim@example.org" })
            {
                using var refused = await browser.Send(scene.At("/follow"), ("email", bad));
                Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            }
        }
    }

    [Fact]
    public async Task All_that_is_ones_own_is_seen_and_erased_by_a_mailed_link_and_a_strange_address_is_answered_alike()
    {
        var (scene, mail) = await Open();
        await using (mail)
        await using (scene)
        {
            var mine = await scene.Receive();
            await scene.Approve(mine.Id);
            var answer = await scene.Receive(("text", "An answer."), ("email", "other@example.org"), ("name", "Noor"), ("parent", mine.Id.ToString()));
            await scene.Approve(answer.Id);

            using var browser = scene.House.Browser();
            var answers = new List<string>();
            foreach (var address in new[] { "stranger@example.org", ReplyScene.Address })
            {
                using var asked = await browser.Send("/en/your-data", ("email", address));
                answers.Add($"{asked.StatusCode} {asked.Headers.Location}");
            }
            Assert.Single(answers.Distinct());
            var letter = await Next(scene, mail, 1);
            Assert.Equal(ReplyScene.Address, letter.To.Mailboxes.Single().Address);
            var link = Assert.Single(Links(letter));

            using (var export = await browser.Send(link + "/export"))
            {
                var json = await export.Content.ReadAsStringAsync();
                Assert.Contains(ReplyScene.Text, json, StringComparison.Ordinal);
                Assert.DoesNotContain("An answer.", json, StringComparison.Ordinal);
                Assert.Equal("no-store", export.Headers.CacheControl!.ToString());
            }
            using (var known = await browser.Send(link + "/know")) Assert.StartsWith("dl-reader=", known.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
            Assert.NotNull((await scene.Read(db => db.Set<Reader>().SingleAsync())).VerifiedAt);

            using (await browser.Send(link + "/erase")) { }
            var row = await scene.Read(db => db.Replies.SingleAsync(reply => reply.Id == mine.Id));
            Assert.Equal(("", true, 0, null, null), (row.Name, row.Body.IsEmpty, row.EmailCipher.Length, row.AddressKey, row.ReaderId));
            Assert.Equal(0, await scene.Read(db => db.Set<Reader>().CountAsync()) + await scene.Read(db => db.Set<ReaderLink>().CountAsync(found => found.AddressKey == letter.To.ToString())));
            var page = await scene.Page(scene.Story.Path);
            Assert.Equal("This reply was withdrawn by its writer.", page.QuerySelector(".letter-gone")!.TextContent);
            Assert.Equal(["An answer."], page.QuerySelectorAll(".letter-text").Select(text => text.TextContent.Trim()));
            using var gone = await browser.Send(link + "/export");
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
            Assert.DoesNotContain(scene.House.Log.All, line => line.Contains("example.org", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Without_a_server_nothing_that_needs_a_letter_is_offered()
    {
        await using var scene = await ReplyScene.Open();
        Assert.Null((await scene.Page(scene.Story.Path)).QuerySelector("a[href$='/follow']"));
        foreach (var path in new[] { scene.At("/follow"), scene.At("/follow/asked"), "/en/your-data", "/en/your-data/asked" })
            Assert.Equal(HttpStatusCode.NotFound, (await scene.House.Get(path)).Status);
        using var browser = scene.House.Browser();
        using var answer = await browser.Send(scene.At("/follow"), ("email", Follower));
        Assert.Equal((HttpStatusCode.NotFound, 0), (answer.StatusCode, await scene.Read(db => db.Set<OutgoingLetter>().CountAsync())));
    }
}
