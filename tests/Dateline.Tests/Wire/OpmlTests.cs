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
    public async Task Two_publishers_with_feeds_of_one_name_stay_two_sources()
    {
        await using var wire = await WireHouse.Open();
        var outcome = await Import(wire, $"""
            <opml><body>
            <outline text="Harbour Wire"><outline text="World News" xmlUrl="https://harbour.example/world" htmlUrl="https://www.harbour.example/world"/></outline>
            <outline text="Lakes Press"><outline text="World News" xmlUrl="https://lakes.example/world" htmlUrl="https://lakes.example/"/><outline text="World News" xmlUrl="https://lakes.example/world2" htmlUrl="https://lakes.example/2"/></outline>
            <outline text="Harbour Wire"><outline text="World News" xmlUrl="https://harbour.example/world2" htmlUrl="https://harbour.example/"/></outline>
            <outline text="{new string('y', 200)}"><outline text="World News" xmlUrl="https://yards.example/world" htmlUrl="https://yards.example/"/></outline>
            <outline text="World News" xmlUrl="https://bays.example/world" htmlUrl="https://bays.example/"/>
            <outline text="World News" xmlUrl="https://unsaid.example/world"/>
            <outline text="Mornings"><outline text="Sport" xmlUrl="https://m.example/sport"/></outline><outline text="Evenings"><outline text="Sport" xmlUrl="https://e.example/sport"/></outline>
            </body></opml>
            """);
        Assert.Empty(outcome.Refused);
        Assert.Equal((6, 9), (outcome.Sources, outcome.Feeds));
        await using var db = wire.House.OpenDb();
        var names = await db.Sources.ToDictionaryAsync(source => source.Id, source => source.Name);
        var feeds = (await db.Feeds.ToListAsync()).ToDictionary(feed => feed.Url, feed => names[feed.SourceId]);
        Assert.Equal(("World News", "World News", "Lakes Press: World News", "Lakes Press: World News"), (feeds["https://harbour.example/world"], feeds["https://harbour.example/world2"], feeds["https://lakes.example/world"], feeds["https://lakes.example/world2"]));
        Assert.Equal(($"{new string('y', 50)}: World News", "bays.example: World News", "World News"), (feeds["https://yards.example/world"], feeds["https://bays.example/world"], feeds["https://unsaid.example/world"]));
        Assert.Equal(("Sport", "Evenings: Sport"), (feeds["https://m.example/sport"], feeds["https://e.example/sport"]));
    }

    [Fact]
    public void What_is_commented_out_is_not_read() => Assert.Equal(
        ["https://a.example/", "https://c.example/", "https://g.example/"],
        OpmlReader.Read("""
            <opml><body><outline text="A" xmlUrl="https://a.example/"/><!-- <outline text="B" xmlUrl="https://b.example/"/> <outline> --><outline text="C" xmlUrl="https://c.example/"/>
            <outline text="Old" isComment="true"><outline text="D" xmlUrl="https://d.example/"/><outline text="E"><outline text="E" xmlUrl="https://e.example/"/></outline></outline>
            <outline text="F" xmlUrl="https://f.example/" ISCOMMENT='true'/><outline text="G" isComment="false" xmlUrl="https://g.example/"/></body></opml>
            """u8).Select(feed => feed.Address));

    [Theory]
    [InlineData("windows-1251", "Гавань и море")]
    [InlineData("shift_jis", "港の新聞")]
    [InlineData("windows-1256", "أخبار الميناء")]
    public void The_encoding_that_it_declares_is_read(string encoding, string name)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><opml><body><outline text=\"{name}\" xmlUrl=\"https://a.example/\"/></body></opml>";
        Assert.Equal(name, Assert.Single(OpmlReader.Read(CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text))).Name);
    }

    [Fact]
    public void Attributes_without_quotes_are_read() => Assert.Equal(
        [new("https://a.example/feed?a=1", "Don't", "https://a.example/", null), new("https://b.example/feed.xml", "B > C", null, null), new OpmlFeed("https://d.example/rss", "D", null, null, "Coasts")],
        OpmlReader.Read("""<opml><outline text=Don't xmlUrl=https://a.example/feed?a=1 htmlUrl=https://a.example/ /><outline text="B > C" xmlUrl=https://b.example/feed.xml/><outline text=Coasts><outline type=rss url = https://d.example/rss text=D></outline></outline></opml>"""u8));

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
            [new("https://harbour.example/feed?a=1&b=2", one.Name, one.Site, "en", one.Name), new("https://harbour.example/sport", one.Name, one.Site, "en", one.Name), new("https://lakes.example/feed", two.Name, two.Site, "en")],
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
