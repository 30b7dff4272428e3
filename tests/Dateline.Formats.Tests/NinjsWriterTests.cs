using System.Text;
using Dateline.Formats.Ninjs;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Formats.Tests;

/// <summary>What is written as ninjs is valid by the IPTC's schemas, and reads back as what it was.</summary>
public class NinjsWriterTests
{
    private static readonly string[] Oddities = ["<b>", "&amp;", "\"", "\\", "é", "ميناء", "港", "😀", "\u0000", "\uD83D", "\n", "\u2028", "{", "Harbour", " ", "x:"];

    private static Gen<string> Text => Gen.Elements(Oddities).ListOf().Select(p => "T" + string.Concat(p.Take(8)) + "z");

    private static Gen<string> Line => Text.Select(t => string.Join(' ', Formats.Text.XmlText.Legal(t).Replace("<b>", "", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));

    private static Gen<NewsItem> Item =>
        from id in Gen.Choose(1, 1_000_000)
        from headline in Line
        from source in Line
        from notice in Line
        from terms in Line
        from keyword in Line
        from status in Gen.Frequency((8, Gen.Constant(PubStatus.Usable)), (1, Gen.Constant(PubStatus.Canceled)), (1, Gen.Constant(PubStatus.Withheld)))
        from embargo in Gen.Elements<Embargo?>(null, new Embargo(null), new Embargo(DateTimeOffset.UnixEpoch.AddHours(id)))
        from seconds in Gen.Choose(0, 100_000_000)
        from bare in Gen.Elements(true, false)
        select new NewsItem
        {
            Uri = (id % 4) switch { 0 => $"guid {id} <&>", 1 => $"urn:x-dateline:guid:{id}", 2 => $"https://wire.example/{id}?a=1&b=2", _ => $"tag:wire.example,2026:{id}" },
            Version = $"{id % 9}",
            Status = status,
            Embargo = embargo,
            Headline = headline,
            Body = bare ? null : new NewsBody($"<p>{headline.Replace('<', ' ')}</p>", BodyKind.Html),
            Summary = bare ? null : "Short",
            Byline = "Ida Holm",
            Authors = [new Author("Ida Holm", "ida@wire.example", "https://wire.example/ida"), new Author("Ib")],
            PlaceLine = new PlaceLine(null, "Ostmark"),
            Language = "de-AT",
            Slugline = "slug-" + id,
            Urgency = (id % 8) + 1,
            Genres = ["Analysis"],
            Signals = ["sig:correction", "desk only"],
            Cancels = bare ? [] : ["tag:wire.example,2026:old", "no address"],
            Subjects = [new Subject("medtop", "20000139", "shipwreck"), new Subject("desk", "a b", null), new Subject(null, null, "Ferries")],
            Keywords = [keyword],
            FirstCreated = DateTimeOffset.UnixEpoch.AddSeconds(seconds),
            VersionCreated = DateTimeOffset.UnixEpoch.AddSeconds(seconds + 60),
            Links = [new Link("alternate", $"https://wire.example/{id}")],
            Media = [new Media($"https://wire.example/{id}.jpg", "image/jpeg") { Length = id, Width = 800, Height = 600, Caption = "A quay", Credit = "Pia & Lund", Copyright = "P.L." }],
            Credit = new Credit
            {
                Source = source,
                SourceUrl = "https://alpine.example/",
                Distributor = "Relay & Co",
                Provider = "Ostmark",
                CreditLine = "Alpine via Relay",
                CopyrightHolder = "Alpine Co-operative",
                CopyrightNotice = notice,
                UsageTerms = terms,
                Hops = [new Hop("Alpine", "published", DateTimeOffset.UnixEpoch), new Hop("Relay")],
            },
        };

    [Theory]
    [InlineData(NinjsVersion.V31, "3.1")]
    [InlineData(NinjsVersion.V22, "2.2")]
    public void What_is_written_is_valid_by_the_schema(NinjsVersion version, string name)
    {
        var schema = NinjsSchemas.Of(name);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Item.ToArbitrary(), item => schema.MustAccept(Written(item, version))));
        schema.MustAccept(Written(new NewsItem { Uri = "x" }, version));
    }

    [Fact]
    public void The_schemas_refuse_what_they_should()
    {
        var schema = NinjsSchemas.Of("3.1");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => schema.MustAccept("""{"uri":"tag:x,2026:1","unheard":1}"""));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => schema.MustAccept("""{"uri":"no address","version":"1"}"""));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => schema.MustAccept(Written(new NewsItem { Uri = "tag:x,2026:1", Embargo = new Embargo(DateTimeOffset.UnixEpoch) }, NinjsVersion.V22)));
    }

    [Theory]
    [InlineData(NinjsVersion.V31)]
    [InlineData(NinjsVersion.V22)]
    public void What_is_written_is_read_back(NinjsVersion version) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Item.ToArbitrary(), item => Same(item, FeedReading.OfAsync(Written(item, version)).GetAwaiter().GetResult())));

    private static void Same(NewsItem sent, FeedReading reading)
    {
        Assert.Equal(NewsFormat.Ninjs, reading.Head.Format);
        var got = Assert.Single(reading.Items);
        Assert.Equal((sent.Uri, sent.Version, sent.Status, sent.Embargo, sent.Language), (got.Uri, got.Version, got.Status, got.Embargo, got.Language));
        Assert.Equal((sent.FirstCreated, sent.VersionCreated), (got.FirstCreated, got.VersionCreated));
        Assert.Equal(sent.Cancels, got.Cancels);
        if (sent.Status != PubStatus.Usable)
        {
            Assert.Null(got.Headline ?? got.Body?.Content ?? got.Summary);
            Assert.Empty(got.Media);
            return;
        }

        Assert.Equal((sent.Headline, sent.Body?.Content, sent.Summary, sent.Slugline, sent.Byline, sent.Urgency), (got.Headline, got.Body?.Content, got.Summary, got.Slugline, got.Byline, got.Urgency));
        Assert.Equal(sent.Authors.Select(a => a with { Email = null }), got.Authors);
        Assert.Equal(sent.PlaceLine, got.PlaceLine);
        Assert.Equal(sent.Signals, got.Signals);
        Assert.Equal(sent.Genres, got.Genres);
        Assert.Equal(sent.Subjects, got.Subjects);
        Assert.Equal(sent.Keywords, got.Keywords);
        Assert.Equal(sent.Page, got.Page);
        Assert.Equal(sent.Media, got.Media);
        Assert.Equal(sent.Credit! with { Hops = [] }, got.Credit! with { Hops = [] });
        Assert.Equal(sent.Credit.Hops, got.Credit.Hops);
    }

    [Fact]
    public async Task What_is_for_editors_alone_is_not_written_and_no_mail_address_ever()
    {
        var advisory = new NewsItem { Uri = "tag:x,2026:1", Headline = "Secret", Publishable = false };
        var killed = new NewsItem { Uri = "tag:x,2026:2", Headline = "Never again", Status = PubStatus.Canceled };
        var open = new NewsItem { Uri = "tag:x,2026:3", Headline = "Open", Authors = [new Author("Ida", "ida@wire.example")] };
        var stream = new MemoryStream();
        await NinjsWriter.WriteAsync(stream, [advisory, killed, open], cancel: TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Never again", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ida@", text, StringComparison.Ordinal);
        var reading = await FeedReading.OfAsync(text);
        Assert.Equal([("tag:x,2026:2", PubStatus.Canceled), ("tag:x,2026:3", PubStatus.Usable)], reading.Items.Select(i => (i.Uri!, i.Status)));
        await Assert.ThrowsAsync<ArgumentException>(() => NinjsWriter.WriteAsync(Stream.Null, advisory));
        await Assert.ThrowsAsync<ArgumentException>(() => NinjsWriter.WriteAsync(Stream.Null, new NewsItem()));
    }

    private static string Written(NewsItem item, NinjsVersion version)
    {
        var stream = new MemoryStream();
        NinjsWriter.WriteAsync(stream, item, version).GetAwaiter().GetResult();
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
