using Dateline.Formats;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Pages;

/// <summary>
/// Fetches the pages that items link to, where the contract with their source allows it, and gives the items the text of
/// the story on them. Asks robots.txt first, waits its turn at each host, asks conditionally.
/// </summary>
internal sealed class FetchPages(DatelineDbFactory databases, Writes writes, Fetcher fetcher, SiteRules rules, FeedSecrets secrets, TimeProvider clock, ILogger<FetchPages> log)
    : DueWork<WirePage>(databases, writes, clock, log)
{
    private const int LargestPage = 4 << 20;
    private const string Accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
    private readonly DatelineDbFactory _databases = databases;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override async Task Do(Guid id, CancellationToken cancel)
    {
        WirePage page;
        WireItem item;
        Source source;
        Feed? feed;
        await using (var db = _databases.Open())
        {
            page = await db.Set<WirePage>().FirstAsync(row => row.Id == id, cancel);
            item = await db.Set<WireItem>().FirstAsync(row => row.Id == page.ItemId, cancel);
            source = await db.Set<Source>().FirstAsync(row => row.Id == page.SourceId, cancel);
            feed = await db.Feeds.FirstOrDefaultAsync(row => row.Id == page.FeedId, cancel);
        }
        if (!source.FetchesPages || item.KilledAt is not null || feed is null || !Uri.TryCreate(page.Url, UriKind.Absolute, out var uri))
        {
            await _writes.Run((db, stop) => TakePage.Rest(db, page, stop), cancel);
            return;
        }
        var (fetched, failure) = await Fetch(page, uri, feed, source, cancel);
        await _writes.Run((db, stop) => fetched is not null ? TakePage.Perform(db, page, fetched, _clock.Now(), stop) : TakePage.Fail(db, page, failure!, _clock.Now(), stop), cancel);
    }

    private async Task<(FetchedPage?, PageFailure?)> Fetch(WirePage page, Uri uri, Feed feed, Source source, CancellationToken cancel)
    {
        var inner = PrivatePlaces.Of(feed.AllowPrivate);
        PageFailure? refused = null;
        var known = page.Version > 0;
        switch (await fetcher.OpenAsync(new FetchRequest(uri)
        {
            Accept = Accept,
            AcceptLanguage = source.Language,
            ETag = known ? page.ETag : null,
            IfModifiedSince = known ? page.LastModified : null,
            MaxBytes = LargestPage,
            // The password goes only to the feed's own host, never to whatever host a feed names.
            Credentials = Uri.TryCreate(feed.Url, UriKind.Absolute, out var own) ? secrets.Of(feed, own) : null,
            AllowPrivate = inner,
            // Wherever it is sent on to counts as well.
            MayFetch = async (hop, stop) => (refused = NotOurs(hop, feed, source) ?? await rules.Refuse(hop, inner, stop)) is null,
        }, cancel))
        {
            case NotModified: return (new FetchedPage(null, null, null), null);
            case FetchFailure when refused is not null: return (null, refused);
            case FetchFailure failure: return (null, new PageFailure(failure.Sentence, !IsFinal(failure.Kind), failure.RetryAfter));
            case Opened opened:
                await using (opened) return await Read(opened, source, cancel);
            default: throw new InvalidOperationException("The fetcher gave an outcome that nobody knows.");
        }
    }

    private async Task<(FetchedPage?, PageFailure?)> Read(Opened opened, Source source, CancellationToken cancel)
    {
        var head = opened.Head;
        var options = new NewsReadOptions { BaseUri = head.FinalUri, DeclaredCharset = head.Charset, Sender = source.Name, Pages = true, KeepRaw = true, MaxItems = 1, MaxItemChars = LargestPage, Clock = _clock };
        try
        {
            var isPage = false;
            await foreach (var part in NewsReader.ReadAsync(opened.Body, options, cancel))
            {
                if (part is FeedHead found) isPage = found.Format == NewsFormat.Html;
                if (part is NewsItem item && isPage) return (new FetchedPage(item, head.ETag, head.LastModified), null);
            }
            return (null, new PageFailure($"{head.FinalUri.Host} answered, but there is no story on the page."));
        }
        catch (FetchException broken)
        {
            return (null, new PageFailure(broken.Failure.Sentence, !IsFinal(broken.Failure.Kind)));
        }
    }

    /// <summary>The contract is with the source: what a feed links to elsewhere isn't covered by it.</summary>
    private static PageFailure? NotOurs(Uri page, Feed feed, Source source) =>
        IsUnder(page, feed.Url) || IsUnder(page, source.Site) ? null
            : new PageFailure($"The page is at {page.Host}, which is neither the feed's host nor the source's own site. If it is theirs, enter it as their site.");

    private static bool IsUnder(Uri page, string? own)
    {
        if (!Uri.TryCreate(own, UriKind.Absolute, out var uri) || uri.IdnHost.Length == 0) return false;
        var (host, house) = (page.IdnHost, uri.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.IdnHost[4..] : uri.IdnHost);
        return host.Equals(house, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + house, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsFinal(FetchFailureKind kind) =>
        kind is FetchFailureKind.BadUri or FetchFailureKind.BadScheme or FetchFailureKind.BadPort or FetchFailureKind.PrivateAddress or FetchFailureKind.Gone or FetchFailureKind.TooLarge;
}
