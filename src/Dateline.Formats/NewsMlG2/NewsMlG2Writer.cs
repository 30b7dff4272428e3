using Dateline.Formats.Feeds;
using Dateline.Formats.Text;

namespace Dateline.Formats.NewsMlG2;

/// <summary>
/// Writes NewsML-G2 2.35 at power conformance, valid by the IPTC's schema. What is not in it of an item: addresses of
/// authors, and versions that are no positive integers (the time of the version stands for them, so that it still grows).
/// </summary>
public static class NewsMlG2Writer
{
    /// <summary>
    /// Writes a <c>newsMessage</c>. A canceled or withheld item and a tombstone are written without content: they recall what
    /// was sent before. What is for editors alone is not written.
    /// </summary>
    /// <param name="stream">Where to; UTF-8, not disposed.</param>
    /// <param name="envelope">Who sends.</param>
    /// <param name="items">The items in order. HTML bodies are taken to be safe.</param>
    /// <param name="tombstones">Items taken back.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="ArgumentException">An item has no identity, or there is nothing to send: a message must hold an item.</exception>
    public static Task WriteAsync(
        Stream stream, WireEnvelope envelope, IEnumerable<NewsItem> items, IEnumerable<Tombstone>? tombstones = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return WriteAsync(stream, envelope, (tombstones ?? []).Select(t => t.ToItem()).Concat(items).ToAsyncEnumerable(), cancel);
    }

    /// <inheritdoc cref="WriteAsync(Stream, WireEnvelope, IEnumerable{NewsItem}, IEnumerable{Tombstone}, CancellationToken)"/>
    public static async Task WriteAsync(Stream stream, WireEnvelope envelope, IAsyncEnumerable<NewsItem> items, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(items);
        using var output = new WireOutput(stream, WireOutput.Nar);
        var begun = false;
        await foreach (var item in items.Where(Outgoing.MayLeaveAsRecall).WithCancellation(cancel))
        {
            if (!begun) Header(output, envelope);
            begun = true;
            new G2ItemOutput(output, envelope).Write(item);
            await output.FlushAsync(always: false, cancel);
        }

        if (!begun) throw new ArgumentException("A newsMessage must hold at least one item.", nameof(items));
        output.Xml.WriteEndElement();
        output.Xml.WriteEndElement();
        await output.FlushAsync(always: true, cancel);
    }

    /// <summary>Writes one <c>newsItem</c> as a document of its own.</summary>
    /// <param name="stream">Where to; UTF-8, not disposed.</param>
    /// <param name="envelope">Who sends.</param>
    /// <param name="item">The item; canceled or withheld, it is written without content.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="ArgumentException">The item has no identity, or it may not leave.</exception>
    public static async Task WriteItemAsync(Stream stream, WireEnvelope envelope, NewsItem item, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(item);
        if (!Outgoing.MayLeaveAsRecall(item)) throw new ArgumentException("The item's sender doesn't allow it out.", nameof(item));
        using var output = new WireOutput(stream, WireOutput.Nar);
        new G2ItemOutput(output, envelope).Write(item);
        await output.FlushAsync(always: true, cancel);
    }

    /// <summary>A number for a version that has none: it grows with time, and is above what anybody counted.</summary>
    internal static string? Version(DateTimeOffset? made) => made?.UtcDateTime.ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture);

    private static void Header(WireOutput output, WireEnvelope envelope)
    {
        output.Xml.WriteStartElement("newsMessage", WireOutput.Nar);
        output.Xml.WriteStartElement("header", WireOutput.Nar);
        output.Element("sent", Outgoing.Instant(envelope.Sent));
        output.Element("sender", XmlText.Legal(envelope.Sender));
        output.Element("transmitId", envelope.TransmitId);
        if (envelope.Priority is >= 1 and <= 9) output.Element("priority", $"{envelope.Priority}");
        output.Xml.WriteEndElement();
        output.Xml.WriteStartElement("itemSet", WireOutput.Nar);
    }
}
