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

/// <summary>What a house with mail lets out to those who ask for what is theirs, and of what is gone. All else that it lets out: <see cref="SurfacePrivacyTests"/>.</summary>
public class LetterPrivacyTests
{
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
