using System.Text;

namespace Dateline.Formats.Tests.Pages;

/// <summary>A page that a browser saved in one file looks like mail. It is the page.</summary>
public class PageArchiveTests
{
    private const string Html = "<html lang=3D\"en\"><head><title>Ferries sail again | Quay24</title></head><body><nav><a>Home</a><a>News</a></nav><article><h1>Ferries sail again</h1><img src=3D\"cid:f1@x\" width=3D\"800\" height=3D\"500\"><img src=3D\"cid:gone@x\" width=3D\"800\" height=3D\"500\"><img src=3D\"https://quay24.example/two.jpg\" width=3D\"800\" height=3D\"500\"><p>The ferries of Port Harbour sailed again on Monday after three days of storm=\r\n, the board said =E2=80=93 all of them.</p><p>Fishermen on the eastern shore lost most of their nets and asked the government for help before the winter.</p></article><div class=3D\"related\"><h3>Related</h3><a>Library</a></div></body></html>";

    private const string Parts = $"------MB--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <frame-1@mhtml.example>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://quay24.example/news/ferries\r\n\r\n{Html}\r\n------MB--x\r\nContent-Type: image/jpeg\r\nContent-ID: <f1@x>\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://quay24.example/one.jpg\r\n\r\n/9j/4AAQ\r\n------MB--x--\r\n";

    private const string Related = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----MB--x\"\r\n";

    [Theory]
    [InlineData($"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay24.example/news/ferries\r\nSubject: Ferries sail again | Quay24\r\nDate: Mon, 16 Nov 2026 11:05:33 -0000\r\n{Related}\r\n\r\n{Parts}")]
    [InlineData($"From: \"Saved by Windows Internet Explorer 8\"\r\nSubject: Ferries sail again\r\nDate: Mon, 16 Nov 2026 11:05:33 +0100\r\n{Related}X-MimeOLE: Produced By Microsoft MimeOLE\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n{Parts}")]
    [InlineData($"Subject: Ferries sail again\r\nDate: Mon, 16 Nov 2026 11:05:33 +0100\r\n{Related}\r\nThis is a multi-part message: in MIME format.\r\n\r\n{Parts}")]
    [InlineData($"From: <Saved by Mozilla 5.0>\r\nSubject: Ferries sail again\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://quay24.example/news/ferries\r\n\r\n{Html}")]
    public async Task It_is_read_as_the_page_that_it_is(string archive)
    {
        var bytes = Encoding.UTF8.GetBytes(archive);
        Assert.Equal(NewsFormat.Html, FormatDetector.Detect(bytes));
        var reading = await FeedReading.OfAsync(bytes, new NewsReadOptions { Pages = true });
        var item = reading.Items.Single();
        Assert.Equal((NewsFormat.Html, "Ferries sail again", "https://quay24.example/news/ferries"), (reading.Head.Format, item.Headline, item.Uri));
        Assert.Equal(["The ferries of Port Harbour sailed again on Monday after three days of storm, the board said – all of them.", "Fishermen on the eastern shore lost most of their nets and asked the government for help before the winter."], PageExtractionTests.Text(item).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var hrefs = item.Media.Select(media => media.Href).ToList();
        Assert.Equal(archive.Contains("base64", StringComparison.Ordinal) ? ["https://quay24.example/one.jpg", "https://quay24.example/two.jpg"] : ["https://quay24.example/two.jpg"], hrefs);
    }

    [Fact]
    public async Task Where_no_pages_are_read_it_is_refused_as_one()
    {
        var reading = await FeedReading.OfAsync(Encoding.UTF8.GetBytes($"From: <Saved by Blink>\r\nSubject: Ferries\r\n{Related}\r\n{Parts}"));
        Assert.Equal("This is a web page, not a feed.", Assert.Single(reading.Rejects).Reason);
    }

    [Theory]
    [InlineData("From: desk@quay24.example\r\nTo: wire@tarn.example\r\nSubject: Ferries sail again\r\n")]
    [InlineData("Received: from quay24.example\r\nFrom: \"Saved by the bell\" <desk@quay24.example>\r\nSubject: Ferries sail again\r\n")]
    [InlineData("From: desk@quay24.example\r\nMessage-ID: <1@quay24.example>\r\nSubject: Ferries sail again\r\n")]
    public void A_letter_with_a_page_in_it_stays_a_letter(string head) => Assert.Equal(NewsFormat.Mail, FormatDetector.Detect(Encoding.UTF8.GetBytes($"{head}{Related}\r\n{Parts}")));

    [Theory]
    [InlineData("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--\r\n")]
    [InlineData("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n")]
    public async Task An_archive_without_a_page_is_refused(string archive) =>
        Assert.Equal(RejectCode.NotAFeed, Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(archive), new NewsReadOptions { Pages = true })).Rejects).Code);

    [Fact]
    public async Task Cut_anywhere_it_is_read_or_refused()
    {
        const int Step = 13;
        var bytes = Encoding.UTF8.GetBytes($"From: <Saved by Blink>\r\nSubject: Ferries sail again\r\n{Related}\r\n{Parts}");
        for (var length = 0; length < bytes.Length; length += Step)
            Assert.NotEmpty((await FeedReading.OfAsync(bytes[..length], new NewsReadOptions { Pages = true })).Parts);
    }
}
