using System.Runtime.CompilerServices;
using Dateline.Formats.Feeds;
using Dateline.Formats.Text;

namespace Dateline.Formats.Pages;

/// <summary>A whole page or text as the parts that a reader of news is given: its head and one item.</summary>
internal static class PageParts
{
    private const int LongestExcerpt = 400;

    /// <param name="window">The document.</param>
    /// <param name="read">Reads all of it; null where there is no story in it.</param>
    /// <param name="nothing">What to say then.</param>
    /// <param name="setting">What is known around it.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async IAsyncEnumerable<NewsPart> ReadAsync(TextWindow window, Func<string, NewsReadOptions, (FeedHead Head, NewsItem Item)?> read, string nothing, FeedSetting setting, [EnumeratorCancellation] CancellationToken cancel)
    {
        var options = setting.Options;
        while (!window.AtEnd && !window.IsFull) await window.MoreAsync(cancel);
        if (window.Rest.Length > options.MaxItemChars || !window.AtEnd)
        {
            yield return Refuse(window, RejectCode.TooLarge, $"The page is larger than {options.MaxItemChars} characters and was not read.");
            yield break;
        }

        var text = XmlText.Legal(window.Rest.ToString());
        foreach (var part in Read(text)) yield return part;

        List<NewsPart> Read(string text)
        {
            try
            {
                if (read(text, options) is not var (head, item)) return [Refuse(window, RejectCode.NotAFeed, nothing)];
                setting.Head.Set(head);
                return [window.CharsetRepair is { } repair ? head with { Repairs = [repair] } : head, Trimmed(setting.InText(item))];
            }
            catch (Exception failure) when (Failure.IsOurs(failure))
            {
                return [Refuse(window, RejectCode.FailedDocument, Failure.ReasonOfAll(failure)) with { Raw = text }];
            }
        }
    }

    // A signature below a text leaves the blank lines before it.
    private static NewsItem Trimmed(NewsItem item) =>
        item.Body is { Kind: BodyKind.Text } body && body.Content.TrimEnd() is var content && content.Length < body.Content.Length ? item with { Body = body with { Content = content } } : item;

    private static Reject Refuse(TextWindow window, RejectCode code, string reason) =>
        new(code, reason) { Line = 1, Excerpt = XmlText.Legal(window.Rest[..Math.Min(window.Rest.Length, LongestExcerpt)].ToString()) };
}
