using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>Who reported, written and edited, as Reuters says it below a text: nobody is lost, and none of it is text.</summary>
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
    public void Who_reported_is_the_byline_and_the_line_leaves_the_text(string line, string byline, string authors)
    {
        var item = Read(line);
        Assert.Equal((byline, authors), (item.Byline, string.Join('|', item.Authors.Select(author => author.Name))));
        Assert.EndsWith(line.StartsWith("It is", StringComparison.Ordinal) ? "<p>It is good.</p>" : "<p>They are glad.</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(Reporting by Jane Doe; Editing by Tom Hale and Ann Poole)", "Tom Hale editor|Ann Poole editor")]
    [InlineData("(Reporting by Jane Doe; Graphics by Al Reed; Editing by Tom Hale)", "Al Reed graphics|Tom Hale editor")]
    [InlineData("(Reporte de Juan Roca; Traducido por Eva Mar)", "Eva Mar translator")]
    [InlineData("(Reportage Jean Roux, version française Anne Mer, édité par Luc Bois)", "Anne Mer translator|Luc Bois editor")]
    [InlineData("Edited by: Tom Hale", "Tom Hale editor")]
    [InlineData("* Editing by Tom Hale", "Tom Hale editor")]
    public void Who_edited_and_translated_it_are_contributors(string line, string contributors)
    {
        var item = Read(line);
        Assert.Equal(contributors, string.Join('|', item.Contributors.Select(person => $"{person.Name} {person.Role}")));
        Assert.EndsWith("<p>They are glad.</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(Reporting by Mumbai newsroom; Editing by Tom Hale)", null, "Tom Hale editor")]
    [InlineData("(Reporting by Jane Doe, Al Reed and the Lorven newsroom; Editing by Tom Hale)", "Jane Doe and Al Reed", "Tom Hale editor")]
    [InlineData("(Additional reporting by Carl Dunn; Editing by Tom Hale)", null, "Carl Dunn reporter|Tom Hale editor")]
    public void Rooms_have_no_names_and_who_added_to_it_is_not_who_wrote_it(string line, string? byline, string contributors)
    {
        var item = Read(line);
        Assert.Equal((byline, contributors), (item.Byline, string.Join('|', item.Contributors.Select(person => $"{person.Name} {person.Role}"))));
        Assert.EndsWith("<p>They are glad.</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Reuters_says_it_in_Arabic_too()
    {
        var item = Read("(تغطية صحفية سامي الحداد - إعداد منى سالم للنشرة العربية - تحرير علي نور)");
        Assert.Equal(("سامي الحداد", "منى سالم writer|علي نور editor"), (item.Byline, string.Join('|', item.Contributors.Select(person => $"{person.Name} {person.Role}"))));
        Assert.EndsWith("<p>They are glad.</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editors_that_a_format_names_are_no_authors()
    {
        const string Json = """{"uri":"urn:x:1","type":"text","headline":"Ferries sail","byline":"Jane Doe","authors":[{"name":"Jane Doe","role":"writer"},{"name":"Tom Hale","role":"editor"}],"body_html":"<p>Ferries sailed.</p>"}""";
        var item = (await FeedReading.OfAsync(Json)).Items[0];
        Assert.Equal("Jane Doe", Assert.Single(item.Authors).Name);
        Assert.Equal(new Contributor("Tom Hale", "editor"), Assert.Single(item.Contributors));
    }

    [Theory]
    [InlineData("(Reporting by Jane Doe)")]
    [InlineData("(Reporting by Jane Doe; Writing by Al Reed)")]
    [InlineData("Reporting by Jane Doe and Carl Dunn")]
    public void Where_nobody_edited_it_the_line_goes_too(string line)
    {
        var item = Read(line);
        Assert.StartsWith("Jane Doe", item.Byline, StringComparison.Ordinal);
        Assert.EndsWith("<p>They are glad.</p>", item.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byline_that_was_sent_stays_and_whom_it_leaves_out_is_a_contributor()
    {
        var item = Read("(Reporting by Jane Doe and Carl Dunn)", "Jane Doe");
        Assert.Equal("Jane Doe", item.Byline);
        Assert.Equal(new Contributor("Carl Dunn", "reporter"), Assert.Single(item.Contributors));
        Assert.EndsWith("<p>They are glad.</p>", item.Body!.Content, StringComparison.Ordinal);
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
