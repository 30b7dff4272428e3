using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.Foundation.Markup;

namespace Dateline.Wire.Opml;

/// <summary>One feed of an OPML list (OPML 2.0, "subscription lists"), and what it is called.</summary>
public sealed record OpmlFeed(string Address, string? Name, string? Site, string? Language);

/// <summary>
/// Reads OPML as programs write it: any nesting, attributes in any case and quotes, bare ampersands, entities of HTML, no
/// end. It needs the outlines alone, so it looks for these and no parser stumbles over the rest; DTDs do nothing.
/// </summary>
public static partial class OpmlReader
{
    public const int MostBytes = 4 << 20;
    public const int MostFeeds = 5_000;
    private const int LongestTag = 20_000;

    public static IReadOnlyList<OpmlFeed> Read(ReadOnlySpan<byte> file)
    {
        var feeds = new List<OpmlFeed>();
        var text = Decode(file).AsSpan();
        while (feeds.Count < MostFeeds && text.IndexOf("<outline", StringComparison.OrdinalIgnoreCase) is >= 0 and var begin)
        {
            text = text[(begin + "<outline".Length)..];
            var end = TagEnd(text);
            if (Feed(text[..end].ToString()) is { } feed) feeds.Add(feed);
            text = text[end..];
        }
        return feeds;
    }

    /// <summary>Whether it is one at all: an empty list is, a web page isn't.</summary>
    public static bool IsOpml(ReadOnlySpan<byte> file) => Decode(file.Length > 4_096 ? file[..4_096] : file).Contains("<opml", StringComparison.OrdinalIgnoreCase);

    private static OpmlFeed? Feed(string tag)
    {
        var said = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Attribute().Matches(tag))
            said.TryAdd(match.Groups["name"].Value, CleanText.Line(WebUtility.HtmlDecode(match.Groups["value"].Value)));
        string? Said(string name) => said.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
        return (Said("xmlUrl") ?? Said("url")) is { } address && (Said("xmlUrl") is not null || Said("type") is "rss" or "atom" or "feed")
            ? new OpmlFeed(address, Said("text") ?? Said("title"), Said("htmlUrl"), Said("language")) : null;
    }

    /// <summary>The &gt; that ends the tag, not one within quotes.</summary>
    private static int TagEnd(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        for (var at = 0; at < Math.Min(text.Length, LongestTag); at++)
        {
            if (quote != '\0') quote = text[at] == quote ? '\0' : quote;
            else if (text[at] is '"' or '\'') quote = text[at];
            else if (text[at] == '>') return at;
        }
        // A quote that isn't closed: up to the next >, as if there were none.
        return text.IndexOf('>') is >= 0 and var end ? end : text.Length;
    }

    private static string Decode(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(file);
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(file);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(file); // what a file that isn't UTF-8 most often is
        }
    }

    [GeneratedRegex("""(?<name>[A-Za-z_:][\w:.-]*)\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)')""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();
}
