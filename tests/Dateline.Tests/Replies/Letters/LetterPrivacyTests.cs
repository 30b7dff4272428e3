using System.Net;
using System.Text;
using System.Text.Json;
using Dateline.Foundation.Journal;
using Dateline.Layout;
using Dateline.Replies;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Letters;

/// <summary>All that a house with mail lets out: every surface, feed, letter, export, log line, measurement and fact. In none stands an address but the receiver's own.</summary>
public class LetterPrivacyTests
{
    [Fact]
    public async Task An_address_stands_in_nothing_but_its_own_letters()
    {
        using var meters = new MeterLines();
        await using var scene = await MailScene.Open();
        var letters = new List<(string Whole, string Reader)>();
        async Task<string> Next(string reader)
        {
            var letter = await scene.Next();
            letters.Add((letter.ToString(), reader));
            return MailScene.Links(letter)[0];
        }

        var first = await scene.Publish(ReplyScene.Text, ReplyScene.Address, name: "Maryam Daneshvar");
        foreach (var reader in new[] { MailScene.Follower, ReplyScene.Address })
        {
            await scene.Ask(reader);
            using (await scene.Send(await Next(reader) + "/confirm")) { }
        }
        await scene.Publish("The harbour master says otherwise.", "idris.vane@example.org", first.Id.ToString(), "Idris Vane");
        await scene.ComesDue(MailScene.Soon);
        await scene.Settle();
        letters.AddRange(scene.Mail.Letters().Skip(2).Select(letter => (letter.ToString(), letter.To.Mailboxes.Single().Address)));
        Assert.Equal([ReplyScene.Address, MailScene.Follower], letters.Skip(2).Select(letter => letter.Reader).Order(StringComparer.Ordinal));

        string[] all = [ReplyScene.Address, MailScene.Follower, "idris.vane@example.org"];
        foreach (var (whole, reader) in letters) None(all.Where(address => address != reader), whole, "a letter");

        var (story, house) = (scene.Scene.Story, scene.House);
        await using var db = house.OpenDb();
        var shown = PublicStory.Of((await db.LoadStory(story.Id, default))!);
        var own = house.Services.GetRequiredService<OwnKey>().Address("en", first.Id);
        foreach (var path in Surfaces.All.SelectMany(surface => surface.Addresses(shown)).Concat([own, scene.Scene.At("/follow"), scene.Scene.At($"/follow?reply={first.Id}"), scene.Scene.At("/follow/asked"), scene.Scene.At(PublicReply.PlaceOf(first.Id)), "/en/your-data", "/en/your-data/asked", "/en/follow/stop/x", "/en/mail/x", "/health"]))
            None(all, (await house.Get(path)).Text, path);
        None(all, JsonSerializer.Serialize(await db.Set<JournalEntry>().ToListAsync()), "the journal");
        foreach (var line in house.Log.All) None(all, line, "a log line");
        Assert.NotEmpty(meters.All);
        foreach (var line in meters.All) None(all, line, "a measurement");
        foreach (var file in Directory.EnumerateFiles(house.Storage.DataFolder, "dateline.db*")) None(all, await Read(file), "the database");
    }

    [Fact]
    public async Task What_one_downloads_holds_no_address_and_no_word_of_others()
    {
        await using var scene = await MailScene.Open();
        var first = await scene.Publish(ReplyScene.Text, ReplyScene.Address, name: "Maryam Daneshvar");
        await scene.Publish("Noor has something to say.", MailScene.Follower, first.Id.ToString(), "Noor");
        using (await scene.Send("/en/your-data", ("email", MailScene.Follower))) { }
        using var export = await scene.Send(Assert.Single(MailScene.Links(await scene.Next())) + "/export");
        var json = await export.Content.ReadAsStringAsync();
        Assert.Contains("Noor has something to say.", json, StringComparison.Ordinal);
        Assert.DoesNotContain("nineteen years", json, StringComparison.Ordinal);
        None([ReplyScene.Address, MailScene.Follower], json, "the export");
        Assert.DoesNotContain((await scene.Scene.Read(db => db.Replies.FirstAsync(reply => reply.Id != first.Id))).AddressKey!, json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_killed_story_nothing_can_be_followed()
    {
        await using var scene = await MailScene.Open();
        await scene.House.Write(async (db, stop) =>
        {
            var story = (await db.LoadStory(scene.Scene.Story.Id, stop))!;
            Assert.Null(story.KillFor("Withdrawn.", null, scene.House.Clock.GetUtcNow()));
            db.Journal.Add(story.Fact((id, key, edition, on, source) => new StoryKilled(id, key, edition, on, source)));
        });
        foreach (var beside in new[] { "/follow", "/follow/asked" })
        {
            var (status, text) = await scene.House.Get(scene.Scene.At(beside));
            Assert.Equal(HttpStatusCode.Gone, status);
            Assert.DoesNotContain(scene.Scene.Story.Headline, text, StringComparison.Ordinal);
        }
        using var asked = await scene.Send(scene.Scene.At("/follow"), ("email", MailScene.Follower));
        Assert.Equal((HttpStatusCode.Gone, 0), (asked.StatusCode, await scene.Scene.Read(db => db.Set<OutgoingLetter>().CountAsync())));
    }

    private static void None(IEnumerable<string> addresses, string text, string where)
    {
        foreach (var address in addresses)
            foreach (var form in new[] { address, Uri.EscapeDataString(address), Convert.ToBase64String(Encoding.UTF8.GetBytes(address)) })
                Assert.False(text.Contains(form, StringComparison.OrdinalIgnoreCase), $"{where} holds {form}");
    }

    private static async Task<string> Read(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(open, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
