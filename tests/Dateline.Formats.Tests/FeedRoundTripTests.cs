using System.Text;
using Dateline.Formats.Atom;
using Dateline.Formats.JsonFeed;
using Dateline.Formats.Rss;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Formats.Tests;

/// <summary>What the writers write, the reader reads: also with the texts nobody thinks of.</summary>
public class FeedRoundTripTests
{
    private static readonly FeedHead Head = new()
    {
        Title = "Ostmark Wire & <b>Sons</b>",
        Link = "https://wire.example/",
        SelfLink = "https://wire.example/feed",
        Id = "tag:wire.example,2026:all",
        Updated = new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero),
        Language = "en",
        HubLinks = ["https://hub.example/"],
        Description = "News & more",
    };

    private static readonly string[] Oddities =
        ["<b>", "&amp;", "&", "]]>", "<![CDATA[", "</item>", "</entry>", "<item>", "-->", "\"", "'", "é", "ميناء", "\u200F", "港", "😀", "\u0000", "\uD83D", "\uFFFE", "\u000B", "\n", "\r\n", "\u2028", "&#8217;", "<br/>", "\\", "{", "%41", "x", "Harbour", " "];

    private static Gen<string> Text => Gen.Elements(Oddities).ListOf().Select(p => "T" + string.Concat(p.Take(12)) + "z");

    // A text that begins with the name of its source and two strokes is signed: these begin as no name does.
    private static Gen<string> Story => Text.Select(text => "W" + text[1..]);

    private static Gen<NewsItem> Item =>
        from id in Gen.Choose(1, 1_000_000)
        from headline in Text
        from summary in Story
        from body in Story
        from author in Text
        from keyword in Text
        from source in Text
        from notice in Text
        from terms in Text
        from caption in Text
        from seconds in Gen.Choose(0, 100_000_000)
        select new NewsItem
        {
            Uri = id % 3 == 0 ? $"guid {id} <&>" : $"tag:wire.example,2026:{id}",
            Headline = Line(headline),
            Summary = Lines(summary),
            Body = new NewsBody($"<p>{body.Replace("\r", "", StringComparison.Ordinal)}</p>", BodyKind.Html),
            Authors = [new Author(Line(author))],
            Keywords = [Line(keyword)],
            Language = "fr",
            Published = DateTimeOffset.UnixEpoch.AddSeconds(seconds),
            Updated = DateTimeOffset.UnixEpoch.AddSeconds(seconds + 60),
            Links = [new Link("alternate", $"https://wire.example/{id}?a=1&b=<2>")],
            Media = [new Media($"https://wire.example/{id}.jpg", "image/jpeg") { Length = id, Caption = Line(caption), Credit = "Pia & Lund", Copyright = "P.L." }],
            Credit = new Credit
            {
                Source = Line(source),
                SourceUrl = "https://alpine.example/",
                Distributor = "Relay & Co",
                Provider = "Ostmark",
                CreditLine = "Alpine via Relay",
                CopyrightHolder = "Alpine Co-operative",
                CopyrightNotice = Line(notice),
                UsageTerms = Line(terms),
                Hops = [new Hop("Alpine", "published", DateTimeOffset.UnixEpoch), new Hop("Relay")],
            },
        };

    // What plain text is: white space collapsed, no character that XML forbids.
    private static string Line(string text) => string.Join(' ', Legal(text).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string Lines(string text) => string.Join('\n', Legal(text).Split('\n').Select(Line).Where(l => l.Length > 0));

    private static string Legal(string text) => Dateline.Formats.Text.XmlText.Legal(text);

    [Fact]
    public void What_the_RSS_writer_writes_is_read_back() => RoundTrip((s, i) => RssWriter.WriteAsync(s, Head, i));

    [Fact]
    public void What_the_Atom_writer_writes_is_read_back() => RoundTrip((s, i) => AtomWriter.WriteAsync(s, Head, i));

    [Fact]
    public void What_the_JSON_Feed_writer_writes_is_read_back() => RoundTrip((s, i) => JsonFeedWriter.WriteAsync(s, Head, i));

    [Theory]
    [InlineData(null)]
    [InlineData("Mara Quill")]
    public async Task Who_edited_an_item_comes_back_from_RSS_as_no_author_of_it(string? author)
    {
        var stream = new MemoryStream();
        var item = new NewsItem { Uri = "tag:wire.example,2026:1", Headline = "Ferries", Authors = author is null ? [] : [new Author(author)], Byline = author, Contributors = [new Contributor("Tom Hale", "editor")] };
        await RssWriter.WriteAsync(stream, Head, [item]);
        stream.Position = 0;
        var got = Assert.Single((await FeedReading.OfAsync(stream)).Items);
        Assert.Equal(item.Authors, got.Authors);
        Assert.Equal((author, "Tom Hale"), (got.Byline, Assert.Single(got.Contributors).Name));
    }

    private static void RoundTrip(Func<Stream, IEnumerable<NewsItem>, Task> write) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Item.NonEmptyListOf().Select(l => l.Take(5).ToList()).ToArbitrary(), items =>
            {
                var stream = new MemoryStream();
                write(stream, items).GetAwaiter().GetResult();
                stream.Position = 0;
                var reading = FeedReading.OfAsync(stream).GetAwaiter().GetResult();
                Assert.Equal(Head.Title, reading.Head.Title);
                Assert.Equal(Head.HubLinks, reading.Head.HubLinks);
                Assert.Equal(Head.Updated, reading.Head.Updated);
                Assert.Empty(reading.Rejects);
                Assert.Equal(items.Count, reading.Items.Count);
                foreach (var (sent, got) in items.Zip(reading.Items)) Same(sent, got);
            }));

    private static void Same(NewsItem sent, NewsItem got)
    {
        Assert.Equal(sent.Uri, got.Uri);
        Assert.Equal(sent.Headline, got.Headline);
        Assert.Equal(sent.Summary, got.Summary);
        Assert.Equal(Legal(sent.Body!.Content), got.Body!.Content);
        Assert.Equal(BodyKind.Html, got.Body.Kind);
        Assert.Equal(sent.Authors, got.Authors);
        Assert.Equal(sent.Keywords, got.Keywords);
        Assert.Equal(sent.Language, got.Language);
        Assert.Equal(sent.Published, got.Published);
        Assert.Equal(sent.Updated, got.Updated);
        Assert.Equal(sent.Page, got.Page);
        Assert.Equal(sent.Media, got.Media);
        Assert.Equal(sent.Credit! with { Hops = [] }, got.Credit! with { Hops = [] });
        Assert.Equal(sent.Credit.Hops, got.Credit.Hops);
        Assert.Empty(got.Repairs);
    }

    [Fact]
    public async Task Tombstones_are_written_and_read()
    {
        var stream = new MemoryStream();
        var gone = new Tombstone("tag:wire.example,2026:9", Head.Updated, "Wrong <name>") { Href = "https://wire.example/9" };
        var killed = new NewsItem { Uri = "tag:wire.example,2026:10", Headline = "Never again", Status = PubStatus.Canceled, VersionCreated = Head.Updated };
        await AtomWriter.WriteAsync(stream, Head, [killed], [gone], TestContext.Current.CancellationToken);
        stream.Position = 0;
        var reading = await FeedReading.OfAsync(stream);
        Assert.Equal([gone, new Tombstone(killed.Uri, Head.Updated)], reading.Parts.OfType<Tombstone>());
        Assert.Empty(reading.Items);
        Assert.DoesNotContain("Never again", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_not_leave_is_not_written_and_no_mail_address_ever()
    {
        NewsItem[] items =
        [
            new() { Uri = "1", Headline = "Secret", Publishable = false },
            new() { Uri = "2", Headline = "Secret", Status = PubStatus.Withheld },
            new() { Uri = "3", Headline = "Open", Links = [new Link("alternate", "https://wire.example/3")], Authors = [new Author("Ida", "ida@wire.example")] },
        ];
        Func<Stream, Task>[] writers = [s => RssWriter.WriteAsync(s, Head, items), s => AtomWriter.WriteAsync(s, Head, items), s => JsonFeedWriter.WriteAsync(s, Head, items)];
        foreach (var write in writers)
        {
            var stream = new MemoryStream();
            await write(stream);
            var text = Encoding.UTF8.GetString(stream.ToArray());
            Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("ida@", text, StringComparison.Ordinal);
            Assert.Contains("Open", text, StringComparison.Ordinal);
            if (text[0] == '<') System.Xml.Linq.XDocument.Parse(text);
        }
    }

    [Fact]
    public async Task A_feed_without_what_its_format_requires_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => RssWriter.WriteAsync(Stream.Null, new FeedHead { Title = "t" }, []));
        await Assert.ThrowsAsync<ArgumentException>(() => AtomWriter.WriteAsync(Stream.Null, new FeedHead { Title = "t", Id = "tag:x" }, []));
        await Assert.ThrowsAsync<ArgumentException>(() => JsonFeedWriter.WriteAsync(Stream.Null, new FeedHead(), []));
    }
}
