using System.Runtime.CompilerServices;
using Dateline.Formats.Dumps;
using Dateline.Formats.Feeds;
using Dateline.Formats.Json;
using Dateline.Formats.Mail;
using Dateline.Formats.Pages;
using Dateline.Formats.Telegraph;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats;

/// <summary>
/// Reads news as it is found: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x; NewsML-G2, NewsML 1, NITF, ninjs, AP's media
/// API, IPTC 7901, ANPA 1312 and mail, Ritzau's and Solita's XML, news sitemaps, WordPress's REST interface and the Guardian's, with their usual mistakes; web pages and texts where <see cref="NewsReadOptions.Pages"/> says so.
/// What the trade writes into the text (who wrote it, from where, which version it is) leaves it for the fields.
/// What could be repaired is repaired and said; what could not is a <see cref="Reject"/>, and reading goes on.
/// </summary>
/// <remarks>
/// One item is in memory at a time, whatever the size of the feed, and no item above
/// <see cref="NewsReadOptions.MaxItemChars"/>. No content makes it throw, and no mistake of its own, which costs the item
/// it is met at (<see cref="RejectCode.Failed"/>); only the stream itself may, and the token (<see cref="OperationCanceledException"/>).
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
        var source = new SentStream(stream);
        await foreach (var part in Guarded(PartsAsync(source, Checked(options ?? new NewsReadOptions()), cancel), source, cancel)) yield return part;
    }

    /// <summary>Readers answer for their items one by one. Should what cuts a document into them fail, the document ends there.</summary>
    internal static async IAsyncEnumerable<NewsPart> Guarded(IAsyncEnumerable<NewsPart> parts, SentStream source, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var each = parts.GetAsyncEnumerator(cancel);
        for (Reject? failed = null; failed is null;)
        {
            try
            {
                if (!await each.MoveNextAsync()) yield break;
            }
            catch (Exception failure) when (Failure.IsOurs(failure) && !source.HasFailed)
            {
                failed = new Reject(RejectCode.FailedDocument, Failure.ReasonOfAll(failure)) { Line = 1 };
            }

            yield return failed ?? each.Current;
        }
    }

    private static async IAsyncEnumerable<NewsPart> PartsAsync(SentStream source, NewsReadOptions known, [EnumeratorCancellation] CancellationToken cancel)
    {
        var setting = new FeedSetting(known);
        var head = await DocumentHead.ReadAsync(source, cancel);

        // What a letter or a telegram is in, its own head says to whoever reads bytes: decoding it first would lose it.
        if (Envelope.FormatOf(head.Bytes) is { } enveloped)
        {
            using var bytes = new ByteWindow(head, enveloped is NewsFormat.Mail or NewsFormat.Html ? MailItems.LargestBytes(known) : known.MaxItemChars);
            var letters = enveloped switch
            {
                NewsFormat.Mail => new MailItems(bytes, setting).ReadAsync(cancel),
                NewsFormat.Html => PageArchive.ReadAsync(bytes, known, cancel),
                _ => new TelegraphItems(bytes, enveloped, setting).ReadAsync(cancel),
            };
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

        if (format == NewsFormat.Unknown && window.Rest[..Math.Min(window.Rest.Length, 2000)].Contains("urn:oasis:names:tc:emergency:cap", StringComparison.OrdinalIgnoreCase))
        {
            yield return new Reject(RejectCode.NotAFeed, "This is an alert in the Common Alerting Protocol, which is no news format.") { Line = 1 };
            yield break;
        }

        // What does not show its root in the beginning may still have one: an odd, long preamble.
        var parts = format switch
        {
            NewsFormat.Html when known.Pages => PageParts.ReadAsync(window, PageReader.Read, "There is no story on this web page.", setting, cancel),
            NewsFormat.Text when known.Pages => PageParts.ReadAsync(window, DumpReader.Read, "There is no story in this text.", setting, cancel),
            NewsFormat.JsonFeed or NewsFormat.Ninjs or NewsFormat.ApJson or NewsFormat.WordPress or NewsFormat.Guardian => new JsonItems(window, JsonShape.Of(window.Rest.TrimStart("\uFEFF \t\r\n")) ?? default, setting).ReadAsync(cancel),
            _ => new XmlFeed(window, setting, (IXmlVocabulary?)WireVocabulary.For(format, setting) ?? new FeedVocabulary(setting)).ReadAsync(cancel),
        };
        await foreach (var part in parts) yield return part;
    }

    private static NewsReadOptions Checked(NewsReadOptions options) => options.MaxItemChars is >= 1024 and <= 256 * 1024 * 1024
        ? options
        : throw new ArgumentOutOfRangeException(nameof(options), options.MaxItemChars, "MaxItemChars must be between 1 Ki and 256 Mi.");
}
