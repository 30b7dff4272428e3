using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Dateline.Formats;
using Dateline.Foundation.Markup;

namespace Dateline.Operating;

/// <summary><c>dateline read</c>: what is in wire and feed files, as JSON Lines. The shape is promised in docs/contracts/read.md.</summary>
internal static class ReadFiles
{
    internal static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>0; or 1 when something couldn't be read.</summary>
    public static async Task<int> Run(IReadOnlyList<string> paths, Stream output, CancellationToken cancel)
    {
        await using var lines = new BufferedStream(output, 64 * 1024);
        var failed = false;
        foreach (var path in paths.SelectMany(Files)) failed |= !await ReadFile(path, lines, cancel);
        return failed ? 1 : 0;
    }

    internal static IEnumerable<string> Files(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];

    private static async Task<bool> ReadFile(string path, Stream lines, CancellationToken cancel)
    {
        try
        {
            await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            return await ReadParts(path, stream, lines, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Write(lines, new JsonObject { ["file"] = path, ["error"] = failure.Message });
            return false;
        }
    }

    private static async Task<bool> ReadParts(string path, Stream stream, Stream lines, CancellationToken cancel)
    {
        var whole = true;
        var format = "unknown";
        await foreach (var part in NewsReader.ReadAsync(stream, new NewsReadOptions { KeepRaw = false, Pages = true }, cancel))
        {
            switch (part)
            {
                case FeedHead head:
                    format = Name(head.Format);
                    Write(lines, new JsonObject { ["file"] = path, ["format"] = format, ["feed"] = ReadShape.Of(head) });
                    break;
                case NewsItem item:
                    Write(lines, new JsonObject { ["file"] = path, ["format"] = format, ["item"] = ReadShape.Of(item) });
                    if (!item.IsTruncated) break;
                    whole = false;
                    Write(lines, new JsonObject { ["file"] = path, ["error"] = $"The document ends within the item '{item.Uri}': what is printed of it may be half." });
                    break;
                case Tombstone tombstone:
                    Write(lines, new JsonObject { ["file"] = path, ["format"] = format, ["item"] = ReadShape.Of(tombstone) });
                    break;
                case Reject reject:
                    whole = false;
                    Write(lines, new JsonObject { ["file"] = path, ["error"] = reject.Line > 0 ? $"Line {reject.Line}: {reject.Reason}" : reject.Reason });
                    break;
            }
        }
        return whole;
    }

    private static string Name(NewsFormat format) => JsonNamingPolicy.CamelCase.ConvertName(format.ToString());

    private static void Write(Stream lines, JsonObject line)
    {
        using (var json = new Utf8JsonWriter(lines, Plainly)) line.WriteTo(json);
        lines.WriteByte((byte)'\n');
    }
}
