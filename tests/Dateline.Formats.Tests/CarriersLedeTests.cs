using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>Ledes that name town, reporter and agency, or carrier and agency, with nothing but a hyphen or a stroke between them.</summary>
public class CarriersLedeTests
{
    [Theory]
    [InlineData("دمشق-سانا عادت العبارات إلى العمل اليوم.", "عادت العبارات إلى العمل اليوم.", "دمشق", "سانا", null)]
    [InlineData("إسطنبول / يان مالر / الأناضول: عادت العبارات إلى العمل اليوم.", "عادت العبارات إلى العمل اليوم.", "إسطنبول", "الأناضول", "يان مالر")]
    [InlineData("به گزارش خبرنگار خبرگزاری «حوزه» در بندرعباس، شناورها به دریا بازگشتند.", "شناورها به دریا بازگشتند.", null, "حوزه", null)]
    [InlineData("(di Marta Quilli) (ANSA) - ROMA, 16 NOV - I traghetti tornano in mare.", "I traghetti tornano in mare.", "ROMA", "ANSA", "Marta Quilli")]
    [InlineData("Praha - Trajekty znovu plují.\n\nČTK", "Trajekty znovu plují.", "Praha", "ČTK", null)]
    [InlineData("ST. JOHN'S, N.L. — The ferries sail again.\n\nThis report by The Canadian Press was first published Nov. 16, 2026.", "The ferries sail again.", "ST. JOHN'S, N.L.", "CP", null)]
    public void They_leave_the_text(string text, string story, string? place, string agency, string? byline)
    {
        var item = Read(text);
        Assert.Equal((story, place, byline), (item.Body!.Content.Trim(), item.PlaceLine?.Place, item.Byline));
        Assert.True(Houses.AreOne(item.Credit!.Source!, agency), item.Credit.Source);
    }

    [Fact]
    public void The_one_behind_the_hyphen_wrote_it_and_the_one_before_carries_it()
    {
        var item = Read("SHAFAQNA-IRNA: Ferries to Qeshm sail again.");
        Assert.Equal(("Ferries to Qeshm sail again.", "IRNA", "SHAFAQNA"), (item.Body!.Content, item.Credit?.Source, item.Credit?.Distributor));
    }

    [Theory]
    [InlineData("إيران-العالم الإسلامي يجتمعان في القاهرة اليوم.")]
    [InlineData("Praha - Trajekty znovu plují.")]
    [InlineData("كتاب / يان مالر / القاهرة: عادت العبارات إلى العمل.")]
    public void Other_words_stay(string text) => Assert.Equal(text, Read(text).Body!.Content);

    [Fact]
    public void The_reporter_of_the_fields_goes_below_a_dateline_on_a_line_of_its_own() =>
        Assert.Equal("<p>Lautat kulkevat taas.</p>", TextConventions.Apply(new NewsItem { Headline = "Lautat", Byline = "Aino Meri", Body = new NewsBody("<p>STT, Helsinki</p><p>AINO MERI</p><p>Lautat kulkevat taas.</p>", BodyKind.Html) }, null).Body!.Content);

    [Theory]
    [InlineData("*** Serviço vídeo disponível em www.wire.example ***\n\nLisboa, 16 nov 2026 (Lusa) - As barcas voltaram.", "As barcas voltaram.")]
    [InlineData("(Wiederholung aus technischen Gründen)\n\nBremerhaven (dpa) - Die Fähren fahren wieder.", "Die Fähren fahren wieder.")]
    public void A_note_above_the_lede_goes(string text, string story) => Assert.Equal(story, Read(text).Body!.Content.Trim());

    [Theory]
    [InlineData("LEAD Reprise des bacs", "Reprise des bacs")]
    [InlineData("(종합) 여객선 운항 재개", "여객선 운항 재개")]
    [InlineData("[종합2보] 여객선 운항 재개", "여객선 운항 재개")]
    [InlineData("Los barcos vuelven (Actualización)", "Los barcos vuelven")]
    [InlineData("LEAD PIPES IN OLD HOUSES", "LEAD PIPES IN OLD HOUSES")]
    [InlineData("Lead singer found", "Lead singer found")]
    public void A_mark_leaves_the_headline(string sent, string headline)
    {
        LeadMark.Read(sent, out var rest);
        Assert.Equal(headline, rest);
    }

    private static NewsItem Read(string text) => TextConventions.Apply(new NewsItem { Headline = "Ferries", Body = new NewsBody(text, BodyKind.Text) }, null);
}
