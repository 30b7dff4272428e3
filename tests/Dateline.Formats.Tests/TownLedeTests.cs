using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>A town in capitals and a dash, with nobody to sign it: a dateline where the text itself says that it is a town.</summary>
public class TownLedeTests
{
    [Theory]
    [InlineData("QUAYTOWN - Ferries sailed from Quaytown again.", "Ferries sail", "QUAYTOWN")]
    [InlineData("QUAYTOWN – Ferries sailed again.", "Ferries sail again in Quaytown", "QUAYTOWN")]
    [InlineData("NORTH BAY - Ferries sailed again near North Bay.", "Ferries sail", "NORTH BAY")]
    public void It_is_a_dateline(string text, string headline, string place)
    {
        var item = Read(text, headline);
        Assert.Equal(place, item.PlaceLine?.Place);
        Assert.StartsWith("Ferries sailed", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("QUAYTOWN - Ferries sailed again.", "Ferries sail")]
    [InlineData("NATO - The alliance said that NATO would meet in Lorven.", "Ferries sail")]
    [InlineData("OPINION - The ferries sail, in opinion polls as well.", "Ferries sail")]
    [InlineData("ISLANDERS - they wait at Islanders Quay.", "Ferries sail")]
    [InlineData("IRAN - The government in Iran said so.", "Ferries sail")]
    [InlineData("EXCLUSIVE - Ferries sail.", "Ferries sail in Exclusive Bay")]
    [InlineData("QUAYTOWN-Ferries sailed from Quaytown.", "Ferries sail")]
    public void It_stays_where_nothing_says_so(string text, string headline)
    {
        var item = Read(text, headline);
        Assert.Null(item.PlaceLine);
        Assert.Equal(text, item.Body!.Content);
    }

    [Theory]
    [InlineData("اسلام آباد: فیری سروس کے ذریعے لوگ واپس آ گئے ہیں۔", "اسلام آباد", null)]
    [InlineData("New Delhi: The ferries sailed again.", "New Delhi", null)]
    [InlineData("BUCUREŞTI, 16 nov. - Sursa: AGERPRES - Feriboturile navighează.", "BUCUREŞTI", "AGERPRES")]
    [InlineData("المنامة في 16 نوفمبر / بنا / أبحرت العبارات.", "المنامة", "بنا")]
    [InlineData("PHNOM PENH (Khmer Times) -- Ferries sailed again.", "PHNOM PENH", "Khmer Times")]
    [InlineData("SHAFAQNA EXCLUSIVE- Ferries sailed again.", null, "SHAFAQNA")]
    [InlineData("SHAFAQNA (Shia International News Association) – Reuters: Ferries sailed again.", null, "Reuters")]
    [InlineData("خبرگزاری شفقنا- حرکت شناورها از سر گرفته شد.", null, "خبرگزاری شفقنا")]
    [InlineData("خاص شفقنا- أبحرت العبارات يوم الاثنين.", null, "شفقنا")]
    public void The_manners_of_some_houses_are_read(string text, string? place, string? source)
    {
        var item = Read(text, "Ferries sail");
        Assert.Equal((place, source), (item.PlaceLine?.Place, item.Credit?.Source));
        Assert.True(item.Body!.Content.Length < text.Length);
    }

    [Theory]
    [InlineData("Paris: The city of boats is one of bridges.")]
    [InlineData("HARRIS - Boats sailed in Harris County again.")]
    [InlineData("UPDATE - Boats sailed near Update again.")]
    public void A_text_that_only_begins_so_stays(string text) => Assert.Equal(text, Read(text, "Ferries sail").Body!.Content);

    [Fact]
    public void In_Arabic_a_city_before_a_colon_is_whose_word_it_is() => Assert.Null(Read("طهران: لن نتفاوض على ذلك.", "Ferries sail").PlaceLine);

    [Fact]
    public void Petra_names_the_reporter_between_two_hyphens()
    {
        var item = Read("عمان 16 تشرين الثاني (بترا)-سامي الحداد- أبحرت العبارات يوم الاثنين. --(بترا)", "Ferries sail");
        Assert.Equal(("سامي الحداد", "أبحرت العبارات يوم الاثنين."), (item.Byline, item.Body!.Content));
    }

    private static NewsItem Read(string text, string headline) => TextConventions.Apply(new NewsItem { Headline = headline, Body = new NewsBody(text, BodyKind.Text) }, null);
}
