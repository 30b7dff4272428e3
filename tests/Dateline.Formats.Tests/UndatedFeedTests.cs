namespace Dateline.Formats.Tests;

/// <summary>A feed of items without any time: none is invented that a reader would take for theirs.</summary>
public class UndatedFeedTests
{
    private static readonly FeedHead Head = new() { Title = "Harbour Wire", Link = "https://wire.example/", Id = "urn:wire.example:feed" };
    private static readonly NewsItem Undated = new() { Uri = "urn:wire.example:1", Headline = "Ferries sail again", Body = new NewsBody("<p>They sail.</p>", BodyKind.Html) };

    [Fact]
    public async Task Who_edited_an_item_without_an_author_does_not_become_one_in_Atom()
    {
        using var stream = new MemoryStream();
        var edited = Undated with { Contributors = [new Contributor("Jon Hale", "editor")] };
        await NewsWriter.WriteAsync(stream, NewsTarget.Atom, new WireEnvelope("Harbour Wire", DateTimeOffset.UnixEpoch), Head, new[] { edited }.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        stream.Position = 0;
        var item = Assert.Single((await FeedReading.OfAsync(stream)).Items);
        Assert.Null(item.Byline);
        Assert.Empty(item.Authors);
        Assert.Equal("Jon Hale", Assert.Single(item.Contributors).Name);
    }

    [Fact]
    public async Task The_name_that_ninjs_wants_of_a_picture_is_no_caption_and_the_address_of_a_vocabulary_comes_back()
    {
        var sent = Undated with { Media = [new Media("https://wire.example/a.jpg", "image/jpeg")], Subjects = [new Subject("https://wire.example/tag/Economy", "Trade", "Trade")] };
        using var stream = new MemoryStream();
        await NewsWriter.WriteItemAsync(stream, NewsTarget.Ninjs31, new WireEnvelope("Harbour Wire", DateTimeOffset.UnixEpoch), sent, TestContext.Current.CancellationToken);
        stream.Position = 0;
        var item = Assert.Single((await FeedReading.OfAsync(stream)).Items);
        Assert.Null(Assert.Single(item.Media).Caption);
        Assert.Equal(sent.Subjects, item.Subjects);
    }

    [Fact]
    public async Task A_vocabulary_of_the_IPTC_goes_by_its_alias_however_it_is_named() =>
        Assert.Equal(new Subject("medtop", "20000533", "strike"), Assert.Single(Assert.Single((await FeedReading.OfAsync("""{"uri":"urn:wire.example:1","type":"text","headline":"Ferries","subject":[{"code":"20000533","name":"strike","scheme":"http://cv.iptc.org/newscodes/mediatopic/"}]}""")).Items).Subjects));

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
