using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Dateline.Formats.Tests;

/// <summary>What an item hasn't isn't invented by a format, and what is odd in it isn't lost, unless the contract says so.</summary>
public class NewsTargetGapTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 15, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Each takes one thing away from a whole item, or makes it odd.</summary>
    private static readonly Dictionary<string, Func<NewsItem, NewsItem>> Gaps = new(StringComparer.Ordinal)
    {
        ["nothing"] = i => i,
        ["no version"] = i => i with { Version = null },
        ["no headline"] = i => i with { Headline = null },
        ["no slugline"] = i => i with { Slugline = null },
        ["no summary"] = i => i with { Summary = null },
        ["no body"] = i => i with { Body = null },
        ["neither summary nor body"] = i => i with { Summary = null, Body = null },
        ["no byline"] = i => i with { Byline = null },
        ["no authors"] = i => i with { Authors = [] },
        ["nobody who wrote it"] = i => i with { Authors = [], Byline = null },
        ["nobody at all"] = i => i with { Authors = [], Byline = null, Credit = null },
        ["no credit"] = i => i with { Credit = null },
        ["no source"] = i => i with { Credit = i.Credit! with { Source = null } },
        ["no address of the source"] = i => i with { Credit = i.Credit! with { SourceUrl = null } },
        ["no source and no address of it"] = i => i with { Credit = i.Credit! with { Source = null, SourceUrl = null } },
        ["no distributor"] = i => i with { Credit = i.Credit! with { Distributor = null } },
        ["no provider"] = i => i with { Credit = i.Credit! with { Provider = null } },
        ["no credit line"] = i => i with { Credit = i.Credit! with { CreditLine = null } },
        ["no holder"] = i => i with { Credit = i.Credit! with { CopyrightHolder = null } },
        ["no notice"] = i => i with { Credit = i.Credit! with { CopyrightNotice = null } },
        ["no terms"] = i => i with { Credit = i.Credit! with { UsageTerms = null } },
        ["no hops"] = i => i with { Credit = i.Credit! with { Hops = [] } },
        ["hops alone"] = i => i with { Credit = new Credit { Provider = "Relay", Hops = i.Credit!.Hops } },
        ["an address of the source alone"] = i => i with { Credit = new Credit { Provider = "Relay", SourceUrl = "https://alpine.example/" } },
        ["no dateline"] = i => i with { PlaceLine = null },
        ["no language"] = i => i with { Language = null },
        ["no first version"] = i => i with { FirstCreated = null },
        ["no publication"] = i => i with { Published = null },
        ["no change"] = i => i with { Updated = null },
        ["no time"] = i => i with { FirstCreated = null, VersionCreated = null, Published = null, Updated = null },
        ["no urgency"] = i => i with { Urgency = null },
        ["no genres"] = i => i with { Genres = [] },
        ["no subjects"] = i => i with { Subjects = [] },
        ["no keywords"] = i => i with { Keywords = [] },
        ["no links"] = i => i with { Links = [] },
        ["no media"] = i => i with { Media = [] },
        ["a subject without a code"] = i => i with { Subjects = [new Subject(null, null, "Harbours")] },
        ["a subject whose code has a blank"] = i => i with { Subjects = [new Subject("desk", "har 1", "Harbours")] },
        ["a subject whose vocabulary ends without a stroke"] = i => i with { Subjects = [new Subject("https://own.example/tag/Economy", "Trade", "Trade"), new Subject("https://own.example/tag/Economy", "Ports", null)] },
        ["a subject whose code has a stroke"] = i => i with { Subjects = [new Subject("https://own.example/tag/", "Economy/Trade", "Trade")] },
        ["a medium of a stream's type"] = i => i with { Media = [new Media("https://wire.example/1.m3u8", "application/vnd.apple.mpegurl") { Caption = "A ferry" }] },
        ["a subject of a code alone"] = i => i with { Subjects = [new Subject("medtop", "20000634", null)] },
        ["a page with its type and language"] = i => i with { Links = [new Link("alternate", "https://wire.example/1", "text/html") { HrefLang = "en" }] },
        ["an address of the source that has a path"] = i => i with { Credit = i.Credit! with { Source = null, SourceUrl = "https://alpine.example/news" } },
        ["an author of a mail address alone"] = i => i with { Byline = null, Authors = [new Author(null, "ida@wire.example")] },
        ["a version of words"] = i => i with { Version = "v 2" },
        ["terms of two lines"] = i => i with { Credit = i.Credit! with { UsageTerms = "Print only.\nNot for < sale." } },
        ["a notice of two lines"] = i => i with { Credit = i.Credit! with { CopyrightNotice = "© 2026 Alpine\nAll rights" } },
        ["a medium of no type"] = i => i with { Media = [new Media("https://wire.example/1.jpg") { Caption = "A ferry", Credit = "Alpine" }] },
        ["links elsewhere alone"] = i => i with { Links = [new Link("related", "https://wire.example/more")] },
        ["a byline with places"] = i => i with { Byline = "Ida Lund in Oslo and Pia Berg, Alpine News", Authors = [new Author("Ida Lund"), new Author("Pia Berg")] },
        ["a language with an underscore"] = i => i with { Language = "pt_BR" },
    };

    private static readonly NewsItem Whole = new()
    {
        Uri = "tag:wire.example,2026:1",
        Version = "3",
        Headline = "Ferries sail again",
        Slugline = "FERRIES",
        Summary = "They sailed on Monday.",
        Body = new NewsBody("<p>They sailed on Monday, the board said.</p>", BodyKind.Html),
        Byline = "Ida Lund",
        Authors = [new Author("Ida Lund")],
        PlaceLine = new PlaceLine("QUAYTOWN, Nov 16", "QUAYTOWN", new DateOnly(2026, 11, 16)),
        Language = "en",
        FirstCreated = Day,
        VersionCreated = Day.AddHours(1),
        Published = Day.AddHours(2),
        Updated = Day.AddHours(3),
        Urgency = 4,
        Genres = ["Analysis"],
        Subjects = [new Subject("medtop", "20000634", "Harbours")],
        Keywords = ["ferries"],
        Links = [new Link("alternate", "https://wire.example/1")],
        Media = [new Media("https://wire.example/1.jpg", "image/jpeg") { Caption = "A ferry", Credit = "Alpine", Copyright = "© Alpine" }],
        Credit = new Credit { Source = "Alpine", SourceUrl = "https://alpine.example/", Distributor = "Coast", Provider = "Relay", CreditLine = "Alpine/Coast", CopyrightHolder = "Alpine Ltd", CopyrightNotice = "© 2026 Alpine", UsageTerms = "Print only", Hops = [new Hop("First", "created", Day), new Hop("Relay", "transformed", Day.AddHours(1))] },
    };

    public static TheoryData<NewsTarget, string> All
    {
        get
        {
            var all = new TheoryData<NewsTarget, string>();
            foreach (var target in Enum.GetValues<NewsTarget>())
                foreach (var gap in Gaps.Keys) all.Add(target, gap);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_is_invented_for_what_is_missing_and_nothing_lost_beside_it(NewsTarget target, string gap)
    {
        var sent = Gaps[gap](Whole);
        var got = await NewsTargetTests.ThereAndBack(target, sent);
        var wrong = new List<string>();
        foreach (var (name, of) in NewsTargetTests.Properties)
        {
            if (target.Loses.Contains(name) || (of(Expected(target, sent)) ?? "") == (of(got) ?? "")) continue;
            wrong.Add($"{name}: {of(sent)} -> {of(got)}");
        }

        Assert.True(wrong.Count == 0, $"{target}, {gap}:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [MemberData(nameof(NewsTargetTests.Targets), MemberType = typeof(NewsTargetTests))]
    public async Task What_no_item_has_nobody_reads(NewsTarget target)
    {
        var got = await NewsTargetTests.ThereAndBack(target, new NewsItem { Uri = "tag:wire.example,2026:1", Headline = "Ferries sail again" });
        Assert.Empty(got.Authors);
        Assert.Null(got.Byline);
        Assert.True(got.Credit is null or { Source: null, SourceUrl: null, Distributor: null, CreditLine: null, Hops.Count: 0 }, $"{got.Credit}");
        Assert.DoesNotContain(1970, new[] { got.FirstCreated?.Year, got.VersionCreated?.Year, got.Published?.Year, got.Updated?.Year });
    }

    [Theory]
    [InlineData(NewsTarget.NewsMlG2, "newsml-g2-2.35.xsd")]
    [InlineData(NewsTarget.Nitf, "nitf-3-6.xsd")]
    public async Task What_is_written_is_valid_whatever_is_missing(NewsTarget target, string schema)
    {
        Assert.SkipWhen(Schemas.Folder is null, "not checked: no schemas");
        var set = Schemas.Load(Path.Combine(Schemas.Folder, schema));
        var wrong = new List<string>();
        foreach (var (gap, made) in Gaps)
        {
            using var stream = new MemoryStream(await NewsTargetTests.Written(target, made(Whole)));
            XDocument.Load(stream).Validate(set, (_, e) => wrong.Add($"{gap}: {e.Message}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Our_own_hop_is_not_the_source_of_an_item_that_has_none()
    {
        var stream = new MemoryStream();
        await Dateline.Formats.Nitf.NitfWriter.WriteAsync(stream, new WireEnvelope("Ostmark Wire", Day) { OwnHop = new Hop("Ostmark Wire", "transformed", Day) }, Whole with { Credit = null }, TestContext.Current.CancellationToken);
        var credit = Assert.Single((await FeedReading.OfAsync(stream.ToArray())).Items).Credit!;
        Assert.Null(credit.Source);
        Assert.Equal([new Hop("Ostmark Wire")], credit.Hops);
    }

    [Theory]
    [InlineData(NewsTarget.Rss)]
    [InlineData(NewsTarget.Atom)]
    [InlineData(NewsTarget.JsonFeed)]
    public async Task A_feed_tells_the_type_and_the_language_of_a_page(NewsTarget target)
    {
        var links = new[] { new Link("alternate", "https://wire.example/1", "text/html") { HrefLang = "en" }, new Link("related", "https://wire.example/2", "text/html") { HrefLang = "fr" } };
        Assert.Equal(links, (await NewsTargetTests.ThereAndBack(target, Whole with { Links = links })).Links);
    }

    [Fact]
    public async Task An_entry_has_one_page_of_each_type_and_language()
    {
        var stream = new MemoryStream();
        var links = new[] { new Link("alternate", "https://wire.example/en", "text/html") { HrefLang = "en" }, new Link("alternate", "https://wire.example/fr", "text/html") { HrefLang = "fr" }, new Link("alternate", "https://wire.example/en/print", "TEXT/HTML") { HrefLang = "EN" } };
        await Dateline.Formats.Atom.AtomWriter.WriteAsync(stream, new FeedHead { Title = "Wire", Id = "tag:wire.example,2026:all", Updated = Day }, [Whole with { Links = links }], null, TestContext.Current.CancellationToken);
        Assert.Equal(links[..2], Assert.Single((await FeedReading.OfAsync(stream.ToArray())).Items).Links);
        var written = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains("hreflang=\"fr\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain("print", written, StringComparison.Ordinal);
    }

    // What the contract's notes say.
    private static NewsItem Expected(NewsTarget target, NewsItem sent)
    {
        var expected = sent with { Authors = [.. sent.Authors.Where(a => a.Name is not null)] };
        if (expected.Byline is null && expected.Authors.Count > 0) expected = expected with { Byline = string.Join(", ", expected.Authors.Select(a => a.Name)) };
        if (expected.Authors.Count == 0 && expected.Byline is { } byline) expected = expected with { Authors = [new Author(byline)] };
        switch (target)
        {
            case NewsTarget.Rss or NewsTarget.Atom or NewsTarget.JsonFeed:
                if (expected.Body is null && (target == NewsTarget.JsonFeed ? expected.Summary ?? expected.Headline : target == NewsTarget.Rss ? expected.Summary : null) is { } text) expected = expected with { Body = new NewsBody(text, BodyKind.Text) };
                if (target == NewsTarget.Rss) expected = expected with { Keywords = [.. expected.Keywords, .. expected.Subjects.Where(s => s.Scheme is null).Select(s => (s.Name ?? s.Code)!)] };
                if (expected.Updated is null && target == NewsTarget.Atom) expected = expected with { Updated = expected.VersionCreated ?? expected.Published };
                if (expected.Published is null && target == NewsTarget.Rss) expected = expected with { Published = expected.VersionCreated };
                break;
            case NewsTarget.NewsMlG2 or NewsTarget.Nitf:
                var now = new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);
                if (expected.VersionCreated is null) expected = expected with { VersionCreated = expected.Updated ?? expected.Published ?? now };
                if (expected.Credit?.Provider is null) expected = expected with { Credit = (expected.Credit ?? new Credit()) with { Provider = "Ostmark Wire" } };
                if (target == NewsTarget.NewsMlG2 && expected.Version is { } version && !version.All(char.IsAsciiDigit)) expected = expected with { Version = expected.VersionCreated!.Value.UtcDateTime.ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture) };
                if (target == NewsTarget.NewsMlG2) expected = expected with { Language = expected.Language?.Replace('_', '-'), Subjects = [.. expected.Subjects.Select(s => s.Code?.Contains(' ', StringComparison.Ordinal) == true ? s with { Scheme = null, Code = $"{s.Scheme}:{s.Code}" } : s)] };
                break;
        }

        return expected;
    }
}
