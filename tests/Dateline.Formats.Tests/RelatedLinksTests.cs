namespace Dateline.Formats.Tests;

/// <summary>What publishing systems put into a feed's texts beside the story: links to others, labels of fields, lists of tags.</summary>
public class RelatedLinksTests
{
    private const string Story = "<p>Ferries sailed again on Monday.</p><p>He was relieved.</p>";
    private const string Links = "<ul><li><a href=\"https://k.example/1\">Strike at sea</a></li><li><a href='https://k.example/2'><b>What</b> now?</a></li></ul>";

    [Theory]
    [InlineData(Story + "<p><strong>READ MORE:</strong></p>" + Links)]
    [InlineData(Story + "<h4>READ ALSO:</h4><p><a href=\"https://k.example/1\">Strike at sea</a></p>\n<p><a href=\"https://k.example/2\">What now?</a></p>")]
    [InlineData(Story + "<p>Lees ook:</p>" + Links)]
    [InlineData(Story + "<div class='x'>Читайте также:</div>" + Links)]
    [InlineData("<p>Ferries sailed again on Monday.</p><p><b>READ MORE:</b> <a href=\"https://k.example/1\">Strike at sea</a></p><p>He was relieved.</p>")]
    [InlineData(Story + "<p>Lees ook: Staking op zee</p><p>©ANP</p>")]
    [InlineData("<div class=\"K2FeedFullText\">" + Story + "</div><div class=\"K2FeedTags\"><ul><li>ferry</li><li>sea</li></ul></div>")]
    [InlineData("<span class=\"field field--name-title field--type-string\">Ferries sail again</span><span class=\"field field--name-created\">Mon, 11/30/2026 - 10:11</span>" + Story + "<div class=\"field field--name-field-category field--label-above\"><div class=\"field__label\">Category</div><div class=\"field__item\">Transport</div></div>")]
    [InlineData(Story + "<div class=\"field field-name-field-section field-label-inline\"><div class=\"field-label\">Section:</div><div class=\"field-items\">Transport</div></div>")]
    public async Task They_are_left_out_of_body_and_summary(string html)
    {
        var item = await Read(html);
        Assert.Equal("Ferries sailed again on Monday.\nHe was relieved.", item.Summary);
        Assert.Equal("Ferries sailed again on Monday.\nHe was relieved.", Text.HtmlText.Lines(item.Body!.Content, true));
    }

    [Theory]
    [InlineData("<p>We list what we liked. Read more:</p><ul><li>A novel of the sea</li><li>A memoir</li></ul>")]
    [InlineData("<p>Read more:</p><ul><li>A novel of the sea</li><li><a href='https://k.example/1'>A memoir</a></li></ul>")]
    [InlineData("<p>We list what we liked.</p><p>The best of them:</p>" + Links)]
    [InlineData("<p>Ferries sailed.</p><p>Read more: the council has <a href='https://k.example/1'>a list</a> of books.</p><p>He was relieved.</p>")]
    [InlineData("<p>Related: <a href='https://k.example/1'>Strike at sea</a></p>")]
    public async Task A_list_of_what_the_story_is_about_stays(string html) => Assert.Equal(html, (await Read(html)).Body!.Content);

    [Fact]
    public async Task Many_labels_and_no_end_cost_no_more_than_their_length()
    {
        var html = "<p>Ferries sailed.</p>" + string.Concat(Enumerable.Repeat("<p><b>READ MORE:</b> <a href='x'>", 20_000));
        Assert.StartsWith("<p>Ferries sailed.</p>", (await Read(html)).Body!.Content, StringComparison.Ordinal);
    }

    private static async Task<NewsItem> Read(string html) =>
        (await FeedReading.OfAsync($"<rss version='2.0'><channel><title>Harbour Paper</title><item><title>Ferries sail again</title><guid>1</guid><description><![CDATA[{html}]]></description></item></channel></rss>")).Items[0];
}
