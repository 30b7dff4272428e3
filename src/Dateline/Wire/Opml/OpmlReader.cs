using System.Net;
using System.Text.RegularExpressions;
using Dateline.Formats;
using Dateline.Foundation.Markup;

namespace Dateline.Wire.Opml;

/// <summary>One feed of an OPML list (OPML 2.0, "subscription lists"), and what it is called.</summary>
/// <param name="Parent">What the outline around it is called: often the publisher, where the feed's own name is "World News".</param>
public sealed record OpmlFeed(string Address, string? Name, string? Site, string? Language, string? Parent = null);

/// <summary>
/// Reads OPML as programs write it: any nesting and encoding, attributes in any case, in any quotes or none, bare ampersands, entities
/// of HTML, no end. It needs the outlines alone, so it looks for these and no parser stumbles over the rest; DTDs do nothing.
/// </summary>
public static partial class OpmlReader
{
    public const int MostBytes = 4 << 20;
    public const int MostFeeds = 5_000;
    private const int LongestTag = 20_000;

    public static IReadOnlyList<OpmlFeed> Read(ReadOnlySpan<byte> file)
    {
        var feeds = new List<OpmlFeed>();
        var open = new Stack<Outline>();
        var text = DocumentText.Decode(file).AsSpan();
        while (feeds.Count < MostFeeds && text.IndexOf('<') is >= 0 and var begin)
        {
            text = text[begin..];
            if (text.StartsWith("<!--"))
            {
                var after = text[4..].IndexOf("-->");
                text = after < 0 ? [] : text[(4 + after + 3)..];
            }
            else if (text.StartsWith("</outline", StringComparison.OrdinalIgnoreCase))
            {
                open.TryPop(out _);
                text = text[2..];
            }
            else if (!text.StartsWith("<outline", StringComparison.OrdinalIgnoreCase)) text = text[1..];
            else
            {
                text = text["<outline".Length..];
                var end = TagEnd(text);
                var tag = text[..end].TrimEnd();
                var isWhole = tag.EndsWith("/");
                var outline = Read((isWhole ? tag[..^1] : tag).ToString(), open.TryPeek(out var around) ? around : default);
                if (outline is { Feed: { } feed, IsComment: false }) feeds.Add(feed);
                if (!isWhole) open.Push(outline);
                text = text[end..];
            }
        }
        return feeds;
    }

    /// <summary>Whether it is one at all: an empty list is, a web page isn't.</summary>
    public static bool IsOpml(ReadOnlySpan<byte> file) => DocumentText.Decode(file.Length > 4_096 ? file[..4_096] : file).Contains("<opml", StringComparison.OrdinalIgnoreCase);

    private static Outline Read(string tag, Outline around)
    {
        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Attribute().Matches(tag))
            said.TryAdd(match.Groups["name"].Value, CleanText.Line(WebUtility.HtmlDecode(match.Groups["value"].Value)));
        string? Said(string name) => said.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        var name = Said("text") ?? Said("title");
        var feed = (Said("xmlUrl") ?? Said("url")) is { } address && (Said("xmlUrl") is not null || Said("type") is "rss" or "atom" or "feed")
            ? new OpmlFeed(address, name, Said("htmlUrl"), Said("language"), around.Folder) : null;
        // OPML 2.0: what is commented out takes what lies in it along.
        var isComment = around.IsComment || string.Equals(Said("isComment"), "true", StringComparison.OrdinalIgnoreCase);
        return new Outline(feed, feed is null ? name ?? around.Folder : around.Folder, isComment);
    }

    /// <param name="Folder">The name of the nearest outline that is no feed: of this one or around it.</param>
    private readonly record struct Outline(OpmlFeed? Feed, string? Folder, bool IsComment);

    /// <summary>The &gt; that ends the tag, not one within quotes. A quote begins behind a =: in Don't it doesn't.</summary>
    private static int TagEnd(ReadOnlySpan<char> text)
    {
        var (quote, before) = ('\0', ' ');
        for (var at = 0; at < Math.Min(text.Length, LongestTag); at++)
        {
            if (quote != '\0') quote = text[at] == quote ? '\0' : quote;
            else if (text[at] is '"' or '\'' && before == '=') quote = text[at];
            else if (text[at] == '>') return at;
            if (!char.IsWhiteSpace(text[at])) before = text[at];
        }
        // A quote that isn't closed: up to the next >, as if there were none.
        return text.IndexOf('>') is >= 0 and var end ? end : text.Length;
    }

    [GeneratedRegex("""(?<name>[A-Za-z_:][\w:.-]*)\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'<>][^\s<>]*))""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();
}
