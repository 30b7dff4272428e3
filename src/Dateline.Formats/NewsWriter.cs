using Dateline.Formats.Atom;
using Dateline.Formats.JsonFeed;
using Dateline.Formats.NewsMlG2;
using Dateline.Formats.Ninjs;
using Dateline.Formats.Nitf;
using Dateline.Formats.Rss;

namespace Dateline.Formats;

/// <summary>
/// Writes news in any of the formats, by the writer of each: <see cref="RssWriter"/>, <see cref="AtomWriter"/>,
/// <see cref="JsonFeedWriter"/>, <see cref="NewsMlG2Writer"/>, <see cref="NitfWriter"/>, <see cref="NinjsWriter"/>.
/// </summary>
public static class NewsWriter
{
    /// <summary>
    /// Writes a document of all items, which may still be being read: one is held at a time. Ask
    /// <see cref="NewsTargets"/> first which the format refuses; what it refuses is left out, or throws where an identity is missing.
    /// </summary>
    /// <param name="stream">Where to; UTF-8, not disposed.</param>
    /// <param name="target">A format whose documents hold many items.</param>
    /// <param name="envelope">Who sends; for wires.</param>
    /// <param name="head">The feed; for feeds. Each requires some of it: see its writer.</param>
    /// <param name="items">The items in order. HTML bodies are taken to be safe.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="ArgumentException">The format holds one item only, something that it requires is missing, or a <c>newsMessage</c> would be empty.</exception>
    public static Task WriteAsync(Stream stream, NewsTarget target, WireEnvelope envelope, FeedHead head, IAsyncEnumerable<NewsItem> items, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        return target switch
        {
            NewsTarget.Rss => RssWriter.WriteAsync(stream, head, Open(items, target, envelope), cancel),
            NewsTarget.Atom => AtomWriter.WriteAsync(stream, head, Open(items, target, envelope), null, envelope.Sent, cancel),
            NewsTarget.JsonFeed => JsonFeedWriter.WriteAsync(stream, head, Open(items, target, envelope), cancel),
            NewsTarget.NewsMlG2 => NewsMlG2Writer.WriteAsync(stream, envelope, items, cancel),
            _ => throw new ArgumentException("A document of this format holds one item.", nameof(target)),
        };
    }

    /// <summary>Writes one item as a document of its own.</summary>
    /// <param name="stream">Where to; UTF-8, not disposed.</param>
    /// <param name="target">A format whose documents may hold one item: a wire's.</param>
    /// <param name="envelope">Who sends.</param>
    /// <param name="item">The item. An HTML body is taken to be safe. Canceled or withheld it is written without content.</param>
    /// <param name="cancel">Stops writing.</param>
    /// <exception cref="ArgumentException">The format is a feed's, or it refuses the item: see <see cref="NewsTargets"/>.</exception>
    public static Task WriteItemAsync(Stream stream, NewsTarget target, WireEnvelope envelope, NewsItem item, CancellationToken cancel = default) => target switch
    {
        NewsTarget.Ninjs31 => NinjsWriter.WriteAsync(stream, item, NinjsVersion.V31, cancel),
        NewsTarget.Ninjs22 => NinjsWriter.WriteAsync(stream, item, NinjsVersion.V22, cancel),
        NewsTarget.NewsMlG2 => NewsMlG2Writer.WriteItemAsync(stream, envelope, item, cancel),
        NewsTarget.Nitf => NitfWriter.WriteAsync(stream, envelope, item, cancel),
        _ => throw new ArgumentException("A feed is no single item.", nameof(target)),
    };

    // An embargo that a feed can't tell of must not be lost on the way: the item waits.
    private static IAsyncEnumerable<NewsItem> Open(IAsyncEnumerable<NewsItem> items, NewsTarget target, WireEnvelope envelope) =>
        items.Where(item => item.Uri is null || target.Refusal(item, envelope.Sent) is null);
}
