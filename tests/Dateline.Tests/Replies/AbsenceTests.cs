using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Replies;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies;

/// <summary>What stands in the place of a reply that was public and was answered.</summary>
public class AbsenceTests
{
    private const string Neutral = "This reply isn’t shown at present.";
    private const string ByModerator = "This reply was removed by a moderator.";

    /// <summary>In an open discussion Maryam's reply is public, and answered; then she changes it.</summary>
    private static async Task<(ReplyScene Scene, Reply Reply, string Own)> Answered()
    {
        var scene = await ReplyScene.Open();
        await scene.House.Write((db, _) =>
        {
            db.Add(new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.Open });
            db.Journal.Add(new DiscussionRule { Scope = DiscussionRule.Site }.Changed());
            db.Add(new ListedWord { Id = Guid.CreateVersion7(), Word = "zzcasino", Language = "", Spam = true });
            db.Journal.Add(new WordListsChanged());
            return Task.CompletedTask;
        });
        using var sent = await scene.Send();
        var reply = await scene.Read(db => db.Replies.SingleAsync());
        scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
        using (await scene.Send(("name", "Idris Vane"), ("email", "idris@example.org"), ("text", "The harbour master says otherwise."), ("parent", reply.Id.ToString()))) { }
        Assert.Equal(2, await scene.Read(db => db.Replies.CountAsync(one => one.State == ReplyState.Published)));
        return (scene, reply, sent.Headers.Location!.OriginalString.Split('?', '#')[0]);
    }

    private static async Task Change(ReplyScene scene, string own, string text)
    {
        using var browser = scene.House.Browser();
        scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
        using var answer = await browser.Send(own + "/text", ("text", text));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static async Task AssertSaid(ReplyScene scene, Reply reply, string words, params string[] gone)
    {
        foreach (var path in new[] { scene.Story.Path, scene.At("/replies"), scene.At(PublicReply.PlaceOf(reply.Id)) })
            Assert.Equal(words, (await scene.Page(path)).QuerySelector($"#{PublicReply.AnchorOf(reply.Id)} .letter-gone")?.TextContent);
        foreach (var path in new[] { scene.Story.Path, scene.At("/replies"), scene.At("/replies?sort=newest"), scene.At("/replies?sort=discussed"), scene.At(PublicReply.PlaceOf(reply.Id)), scene.At("/replies.atom"), $"/api/v1/stories/{scene.Story.Key}" })
            foreach (var text in gone.Append("Maryam Daneshvar")) Assert.DoesNotContain(text, (await scene.House.Get(path)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("See https://a.example/ and https://b.example/ and https://c.example/", ReplyState.Held)]
    [InlineData("Lucky zzcasino for every pilot.", ReplyState.Spam)]
    public async Task Of_what_a_rule_stopped_nobody_is_said_to_have_removed_it(string text, ReplyState state)
    {
        var (scene, reply, own) = await Answered();
        await using var _ = scene;
        await Change(scene, own, text);
        Assert.Equal(state, (await scene.Read(db => db.Replies.SingleAsync(one => one.Id == reply.Id))).State);
        await AssertSaid(scene, reply, Neutral, ByModerator);

        // Once somebody has read it and said no, that is said.
        await scene.Decide(ReplyState.Rejected, state, ids: reply.Id);
        await AssertSaid(scene, reply, ByModerator, Neutral);
        await scene.Decide(ReplyState.Held, ReplyState.Rejected, ids: reply.Id);
        await AssertSaid(scene, reply, Neutral, ByModerator);
        using (var browser = scene.House.Browser())
        using (await browser.Send(own + "/withdrawal")) { }
        await AssertSaid(scene, reply, "This reply was withdrawn by its writer.", Neutral);
    }

    [Fact]
    public async Task What_a_moderator_laid_aside_to_look_again_is_not_said_to_be_removed()
    {
        var (scene, reply, _) = await Answered();
        await using var __ = scene;
        await scene.Decide(ReplyState.Held, ReplyState.Published, ids: reply.Id);
        await AssertSaid(scene, reply, Neutral, ByModerator);
    }

    [Theory]
    [InlineData("ar", "هذا التعليق غير معروض حاليًا.")]
    [InlineData("fa", "این دیدگاه فعلاً نمایش داده نمی‌شود.")]
    public void Each_language_of_the_site_has_words_for_it(string language, string words) =>
        Assert.Equal(words, Dateline.Layout.Languages.Wording.Of(language)["reply.notshown"]);
}
