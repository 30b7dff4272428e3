using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>How much a feed brought within an hour: counted as it comes, so that a page needn't count a million rows.</summary>
public sealed class FeedHour
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public required Guid FeedId { get; init; }

    /// <summary>The hour's beginning, in UTC.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>New and changed items.</summary>
    public int Items { get; set; }

    public int Refused { get; set; }

    public static DateTimeOffset Of(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    /// <summary>Within the write that took them.</summary>
    internal static async Task Count(DatelineDb db, Guid feed, DateTimeOffset now, int items, int refused, CancellationToken cancel)
    {
        if (items == 0 && refused == 0) return;
        var hour = Of(now);
        if (await db.Set<FeedHour>().AsTracking().FirstOrDefaultAsync(row => row.FeedId == feed && row.Hour == hour, cancel) is { } known)
        {
            known.Items += items;
            known.Refused += refused;
        }
        else db.Add(new FeedHour { FeedId = feed, Hour = hour, Items = items, Refused = refused });
    }

    internal static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<FeedHour>().Where(row => row.Hour < before).OrderBy(row => row.Hour).Take(most).ExecuteDeleteAsync(cancel);
}
