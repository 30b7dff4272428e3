using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Inbox;

/// <summary>An item as the list shows it.</summary>
public sealed record InboxLine(WireItem Item, string Source, Edition Edition, string? TakenBy);

/// <summary>Which items somebody wants to see.</summary>
public sealed record InboxFilter(string Words, string Edition, Guid? Source, InboxShow Show)
{
    public const int LongestWords = 100;

    public bool IsEmpty => Words.Length == 0 && Edition.Length == 0 && Source is null && Show == InboxShow.Everything;

    /// <summary>The filter as the end of an address: "q=…&amp;edition=en".</summary>
    public string Query => string.Join('&', new[]
    {
        Words.Length > 0 ? "q=" + Uri.EscapeDataString(Words) : null, Edition.Length > 0 ? "edition=" + Uri.EscapeDataString(Edition) : null,
        Source is { } source ? $"source={source}" : null, Show == InboxShow.Everything ? null : $"show={Show}",
    }.OfType<string>());

    public string Address(string more = "") => string.Join('&', new[] { Query, more }.Where(part => part.Length > 0)) is { Length: > 0 } query ? "/desk/inbox?" + query : "/desk/inbox";
}

public enum InboxShow
{
    Everything,
    Waiting,
    Taken,
    Spiked,
    Withdrawn,
}

/// <summary>One page of the inbox, newest change first.</summary>
public sealed record InboxList(IReadOnlyList<InboxLine> Lines, InboxFilter Filter, long? Older, long Newest, int Waiting)
{
    private const int PageSize = 60;
    private const int MostAtOnce = 200;
    public const int MostCounted = 1_000;

    /// <summary>Rows are numbered before they are committed: what was numbered this much earlier may have come later.</summary>
    private const long LookBack = 3_000_000;

    internal static async Task<InboxList> Read(DatelineDb db, HouseBook book, InboxFilter filter, long? before, CancellationToken cancel)
    {
        var items = await Asked(db, filter, before, null).Take(PageSize + 1).ToListAsync(cancel);
        var waiting = await CountWaiting(db, cancel);
        var newest = await db.WireItems.MaxAsync(item => (long?)item.Row, cancel) ?? 0;
        return new InboxList(await WithNames(db, book, items.Take(PageSize), cancel), filter, items.Count > PageSize ? items[PageSize - 1].Row : null, newest, waiting);
    }

    /// <summary>How many wait for somebody, whatever the filter; no more are counted than anybody would read.</summary>
    internal static Task<int> CountWaiting(DatelineDb db, CancellationToken cancel) =>
        db.Inbox(null, null, DeskState.Waiting, null, null, null).Where(item => item.KilledAt == null).Take(MostCounted).CountAsync(cancel);

    public static string Counted(int waiting) => waiting >= MostCounted ? $"{MostCounted:N0}+" : $"{waiting:N0}";

    /// <summary>What is new or changed since a row; the newest of it when it is more than a page could show.</summary>
    internal static async Task<IReadOnlyList<InboxLine>> Since(DatelineDb db, HouseBook book, InboxFilter filter, long row, CancellationToken cancel) =>
        await WithNames(db, book, await Asked(db, filter, null, row - LookBack).Take(MostAtOnce).ToListAsync(cancel), cancel);

    private static IQueryable<WireItem> Asked(DatelineDb db, InboxFilter filter, long? before, long? after)
    {
        DeskState? state = filter.Show switch { InboxShow.Waiting => DeskState.Waiting, InboxShow.Taken => DeskState.PickedUp, InboxShow.Spiked => DeskState.Spiked, _ => null };
        var items = db.Inbox(filter.Edition.Length > 0 ? filter.Edition : null, filter.Source, state, filter.Words, before, after);
        return filter.Show switch { InboxShow.Withdrawn => items.Where(item => item.KilledAt != null), InboxShow.Waiting => items.Where(item => item.KilledAt == null), _ => items };
    }

    private static async Task<IReadOnlyList<InboxLine>> WithNames(DatelineDb db, HouseBook book, IEnumerable<WireItem> items, CancellationToken cancel)
    {
        var page = items.ToList();
        var ids = page.Select(item => item.SourceId).Distinct().ToList();
        var sources = await db.Sources.Where(source => ids.Contains(source.Id)).ToDictionaryAsync(source => source.Id, source => source.Name, cancel);
        var takers = await Takers(db, [.. page.Select(item => item.StoryId).OfType<Guid>()], cancel);
        return [.. page.Select(item => new InboxLine(item, sources[item.SourceId], book.Edition(item.Edition)!, item.StoryId is { } story ? takers.GetValueOrDefault(story) ?? "somebody" : null))];
    }

    /// <summary>Who picked these stories up: whoever made their first text.</summary>
    internal static async Task<Dictionary<Guid, string>> Takers(DatelineDb db, List<Guid> stories, CancellationToken cancel) =>
        stories.Count == 0 ? [] : await db.Set<Revision>().Where(revision => stories.Contains(revision.StoryId) && revision.Version == 1)
            .Join(db.Set<Staff>(), revision => revision.By, staff => staff.Id, (revision, staff) => new { revision.StoryId, staff.Name })
            .ToDictionaryAsync(row => row.StoryId, row => row.Name, cancel);
}
