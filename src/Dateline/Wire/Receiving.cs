using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dateline.Formats;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>
/// The one receive path, whatever the transport: identity, version, withdrawal, quarantine. Taking the same
/// thing twice changes nothing; an older version doesn't overwrite a newer one; a source touches only its own items.
/// </summary>
internal sealed class Receiving(DatelineDb db, Feed feed, DateTimeOffset now)
{
    private const int LongestRaw = 1 << 20;
    private const int LongestHeadline = 300;

    /// <summary>How many items were new or changed.</summary>
    public int Taken { get; private set; }

    public async Task Take(FeedPart part, CancellationToken cancel)
    {
        switch (part)
        {
            case NewsItem news:
                foreach (var cancels in news.Cancels) await Withdraw(cancels, null, cancel);
                await Take(news, cancel);
                break;
            case Tombstone tombstone: await Withdraw(tombstone.Ref, tombstone.Comment, cancel); break;
            case Reject reject: await Quarantine(reject, cancel); break;
            default: break;
        }
    }

    private async Task Take(NewsItem news, CancellationToken cancel)
    {
        var guid = Identity(news);
        if (news.Status != PubStatus.Usable)
        {
            // Withheld as well as canceled: every earlier version is recalled too.
            await Withdraw(guid, news.Status.ToString(), cancel);
            return;
        }
        if (!news.Publishable) return; // an advisory: notes to editors are no story

        var item = await Find(guid, cancel);
        if (item?.KilledAt is not null) return; // withdrawn stays withdrawn, also when the withdrawal came first
        var hash = Hash(news);
        if (item is not null)
        {
            if (news.Updated is { } updated && item.SourceUpdatedAt is { } known && updated < known) return;
            if (await db.Set<WireVersion>().AnyAsync(version => version.ItemId == item.Id && version.Number == item.Number && version.Hash == hash, cancel)) return; // as it stands; an earlier text may come back
        }
        var isNew = item is null;
        item ??= New(guid, now);
        item.Number++;
        item.Headline = Headline(news);
        item.Summary = LineText.Clean(news.Summary, 1_000).Value;
        item.Language = news.Language;
        item.Link = news.Page;
        item.Urgent = news.Urgency is > 0 and <= 2;
        item.SourceUpdatedAt = news.Updated ?? news.VersionCreated ?? news.Published;
        item.ChangedAt = now;
        db.Add(new WireVersion { ItemId = item.Id, Number = item.Number, Hash = hash, Raw = news.Raw is { Length: <= LongestRaw } raw ? CleanText.Lines(raw) : null, News = news with { Raw = null }, ReceivedAt = now });
        await NotePicture(item, news, cancel);
        await Changed(item, isNew ? new WireItemReceived(item.Id, item.SourceId) : new WireItemUpdated(item.Id, item.SourceId), cancel);
    }

    private async Task Withdraw(string guid, string? reason, CancellationToken cancel)
    {
        guid = Bounded(guid);
        var item = await Find(guid, cancel);
        if (item?.KilledAt is not null) return;
        item ??= New(guid, now); // unknown: remembered, so that it is dead when it arrives
        item.KilledAt = item.ChangedAt = now;
        item.KillReason = LineText.Clean(reason, 300).Value;
        await Changed(item, new WireItemKilled(item.Id, item.SourceId), cancel);
    }

    private async Task Quarantine(Reject reject, CancellationToken cancel)
    {
        var raw = CleanText.Lines(reject.Excerpt);
        if (await db.Set<Quarantined>().AnyAsync(row => row.FeedId == feed.Id && row.Raw == raw && row.Reason == reject.Reason && row.ReplayedAt == null, cancel)) return; // the same again
        db.Add(new Quarantined { Id = Guid.CreateVersion7(now), FeedId = feed.Id, SourceId = feed.SourceId, Reason = reject.Reason, Line = reject.Line, Raw = raw, At = now });
        await db.SaveChangesAsync(cancel);
    }

    private Task<WireItem?> Find(string guid, CancellationToken cancel) =>
        db.Set<WireItem>().AsTracking().FirstOrDefaultAsync(item => item.SourceId == feed.SourceId && item.Guid == guid, cancel);

    private WireItem New(string guid, DateTimeOffset at)
    {
        var item = new WireItem { Id = Guid.CreateVersion7(at), SourceId = feed.SourceId, Guid = guid, Edition = feed.Edition, Headline = "", ReceivedAt = at, ChangedAt = at };
        db.Add(item);
        return item;
    }

    /// <summary>Saves at once: the same guid may come again in this batch, and must find it.</summary>
    private async Task Changed(WireItem item, WireFact fact, CancellationToken cancel)
    {
        Taken++;
        item.Row = WireRow.Next(now);
        db.Journal.Add(fact);
        await db.SaveChangesAsync(cancel);
    }

    private async Task NotePicture(WireItem item, NewsItem news, CancellationToken cancel)
    {
        if (news.Media.FirstOrDefault(IsPicture) is not { } media || media.Href.Length > 2_000) return;
        if (await db.Set<WirePicture>().AnyAsync(picture => picture.ItemId == item.Id && picture.Url == media.Href, cancel)) return;
        db.Add(new WirePicture
        {
            Id = Guid.CreateVersion7(now),
            ItemId = item.Id,
            FeedId = feed.Id,
            Url = media.Href,
            Caption = LineText.Clean(media.Caption, 1_000).Value,
            Credit = LineText.Clean(media.Credit ?? media.Copyright, 200).Value,
            DueAt = now,
        });
    }

    private static bool IsPicture(Media media) => media.Type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        ?? new[] { ".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif" }.Any(end => media.Href.Split('?')[0].EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static string Headline(NewsItem news)
    {
        var text = news.Headline is { Length: > 0 } headline ? headline : news.Summary is { Length: > 0 } summary ? summary : "(no headline)";
        return LineText.Clean(text, LongestHeadline) is { Accepted: true } clean ? clean.Value : CleanText.Line(text[..LongestHeadline]) + "…";
    }

    private static string Identity(NewsItem news) => Bounded(news.Uri ?? news.Page ?? $"hash:{Hash(news)}");

    private static string Bounded(string guid) => guid.Length <= WireItem.LongestGuid ? guid : "sha256:" + Hex(guid);

    private static string Hash(NewsItem news) => Hex(JsonSerializer.Serialize(news with { Raw = null, Repairs = [] }, JsonColumn.Options));

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Numbers that grow with time, for the live inbox: microseconds, never twice the same within a process.</summary>
internal static class WireRow
{
    private static long _last;

    public static long Next(DateTimeOffset now)
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(last + 1, Instants.ToMicroseconds(now));
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return next;
        }
    }
}
