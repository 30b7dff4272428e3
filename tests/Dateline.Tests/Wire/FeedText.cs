namespace Dateline.Tests.Wire;

/// <summary>Feeds as small senders write them.</summary>
internal static class FeedText
{
    public static string Rss(params string[] items) => RssWith("", items);

    public static string RssWith(string head, params string[] items) =>
        $"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Harbour Wire</title><link>https://harbour-wire.example/</link>{head}{string.Concat(items)}</channel></rss>""";

    public static string Item(string guid, string headline, string text = "The first ships of the convoy passed the strait at dawn.", string more = "") =>
        $"""<item><guid isPermaLink="false">{guid}</guid><link>https://harbour-wire.example/{guid}</link><title>{headline}</title><description>{text}</description>{more}</item>""";

    public static string Atom(params string[] entries) =>
        $"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Harbour Wire</title><id>tag:harbour-wire.example,2026:feed</id><updated>2026-11-16T09:00:00Z</updated>{string.Concat(entries)}</feed>""";

    public static string Entry(string id, string headline, string updated = "2026-11-16T09:00:00Z", string text = "Pilots are back at work.") =>
        $"""<entry><id>{id}</id><title>{headline}</title><updated>{updated}</updated><link href="https://harbour-wire.example/{id}"/><content type="text">{text}</content></entry>""";

    public static string Deleted(string id, string comment = "The report was wrong.") =>
        $"""<at:deleted-entry ref="{id}" when="2026-11-16T09:10:00Z"><at:comment>{comment}</at:comment></at:deleted-entry>""";
}
