using System.Globalization;
using Dateline.Formats.Feeds;
using Dateline.Formats.Text;

namespace Dateline.Formats.Nitf;

/// <summary>
/// Writes NITF 3.6, valid by the IPTC's schema: a document for each item. NITF has no place for a credit line and for
/// the roles and times of the hops; the credit line, the source and what its own elements can't say go into <c>meta</c>, the rest is lost.
/// </summary>
public static class NitfWriter
{
    /// <summary>
    /// Writes a document. A canceled or withheld item is written without its content: <c>management-status="canceled"</c>, and so is
    /// what it cancels, by <c>management-doc-idref</c>.
    /// </summary>
    /// <param name="stream">Where to; UTF-8, not disposed.</param>
    /// <param name="envelope">Who sends.</param>
    /// <param name="item">The item. An HTML body is taken to be safe.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="ArgumentException">The item has no identity, or its sender doesn't allow it out.</exception>
    public static async Task WriteAsync(Stream stream, WireEnvelope envelope, NewsItem item, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(item);
        if (!Outgoing.MayLeaveAsRecall(item)) throw new ArgumentException("The item's sender doesn't allow it out.", nameof(item));
        using var output = new WireOutput(stream, WireOutput.Nitf);
        output.Start("nitf");
        output.Attribute("version", "-//IPTC//DTD NITF 3.6//EN");
        output.Attribute("baselang", item.Language);
        NitfHeadOutput.Write(output, envelope, item);
        output.Start("body");
        if (item.Status == PubStatus.Usable) Body(output, item);
        output.End();
        output.End();
        await output.FlushAsync(always: true, cancel);
    }

    private static void Body(WireOutput output, NewsItem item)
    {
        output.Start("body.head");
        if (item.Headline is { } headline)
        {
            output.Start("hedline");
            output.Element("hl1", headline);
            output.End();
        }

        output.Element("rights", item.Credit?.CopyrightNotice);
        output.Element("byline", item.Byline);
        output.Element("distributor", item.Credit?.Distributor);
        PlaceLine(output, item.PlaceLine);
        if (item.Summary is { Length: > 0 } summary)
        {
            output.Start("abstract");
            foreach (var line in summary.Split('\n')) output.Element("p", line);
            output.End();
        }

        output.End();
        output.Start("body.content");
        if (item.Body is { } body) NitfBlocks.Write(output, body);
        foreach (var media in item.Media) Media(output, media);
        output.End();
    }

    private static void PlaceLine(WireOutput output, PlaceLine? line)
    {
        if (line is null) return;
        output.Start("dateline");
        var (text, place) = (XmlText.Legal(line.Text ?? ""), XmlText.Legal(line.Place ?? ""));
        // The line stands there as it is printed, so it says the place as the text does; and once.
        var at = place.Length == 0 ? -1 : text.IndexOf(place, StringComparison.OrdinalIgnoreCase);
        if (at >= 0) output.Xml.WriteString(text[..at]);
        if (at >= 0 || text.Length == 0) output.Element("location", at >= 0 ? text.Substring(at, place.Length) : place);
        output.Xml.WriteString(at >= 0 ? text[(at + place.Length)..] : text);
        if (line.Date is { } day)
        {
            output.Start("story.date");
            output.Attribute("norm", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            output.End();
        }

        output.End();
    }

    private static void Media(WireOutput output, Media media)
    {
        var kind = media.Type?.Split('/')[0];
        output.Start("media");
        output.Attribute("media-type", kind is "image" or "video" or "audio" ? kind : "other");
        output.Start("media-reference");
        output.Attribute("source", media.Href);
        output.Attribute("mime-type", media.Type is { } type && !type.EndsWith('*') ? type : null);
        output.Attribute("copyright", media.Copyright);
        output.Attribute("height", media.Height?.ToString(CultureInfo.InvariantCulture));
        output.Attribute("width", media.Width?.ToString(CultureInfo.InvariantCulture));
        output.End();
        output.Element("media-caption", media.Caption);
        output.Element("media-producer", media.Credit);
        output.End();
    }
}
