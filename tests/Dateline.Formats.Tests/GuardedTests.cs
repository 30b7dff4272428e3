using System.Runtime.CompilerServices;
using System.Text;
using Dateline.Formats.Feeds;
using Dateline.Formats.Pages;
using Dateline.Formats.Text;

namespace Dateline.Formats.Tests;

/// <summary>A mistake of our own, put where most readers ask the time: no content is known that finds one.</summary>
public class GuardedTests
{
    private const string Day = "2026-11-16T08:30:00Z";

    public static TheoryData<string, string> Documents => new()
    {
        { "RSS", Three("<rss><channel><title>Wire</title>", "<item><guid>{0}</guid><title>Tide {0}</title>{1}</item>", $"<x:y xmlns:x='urn:x'/><pubDate>{Day}</pubDate>", "</channel></rss>") },
        { "Atom", Three("<feed xmlns='http://www.w3.org/2005/Atom'><title>Wire</title>", "<entry><id>{0}</id><title>Tide {0}</title>{1}</entry>", $"<updated>{Day}</updated>", "</feed>") },
        { "JSON Feed", Three("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "{{\"id\":\"{0}\",\"title\":\"Tide {0}\"{1}}},", $",\"date_published\":\"{Day}\"", "]}") },
        { "ninjs", Three("[", "{{\"uri\":\"{0}\",\"pubstatus\":\"usable\",\"headline\":\"Tide {0}\"{1}}},", $",\"versioncreated\":\"{Day}\"", "]") },
        { "AP", Three("{\"api_version\":\"1.1\",\"data\":{\"items\":[", "{{\"item\":{{\"altids\":{{\"itemid\":\"{0}\"}},\"type\":\"text\",\"headline\":\"Tide {0}\"{1}}}}},", $",\"versioncreated\":\"{Day}\"", "]}}") },
        { "G2", Three("<newsMessage><itemSet>", "<newsItem guid='{0}'><itemMeta>{1}</itemMeta><contentMeta><headline>Tide {0}</headline></contentMeta></newsItem>", $"<versionCreated>{Day}</versionCreated>", "</itemSet></newsMessage>") },
        { "NewsML 1", Three("<NewsML>", "<NewsItem><Identification><NewsIdentifier><PublicIdentifier>{0}</PublicIdentifier></NewsIdentifier></Identification>{1}<NewsComponent><NewsLines><HeadLine>Tide {0}</HeadLine></NewsLines></NewsComponent></NewsItem>", $"<NewsManagement><ThisRevisionCreated>{Day}</ThisRevisionCreated></NewsManagement>", "</NewsML>") },
        { "NITF", Three("", "<nitf><head><docdata><doc-id id-string='{0}'/>{1}</docdata></head><body><body.head><hedline><hl1>Tide {0}</hl1></hedline></body.head></body></nitf>", "<date.issue norm='20261116T083000Z'/>", "") },
        { "mail", Three("", "From a@b Mon Nov 16\nFrom: a@b.example\nMessage-ID: <{0}>\n{1}Subject: Tide {0}\n\nText.\n\n", "Date: Mon, 16 Nov 2026 08:30:00 +0000\n", "") },
        { "IPTC 7901", Three("", "\u0001nwa010{0} 4 pl 62  nwa\r\n\r\nNorway/sea/\r\n\u0002High Tide {0} =\r\n\r\nBergvik (nwa) - The ferry sails again, the harbour master said.\r\n\r\n\u0003{1}\r\n\u0004", "160830 GMT Nov 26", "") },
        { "ANPA 1312", Three("", "\u0016\u0016\u0001W287{0}\u001Fregio\r\nd l\u0013\u0011 BC-NW--Ferry {0}  11-16 0800\r\n\u0002^BC-NW--Ferry {0},80<\r\n^The ferry sails again at High Tide {0}<\r\n\tBERGVIK, Norway (NW) _ It does, the harbor master said.\r\n\r\n\u0003{1}\r\n\u0004", "NW-WF-11-16-26 0830GMT<", "") },
    };

    // These are read as bytes, and kept so.
    private static readonly string[] Envelopes = ["mail", "IPTC 7901", "ANPA 1312"];

    private static string Three(string start, string item, string planted, string end) =>
        start + string.Concat(Enumerable.Range(1, 3).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, item, i, i == 2 ? planted : ""))).TrimEnd(',') + end;

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task What_our_reader_fails_on_costs_its_item_and_no_other(string format, string document)
    {
        var parts = await Read(document, new Failing());
        Assert.Equal(["1", "3"], parts.OfType<NewsItem>().Select(item => item.Headline![^1..]));
        var reject = Assert.Single(parts.OfType<Reject>());
        Assert.Equal(RejectCode.Failed, reject.Code);
        Assert.Contains("Tide 2", reject.Raw, StringComparison.Ordinal);
        Assert.Contains("Tide 2", reject.Excerpt, StringComparison.Ordinal);
        Assert.EndsWith("read again when that is mended.", reject.Reason, StringComparison.Ordinal);
        Assert.True(reject.Line > 0 && reject.Position == document.IndexOf(reject.Raw!, StringComparison.Ordinal), $"{format}: {reject.Position}");
        Assert.Equal(Envelopes.Contains(format) ? reject.Raw : null, reject.Bytes is { } bytes ? Encoding.Latin1.GetString(bytes.Span) : null);

        var alone = (await Read(reject.Raw!, TimeProvider.System)).OfType<NewsItem>();
        if (format != "JSON Feed") Assert.EndsWith("2", Assert.Single(alone).Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_our_reader_fails_on_is_refused_with_all_of_it()
    {
        const string Page = "<html><p>Ferries sail.</p></html>";
        var options = new NewsReadOptions();
        using var window = TextWindow.Open(await DocumentHead.ReadAsync(new SentStream(new MemoryStream(Encoding.UTF8.GetBytes(Page))), TestContext.Current.CancellationToken), options);
        var parts = PageParts.ReadAsync(window, (_, _) => throw new FormatException("a mistake of ours"), "", new FeedSetting(options), TestContext.Current.CancellationToken);
        var reject = Assert.IsType<Reject>(await parts.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal((RejectCode.FailedDocument, Page, 1), (reject.Code, reject.Raw, reject.Line));
    }

    [Fact]
    public async Task Where_cutting_fails_the_document_ends_and_what_came_before_is_kept()
    {
        var parts = await NewsReader.Guarded(Torn(new FormatException("a mistake of ours")), new SentStream(Stream.Null), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("1", Assert.IsType<NewsItem>(parts[0]).Uri);
        Assert.Equal(RejectCode.FailedDocument, Assert.IsType<Reject>(parts[1]).Code);
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await NewsReader.Guarded(Torn(new OperationCanceledException()), new SentStream(Stream.Null), default).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_the_stream_throws_is_the_callers() =>
        await Assert.ThrowsAsync<InvalidDataException>(async () => await NewsReader.ReadAsync(new Broken(), null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));

    private static async IAsyncEnumerable<NewsPart> Torn(Exception failure, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        yield return new NewsItem { Uri = "1" };
        await Task.CompletedTask.WaitAsync(cancel);
        throw failure;
    }

    private static async Task<List<NewsPart>> Read(string document, TimeProvider clock) =>
        await NewsReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(document)), new NewsReadOptions { Clock = clock }, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    private sealed class Failing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new FormatException("a mistake of ours");
    }

    private sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidDataException("the line is dead");
    }
}
