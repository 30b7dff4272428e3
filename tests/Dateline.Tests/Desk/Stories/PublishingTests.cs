using System.Net;
using Dateline.Foundation.Journal;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Desk.Stories;

/// <summary>A story's way over the desk, by the pages and buttons that an editor has.</summary>
public class PublishingTests
{
    [Fact]
    public async Task A_story_of_our_own_goes_from_headline_to_front_page()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        using var editor = await house.SignIn(Role.Editor);

        using var begun = await editor.Send("/desk/stories", ("headline", "The harbour master counts the gulls"), ("edition", "en"));
        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        var form = await EditorForm.Open(editor, begun.Headers.Location!.OriginalString);
        var story = await house.OnlyStory();
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get(story.Path)).Status);

        form["body"] = "There were four hundred and twelve.\r\n\r\n## Method\r\n\r\nShe counted *twice*.";
        form["place"] = "Port Sarrin";
        form.Tick("topics", "sea");
        var saved = await form.Send();
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get(story.Path)).Status);
        Assert.DoesNotContain("counts the gulls", (await house.Get("/en")).Text, StringComparison.Ordinal);

        var published = await (await EditorForm.Open(editor, story.Id)).Send("/publication");
        Assert.Equal(HttpStatusCode.SeeOther, published.Status);
        await house.Heard();

        var (status, page) = await house.Get(story.Path);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("<em>twice</em>", page, StringComparison.Ordinal);
        Assert.Contains("Port Sarrin", page, StringComparison.Ordinal);
        foreach (var list in new[] { "/en", "/en/topic/sea" })
            Assert.Contains("The harbour master counts the gulls", (await house.Get(list)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_takes_the_text_of_the_form_with_it_or_does_nothing()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await house.Draft(cast.Carried("Ferry runs aground", "All aboard are safe."));
        using var editor = await house.SignIn(Role.Editor);

        var form = await EditorForm.Open(editor, story.Id);
        form["headline"] = "Ferry afloat again";
        form["expires"] = "2026-11-16T09:00"; // by then it had expired already
        var refused = await form.Send("/publication");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("has passed", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Ferry afloat again", refused.Text, StringComparison.Ordinal); // the form keeps what was typed
        Assert.Equal("Ferry runs aground", (await house.OnlyStory()).Headline);

        form["expires"] = "";
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Send("/publication")).Status);
        var public_ = await house.OnlyStory();
        Assert.Equal((StoryStatus.Published, "Ferry afloat again"), (public_.Status, public_.Headline));
    }

    [Fact]
    public async Task A_journalist_writes_but_neither_publishes_nor_touches_what_is_public()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await house.Draft(cast.Carried("Ferry runs aground", "All aboard are safe."));
        using var journalist = await house.SignIn(Role.Journalist);

        var form = await EditorForm.Open(journalist, story.Id);
        form["headline"] = "Ferry aground off Port Sarrin";
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Send()).Status);
        form = await EditorForm.Open(journalist, story.Id);
        Assert.DoesNotContain("/publication", form.Page, StringComparison.Ordinal);
        foreach (var action in new[] { "/publication", "/correction", "/kill" })
            Assert.Equal(HttpStatusCode.Forbidden, (await form.Send(action)).Status);
        Assert.Equal(StoryStatus.Draft, (await house.OnlyStory()).Status);

        using var editor = await house.SignIn(Role.Editor);
        await (await EditorForm.Open(editor, story.Id)).Send("/publication");
        form = await EditorForm.Open(journalist, story.Id);
        form["headline"] = "Ferry sunk";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Send()).Status);
        Assert.Equal("Ferry aground off Port Sarrin", (await house.OnlyStory()).Headline);

        using var moderator = await house.SignIn(Role.Moderator);
        using var answer = await moderator.GetAsync(new Uri("/desk/stories", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_correction_stands_on_the_public_page_with_its_note()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Ferry runs aground", "Sixty were aboard."), "sea");
        Assert.Contains("Sixty were aboard", (await house.Get(story.Path)).Text, StringComparison.Ordinal);
        using var editor = await house.SignIn(Role.Editor);

        var form = await EditorForm.Open(editor, story.Id);
        form["body"] = form["body"].Replace("Sixty", "Sixty-one", StringComparison.Ordinal);
        var unexplained = await form.Send("/correction");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexplained.Status);
        Assert.Contains("Say what was wrong", unexplained.Words, StringComparison.Ordinal);
        Assert.Empty((await house.OnlyStory()).Corrections);

        form["note"] = "Sixty-one people were aboard, not sixty.";
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Send("/correction")).Status);
        await house.Heard();
        var (_, page) = await house.Get(story.Path);
        Assert.Contains("Sixty-one were aboard", page, StringComparison.Ordinal);
        Assert.Contains("Sixty-one people were aboard, not sixty.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_story_is_withdrawn_and_stays_so()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Minister named in inquiry", "Sources say so."), "sea");
        await house.Get(story.Path);
        using var editor = await house.SignIn(Role.Editor);
        var path = $"/desk/stories/{story.Id}/kill";

        using (var hasty = await editor.Send(path, ("reason", "Could not be confirmed."))) Assert.Equal(HttpStatusCode.UnprocessableEntity, hasty.StatusCode);
        using (var mute = await editor.Send(path, ("reason", " "), ("sure", "sure"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, mute.StatusCode);
        using (var done = await editor.Send(path, ("reason", "Could not be confirmed."), ("sure", "sure"))) Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        await house.Heard();

        Assert.Equal(HttpStatusCode.Gone, (await house.Get(story.Path)).Status);
        foreach (var list in new[] { "/en", "/en/topic/sea", "/en/source/harbour-wire" })
            Assert.DoesNotContain("Minister named", (await house.Get(list)).Text, StringComparison.Ordinal);
        await Eventually.Holds(async () => !(await house.Get("/en/search?q=minister")).Text.Contains(story.Path, StringComparison.Ordinal), "search has heard of the kill");

        var form = await EditorForm.Open(editor, story.Id);
        Assert.Contains("Could not be confirmed.", form.Page, StringComparison.Ordinal);
        foreach (var action in new[] { "", "/publication", "/correction" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Send(action)).Status);
    }

    [Fact]
    public async Task An_embargo_is_kept_to_the_instant_however_often_the_form_repeats_it()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var draft = cast.Carried("Northern rail to run on Sundays", "From March.");
        draft.EmbargoUntil = TestHouse.Start.AddHours(3).AddSeconds(42);
        var story = await house.Draft(draft);
        using var editor = await house.SignIn(Role.Editor);

        var form = await EditorForm.Open(editor, story.Id);
        Assert.Equal("2026-11-16T13:30", form["embargo"]); // Paris
        form["headline"] = "Northern rail to run on Sundays again";
        await form.Send("/publication");
        Assert.Equal(draft.EmbargoUntil, (await house.OnlyStory()).EmbargoUntil);
        await house.Heard();
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get((await house.OnlyStory()).Path)).Status);

        form = await EditorForm.Open(editor, story.Id);
        form["embargo"] = "2026-11-16T18:00";
        form["expires"] = "2026-11-16T17:00";
        Assert.Contains("nobody could ever read it", (await form.Send()).Words, StringComparison.Ordinal);
        form["expires"] = "2026-11-17T18:00";
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Send()).Status);
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 17, 0, 0, TimeSpan.Zero), (await house.OnlyStory()).EmbargoUntil);
    }

    [Fact]
    public async Task A_preview_is_for_the_staff_alone_and_kept_by_nobody()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await house.Draft(await cast.WithPicture(house, cast.Carried("Ferry runs aground", "All aboard are safe.")));
        using var journalist = await house.SignIn(Role.Journalist);

        using var preview = await journalist.GetAsync(new Uri($"/desk/stories/{story.Id}/preview", UriKind.Relative));
        var page = await preview.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("All aboard are safe.", page, StringComparison.Ordinal);
        Assert.Contains("""<meta name="robots" content="noindex">""", page, StringComparison.Ordinal);
        Assert.True(preview.Headers.CacheControl!.NoStore);

        var picture = $"/pictures/{story.Pictures[0].PictureId:N}/480.jpg";
        Assert.Contains($"\"/desk{picture}\"", page, StringComparison.Ordinal);
        using (var seen = await journalist.GetAsync(new Uri("/desk" + picture, UriKind.Relative))) Assert.Equal("image/jpeg", seen.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get(picture)).Status);
        Assert.Equal(HttpStatusCode.Found, (await house.Get($"/desk/stories/{story.Id}/preview")).Status); // to the door
        Assert.Equal(HttpStatusCode.Found, (await house.Get("/desk" + picture)).Status);
    }
}

internal static class StoryDesk
{
    /// <summary>Puts a draft on the desk.</summary>
    public static async Task<Story> Draft(this TestHouse house, Story story)
    {
        await house.Write((db, _) => { db.Add(story); return Task.CompletedTask; });
        return story;
    }

    public static async Task<Story> OnlyStory(this TestHouse house)
    {
        await using var db = house.OpenDb();
        return await db.LoadStory((await db.Stories.SingleAsync()).Id, default) ?? throw new InvalidOperationException();
    }

    /// <summary>Picks an item up from the inbox; the story it became.</summary>
    public static async Task<Guid> PickUp(this TestHouse house, HttpClient browser, WireItem item)
    {
        using var answer = await browser.Send($"/desk/inbox/{item.Id}/story");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await using var db = house.OpenDb();
        return (await db.WireItems.SingleAsync(one => one.Id == item.Id)).StoryId!.Value;
    }

    /// <summary>Waits until this node's memory has heard of everything written so far.</summary>
    public static async Task Heard(this TestHouse house)
    {
        await using var db = house.OpenDb();
        var last = await db.Set<JournalEntry>().MaxAsync(entry => (long?)entry.Position) ?? 0;
        if (last > 0) Assert.True(await house.Services.GetRequiredService<NodeJournal>().Reached(last, TimeSpan.FromSeconds(30), default));
    }
}
