using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dateline.Formats.Feeds;

namespace Dateline.Formats.Ninjs;

/// <summary>A version of ninjs that is written.</summary>
public enum NinjsVersion
{
    /// <summary>ninjs 3.1: names in camel case.</summary>
    V31,

    /// <summary>ninjs 2.2: the same names in small letters.</summary>
    V22,
}

/// <summary>
/// Writes IPTC ninjs 3.1 and 2.2, valid by their JSON Schemas: no member that they don't name.
/// The whole credit chain is in <c>infoSources</c>, each with its role; signals are subjects of the relation
/// <c>signal</c>, since ninjs has no member for them; what the item cancels is associated as <c>cancels-1</c>…
/// </summary>
public static class NinjsWriter
{
    private const int Full = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes one item as one document.</summary>
    /// <param name="stream">Where to; UTF-8, not disposed.</param>
    /// <param name="item">
    /// The item. HTML bodies are taken to be safe. Of what is canceled or withheld only the identity and the status
    /// are written: it recalls what was sent before. Authors' mail addresses are not written.
    /// </param>
    /// <param name="version">The version of ninjs.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="ArgumentException">The item has no identity, or is not publishable.</exception>
    public static async Task WriteAsync(Stream stream, NewsItem item, NinjsVersion version = NinjsVersion.V31, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(item);
        if (!Outgoing.MayLeaveAsRecall(item)) throw new ArgumentException("What is for editors alone is not written.", nameof(item));
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) new NinjsDocument(json, version).Write(item);
        await stream.WriteAsync(buffer.WrittenMemory, cancel);
    }

    /// <summary>Writes items as a list, in order. Those that are not publishable are left out; recalls are not.</summary>
    /// <param name="stream">Where to; UTF-8, not disposed.</param>
    /// <param name="items">The items, as for a single one.</param>
    /// <param name="version">The version of ninjs.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="ArgumentException">An item has no identity.</exception>
    public static async Task WriteAsync(Stream stream, IEnumerable<NewsItem> items, NinjsVersion version = NinjsVersion.V31, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(items);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        var document = new NinjsDocument(json, version);
        json.WriteStartArray();
        foreach (var item in items.Where(Outgoing.MayLeaveAsRecall))
        {
            document.Write(item);
            await json.FlushAsync(cancel);
            if (buffer.WrittenCount < Full) continue;
            await stream.WriteAsync(buffer.WrittenMemory, cancel);
            buffer.ResetWrittenCount();
        }

        json.WriteEndArray();
        await json.FlushAsync(cancel);
        await stream.WriteAsync(buffer.WrittenMemory, cancel);
    }
}
