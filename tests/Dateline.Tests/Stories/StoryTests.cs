using Dateline.Foundation.Markup;
using Dateline.People;
using Dateline.Stories;

namespace Dateline.Tests.Stories;

public class StoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly Editor Editor = new(Guid.CreateVersion7(), "Mara", Role.Editor);

    private static Story Carried(Credit? credit) => new()
    {
        Id = Guid.CreateVersion7(),
        Key = StoryPath.NewKey(),
        Edition = "en",
        Language = "en",
        Headline = "Strait reopens",
        Slug = "strait-reopens",
        Body = Body.Plain("The strait reopened."),
        CreatedAt = Now,
        SourceId = Guid.CreateVersion7(),
        Credit = credit,
    };

    private static Credit Whole => new() { Source = "Harbour Wire", Hops = [new("Harbour Wire", HopRole.Original)] };

    [Fact]
    public void A_carried_story_is_not_published_without_its_credit()
    {
        Assert.Equal("no-credit", Carried(null).Publish(Now)?.Code);
        Assert.Equal("no-credit", Carried(new Credit { Source = " ", Hops = [new("x", HopRole.Original)] }).Publish(Now)?.Code);
        Assert.Equal("no-credit", Carried(new Credit { Source = "Harbour Wire" }).Publish(Now)?.Code);
        Assert.Null(Carried(Whole).Publish(Now));
    }

    [Fact]
    public void A_killed_story_stays_killed()
    {
        var story = Carried(Whole);
        Assert.Null(story.Publish(Now));
        Assert.Equal("no-reason", story.KillFor(" ", Editor.Id, Now)?.Code);
        Assert.Null(story.KillFor("Withdrawn by the source", null, Now));

        Assert.NotNull(story.Publish(Now));
        Assert.NotNull(story.Edit(new StoryText("x", null, story.Body, PlaceLine.None, []), Now));
        Assert.NotNull(story.Correct("note", Editor, Now));
        Assert.Equal(StoryStatus.Killed, story.Status);
        Assert.False(story.RepliesOpen);
    }

    [Fact]
    public void A_correction_says_what_was_wrong_and_when()
    {
        var story = Carried(Whole);
        Assert.NotNull(story.Correct("Eleven days, not twelve.", Editor, Now));
        story.Publish(Now);
        Assert.Equal("no-note", story.Correct("  ", Editor, Now)?.Code);
        Assert.Null(story.Correct("Eleven days, not twelve.", Editor, Now.AddHours(1)));
        Assert.Equal((Now.AddHours(1), "Eleven days, not twelve."), (story.Corrections[0].At, story.Corrections[0].Note));
        Assert.Equal(Now.AddHours(1), story.UpdatedAt);
    }
}
