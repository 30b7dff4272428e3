using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire.Hubs;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>A source as a form or the command line brings it.</summary>
public sealed record SourceDraft(
    string Name, string? Site, string Language, CreditStyle? CreditStyle = null, Terms Terms = Terms.FullText, int ExcerptWords = SourceDraft.UsualExcerpt, IndexPolicy IndexPolicy = IndexPolicy.NoIndexNews, bool FetchesPages = false)
{
    public const int LongestName = 100;
    public const int UsualExcerpt = 60;
}

/// <summary>Adds and changes sources and their feeds. Each returns a refusal with a sentence, or null when done.</summary>
public static class SourceChanges
{
    public static async Task<(Source? Source, Refusal? Refusal)> Add(DatelineDb db, SourceDraft draft, DateTimeOffset now, CancellationToken cancel)
    {
        var (drawn, refusal) = await Draw(db, draft, now, cancel);
        if (drawn is not null) Enter(db, drawn);
        return (drawn, refusal);
    }

    /// <summary>The source as it would be, with its word; not in the database yet.</summary>
    public static async Task<(Source? Source, Refusal? Refusal)> Draw(DatelineDb db, SourceDraft draft, DateTimeOffset now, CancellationToken cancel)
    {
        if (Check(draft) is { } refusal) return (null, refusal);
        var word = StoryPath.Slug(draft.Name);
        if (word.Length > 50) word = word[..50].TrimEnd('-');
        var key = word;
        for (var n = 2; await db.Sources.AnyAsync(source => source.Key == key, cancel); n++) key = $"{word}-{n}";
        var drawn = new Source { Id = Guid.CreateVersion7(now), Key = key, Name = "", Language = draft.Language };
        Apply(drawn, draft);
        return (drawn, null);
    }

    public static void Enter(DatelineDb db, Source drawn)
    {
        db.Add(drawn);
        db.Journal.Add(new SourceChanged(drawn.Id));
    }

    public static async Task<Refusal?> Change(DatelineDb db, Guid id, int version, SourceDraft draft, CancellationToken cancel)
    {
        if (await db.Set<Source>().AsTracking().FirstOrDefaultAsync(source => source.Id == id, cancel) is not { } source) return new("missing", T("There is no such source."));
        if (source.Version != version) return new("conflict", T("Somebody else changed this source meanwhile. Look at it again."));
        if (Check(draft) is { } refusal) return refusal;
        Apply(source, draft);
        source.Version++;
        db.Journal.Add(new SourceChanged(id));
        return null;
    }

    /// <param name="url">See <see cref="FeedAddress"/>.</param>
    /// <param name="intervalSeconds">Null: as is usual for its transport.</param>
    /// <param name="allowPrivate">From the operator alone: host:port pairs of the inner network.</param>
    public static async Task<(Feed? Feed, Refusal? Refusal)> AddFeed(
        DatelineDb db, Guid source, string url, string edition, int? intervalSeconds, string? allowPrivate, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<Source>().FindAsync([source], cancel) is not { } owner) return (null, new("missing", T("There is no such source.")));
        var (given, wrong) = await CheckFeed(db, owner.Key, url, edition, cancel);
        if (given is null) return (null, wrong);
        var added = new Feed
        {
            Id = Guid.CreateVersion7(now),
            SourceId = source,
            Url = given.Text,
            Transport = given.Transport,
            Edition = edition,
            IntervalSeconds = (int)Math.Clamp(intervalSeconds ?? FeedAddress.UsualInterval[given.Transport].TotalSeconds, Feed.ShortestInterval.TotalSeconds, Feed.LongestInterval.TotalSeconds),
            AllowPrivate = allowPrivate,
        };
        added.AskAt(now);
        db.Add(added);
        return (added, null);
    }

    /// <summary>The address in the form in which it is kept; or why a source of this word can't have the feed.</summary>
    public static async Task<(FeedAddress? Address, Refusal? Refusal)> CheckFeed(DatelineDb db, string sourceKey, string url, string edition, CancellationToken cancel)
    {
        var (given, wrong) = FeedAddress.Read(url, sourceKey);
        if (given is null) return (null, wrong);
        if (!await db.Editions.AnyAsync(one => one.Code == edition, cancel)) return (null, new("no-edition", T("There is no such edition.")));
        return db.Set<Feed>().Local.Any(feed => feed.Url == given.Text) || await db.Feeds.AnyAsync(feed => feed.Url == given.Text, cancel)
            ? (null, new("known", T("This feed is known already."))) : (given, null);
    }

    public static async Task<Refusal?> SetPaused(DatelineDb db, Guid feed, bool paused, DateTimeOffset now, CancellationToken cancel)
    {
        // When it is resumed, its first answer names the hub again; the ETag would keep that from us.
        if (paused && await db.Set<Subscription>().AsTracking().FirstOrDefaultAsync(row => row.FeedId == feed, cancel) is { } subscription) subscription.Leave(now);
        return await WithFeed(db, feed, row =>
        {
            row.Paused = paused;
            if (!paused) (row.ETag, row.LastModified) = (null, null);
            row.AskAt(now);
        }, cancel);
    }

    public static async Task<Refusal?> PollNow(DatelineDb db, Guid feed, DateTimeOffset now, CancellationToken cancel) =>
        await WithFeed(db, feed, row => row.AskAt(now), cancel);

    private static async Task<Refusal?> WithFeed(DatelineDb db, Guid id, Action<Feed> change, CancellationToken cancel)
    {
        if (await db.Set<Feed>().AsTracking().FirstOrDefaultAsync(feed => feed.Id == id, cancel) is not { } feed) return new("missing", T("There is no such feed."));
        change(feed);
        db.Journal.Add(new FeedHealthChanged(id));
        return null;
    }

    private static Refusal? Check(SourceDraft draft)
    {
        if (LineText.Clean(draft.Name, SourceDraft.LongestName) is not { Accepted: true, Value.Length: > 0 }) return new("name", T("Give the source a name of up to 100 characters, as readers see it."));
        if (draft.Site is { Length: > 0 } && LinkTarget.Parse(draft.Site) is not { IsWeb: true }) return new("site", T("The site must be an address beginning with https:// or http://."));
        if (draft.ExcerptWords is < 1 or > 2_000) return new("words", T("An excerpt has between 1 and 2,000 words."));
        if (draft.Language.Length is 0 or > 35) return new("language", T("Give the language as a tag like en or ar."));
        return null;
    }

    private static void Apply(Source source, SourceDraft draft)
    {
        source.Name = LineText.Clean(draft.Name, SourceDraft.LongestName).OrThrow();
        source.Site = draft.Site is { Length: > 0 } site ? LinkTarget.Parse(site)!.Value : null;
        source.Language = draft.Language;
        source.CreditStyle = draft.CreditStyle;
        source.Terms = draft.Terms;
        source.ExcerptWords = draft.ExcerptWords;
        source.IndexPolicy = draft.IndexPolicy;
        source.FetchesPages = draft.FetchesPages;
    }
}
