using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies.Moderation;

/// <summary>The log of what was done that is no decision on a reply.</summary>
public partial class LogPageTests
{
    [GeneratedRegex("[0-9a-f]{32}|[{}]|\"", RegexOptions.NonBacktracking)]
    private static partial Regex ForPrograms();

    private static async Task<List<string>> Lines(HttpClient moderator, string path, string caption)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync(path));
        return [.. page.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")?.TextContent == caption).QuerySelectorAll("tbody tr").Select(row => row.Children[2].TextContent.Trim())];
    }

    [Fact]
    public async Task What_was_done_is_said_in_words()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        await scene.Approve();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var story = $"story:{scene.Story.Key}";
        async Task Do(string path, params (string, string)[] fields)
        {
            scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
            using (await moderator.Send(path, fields)) { }
        }
        await Do($"/desk/replies/{reply.Id}/ban", ("kind", "Name"), ("effect", "Refuse"), ("label", "The pilot"), ("note", "Twice."), ("days", "7"));
        await Do("/desk/replies/bans", ("kind", "Network"), ("whom", "192.0.2.7"), ("effect", "Hold"), ("label", "The quay"), ("note", "Spam."), ("days", "0"));
        await Do($"/desk/replies/bans/{(await scene.Read(db => db.Set<Dateline.Replies.Screening.Ban>().SingleAsync(ban => ban.Label == "The quay"))).Id}/removal");
        await Do("/desk/replies/rules", ("scope", story), ("version", "0"), ("slow", "120"), ("note", "Heated"));
        await Do("/desk/replies/rules", ("scope", story), ("version", "1"), ("mode", "Closed"), ("cool", "30"));
        await Do("/desk/replies/words", ("words", "jackpot\nroulette"), ("language", ""), ("kind", "hold"));
        await Do("/desk/replies/filter", ("on", "1"), ("holds", "97.5"), ("target", "30"));
        await Do($"/desk/replies/{reply.Id}/pick");

        var lines = await Lines(moderator, "/desk/replies/log?show=acts", "Acts, the latest first");
        Assert.Equal(
        [
            "Maryam Daneshvar: Made an editors’ pick",
            "Filter: holds from 97.5 %; the aim is 30 minutes",
            "Listed 2 words: jackpot, roulette. Replies with one of them wait",
            "Rules, Strait reopens: Closed; cooling down, 30 min more. Before: one reply every 120 seconds",
            "Rules, Strait reopens: one reply every 120 seconds. Before: As for its source, its edition or the site",
            "Lifted the ban of The quay",
            "Banned The quay by network: replies always wait, until somebody lifts it",
        ], lines[..7]);
        Assert.StartsWith("Maryam Daneshvar: Banned The pilot by name: replies aren’t taken, until ", lines[7], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.DoesNotMatch(ForPrograms(), line));
        Assert.Equal(["Made an editors’ pick"], await Lines(moderator, $"/desk/replies/{reply.Id}/history", "Other acts"));
    }

    [Fact]
    public async Task Of_what_was_erased_the_log_says_that_it_was_done_and_no_more()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        using (await moderator.Send($"/desk/replies/{reply.Id}/ban", ("kind", "Name"), ("effect", "Refuse"), ("label", "The pilot"), ("note", "Twice."), ("days", "7"))) { }
        await Dateline.Replies.MyData.EraseReader.Perform(scene.House.Writes, reply.AddressKey!, scene.House.Clock.Now(), default);
        Assert.Equal(["(erased): Banned (erased)"], await Lines(moderator, "/desk/replies/log?show=acts", "Acts, the latest first"));
    }
}
