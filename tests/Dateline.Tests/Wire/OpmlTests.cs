using System.Text;
using Dateline.Formats.Tests;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Dateline.Wire.Opml;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Wire;

public class OpmlTests
{
    private static async Task<OpmlOutcome> Import(WireHouse wire, string text, string? edition = null) =>
        (await wire.House.Writes.Run((db, stop) => OpmlImport.Perform(db, OpmlReader.Read(Encoding.UTF8.GetBytes(text)), edition, wire.Now, stop), default)).Value;

    [Fact]
    public async Task Nested_outlines_become_sources_and_feeds_and_nothing_is_asked_meanwhile()
    {
        await using var wire = await WireHouse.Open();
        var outcome = await Import(wire, """
            <?xml version="1.0" encoding="utf-8"?>
            <!DOCTYPE opml [<!ENTITY evil SYSTEM "file:///etc/passwd">]>
            <opml version="2.0"><head><title>Lists &evil;</title></head><body>
              <outline text="Coasts">
                <outline text="Harbour Wire" type="rss" xmlUrl="https://harbour.example/feed?a=1&b=2" htmlUrl="https://harbour.example/"/>
                <outline TEXT='Lakes &amp; Rivers' XMLURL='https://lakes.example/rss' language='en'><outline text="deeper" xmlUrl="https://deeper.example/atom" /></outline>
                <outline text="Harbour Wire" xmlUrl="https://harbour.example/sport" />
              </outline>
              <outline text="A folder without a feed" />
              <outline title="No text" xmlUrl="https://no-text.example/feed"
            """ + "/>");

        Assert.Equal((4, 5, 0), (outcome.Sources, outcome.Feeds, outcome.Known));
        Assert.Empty(outcome.Refused);
        await using var db = wire.House.OpenDb();
        Assert.Equal(["Harbour Wire", "Lakes & Rivers", "No text", "deeper"], (await db.Sources.Select(source => source.Name).ToListAsync()).Order(StringComparer.Ordinal));
        var feeds = await db.Feeds.OrderBy(feed => feed.DueAt).ToListAsync();
        Assert.Equal(feeds.Select((_, n) => wire.Now.AddSeconds(n)), feeds.Select(feed => feed.DueAt!.Value));
        Assert.Contains(feeds, feed => feed.Url == "https://harbour.example/feed?a=1&b=2");
    }

    [Fact]
    public async Task What_is_known_stays_and_what_cannot_be_is_named()
    {
        await using var wire = await WireHouse.Open();
        var source = await wire.Source("Harbour Wire");
        await wire.FeedAt(source, "https://harbour.example/feed");
        var list = """
            <opml><body><outline text="Other name" xmlUrl="https://harbour.example/feed"/><outline text="harbour wire" xmlUrl="https://harbour.example/two"/>
            <outline text="X" xmlUrl="https://harbour.example/two"/><outline text="Bad" xmlUrl="file:///etc/passwd"/><outline text="Drop" xmlUrl="drop:x"/><outline text="Script" xmlUrl="javascript:alert(1)"/></body></opml>
            """;
        var outcome = await Import(wire, list);
        Assert.Equal((0, 1, 2), (outcome.Sources, outcome.Feeds, outcome.Known));
        Assert.Equal(["file:///etc/passwd", "drop:x", "javascript:alert(1)"], outcome.Refused.Select(refused => refused.Address));
        var again = await Import(wire, list);
        Assert.Equal((0, 0, 3), (again.Sources, again.Feeds, again.Known));
    }

    [Fact]
    public async Task What_is_written_is_read_again_and_holds_no_secret()
    {
        await using var wire = await WireHouse.Open();
        var (one, two) = (await wire.Source("Harbour & Sons"), await wire.Source("أخبار البحيرات"));
        await wire.FeedAt(one, "https://harbour.example/feed?a=1&b=2", more: feed => (feed.UserName, feed.Password) = ("meridian", "hidden-word"));
        await wire.FeedAt(one, "https://harbour.example/sport");
        await wire.FeedAt(one, "drop:");
        await wire.FeedAt(two, "https://lakes.example/feed");
        await using var db = wire.House.OpenDb();
        var feeds = (await db.Feeds.OrderBy(feed => feed.Url).ToListAsync()).ToLookup(feed => feed.SourceId);
        var file = OpmlWriter.Write("Sources", new[] { one, two }.Select(source => (source, (IReadOnlyList<Feed>)[.. feeds[source.Id]])), wire.Now);

        Assert.True(OpmlReader.IsOpml(file));
        Assert.DoesNotContain("hidden-word", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.DoesNotContain("meridian", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.Equal(
            [new("https://harbour.example/feed?a=1&b=2", one.Name, one.Site, "en"), new("https://harbour.example/sport", one.Name, one.Site, "en"), new("https://lakes.example/feed", two.Name, two.Site, "en")],
            OpmlReader.Read(file));
    }

    [Fact]
    public void Any_cut_of_a_list_gives_the_feeds_that_were_whole()
    {
        var whole = Encoding.UTF8.GetBytes("""<opml><body><outline text="A > B" xmlUrl="https://a.example/"/><outline text='C' xmlUrl='https://c.example/'/></body></opml>""");
        for (var length = 0; length <= whole.Length; length++) Assert.InRange(OpmlReader.Read(whole.AsSpan(0, length)).Count, 0, 2);
        Assert.Equal(["https://a.example/", "https://c.example/"], OpmlReader.Read(whole).Select(feed => feed.Address));
    }

    [Fact]
    public void No_bytes_make_it_fail() => Prop.ForAll<byte[]>(bytes => OpmlReader.Read([.. "<outline "u8, .. bytes ?? []]).Count <= 1_000).QuickCheckThrowOnFailure();

    [Fact]
    public void Letters_of_other_encodings_are_read()
    {
        const string Text = """<opml><outline text="Señal" xmlUrl="https://a.example/"/></opml>""";
        foreach (var encoding in (Encoding[])[Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(true)])
            Assert.Equal("Señal", Assert.Single(OpmlReader.Read([.. encoding.Equals(Encoding.Latin1) ? [] : encoding.GetPreamble(), .. encoding.GetBytes(Text)])).Name);
    }

    [Fact]
    public void A_quote_without_end_costs_a_moment_not_a_minute()
    {
        var text = string.Concat(Enumerable.Repeat("<outline text=\"", 100_000));
        Assert.Empty(OpmlReader.Read(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    [Trait("Soak", "yes")]
    public Task No_mutation_of_a_list_does_harm() => Soak.Repeat("mutated lists, a hundred a round", inSuite: 2, seed =>
    {
        var list = Encoding.UTF8.GetBytes("""
            <?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>Coasts</title><dateCreated>Mon, 16 Nov 2026 08:30:00 GMT</dateCreated></head><body><outline text="Coasts">
            <outline text="Harbour &amp; Wire" type="rss" xmlUrl="https://harbour.example/feed?a=1&b=2" htmlUrl="https://harbour.example/" language="en"/>
            <outline TEXT='Lakes' XMLURL='https://lakes.example/rss'><outline text="deeper" xmlUrl="https://deeper.example/atom" /></outline></outline></body></opml>
            """);
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var mutated = new Mutations(random.Next()).Of(list, list);
            _ = OpmlReader.IsOpml(mutated);
            Assert.InRange(OpmlReader.Read(mutated).Count, 0, OpmlReader.MostFeeds);
        }

        return Task.CompletedTask;
    });
}
