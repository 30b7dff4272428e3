using Dateline.Foundation.Storage;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Sources;

/// <summary>How much a source brought, hour by hour, over two days.</summary>
public sealed record Volume(IReadOnlyList<VolumeHour> Hours)
{
    public const int MostHours = 48;

    /// <summary>Of whatever came: what the drawing must hold.</summary>
    public int Most => Hours.Max(hour => hour.Items + hour.Refused);

    public int MostItems => Hours.Max(hour => hour.Items);

    public int Items => Hours.Sum(hour => hour.Items);

    public int Refused => Hours.Sum(hour => hour.Refused);

    internal static async Task<Volume> Of(DatelineDb db, Guid source, DateTimeOffset now, CancellationToken cancel)
    {
        var last = FeedHour.Of(now);
        var first = last.AddHours(1 - MostHours);
        var feeds = db.Feeds.Where(feed => feed.SourceId == source).Select(feed => feed.Id);
        var counted = (await db.Set<FeedHour>().Where(row => feeds.Contains(row.FeedId) && row.Hour >= first).ToListAsync(cancel)).ToLookup(row => row.Hour);
        return new Volume([.. Enumerable.Range(0, MostHours).Select(n => first.AddHours(n)).Select(hour => new VolumeHour(hour, counted[hour].Sum(row => row.Items), counted[hour].Sum(row => row.Refused)))]);
    }
}

public sealed record VolumeHour(DateTimeOffset Hour, int Items, int Refused);
