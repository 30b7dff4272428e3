using System.Net;
using Dateline.Foundation.Markup;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Desk.Stories;

/// <summary>Two write on one story, and what a story once said can be had again.</summary>
public class ConflictTests
{
    [Fact]
    public async Task Who_saves_second_sees_both_texts_and_loses_nothing()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await house.Draft(cast.Carried("Strait reopens", "Nineteen ships passed by noon."));
        using var jonas = await house.SignIn(Role.Editor, "Jonas Weld");
        using var leila = await house.SignIn(Role.Journalist, "Leila Moradi");

        var his = await EditorForm.Open(jonas, story.Id);
        var hers = await EditorForm.Open(leila, story.Id);
        his["body"] = his["body"].Replace("Nineteen", "Twenty-one", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await his.Send()).Status);

        hers["headline"] = "Strait reopens to <cargo> ships";
        hers["embargo"] = "2026-11-16T18:00";
        hers.Tick("topics", "water");
        var conflict = await hers.Send();
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Jonas Weld was quicker: both texts are kept", conflict.Words, StringComparison.Ordinal);
        Assert.Contains("<ins>to &lt;cargo&gt; ships</ins>", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("<ins>Twenty-one </ins>", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("Jonas Weld saved version 2 on 16 Nov, 10:30, while you were writing on version 1.", string.Join(' ', conflict.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("Strait reopens", (await house.OnlyStory()).Headline);

        var over = EditorForm.Read(leila, $"/desk/stories/{story.Id}", conflict.Text, ".version-mine form");
        Assert.Equal(HttpStatusCode.SeeOther, (await over.Send()).Status);
        var now = await house.OnlyStory();
        Assert.Equal("Strait reopens to <cargo> ships", now.Headline);
        Assert.Contains("Twenty-one ships", PlainText.From(now.Body), StringComparison.Ordinal); // the text she left alone
        Assert.Equal("water", Assert.Single(now.Topics).TopicKey);
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 17, 0, 0, TimeSpan.Zero), now.EmbargoUntil);
    }

    [Fact]
    public async Task What_the_second_left_alone_stays_as_the_first_saved_it()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await house.Draft(cast.Carried("Strait reopens", "Nineteen ships passed by noon."));
        using var jonas = await house.SignIn(Role.Editor, "Jonas Weld");
        using var leila = await house.SignIn(Role.Journalist, "Leila Moradi");

        var his = await EditorForm.Open(jonas, story.Id);
        var hers = await EditorForm.Open(leila, story.Id);
        his["embargo"] = "2026-12-24T09:00";
        his["place"] = "Port Sarrin";
        his["dated"] = "2026-11-15";
        his["language"] = "fa";
        his.Tick("topics", "sea");
        his.Tick("urgent", "urgent");
        Assert.Equal(HttpStatusCode.SeeOther, (await his.Send()).Status);

        hers["headline"] = "Strait reopens to cargo";
        hers["place"] = "Belmora"; // both
        var conflict = await hers.Send();
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var rows = Rows(conflict.Text);
        Assert.Equal(["Headline", "Place Both changed it", "Date", "Language", "Topics", "Not before", "Urgent"], rows.Keys);
        Assert.Equal(["Strait reopens", "Strait reopens to cargo", "Strait reopens", "Strait reopens to cargo"], rows["Headline"]);
        Assert.Equal(["None", "Belmora", "Port Sarrin", "Belmora"], rows["Place Both changed it"]);
        Assert.Equal(["None", "None", "24 December 2026, 09:00", "24 December 2026, 09:00"], rows["Not before"]);
        Assert.Equal(["None", "None", "Strait & Sea", "Strait & Sea"], rows["Topics"]);
        Assert.Equal(["No", "No", "Yes", "Yes"], rows["Urgent"]);

        var over = EditorForm.Read(leila, $"/desk/stories/{story.Id}", conflict.Text, ".version-mine form");

        // A third is quicker than her decision: what she kept of his is not taken for hers.
        var third = await EditorForm.Open(jonas, story.Id);
        third["embargo"] = "2026-12-25T09:00";
        await third.Send();
        conflict = await over.Send();
        Assert.Equal(["24 December 2026, 09:00", "24 December 2026, 09:00", "25 December 2026, 09:00", "25 December 2026, 09:00"], Rows(conflict.Text)["Not before"]);
        over = EditorForm.Read(leila, $"/desk/stories/{story.Id}", conflict.Text, ".version-mine form");
        Assert.Equal(HttpStatusCode.SeeOther, (await over.Send()).Status);

        var now = await house.OnlyStory();
        Assert.Equal(("Strait reopens to cargo", "Belmora", new DateOnly(2026, 11, 15), "fa", true), (now.Headline, now.PlaceLine.Place, now.PlaceLine.Date, now.Language, now.Urgent));
        Assert.Equal("sea", Assert.Single(now.Topics).TopicKey);
        Assert.Equal(new DateTimeOffset(2026, 12, 25, 8, 0, 0, TimeSpan.Zero), now.EmbargoUntil);

        await using var db = house.OpenDb(); // what stands nowhere any more is kept
        var second = await db.Set<Revision>().SingleAsync(revision => revision.Version == 2);
        Assert.Equal(("Port Sarrin", new DateTimeOffset(2026, 12, 24, 8, 0, 0, TimeSpan.Zero)), (second.Particulars!.PlaceLine.Place, second.Particulars.EmbargoUntil));
        var page = await leila.GetStringAsync(new Uri($"/desk/stories/{story.Id}/revisions/2", UriKind.Relative));
        Assert.Equal(["Port Sarrin", "Belmora"], Rows(page)["Place"]);

        static Dictionary<string, string[]> Rows(string page) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelectorAll("table.fields tbody tr")
            .ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray());
    }

    [Fact]
    public async Task Where_no_text_of_that_time_is_kept_everything_that_differs_is_shown_and_mine_stands()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await house.Draft(cast.Carried("Strait reopens", "Nineteen ships passed by noon."));
        using var jonas = await house.SignIn(Role.Editor, "Jonas Weld");
        using var leila = await house.SignIn(Role.Journalist, "Leila Moradi");
        var his = await EditorForm.Open(jonas, story.Id);
        var hers = await EditorForm.Open(leila, story.Id);
        his["place"] = "Port Sarrin";
        await his.Send();
        await house.Write(async (db, stop) => await db.Set<Revision>().Where(revision => revision.Version == 1).ExecuteDeleteAsync(stop)); // as in a house of before
        hers["headline"] = "Strait reopens to cargo";
        var conflict = await hers.Send();
        Assert.Contains("not known", conflict.Words, StringComparison.Ordinal);
        await EditorForm.Read(leila, $"/desk/stories/{story.Id}", conflict.Text, ".version-mine form").Send();
        Assert.Null((await house.OnlyStory()).PlaceLine.Place);
    }

    [Fact]
    public async Task The_byline_and_what_stands_with_the_picture_are_the_desks_to_write()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, await cast.WithPicture(house, cast.Own("Gulls counted", "There were many.")), "sea");
        using var editor = await house.SignIn(Role.Editor);

        var form = await EditorForm.Open(editor, story.Id);
        form["byline"] = "Leila Moradi";
        form["alt"] = "Gulls \"on\" a mast";
        form["caption"] = "The mast at noon";
        form["picturecredit"] = "Jonas Weld/Meridian";
        Assert.Equal(HttpStatusCode.SeeOther, (await form.Send()).Status);
        var now = await house.OnlyStory();
        Assert.Equal(("Leila Moradi", new LeadWords("Gulls \"on\" a mast", "The mast at noon", "Jonas Weld/Meridian")), (now.Byline, now.LeadWords));
        var page = (await house.Get(now.Path)).Text;
        foreach (var word in new[] { "Leila Moradi", "The mast at noon", "Jonas Weld/Meridian", "alt=\"Gulls &quot;on&quot; a mast\"" }) Assert.Contains(word, page, StringComparison.Ordinal);

        form = await EditorForm.Open(editor, story.Id);
        form["caption"] = new string('x', StoryText.LongestCaption + 1);
        Assert.Contains("A caption has at most 1,000 characters", (await form.Send()).Words, StringComparison.Ordinal);
        await using var db = house.OpenDb();
        Assert.Equal(now.LeadWords, (await db.Set<Revision>().OrderByDescending(revision => revision.Version).FirstAsync()).Particulars!.Lead);
    }

    [Fact]
    public async Task Saving_over_brings_back_what_the_notation_cannot_show()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var draft = cast.Carried("Strait reopens", "x");
        draft.Body = Body.From(new Paragraph(Inlines.Plain("Tariffs follow.")), new Table([new TableRow([new TableCell(Inlines.Plain("Perch")), new TableCell(Inlines.Plain("12"))])]), new Paragraph(Inlines.Plain("They rise in March.")));
        var story = await house.Draft(draft);
        using var jonas = await house.SignIn(Role.Editor, "Jonas Weld");
        using var leila = await house.SignIn(Role.Journalist, "Leila Moradi");

        var his = await EditorForm.Open(jonas, story.Id);
        var hers = await EditorForm.Open(leila, story.Id);
        his["body"] = "Tariffs were dropped.";
        await his.Send();
        hers["body"] = hers["body"].Replace("March", "April", StringComparison.Ordinal);
        var conflict = await hers.Send();
        Assert.Equal(HttpStatusCode.SeeOther, (await EditorForm.Read(leila, $"/desk/stories/{story.Id}", conflict.Text, ".version-mine form").Send()).Status);

        var body = (await house.OnlyStory()).Body;
        Assert.Equal(draft.Body.Blocks[1], body.Blocks[1]);
        Assert.Contains("April", PlainText.From(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_before_can_be_read_beside_the_present_one_and_put_back_with_its_picture()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var draft = await cast.WithPicture(house, cast.Carried("Strait reopens", "x"));
        var picture = draft.Pictures[0];
        picture.Lead = false;
        draft.Body = Body.From(new Paragraph(Inlines.Plain("The convoy passed.")), new PictureBlock(picture.PictureId, null, "Ships at dawn"));
        var story = await house.Draft(draft);
        using var editor = await house.SignIn(Role.Editor);

        var form = await EditorForm.Open(editor, story.Id);
        form["headline"] = "Strait closes";
        form["body"] = "The convoy turned back.";
        await form.Send();
        Assert.Empty((await house.OnlyStory()).Pictures);
        await (await EditorForm.Open(editor, story.Id)).Send("/publication");

        var path = $"/desk/stories/{story.Id}/revisions/1";
        var page = await editor.GetStringAsync(new Uri(path, UriKind.Relative));
        Assert.Contains("<ins>reopens</ins>", page, StringComparison.Ordinal);
        using (var stale = await editor.Send(path, ("version", "1"))) Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await EditorForm.Read(editor, path, page, ".version form").Send()).Status);

        var now = await house.OnlyStory();
        Assert.Equal((draft.Headline, draft.Body), (now.Headline, now.Body));
        Assert.Equal(picture.PictureId, Assert.Single(now.Pictures).PictureId);
    }

    [Fact]
    public async Task A_text_of_before_brings_back_what_was_written_and_not_what_was_decided_for_its_day()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await house.Draft(await cast.WithPicture(house, cast.Own("Strait reopens", "Nineteen ships passed by noon.")));
        using var editor = await house.SignIn(Role.Editor);
        async Task Save(Dictionary<string, string> fields, params string[] topics)
        {
            var form = await EditorForm.Open(editor, story.Id);
            foreach (var (name, value) in fields) form[name] = value;
            form["topics"] = topics[0];
            foreach (var topic in topics[1..]) form.Tick("topics", topic);
            Assert.Equal(HttpStatusCode.SeeOther, (await form.Send()).Status);
        }
        await Save(new() { ["place"] = "PORT SELWYN", ["dated"] = "2026-11-15", ["byline"] = "Jonas Weld", ["alt"] = "Ships at dawn", ["caption"] = "The convoy", ["embargo"] = "2026-11-20T08:00" }, "sea", "water");
        var then = await house.OnlyStory();
        await Save(new() { ["headline"] = "Strait closes", ["place"] = "QALATAIN", ["dated"] = "2026-11-16", ["byline"] = "Leila Haddad", ["alt"] = "Fog", ["caption"] = "", ["embargo"] = "2026-11-25T08:00", ["expires"] = "2026-12-25T08:00", ["edition"] = "fa", ["language"] = "fa" }, "sea");
        var later = await house.OnlyStory();

        var path = $"/desk/stories/{story.Id}/revisions/{then.Version}";
        var page = await editor.GetStringAsync(new Uri(path, UriKind.Relative));
        Assert.Contains("and with them: place, date, byline, picture, in words, caption, language, topics.", page, StringComparison.Ordinal);
        Assert.Contains("Stays as it stands", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await EditorForm.Read(editor, path, page, ".version form").Send()).Status);

        var now = await house.OnlyStory();
        Assert.Equal((then.Headline, then.PlaceLine, then.Byline, then.Language, then.LeadWords), (now.Headline, now.PlaceLine, now.Byline, now.Language, now.LeadWords));
        Assert.Equal(["sea", "water"], now.Topics.Select(topic => topic.TopicKey).Order(StringComparer.Ordinal));
        Assert.Equal((later.Edition, later.EmbargoUntil, later.ExpiresAt), (now.Edition, now.EmbargoUntil, now.ExpiresAt));
    }

    [Fact]
    public async Task Saving_what_is_there_already_is_no_new_version()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Nineteen ships passed by noon."), "sea");
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        using var editor = await house.SignIn(Role.Editor);

        Assert.Equal(HttpStatusCode.SeeOther, (await (await EditorForm.Open(editor, story.Id)).Send()).Status);
        var now = await house.OnlyStory();
        Assert.Equal((story.Version, story.UpdatedAt), (now.Version, now.UpdatedAt));
    }

    [Theory]
    [InlineData("headline", "", "Give the story a headline.")]
    [InlineData("headline", "300", "A headline has at most 300 characters")]
    [InlineData("summary", "1000", "A standfirst has at most 1,000 characters")]
    [InlineData("place", "100", "A place has at most 100 characters")]
    [InlineData("dated", "soon", "That isn’t a date.")]
    [InlineData("embargo", "2026-13-01T00:00", "That isn’t a date and time.")]
    [InlineData("language", "tlh", "Choose one of the languages.")]
    public async Task What_cannot_be_saved_is_told_beside_its_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await house.Draft(cast.Carried("Strait reopens", "Nineteen ships passed by noon."));
        using var journalist = await house.SignIn(Role.Journalist);

        var form = await EditorForm.Open(journalist, story.Id);
        form[field] = int.TryParse(value, out var longest) ? new string('x', longest + 1) : value;
        form["body"] = "Typed </textarea> just now.";
        var refused = await form.Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Words, StringComparison.Ordinal);
        var again = EditorForm.Read(journalist, form.Path, refused.Text, "form#story");
        Assert.Equal("Typed </textarea> just now.", again["body"]);
        if (field != "language") Assert.Equal(form[field], again[field]);
        Assert.Equal("Strait reopens", (await house.OnlyStory()).Headline);
    }
}
