using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>What the desk does with an item: spike it, take it back, pick it up.</summary>
public static class InboxChanges
{
    public static Task<Refusal?> Spike(DatelineDb db, Guid item, DateTimeOffset now, CancellationToken cancel) => Move(db, item, DeskState.Waiting, DeskState.Spiked, null, now, cancel);

    public static Task<Refusal?> Unspike(DatelineDb db, Guid item, DateTimeOffset now, CancellationToken cancel) => Move(db, item, DeskState.Spiked, DeskState.Waiting, null, now, cancel);

    public static Task<Refusal?> MarkPickedUp(DatelineDb db, Guid item, Guid story, DateTimeOffset now, CancellationToken cancel) => Move(db, item, null, DeskState.PickedUp, story, now, cancel);

    /// <summary>Somebody has seen what its source corrected after the item was picked up.</summary>
    public static Task<Refusal?> MarkSeen(DatelineDb db, Guid item, DateTimeOffset now, CancellationToken cancel) => Move(db, item, DeskState.Waiting, DeskState.PickedUp, null, now, cancel);

    private static async Task<Refusal?> Move(DatelineDb db, Guid id, DeskState? from, DeskState to, Guid? story, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<WireItem>().AsTracking().FirstOrDefaultAsync(item => item.Id == id, cancel) is not { } item) return new("missing", T("There is no such item."));
        if (to != DeskState.PickedUp && item.StoryId is not null) return new("state", T("Somebody picked this item up already."));
        if (to == DeskState.PickedUp && (story ?? item.StoryId) is null) return new("state", T("Nobody has picked this item up."));
        if (item.Desk == to) return new("done", to == DeskState.PickedUp ? T("Somebody picked this item up already.") : T("That was done already."));
        if (from is not null && item.Desk != from) return new("state", T("The item isn't there any more: somebody was quicker."));
        if (to == DeskState.PickedUp && story is not null && item.KilledAt is not null) return new("killed", T("The source withdrew this item; it can't be picked up."));
        item.Desk = to;
        item.StoryId = story ?? item.StoryId;
        item.Row = WireRow.Next(now);
        item.DecidedRow = to == DeskState.Waiting ? null : item.Row;
        db.Journal.Add(new WireItemUpdated(item.Id, item.SourceId));
        return null;
    }
}
