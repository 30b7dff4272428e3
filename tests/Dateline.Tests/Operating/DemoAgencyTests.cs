using Dateline.Operating;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Dateline.Tests.Desk.Stories;
using Dateline.Tests.House;
using Dateline.Tests.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Dateline.Tests.Operating;

/// <summary>The demo's own people do what its words promise, through the doors that everybody uses.</summary>
public class DemoAgencyTests
{
    /// <summary>Of whom there is no account a colleague answers in their place: words of one person over the name of another.</summary>
    [Fact]
    public void Whoever_answers_readers_in_the_demo_works_there()
    {
        var staff = DemoWorld.Read().Cast.Select(person => person.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(DemoWorld.ReadReplies().Where(reply => reply.Staff is not null).Select(reply => reply.Name).Except(staff, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_source_corrects_reaches_the_readers_and_letters_come_in_as_readers_send_them()
    {
        await using var house = await TestHouse.Open(builder => builder.Services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)));
        await house.Hire(Role.Editor, "Helena Marchetti-Voss", "helena@meridian.example");
        await house.Hire(Role.Moderator, "Salma", "salma@meridian.example");
        var world = DemoWorld.Read().Within(DemoDepots.None.Ways);
        var flood = DemoWorld.ReadItems().Single(item => item is { Correction: not null, Language: "en" });
        flood = flood with { Correction = flood.Correction! with { AfterSeconds = 1 } };
        var hour = new FakeTimeProvider(TimeProvider.System.GetUtcNow()); // of the wires alone: they correct when the test says so
        var wires = new DemoWires(world, [flood], hour);
        await using var senders = await wires.Open(default);
        var demo = new DemoAgency(house.App, world, [flood], wires, DemoDepots.None, DemoBulletins.Read());
        await demo.Furnish(default);
        using var end = new CancellationTokenSource();
        var work = demo.Work(end.Token);

        var sent = DemoWorld.ReadReplies().Where(reply => reply.Item == flood.Id).ToList();
        await Eventually.Holds(async () => await Replies(house) is var all && all.Count == sent.Count && all.Count(reply => reply.State == ReplyState.Published) == sent.Count(reply => reply.Suggested == "approve"), "the letters are in, and most are let through");
        var story = await Story(house);
        Assert.Equal((StoryStatus.Published, 1, 0), (story.Status, story.WireVersion, story.Corrections.Count));

        var replies = await Replies(house);
        Assert.Equal(sent.Count(reply => reply.Staff is not null), replies.Count(reply => reply.IsStaff));
        Assert.Contains(replies, reply => reply.State == ReplyState.Held);
        Assert.Equal(sent.Count(reply => reply.Pick), replies.Count(reply => reply.PickedAt is not null));
        Assert.Equal(sent.Single(reply => reply.Pin).Text, Dateline.Foundation.Markup.PlainText.From(replies.Single(reply => reply.PinnedAt is not null).Body));
        await using (var db = house.OpenDb())
            Assert.Equal(sent.Select(reply => reply.Reported).OfType<DemoReport>().Select(report => (report.Reason, (string?)report.Words, (Outcome?)null)), (await db.Set<ReplyReport>().ToListAsync()).Select(report => (report.Reason, report.Words, report.Outcome)));
        Assert.All(replies.Where(reply => !reply.IsStaff), reply => Assert.NotEmpty(reply.Findings));
        Assert.All(replies.Where(reply => reply.State == ReplyState.Held), reply => Assert.NotNull(reply.HeldBy));
        await using (var db = house.OpenDb()) Assert.Equal(sent.Count(reply => reply.Staff is null), await db.Set<ReplyTrace>().Select(trace => trace.NetworkKey).Distinct().CountAsync());

        hour.Advance(TimeSpan.FromSeconds(2));
        await Eventually.Holds(async () => (await Story(house)).WireVersion == 2, "the night editor has taken the correction over");
        story = await Story(house);
        Assert.Equal(flood.Correction!.Note, Assert.Single(story.Corrections).Note);
        Assert.Equal(flood.Correction.Headline, story.Headline);
        await house.Heard();
        Assert.Contains(flood.Correction.Note, new AngleSharp.Html.Parser.HtmlParser().ParseDocument((await house.Get(story.Path)).Text).Body!.TextContent, StringComparison.Ordinal);

        await end.CancelAsync();
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task A_journalist_of_the_demo_finds_what_readers_ask_under_their_story()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Vaccine cuts illness", "Text."));
        using var journalist = await house.SignIn(Role.Journalist);
        house.Clock.Advance(TimeSpan.FromHours(2));
        var asked = DemoWorld.ReadReplies().First(reply => reply.Asks == Role.Journalist);
        Assert.DoesNotContain("Readers ask you", await journalist.GetStringAsync("/desk/stories"), StringComparison.Ordinal);
        await new DemoReaders(house.Services).Write(story.Key, [asked], ReplyScene.Moderator, default);
        await house.Heard();
        var desk = await journalist.GetStringAsync("/desk/stories");
        Assert.Contains("Readers ask you", desk, StringComparison.Ordinal);
        Assert.Contains(asked.Name, desk, StringComparison.Ordinal);
    }

    private static async Task<Story> Story(TestHouse house)
    {
        await using var db = house.OpenDb();
        return await db.Stories.SingleAsync();
    }

    private static async Task<List<Reply>> Replies(TestHouse house)
    {
        await using var db = house.OpenDb();
        return await db.Set<Reply>().ToListAsync();
    }
}
