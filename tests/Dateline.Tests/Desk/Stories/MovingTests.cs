using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Layout;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Desk.Stories;

/// <summary>A story moves from one edition to another, by the field of the editor's form.</summary>
public class MovingTests
{
    [Fact]
    public async Task A_published_story_leaves_the_surfaces_of_its_old_edition_for_those_of_the_new()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Zanzibarian ferry runs aground", "All aboard are safe."), "sea");
        var there = await Lists(house, story.Id);
        await Eventually.Holds(async () => (await house.Get(there[^1])).Text.Contains(story.Key, StringComparison.Ordinal), "search has heard of it");
        var here = there.ConvertAll(path => path.Replace("/en", "/fa", StringComparison.Ordinal));
        foreach (var path in there) Assert.True((await house.Get(path)).Text.Contains(story.Key, StringComparison.Ordinal), $"{path} should show it before");
        foreach (var path in here) Assert.False((await house.Get(path)).Text.Contains(story.Key, StringComparison.Ordinal), $"{path} should not show it yet");
        var before = await house.Get(story.Path);

        using var editor = await house.SignIn(Role.Editor);
        var form = await EditorForm.Open(editor, story.Id);
        form["edition"] = "fa";
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Send()).Status);
        await house.Heard();

        var moved = await house.OnlyStory();
        Assert.Equal(("fa", $"/fa/{story.Key}/{story.Slug}"), (moved.Edition, moved.Path));
        await Eventually.Holds(async () => (await house.Get(here[^1])).Text.Contains(story.Key, StringComparison.Ordinal), "search has heard that it moved");
        foreach (var path in there) Assert.False((await house.Get(path)).Text.Contains(story.Key, StringComparison.Ordinal), $"{path} still shows what left the edition");
        foreach (var path in here) Assert.True((await house.Get(path)).Text.Contains(story.Key, StringComparison.Ordinal), $"{path} doesn't show what came");

        Assert.Equal(HttpStatusCode.OK, before.Status);
        using var reader = house.Client();
        using var old = await reader.GetAsync(new Uri(story.Path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.MovedPermanently, moved.Path), (old.StatusCode, old.Headers.Location?.OriginalString));
        Assert.Contains("All aboard are safe.", (await house.Get(moved.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_written_on_the_page_of_the_old_edition_is_kept()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Ferry runs aground", "All aboard are safe."), "sea");
        using var editor = await house.SignIn(Role.Editor);
        var form = await EditorForm.Open(editor, story.Id);
        form["edition"] = "fa";
        await form.Send();
        await house.Heard();

        using var reader = house.Client();
        using var answer = await reader.Send($"{story.Path}/reply", ("name", "Tomas Lind"), ("email", "tomas@lind.example"), ("text", "I was aboard, and we are well."));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/fa/your-reply/", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_read_by_the_clock_that_stood_beside_them()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        await house.Write(async (db, stop) =>
        {
            (await db.Editions.AsTracking().SingleAsync(edition => edition.Code == "fa", stop)).TimeZone = "Asia/Tehran";
            db.Journal.Add(new HouseChanged());
        });
        var story = await house.Draft(cast.Carried("Ferry runs aground", "All aboard are safe."));
        using var jonas = await house.SignIn(Role.Editor, "Jonas Weld");
        using var leila = await house.SignIn(Role.Journalist, "Leila Moradi");

        var his = await EditorForm.Open(jonas, story.Id);
        var hers = await EditorForm.Open(leila, story.Id);
        his["edition"] = "fa";
        his["embargo"] = "2026-11-16T18:00";
        Assert.Equal(HttpStatusCode.SeeOther, (await his.Send()).Status);
        await house.Heard();
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 17, 0, 0, TimeSpan.Zero), (await house.OnlyStory()).EmbargoUntil);
        var shown = await EditorForm.Open(jonas, story.Id);
        Assert.Equal("2026-11-16T20:30", shown["embargo"]); // the same instant in Tehran
        Assert.Contains("By the clock in Asia/Tehran", shown.Page, StringComparison.Ordinal);

        hers["edition"] = "ar"; // she wrote on the older version, by the clock of Paris
        hers["embargo"] = "2026-11-16T19:00";
        var conflict = await hers.Send();
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await EditorForm.Read(leila, $"/desk/stories/{story.Id}", conflict.Text, ".version-mine form").Send()).Status);
        var now = await house.OnlyStory();
        Assert.Equal(("ar", new DateTimeOffset(2026, 11, 16, 18, 0, 0, TimeSpan.Zero)), (now.Edition, now.EmbargoUntil));
    }

    [Fact]
    public async Task An_edition_that_does_not_exist_is_refused_with_the_form_kept()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await house.Draft(cast.Carried("Ferry runs aground", "All aboard are safe."));
        using var editor = await house.SignIn(Role.Editor);
        var form = await EditorForm.Open(editor, story.Id);
        form["edition"] = "atlantis";
        form["headline"] = "Ferry afloat";
        var refused = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Choose one of the editions.", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Ferry afloat", refused.Text, StringComparison.Ordinal);
        Assert.Equal("en", (await house.OnlyStory()).Edition);
    }

    /// <summary>Where the story stands among others, the search last.</summary>
    private static async Task<List<string>> Lists(TestHouse house, Guid id)
    {
        await using var db = house.OpenDb();
        var shown = PublicStory.Of((await db.LoadStory(id, default))!);
        Surface[] lists = [Surfaces.FrontPage, Surfaces.TopicPage, Surfaces.SourcePage, Surfaces.EditionFeed, Surfaces.TopicFeed, Surfaces.SourceFeed, Surfaces.Sitemap];
        return [.. lists.SelectMany(surface => surface.Addresses(shown)), $"/api/v1/{shown.Edition}/stories", .. Surfaces.Search.Addresses(shown)];
    }
}
