using Dateline.Formats;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Wire.Groups;
using Dateline.Wire.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>
/// The one receive path, whatever the transport: identity, version, withdrawal, quarantine. Taking the same
/// thing twice changes nothing; an older version doesn't overwrite a newer one; a source touches only its own items.
/// </summary>
internal sealed class Receiving(DatelineDb db, Feed feed, DateTimeOffset now, SentDocument? sent = null, ForeseenTraces? foreseen = null)
{
    private const int LongestRaw = 1 << 20;
    private const int LongestHeadline = 300;

    /// <summary>Of so many versions a return to an earlier text is a cache in two minds, not a correction.</summary>
    private const int MostReturns = 10;

    private readonly Dictionary<string, WireItem?> _known = new(StringComparer.Ordinal);
    private readonly NotingPictures _pictures = new(db, feed.Id, now);
    private readonly NotingPages _pages = new(db, feed, now);
    private readonly Grouping _grouping = new(db, now, foreseen);
    private bool _sentIsKept = sent is null;

    /// <summary>How many items were new or changed.</summary>
    public int Taken { get; private set; }

    /// <summary>Takes a batch: what is known of its items is asked for at once.</summary>
    public async Task Take(IReadOnlyList<Incoming> parts, CancellationToken cancel)
    {
        var guids = parts.Select(part => part.Guid).OfType<string>().Distinct().ToList();
        foreach (var guid in guids) _known[guid] = null;
        foreach (var item in await db.Set<WireItem>().AsTracking().Where(item => item.SourceId == feed.SourceId && guids.Contains(item.Guid)).ToListAsync(cancel)) _known[item.Guid] = item;
        foreach (var part in parts) await TakeOne(part, cancel);
        await _grouping.Place(cancel);
    }

    public Task Take(IEnumerable<NewsPart> parts, CancellationToken cancel) => Take([.. parts.Select(part => new Incoming(part, feed.SourceId))], cancel);

    public Task Take(NewsPart part, CancellationToken cancel) => Take([part], cancel);

    /// <summary>The latest version of a known item, as it is read today: neither count nor clock have moved, so they aren't asked.</summary>
    /// <returns>Whether it reads otherwise.</returns>
    public async Task<bool> TakeAgain(NewsItem news, CancellationToken cancel)
    {
        var incoming = new Incoming(news, feed.SourceId);
        if (await Find(incoming.Guid!, cancel) is not { KilledAt: null } item) return false;
        if (news.Status != PubStatus.Usable) await TakeOne(incoming, cancel);
        else if (news.Publishable && incoming.Hash != item.Hash) await AddVersion(item, incoming, news, VersionMark.Of(news, now), cancel, readAgain: true);
        await _grouping.Place(cancel);
        return Taken > 0;
    }

    private async Task TakeOne(Incoming incoming, CancellationToken cancel)
    {
        switch (incoming.Part)
        {
            case NewsItem { IsTruncated: true } half:
                // Half a text would stand for the whole one, as a new version of it. The sender has the rest: ask again.
                await Quarantine(new Reject(RejectCode.Malformed, "The feed broke off within this entry. The whole entry is taken when it is sent.") { Raw = half.Raw, Excerpt = half.Headline ?? "" }, replayable: false, cancel);
                break;
            case NewsItem news:
                foreach (var cancels in news.Cancels) await Withdraw(cancels, PubStatus.Canceled, default, null, cancel);
                await TakeNews(incoming, news, cancel);
                break;
            case Tombstone tombstone: await Withdraw(tombstone.Ref, PubStatus.Canceled, default, tombstone.Comment, cancel); break;
            case Reject reject: await Quarantine(reject, replayable: true, cancel); break;
            default: break;
        }
    }

    private async Task TakeNews(Incoming incoming, NewsItem news, CancellationToken cancel)
    {
        var (guid, mark) = (incoming.Guid!, VersionMark.Of(news, now));
        if (news.Status != PubStatus.Usable)
        {
            // Withheld as well as canceled: every earlier version is recalled too.
            await Withdraw(guid, news.Status, mark, news.Status == PubStatus.Withheld ? N("Its source withholds it for now.") : null, cancel);
            return;
        }
        if (!news.Publishable) return; // an advisory: notes to editors are no story

        var hash = incoming.Hash;
        var item = await Find(guid, cancel);
        if (item is { SourceVersion: null, Number: > 0 } && mark.Number is not null) item.SourceVersion = VersionMark.NumberOf((await db.LatestVersion(item.Id, cancel))?.News.Version); // kept before numbers were
        if (item is not null && !await IsNews(item, mark, hash, cancel))
        {
            // The text is known; that it stands at a later number isn't, and an earlier one with another text may follow.
            if (hash == item.Hash && item.KilledAt is null && mark.CountsOn(VersionMark.Of(item))) (item.SourceVersion, item.SourceUpdatedAt) = (mark.Number, mark.Made ?? item.SourceUpdatedAt);
            return;
        }

        await AddVersion(item ?? New(guid), incoming, news, mark, cancel);
    }

    private async Task AddVersion(WireItem item, Incoming incoming, NewsItem news, VersionMark mark, CancellationToken cancel, bool readAgain = false)
    {
        WireFact fact = item.Number == 0 ? new WireItemReceived(item.Id, item.SourceId) : new WireItemUpdated(item.Id, item.SourceId);
        (item.Status, item.KilledAt, item.KillReason) = (PubStatus.Usable, null, null);
        item.Number++;
        (item.Hash, item.FeedId) = (incoming.Hash, feed.Id);
        item.Headline = Headline(news);
        item.Summary = LineText.Clean(news.Summary, 1_000).Value;
        item.Language = news.Language is { Length: <= 35 } language ? CleanText.Line(language) : null;
        item.Link = LinkTarget.Parse(news.Page) is { IsWeb: true } page ? page.Value : null;
        item.Urgent = news.Urgency is > 0 and <= 2;
        item.Corrects = IsCorrection(news);
        if (item.Corrects && !readAgain) item.Desk = DeskState.Waiting; // what the desk decided was decided on what is put right now
        item.SourceVersion = mark.Number ?? item.SourceVersion;
        item.SourceUpdatedAt = mark.Made ?? (item.SourceUpdatedAt ?? (news.Published <= now ? news.Published : null));
        db.Add(new WireVersion
        {
            ItemId = item.Id,
            Number = item.Number,
            Hash = incoming.Hash,
            Raw = news.Raw is { Length: <= LongestRaw } raw ? CleanText.Lines(raw) : null,
            News = news with { Raw = null },
            DocumentId = sent?.Id,
            ReceivedAt = now,
        });
        await KeepSent(cancel);
        await _pictures.Note(item, news, isNew: item.Number == 1, cancel);
        await _pages.Note(item, news, cancel);
        _grouping.Note(item, news, incoming.Fingerprint);
        Changed(item, fact);
    }

    /// <summary>Whether this entry says something about a known item that wasn't said before.</summary>
    private async Task<bool> IsNews(WireItem item, VersionMark mark, string hash, CancellationToken cancel)
    {
        var known = VersionMark.Of(item);
        var order = mark.Against(known);
        if (order < 0) return false; // out of order: the newer one is here already
        if (item.KilledAt is not null)
        {
            // Canceled stays canceled, also when the withdrawal came first. Withheld is released by what is certainly newer.
            if (item.Status != PubStatus.Withheld) return false;
            if (order > 0) return true;
            return !(mark.Made is not null && mark.Made == known.Made) && hash != item.Hash && !await Said(item, hash, cancel);
        }
        if (hash == item.Hash) return false;
        if (order > 0 && mark.CountsOn(known)) return true; // whoever counts says so of a return to an earlier text too

        // A return to an earlier text: a correction taken back, if the same feed says so. Another feed of the
        // source merely has its own rendering, and two caches of one sender would never come to an end.
        return item.Number == 0 || !await Said(item, hash, cancel) || (item.FeedId == feed.Id && item.Number < MostReturns);
    }

    /// <summary>Once for all its items, of whichever batch.</summary>
    private async Task KeepSent(CancellationToken cancel)
    {
        if (_sentIsKept) return;
        _sentIsKept = true;
        if (!await db.Set<SentDocument>().AnyAsync(row => row.Id == sent!.Id, cancel)) db.Add(sent!);
    }

    /// <summary>The sender says so, by a signal or by the mark in the headline.</summary>
    private static bool IsCorrection(NewsItem news) => news.LeadMark is { Kind: LeadKind.Correction } || news.Signals.Contains("sig:correction", StringComparer.Ordinal);

    private Task<bool> Said(WireItem item, string hash, CancellationToken cancel) =>
        db.Set<WireVersion>().AnyAsync(version => version.ItemId == item.Id && version.Hash == hash, cancel);

    /// <summary>A cancellation is kept whatever is newer than it; what is withheld may have been released since.</summary>
    private async Task Withdraw(string sent, PubStatus status, VersionMark mark, string? reason, CancellationToken cancel)
    {
        var guid = WireIdentity.Of(sent);
        var item = await Find(guid, cancel);
        if (item?.Status == PubStatus.Canceled || (item?.Status == PubStatus.Withheld && status == PubStatus.Withheld)) return;
        if (status == PubStatus.Withheld && item is not null && mark.Against(VersionMark.Of(item)) < 0) return; // released since
        item ??= New(guid); // unknown: remembered, so that it is dead when it arrives
        item.Status = status;
        item.KilledAt = now;
        item.KillReason = reason is null ? null : CleanText.Line(reason.Length > 300 ? reason[..300] : reason);
        var later = mark.Against(VersionMark.Of(item)) >= 0;
        if (later && mark.Number is not null) item.SourceVersion = mark.Number;
        if (mark.Made > (item.SourceUpdatedAt ?? DateTimeOffset.MinValue)) item.SourceUpdatedAt = mark.Made;
        Changed(item, new WireItemKilled(item.Id, item.SourceId));
    }

    /// <param name="replayable">False: to read it again would bring no more than was there.</param>
    private async Task Quarantine(Reject reject, bool replayable, CancellationToken cancel)
    {
        var bytes = reject.Bytes is { Length: <= Quarantined.LongestDocument } sentBytes ? Packed.Of(sentBytes.Span) : null;
        var whole = bytes is not null || reject.Raw is { Length: <= Quarantined.LongestRaw };
        var text = CleanText.Lines(reject.Raw is { Length: <= Quarantined.LongestRaw } raw ? raw : reject.Excerpt);
        var reason = CleanText.Line(reject.Reason);
        if (await db.Set<Quarantined>().AnyAsync(row => row.FeedId == feed.Id && row.ReplayedAt == null && row.Raw == text && row.Reason == reason, cancel)) return; // the same again
        if (bytes is not null) await Quarantined.MakeRoom(db, bytes.Length, Quarantined.MostKept, cancel);
        db.Add(new Quarantined { Id = Guid.CreateVersion7(now), FeedId = feed.Id, SourceId = feed.SourceId, Reason = reason, Line = reject.Line, Raw = text, Document = bytes, IsPacked = bytes is not null, IsWhole = whole && replayable, At = now });
        db.Journal.Add(new FeedHealthChanged(feed.Id));
    }

    private async Task<WireItem?> Find(string guid, CancellationToken cancel)
    {
        if (_known.TryGetValue(guid, out var known)) return known;
        return _known[guid] = await db.Set<WireItem>().AsTracking().FirstOrDefaultAsync(item => item.SourceId == feed.SourceId && item.Guid == guid, cancel);
    }

    private WireItem New(string guid)
    {
        var id = Guid.CreateVersion7(now);
        var item = new WireItem { Id = id, GroupId = id, SourceId = feed.SourceId, Guid = guid, Edition = feed.Edition, Headline = "", ReceivedAt = now, ChangedAt = now };
        db.Add(item);
        return _known[guid] = item;
    }

    private void Changed(WireItem item, WireFact fact)
    {
        Taken++;
        item.ChangedAt = now;
        item.Row = WireRow.Next(now);
        db.Journal.Add(fact);
    }

    private static string Headline(NewsItem news)
    {
        var text = news.Headline is { Length: > 0 } headline ? headline : news.Summary is { Length: > 0 } summary ? summary : "(no headline)";
        return LineText.Clean(text, LongestHeadline) is { Accepted: true } clean ? clean.Value : CleanText.Line(text[..LongestHeadline]).TrimEnd('\uFFFD') + "…";
    }
}
