using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Dateline.Formats.NewsMlG2;
using Dateline.Formats.Nitf;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Formats.Tests;

/// <summary>What the wire writers write is valid by the IPTC's schemas, and read back as it was.</summary>
public class WireWriterTests
{
    private static readonly DateTimeOffset Sent = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly WireEnvelope Envelope = new("Ostmark & Sons", Sent) { TransmitId = "t <1>", Priority = 4 };

    private static readonly string[] Oddities = ["& ", "]]>", "-->", "\"", "'", "é", "ميناء", "\u200F", "港", "😀", "\u0000", "\uD83D", "\uFFFE", "\u000B", "\r\n", "\u2028", "< ", "\\", "{", "%41", "x", "Harbour", " "];

    private static readonly string[] Markup =
        ["<p>One ", "</p>", "<b>", "</b>", "<i>", "</i>", "<br>", "<ul><li>", "</li></ul>", "<table><tr><td colspan=\"2\">", "</td></tr></table>", "<h2>", "</h2>", "<blockquote>", "</blockquote>", "<a href=\"https://x.example/?a=1&amp;b\">", "</a>", "<a href=\"javascript:x\">",
            "<dl><dt>", "<dd>", "</dl>", "<pre>", "</pre>", "<hr>", "<img src=\"https://x.example/1.jpg\" onerror=\"x\">", "<script>", "</script>", "&amp;", "&nbsp;", "text", "\u0001", "<sub>", "</sub>", "<q>", "</q>", "<figure><figcaption>", "</figcaption></figure>", "<cite>", "<li>", "<td>", "<tr>", "<div a=\"1\" a=\"2\">"];

    private static Gen<string> Text => Gen.Elements(Oddities).ListOf().Select(p => Line("T" + string.Concat(p.Take(12)) + "z"));

    private static Gen<string?> Perhaps => Gen.OneOf(Gen.Constant<string?>(null), Text.Select(t => (string?)t));

    private static Gen<string> Html => Gen.Elements(Markup).ListOf().Select(p => "<p>" + string.Concat(p.Take(20)));

    private static Gen<DateTimeOffset?> Instant => Gen.Choose(0, 2_000_000_000).Select(s => s % 5 == 0 ? (DateTimeOffset?)null : DateTimeOffset.UnixEpoch.AddSeconds(s).AddTicks(s % 3 == 0 ? 1234567 : 0));

    private static Gen<Credit> Credits =>
        from source in Perhaps
        from distributor in Perhaps
        from line in Perhaps
        from holder in Perhaps
        from notice in Perhaps
        from terms in Perhaps
        from first in Text
        from second in Text
        from hops in Gen.Choose(0, 2)
        select new Credit
        {
            Source = source,
            Distributor = distributor,
            Provider = "Ostmark & Sons",
            CreditLine = line,
            CopyrightHolder = holder,
            CopyrightNotice = notice,
            UsageTerms = terms,
            Hops = new Hop[] { new(first, "created", Sent), new(second, "on the quay", null) }[..hops],
        };

    private static Gen<NewsItem> Items =>
        from id in Gen.Choose(1, 1_000_000)
        from version in Gen.Choose(0, 20)
        from headline in Text
        from html in Html
        from until in Instant
        from held in Gen.Choose(0, 3)
        from made in Instant
        from first in Instant
        from updated in Instant
        from credit in Credits
        from name in Text
        from caption in Perhaps
        from plain in Gen.Choose(0, 3)
        select new NewsItem
        {
            Uri = $"urn:newsml:ostmark.example:20261116:{id}",
            Version = version == 0 ? null : $"{version}",
            Status = PubStatus.Usable,
            Embargo = held == 0 ? new Embargo(until) : null,
            Signals = ["sig:correction"],
            Headline = headline,
            Slugline = name,
            Summary = headline,
            Body = plain == 0 ? new NewsBody(Line(headline), BodyKind.Text) : new NewsBody(html, BodyKind.Html),
            Byline = name,
            Authors = [new Author(name, "ida@ostmark.example", "https://ostmark.example/ida")],
            PlaceLine = new PlaceLine("QUAYTOWN, Nov 16", "QUAYTOWN"),
            Language = id % 2 == 0 ? "ar" : "en-GB",
            FirstCreated = first,
            VersionCreated = made ?? Sent,
            Updated = updated,
            Urgency = (id % 8) + 1,
            Genres = [name],
            Subjects = [new Subject("medtop", "20000634", name), new Subject("https://own.example/cv/", "7", null), new Subject(null, null, name), new Subject("odd scheme", "odd code", name)],
            Keywords = [name],
            Credit = credit,
            Links = [new Link("alternate", "https://ostmark.example/1"), new Link("related", "urn:x:1"), new Link("odd rel", "urn:x:2")],
            Media = [new Media("https://ostmark.example/1.jpg", "image/jpeg") { Rendition = "web", Width = 800, Height = 600, Length = 5, Caption = caption, Credit = caption, Copyright = caption }],
        };

    private static string Line(string text) => string.Join(' ', Formats.Text.XmlText.Legal(text).Split([' ', '\n', '\r', '\t', '\u2028'], StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void What_the_NewsML_G2_writer_writes_is_read_back() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Items.ToArbitrary(), item =>
    {
        var got = Assert.Single(Read(s => NewsMlG2Writer.WriteAsync(s, Envelope, [item])).Items);
        Same(item, got);
        Assert.Equal(item.Credit, got.Credit! with { Hops = item.Credit!.Hops });
        Assert.Equal(item.Credit!.Hops, got.Credit!.Hops);
        Assert.Equal(item.Signals, got.Signals);
        Assert.Equal(item.FirstCreated ?? got.FirstCreated, got.FirstCreated);
        Assert.Equal(item.Updated, got.Updated);
        Assert.Equal(item.Media, got.Media);
        Assert.Equal(item.PlaceLine, got.PlaceLine! with { Date = null });
        Assert.Equal("https://ostmark.example/1", got.Page);
    }));

    [Fact]
    public void What_the_NITF_writer_writes_is_read_back() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Items.ToArbitrary(), item =>
    {
        var got = Assert.Single(Read(s => NitfWriter.WriteAsync(s, Envelope, item)).Items);
        Same(item, got);
        var names = item.Credit!.Hops.Select(h => new Hop(h.Name)).ToList();
        Assert.Equal(names, got.Credit!.Hops);
        Assert.Equal(item.Credit with { Hops = [] }, got.Credit with { Hops = [] });
        Assert.Equal(item.Signals, got.Signals);
    }));

    private static void Same(NewsItem sent, NewsItem got)
    {
        Assert.Equal(sent.Uri, got.Uri);
        Assert.Equal(sent.Version, got.Version);
        Assert.Equal(sent.Status, got.Status);
        Assert.Equal(sent.Embargo, got.Embargo);
        Assert.Equal(sent.Language, got.Language);
        Assert.Equal(sent.Headline, got.Headline);
        Assert.Equal(sent.Slugline, got.Slugline);
        Assert.Equal(sent.Summary, got.Summary);
        Assert.Equal(sent.Byline, got.Byline);
        Assert.Equal(sent.VersionCreated, got.VersionCreated);
        Assert.Equal(sent.Urgency, got.Urgency);
        Assert.Equal(sent.Genres, got.Genres);
        Assert.Equal(sent.Keywords, got.Keywords);
        Assert.Contains(sent.Subjects[0], got.Subjects);
    }

    [Fact]
    public void What_the_NewsML_G2_writer_writes_is_valid() => Valid("newsml-g2-2.35.xsd", item => s => NewsMlG2Writer.WriteAsync(s, Envelope with { OwnHop = new Hop("Carrier", "carried", Sent) }, [item], [new Tombstone("urn:gone", Sent, "why")]));

    [Fact]
    public void What_the_NITF_writer_writes_is_valid() => Valid("nitf-3-6.xsd", item => s => NitfWriter.WriteAsync(s, Envelope with { OwnHop = new Hop("Carrier") }, item));

    private static void Valid(string schema, Func<NewsItem, Func<Stream, Task>> write)
    {
        var folder = Schemas.Folder;
        Assert.SkipWhen(folder is null, "not checked: no schemas");
        var set = Schemas.Load(Path.Combine(folder, schema));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Items.ToArbitrary(), usable =>
        {
            var item = usable with { Status = (PubStatus)(usable.Urgency!.Value % 3) };
            var stream = new MemoryStream();
            write(item)(stream).GetAwaiter().GetResult();
            stream.Position = 0;
            var wrong = new List<string>();
            XDocument.Load(stream).Validate(set, (_, e) => wrong.Add(e.Message));
            Assert.True(wrong.Count == 0, string.Join('\n', wrong) + "\n" + Encoding.UTF8.GetString(stream.ToArray()));
        }));
    }

    [Fact]
    public async Task A_canceled_item_leaves_without_a_word_of_its_content()
    {
        var killed = new NewsItem { Uri = "urn:killed", Version = "4", Headline = "Never again", Slugline = "NEVER", Summary = "Never", Body = new NewsBody("<p>Never</p>", BodyKind.Html), Status = PubStatus.Canceled, VersionCreated = Sent };
        var message = Read(s => NewsMlG2Writer.WriteAsync(s, Envelope, [killed], [new Tombstone("urn:gone", Sent)]));
        Assert.Equal(["urn:gone Canceled 20261116090000", "urn:killed Canceled 4"], message.Items.Select(i => $"{i.Uri} {i.Status} {i.Version}"));
        var document = new MemoryStream();
        await NitfWriter.WriteAsync(document, Envelope, killed, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Never", Encoding.UTF8.GetString(document.ToArray()), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(message.Items, i => i.Raw!.Contains("Never", StringComparison.OrdinalIgnoreCase));
        document.Position = 0;
        Assert.Equal(PubStatus.Canceled, Assert.Single((await FeedReading.OfAsync(document)).Items).Status);
    }

    [Fact]
    public async Task What_may_not_leave_is_not_written_and_no_mail_address_ever()
    {
        NewsItem[] items =
        [
            new() { Uri = "1", Headline = "Secret", Publishable = false },
            new() { Uri = "2", Headline = "Secret", Status = PubStatus.Withheld },
            new() { Uri = "3", Headline = "Open", Authors = [new Author("Ida", "ida@wire.example")] },
        ];
        var stream = new MemoryStream();
        await NewsMlG2Writer.WriteAsync(stream, Envelope, items, cancel: TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ida@", text, StringComparison.Ordinal);
        Assert.Contains("Open", text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => NitfWriter.WriteAsync(Stream.Null, Envelope, items[0]));
        await Assert.ThrowsAsync<ArgumentException>(() => NewsMlG2Writer.WriteAsync(Stream.Null, Envelope, items[..1]));
        await Assert.ThrowsAsync<ArgumentException>(() => NewsMlG2Writer.WriteItemAsync(Stream.Null, Envelope, new NewsItem { Headline = "Nameless" }));
    }

    [Fact]
    public void The_senders_hop_comes_after_those_before_it()
    {
        var item = new NewsItem { Uri = "1", Headline = "h", Credit = new Credit { Hops = [new Hop("Alpine", "created", Sent)] } };
        var got = Assert.Single(Read(s => NewsMlG2Writer.WriteItemAsync(s, Envelope with { OwnHop = new Hop("Ostmark", "transformed", Sent) }, item)).Items);
        Assert.Equal([new Hop("Alpine", "created", Sent), new Hop("Ostmark", "transformed", Sent)], got.Credit!.Hops);
    }

    [Fact]
    public void A_version_that_is_no_number_still_grows()
    {
        var item = new NewsItem { Uri = "1", Headline = "h", Version = "2nd lead", VersionCreated = Sent };
        Assert.Equal("20261116090000", Assert.Single(Read(s => NewsMlG2Writer.WriteItemAsync(s, Envelope, item)).Items).Version);
    }

    [Fact]
    public void An_embargo_without_an_end_stays_one()
    {
        var item = new NewsItem { Uri = "1", Headline = "h", Embargo = new Embargo(null) };
        Assert.Equal(item.Embargo, Assert.Single(Read(s => NewsMlG2Writer.WriteItemAsync(s, Envelope, item)).Items).Embargo);
        Assert.Equal(item.Embargo, Assert.Single(Read(s => NitfWriter.WriteAsync(s, Envelope, item)).Items).Embargo);
    }

    private static FeedReading Read(Func<Stream, Task> write)
    {
        var stream = new MemoryStream();
        write(stream).GetAwaiter().GetResult();
        stream.Position = 0;
        return FeedReading.OfAsync(stream).GetAwaiter().GetResult();
    }
}

/// <summary>The schemas of the IPTC, where this machine has them; they are not part of the project.</summary>
internal static class Schemas
{
    public static string? Folder { get; } = Find();

    public static XmlSchemaSet Load(string path)
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = new XmlUrlResolver() });
        set.Add(null, reader);
        set.Compile();
        return set;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("DATELINE_SCHEMAS") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            // Beside the repository, or beside the folder that holds several working trees of it.
            foreach (var shared in (ReadOnlySpan<string>)[Path.Combine(folder.FullName, "shared", "schemas"), Path.Combine(folder.FullName, "..", "shared", "schemas")])
                if (File.Exists(Path.Combine(shared, "newsml-g2-2.35.xsd"))) return shared;
        }

        return null;
    }
}
