using Dateline.Search;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Search;

public class SourceSweepTests
{
    [Fact]
    public async Task All_stories_of_a_source_are_found_by_its_new_name_and_none_by_the_old_one()
    {
        const int Stories = SourceSweeping.Stories * 2 + 3; // more than two steps
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        for (var n = 0; n < Stories; n++) await cast.Publish(house, cast.Carried($"Ferry {n} runs aground", "All aboard are safe.")); // at one instant: the cursor must not lose one
        await cast.Publish(house, cast.Carried("Perch are back", "One two three four.", cast.LakesNews));
        await Eventually.Holds(async () => await Rows(house, "harbour") == Stories && await Rows(house, "lakes") == 1, "the index knows them by the old name");

        await house.Write(async (db, stop) => Assert.Null(await SourceChanges.Change(
            db, cast.HarbourWire.Id, cast.HarbourWire.Version, new SourceDraft("Quayside Bulletin", cast.HarbourWire.Site, "en"), stop)));

        await Eventually.Holds(async () => await Rows(house, "quayside") == Stories && await Rows(house, "harbour") == 0, "the index knows them by the new name");
        Assert.Equal(1, await Rows(house, "lakes"));
        Assert.Contains("runs aground", (await house.Get("/en/search?q=quayside")).Text, StringComparison.Ordinal);
        await Eventually.Holds(async () =>
        {
            await using var db = house.OpenDb();
            return !await db.Set<SourceSweep>().AnyAsync();
        }, "the sweep is over");
    }

    private static async Task<int> Rows(TestHouse house, string word)
    {
        await using var db = house.OpenDb();
        return await db.Set<SearchRow>().CountAsync(row => row.Headline.Contains(word));
    }
}
