using System.Globalization;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Site;

/// <summary>What is kept of a page that nothing happens to, as the day goes on.</summary>
public class DayTests
{
    [Fact]
    public async Task A_quiet_site_is_dated_today_after_midnight_and_says_of_what_day_its_stories_are()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        foreach (var number in Enumerable.Range(1, 6)) await cast.Publish(house, cast.Own($"Strait reopens {number}", "Text."), "sea");
        var story = await cast.Publish(house, cast.Own("Lakes accord signed", "Text."), "sea");
        foreach (var page in new[] { "/en", story.Path })
        {
            Assert.DoesNotContain("class=\"day\"", (await house.Get(page)).Text, StringComparison.Ordinal);
            Assert.NotNull(house.Services.GetRequiredService<PageCache>().Find(page));
        }
        var today = TestHouse.Start.ToOffset(TimeSpan.FromHours(1)).ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);
        Assert.Contains(today, (await house.Get("/en")).Text, StringComparison.Ordinal);

        house.Clock.Advance(TimeSpan.FromHours(24));
        var (_, front) = await house.Get("/en");
        Assert.DoesNotContain(today, front, StringComparison.Ordinal);
        // Once for the day, not with each of its stories.
        foreach (var text in new[] { front, (await house.Get(story.Path)).Text }) Assert.Single(text.Split("class=\"day\"")[1..]);
    }

    [Fact]
    public async Task An_urgent_story_stands_above_the_front_in_the_pattern_of_the_house_and_for_its_hours_alone()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        await house.Write(async (db, stop) =>
        {
            var edition = (await db.FindAsync<Edition>(["en"], stop))!;
            edition.Style = edition.Style with { CreditPattern = "[{source}] {headline}" };
            db.Journal.Add(new HouseChanged());
        });
        var urgent = cast.Carried("Dyke breaks at Corvane", "Text.");
        urgent.Urgent = true;
        await cast.Publish(house, urgent, "sea");
        await cast.Publish(house, cast.Own("Strait reopens", "Text."), "sea");
        Assert.Contains("</strong> <a class=\"credit\" href=\"/en/source/harbour-wire\">[<bdi>Harbour Wire</bdi>]</a> <a href=\"" + urgent.Path, (await house.Get("/en")).Text, StringComparison.Ordinal);

        house.Clock.Advance(TimeSpan.FromHours(6) + TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("class=\"urgent\"", (await house.Get("/en")).Text, StringComparison.Ordinal);
    }
}
