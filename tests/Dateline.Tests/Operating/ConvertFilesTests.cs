using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Dateline.Formats;
using Dateline.Operating;

namespace Dateline.Tests.Operating;

public sealed class ConvertFilesTests : IDisposable
{
    private const string Feed = """
        <rss version="2.0"><channel><title>Harbour Wire</title><link>https://harbourwire.example/</link>
        <item><guid isPermaLink="false">hw-1</guid><title>Ferry sails</title><description><![CDATA[<p onclick="x()">Ferries <b>sailed</b>.</p><script>alert(1)</script>]]></description></item>
        <item></item>
        <item><guid isPermaLink="false">hw-2</guid><title>Quay closed</title><description>Closed.</description></item>
        </channel></rss>
        """;

    private const string Held = """{"uri":"urn:hw:3","pubstatus":"usable","embargoed":"2099-01-01T00:00:00Z","headline":"Not yet","type":"text"}""";

    private readonly string folder = Directory.CreateTempSubdirectory("convert").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("newsml-g2", "newsMessage")]
    [InlineData("rss", "rss")]
    [InlineData("atom", "feed")]
    public async Task A_feed_becomes_one_document_of_all_its_items(string to, string root)
    {
        var (code, written, said) = await Convert(Feed, to);
        var document = XDocument.Parse(written);
        Assert.Equal(root, document.Root!.Name.LocalName);
        Assert.Contains("hw-1", written, StringComparison.Ordinal);
        Assert.Contains("hw-2", written, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", written, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", written, StringComparison.Ordinal);

        // The empty item is told with its line, and the others are there nevertheless.
        Assert.Equal(1, code);
        Assert.Contains("in.wire: Line 3: ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("jsonfeed")]
    public async Task A_feed_without_any_time_gets_none_that_is_read_back(string to)
    {
        const string Undated = """<rss version="2.0"><channel><title>Harbour Wire</title><link>https://hw.example/</link><item><guid isPermaLink="false">hw-1</guid><title>Ferries sail again</title><description>They sail.</description></item></channel></rss>""";
        var (code, written, _) = await Convert(Undated, to);
        Assert.Equal(0, code);
        Assert.DoesNotContain("1970", written, StringComparison.Ordinal);
        var parts = new List<NewsPart>();
        await foreach (var part in NewsReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(written)), cancel: TestContext.Current.CancellationToken)) parts.Add(part);
        Assert.Null(parts.OfType<FeedHead>().Last().Updated);
        var item = Assert.Single(parts.OfType<NewsItem>());
        Assert.Equal((null, null, null), (item.Published, item.Updated, item.VersionCreated));
    }

    [Fact]
    public async Task NewsML_G2_tells_that_it_went_through_our_hands()
    {
        var (_, written, _) = await Convert(Feed, "newsml-g2", sender: "Meridian");
        var hops = XDocument.Parse(written).Descendants().Where(e => e.Name.LocalName == "hop").ToList();
        Assert.Equal(2, hops.Count);
        Assert.All(hops, hop => Assert.Equal("Meridian", hop.Value));
    }

    [Fact]
    public async Task Ninjs_is_a_document_a_line_or_a_file_each()
    {
        var (_, lines, _) = await Convert(Feed, "ninjs3.1");
        Assert.Equal(2, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)).Count());
        var into = Path.Combine(folder, "out");
        var (_, nothing, _) = await Convert(Feed, "ninjs2.2", into);
        Assert.Equal("", nothing);
        Assert.Equal(["000001-in.json", "000002-in.json"], Directory.GetFiles(into).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        // What is there already stays.
        var (code, _, said) = await Convert(Feed, "ninjs2.2", into);
        Assert.Equal(1, code);
        Assert.Contains("000001-in.json", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NITF_on_standard_output_holds_one_item_and_says_so()
    {
        var (code, written, said) = await Convert(Feed, "nitf");
        Assert.Equal(1, code);
        XDocument.Parse(written);
        Assert.Contains("--out FOLDER", said, StringComparison.Ordinal);
        await Convert(Feed, "nitf", Path.Combine(folder, "out"));
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "out"))) XDocument.Load(file);
    }

    [Theory]
    [InlineData("rss")]
    [InlineData("atom")]
    [InlineData("jsonfeed")]
    public async Task What_is_held_waits_where_the_format_cannot_say_so(string to)
    {
        var (code, written, said) = await Convert(Held, to);
        Assert.Equal(0, code);
        Assert.DoesNotContain("Not yet", written, StringComparison.Ordinal);
        Assert.Contains("in.wire: item 'urn:hw:3' was left out. It is under an embargo", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newsml-g2")]
    [InlineData("nitf")]
    [InlineData("ninjs3.1")]
    [InlineData("ninjs2.2")]
    public async Task What_is_held_travels_where_the_format_says_so(string to)
    {
        var (code, written, _) = await Convert(Held, to);
        Assert.Equal(0, code);
        Assert.Contains("2099-01-01T00:00:00", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_an_item_is_not_made_a_whole_one()
    {
        var (code, written, said) = await Convert(Feed[..Feed.IndexOf("Closed.", StringComparison.Ordinal)], "atom");
        Assert.Equal(1, code);
        Assert.Contains("hw-1", written, StringComparison.Ordinal);
        Assert.DoesNotContain("hw-2", written, StringComparison.Ordinal);
        Assert.Contains("ends within the item 'hw-2'", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ninjs3.1", 3)]
    [InlineData("newsml-g2", 2)]
    public async Task A_folder_is_read_with_all_its_files(string to, int documents)
    {
        var wires = Directory.CreateDirectory(Path.Combine(folder, "wires", "inner"));
        await File.WriteAllTextAsync(Path.Combine(wires.Parent!.FullName, "a.xml"), Feed, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(wires.FullName, "b"), Held, TestContext.Current.CancellationToken);
        await new ConvertFiles(ConvertFormats.Of(to), new ConvertPlace(Path.Combine(folder, "out"), Stream.Null), TextWriter.Null, DateTimeOffset.UnixEpoch, null).Run([wires.Parent.FullName], TestContext.Current.CancellationToken);
        Assert.Equal(documents, Directory.GetFiles(Path.Combine(folder, "out")).Length);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using var said = new StringWriter();
        using var output = new MemoryStream();
        Assert.Equal(1, await new ConvertFiles(ConvertFormats.Of("atom"), new ConvertPlace(null, output), said, DateTimeOffset.UnixEpoch, null).Run([Path.Combine(folder, "none")], TestContext.Current.CancellationToken));
        Assert.Contains(Path.Combine(folder, "none"), said.ToString(), StringComparison.Ordinal);
    }

    private async Task<(int Code, string Written, string Said)> Convert(string text, string to, string? into = null, string? sender = null)
    {
        var path = Path.Combine(folder, "in.wire");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        using var output = new MemoryStream();
        using var said = new StringWriter();
        var code = await new ConvertFiles(ConvertFormats.Of(to), new ConvertPlace(into, output), said, new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero), sender).Run([path], TestContext.Current.CancellationToken);
        return (code, Encoding.UTF8.GetString(output.ToArray()), said.ToString().Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }
}
