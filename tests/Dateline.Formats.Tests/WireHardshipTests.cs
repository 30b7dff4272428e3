using System.Diagnostics;
using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>Wire files that end early, lose tags or bytes, go too deep, or attack.</summary>
[Collection(nameof(Alone))]
public class WireHardshipTests(ITestOutputHelper log)
{
    private const string G2 = """
        <?xml version="1.0" encoding="utf-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-11-16T08:30:00Z</sent></header><itemSet>
        <newsItem guid="1" version="1"><itemMeta><provider literal="Ostmark"/><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><slugline>A</slugline><headline>Één</headline></contentMeta><contentSet><inlineXML><html><body><p>One</p></body></html></inlineXML></contentSet></newsItem>
        <newsItem guid="2" version="1"><rightsInfo><copyrightHolder literal="Ostmark"/></rightsInfo><itemMeta><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Two</headline><creator><name>Ida</name></creator></contentMeta><contentSet><inlineData><![CDATA[<p>港</p>]]></inlineData></contentSet></newsItem>
        <newsItem guid="3" version="1"><itemMeta><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Three</headline></contentMeta></newsItem>
        </itemSet></newsMessage>
        """;

    private const string NewsMl = """
        <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20261116T083000Z</DateAndTime></NewsEnvelope>
        <NewsItem><Identification><NewsIdentifier><PublicIdentifier>1</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>One</HeadLine></NewsLines><ContentItem><DataContent><p>One</p></DataContent></ContentItem></NewsComponent></NewsItem>
        <NewsItem><Identification><NewsIdentifier><PublicIdentifier>2</PublicIdentifier></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>Two</HeadLine></NewsLines><NewsComponent><ContentItem><DataContent><nitf><body><body.content><p>Two</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem>
        <NewsItem><Identification><NewsIdentifier><PublicIdentifier>3</PublicIdentifier></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>Three</HeadLine></NewsLines></NewsComponent></NewsItem>
        </NewsML>
        """;

    private const string Nitf = """
        <nitf><head><title>T</title><docdata><doc-id id-string="1"/></docdata></head><body><body.head><hedline><hl1>One</hl1></hedline></body.head><body.content><p>A <em>b</em></p></body.content></body></nitf>
        <nitf><head><docdata><doc-id id-string="2"/></docdata></head><body><body.head><hedline><hl1>Two</hl1></hedline></body.head><body.content><p>A</p></body.content></body></nitf>
        <nitf><head><docdata><doc-id id-string="3"/></docdata></head><body><body.head><hedline><hl1>Three</hl1></hedline></body.head></body></nitf>
        """;

    public static TheoryData<string> Documents => [G2, NewsMl, Nitf];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_cut_at_any_byte_still_gives_its_complete_items(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        for (var length = 0; length <= bytes.Length; length++)
        {
            var reading = await FeedReading.OfAsync(bytes[..length]);
            var kept = Encoding.UTF8.GetString(bytes[..length]);
            var whole = kept.Split(["</newsItem>", "</NewsItem>", "</nitf>"], StringSplitOptions.None).Length - 1;
            whole -= kept.Split("</nitf></DataContent>", StringSplitOptions.None).Length - 1;
            var complete = Enumerable.Range(1, Math.Max(0, Math.Min(3, whole))).Select(i => $"{i}").ToList();
            Assert.Equal(complete, reading.Items.Take(complete.Count).Select(i => i.Uri));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_that_lost_any_one_tag_still_gives_the_other_items(string document)
    {
        for (var open = document.IndexOf('<', StringComparison.Ordinal); open >= 0; open = document.IndexOf('<', open + 1))
        {
            var close = document.IndexOf('>', open);
            var damaged = document.Remove(open, close - open + 1);
            var inItem = document[..open].Split(["<newsItem ", "<NewsItem>", "<nitf><head>"], StringSplitOptions.None).Length - 1;
            if (document[open..].StartsWith("<newsItem", StringComparison.OrdinalIgnoreCase) || document[open..].StartsWith("<nitf><head>", StringComparison.Ordinal)) inItem++;
            var reading = await FeedReading.OfAsync(damaged);
            var others = Enumerable.Range(1, 3).Where(i => i != inItem).Select(i => $"{i}");
            Assert.True(others.All(i => reading.Items.Exists(n => n.Uri == i)), $"Without {document[open..(close + 1)]} at {open}: {string.Join(' ', reading.Items.Select(i => i.Uri))}");
        }
    }

    [Theory]
    [InlineData("slugline", "Één")]
    [InlineData("provider literal=\"Ostmark\"", "Één")]
    [InlineData("/itemMeta", "Één")]
    [InlineData("/slugline", "Één")]
    [InlineData("/contentMeta", "Één")]
    [InlineData("/headline", "Één")]
    [InlineData("newsItem guid=\"1\" version=\"1\"", "Één")]
    public async Task An_item_that_lost_a_tag_keeps_its_headline_and_body(string tag, string headline)
    {
        var damaged = G2.Remove(G2.IndexOf($"<{tag}", StringComparison.Ordinal), G2[G2.IndexOf($"<{tag}", StringComparison.Ordinal)..].IndexOf('>', StringComparison.Ordinal) + 1);
        var item = (await FeedReading.OfAsync(damaged)).Items[0];
        Assert.Equal(headline, item.Headline);
        Assert.Equal("<p>One</p>", item.Body?.Content);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_with_damaged_bytes_never_throws(string document)
    {
        const int Seed = 20261116;
        log.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var whole = Encoding.UTF8.GetBytes(document);
        var signs = "<>&\"'/=![]{}:;- \0"u8.ToArray();
        for (var run = 0; run < 4000; run++)
        {
            var bytes = whole.ToArray();
            for (var damage = random.Next(1, 8); damage > 0; damage--)
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : signs[random.Next(signs.Length)];
            await FeedReading.OfAsync(bytes);
        }
    }

    [Fact]
    public async Task A_document_that_comes_byte_by_byte_reads_the_same()
    {
        foreach (var document in new[] { G2, NewsMl, Nitf })
        {
            var bytes = Encoding.UTF8.GetBytes(document);
            var slowly = await FeedReading.OfAsync(new Dripping(bytes));
            var atOnce = await FeedReading.OfAsync(bytes);
            Assert.Equal(atOnce.Items.Select(i => i.Raw), slowly.Items.Select(i => i.Raw));
            Assert.Equal(3, atOnce.Items.Count);
        }
    }

    [Theory]
    [InlineData("<newsMessage><itemSet>", "<newsItem guid='{0}'><contentMeta><headline>Tide {0}</headline></contentMeta><contentSet><inlineXML><p>", "</p></inlineXML></contentSet></newsItem>", "</itemSet></newsMessage>")]
    [InlineData("<NewsML>", "<NewsItem><Identification><PublicIdentifier>{0}</PublicIdentifier></Identification><NewsComponent><ContentItem><DataContent>", "</DataContent></ContentItem></NewsComponent></NewsItem>", "</NewsML>")]
    public async Task A_message_of_100_MB_is_read_in_little_memory(string start, string item, string after, string end)
    {
        var text = new string('w', 2000);
        var message = new Endless(start, i => string.Format(System.Globalization.CultureInfo.InvariantCulture, item, i) + text + after, 50_000, end);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (items, most) = (0, 0L);
        await foreach (var part in NewsReader.ReadAsync(message, null, TestContext.Current.CancellationToken))
        {
            if (part is NewsItem && ++items % 10_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(50_000, items);
        Assert.InRange(most, long.MinValue, 8 * 1024 * 1024);
    }

    [Fact]
    public async Task An_item_over_the_limit_is_refused_and_the_next_is_read()
    {
        var chunk = new string('w', 10_000);
        var message = new Endless("<newsMessage><itemSet><newsItem guid='big'><contentSet><inlineXML><p>", i => i < 500 ? chunk : "</p></inlineXML></contentSet></newsItem><newsItem guid='next'><contentMeta><headline>n</headline></contentMeta></newsItem>", 501, "</itemSet></newsMessage>");
        var parts = new List<NewsPart>();
        await foreach (var part in NewsReader.ReadAsync(message, new NewsReadOptions { MaxItemChars = 100_000 }, TestContext.Current.CancellationToken)) parts.Add(part);
        Assert.Equal(RejectCode.TooLarge, Assert.Single(parts.OfType<Reject>()).Code);
        Assert.Equal("next", Assert.Single(parts.OfType<NewsItem>()).Uri);
    }

    /// <summary>What would take minutes if something were looked for again and again to the end.</summary>
    [Theory]
    [InlineData("<newsItem guid='1'><contentSet><inlineXML>", "<p>", "</inlineXML></contentSet></newsItem>")]
    [InlineData("<newsItem guid='1'><contentSet><inlineXML>", "<div><span>", "</inlineXML></contentSet></newsItem>")]
    [InlineData("<newsItem guid='1'><contentSet><inlineXML>", "</p></span>", "</inlineXML></contentSet></newsItem>")]
    [InlineData("<newsItem guid='1'><contentSet><inlineXML>", "<!--", "")]
    [InlineData("<newsItem guid='1'><contentSet><inlineXML>", "<!x", "")]
    [InlineData("<newsItem guid='1'><contentSet><inlineXML>", "<?x", "")]
    [InlineData("<newsItem guid='1'><contentSet><inlineXML>", "<![CDATA[", "")]
    [InlineData("<newsItem guid='1'><contentSet><inlineXML>", "<![CDATA[]]>", "")]
    [InlineData("<newsItem guid='1'><contentSet><inlineXML>", "&amp", "</inlineXML></contentSet></newsItem>")]
    [InlineData("<newsItem guid='1'><contentSet><inlineData>", "&lt;b&gt;", "</inlineData></contentSet></newsItem>")]
    [InlineData("<newsItem guid='1'><contentMeta>", "<headline>", "</contentMeta></newsItem>")]
    [InlineData("<newsItem guid='1'><contentMeta>", "<subject qcode='a:b'/>", "</contentMeta></newsItem>")]
    [InlineData("<newsItem guid='1'><contentMeta>", "<located><name>x</name></located>", "</contentMeta></newsItem>")]
    [InlineData("<newsItem guid='1'><itemMeta>", "<link rel='a' residref='b'/>", "</itemMeta></newsItem>")]
    [InlineData("<newsItem guid='1' ", "a='b' ", "/>")]
    [InlineData("<newsItem guid='1' ", "a='", "/>")]
    [InlineData("<newsMessage><itemSet>", "<newsItem", "")]
    [InlineData("<newsMessage><itemSet>", "<newsItem>", "")]
    [InlineData("<newsMessage><itemSet>", "<newsItem guid='1'/>", "")]
    [InlineData("<newsMessage>", "<itemMeta>", "")]
    [InlineData("<NewsML>", "<NewsItem><NewsComponent>", "")]
    [InlineData("<NewsML><NewsItem>", "<NewsComponent>", "")]
    [InlineData("<NewsML><NewsItem><NewsComponent>", "<NewsLines><HeadLine>x</HeadLine></NewsLines>", "")]
    [InlineData("<NewsML><NewsItem><NewsComponent>", "<ContentItem><DataContent>x</DataContent></ContentItem>", "")]
    [InlineData("<NewsML><NewsItem><NewsComponent>", "<ContentItem Href='x'/>", "")]
    [InlineData("<nitf><body><body.content>", "<block><p>", "</nitf>")]
    [InlineData("<nitf><body><body.content>", "<media><media-reference source='x'/>", "</nitf>")]
    [InlineData("<nitf><body><body.content><p>", "x\n   y\nz", "</p></nitf>")]
    [InlineData("", "<nitf>", "")]
    public async Task No_document_takes_longer_than_its_length(string start, string piece, string end)
    {
        var document = start + string.Concat(Enumerable.Repeat(piece, 3_000_000 / piece.Length)) + end;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var watch = Stopwatch.StartNew(); // told, not asserted: a quadratic reader takes hours and runs out of patience

        await foreach (var part in NewsReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(document)), null, patience.Token)) Assert.NotNull(part);
        log.WriteLine($"{watch.Elapsed.TotalSeconds:F2} s");
    }

    [Fact]
    public async Task Entities_of_a_document_are_never_resolved_and_nothing_is_fetched()
    {
        var bomb = "<!DOCTYPE nitf [<!ENTITY a \"ha\">" + string.Concat(Enumerable.Range(1, 30).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"))
            + "<!ENTITY x SYSTEM \"file:///etc/hostname\">]><nitf><head><docdata><doc-id id-string=\"b\"/></docdata></head><body><body.head><hedline><hl1>&a30;&x;</hl1></hedline></body.head></body></nitf>";
        Assert.Equal("&a30;&x;", Assert.Single((await FeedReading.OfAsync(bomb)).Items).Headline);
    }

    [Fact]
    public async Task Text_at_any_depth_is_kept()
    {
        var deep = $"<nitf><body><body.content>{string.Concat(Enumerable.Repeat("<div>", 5000))}<p>Bottom</p>{string.Concat(Enumerable.Repeat("</div>", 5000))}<p>Top</p></body.content></body></nitf>";
        var item = Assert.Single((await FeedReading.OfAsync(deep)).Items);
        Assert.Contains("Bottom", item.Body!.Content, StringComparison.Ordinal);
        Assert.EndsWith("<p>Top</p>", item.Body.Content, StringComparison.Ordinal);
        Assert.Contains("Tags more than 100 deep were left out.", item.Repairs);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59-15:00")]
    [InlineData("20261116T0830")]
    [InlineData("32.13.2026")]
    [InlineData("next Tuesday")]
    [InlineData("")]
    public async Task No_date_makes_an_item_unreadable(string date)
    {
        var document = $"<newsItem guid='1'><itemMeta><versionCreated>{date}</versionCreated><firstCreated>{date}</firstCreated><embargoed>{date}</embargoed></itemMeta><contentMeta><dateline>QUAYTOWN, Dec 31</dateline><headline>h</headline></contentMeta></newsItem>";
        var item = Assert.Single((await FeedReading.OfAsync(document)).Items);
        Assert.NotNull(item.Embargo);
    }
}

/// <summary>Tests that measure memory: what others allocate meanwhile would be taken for theirs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
