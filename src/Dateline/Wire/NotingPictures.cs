using Dateline.Formats;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>Notes, as an item is received, the picture that it names: to be fetched.</summary>
internal sealed class NotingPictures(DatelineDb db, Guid feed, DateTimeOffset now)
{
    private readonly HashSet<(Guid, string)> _noted = [];

    public async Task Note(WireItem item, NewsItem news, bool isNew, CancellationToken cancel)
    {
        if (ItemPicture.Of(news) is not { } media || !_noted.Add((item.Id, media.Href))) return;
        if (!isNew && await db.Set<WirePicture>().FirstOrDefaultAsync(picture => picture.ItemId == item.Id && picture.Url == media.Href, cancel) is { } known)
        {
            item.PictureId = known.PictureId ?? item.PictureId; // back to an earlier one
            return;
        }
        db.Add(new WirePicture
        {
            Id = Guid.CreateVersion7(now),
            ItemId = item.Id,
            FeedId = feed,
            Url = media.Href,
            Caption = LineText.Clean(media.Caption, 1_000).Value,
            Credit = LineText.Clean(media.Credit, 200).Value is { Length: > 0 } credit ? credit : LineText.Clean(media.Copyright, 200).Value is { Length: > 0 } copyright ? copyright : null,
            DueAt = now,
        });
    }
}
