using Dateline.Site;
using Dateline.Stories;
using Dateline.Tests.House;

namespace Dateline.Tests.Site;

public class FrontPlanTests
{
    private static readonly Topic Sea = new() { Key = "sea", Names = new Dictionary<string, string> { ["en"] = "Sea" } };

    private static StoryCard Card(int number, bool picture, bool summary = true, double hoursAgo = 0) => new()
    {
        Id = Guid.CreateVersion7(),
        Key = $"key{number}",
        Edition = "en",
        Language = "en",
        Headline = $"Story {number}",
        Path = $"/en/key{number}/story",
        Summary = summary ? "What happened." : null,
        Urgent = false,
        PublishedAt = TestHouse.Start.AddHours(-hoursAgo).AddSeconds(-number),
        UpdatedAt = TestHouse.Start,
        Topics = ["sea"],
        Picture = picture ? new PublicPicture(Guid.CreateVersion7(), 1200, 800, [480], null, "", null, null, true) : null,
    };

    /// <summary>Every number of stories, every mix with and without pictures, at every place of the front.</summary>
    [Fact]
    public void A_section_leaves_no_cell_empty_whatever_it_is_made_of()
    {
        for (var count = 2; count <= FrontSection.Most; count++)
            for (var mix = 0; mix < 1 << count; mix++)
                for (var place = 0; place < 3; place++)
                {
                    var stories = Enumerable.Range(0, count).Select(number => Card(number, (mix >> number & 1) == 1)).ToList();
                    var section = FrontSection.Of(Sea, stories, place);
                    var told = $"{count} stories, pictures {mix:b8}, place {place}: {string.Join(", ", section.Bands.Select(band => $"{band.Name} {band.Columns}+{band.Stack.Count()}"))}";
                    var shown = section.Bands.SelectMany(band => band.Stories).ToList();
                    Assert.True(shown.Distinct().Count() == shown.Count && shown.Count >= 2, told);
                    Assert.All(section.Bands, band => Assert.True(IsFull(band), told));
                    if (mix != 0) Assert.True(section.Bands[0].ShowsPicture, told);
                }
    }

    private static bool IsFull(FrontBand band) => band.Shape switch
    {
        BandShape.Large => band.Stories[0].Picture is not null && band.Stack.Count() is >= 1 and <= 3,
        BandShape.Pair => band.Stories.Take(2).All(card => card.Picture is not null) && band.Stack.Count() is 2 or 3,
        BandShape.Pictures => band.Stories.All(card => card.Picture is not null) && band.Columns is >= 2 and <= 4 && !band.Stack.Any(),
        _ => band.Columns is >= 2 and <= 4 && !band.Stack.Any(),
    };

    [Fact]
    public void Bulletins_do_not_push_the_days_news_from_the_top()
    {
        var bulletins = Enumerable.Range(0, 30).Select(number => Card(number, picture: false, summary: number % 2 == 0));
        var news = new[] { Card(40, picture: true, summary: false, hoursAgo: 3), Card(41, picture: true, hoursAgo: 5), Card(42, picture: true, hoursAgo: 6), Card(43, picture: true, hoursAgo: 30) };
        var plan = FrontPlan.Of([.. bulletins, .. news], [Sea], TestHouse.Start);
        Assert.Equal("Story 41", plan.Lead!.Headline);
        Assert.Equal(["Story 42", "Story 40"], plan.Seconds.Select(card => card.Headline));
        Assert.Equal("Story 0", plan.Latest[0].Headline);

        // Without any picture that is of the day, words lead that have something under them.
        plan = FrontPlan.Of([Card(1, picture: false, summary: false), Card(2, picture: false), Card(43, picture: true, hoursAgo: 30)], [Sea], TestHouse.Start);
        Assert.Equal("Story 2", plan.Lead!.Headline);
    }

    [Fact]
    public void No_picture_stands_on_a_front_twice_and_a_bulletins_line_leads_nothing()
    {
        StoryCard Shown(int number, string color, string summary) => Card(number, picture: true) is var card ? card with { Summary = summary, Picture = card.Picture! with { Color = color } } : card;
        var told = new string('w', 80);
        var bulletin = Shown(0, "#101010", "The count at noon.");
        var plan = FrontPlan.Of([bulletin, Shown(1, "#101010", told), Shown(2, "#202020", told), Shown(3, "#202020", told), Shown(4, "#303030", told),
            .. Enumerable.Range(5, 20).Select(number => Shown(number, $"#4040{number % 5}0", told))], [Sea], TestHouse.Start);
        Assert.Equal("Story 1", plan.Lead!.Headline);
        Assert.Equal(["Story 2", "Story 4"], plan.Seconds.Select(card => card.Headline));
        Assert.Contains(bulletin, plan.Latest);
        var pictures = new[] { plan.Lead! }.Concat(plan.Seconds).Concat(plan.Sections.SelectMany(section => section.Bands.Where(band => band.ShowsPicture).SelectMany(band => band.Stories.Take(band.Columns)))).Select(card => card.Picture?.Color).OfType<string>().ToList();
        Assert.True(pictures.Count > 4);
        Assert.Equal(pictures.Count, pictures.Distinct().Count());
    }

    [Fact]
    public void As_many_briefs_stand_beside_the_top_as_come_to_its_height()
    {
        FrontPlan Of(int letters) => FrontPlan.Of([Card(0, picture: true), Card(1, picture: true), Card(2, picture: true),
            .. Enumerable.Range(3, 30).Select(number => Card(number, picture: false) with { Headline = new string('w', letters) })], [], TestHouse.Start);
        Assert.True(Of(30).Latest.Count > Of(120).Latest.Count);
        Assert.InRange(Of(400).Latest.Count, FrontPlan.ColumnOfBriefs, FrontPlan.ColumnOfBriefs); // below that they stand under the top
        Assert.InRange(Of(1).Latest.Count, 10, 16);
    }
}
