using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Inbox;

/// <summary>A story as the list shows it: in each edition one item for all that carry it.</summary>
/// <param name="Item">The one to read.</param>
/// <param name="Carriers">All that carry it, itself among them, as they came.</param>
/// <param name="Row">When something last changed with any of them.</param>
public sealed record InboxLine(WireItem Item, string Source, Edition Edition, string? TakenBy, IReadOnlyList<Carrier> Carriers, long Row)
{
    public Guid Group => Item.GroupId ?? Item.Id;

    public DateTimeOffset ChangedAt => Carriers.Max(carrier => carrier.Item.ChangedAt);

    /// <summary>Carriers that took it back while others stand by it.</summary>
    public IEnumerable<Carrier> TakenBack => Item.KilledAt is not null ? [] : Carriers.Where(carrier => carrier.Item.KilledAt is not null);

    /// <summary>Other carriers that put a mistake in it right.</summary>
    public IEnumerable<Carrier> PutRight => Carriers.Where(carrier => carrier.Item.Id != Item.Id && Corrects(carrier.Item));

    /// <summary>Whether a correction came after the desk of its edition had decided on the story.</summary>
    public bool IsPutRightSince
    {
        get
        {
            var own = Carriers.Where(carrier => carrier.Item.Edition == Item.Edition).Select(carrier => carrier.Item).ToList();
            return own.Max(item => item.DecidedRow) is { } decided && own.Exists(item => Corrects(item) && item.Desk == DeskState.Waiting && item.Row > decided);
        }
    }

    /// <summary>What another agency puts right in words of its own is its own mistake.</summary>
    internal static bool Corrects(WireItem item) => item is { Corrects: true, KilledAt: null } && item.Relation != Relation.SameEvent;
}

/// <summary>One of those who carry a story.</summary>
public sealed record Carrier(WireItem Item, string Source);

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
        return new InboxList(await WithCarriers(db, book, items.Take(PageSize), cancel), filter, items.Count > PageSize ? items[PageSize - 1].Row : null, newest, waiting);
    }

    /// <summary>How many wait for somebody, whatever the filter; no more are counted than anybody would read.</summary>
    internal static Task<int> CountWaiting(DatelineDb db, CancellationToken cancel) =>
        db.OneOfEach(db.StillWaiting(db.Inbox(null, null, DeskState.Waiting, null, null, null))).OrderByDescending(item => item.Row).Take(MostCounted).CountAsync(cancel);

    public static string Counted(int waiting) => waiting >= MostCounted ? $"{MostCounted:N0}+" : $"{waiting:N0}";

    /// <summary>What is new or changed since a row; the newest of it when it is more than a page could show.</summary>
    internal static async Task<IReadOnlyList<InboxLine>> Since(DatelineDb db, HouseBook book, InboxFilter filter, long row, CancellationToken cancel) =>
        await WithCarriers(db, book, await Asked(db, filter, null, row - LookBack).Take(MostAtOnce).ToListAsync(cancel), cancel);

    private static IQueryable<WireItem> Asked(DatelineDb db, InboxFilter filter, long? before, long? after)
    {
        DeskState? state = filter.Show switch { InboxShow.Waiting => DeskState.Waiting, InboxShow.Taken => DeskState.PickedUp, InboxShow.Spiked => DeskState.Spiked, _ => null };
        var items = db.Inbox(filter.Edition.Length > 0 ? filter.Edition : null, filter.Source, state, filter.Words, before, after);
        items = filter.Show switch { InboxShow.Withdrawn => items.Where(item => item.KilledAt != null), InboxShow.Waiting => db.StillWaiting(items), _ => items };
        return db.OneOfEach(items).OrderByDescending(item => item.Row);
    }

    private static async Task<IReadOnlyList<InboxLine>> WithCarriers(DatelineDb db, HouseBook book, IEnumerable<WireItem> items, CancellationToken cancel)
    {
        var page = items.ToList();
        var groups = page.Select(item => item.GroupId).OfType<Guid>().Distinct().ToList();
        var carriers = (await db.CarriersOf(groups, cancel)).ToLookup(item => item.GroupId!.Value);
        var ids = page.Concat(carriers.SelectMany(group => group)).Select(item => item.SourceId).Distinct().ToList();
        var sources = await db.Sources.Where(source => ids.Contains(source.Id)).ToDictionaryAsync(source => source.Id, source => source.Name, cancel);
        var takers = await Takers(db, [.. page.Concat(carriers.SelectMany(group => group)).Select(item => item.StoryId).OfType<Guid>().Distinct()], cancel);
        return [.. page.Select(item => Line(item, item.GroupId is { } group && carriers.Contains(group) ? [.. carriers[group]] : []))];

        InboxLine Line(WireItem found, List<WireItem> all)
        {
            if (!all.Exists(one => one.Id == found.Id)) all.Add(found); // alone, or of a group too large to show whole
            // Each edition has a row of its own, and decides for itself.
            var own = all.FindAll(one => one.Edition == found.Edition);
            var face = Carriers.Face(own);
            var taken = own.Find(one => one.StoryId is not null)?.StoryId;
            return new(face, sources[face.SourceId], book.Edition(face.Edition)!, taken is { } story ? takers.GetValueOrDefault(story) ?? T("somebody") : null,
                [.. all.Select(one => new Carrier(one, sources[one.SourceId]))], found.Row);
        }
    }

    /// <summary>Who picked these stories up: whoever made their first text.</summary>
    internal static async Task<Dictionary<Guid, string>> Takers(DatelineDb db, List<Guid> stories, CancellationToken cancel) =>
        stories.Count == 0 ? [] : await db.Set<Revision>().Where(revision => stories.Contains(revision.StoryId) && revision.Version == 1)
            .Join(db.Set<Staff>(), revision => revision.By, staff => staff.Id, (revision, staff) => new { revision.StoryId, staff.Name })
            .ToDictionaryAsync(row => row.StoryId, row => row.Name, cancel);
}
