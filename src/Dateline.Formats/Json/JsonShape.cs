namespace Dateline.Formats.Json;

/// <summary>Which format a JSON document is in, and whether its items stand in an object around them.</summary>
/// <param name="Format">JSON Feed, ninjs, AP's media API, WordPress or the Guardian's.</param>
/// <param name="IsWrapped">False where the items are the document: one object, a bare array, or an object a line.</param>
internal readonly record struct JsonShape(NewsFormat Format, bool IsWrapped)
{
    private const int MostKeys = 2000;

    /// <summary>The shape, from the names of the members in the beginning of a document; null if it is no news.</summary>
    public static JsonShape? Of(ReadOnlySpan<char> head)
    {
        var (isWrapped, isFeed, isAp, hasItems, ninjs) = (false, false, false, false, 0);
        var (rendered, posted, shown, feed) = (false, false, false, 0);
        var isSingle = false;
        var keys = new JsonKeys(head);
        for (var count = 0; count < MostKeys && keys.Next(); count++)
        {
            var key = keys.Key;
            isFeed |= key is "version" && IsFeedVersion(keys.Following);
            isAp |= key is "api_version" or "itemid";
            if (keys.Depth == 1 && !keys.InArray && IsWrapper(key, keys.Following)) isWrapped = true;
            hasItems |= key is "items";
            isSingle |= !hasItems && keys.Depth == 2 && key is "item" && IsWrapper(key, keys.Following);
            ninjs += NinjsWeight(key);
            rendered |= key is "rendered";
            posted |= key is "date_gmt";
            shown |= key is "webPublicationDate";
            feed += key is "content_html" or "content_text" or "date_published" or "external_url" ? 2 : 0;
        }

        if (isFeed) return new(NewsFormat.JsonFeed, true);
        // One item with its text and its pictures beside it: {"data":{"item":{…}},"nitf":{…},"associations":{…}}.
        if (isAp) return new(NewsFormat.ApJson, isWrapped && !isSingle);
        if (rendered && posted) return new(NewsFormat.WordPress, false);
        if (shown) return new(NewsFormat.Guardian, isWrapped);
        if (ninjs >= 2) return new(NewsFormat.Ninjs, isWrapped);
        if (hasItems && head[0] == '{') return new(NewsFormat.JsonFeed, true);

        // Its items without the feed around them.
        return feed >= 2 ? new(NewsFormat.JsonFeed, false) : null;
    }

    public bool HoldsItems(ReadOnlySpan<char> key) => key is "items" || (Format != NewsFormat.JsonFeed && key is "_items" or "item" or "results" or "articles" or "stories" or "docs" or "hits" or "news" or "entries");

    public bool HoldsMembers(ReadOnlySpan<char> key) => Format != NewsFormat.JsonFeed && key is "data" or "_embedded" or "response" or "result" or "search";

    public bool IsItem(ReadOnlySpan<char> key) => (Format != NewsFormat.JsonFeed && key is "item") || (Format == NewsFormat.Guardian && key is "content");

    private static bool IsWrapper(ReadOnlySpan<char> key, ReadOnlySpan<char> following)
    {
        var value = following.TrimStart().TrimStart(':').TrimStart();
        if (value.IsEmpty) return false;
        return key switch
        {
            "items" or "_items" or "results" or "articles" or "stories" or "docs" or "hits" or "news" or "entries" => value[0] == '[',
            "item" => value[0] is '[' or '{',
            "data" or "_embedded" or "response" or "result" => value[0] == '{',
            _ => false,
        };
    }

    private static bool IsFeedVersion(ReadOnlySpan<char> following)
    {
        var value = following[..Math.Min(following.Length, 60)];
        return value.Contains("jsonfeed.org/version/", StringComparison.OrdinalIgnoreCase) || value.Contains("jsonfeed.org\\/version\\/", StringComparison.OrdinalIgnoreCase);
    }

    // What no other format says counts for two; what many say, for one.
    private static int NinjsWeight(ReadOnlySpan<char> key)
    {
        Span<char> lower = stackalloc char[24];
        if (key.Length > lower.Length) return 0;
        return lower[..key.ToLowerInvariant(lower)] switch
        {
            "pubstatus" or "versioncreated" or "version_created" or "article_html" or "firstcreated" or "contentcreated" or "representationtype" or "body_html" or "body_text" or "body_xhtml" or "body_nitf" => 2,
            "headlines" or "bodies" or "infosources" or "copyrightholder" or "copyrightnotice" or "usageterms" or "altids" or "description_text" or "embargoeduntil" or "rightsinfo" => 2,
            "uri" or "guid" or "headline" or "byline" or "by" or "slugline" or "urgency" or "renditions" or "associations" or "ednote" or "located" or "embargoed" => 1,
            _ => 0,
        };
    }
}

/// <summary>The names of members as they come, with how deep they stand. Knows no more of JSON than that.</summary>
internal ref struct JsonKeys(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;
    private int arrays;

    public ReadOnlySpan<char> Key { get; private set; }

    public readonly ReadOnlySpan<char> Following => text[at..];

    public int Depth { get; private set; }

    /// <summary>Whether the document itself is an array.</summary>
    public readonly bool InArray => arrays > 0;

    public bool Next()
    {
        while (at < text.Length)
        {
            var next = text[at..].IndexOfAny("\"{}[");
            if (next < 0) return false;
            at += next + 1;
            switch (text[at - 1])
            {
                case '{':
                    Depth++;
                    break;
                case '}':
                    Depth--;
                    break;
                case '[':
                    if (Depth == 0) arrays++;
                    break;
                default:
                    var extent = default(JsonExtent);
                    if (!extent.TryFind(text[(at - 1)..], out var length)) return false;
                    Key = text.Slice(at, length - 2);
                    at += length - 1;
                    if (text[at..].TrimStart() is [':', ..]) return true;
                    break;
            }
        }

        return false;
    }
}
