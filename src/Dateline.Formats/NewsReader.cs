using System.Runtime.CompilerServices;
using Dateline.Formats.Feeds;
using Dateline.Formats.InText;
using Dateline.Formats.Json;
using Dateline.Formats.Mail;
using Dateline.Formats.Pages;
using Dateline.Formats.Telegraph;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats;

/// <summary>
/// Reads news as it is found: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x; NewsML-G2, NewsML 1, NITF, ninjs, AP's media
/// API, IPTC 7901, ANPA 1312 and mail, news sitemaps, WordPress's REST interface and the Guardian's, with their usual mistakes; web pages and texts where <see cref="NewsReadOptions.Pages"/> says so.
/// What the trade writes into the text (who wrote it, from where, which version it is) leaves it for the fields.
/// What could be repaired is repaired and said; what could not is a <see cref="Reject"/>, and reading goes on.
/// </summary>
/// <remarks>
/// One item is in memory at a time, whatever the size of the feed, and no item above
/// <see cref="NewsReadOptions.MaxItemChars"/>. No content makes it throw; only the stream itself may
/// (<see cref="IOException"/>), and the token (<see cref="OperationCanceledException"/>).
/// DTDs are skipped and no entity but those of XML and HTML is ever resolved.
/// </remarks>
public static class NewsReader
{
    /// <summary>Reads a feed part by part, in the order of the document.</summary>
    /// <param name="stream">The document, read once, forward only. It is not disposed.</param>
    /// <param name="options">What is known about the document; null for the defaults.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async IAsyncEnumerable<NewsPart> ReadAsync(
        Stream stream, NewsReadOptions? options = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var known = Checked(options ?? new NewsReadOptions());
        var setting = new FeedSetting(known);
        await foreach (var part in PartsAsync(stream, setting, cancel))
            yield return part is NewsItem item ? Guarded(item, sent => TextConventions.Apply(sent, known.Sender ?? setting.Head.Head.Title)) : part;
    }

    /// <summary>
    /// What is read into a text is the work of many rules, and should one of them fail, that is one item's misfortune and not its
    /// feed's. The item isn't let through as it was sent: the rule may have been the one that holds it.
    /// </summary>
    internal static NewsPart Guarded(NewsItem item, Func<NewsItem, NewsItem> read)
    {
        try
        {
            return read(item);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            var said = item.Headline ?? item.Uri ?? "";
            return new Reject(RejectCode.Failed, $"Our own reader failed on this item ({failure.GetType().Name}). It can be read again when that is mended.") { Excerpt = said[..Math.Min(said.Length, 400)], Raw = item.Raw };
        }
    }

    private static async IAsyncEnumerable<NewsPart> PartsAsync(Stream stream, FeedSetting setting, [EnumeratorCancellation] CancellationToken cancel)
    {
        var known = setting.Options;
        var head = await DocumentHead.ReadAsync(stream, cancel);

        // What a letter or a telegram is in, its own head says to whoever reads bytes: decoding it first would lose it.
        if (Envelope.FormatOf(head.Bytes) is { } enveloped)
        {
            using var bytes = new ByteWindow(head, enveloped == NewsFormat.Mail ? MailItems.LargestBytes(known) : known.MaxItemChars);
            var letters = enveloped == NewsFormat.Mail ? new MailItems(bytes, setting).ReadAsync(cancel) : new TelegraphItems(bytes, enveloped, setting).ReadAsync(cancel);
            await foreach (var part in letters) yield return part;
            yield break;
        }

        using var window = TextWindow.Open(head, known);
        await window.MoreAsync(cancel);
        var format = FormatDetector.Detect(window.Rest);
        if (format == NewsFormat.Html && !known.Pages)
        {
            yield return new Reject(RejectCode.NotAFeed, "This is a web page, not a feed.") { Line = 1, Excerpt = XmlText.Legal(window.Rest[..Math.Min(window.Rest.Length, 400)].ToString()) };
            yield break;
        }

        // What does not show its root in the beginning may still have one: an odd, long preamble.
        var parts = format switch
        {
            NewsFormat.Html or NewsFormat.Text when known.Pages => PageParts.ReadAsync(window, format, setting, cancel),
            NewsFormat.JsonFeed or NewsFormat.Ninjs or NewsFormat.ApJson or NewsFormat.WordPress or NewsFormat.Guardian => new JsonItems(window, JsonShape.Of(window.Rest.TrimStart("\uFEFF \t\r\n")) ?? default, setting).ReadAsync(cancel),
            _ => new XmlFeed(window, setting, (IXmlVocabulary?)WireVocabulary.For(format, setting) ?? new FeedVocabulary(setting)).ReadAsync(cancel),
        };
        await foreach (var part in parts) yield return part;
    }

    private static NewsReadOptions Checked(NewsReadOptions options) => options.MaxItemChars is >= 1024 and <= 256 * 1024 * 1024
        ? options
        : throw new ArgumentOutOfRangeException(nameof(options), options.MaxItemChars, "MaxItemChars must be between 1 Ki and 256 Mi.");
}
