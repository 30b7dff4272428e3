namespace Dateline.Formats.Tests.Pages;

/// <summary>Pages that a browser saved: where they were, what they say of a picture that is within them, and tags and summary that only the page itself shows.</summary>
public class SavedPageTests
{
    private const string Story = "<p>The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said in the evening.</p><p>Some four thousand passengers had waited on the quay, the board's chair told reporters on Monday.</p><p>The storm is to return on Friday, and nobody knows for how long it will stay this time.</p>";

    [Theory]
    [InlineData("<!--\n Page saved with SingleFile \n url: https://quay.example/news/1 \n saved date: Mon Nov 16 2026 13:42:00 GMT+0100\n-->")]
    [InlineData("<!-- saved from url=(0027)https://quay.example/news/1 -->")]
    public async Task Where_it_was_is_its_identity(string comment)
    {
        var item = await Read($"<!DOCTYPE html> <html lang=en>{comment}<meta charset=utf-8><title>Ferries sail again - Quay Times</title><body><article><h1>Ferries sail again</h1><figure><img src=\"f/a.jpg\" width=800></figure>{Story}</article>");
        Assert.Equal(("https://quay.example/news/1", "https://quay.example/news/1"), (item.Uri, item.Page));
        Assert.Equal("https://quay.example/news/f/a.jpg", Assert.Single(item.Media).Href);
    }

    [Theory]
    [InlineData("<figure><img src=\"data:image/jpeg;base64,/9j/4AAQ\" width=800><figcaption>A ferry at the quay. Photo: Ida Lund</figcaption></figure>", "")]
    [InlineData("", "<figure><img src=\"data:image/jpeg;base64,/9j/4AAQ\" width=800><figcaption>A ferry at the quay. Photo: Ida Lund</figcaption></figure>")]
    public async Task What_is_said_of_a_picture_within_the_page_is_said_of_the_one_in_its_head(string above, string among)
    {
        var item = await Read($"<html><head><title>Ferries sail again</title><meta property=\"og:image\" content=\"https://quay.example/a.jpg\"></head><body><h1>Ferries sail again</h1>{above}<div class=\"article-body\">{Story[..(Story.IndexOf("</p>", StringComparison.Ordinal) + 4)]}{among}{Story[(Story.IndexOf("</p>", StringComparison.Ordinal) + 4)..]}</div></body></html>");
        var picture = Assert.Single(item.Media);
        Assert.Equal(("https://quay.example/a.jpg", "A ferry at the quay.", "Ida Lund"), (picture.Href, picture.Caption, picture.Credit));
    }

    [Fact]
    public async Task Tags_below_the_story_are_its_keywords_and_those_elsewhere_are_not()
    {
        var item = await Read($"<html><head><title>Ferries sail again</title></head><body><aside class=\"tag-cloud\"><a rel=\"tag\" href=\"/t/9\">Weather</a></aside><article><h1>Ferries sail again</h1>{Story}<p class=\"tags\">Topics: <a rel=\"tag\" href=\"/t/1\">Ferries</a>, <a rel=\"tag\" href=\"/t/2\">#Storms</a></p></article><div class=\"related\"><p class=\"tags\"><a rel=\"tag\" href=\"/t/3\">Opera</a></p></div></body></html>");
        Assert.Equal(["Ferries", "Storms"], item.Keywords);
    }

    [Fact]
    public async Task A_standfirst_is_the_summary_for_want_of_a_description() =>
        Assert.Equal("Four thousand people waited on the islands.", (await Read($"<html><head><title>Ferries sail again</title></head><body><article><h1>Ferries sail again</h1><p class=\"standfirst\">Four thousand people waited on the islands.</p>{Story}</article></body></html>")).Summary);

    [Fact]
    public async Task The_site_of_a_dump_is_called_without_its_legal_form()
    {
        var reading = await FeedReading.OfAsync("Quay Times\nNews\nSport\n\nFerries sail again after the storm\n\nMara Quill\nMon 16 Nov 2026 10.12 GMT\n\nThe ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said.\n\nSome four thousand passengers had waited on the quay, the board's chair told reporters on Monday.\n\n© 2026 Quay Times Limited or its affiliated companies. All rights reserved.\n", new NewsReadOptions { Pages = true });
        Assert.Equal("Quay Times", reading.Head.Title);
    }

    [Fact]
    public async Task Above_a_headline_of_a_dump_may_stand_who_says_it()
    {
        var reading = await FeedReading.OfAsync("صفحه اصلی | سیاست | اقتصاد\nخبرگزاری نمونه\nتاریخ انتشار: ۲۵ آبان ۱۴۰۵ - ۱۳:۴۲\n\nمدیرکل بنادر هرمزگان:\nشناورهای قشم پس از دو روز به دریا بازگشتند\n\nبه گزارش خبرنگار ایسنا از بندرعباس، مدیرکل بنادر هرمزگان روز دوشنبه گفت: شناورهای قشم پس از دو روز توفان به دریا بازگشتند و مسافران سفر خود را آغاز کردند.\n\nوی افزود: حدود چهار هزار مسافر در این دو روز در بندر منتظر مانده بودند و اکنون همه آنان جابه‌جا شده‌اند.\n\nنظر شما\n", new NewsReadOptions { Pages = true });
        Assert.Equal("شناورهای قشم پس از دو روز به دریا بازگشتند", Assert.Single(reading.Items).Headline);
    }

    [Fact]
    public async Task The_picture_of_the_head_has_the_caption_under_it_above_the_story_and_the_advert_goes()
    {
        var item = await Read($"<html><head><title>Ferries sail again</title><meta property=\"og:image\" content=\"https://quay.example/a.jpg\"><meta property=\"og:url\" content=\"https://quay.example/1\"></head><body><main><article><h1>Ferries sail again</h1><div>By <a rel=\"author\">Mara Quill</a></div><figure><img src=\"https://quay.example/a.jpg\" width=\"800\" height=\"500\"><figcaption>A ferry at the quay. Photo: Ida Lund</figcaption></figure><div class=\"article-body\">{Story.Replace("<p>Some", "<div>Advertisement · Scroll to continue</div><p>Some", StringComparison.Ordinal)}</div></article></main></body></html>");
        Assert.Equal(("A ferry at the quay.", "Ida Lund"), (Assert.Single(item.Media).Caption, item.Media[0].Credit));
        Assert.DoesNotContain("Advertisement", item.Body!.Content, StringComparison.Ordinal);
    }

    private static async Task<NewsItem> Read(string html) => Assert.Single((await FeedReading.OfAsync(html, new NewsReadOptions { Pages = true })).Items);
}
