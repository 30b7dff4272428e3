using Dateline.Formats.InText;
using Dateline.Formats.Text;

namespace Dateline.Formats.Tests;

/// <summary>Names and marks of the East, and names with a house behind a bar.</summary>
public class EasternNamesTests
{
    [Theory]
    [InlineData("김바다 기자", "김바다", "김바다")]
    [InlineData("이하늘 박구름 기자", "이하늘, 박구름", "이하늘|박구름")]
    [InlineData("김바다 특파원", "김바다", "김바다")]
    [InlineData("편집국 기자단", "편집국 기자단", "편집국 기자단")]
    public void An_office_is_no_part_of_a_Korean_name(string sent, string byline, string authors)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "여객선 재개", Byline = sent, Authors = [new Author(sent)] }, null);
        Assert.Equal((byline, authors), (item.Byline, string.Join('|', item.Authors.Select(author => author.Name))));
    }

    [Fact]
    public void Who_is_named_in_a_dateline_is_an_author()
    {
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody("（中央社記者王小明洛爾文16日專電）諾蘭渡輪恢復航行。（編輯：李華）1151116", BodyKind.Text) }, null);
        Assert.Equal(("王小明", "諾蘭渡輪恢復航行。"), (Assert.Single(item.Authors).Name, item.Body!.Content));
    }

    [Theory]
    [InlineData("Jane Doe | The Quay Post", "Jane Doe", "The Quay Post")]
    [InlineData("Jane Doe and Al Reed | Reuters", "Jane Doe and Al Reed", "Reuters")]
    [InlineData("Jane Doe | Tarn Wire", "Jane Doe", null)]
    [InlineData("Jane Doe | Transport Correspondent", "Jane Doe | Transport Correspondent", null)]
    [InlineData("Ferries | Trains", "Ferries | Trains", null)]
    public void Behind_a_bar_stands_for_whom_somebody_writes(string sent, string byline, string? source)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Ferries sail", Byline = sent, Authors = [new Author(sent)], Credit = new Credit { CreditLine = sent } }, "Tarn Wire");
        Assert.Equal((byline, source), (item.Byline, item.Credit?.Source));
    }

    [Theory]
    [InlineData("Ferry boss: we are glad | Mara Quill", "Ferry boss: we are glad")]
    [InlineData("Mara Quill | Ferry boss: we are glad", "Ferry boss: we are glad")]
    [InlineData("Ferry boss: we are glad | Carl Dunn", "Ferry boss: we are glad | Carl Dunn")]
    public void A_columnist_leaves_the_headline(string headline, string rest) =>
        Assert.Equal(rest, TextConventions.Apply(new NewsItem { Headline = headline, Byline = "Mara Quill", Authors = [new Author("Mara Quill")] }, null).Headline);

    [Theory]
    [InlineData("（国际）诺兰渡轮恢复航行", "诺兰渡轮恢复航行", "新华社")]
    [InlineData("عام / عودة العبارات إلى الجزر", "عودة العبارات إلى الجزر", "واس")]
    [InlineData("عام / عودة العبارات إلى الجزر", "عام / عودة العبارات إلى الجزر", "رويترز")]
    public void The_sort_of_a_story_leaves_the_headlines_of_those_that_write_it_so(string headline, string rest, string source) =>
        Assert.Equal(rest, TextConventions.Apply(new NewsItem { Headline = headline, Credit = new Credit { Source = source } }, null).Headline);

    [Theory]
    [InlineData("Паромы снова вышли в море, сообщило управление порта.", "ru")]
    [InlineData("Пороми їдуть до міста сьогодні", "uk")]
    [InlineData("Жаңа кеме теңізге шықты бүгін таңертең", null)]
    [InlineData("فیری سروس دوبارہ شروع ہوئی", "ur")]
    [InlineData("شناور دوباره حرکت کرد چهارشنبه", "fa")]
    [InlineData("Ferries sail", null)]
    public void Letters_tell_the_language_of_a_short_text(string text, string? language) => Assert.Equal(language, LanguageGuess.Of(text));

    [Theory]
    [InlineData("kyodonews.jp", "Kyodo")]
    [InlineData("xinhuanet.com", "Xinhua")]
    [InlineData("afp.com", "AFP")]
    [InlineData("tarnnews.example", "tarnnews.example")]
    public void A_host_is_called_as_its_house(string host, string house) => Assert.Equal(house, Houses.OfHost(host));

    [Fact]
    public void A_kill_in_answer_to_a_letter_kills_what_that_letter_said()
    {
        var item = TextConventions.Apply(new NewsItem { Uri = "2@tarn.example", Headline = "KILL: Ferries sail", Links = [new Link("in-reply-to", "mid:1@tarn.example")] }, null);
        Assert.Equal(["1@tarn.example"], item.Cancels);
        Assert.Empty(TextConventions.Apply(new NewsItem { Headline = "Ferries sail", Links = [new Link("in-reply-to", "mid:1@tarn.example")] }, null).Cancels);
    }
}
