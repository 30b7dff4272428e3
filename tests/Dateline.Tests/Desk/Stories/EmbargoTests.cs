using System.Net;
using Dateline.Desk;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Desk.Stories;

/// <summary>A source's embargo holds, also one that comes when we have the story already.</summary>
public class EmbargoTests
{
    private static readonly DateTimeOffset Christmas = new(2026, 12, 24, 8, 0, 0, TimeSpan.Zero);

    private static NewsItem First => WireDesk.News("urn:1", "Rates to be reviewed", "<p>The bank meets.</p>");

    private static NewsItem Held(DateTimeOffset? until) => WireDesk.News("urn:1", "Rates fall to two per cent", "<p>The secret figure is two.</p>") with { Embargo = new Embargo(until) };

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "Two per cent, not three.")]
    [InlineData(false, "")]
    [InlineData(false, "Two per cent, not three.")]
    public async Task A_public_story_does_not_take_a_text_over_that_its_source_holds(bool timed, string note)
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        using var editor = await house.SignIn(Role.Editor);
        var id = await house.PickUp(editor, await wire.Send(First));
        await (await EditorForm.Open(editor, id)).Send("/publication");
        await wire.Send(Held(timed ? Christmas : null));

        var extent = timed ? "until 24 December 2026, 09:00" : "and doesn’t say until when"; // in Paris
        Assert.Contains($"holds it {extent}", (await EditorForm.Open(editor, id)).Page, StringComparison.OrdinalIgnoreCase);
        var page = await editor.GetStringAsync(new Uri($"/desk/stories/{id}/wire", UriKind.Relative));
        Assert.Contains($"The source holds this version {extent}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Take this text over", page, StringComparison.Ordinal);

        var story = await house.OnlyStory();
        using var pressed = await editor.Send($"/desk/stories/{id}/wire", ("version", $"{story.Version}"), ("number", "2"), ("note", note)); // from a page of before
        Assert.Equal(HttpStatusCode.UnprocessableEntity, pressed.StatusCode);
        Assert.Contains(extent, await pressed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using (var db = house.OpenDb()) // nor by the use case itself
        {
            var by = await db.Set<Staff>().FirstAsync();
            var outcome = await TakeOverUpdate.Perform(db, id, story.Version, note, new Editor(by.Id, by.Name, by.Role), house.Clock.Now(), default);
            Assert.Equal("held", outcome.Refusal?.Code);
        }
        await house.Heard();
        story = await house.OnlyStory();
        Assert.Equal((1, 0), (story.WireVersion, story.Corrections.Count));
        foreach (var surface in new[] { story.Path, "/en", "/en/feed.atom", "/en/feed.rss", "/en/feed.json" })
            Assert.DoesNotContain("secret figure", (await house.Get(surface)).Text, StringComparison.Ordinal);

        house.Clock.Advance(Christmas.AddMinutes(1) - house.Clock.Now());
        story = await house.OnlyStory();
        using var later = await house.SignIn(Role.Editor, "Mara Quill");
        using var again = await later.Send($"/desk/stories/{id}/wire", ("version", $"{story.Version}"), ("number", "2"), ("note", note));
        Assert.Equal(timed ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(timed, (await house.Get((await house.OnlyStory()).Path)).Text.Contains("secret figure", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_draft_waits_as_long_as_the_latest_version_says(bool timed)
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        using var editor = await house.SignIn(Role.Editor);
        var id = await house.PickUp(editor, await wire.Send(First));
        var before = await EditorForm.Open(editor, id);
        await wire.Send(Held(timed ? Christmas : null));
        var until = timed ? Christmas : Story.NoTimeKnown;
        await Eventually.Holds(async () => (await house.OnlyStory()).EmbargoUntil == until, "the draft has heard of the embargo");

        Assert.Equal(HttpStatusCode.Conflict, (await before.Send("/publication")).Status); // the form of before
        var form = await EditorForm.Open(editor, id);
        Assert.Equal(timed ? "2026-12-24T09:00" : "2199-12-31T01:00", form["embargo"]);
        form["embargo"] = "2026-12-01T09:00";
        if (timed)
        {
            Assert.Contains("only a later time can be set", (await form.Send("/publication")).Words, StringComparison.Ordinal);
            form["embargo"] = "2026-12-24T09:00";
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Send("/publication")).Status);
        var story = await house.OnlyStory();
        Assert.Equal(timed ? Christmas : new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero), story.EmbargoUntil);
        Assert.Equal((StoryStatus.Published, story.EmbargoUntil), (story.Status, story.PublishedAt));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get(story.Path)).Status);
    }

    [Fact]
    public async Task A_story_that_waits_for_its_hour_waits_longer_when_its_source_says_so()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        using var editor = await house.SignIn(Role.Editor);
        var soon = TestHouse.Start.AddHours(2);
        var id = await house.PickUp(editor, await wire.Send(First with { Embargo = new Embargo(soon) }));
        await (await EditorForm.Open(editor, id)).Send("/publication");
        Assert.Equal(soon, (await house.OnlyStory()).PublishedAt);

        var later = TestHouse.Start.AddHours(5);
        await wire.Send(Held(later));
        await Eventually.Holds(async () => (await house.OnlyStory()) is { } story && story.EmbargoUntil == later && story.PublishedAt == later && story.DueAt == later, "the story waits longer");
        await using (var db = house.OpenDb()) Assert.Contains(await db.Set<Revision>().ToListAsync(), revision => revision.By is null && revision.Version == 3);
        house.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get((await house.OnlyStory()).Path)).Status);

        using var taker = await house.SignIn(Role.Editor, "Mara Quill"); // nobody has seen it: the text may come, the hour stays
        var page = await taker.GetStringAsync(new Uri($"/desk/stories/{id}/wire", UriKind.Relative));
        Assert.Contains("The embargo comes along with the text.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await EditorForm.Read(taker, $"/desk/stories/{id}/wire", page, "form.form").Send()).Status);
        var now = await house.OnlyStory();
        Assert.Equal(("Rates fall to two per cent", later, 2), (now.Headline, now.EmbargoUntil, now.WireVersion));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get(now.Path)).Status);
        house.Clock.Advance(TimeSpan.FromHours(2));
        await Eventually.Holds(async () => (await house.Get(now.Path)).Status == HttpStatusCode.OK, "the embargo is over");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_publishes_between_the_embargos_arrival_and_the_desks_hearing_of_it(bool timed)
    {
        await using var house = await TestHouse.Open(start: false); // nothing follows the journal
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        var item = await wire.Send(First);
        var (editor, now) = (new Editor(Guid.CreateVersion7(), "Mara Quill", Role.Editor), house.Clock.Now());
        var id = Guid.Empty;
        await house.Write(async (db, stop) => id = (await PickUpItem.Perform(db, item.Id, editor, now, stop)).Story!.Value);
        await wire.Send(Held(timed ? Christmas : null));

        Assert.Equal("held", (await Publish())?.Code);
        await house.Write((db, stop) => HearHold.Perform(db, id, now, stop));
        Assert.Null(await Publish());
        Assert.Equal(timed ? Christmas : Story.NoTimeKnown, (await house.OnlyStory()).PublishedAt);

        async Task<Refusal?> Publish()
        {
            Refusal? refusal = null;
            var version = (await house.OnlyStory()).Version;
            await house.Write(async (db, stop) => refusal = (await PublishStory.Perform(db, id, version, editor, now, stop)).Refusal);
            return refusal;
        }
    }

    [Fact]
    public async Task The_same_embargo_again_leaves_the_time_that_the_desk_has_set()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        using var editor = await house.SignIn(Role.Editor);
        var id = await house.PickUp(editor, await wire.Send(First with { Embargo = new Embargo(null) }));
        var form = await EditorForm.Open(editor, id);
        Assert.Contains("Held, no time known", form.Page, StringComparison.Ordinal);
        form["embargo"] = "2026-12-01T09:00";
        await form.Send();
        await wire.Send(Held(null));
        await Eventually.Holds(async () => (await house.OnlyStory()).HoldHeard == 2, "the desk has heard of version 2");
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero), (await house.OnlyStory()).EmbargoUntil);
    }
}
