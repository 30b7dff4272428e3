using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>Who reported, written and edited, as Reuters says it below a text: nobody is lost, whether the fields have a place for them or not.</summary>
public class ReportingLineTests
{
    [Theory]
    [InlineData("(Reporting by Jane Doe; Editing by Tom Hale)", "Jane Doe", "Jane Doe")]
    [InlineData("Reporting by Jane Doe in Quaytown and Carl Dunn in Lorven; editing by Tom Hale", "Jane Doe and Carl Dunn", "Jane Doe|Carl Dunn")]
    [InlineData("It is good. (Reporting by Jane Doe, editing by Tom Hale)", "Jane Doe", "Jane Doe")]
    [InlineData("(Reporting by Jane Doe; Additional reporting by Eve Marsh; Writing by Al Reed; Editing by Tom Hale and Ann Poole)", "Jane Doe", "Jane Doe|Eve Marsh|Al Reed")]
    [InlineData("Reporting by Jane Doe. Additional reporting by Carl Dunn. Editing by Tom Hale.", "Jane Doe", "Jane Doe|Carl Dunn")]
    [InlineData("(Reporte de Juan Roca; Editado en español por Eva Mar)", "Juan Roca", "Juan Roca")]
    [InlineData("(Por João Mar; Editado por Ana Costa)", "João Mar", "João Mar")]
    [InlineData("(Reportage Jean Roux, version française Anne Mer, édité par Luc Bois)", "Jean Roux", "Jean Roux")]
    [InlineData("(Bericht von Jan Maler, redigiert von Eva Stein. Bei Rückfragen wenden Sie sich bitte an die Redaktion.)", "Jan Maler", "Jan Maler")]
    public void Who_reported_is_the_byline_and_the_editor_stays_in_the_text(string line, string byline, string authors)
    {
        var item = Read(line);
        Assert.Equal((byline, authors), (item.Byline, string.Join('|', item.Authors.Select(author => author.Name))));
        Assert.EndsWith($"<p>{line}</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(Reporting by Jane Doe)")]
    [InlineData("(Reporting by Jane Doe; Writing by Al Reed)")]
    [InlineData("Reporting by Jane Doe and Carl Dunn")]
    public void Where_the_fields_name_everybody_the_line_goes(string line)
    {
        var item = Read(line);
        Assert.StartsWith("Jane Doe", item.Byline, StringComparison.Ordinal);
        Assert.EndsWith("<p>They are glad.</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byline_that_was_sent_stays_and_so_does_who_it_leaves_out()
    {
        var item = Read("(Reporting by Jane Doe and Carl Dunn)", "Jane Doe");
        Assert.Equal("Jane Doe", item.Byline);
        Assert.EndsWith("Carl Dunn)</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_house_in_the_place_of_the_reporter_is_credited()
    {
        var item = Read("Reporting by Jane Doe; Editing by Tom Hale", "Reuters");
        Assert.Equal(("Jane Doe", "Reuters"), (item.Byline, item.Credit?.Source));
    }

    [Theory]
    [InlineData("Reporting by foreign correspondents is banned in Norland; editing by a state office is the rule.")]
    [InlineData("Reporting by Jane Doe has won a prize.")]
    [InlineData("Reporting by the Harbour Times led to the inquiry.")]
    [InlineData("Por Juan Roca votaron mil personas.")]
    [InlineData("Additional reporting by Carl Dunn")]
    [InlineData("(Reporting by our own staff; Editing by Tom Hale)")]
    public void A_sentence_is_none(string line)
    {
        var item = Read(line);
        Assert.Null(item.Byline);
        Assert.EndsWith($"<p>{line}</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    private static NewsItem Read(string last, string? byline = null) =>
        TextConventions.Apply(new NewsItem { Headline = "Ferries sail again", Language = "en", Byline = byline, Authors = byline is null ? [] : [new Author(byline)], Body = new NewsBody($"<p>Ferries sailed again on Monday.</p><p>They are glad.</p><p>{last}</p>", BodyKind.Html) }, null);
}
