using System.Net;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Moderation;

/// <summary>The pages about the rules: the filter's, the test box, the figures.</summary>
public class FilterPageTests
{
    private static async Task<string> Look(HttpClient browser, string path) => (await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(path))).Body!.TextContent;

    [Fact]
    public async Task Learning_anew_ends_where_learning_ended()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var ids = await scene.Add(250, ReplyState.Held, i => TestHouse.Start.AddSeconds(i));
        await scene.Decide(ReplyState.Published, ids: [.. ids.Take(150)]);
        await scene.Decide(ReplyState.Spam, ids: [.. ids.Skip(150)]);
        Task<List<string>> Words() => scene.Read(db => db.Set<FilterWord>().Where(row => row.Spam + row.Ham > 0).OrderBy(row => row.Word).Select(row => $"{row.Word} {row.Spam} {row.Ham}").ToListAsync());
        await Eventually.Holds(async () => (await scene.Read(db => db.Set<FilterWord>().FirstOrDefaultAsync(row => row.Word == ""))) is { Spam: 100, Ham: 150 }, "the filter has learned");
        var before = await Words();
        await scene.House.Write((db, _) => { db.Add(new FilterWord { Word = "gone", Spam = 9 }); return Task.CompletedTask; });

        using (var anew = await moderator.Send("/desk/replies/filter/anew")) Assert.Equal("/desk/replies/filter?said=anew", anew.Headers.Location!.OriginalString);
        await Eventually.Holds(async () =>
        {
            await scene.House.Services.GetRequiredService<FilterLearningAnew>().DoWhatIsDue(default);
            return await scene.Read(db => db.Set<FilterRetraining>().AllAsync(row => row.DoneAt != null));
        }, "it has learned anew");
        Assert.Equal(before, await Words());
        Assert.Equal(250, (await scene.Read(db => db.Set<FilterRetraining>().SingleAsync())).Learned);
        scene.House.Clock.Advance(FilterMemory.Pause);
        Assert.Contains("Replies that moderators called spam: 100; replies that they approved: 150;", await Look(moderator, "/desk/replies/filter"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_switched_off_and_its_bound_is_set()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        foreach (var (holds, target) in new[] { ("49", "60"), ("100", "60"), ("x", "60"), ("95", "0") })
            using (var refused = await moderator.Send("/desk/replies/filter", ("holds", holds), ("target", target))) Assert.EndsWith("said=holds", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using (await moderator.Send("/desk/replies/filter", ("holds", "97.5"), ("target", "30"))) { }
        await moderator.GetStringAsync("/desk/replies/filter");
        var set = await scene.Read(db => db.Set<ScreeningSettings>().SingleAsync());
        Assert.Equal((true, 0.975, 30), (set.FilterOff, set.FilterHolds, set.TargetMinutes));
        Assert.Equal("off", (await scene.Receive()).Findings.Single(finding => finding.Phase == "filter").Rule);
        scene.House.Clock.Advance(TimeSpan.FromMinutes(31));
        var page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies"));
        Assert.Contains("failing", page.QuerySelector("[data-summary]")!.ClassName!, StringComparison.Ordinal); // later than the aim
    }

    [Fact]
    public async Task The_test_box_says_what_would_happen_and_keeps_nothing()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        async Task<string> Try(params (string, string)[] fields)
        {
            using var answer = await moderator.Send("/desk/replies/test", [("name", "Somebody"), .. fields]);
            return (await ReplyScene.Page(answer)).Body!.TextContent;
        }
        Assert.Contains("Waits: a reader’s first replies wait.", await Try(("text", "The tide turned at noon.")), StringComparison.Ordinal);
        Assert.Contains("more links than the discussion allows", await Try(("text", "https://a.example/ https://b.example/"), ("story", scene.Story.Key)), StringComparison.Ordinal);
        using (var none = await moderator.Send("/desk/replies/test", ("name", "S"), ("text", "T"), ("story", "nosuchkey"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Equal(0, await scene.Count());
        Assert.Equal(0, await scene.Read(db => db.Set<SendingCount>().CountAsync()));
    }

    [Fact]
    public async Task The_figures_are_those_of_the_replies()
    {
        await using var scene = await ReplyScene.Open();
        foreach (var text in new[] { "Fog lay over the quay all morning.", "My grandfather lit these buoys by hand.", "Ask the cooks what the crews eat." }) await scene.Receive(("text", text));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(20));
        await scene.Approve();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var figures = await scene.Read(db => ReplyFigures.Read(db, 14, scene.House.Clock.Now(), default));
        Assert.Equal((3, 3), (figures.Days[^1].Received, figures.Days[^1].Held));
        Assert.Equal(14, figures.Days.Count);
        Assert.Equal(0, figures.Days.Take(13).Sum(day => day.Received));
        Assert.Equal(("first", 3), Assert.Single(figures.Rules));
        Assert.InRange(figures.Median!.Value, 20, 20.1);
        var page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies/figures?days=14"));
        Assert.Equal(3, page.QuerySelectorAll("figure.bars:not(.ranks) svg").Length);
        Assert.All(page.QuerySelectorAll("figure.bars:not(.ranks)"), plot => Assert.Equal(14, plot.QuerySelectorAll("tbody tr").Length));
        var line = Assert.Single(page.QuerySelectorAll(".plot-aim")); // it is spoken of, however far below it all bars end
        Assert.InRange(double.Parse(line.GetAttribute("y1")!, System.Globalization.CultureInfo.InvariantCulture), 12.5, 163);
        Assert.Empty(page.QuerySelectorAll("[style], style"));
    }

    [Fact]
    public async Task Why_replies_wait_is_drawn_the_longest_bar_first_in_words_and_stands_in_numbers_beside_it()
    {
        await using var scene = await ReplyScene.Open();
        foreach (var text in new[] { "Fog lay over the quay all morning.", "My grandfather lit these buoys by hand.", "https://a.example/ https://b.example/" }) await scene.Receive(("text", text));
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var plot = (await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies/figures?days=14"))).QuerySelector("figure.ranks")!;
        Assert.Equal(["a reader’s first replies wait: 2", "it has more links than the discussion allows: 1"], plot.QuerySelectorAll("svg rect title").Select(title => title.TextContent));
        var lengths = plot.QuerySelectorAll("svg rect").Select(bar => double.Parse(bar.GetAttribute("width")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(lengths[0], 2 * lengths[1], 0.1);
        Assert.Equal(["2", "67 %", "1", "33 %"], plot.QuerySelectorAll("tbody td").Select(cell => cell.TextContent));
        Assert.Equal("/desk/replies?rule=first", plot.QuerySelector("tbody a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task No_word_speaks_for_spam_that_never_stood_in_any()
    {
        await using var scene = await ReplyScene.Open();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        await scene.House.Write((db, _) =>
        {
            db.AddRange(new FilterWord { Word = "", Spam = 2, Ham = 40 }, new FilterWord { Word = "harbour", Ham = 3 }, new FilterWord { Word = "jackpot", Spam = 2, Ham = 1 }, new FilterWord { Word = "tide", Ham = 40 });
            return Task.CompletedTask;
        });
        scene.House.Clock.Advance(FilterMemory.Pause);
        var page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies/filter"));
        var (spam, good) = (page.QuerySelectorAll("table")[0], page.QuerySelectorAll("table")[1]);
        Assert.Equal(["jackpot"], spam.QuerySelectorAll("tbody th").Select(word => word.TextContent));
        Assert.Equal(["tide"], good.QuerySelectorAll("tbody th").Select(word => word.TextContent));
        Assert.Contains("It doesn’t judge yet", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
