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

    /// <summary>0; or 1 when something couldn't be read, or the output takes no more, which is said to <paramref name="complaints"/>.</summary>
    public static async Task<int> Run(IReadOnlyList<string> paths, Stream output, TextWriter complaints, CancellationToken cancel)
    {
        var lines = new BufferedStream(output, 64 * 1024); // not disposed: that would try once more to write what wasn't taken
        var failed = false;
        try
        {
            foreach (var (path, error) in InputFile.In(paths, cancel))
            {
                if (error is null) failed |= !await ReadFile(path, lines, cancel);
                else failed |= Fail(lines, path, error);
            }
            Taken(lines.Flush);
        }
        catch (OutputRefusedException refused)
        {
            await complaints.WriteLineAsync($"standard output: {refused.Message}");
            failed = true;
        }
        return failed ? 1 : 0;
    }

    private static async Task<bool> ReadFile(string path, Stream lines, CancellationToken cancel)
    {
        try
        {
            await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            return await ReadParts(path, stream, lines, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return !Fail(lines, path, failure.Message);
        }
    }

    private static async Task<bool> ReadParts(string path, Stream stream, Stream lines, CancellationToken cancel)
    {
        var whole = true;
        var format = "unknown";
        await foreach (var part in NewsReader.ReadAsync(stream, new NewsReadOptions { Pages = true }, cancel))
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
                    Fail(lines, path, $"The document ends within the item '{item.Uri}': what is printed of it may be half.");
                    break;
                case Tombstone tombstone:
                    Write(lines, new JsonObject { ["file"] = path, ["format"] = format, ["item"] = ReadShape.Of(tombstone) });
                    break;
                case Reject reject:
                    whole = false;
                    Fail(lines, path, reject.Line > 0 ? $"Line {reject.Line}: {reject.Reason}" : reject.Reason);
                    break;
            }
        }
        return whole;
    }

    private static string Name(NewsFormat format) => JsonNamingPolicy.CamelCase.ConvertName(format.ToString());

    /// <returns>True: something failed.</returns>
    private static bool Fail(Stream lines, string path, string error)
    {
        Write(lines, new JsonObject { ["file"] = path, ["error"] = error });
        return true;
    }

    private static void Write(Stream lines, JsonObject line) => Taken(() =>
    {
        using (var json = new Utf8JsonWriter(lines, Plainly)) line.WriteTo(json);
        lines.WriteByte((byte)'\n');
    });

    /// <summary>What the output refuses is no fault of the file at hand.</summary>
    private static void Taken(Action write)
    {
        try
        {
            write();
        }
        catch (IOException failure)
        {
            throw new OutputRefusedException(failure);
        }
    }

    private sealed class OutputRefusedException(IOException cause) : Exception(cause.Message, cause);
}
