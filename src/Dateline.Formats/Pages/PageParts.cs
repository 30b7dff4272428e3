using System.Runtime.CompilerServices;
using Dateline.Formats.Dumps;
using Dateline.Formats.Feeds;
using Dateline.Formats.Text;

namespace Dateline.Formats.Pages;

/// <summary>A whole page or text as the parts that a reader of news is given: its head and one item.</summary>
internal static class PageParts
{
    private const int LongestExcerpt = 400;

    public static async IAsyncEnumerable<NewsPart> ReadAsync(TextWindow window, NewsFormat format, FeedSetting setting, [EnumeratorCancellation] CancellationToken cancel)
    {
        var options = setting.Options;
        while (!window.AtEnd && !window.IsFull) await window.MoreAsync(cancel);
        if (window.Rest.Length > options.MaxItemChars || !window.AtEnd)
        {
            yield return Refuse(window, RejectCode.TooLarge, $"The page is larger than {options.MaxItemChars} characters and was not read.");
            yield break;
        }

        var text = XmlText.Legal(window.Rest.ToString());
        var read = format == NewsFormat.Html ? PageReader.Read(text, options) : DumpReader.Read(text, options);
        if (read is not var (head, item))
        {
            yield return Refuse(window, RejectCode.NotAFeed, format == NewsFormat.Html ? "There is no story on this web page." : "There is no story in this text.");
            yield break;
        }

        setting.Head.Set(head);
        yield return window.CharsetRepair is { } repair ? head with { Repairs = [repair] } : head;
        yield return item;
    }

    private static Reject Refuse(TextWindow window, RejectCode code, string reason) =>
        new(code, reason) { Line = 1, Excerpt = XmlText.Legal(window.Rest[..Math.Min(window.Rest.Length, LongestExcerpt)].ToString()) };
}
