using System.Runtime.CompilerServices;
using Dateline.Formats.Feeds;
using Dateline.Formats.InText;
using Dateline.Formats.JsonFeed;
using Dateline.Formats.Pages;
using Dateline.Formats.Text;

namespace Dateline.Formats;

/// <summary>
/// Reads feeds as they are found: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x, with their usual mistakes; web pages
/// and texts where <see cref="NewsReadOptions.Pages"/> says so.
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
        using var window = await TextWindow.OpenAsync(stream, known, cancel);
        await window.MoreAsync(cancel);

        var setting = new FeedSetting(known);
        var format = FormatDetector.Detect(window.Rest);
        if (known.Pages && (format is NewsFormat.Html or NewsFormat.Text))
        {
            await foreach (var part in PageParts.ReadAsync(window, format, known, cancel)) yield return part;
            yield break;
        }

        if (format == NewsFormat.Html)
        {
            yield return new Reject(RejectCode.NotAFeed, "This is a web page, not a feed.") { Line = 1, Excerpt = XmlText.Legal(window.Rest[..Math.Min(window.Rest.Length, 400)].ToString()) };
            yield break;
        }

        // What does not show its root in the beginning may still have one: an odd, long preamble.
        var parts = format == NewsFormat.JsonFeed ? new JsonFeedItems(window, setting).ReadAsync(cancel) : new XmlFeed(window, setting).ReadAsync(cancel);
        await foreach (var part in parts)
            yield return part is NewsItem item ? TextConventions.Apply(item, known.Sender ?? setting.Head.Head.Title) : part;
    }

    private static NewsReadOptions Checked(NewsReadOptions options) => options.MaxItemChars is >= 1024 and <= 256 * 1024 * 1024
        ? options
        : throw new ArgumentOutOfRangeException(nameof(options), options.MaxItemChars, "MaxItemChars must be between 1 Ki and 256 Mi.");
}
