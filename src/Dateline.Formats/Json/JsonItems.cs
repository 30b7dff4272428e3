using System.Runtime.CompilerServices;
using Dateline.Formats.ApJson;
using Dateline.Formats.Feeds;
using Dateline.Formats.Guardian;
using Dateline.Formats.JsonFeed;
using Dateline.Formats.Ninjs;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;
using Dateline.Formats.WordPress;

namespace Dateline.Formats.Json;

/// <summary>Reads a JSON Feed, ninjs and what other interfaces give as JSON, one item in memory at a time.</summary>
internal sealed class JsonItems(TextWindow window, JsonShape shape, FeedSetting setting)
{
    private const string Empty = "The item says nothing.";

    private readonly JsonCutter cutter = new(shape);
    private int items;

    public async IAsyncEnumerable<NewsPart> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        setting.Format = shape.Format;
        while (true)
        {
            var cut = cutter.Next(window.Rest, window.AtEnd);
            if (cut.Kind == JsonCutKind.End) break;
            if (cut.Kind == JsonCutKind.More)
            {
                if (window.IsFull && Overflow() is { } tooLarge) yield return tooLarge;
                await window.MoreAsync(cancel);
                continue;
            }

            if (cut.Kind == JsonCutKind.Item)
            {
                if (items == 0 && Head() is { } head) yield return head;
                if (items++ == setting.Options.MaxItems)
                {
                    yield return Refuse(RejectCode.TooMany, $"The feed has more than {setting.Options.MaxItems} items; the rest was not read.", cut.Length);
                    yield break;
                }

                foreach (var part in Item(cut.Length)) yield return part;
            }
            else if (cut.Kind == JsonCutKind.Member && Member(cut.Length) is { } failed)
            {
                yield return failed;
            }

            window.Skip(cut.Length);
        }

        if (!cutter.Complete) setting.Head.RepairOnce("The document ends before the feed does.");
        if (Head() is { } last) yield return last;
    }

    private FeedHead? Head()
    {
        if (window.CharsetRepair is { } repair) setting.Head.RepairOnce(repair);
        if (window.ReadStrayBytes) setting.Head.RepairOnce("Bytes that are not UTF-8 were read in a single-byte encoding.");
        return setting.Head.News(setting);
    }

    private List<NewsPart> Item(int length)
    {
        try
        {
            return Read(length).ConvertAll(part => part is NewsItem item ? setting.InText(item) : part);
        }
        catch (Exception failure) when (Failure.IsOurs(failure))
        {
            return [Refuse(RejectCode.Failed, Failure.Reason(failure), length)];
        }
    }

    private List<NewsPart> Read(int length)
    {
        if (length > setting.Options.MaxItemChars) return [Refuse(RejectCode.TooLarge, TooLarge, length)];

        // A feed of nothing else would be parsed and drafted a million times.
        if (length == 2 && window.Rest[0] == '{') return [Refuse(RejectCode.Empty, Empty, length)];
        var draft = new WireDraft(setting);
        using var json = JsonPiece.Parse(window.Memory(length), draft.Repairs);
        if (json is null) return [Refuse(RejectCode.Malformed, "The item is not JSON.", length)];
        var raw = window.Rest[..length];
        var read = shape.Format switch
        {
            NewsFormat.JsonFeed => Single(JsonItem.Read(json.RootElement, draft).Finish(raw)),
            NewsFormat.WordPress => Single(WpItem.Read(json.RootElement, draft).Finish(raw)),
            NewsFormat.Guardian => Single(GuardianItem.Read(json.RootElement, draft).Finish(raw)),
            NewsFormat.ApJson => Single(ApItem.Read(json.RootElement, draft).Finish(raw)),
            _ => NinjsPackage.Read(json.RootElement, draft, raw),
        };
        if (read.Count == 0) return [Refuse(RejectCode.Empty, Empty, length)];
        return window.AtEnd && length == window.Rest.Length && EndsOpen(raw) ? read.ConvertAll(Broken) : read;
    }

    /// <summary>The document broke off within it: half an item, whatever could be mended of it.</summary>
    private static NewsPart Broken(NewsPart part) =>
        part is NewsItem item ? item.Broken() : part;

    private static bool EndsOpen(ReadOnlySpan<char> text)
    {
        var (depth, inString) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (inString && text[at] == '\\') at++;
            else if (text[at] == '"') inString = !inString;
            else if (!inString && text[at] is ('{' or '[')) depth++;
            else if (!inString && text[at] is ('}' or ']')) depth--;
        }

        return inString || depth > 0;
    }

    private static List<NewsPart> Single(NewsItem? item) => item is null ? [] : [item];

    private Reject? Member(int length)
    {
        try
        {
            ReadMember(length);
            return null;
        }
        catch (Exception failure) when (Failure.IsOurs(failure))
        {
            return Refuse(RejectCode.Failed, Failure.Reason(failure), length);
        }
    }

    private void ReadMember(int length)
    {
        using var json = length <= setting.Options.MaxItemChars ? JsonPiece.Parse(window.Memory(length), setting.Head.Repairs) : null;
        if (json is null) setting.Head.Repairs.Add("A member of the feed was not JSON and was left out.");
        else if (shape.Format == NewsFormat.JsonFeed) setting.Head.Set(JsonHead.Read(cutter.Key, json.RootElement, setting, setting.Head.Head));
        else if (shape.Format == NewsFormat.ApJson) setting.Head.Set(ApHead.Read(cutter.Key, json.RootElement, setting));
    }

    private string TooLarge => $"The item is larger than {setting.Options.MaxItemChars} characters and was skipped.";

    private Reject? Overflow()
    {
        var refusal = cutter.InValue && !cutter.IsDropping ? Refuse(RejectCode.TooLarge, TooLarge, window.Rest.Length) : null;
        window.Skip(cutter.Drop(window.Rest.Length));
        return refusal;
    }

    private Reject Refuse(RejectCode code, string reason, int length) => new(code, reason)
    {
        Line = window.Line,
        Position = window.Position,
        Excerpt = XmlText.Legal(window.Rest[..Math.Min(length, 400)].ToString()),
        Raw = code is not (RejectCode.TooLarge or RejectCode.TooMany) ? window.Rest[..length].ToString() : null,
    };
}
