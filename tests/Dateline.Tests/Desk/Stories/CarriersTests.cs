using System.Net;
using System.Text.RegularExpressions;
using Dateline.Bench.Groups;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Dateline.Wire.Groups;

namespace Dateline.Tests.Desk.Stories;

/// <summary>A story that many carry is one row of the inbox, and none of its carriers is lost in it.</summary>
public class CarriersTests
{
    private static readonly List<string> Told = new Newsroom(new Random(4)).Tell(new Newsroom(new Random(5)).Happens(Newsroom.Tongues[0]), 0, 10);

    private sealed record Desk(TestHouse House, WireDesk Harbour, WireDesk Lakes, HttpClient Editor) : IAsyncDisposable
    {
        public static async Task<Desk> Open()
        {
            var house = await TestHouse.Open();
            var cast = await Cast.Enter(house);
            return new Desk(house, await WireDesk.Open(house, cast.HarbourWire), await WireDesk.Open(house, cast.LakesNews), await house.SignIn(Role.Editor));
        }

        public Task<string> Get(string path) => Editor.GetStringAsync(new Uri(path, UriKind.Relative));

        public async ValueTask DisposeAsync()
        {
            Editor.Dispose();
            await House.DisposeAsync();
        }
    }

    private static NewsItem News(string guid, string headline, IEnumerable<string>? passages = null) => WireDesk.News(guid, headline, string.Concat((passages ?? Told).Select(passage => $"<p>{passage}</p>")));

    private static int Rows(string page) => Regex.Count(page, "<li class=\"wire-item");

    [Fact]
    public async Task A_story_is_one_row_with_all_its_carriers_whoever_is_looked_for()
    {
        await using var desk = await Desk.Open();
        var first = await desk.Harbour.Send(News("hw:1", "Ferry hits barge"));
        var second = await desk.Lakes.Send(News("ln:1", "Barge struck by ferry"));
        var list = await desk.Get("/desk/inbox");
        Assert.Equal(1, Rows(list));
        Assert.Contains("Harbour Wire, Lakes News", list, StringComparison.Ordinal);
        Assert.Equal(1, Rows(await desk.Get($"/desk/inbox?source={second.SourceId}")));
        Assert.Equal(1, Rows(await desk.Get("/desk/inbox?q=struck")));
        Assert.Contains("<span data-waiting>1</span> waiting", list, StringComparison.Ordinal);

        var page = await desk.Get($"/desk/inbox/{first.Id}");
        Assert.Contains("2 items tell this story", page, StringComparison.Ordinal);
        Assert.Contains($"/desk/inbox/{first.Id}/versions?other={second.Id}", page, StringComparison.Ordinal);
        var compared = await desk.Get($"/desk/inbox/{first.Id}/versions?other={second.Id}");
        Assert.Contains("<ins>Ferry", compared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_live_list_gets_the_row_anew_when_somebody_else_carries_the_story()
    {
        await using var desk = await Desk.Open();
        var first = await desk.Harbour.Send(News("hw:1", "Ferry hits barge"));
        var second = await desk.Lakes.Send(News("ln:1", "Barge struck by ferry"));
        var rows = await desk.Get($"/desk/inbox?fragment=rows&since={first.Row}");
        Assert.Equal(1, Rows(rows));
        Assert.Contains($"id=\"story-{first.Id:N}-en\"", rows, StringComparison.Ordinal);
        Assert.Contains($"data-instead=\"story-{second.Id:N}-en\"", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_by_one_carrier_shows_on_the_row_and_the_others_stand()
    {
        await using var desk = await Desk.Open();
        await desk.Harbour.Send(News("hw:1", "Ferry hits barge"));
        await desk.Lakes.Send(News("ln:1", "Barge struck by ferry"));
        await desk.Lakes.Send(new Tombstone("ln:1"));
        var list = await desk.Get("/desk/inbox");
        Assert.Equal(1, Rows(list));
        Assert.Contains("Killed by Lakes News", list, StringComparison.Ordinal);
        Assert.Contains("Ferry hits barge", list, StringComparison.Ordinal);
        Assert.Equal(1, Rows(await desk.Get("/desk/inbox?show=Withdrawn")));
    }

    [Fact]
    public async Task What_was_picked_up_from_one_is_said_at_the_others_and_names_them()
    {
        await using var desk = await Desk.Open();
        var first = await desk.Harbour.Send(News("hw:1", "Ferry hits barge"));
        var second = await desk.Lakes.Send(News("ln:1", "Barge struck by ferry"));
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.Editor.Send($"/desk/inbox/{second.Id}/story")).StatusCode);
        var story = await desk.House.OnlyStory();
        Assert.Equal("Lakes News", story.Credit!.Source);
        Assert.Equal(["Harbour Wire"], story.Credit.AlsoCarriedBy);
        Assert.Contains("Also sent by <bdi>Harbour Wire</bdi>", await desk.Get($"/desk/stories/{story.Id}"), StringComparison.Ordinal);

        var page = await desk.Get($"/desk/inbox/{first.Id}");
        Assert.Contains("Already picked up from <bdi>Lakes News</bdi>", page, StringComparison.Ordinal);
        Assert.Contains($"/desk/stories/{story.Id}", page, StringComparison.Ordinal);
        Assert.Equal(0, Rows(await desk.Get("/desk/inbox?show=Waiting")));

        await desk.Lakes.Send(new Tombstone("ln:1")); // what was picked up is gone: the other stands, and somebody must look
        Assert.Equal(1, Rows(await desk.Get("/desk/inbox?show=Waiting")));
    }

    private static NewsItem Put(NewsItem news, bool bySignal) => bySignal ? news with { Signals = ["sig:correction"] } : news with { LeadMark = new LeadMark(LeadKind.Correction, 1, "CORRECTED-") };

    [Theory]
    [InlineData(5, true)] // a cut
    [InlineData(10, true)] // the same text under a headline that was put right
    [InlineData(10, false)]
    public async Task A_correction_by_another_carrier_waits_and_is_said_wherever_the_story_is_looked_at(int passages, bool bySignal)
    {
        await using var desk = await Desk.Open();
        var first = await desk.Harbour.Send(News("hw:1", "Twelve dead as ferry hits barge"));
        await desk.Editor.Send($"/desk/inbox/{first.Id}/story");
        var story = await desk.House.OnlyStory();
        desk.House.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.Lakes.Send(News("ln:1", "Twelve dead in crash"));
        Assert.Equal(0, Rows(await desk.Get("/desk/inbox?show=Waiting"))); // a copy doesn't wait
        Assert.DoesNotContain("correction:", await desk.Get($"/desk/stories/{story.Id}"), StringComparison.Ordinal);

        var right = await desk.Lakes.Send(Put(News("ln:2", "Twenty-one dead as ferry hits barge", Told.Take(passages)), bySignal));
        Assert.Equal(passages < 10 ? Relation.Abridged : Relation.Exact, right.Relation);
        var waiting = await desk.Get("/desk/inbox?show=Waiting");
        Assert.Equal(1, Rows(waiting));
        Assert.Contains("<li class=\"wire-item unseen\"", waiting, StringComparison.Ordinal);
        Assert.Contains("Twenty-one dead", waiting, StringComparison.Ordinal);
        Assert.Contains("<span class=\"mark mark-correction\">Correction</span>", waiting, StringComparison.Ordinal);
        Assert.Contains("<span data-waiting>1</span> waiting", waiting, StringComparison.Ordinal);

        var item = await desk.Get($"/desk/inbox/{first.Id}");
        Assert.Contains($"<bdi>Lakes News</bdi> has sent a correction: <a href=\"/desk/inbox/{right.Id}\">", item, StringComparison.Ordinal);
        Assert.Contains("<span class=\"mark mark-correction\">Correction</span>", await desk.Get($"/desk/inbox/{right.Id}"), StringComparison.Ordinal);
        var page = await desk.Get($"/desk/stories/{story.Id}");
        Assert.Contains("<bdi>Lakes News</bdi> has sent a correction:", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/desk/inbox/{right.Id}\"", page, StringComparison.Ordinal);

        await desk.Editor.Send($"/desk/inbox/{right.Id}/spike"); // seen
        Assert.Equal(0, Rows(await desk.Get("/desk/inbox?show=Waiting")));
        Assert.DoesNotContain("has sent a correction:", await desk.Get($"/desk/stories/{story.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_of_its_own_source_is_called_one_on_the_storys_page()
    {
        await using var desk = await Desk.Open();
        var first = await desk.Harbour.Send(News("hw:1", "Twelve dead as ferry hits barge"));
        await desk.Editor.Send($"/desk/inbox/{first.Id}/story");
        await desk.Harbour.Send(Put(News("hw:1", "Twenty-one dead as ferry hits barge"), bySignal: true));
        Assert.Contains("The source has sent a correction: version 2.", await desk.Get($"/desk/stories/{(await desk.House.OnlyStory()).Id}"), StringComparison.Ordinal);
        Assert.Contains("<span class=\"mark mark-correction\">Correction</span>", await desk.Get("/desk/inbox"), StringComparison.Ordinal);

        await desk.Harbour.Send(News("hw:1", "Twenty-one dead as ferry hits barge, captain held"));
        Assert.DoesNotContain("mark-correction", await desk.Get("/desk/inbox"), StringComparison.Ordinal); // the latest is an update
    }

    [Fact]
    public async Task A_correction_of_a_shorter_carrier_is_said_on_the_row_of_a_later_text()
    {
        await using var desk = await Desk.Open();
        await desk.Lakes.Send(Put(News("ln:1", "Barge struck by ferry"), bySignal: true));
        desk.House.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.Harbour.Send(News("hw:1", "Captain held after crash", ["The captain was led away by the harbour police in the evening.", .. Told]));
        var list = await desk.Get("/desk/inbox");
        Assert.Equal(1, Rows(list));
        Assert.Contains("Captain held after crash", list, StringComparison.Ordinal);
        Assert.Contains("Corrected by Lakes News", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_text_waits_again_after_the_story_was_spiked_and_a_copy_does_not()
    {
        await using var desk = await Desk.Open();
        var first = await desk.Harbour.Send(News("hw:1", "Ferry hits barge"));
        await desk.Lakes.Send(News("ln:1", "Barge struck by ferry"));
        await desk.Editor.Send($"/desk/inbox/{first.Id}/spike");
        Assert.Equal(0, Rows(await desk.Get("/desk/inbox?show=Waiting")));

        desk.House.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.Lakes.Send(News("ln:2", "Barge struck by ferry again"));
        Assert.Equal(0, Rows(await desk.Get("/desk/inbox?show=Waiting")));
        await desk.Lakes.Send(News("ln:3", "Captain held after crash", ["The captain was led away by the harbour police in the evening.", .. Told]));
        Assert.Equal(1, Rows(await desk.Get("/desk/inbox?show=Waiting")));

        desk.House.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.Harbour.Send(News("hw:1", "Ferry hits barge off the harbour", ["Two more were found in the night.", .. Told])); // a later change of what was spiked hides none of that
        Assert.Equal(1, Rows(await desk.Get("/desk/inbox?show=Waiting")));
    }
}
