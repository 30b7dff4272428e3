using System.Text;
using System.Text.Json.Nodes;
using Dateline.Operating;

namespace Dateline.Tests.Operating;

public sealed class ReadFilesTests : IDisposable
{
    private const string Item = """{"uri":"urn:hw:1","headline":"Ferry sails","type":"text"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("read").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_folder_is_read_in_the_order_of_names_and_a_link_in_it_leads_nowhere()
    {
        foreach (var name in new[] { "b/one.json", "b.json", "a/deep/two.json" }) Put(name);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "a", "around"), _folder);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "a", "again"), _folder);

        var (code, lines, _) = await Read(_folder);
        Assert.Equal(0, code);
        Assert.Equal(["a/deep/two.json", "b.json", "b/one.json"], lines.Where(line => line["item"] is not null).Select(line => Path.GetRelativePath(_folder, (string)line["file"]!)));
    }

    [Fact]
    public void A_folder_that_cannot_be_looked_into_is_told_and_the_rest_is_found()
    {
        foreach (var name in new[] { "a/one.json", "b/two.json", "c/three.json" }) Put(name);
        var found = new List<InputFile>();
        foreach (var file in InputFile.In([_folder], default))
        {
            found.Add(file);
            if (found.Count == 1) Directory.Delete(Path.Combine(_folder, "b"), recursive: true); // as one that may not be read
        }
        Assert.Equal([("one.json", false), ("b", true), ("three.json", false)], found.Select(file => (Path.GetFileName(file.Path), file.Error is not null)));
    }

    [Fact]
    public void Who_gives_up_is_heard_within_a_folder()
    {
        using var given = new CancellationTokenSource();
        given.Cancel();
        Assert.Throws<OperationCanceledException>(() => InputFile.In([_folder], given.Token).ToList());
    }

    [Fact]
    public async Task An_output_that_takes_no_more_is_told_in_a_sentence()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Linux has a file that is always full.");
        Put("one.json");
        await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var said = new StringWriter();
        Assert.Equal(1, await ReadFiles.Run([_folder], full, said, default));
        Assert.StartsWith("standard output: ", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_mended_in_the_document_stands_with_the_feed()
    {
        Put("half.xml", "<rss><channel><title>Harbour Wire</title><item><title>Ferry sails</title></item>");
        var (_, lines, _) = await Read(Path.Combine(_folder, "half.xml"));
        var feeds = lines.Where(line => line["feed"] is not null).Select(line => line["feed"]!).ToList();
        Assert.Null(feeds[0]["repairs"]);
        Assert.Equal(["The document ends before the feed does."], feeds[^1]["repairs"]!.AsArray().Select(repair => (string)repair!));
    }

    [Fact]
    public async Task An_embargo_without_a_known_end_is_there()
    {
        Put("held.xml", """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:hw:9" version="1" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
              <itemMeta><itemClass qcode="ninat:text"/><embargoed/></itemMeta>
              <contentMeta><headline>Ferry sails</headline></contentMeta>
            </newsItem>
            """);
        var (_, lines, _) = await Read(Path.Combine(_folder, "held.xml"));
        Assert.Equal("{}", lines.Single(line => line["item"] is not null)["item"]!["embargo"]!.ToJsonString());
    }

    private void Put(string name, string content = Item)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private static async Task<(int Code, List<JsonNode> Lines, string Said)> Read(string path)
    {
        using var output = new MemoryStream();
        var said = new StringWriter();
        var code = await ReadFiles.Run([path], output, said, TestContext.Current.CancellationToken);
        return (code, [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)], said.ToString());
    }
}
