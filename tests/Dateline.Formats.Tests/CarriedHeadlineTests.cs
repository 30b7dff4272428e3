using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>The sender's or an agency's name before a headline with a hyphen, as the first users' pages write it: it carries the story, and is no word of it.</summary>
public class CarriedHeadlineTests
{
    [Theory]
    [InlineData("SHAFAQNA- Ferries sail again", "SHAFAQNA")]
    [InlineData("IRNA- Ferries sail again", "IRNA")]
    [InlineData("SHAFAQNA English- Ferries sail again", "SHAFAQNA")]
    [InlineData("SHAFAQNA – Ferries sail again", "SHAFAQNA")]
    [InlineData("TARN- Ferries sail again", "TARN")]
    [InlineData("شفقنا- عودة العبارات", "شفقنا")]
    public void The_name_leaves_the_headline(string headline, string source)
    {
        var item = Read(headline);
        Assert.Equal((headline[(headline.IndexOf("- ", StringComparison.Ordinal) is > 0 and var hyphen ? hyphen + 2 : headline.IndexOf('–', StringComparison.Ordinal) + 2)..], source), (item.Headline, item.Credit?.Source));
    }

    [Theory]
    [InlineData("COVID- What the wards have learned")]
    [InlineData("G7- Ministers meet in Lorven")]
    [InlineData("AFP-Meldung sorgt für Streit")]
    [InlineData("dpa- und AFP-Kunden warten")]
    [InlineData("Mehr- Wert für alle")]
    [InlineData("MAP- The northern islands")]
    [InlineData("UNI- Students strike")]
    [InlineData("BBC – A century of sound")]
    [InlineData("NATO - Ministers meet")]
    [InlineData("Reuters: Ferries sail again")]
    public void A_headline_that_only_begins_so_stays(string headline) => Assert.Equal(headline, Read(headline).Headline);

    [Theory]
    [InlineData("SHAFAQNA- Ferries sail again", "SHAFAQNA- Ferries sailed.\n\nSource: PressTV", "PressTV/SHAFAQNA")]
    [InlineData("SHAFAQNA- Ferries sail again", "LORVEN (Reuters) - Ferries sailed.", "Reuters/SHAFAQNA")]
    [InlineData("Ferries sail again | Tarn Post", "LORVEN (AP) - Ferries sailed.", "AP/Tarn Post")]
    public void Who_carries_it_stands_behind_who_wrote_it(string headline, string body, string line)
    {
        var item = Read(headline, body);
        Assert.Equal(line, item.Credit?.CreditLine);
        Assert.Equal(line.Split('/'), item.Credit!.Hops.Select(hop => hop.Name));
    }

    [Fact]
    public void A_full_name_before_its_short_one_is_no_place()
    {
        var item = Read("Ferries sail again", "International Shia News Agency (Shafaqna)- Ferries sailed.");
        Assert.Equal(("International Shia News Agency", null, "Ferries sailed."), (item.Credit?.Source, item.PlaceLine?.Place, item.Body!.Content));
    }

    [Fact]
    public void Who_employs_the_reporter_wrote_it_whoever_else_had_files()
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Ferries sail", Byline = "Mara Quill, The Canadian Press", Body = new NewsBody("HALIFAX — Ferries sailed.\n\n— With files from The Associated Press", BodyKind.Text) }, null);
        Assert.Equal(("The Canadian Press", "HALIFAX"), (item.Credit?.Source, item.PlaceLine?.Place));
        Assert.Equal("Ferries sailed.", item.Body!.Content.TrimEnd());
    }

    private static NewsItem Read(string headline, string body = "Ferries sailed.") =>
        TextConventions.Apply(new NewsItem { Headline = headline, Links = [new Link("alternate", "https://tarn.example/1")], Body = new NewsBody(body, BodyKind.Text) }, headline.Contains("Tarn Post", StringComparison.Ordinal) ? "Tarn Post" : headline.StartsWith("SHAFAQNA", StringComparison.Ordinal) ? "SHAFAQNA" : null);
}
