using Dateline.Formats;
using Dateline.Foundation.Markup;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;

namespace Dateline.Tests.Wire;

public class WireCopyTests
{
    private static readonly Source Source = new() { Id = Guid.CreateVersion7(), Key = "harbour-wire", Name = "Harbour Wire", Site = "https://harbour-wire.example/", Language = "en" };

    private static WireCopy Copy(NewsItem news) => WireCopy.Of(
        new WireItem { Id = Guid.CreateVersion7(), SourceId = Source.Id, Guid = "a", Edition = "en", Headline = news.Headline ?? "", Link = "https://harbour-wire.example/a", ReceivedAt = TestHouse.Start, ChangedAt = TestHouse.Start },
        new WireVersion { ItemId = Guid.CreateVersion7(), Number = 1, Hash = "", News = news, ReceivedAt = TestHouse.Start }, Source);

    [Theory]
    [InlineData("Harbour Wire/ Strait reopens", "Strait reopens")]
    [InlineData("HARBOUR WIRE/Strait reopens", "Strait reopens")]
    [InlineData("Harbour Wire reports a strike", "Harbour Wire reports a strike")]
    [InlineData("Lakes News/ Strait reopens", "Lakes News/ Strait reopens")]
    [InlineData("Harbour Wire/", "Harbour Wire/")]
    public void The_sources_own_prefix_is_not_written_twice(string sent, string shown) => Assert.Equal(shown, Copy(new NewsItem { Headline = sent }).Headline);

    [Fact]
    public void The_credit_names_every_hand_the_story_went_through()
    {
        var credit = Copy(new NewsItem
        {
            Headline = "Strait reopens",
            Byline = "Leila Moradi",
            Published = TestHouse.Start.AddHours(-2),
            Credit = new Dateline.Formats.Credit
            {
                Source = "Qalatain Dispatch",
                SourceUrl = "https://qalatain.example/",
                Distributor = "Strait Exchange",
                CopyrightNotice = "© Qalatain Dispatch",
                Hops = [new("Lakes News", "translated", TestHouse.Start.AddHours(-1))],
            },
        }).Credit;

        Assert.Equal(
            [("Qalatain Dispatch", HopRole.Original), ("Lakes News", HopRole.Distributor), ("Strait Exchange", HopRole.Distributor), ("Harbour Wire", HopRole.Carrier)],
            credit.Hops.Select(hop => (hop.Name, hop.Role)));
        Assert.Equal((TestHouse.Start.AddHours(-2), TestHouse.Start.AddHours(-1)), (credit.Hops[0].At, credit.Hops[1].At));
        Assert.Equal(("Harbour Wire", "https://harbour-wire.example/a", "Leila Moradi", "© Qalatain Dispatch"), (credit.Source, credit.SourceUrl, credit.Byline, credit.CopyrightNotice));
        Assert.True(credit.IsWhole);
    }

    [Theory]
    [InlineData("Harbour Wire", null)]
    [InlineData(" HARBOUR WIRE ", null)]
    [InlineData("Qalatain Dispatch", null)]
    [InlineData("Leila Moradi", "Leila Moradi")]
    [InlineData("Leila Moradi, Harbour Wire", "Leila Moradi, Harbour Wire")]
    public void An_agency_is_no_person_who_signed(string byline, string? kept) =>
        Assert.Equal(kept, Copy(new NewsItem { Headline = "Strait reopens", Byline = byline, Credit = new Dateline.Formats.Credit { Source = "Qalatain Dispatch" } }).Credit.Byline);

    [Fact]
    public void A_source_that_names_nobody_else_is_the_original()
    {
        var credit = Copy(new NewsItem { Headline = "Strait reopens", Credit = new Dateline.Formats.Credit { Source = "harbour wire" } }).Credit;
        Assert.Equal(("Harbour Wire", HopRole.Original), (Assert.Single(credit.Hops).Name, credit.Hops[0].Role));
        Assert.True(credit.IsWhole);
    }

    [Fact]
    public void The_body_is_blocks_without_a_remote_picture_or_a_script()
    {
        var copy = Copy(new NewsItem { Headline = "x", Body = new NewsBody("<p onclick=x()>Ships <b>pass</b>.</p><script>x()</script><img src=https://spy.example/1.gif><p>Pilots return.</p>", BodyKind.Html) });
        Assert.Equal(2, copy.Body.Blocks.Count);
        Assert.DoesNotContain("spy.example", System.Text.Json.JsonSerializer.Serialize(copy.Body.Blocks.Select(block => block.ToString())), StringComparison.Ordinal);
    }
}
