using Dateline.Foundation.Storage;
using Dateline.Wire;
using Dateline.Wire.Pages;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Sources;

/// <summary>A linked page whose text didn't come.</summary>
/// <param name="Waits">Whether it is asked again without anybody's doing.</param>
public sealed record FailedPage(Guid Id, Guid Item, string Headline, string? Language, string Failure, DateTimeOffset AskedAt, bool Waits)
{
    private const int Latest = 20;

    internal static async Task<IReadOnlyList<FailedPage>> Of(DatelineDb db, Guid source, CancellationToken cancel)
    {
        var items = db.WireItems;
        return [.. (await db.Set<WirePage>().Where(page => page.SourceId == source && page.Failure != null).OrderByDescending(page => page.AskedAt).Take(Latest)
            .Join(items, page => page.ItemId, item => item.Id, (page, item) => new FailedPage(page.Id, item.Id, item.Headline, item.Language, page.Failure!, page.AskedAt, page.DueAt != null))
            .ToListAsync(cancel)).OrderByDescending(page => page.AskedAt)];
    }
}
