using System.Net;
using System.Text.Json;
using Dateline.Replies;
using Dateline.Replies.Readers;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Dateline.Tests.Replies.Letters;

/// <summary>All that is one's own, by a mailed link.</summary>
public class MyDataTests
{
    private static async Task<string> Link(MailScene scene, string address = ReplyScene.Address)
    {
        using (await scene.Send("/en/your-data", ("email", address))) { }
        var letter = await scene.Next();
        Assert.Equal(address, letter.To.Mailboxes.Single().Address);
        return Assert.Single(MailScene.Links(letter));
    }

    [Fact]
    public async Task Where_one_writes_it_is_said_that_an_address_can_be_proved_and_nowhere_that_no_letter_can_go()
    {
        await using (var scene = await MailScene.Open())
            foreach (var place in new[] { scene.Scene.Story.Path, scene.Scene.At("/reply") })
                Assert.Contains("Be known by your email address", (await scene.Scene.Page(place)).QuerySelector(".reply-form form a[href='/en/your-data']")?.TextContent ?? "", StringComparison.Ordinal);
        await using var silent = await ReplyScene.Open();
        Assert.DoesNotContain("Be known by your email address", (await silent.House.Get(silent.Story.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_ones_own_is_seen_and_erased_and_the_thread_stands()
    {
        await using var scene = await MailScene.Open();
        var mine = await scene.Publish(ReplyScene.Text, ReplyScene.Address, name: "Maryam Daneshvar");
        await scene.Publish("An answer.", parent: mine.Id.ToString());
        await scene.Follow(ReplyScene.Address);
        await scene.Scene.House.Write((db, _) =>
        {
            db.Add(new Dateline.Replies.Moderation.Appeal { Id = Guid.CreateVersion7(), ReplyId = mine.Id, Words = "I was there.", At = TestHouse.Start, Outcome = Dateline.Replies.Moderation.Outcome.Dismissed, Answer = "It stays." });
            return Task.CompletedTask;
        });
        var link = await Link(scene);

        using (var export = await scene.Send(link + "/export"))
        {
            var json = await export.Content.ReadAsStringAsync();
            using var all = JsonDocument.Parse(json);
            var reply = Assert.Single(all.RootElement.GetProperty("replies").EnumerateArray());
            Assert.Equal(ReplyScene.Text, reply.GetProperty("text").GetString());
            Assert.Equal(HttpStatusCode.OK, (await scene.House.Get(new Uri(reply.GetProperty("page").GetString()!).AbsolutePath)).Status);
            var appeal = Assert.Single(reply.GetProperty("appeals").EnumerateArray());
            Assert.Equal(("I was there.", "It stays."), (appeal.GetProperty("words").GetString(), appeal.GetProperty("answer").GetString()));
            Assert.Single(all.RootElement.GetProperty("follows").EnumerateArray());
            Assert.Equal("no-store", export.Headers.CacheControl!.ToString());
            Assert.Equal(("application/json", "attachment"), (export.Content.Headers.ContentType!.MediaType, export.Content.Headers.ContentDisposition!.DispositionType)); // a file, and no page
        }

        using (await scene.Send(link + "/erase")) { } // not ticked: nothing is erased
        Assert.Equal(ReplyScene.Text, Dateline.Foundation.Markup.PlainText.From((await scene.Scene.Read(db => db.Replies.SingleAsync(reply => reply.Id == mine.Id))).Body));
        using (await scene.Send(link + "/erase", ("sure", "yes"))) { }
        var row = await scene.Scene.Read(db => db.Replies.SingleAsync(reply => reply.Id == mine.Id));
        Assert.Equal(("", true, 0, null, null), (row.Name, row.Body.IsEmpty, row.EmailCipher.Length, row.AddressKey, row.ReaderId));
        Assert.Equal((0, 0, 0), (await scene.Scene.Read(db => db.Set<Follow>().CountAsync()), await scene.Scene.Read(db => db.Set<ReaderLink>().CountAsync()), await scene.Scene.Read(db => db.Set<OutgoingLetter>().CountAsync())));
        var page = await scene.Scene.Page(scene.Scene.Story.Path);
        Assert.Equal("This reply was withdrawn by its writer.", page.QuerySelector(".letter-gone")!.TextContent);
        Assert.Equal(["An answer."], page.QuerySelectorAll(".letter-text").Select(text => text.TextContent.Trim()));
        using var gone = await scene.Send(link + "/export");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_mailed_link_lists_what_was_sent_under_the_address_with_the_way_to_change_and_withdraw_it()
    {
        await using var scene = await MailScene.Open();
        var held = await scene.Scene.Receive();
        await scene.Scene.Receive(("email", "someone@else.example"), ("name", "Noor"), ("text", "Somebody else wrote this one, of other things."));
        var link = await Link(scene);
        var list = await scene.Scene.Page(link);
        var line = Assert.Single(list.QuerySelectorAll(".own-list > li"));
        Assert.Contains(ReplyScene.Text, line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Strait reopens", line.TextContent, StringComparison.Ordinal);
        var own = line.QuerySelector("a")!.GetAttribute("href")!;
        using (await scene.Send(own + "/text", ("text", "I piloted it for twenty years."))) { }
        Assert.Equal("I piloted it for twenty years.", Dateline.Foundation.Markup.PlainText.From((await scene.Scene.Read(db => db.Replies.SingleAsync(reply => reply.Id == held.Id))).Body));
        using (await scene.Send(own + "/withdrawal")) { }
        Assert.Equal(ReplyState.Withdrawn, (await scene.Scene.Read(db => db.Replies.SingleAsync(reply => reply.Id == held.Id))).State);
    }

    [Fact]
    public async Task A_second_press_of_the_same_yes_is_told_that_it_holds()
    {
        await using var scene = await MailScene.Open();
        await scene.Ask(ReplyScene.Address);
        var confirm = Assert.Single(MailScene.Links(await scene.Next()));
        for (var press = 1; press <= 2; press++)
            using (var answer = await scene.Send(confirm + "/confirm")) Assert.Equal((HttpStatusCode.OK, "You follow these replies"), (answer.StatusCode, (await ReplyScene.Page(answer)).QuerySelector("h1")!.TextContent));
        Assert.Equal("You follow these replies", (await scene.Scene.Page(confirm)).QuerySelector("h1")!.TextContent);
        await scene.Scene.House.Write((db, stop) => db.Set<Follow>().ExecuteDeleteAsync(stop));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.House.Get(new Uri(confirm, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } absolute ? absolute.AbsolutePath : confirm)).Status);
    }

    [Fact]
    public async Task Nothing_of_it_stays_in_the_database_or_in_its_files()
    {
        await using var scene = await MailScene.Open();
        const string name = "Qwendolyn Xerxesdottir", word = "zyzzogeton";
        var replies = new List<Reply>();
        foreach (var number in Enumerable.Range(0, 3)) replies.Add(await scene.Publish($"{word}{number} said the pilot of {word}.", ReplyScene.Address, name: name));
        await Eventually.Holds(() => scene.Scene.Read(db => db.Set<Dateline.Replies.Screening.FilterWord>().AnyAsync(row => row.Word == word)), "the filter has learned from it");
        var link = await Link(scene);
        using (await scene.Send(link + "/erase", ("sure", "yes"))) { }
        Assert.False(await scene.Scene.Read(db => db.Set<Dateline.Replies.Screening.FilterWord>().AnyAsync(row => row.Word.StartsWith(word) || row.Word == "qwendolyn")));
        if (scene.House.Storage.OnPostgres) return; // its vacuum frees the space
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(scene.House.Storage.SqliteFile)!, Path.GetFileName(scene.House.Storage.SqliteFile) + "*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var text = System.Text.Encoding.Latin1.GetString(bytes.ToArray());
            foreach (var trace in new[] { word, "Qwendolyn", "qwendolyn" }) Assert.False(text.Contains(trace, StringComparison.Ordinal), $"{trace} is still in {Path.GetFileName(file)}");
        }
    }

    [Fact]
    public async Task A_strange_address_is_answered_like_a_known_one_and_gets_no_letter()
    {
        await using var scene = await MailScene.Open();
        await scene.Publish(ReplyScene.Text, ReplyScene.Address);
        var answers = new List<string>();
        foreach (var address in new[] { "stranger@example.org", ReplyScene.Address })
        {
            using var asked = await scene.Send("/en/your-data", ("email", address));
            answers.Add($"{asked.StatusCode} {string.Join('\n', asked.Headers)} {await asked.Content.ReadAsStringAsync()}");
        }
        Assert.Single(answers.Distinct());
        Assert.Equal(ReplyScene.Address, (await scene.Next()).To.Mailboxes.Single().Address);
        // And the same work: as many rows of each kind, whoever it was.
        Assert.Equal([1, 1], await scene.Scene.Read(db => db.Set<ReaderLink>().GroupBy(link => link.AddressKey).Select(links => links.Count()).ToListAsync()));
    }

    [Fact]
    public async Task Who_typed_somebodys_address_elsewhere_does_not_become_them_when_they_prove_it()
    {
        await using var scene = await MailScene.Open();
        using var thief = await scene.Scene.Send(("remember", "yes")); // the address of somebody else, remembered in the thief's browser
        var theirs = thief.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("dl-reader=", StringComparison.Ordinal));
        Assert.NotEmpty(theirs);
        var link = await Link(scene);
        using var known = await scene.Send(link + "/know");
        Assert.StartsWith("dl-reader=", known.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        var readers = await scene.Scene.Read(db => db.Set<Reader>().OrderBy(reader => reader.SeenAt).ThenBy(reader => reader.VerifiedAt).ToListAsync());
        Assert.Equal(2, readers.Count);
        var verified = Assert.Single(readers, reader => reader.VerifiedAt is not null);
        Assert.NotEqual(await scene.Scene.Read(db => db.Replies.Select(reply => reply.ReaderId).SingleAsync()), verified.Id);
        using (await scene.Send(link + "/know")) { }
        Assert.Equal(2, await scene.Scene.Read(db => db.Set<Reader>().CountAsync())); // once more, and still one reader
    }

    [Fact]
    public async Task A_link_opens_what_it_was_sent_for_and_nothing_else_and_not_for_ever()
    {
        await using var scene = await MailScene.Open();
        await scene.Publish(ReplyScene.Text, ReplyScene.Address);
        await scene.Ask(ReplyScene.Address);
        var confirm = Assert.Single(MailScene.Links(await scene.Next()));
        foreach (var act in new[] { "export", "erase", "know", "confirmed", "" })
        {
            using var answer = await scene.Send($"{confirm}/{act}", ("sure", "yes"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
        var data = await Link(scene);
        using (var answer = await scene.Send(data + "/confirm")) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        foreach (var other in new[] { data[..^1], data + "A", "/en/mail/" + new string('a', 5_000), "/en/mail/..%2f" })
        {
            using var answer = await scene.Send(other + "/erase", ("sure", "yes"));
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        }
        foreach (var path in new[] { data + "/erase", data + "/export", data + "/know" }) // a program that looks into links changes nothing
            Assert.Contains((await scene.House.Get(path)).Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
        Assert.Equal(ReplyState.Published, (await scene.Scene.Read(db => db.Replies.SingleAsync())).State);
        scene.House.Clock.Advance(Dateline.Replies.Letters.ReaderLinks.Term);
        using var old = await scene.Send(data + "/export");
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
    }

    [Fact]
    public async Task Neither_an_address_nor_a_secret_of_a_link_stands_in_a_log_whatever_the_server_says()
    {
        await using var scene = await MailScene.Open();
        await scene.Publish(ReplyScene.Text, ReplyScene.Address);
        scene.Mail.Refuses = true; // and quotes the address while it does
        using (await scene.Send("/en/your-data", ("email", ReplyScene.Address))) { }
        await scene.Settle();
        Assert.Contains(scene.House.Log.All, line => line.Contains("A letter (data) wasn't taken", StringComparison.Ordinal));
        Assert.DoesNotContain(scene.House.Log.All, line => line.Contains("example.org", StringComparison.OrdinalIgnoreCase));
        scene.Mail.Refuses = false;
        scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
        var link = Assert.Single(MailScene.Links(await scene.Next()));
        using (await scene.Send(link + "/export")) { }
        await scene.House.Get(link);
        Assert.DoesNotContain(scene.House.Log.All, line => line.Contains(link.Split('/')[^1], StringComparison.Ordinal));
    }
}
