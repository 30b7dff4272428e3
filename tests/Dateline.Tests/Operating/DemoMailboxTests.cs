using AngleSharp.Html.Parser;
using Dateline.Operating;
using Dateline.Replies.Letters;
using Dateline.Tests.House;

namespace Dateline.Tests.Operating;

public class DemoMailboxTests
{
    private static readonly Uri Site = new("http://127.0.0.1:5080/");

    [Fact]
    public async Task A_letter_is_taken_by_SMTP_and_read_on_the_page_with_our_links_alone()
    {
        await using var mailbox = await DemoMailbox.Open(Site, TestContext.Current.CancellationToken);
        var delivery = new LetterDelivery(new DatelineOptions { DataFolder = "", PublicUrl = Site, Mail = mailbox.Options });
        foreach (var (to, subject) in new[] { ("noor@example.org", "<b>Please confirm</b>"), ("نور@مثال.example", "يُرجى التأكيد") })
            Assert.Null(await delivery.Send(new Letter(to, subject, "One.\n.two\n\nhttp://127.0.0.1:5080/en/mail/secret\n\nhttp://elsewhere.example/ <i>three</i>"), Guid.CreateVersion7(), TestHouse.Start, default));

        using var http = new HttpClient();
        var page = new HtmlParser().ParseDocument(await http.GetStringAsync(mailbox.Address));
        Assert.Equal(["يُرجى التأكيد", "<b>Please confirm</b>"], page.QuerySelectorAll("h2").Select(name => name.TextContent));
        Assert.Equal(["http://127.0.0.1:5080/en/mail/secret"], page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).Distinct());
        Assert.Contains(".two", page.QuerySelector(".letter-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("نور@مثال.example", page.Body!.TextContent, StringComparison.Ordinal);
        var sheet = page.QuerySelector("link[href*='site.']")!.GetAttribute("href")!;
        Assert.NotEmpty(await http.GetStringAsync(new Uri(mailbox.Address, sheet)));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_for_good()
    {
        await using var mailbox = await DemoMailbox.Open(Site, TestContext.Current.CancellationToken);
        var delivery = new LetterDelivery(new DatelineOptions { DataFolder = "", PublicUrl = Site, Mail = mailbox.Options });
        var text = string.Concat(Enumerable.Repeat("A line of some length, and another.\n", 10_000));
        Assert.Equal(new LetterFailure("552", ForGood: true), await delivery.Send(new Letter("noor@example.org", "Long", text), Guid.CreateVersion7(), TestHouse.Start, default));
    }
}
