using System.Text;
using Dateline.Formats;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>Reads a quarantined piece again, with today's code, and takes it by the one receive path.</summary>
public static class ReplayQuarantined
{
    public static async Task<Refusal?> Perform(DatelineDb db, Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Quarantine.AsTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } row) return new("missing", T("There is no such piece."));
        if (row.ReplayedAt is not null) return new("done", T("It was read again already."));
        if (!row.IsWhole) return new("cut", T(row.Gone ?? N("Only its beginning was kept.")));
        if (await db.Feeds.FirstOrDefaultAsync(feed => feed.Id == row.FeedId, cancel) is not { } feed) return new("missing", T("Its feed isn't known any more."));

        var parts = await Read(row, feed, await db.Sources.Where(source => source.Id == row.SourceId).Select(source => source.Name).FirstOrDefaultAsync(cancel), cancel);

        // What is read of it today would count as all of it, and the rest be lost.
        if (parts.Find(part => part is Reject { Code: RejectCode.FailedDocument }) is Reject unread) return new("refused", unread.Reason);
        var news = parts.Exists(part => part is NewsItem or Tombstone);
        // A whole document is taken with what is good in it; what still isn't is quarantined by itself.
        if ((row.Document is null || !news) && parts.Find(part => part is Reject) is Reject refused) return new("refused", refused.Reason);
        if (!news) return new("refused", T("There is still nothing in it that could be taken."));
        await new Receiving(db, feed, now, row.Sent() is { } bytes ? Arrival.Of(feed, bytes, now)?.Kept : null).Take(parts, cancel);
        row.ReplayedAt = now;
        db.Journal.Add(new FeedHealthChanged(feed.Id));
        return null;
    }

    private static async Task<List<NewsPart>> Read(Quarantined row, Feed feed, string? sender, CancellationToken cancel)
    {
        using var document = new MemoryStream(row.Sent() ?? Encoding.UTF8.GetBytes(AsFeed(row.Raw.Trim())));
        var options = new NewsReadOptions
        {
            BaseUri = Uri.TryCreate(feed.Url, UriKind.Absolute, out var uri) ? uri : null,
            DeclaredCharset = row.Document is null ? "utf-8" : null,
            Sender = sender,
            KeepRaw = true,
            Pages = row.Document is not null && WireReading.TakesPages(feed),
        };
        var parts = new List<NewsPart>();
        await foreach (var part in NewsReader.ReadAsync(document, options, cancel)) parts.Add(part);
        return parts;
    }

    /// <summary>The piece in the smallest document that it can stand in: items of wires are documents themselves.</summary>
    private static string AsFeed(string raw) =>
        FormatDetector.Detect(Encoding.UTF8.GetBytes(raw)) is NewsFormat.NewsMlG2 or NewsFormat.NewsMl1 or NewsFormat.Nitf or NewsFormat.Ninjs or NewsFormat.ApJson or NewsFormat.NewsSitemap or NewsFormat.Ritzau or NewsFormat.Solita or NewsFormat.WordPress or NewsFormat.Guardian ? raw
        : raw.StartsWith('{') || raw.StartsWith('[') || raw.StartsWith('"') ? $$"""{"version":"https://jsonfeed.org/version/1.1","items":[{{raw}}]}"""
        : raw.StartsWith("<entry", StringComparison.OrdinalIgnoreCase) || raw.StartsWith("<atom:entry", StringComparison.OrdinalIgnoreCase)
            ? $"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:atom="http://www.w3.org/2005/Atom">{raw}</feed>"""
            : $"""<rss version="2.0"><channel>{raw}</channel></rss>""";
}
