using System.Net;
using Dateline.People;
using Dateline.Tests.House;

namespace Dateline.Tests.Desk.Admin;

public class DeskLanguageTests
{
    [Theory]
    [InlineData(null, "en", "ltr")]
    [InlineData("fa-IR,fa;q=0.9,en;q=0.5", "fa", "rtl")]
    [InlineData("de, ar-EG;q=0.8, en;q=0.7", "ar", "rtl")]
    [InlineData("fa;q=0, en", "en", "ltr")]
    [InlineData("tlh", "en", "ltr")]
    [InlineData(";;q=,,", "en", "ltr")]
    public async Task Whoever_comes_to_the_door_is_spoken_to_as_their_browser_asks(string? asked, string language, string direction)
    {
        await using var house = await TestHouse.Open();
        await house.Hire(Role.Administrator, "Nadia Karim", "nadia@meridian.example");
        using var browser = house.Browser();
        if (asked is not null) browser.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", asked);
        var page = await browser.GetStringAsync("/desk/sign-in");
        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", page, StringComparison.Ordinal);
        Assert.Equal(language == "fa", page.Contains("گذرواژه", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_somebody_chose_goes_before_what_the_browser_asks_and_holds_in_every_browser_of_theirs()
    {
        await using var house = await TestHouse.Open();
        var moderator = await house.Hire(Role.Moderator, "Tomas Oyelaran", "tomas@meridian.example");
        using var here = await house.Enter(moderator.Id);
        using var there = await house.Enter(moderator.Id);
        here.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "ar");
        Assert.Contains("lang=\"ar\"", await here.GetStringAsync("/desk/replies"), StringComparison.Ordinal);

        using (var chosen = await here.Send("/desk/me/language", ("language", "fa"))) Assert.Equal("/desk/me?done=language", chosen.Headers.Location!.ToString());
        Assert.Contains("<h1>دیدگاه‌های منتظر", await here.GetStringAsync("/desk/replies"), StringComparison.Ordinal);
        Assert.Contains("<h1>دیدگاه‌های منتظر", await there.GetStringAsync("/desk/replies"), StringComparison.Ordinal);

        using (var back = await here.Send("/desk/me/language", ("language", "tlh"))) Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Contains("lang=\"ar\"", await here.GetStringAsync("/desk/replies"), StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", await there.GetStringAsync("/desk/replies"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_of_a_reply_is_called_by_its_name_in_every_list()
    {
        await using var scene = await Dateline.Tests.Replies.ReplyScene.Open();
        var reply = await scene.Receive();
        await scene.Approve();
        using var moderator = await scene.House.SignIn(Role.Moderator);
        moderator.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "fa");
        await scene.House.Write((db, _) =>
        {
            db.Add(new Dateline.Replies.Moderation.ReplyReport { Id = Guid.CreateVersion7(), ReplyId = reply.Id, Reason = "insult", ReporterKey = "one", At = TestHouse.Start });
            return Task.CompletedTask;
        });
        foreach (var (list, place) in new[] { ("/desk/replies/reports", ".waiting-head .mark"), ("/desk/replies/log", "tbody") })
            Assert.Contains("تأییدشده", new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await moderator.GetStringAsync(list)).QuerySelector(place)?.TextContent ?? $"nothing in {list}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_while_it_is_written_is_refused_in_the_language_of_whoever_asks()
    {
        await using var house = await TestHouse.Open();
        using var persian = await house.SignIn(Role.Moderator);
        using var english = await house.SignIn(Role.Moderator, "Jane Weld");
        persian.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "fa");
        // At once, many: the one who writes for all says to each what is theirs.
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async number =>
        {
            using var answer = await (number % 2 == 0 ? persian : english).Send("/desk/replies/bans", ("kind", "Name"), ("whom", "Somebody"), ("label", "x"), ("note", ""), ("days", "1"));
            return await answer.Content.ReadAsStringAsync();
        }));
        Assert.All(answers.Where((_, at) => at % 2 == 0), page => Assert.Contains("دلیل را تا ۱,۰۰۰ نویسه بنویسید", page, StringComparison.Ordinal));
        Assert.All(answers.Where((_, at) => at % 2 == 1), page => Assert.Contains("Say why, in up to 1,000 characters", page, StringComparison.Ordinal));
    }
}
