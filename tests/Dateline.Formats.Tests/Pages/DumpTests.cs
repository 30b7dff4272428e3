using System.Text;

namespace Dateline.Formats.Tests.Pages;

public class DumpTests
{
    private const string FirstUsersPage = """
        PressTV/ Ferries of Port Harbour sail again after three days of storm

        SHAFAQNA (Shia International News Association)- The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said.

        The Northern Post reported on Saturday that some four thousand passengers had waited on the quay.

        “We have not seen such a sea in twenty years,” said a senior harbour official, who spoke on the condition of anonymity.

        Insurance companies put the damage at eleven million crowns.

        0 replies
        Leave a Reply
        Want to join the discussion?
        Feel free to contribute!

        Name*
        E-mail*
        Website
        Reply
        Your email address will not be published. Required fields are marked *
        """;

    [Fact]
    public async Task The_page_of_the_first_users_is_read_as_what_it_is()
    {
        var item = await Read(FirstUsersPage);
        Assert.Equal("Ferries of Port Harbour sail again after three days of storm", item.Headline);
        Assert.StartsWith("The ferries of Port Harbour sailed again on Monday", item.Body!.Content, StringComparison.Ordinal);
        Assert.EndsWith("eleven million crowns.", item.Body.Content, StringComparison.Ordinal);
        Assert.Equal(4, item.Body.Content.Split("\n\n").Length);
        Assert.Equal(["PressTV", "SHAFAQNA"], item.Credit!.Hops.Select(hop => hop.Name));
        Assert.Equal("en", item.Language);
    }

    [Fact]
    public async Task The_same_page_as_markup_gives_the_same()
    {
        var lines = FirstUsersPage.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var html = $"<html><body><div class='entry-content-wrapper'><h1 class='post-title'>{lines[0]}</h1><div class='entry-content'>{string.Concat(lines[1..5].Select(line => $"<p>{line}</p>"))}</div></div><div class='comment-entry'>{string.Concat(lines[5..].Select(line => $"<p>{line}</p>"))}</div></body></html>";
        var (page, dump) = (await PageExtractionTests.Read(html), await Read(FirstUsersPage));
        Assert.Equal(dump.Headline, page.Headline);
        Assert.Equal(dump.Body!.Content.Replace("\n\n", "\n", StringComparison.Ordinal), PageExtractionTests.Text(page));
        Assert.Equal(dump.Credit!.Hops, page.Credit!.Hops);
    }

    [Fact]
    public async Task What_stands_between_headline_and_story_is_neither()
    {
        var item = await Read("""
            Home
            News
            PressTV/ Ferries sail again after a week
            November 16, 2026 | 9:30 am
            Posted by desk
            in Harbour, News
            0
            Share on Facebook

            TARN- Ferries sailed again on Monday after a week in port, the harbour council said.

            "We are glad," the harbour master said. The line carries 3,000 people a day.

            Source: PressTV

            Tags: ferry, harbour
            Related Posts
            Council agrees on second pier
            © 2026 Tarn News
            """);
        Assert.Equal("Ferries sail again after a week", item.Headline);
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 9, 30, 0, TimeSpan.Zero), item.Published);
        Assert.Equal(["PressTV", "TARN"], item.Credit!.Hops.Select(hop => hop.Name));
        Assert.StartsWith("Ferries sailed again", item.Body!.Content, StringComparison.Ordinal);
        Assert.EndsWith("a day.", item.Body.Content, StringComparison.Ordinal);
        Assert.Null(item.Byline);
    }

    [Fact]
    public async Task A_page_dumped_by_a_text_browser_is_put_together()
    {
        var item = await Read("""
               [1]Home [2]Politics [3]Sport
               [4]Skip to content

               Ferries sail again after three days of storm

               By Mara Quill
               16 November 2026

               PORT HARBOUR (AP) — The ferries of Port Harbour sailed again on Monday
               after three days of storm, which had kept some four thousand passengers
               on the [5]quay since Friday evening.

               Fishermen on the eastern shore lost most of their nets, and asked the
               government for help before the winter comes and the herring with it.

            Related articles

               * [6]Library saves its oldest books
               * [7]Board to pay hotels but no missed trains

            References

               1. https://harbourwire.example/
               2. https://harbourwire.example/politics
            """);
        Assert.Equal("Ferries sail again after three days of storm", item.Headline);
        Assert.Equal("Mara Quill", item.Byline);
        Assert.Equal(("PORT HARBOUR", "AP"), (item.PlaceLine!.Place, item.Credit!.Source));
        Assert.Equal("The ferries of Port Harbour sailed again on Monday after three days of storm, which had kept some four thousand passengers on the quay since Friday evening.\n\nFishermen on the eastern shore lost most of their nets, and asked the government for help before the winter comes and the herring with it.", item.Body!.Content);
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero), item.Published);
    }

    [Fact]
    public async Task A_text_without_a_story_is_refused()
    {
        var reading = await FeedReading.OfAsync("Home\nPolitics\nSport\nContact us\nPrivacy policy\nAll rights reserved", new NewsReadOptions { Pages = true });
        Assert.Equal(RejectCode.NotAFeed, Assert.Single(reading.Rejects).Code);
    }

    internal static async Task<NewsItem> Read(string text) =>
        (await FeedReading.OfAsync(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), new NewsReadOptions { Pages = true })).Items.Single();
}
