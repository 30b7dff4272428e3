using System.Net;
using Dateline.Formats;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using WireCredit = Dateline.Formats.Credit;

namespace Dateline.Tests.Desk.Stories;

/// <summary>From the wire to the desk: the inbox, the pick-up, and what the source does afterwards.</summary>
public class InboxTests
{
    private const string Hostile = """<p onclick="x()">The ferry <b>ran</b> aground.</p><script>alert(1)</script><img src="https://tracker.example/p.gif"><p><a href="javascript:alert(1)">All</a> aboard are safe.</p>""";

    [Fact]
    public async Task An_item_is_shown_with_its_way_to_us_and_nothing_in_it_runs_or_is_fetched()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        var item = await wire.Send(WireDesk.News("hw:1", "Ferry runs <aground>", Hostile) with { Credit = new WireCredit { Source = "Qalatain Dispatch" }, Urgency = 1 });
        using var journalist = await house.SignIn(Role.Journalist);

        var list = await journalist.GetStringAsync(new Uri("/desk/inbox", UriKind.Relative));
        Assert.Contains("Ferry runs &lt;aground&gt;", list, StringComparison.Ordinal);
        Assert.Contains("mark-urgent", list, StringComparison.Ordinal);

        var page = await journalist.GetStringAsync(new Uri($"/desk/inbox/{item.Id}", UriKind.Relative));
        Assert.Contains("<strong>ran</strong> aground.", page, StringComparison.Ordinal);
        Assert.Contains("Qalatain Dispatch", page, StringComparison.Ordinal);
        foreach (var bad in new[] { "alert(1)", "tracker.example", "onclick" }) Assert.DoesNotContain(bad, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pick_up_makes_one_draft_with_credit_and_embargo_however_many_press_the_button()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        var until = TestHouse.Start.AddHours(2);
        var item = await wire.Send(WireDesk.News("hw:1", "Harbour Wire/ Ferry runs aground", Hostile) with { Credit = new WireCredit { Source = "Qalatain Dispatch" }, Embargo = new Embargo(until) });
        using var leila = await house.SignIn(Role.Journalist, "Leila Moradi");
        using var jonas = await house.SignIn(Role.Editor, "Jonas Weld");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? leila : jonas).Send($"/desk/inbox/{item.Id}/story")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location!.OriginalString.Split('?')[0]).Distinct());
        Assert.Equal(5, answers.Count(answer => answer.Headers.Location!.OriginalString.EndsWith("PickedUpBefore", StringComparison.Ordinal)));

        var story = await house.OnlyStory();
        Assert.Equal("Ferry runs aground", story.Headline);
        Assert.Equal((cast.HarbourWire.Id, item.Id, 1, until), (story.SourceId, story.WireItemId, story.WireVersion, story.EmbargoUntil));
        Assert.Equal(["Qalatain Dispatch", "Harbour Wire"], story.Credit!.Hops.Select(hop => hop.Name));
        Assert.True(story.Credit.IsWhole);

        var form = await EditorForm.Open(jonas, story.Id);
        Assert.Contains("Qalatain Dispatch", form.Page, StringComparison.Ordinal);
        form["embargo"] = ""; // the desk can't lift what the source holds
        Assert.Contains("The source holds this story", (await form.Send("/publication")).Words, StringComparison.Ordinal);
        Assert.Equal(until, (await house.OnlyStory()).EmbargoUntil);

        var list = await jonas.GetStringAsync(new Uri("/desk/inbox?show=Taken", UriKind.Relative));
        Assert.Matches("Taken · (Leila Moradi|Jonas Weld)", list);
    }

    [Fact]
    public async Task What_the_source_withdraws_is_killed_here_and_nothing_else()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        var other = await WireDesk.Open(house, cast.LakesNews);
        using var editor = await house.SignIn(Role.Editor);
        var published = await house.PickUp(editor, await wire.Send(WireDesk.News("urn:1", "Minister named in inquiry", "<p>Sources say so.</p>")));
        var draft = await house.PickUp(editor, await wire.Send(WireDesk.News("urn:2", "Second minister named", "<p>Sources say so too.</p>")));
        var foreign = await house.PickUp(editor, await other.Send(WireDesk.News("urn:1", "Perch can count", "<p>A little.</p>"))); // the same guid from another source
        foreach (var id in new[] { published, foreign }) Assert.Equal(HttpStatusCode.SeeOther, (await (await EditorForm.Open(editor, id)).Send("/publication")).Status);
        await house.Heard();
        var path = (await Story(house, published)).Path;
        Assert.Equal(HttpStatusCode.OK, (await house.Get(path)).Status);

        await wire.Send(new Tombstone("urn:1", house.Clock.Now(), "Identity not confirmed."), new Tombstone("urn:2"));
        await Eventually.Holds(async () => (await house.Get(path)).Status == HttpStatusCode.Gone, "the kill reached the page");
        await Eventually.Holds(async () => (await Story(house, draft)).Status == StoryStatus.Killed, "the kill reached the draft");
        Assert.DoesNotContain("Minister named", (await house.Get("/en")).Text, StringComparison.Ordinal);

        var killed = await Story(house, published);
        Assert.Equal(("Identity not confirmed.", (Guid?)null), (killed.Kill!.Reason, killed.Kill.By));
        Assert.Equal(StoryStatus.Published, (await Story(house, foreign)).Status);
        Assert.Equal(HttpStatusCode.OK, (await house.Get((await Story(house, foreign)).Path)).Status);
    }

    [Fact]
    public async Task A_withdrawn_item_can_be_neither_picked_up_nor_published()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        var item = await wire.Send(WireDesk.News("urn:1", "Minister named in inquiry", "<p>Sources say so.</p>"));
        await wire.Send(new Tombstone("urn:1"));
        using var editor = await house.SignIn(Role.Editor);

        using var refused = await editor.Send($"/desk/inbox/{item.Id}/story");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await using (var db = house.OpenDb()) Assert.Empty(await db.Stories.ToListAsync());

        // A draft that slipped through between the pick-up and the withdrawal.
        var slipped = await house.Draft(cast.Carried("Minister named in inquiry", "Sources say so.").From(item.Id));
        var answer = await (await EditorForm.Open(editor, slipped.Id)).Send("/publication");
        Assert.Contains("withdrawn this story", answer.Words, StringComparison.Ordinal);
        Assert.Equal(StoryStatus.Draft, (await house.OnlyStory()).Status);
    }

    [Fact]
    public async Task A_newer_version_of_the_source_is_compared_and_taken_over_with_a_note()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        using var editor = await house.SignIn(Role.Editor);
        var id = await house.PickUp(editor, await wire.Send(WireDesk.News("urn:1", "Ferry runs aground", "<p>Sixty were aboard.</p>")));
        await (await EditorForm.Open(editor, id)).Send("/publication");
        Assert.DoesNotContain("has sent version", (await EditorForm.Open(editor, id)).Page, StringComparison.Ordinal);

        await wire.Send(WireDesk.News("urn:1", "Ferry runs aground", "<p>Sixty-one were aboard.</p>"));
        Assert.Contains("The source has sent version 2.", (await EditorForm.Open(editor, id)).Page, StringComparison.Ordinal);
        var compare = await editor.GetStringAsync(new Uri($"/desk/stories/{id}/wire", UriKind.Relative));
        Assert.Contains("<ins>Sixty-one </ins>", compare, StringComparison.Ordinal);
        var form = EditorForm.Read(editor, $"/desk/stories/{id}/wire", compare, "form.form");
        form["note"] = "Sixty-one people were aboard, not sixty.";
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Send()).Status);
        await house.Heard();

        var story = await Story(house, id);
        Assert.Equal(2, story.WireVersion);
        var (_, page) = await house.Get(story.Path);
        Assert.Contains("Sixty-one were aboard.", page, StringComparison.Ordinal);
        Assert.Contains("Sixty-one people were aboard, not sixty.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("has sent version", (await EditorForm.Open(editor, id)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_by_its_own_source_waits_again_until_somebody_has_seen_it()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        using var editor = await house.SignIn(Role.Editor, "Jonas Weld");
        NewsItem At(int version, string text, params string[] signals) => WireDesk.News("hw:1", "Ferry runs aground", text) with { Version = $"{version}", Signals = [.. signals] };
        var item = await wire.Send(At(1, "<p>Eleven people were on board.</p>"));
        (await editor.Send($"/desk/inbox/{item.Id}/story")).Dispose();
        var story = (await house.OnlyStory()).Id;
        Assert.Equal("0", await Waiting());

        await wire.Send(At(2, "<p>Eleven people were on board, the coast guard said.</p>"));
        Assert.Equal("0", await Waiting()); // more of it is no mistake put right
        await wire.Send(At(3, "<p>Twelve people were on board, the coast guard said.</p>", "sig:correction"));
        Assert.Equal("1", await Waiting());
        var panel = await editor.GetStringAsync(new Uri($"/desk/inbox/{item.Id}", UriKind.Relative));
        Assert.Contains("The source has corrected this since it was picked up.", panel, StringComparison.Ordinal);
        Assert.DoesNotContain("/spike\"", panel, StringComparison.Ordinal);
        using (var spiked = await editor.Send($"/desk/inbox/{item.Id}/spike")) Assert.Equal(HttpStatusCode.UnprocessableEntity, spiked.StatusCode);
        using (var again = await editor.Send($"/desk/inbox/{item.Id}/story")) Assert.StartsWith($"/desk/stories/{story}?", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("1", await Waiting());

        using (var seen = await editor.Send($"/desk/inbox/{item.Id}/seen")) Assert.Equal(HttpStatusCode.SeeOther, seen.StatusCode);
        Assert.Equal("0", await Waiting());
        Assert.DoesNotContain("since it was picked up", await editor.GetStringAsync(new Uri($"/desk/inbox/{item.Id}", UriKind.Relative)), StringComparison.Ordinal);

        await wire.Send(At(4, "<p>Thirteen people were on board, the coast guard said.</p>", "sig:correction"));
        Assert.Equal("1", await Waiting());
        var form = EditorForm.Read(editor, $"/desk/stories/{story}/wire", await editor.GetStringAsync(new Uri($"/desk/stories/{story}/wire", UriKind.Relative)), "form.form");
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Send()).Status);
        Assert.Equal("0", await Waiting()); // taken over is seen
        Assert.Equal(4, (await house.OnlyStory()).WireVersion);

        // Withdrawn before anybody has seen the last of its corrections: that can be seen all the same.
        await wire.Send(At(5, "<p>Fourteen people were on board.</p>", "sig:correction"));
        await wire.Send(At(6, "<p>Fourteen people were on board.</p>") with { Status = PubStatus.Canceled });
        using (var seen = await editor.Send($"/desk/inbox/{item.Id}/seen")) Assert.Equal(HttpStatusCode.SeeOther, seen.StatusCode);
        Assert.Equal("0", await Waiting());

        async Task<string> Waiting()
        {
            using var rows = await editor.GetAsync(new Uri("/desk/inbox?fragment=rows&since=0&show=Waiting", UriKind.Relative));
            return rows.Headers.GetValues("X-Waiting").Single();
        }
    }

    [Fact]
    public async Task What_was_spiked_waits_again_when_its_source_corrects_it()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        using var editor = await house.SignIn(Role.Editor, "Jonas Weld");
        var item = await wire.Send(WireDesk.News("hw:1", "Ferry runs aground", "<p>Eleven people were on board.</p>"));
        (await editor.Send($"/desk/inbox/{item.Id}/spike")).Dispose();
        await wire.Send(WireDesk.News("hw:1", "Ferry runs aground", "<p>Twelve people were on board.</p>") with { Signals = ["sig:correction"] });
        var panel = await editor.GetStringAsync(new Uri($"/desk/inbox/{item.Id}?show=Waiting", UriKind.Relative));
        Assert.Contains("The source has corrected this since it was spiked.", panel, StringComparison.Ordinal);
        Assert.Contains("wire-item unseen", panel, StringComparison.Ordinal);
        using (var seen = await editor.Send($"/desk/inbox/{item.Id}/seen")) Assert.Equal(HttpStatusCode.UnprocessableEntity, seen.StatusCode); // nobody made a story of it
        using (var spiked = await editor.Send($"/desk/inbox/{item.Id}/spike")) Assert.Equal(HttpStatusCode.SeeOther, spiked.StatusCode);
        Assert.DoesNotContain("wire-item unseen", await editor.GetStringAsync(new Uri("/desk/inbox?show=Waiting", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spiked_item_can_be_taken_back()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        var item = await wire.Send(WireDesk.News("urn:1", "Sailing: light wind, long faces", "<p>None.</p>"));
        using var journalist = await house.SignIn(Role.Journalist);

        using (var spiked = await journalist.Send($"/desk/inbox/{item.Id}/spike"))
        {
            var page = await journalist.GetStringAsync(spiked.Headers.Location!);
            Assert.Contains($"/desk/inbox/{item.Id}/unspike", page, StringComparison.Ordinal);
            Assert.DoesNotContain("light wind", await journalist.GetStringAsync(new Uri("/desk/inbox?show=Waiting", UriKind.Relative)), StringComparison.Ordinal);
        }
        using (var back = await journalist.Send($"/desk/inbox/{item.Id}/unspike")) Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Contains("light wind", await journalist.GetStringAsync(new Uri("/desk/inbox?show=Waiting", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_the_inbox_neither_repeat_nor_skip_an_item()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        await wire.Send([.. Enumerable.Range(0, 140).Select(n => WireDesk.News($"urn:{n}", $"Item number {n:000}.", "<p>Text.</p>"))]);
        using var journalist = await house.SignIn(Role.Journalist);

        var seen = new List<string>();
        var next = "/desk/inbox?q=number";
        while (next is not null)
        {
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await journalist.GetStringAsync(new Uri(next, UriKind.Relative)));
            seen.AddRange(page.QuerySelectorAll("[data-row] .wire-headline").Select(headline => headline.TextContent));
            next = page.QuerySelector("p.more a")?.GetAttribute("href");
        }
        Assert.Equal([.. Enumerable.Range(0, 140).Select(n => $"Item number {139 - n:000}.")], seen);
    }

    [Fact]
    public async Task An_open_inbox_hears_of_an_item_and_is_given_its_row()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var wire = await WireDesk.Open(house, cast.HarbourWire);
        using var journalist = await house.SignIn(Role.Journalist);
        var before = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await journalist.GetStringAsync(new Uri("/desk/inbox", UriKind.Relative))).QuerySelector("[data-list]")!;

        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var stream = await journalist.GetStreamAsync(new Uri(before.GetAttribute("data-stream")!, UriKind.Relative), bound.Token);
        using var reader = new StreamReader(stream);
        Assert.Equal("retry: 2000", await reader.ReadLineAsync(bound.Token));
        await reader.ReadLineAsync(bound.Token);
        var item = await wire.Send(WireDesk.News("urn:1", "Ferry runs aground", "<p>All safe.</p>"));
        Assert.Equal("event: item", await reader.ReadLineAsync(bound.Token));
        await reader.ReadLineAsync(bound.Token);
        await reader.ReadLineAsync(bound.Token);

        // The stream counts its fifteen seconds from when it has told of the item, which may be after we have read of it.
        var (beat, looks) = (reader.ReadLineAsync(bound.Token).AsTask(), 0);
        await Eventually.Holds(() =>
        {
            if (!beat.IsCompleted && looks++ % 40 == 0) house.Clock.Advance(TimeSpan.FromSeconds(15));
            return beat.IsCompleted;
        }, "the stream says that it is still there");
        Assert.Equal(": still here", await beat);

        var rows = await journalist.GetStringAsync(new Uri($"{before.GetAttribute("data-rows")}&since={before.GetAttribute("data-after")}", UriKind.Relative));
        Assert.StartsWith("<li", rows, StringComparison.Ordinal);
        Assert.Contains($"id=\"story-{item.Id:N}-en\"", rows, StringComparison.Ordinal);
        await house.App.StopAsync(bound.Token); // an open stream doesn't hold the program up
        while (await reader.ReadLineAsync(bound.Token) is not null) { }
    }

    private static async Task<Story> Story(TestHouse house, Guid id)
    {
        await using var db = house.OpenDb();
        return (await db.LoadStory(id, default))!;
    }
}

internal static class Slipped
{
    /// <summary>The same story as if it had been picked up from an item.</summary>
    public static Story From(this Story story, Guid item) => new()
    {
        Id = story.Id,
        Key = story.Key,
        Edition = story.Edition,
        Language = story.Language,
        Headline = story.Headline,
        Slug = story.Slug,
        Body = story.Body,
        CreatedAt = story.CreatedAt,
        SourceId = story.SourceId,
        Credit = story.Credit,
        WireItemId = item,
        WireVersion = 1,
    };
}
