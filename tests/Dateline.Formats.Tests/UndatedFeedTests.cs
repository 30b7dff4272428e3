namespace Dateline.Formats.Tests;

/// <summary>A feed of items without any time: none is invented that a reader would take for theirs.</summary>
public class UndatedFeedTests
{
    private static readonly FeedHead Head = new() { Title = "Harbour Wire", Link = "https://wire.example/", Id = "urn:wire.example:feed" };
    private static readonly NewsItem Undated = new() { Uri = "urn:wire.example:1", Headline = "Ferries sail again", Body = new NewsBody("<p>They sail.</p>", BodyKind.Html) };

    [Theory]
    [InlineData(NewsTarget.Rss)]
    [InlineData(NewsTarget.Atom)]
    [InlineData(NewsTarget.JsonFeed)]
    public async Task Nothing_that_comes_back_has_one(NewsTarget target)
    {
        var sent = new DateTimeOffset(2026, 11, 16, 10, 12, 0, TimeSpan.Zero);
        var canceled = new NewsItem { Uri = "urn:wire.example:2", Status = PubStatus.Canceled };
        using var stream = new MemoryStream();
        await NewsWriter.WriteAsync(stream, target, new WireEnvelope("Harbour Wire", sent), Head, new[] { Undated, canceled }.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        stream.Position = 0;
        var reading = await FeedReading.OfAsync(stream);
        Assert.Null(reading.Head.Updated);
        var item = Assert.Single(reading.Items);
        Assert.Equal((null, null, null), (item.Published, item.Updated, item.VersionCreated));
        Assert.All(reading.Parts.OfType<Tombstone>(), gone => Assert.Null(gone.When));
        Assert.Equal(target == NewsTarget.Atom ? 1 : 0, reading.Parts.OfType<Tombstone>().Count());
    }
}
