using Dateline.Foundation.Fetching;
using Dateline.Foundation.Journal;
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
        WirePicture? picture;
        Feed? feed;
        await using (var db = _databases.Open())
        {
            picture = await db.Set<WirePicture>().FirstOrDefaultAsync(row => row.Id == id, cancel);
            feed = picture is null ? null : await db.Feeds.FirstOrDefaultAsync(row => row.Id == picture.FeedId, cancel);
        }
        if (picture is null || feed is null || !Uri.TryCreate(picture.Url, UriKind.Absolute, out var uri)) return;

        var outcome = await fetcher.FetchAsync(new FetchRequest(uri)
        {
            Accept = "image/*",
            MaxBytes = 20L << 20,
            // The password goes only to the feed's own host, never to whatever host a feed names.
            Credentials = Uri.TryCreate(feed.Url, UriKind.Absolute, out var own) ? secrets.Of(feed, own) : null,
            AllowPrivate = PrivatePlaces.Of(feed.AllowPrivate),
        }, cancel);
        if (outcome is not Fetched fetched)
        {
            await GiveUp(id, outcome is FetchFailure failure ? failure.Sentence : "No picture came.", retry: true, cancel);
            return;
        }
        if (await recoder.RecodeAsync(fetched.Body, cancel) is RecodedPicture recoded) await Keep(id, recoded, cancel);
        else await GiveUp(id, "It isn't a picture that can be taken.", retry: false, cancel);
    }

    private async Task Keep(Guid id, RecodedPicture recoded, CancellationToken cancel) =>
        await _writes.Run(async (db, stop) =>
        {
            var row = await db.Set<WirePicture>().AsTracking().FirstAsync(picture => picture.Id == id, stop);
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
            row.PictureId = item.PictureId = picture.Id;
            row.DueAt = row.LeasedUntil = null;
            item.Row = WireRow.Next(now);
            db.Journal.Add(new WireItemUpdated(item.Id, item.SourceId));
        }, cancel);

    /// <summary>Whom the file itself names: read before the metadata is stripped.</summary>
    private static string? Named(PictureRights rights) => (rights.Credit ?? rights.Creator ?? rights.Copyright) is { Length: > 0 } name
        ? Foundation.Markup.LineText.Clean(name, 200).Value : null;

    private async Task GiveUp(Guid id, string sentence, bool retry, CancellationToken cancel) =>
        await _writes.Run(async (db, stop) =>
        {
            var row = await db.Set<WirePicture>().AsTracking().FirstAsync(picture => picture.Id == id, stop);
            row.Attempts++;
            row.Failure = sentence;
            row.LeasedUntil = null;
            row.DueAt = retry && row.Attempts < Tries ? _clock.Now() + TimeSpan.FromSeconds(20 * Math.Pow(3, row.Attempts)) : null;
        }, cancel);
}
