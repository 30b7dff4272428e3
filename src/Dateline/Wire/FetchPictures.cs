using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pictures;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>Fetches the pictures that items name, checks and re-encodes them, and keeps them as ours with their credit.</summary>
internal sealed class FetchPictures(DatelineDbFactory databases, Writes writes, Fetcher fetcher, PictureRecoder recoder, FeedSecrets secrets, TimeProvider clock, ILogger<FetchPictures> log)
    : DueWork<WirePicture>(databases, writes, clock, log)
{
    private const int Tries = 5;
    private readonly DatelineDbFactory _databases = databases;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override int Width => 2; // decoding is heavy

    protected override async Task Do(Guid id, CancellationToken cancel)
    {
        WirePicture picture;
        WireItem item;
        Feed? feed;
        await using (var db = _databases.Open())
        {
            picture = await db.Set<WirePicture>().FirstAsync(row => row.Id == id, cancel);
            item = await db.Set<WireItem>().FirstAsync(row => row.Id == picture.ItemId, cancel);
            feed = await db.Feeds.FirstOrDefaultAsync(row => row.Id == picture.FeedId, cancel);
        }
        var (recoded, failure) = item.KilledAt is not null ? (null, new Failed("Its item was withdrawn."))
            : feed is null || !Uri.TryCreate(picture.Url, UriKind.Absolute, out var uri) ? (null, new Failed("Its address is no address."))
            : await Fetch(uri, feed, cancel);
        if (recoded is not null) await Keep(id, recoded, cancel);
        else await GiveUp(id, failure!, cancel);
    }

    private async Task<(RecodedPicture?, Failed?)> Fetch(Uri uri, Feed feed, CancellationToken cancel)
    {
        var outcome = await fetcher.FetchAsync(new FetchRequest(uri)
        {
            Accept = "image/*",
            MaxBytes = 20L << 20,
            // The password goes only to the feed's own host, never to whatever host a feed names.
            Credentials = Uri.TryCreate(feed.Url, UriKind.Absolute, out var own) ? secrets.Of(feed, own) : null,
            AllowPrivate = PrivatePlaces.Of(feed.AllowPrivate),
        }, cancel);
        if (outcome is FetchFailure failure) return (null, new Failed(failure.Sentence, Again: !IsFinal(failure.Kind), failure.RetryAfter));
        if (outcome is not Fetched fetched) return (null, new Failed("No picture came."));
        return await recoder.RecodeAsync(fetched.Body, cancel) switch
        {
            RecodedPicture recoded => (recoded, null),
            PictureRefusal refusal => (null, new Failed(refusal.Sentence)),
            _ => (null, new Failed("It isn't a picture that can be taken.")),
        };
    }

    private static bool IsFinal(FetchFailureKind kind) =>
        kind is FetchFailureKind.BadUri or FetchFailureKind.BadScheme or FetchFailureKind.BadPort or FetchFailureKind.PrivateAddress or FetchFailureKind.Gone or FetchFailureKind.TooLarge;

    private async Task Keep(Guid id, RecodedPicture recoded, CancellationToken cancel) =>
        await _writes.Run(async (db, stop) =>
        {
            var row = await db.Set<WirePicture>().AsTracking().FirstAsync(picture => picture.Id == id, stop);
            row.DueAt = row.LeasedUntil = null;
            if (row.PictureId is not null) return; // another node was quicker after our lease had run out
            var item = await db.Set<WireItem>().AsTracking().FirstAsync(one => one.Id == row.ItemId, stop);
            var source = await db.Set<Source>().FirstAsync(one => one.Id == item.SourceId, stop);
            var now = _clock.Now();
            var jpegs = recoded.Variants.Where(variant => variant.Format == PictureFormat.Jpeg).OrderBy(variant => variant.Width).ToList();
            var picture = new Picture
            {
                Id = Guid.CreateVersion7(now),
                Width = jpegs[^1].Width,
                Height = jpegs[^1].Height,
                Widths = jpegs.ConvertAll(variant => variant.Width),
                Color = recoded.DominantColor,
                Credit = row.Credit ?? Named(recoded.Rights) ?? source.Name,
                ReceivedAt = now,
            };
            db.Add(picture);
            foreach (var variant in jpegs) db.Add(new Stories.PictureVariant { PictureId = picture.Id, Width = variant.Width, Bytes = variant.Bytes.ToArray() });
            (row.PictureId, row.Failure) = (picture.Id, null);

            // A slow picture of an earlier version doesn't take the place of the latest one's.
            if (await db.LatestVersion(item.Id, stop) is not { } latest || ItemPicture.Of(latest.News)?.Href != row.Url) return;
            item.PictureId = picture.Id;
            item.Row = WireRow.Next(now);
            db.Journal.Add(new WireItemUpdated(item.Id, item.SourceId));
        }, cancel);

    /// <summary>Whom the picture itself names, since our encoding strips its metadata.</summary>
    private static string? Named(PictureRights rights) => LineText.Clean(rights.Credit ?? rights.Creator ?? rights.Copyright, 200).Value is { Length: > 0 } named ? named : null;

    private async Task GiveUp(Guid id, Failed failed, CancellationToken cancel) =>
        await _writes.Run(async (db, stop) =>
        {
            var row = await db.Set<WirePicture>().AsTracking().FirstAsync(picture => picture.Id == id, stop);
            row.Attempts++;
            row.Failure = failed.Sentence;
            row.LeasedUntil = null;
            var again = _clock.Now() + TimeSpan.FromSeconds(20 * Math.Pow(3, row.Attempts - 1));
            row.DueAt = failed.Again && row.Attempts < Tries ? failed.NotBefore > again ? failed.NotBefore : again : null;
        }, cancel);

    private sealed record Failed(string Sentence, bool Again = false, DateTimeOffset? NotBefore = null);
}
