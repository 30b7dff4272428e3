using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>What stands in brackets before a subject is read, unless it is the name of the list that carried the letter.</summary>
public class MailTagTests
{
    private static async Task<NewsItem> Of(string subject, string more = "")
    {
        var word = Encoding.UTF8.GetByteCount(subject) == subject.Length ? subject : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=";
        var mail = $"From: Quay Press Office <press@quay.example>\r\nSubject: {word}\r\nMessage-ID: <1@quay.example>\r\nDate: Mon, 16 Nov 2026 09:30:00 +0100\r\n{more}\r\nThe ferries sailed again on Monday, the harbour board said.\r\n\r\nThey carry 3,000 people a day.\r\n";
        return Assert.Single((await FeedReading.OfAsync(Encoding.ASCII.GetBytes(mail))).Items);
    }

    [Theory]
    [InlineData("[EMBARGOED until 00:01 GMT 18 November 2026] Ferries sail", "2026-11-18T00:01:00Z")]
    [InlineData("[Embargo: 18.11.2026, 10 Uhr] Ferries sail", "2026-11-18T09:00:00Z")]
    [InlineData("[EMBARGOED] Ferries sail", "")]
    [InlineData("[SOUS EMBARGO] Ferries sail", "")]
    [InlineData("[엠바고 18일 06:00] Ferries sail", "")]
    [InlineData("[HOLD FOR RELEASE] Ferries sail", "")]
    [InlineData("[quay-news] Fwd: [EMBARGOED] Ferries sail", "")]
    public async Task A_tag_holds_its_letter(string subject, string until)
    {
        foreach (var list in (string[])["", "List-Id: Quay <news.quay.example>\r\n"])
        {
            var item = await Of(subject, list);
            Assert.NotNull(item.Embargo);
            Assert.Equal(until, SampleFacts.Time(item.Embargo.Until));
            Assert.Equal("Ferries sail", item.Headline);
        }
    }

    [Fact]
    public async Task A_tag_is_heard()
    {
        Assert.Equal((PubStatus.Canceled, "Ferries sail"), ((await Of("[KILL] Ferries sail")).Status, (await Of("[KILL] Ferries sail")).Headline));
        Assert.Equal(PubStatus.Canceled, (await Of("[MANDATORY KILL] Ferries sail")).Status);
        var update = await Of("[UPDATE 2] Ferries sail");
        Assert.Equal((new LeadMark(LeadKind.Update, 2, "UPDATE 2"), "sig:update", "Ferries sail"), (update.LeadMark, string.Join(' ', update.Signals), update.Headline));
        Assert.Equal("sig:correction", string.Join(' ', (await Of("[CORRECTION] Ferries sail")).Signals));
        Assert.False((await Of("[ADVISORY] Ferries sail")).Publishable);
        var inner = await Of("[NOT FOR PUBLICATION] Ferries sail");
        Assert.Equal((false, "Ferries sail"), (inner.Publishable, inner.Headline));
        var agency = await Of("[AP] Ferries sail");
        Assert.Equal(("AP", "Ferries sail"), (agency.Credit!.Source, agency.Headline));
        Assert.Equal("[Harbour Board] Ferries sail", (await Of("[Harbour Board] Ferries sail")).Headline);
    }

    [Theory]
    [InlineData("[Harbour Board] Ferries sail", "List-Id: Harbour board <board.quay.example>\r\n")]
    [InlineData("[quay-news] Ferries sail", "")]
    [InlineData("Re: [Quay-L] Fwd: Ferries sail", "")]
    [InlineData("[EXTERNAL] Ferries sail", "")]
    [InlineData("[Press release] Ferries sail", "")]
    [InlineData("[Pressemitteilung] Ferries sail", "")]
    [InlineData("[Ticket #4711] Ferries sail", "")]
    public async Task A_tag_of_who_carries_it_goes(string subject, string more)
    {
        var item = await Of(subject, more);
        Assert.Equal("Ferries sail", item.Headline);
        Assert.Null(item.Embargo);
        Assert.True(item.Publishable);
    }
}
