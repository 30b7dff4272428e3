using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>Who wrote it, in whatever way the line says so.</summary>
public class BylineTests
{
    [Theory]
    [InlineData("By Anna Berg and Carl Dunn", "Anna Berg and Carl Dunn", "Anna Berg|Carl Dunn")]
    [InlineData("By ANNA BERG AND CARL DUNN", "ANNA BERG AND CARL DUNN", "ANNA BERG|CARL DUNN")]
    [InlineData("By Anna Berg, Carl Dunn and Ola Ek", "Anna Berg, Carl Dunn and Ola Ek", "Anna Berg|Carl Dunn|Ola Ek")]
    [InlineData("By Anna Berg, Political Editor", "Anna Berg, Political Editor", "Anna Berg")]
    [InlineData("By ANNA BERG, Associated Press", "ANNA BERG, Associated Press", "ANNA BERG")]
    [InlineData("By Anna Berg in Quaytown and Carl Dunn in Oslo", "Anna Berg in Quaytown and Carl Dunn in Oslo", "Anna Berg|Carl Dunn")]
    [InlineData("By Anna Berg and agencies", "Anna Berg and agencies", "Anna Berg")]
    [InlineData("By Anna Berg with Carl Dunn", "Anna Berg with Carl Dunn", "Anna Berg|Carl Dunn")]
    [InlineData("Von Jürgen Müller und Anna Schulz, dpa", "Jürgen Müller und Anna Schulz, dpa", "Jürgen Müller|Anna Schulz")]
    [InlineData("Par Hélène MARTIN avec Paul DURAND à Marseille", "Hélène MARTIN avec Paul DURAND à Marseille", "Hélène MARTIN|Paul DURAND")]
    [InlineData("Por Ana Ruiz y Luis Vega", "Ana Ruiz y Luis Vega", "Ana Ruiz|Luis Vega")]
    [InlineData("(di Marta Bianchi)", "Marta Bianchi", "Marta Bianchi")]
    [InlineData("Par Jean Petit", "Jean Petit", "Jean Petit")]
    [InlineData("Karen Lowe and Jim O'Neill, in Brisbane", "Karen Lowe and Jim O'Neill, in Brisbane", "Karen Lowe|Jim O'Neill")]
    [InlineData("记者王小明、李华", "王小明、李华", "王小明|李华")]
    [InlineData("记者站在海边说话很久了", "记者站在海边说话很久了", "记者站在海边说话很久了")]
    [InlineData("José Ortega y Gasset", "José Ortega y Gasset", "José Ortega y Gasset")]
    [InlineData("Ana Costa e Silva", "Ana Costa e Silva", "Ana Costa e Silva")]
    [InlineData("Von Hippel", "Von Hippel", "Von Hippel")]
    [InlineData("Di Stefano", "Di Stefano", "Di Stefano")]
    [InlineData("von der Leyen", "von der Leyen", "von der Leyen")]
    [InlineData("Associated Press and Reuters", "Associated Press and Reuters", "Associated Press and Reuters")]
    [InlineData("Staff and Wire Reports", "Staff and Wire Reports", "Staff and Wire Reports")]
    [InlineData("Marks and Spencer", "Marks and Spencer", "Marks and Spencer")]
    public async Task A_byline_is_read_alike_in_every_format(string line, string byline, string authors)
    {
        string[] documents =
        [
            $"""<nitf><body><body.head><hedline><hl1>Ferries sail</hl1></hedline><byline>{line}</byline></body.head><body.content><p>Ferries sail.</p></body.content></body></nitf>""",
            $"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1"><contentMeta><headline>Ferries sail</headline><by>{line}</by></contentMeta></newsItem>""",
            $"""<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ferries sail</HeadLine><ByLine>{line}</ByLine></NewsLines></NewsComponent></NewsItem></NewsML>""",
            $$"""{"uri":"urn:x:1","pubstatus":"usable","versioncreated":"2026-11-16T10:00:00Z","headline":"Ferries sail","byline":"{{line}}"}""",
        ];
        foreach (var document in documents)
        {
            var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(document))).Items);
            Assert.Equal(byline, item.Byline);
            Assert.Equal(authors, string.Join('|', item.Authors.Select(author => author.Name)));
        }
    }

    [Theory]
    [InlineData("<dc:creator>Anna Berg and Carl Dunn</dc:creator>", "")]
    [InlineData("<dc:creator>Anna Berg</dc:creator><dc:creator>Carl Dunn</dc:creator>", "")]
    [InlineData("<dc:creator>Anna Berg (now) and Carl Dunn (earlier)</dc:creator>", "")]
    [InlineData("<dc:creator>anna</dc:creator>", "")]
    [InlineData("<dc:creator>Quaytown Council</dc:creator>", "Quaytown Council")]
    [InlineData("<dc:creator>AFP</dc:creator>", "AFP")]
    [InlineData("<dc:creator>Harbour News Desk</dc:creator>", "Harbour News Desk")]
    public async Task Reporters_are_no_credit_line(string creators, string line)
    {
        var feed = $"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><item><title>Ferries sail</title><guid>1</guid>{creators}</item></channel></rss>""";
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(feed))).Items);
        Assert.Equal(line, item.Credit?.CreditLine ?? "");
        Assert.Equal(line == "AFP", item.Byline is null); // a house is no person
    }

    [Theory]
    [InlineData("Anna Nowak i Jan Lis", "pl", "Anna Nowak|Jan Lis")]
    [InlineData("Anna Berg i Stockholm", "sv", "Anna Berg")]
    [InlineData("Anna Visser en Jan Bakker", "nl", "Anna Visser|Jan Bakker")]
    [InlineData("Ana Ruiz en Buenos Aires", "es", "Ana Ruiz")]
    public async Task A_small_word_means_what_it_means_in_its_language(string line, string language, string authors)
    {
        var document = $$"""{"uri":"urn:x:1","pubstatus":"usable","versioncreated":"2026-11-16T10:00:00Z","headline":"H","language":"{{language}}","byline":"{{line}}"}""";
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(document))).Items);
        Assert.Equal(authors, string.Join('|', item.Authors.Select(author => author.Name)));
    }

    [Fact]
    public async Task Whom_the_metadata_leave_out_the_line_adds()
    {
        const string Document = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1"><contentMeta><creator><name>Ingrid Vale</name></creator><headline>Ferries sail</headline><by>By Ingrid Vale and Carl Dunn</by></contentMeta></newsItem>""";
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(Document))).Items);
        Assert.Equal(["Ingrid Vale", "Carl Dunn"], item.Authors.Select(author => author.Name));
    }
}
