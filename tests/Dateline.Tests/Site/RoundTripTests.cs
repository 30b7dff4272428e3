using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.Extensions.Logging;

namespace Dateline.Tests.Site;

/// <summary>How often a page asks the database. Counted from what Entity Framework says of each command.</summary>
public class RoundTripTests
{
    [Fact]
    public async Task A_page_takes_three_round_trips_at_most_and_none_once_it_is_kept()
    {
        await using var house = await TestHouse.Open(
            builder => builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Information), options: given => given with { Worker = false });
        var cast = await Cast.Enter(house);
        foreach (var number in Enumerable.Range(0, 12)) await cast.Publish(house, cast.Carried($"Strait reopens {number}", "Text."), "sea");
        var story = await cast.Publish(house, await cast.WithPicture(house, cast.Carried("Lakes accord signed", "Text.")), "sea", "water");
        await using var db = house.OpenDb();
        var shown = (await db.FindPublicStory(story.Key, house.Clock.Now(), default))!;
        await house.Get(story.Path + "/reply"); // the register of names is read once for all pages

        string[] pages = [story.Path, "/en", "/en/topic/sea", "/en/source/harbour-wire"];
        foreach (var page in pages)
        {
            var before = Commands(house);
            await house.Get(page);
            Assert.True(Commands(house) - before is >= 1 and <= 3, $"{page} took {Commands(house) - before} round trips");
        }
        string[] all = [.. pages, .. Surfaces.All.Where(surface => surface != Surfaces.Search && surface != Surfaces.ReplyPages && surface != Surfaces.OldAddresses).SelectMany(surface => surface.Addresses(shown))];
        foreach (var page in all) await house.Get(page);
        var kept = Commands(house);
        foreach (var page in all) await house.Get(page);
        Assert.Equal(kept, Commands(house));
    }

    /// <summary>The node's own question each second, whether the journal has news, is no page's.</summary>
    private static int Commands(TestHouse house) => house.Log.All.Count(line =>
        line.Contains("Executed DbCommand", StringComparison.Ordinal) && !line.Contains("\"journal\"", StringComparison.Ordinal) && !line.Contains("PRAGMA", StringComparison.Ordinal));
}
