using System.Runtime.CompilerServices;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Feeds;

/// <summary>Reads a document of items in XML: one pass over a window of text, one piece in memory at a time.</summary>
internal sealed class XmlFeed(TextWindow window, FeedSetting setting, IXmlVocabulary vocabulary)
{
    private const int LongestExcerpt = 400;

    private readonly FeedCutter cutter = new(setting.Scope, vocabulary.Names);
    private int items;
    private bool headIsDue = true;

    public async IAsyncEnumerable<NewsPart> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            var cut = cutter.Next(window.Rest, window.AtEnd);
            if (cut.Kind == CutKind.End) break;
            if (cut.Kind == CutKind.More)
            {
                if (window.IsFull && Overflow() is { } tooLarge) yield return tooLarge;
                await window.MoreAsync(cancel);
                continue;
            }

            if (cut.IsItem)
            {
                if (headIsDue && setting.Format == NewsFormat.Unknown) vocabulary.Open(window.Rest[..Math.Min(cut.Length, 4096)]);
                if (headIsDue && Head() is { } head) yield return head;
                headIsDue = false;
                if (items++ == setting.Options.MaxItems)
                {
                    yield return Refuse(RejectCode.TooMany, $"The feed has more than {setting.Options.MaxItems} items; the rest was not read.", cut.Length);
                    yield break;
                }
            }

            if (Take(cut) is { } part) yield return part;
            window.Skip(cut.Length);
        }

        if (setting.Format == NewsFormat.Unknown)
        {
            yield return new Reject(RejectCode.NotAFeed, "The document contains no feed.") { Line = 1 };
            yield break;
        }

        if (cutter.OpenContainers > 0) setting.Head.RepairOnce("The document ends before the feed does.");
        if (Head() is { } last) yield return last;
    }

    private FeedHead? Head()
    {
        if (window.CharsetRepair is { } repair) setting.Head.RepairOnce(repair);
        if (window.ReadStrayBytes) setting.Head.RepairOnce("Bytes that are not UTF-8 were read in a single-byte encoding.");
        return setting.Head.News(setting);
    }

    private NewsPart? Take(Cut cut)
    {
        var outside = setting.Scope.Mark;
        try
        {
            return Read(cut);
        }
        catch (Exception failure) when (Failure.IsOurs(failure))
        {
            setting.Scope.Return(outside);
            return Refuse(RejectCode.Failed, Failure.Reason(failure), cut.Length);
        }
    }

    private NewsPart? Read(Cut cut)
    {
        var text = window.Rest[..cut.Length];
        switch (cut.Kind)
        {
            case CutKind.Open:
                vocabulary.Open(text);
                return null;
            case CutKind.Element when cut.Length > setting.Options.MaxItemChars:
                return Refuse(RejectCode.TooLarge, TooLarge, cut.Length);
            case CutKind.Element when cut.IsItem:
                if (!vocabulary.TryItem(text, cut.Closed, out var item)) return Refuse(RejectCode.Empty, "The item says nothing.", cut.Length);

                // Without its closing tag it is repaired where something follows it; where nothing does, the document broke off.
                return item is null ? null : setting.InText(!cut.Closed && cut.Length == window.Rest.Length ? item.Broken() : item);
            case CutKind.Element:
                return vocabulary.Beside(text);
            default:
                return null;
        }
    }

    private string TooLarge => $"The item is larger than {setting.Options.MaxItemChars} characters and was skipped.";

    /// <summary>What is in hand doesn't fit: go on without keeping it.</summary>
    private Reject? Overflow()
    {
        // Outside of an element, a tag that does not end; a comment is nobody's loss.
        var isTag = !cutter.IsInElement && window.Rest is ['<', not '!', ..];
        var refusal = isTag || (cutter.IsInElement && !cutter.IsDropping) ? Refuse(RejectCode.TooLarge, TooLarge, window.Rest.Length) : null;
        window.Skip(cutter.Drop(window.Rest.Length));
        return refusal;
    }

    private Reject Refuse(RejectCode code, string reason, int length) => new(code, reason)
    {
        Line = window.Line,
        Position = window.Position,
        Excerpt = XmlText.Legal(window.Rest[..Math.Min(length, LongestExcerpt)].ToString()),
        Raw = code is not (RejectCode.TooLarge or RejectCode.TooMany) ? window.Rest[..length].ToString() : null,
    };
}
