using Dateline.Formats;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Groups;

/// <summary>What the desk asks about groups.</summary>
public static class Carriers
{
    /// <summary>Of one group so many are shown; more of the same tell nothing.</summary>
    public const int Most = 100;

    private const int MostCorrections = 5;

    extension(DatelineDb db)
    {
        /// <summary>Of each group the one that changed last among <paramref name="items"/>: in each edition one row for a story, whoever is looked for.</summary>
        public IQueryable<WireItem> OneOfEach(IQueryable<WireItem> items) =>
            items.Where(item => item.GroupId == null || !items.Any(other => other.GroupId == item.GroupId && other.Edition == item.Edition && other.Row > item.Row));

        /// <summary>The members of these groups, as they came; of very large groups those that changed last.</summary>
        public async Task<List<WireItem>> CarriersOf(IReadOnlyCollection<Guid> groups, CancellationToken cancel) =>
            groups.Count == 0 ? [] : [.. (await db.Set<WireItem>().Where(item => item.GroupId != null && groups.Contains(item.GroupId.Value) && item.Number > 0)
                .OrderByDescending(item => item.Row).Take(Most * groups.Count).ToListAsync(cancel)).OrderBy(item => item.ReceivedAt).ThenBy(item => item.Row)];

        /// <summary>
        /// What still waits for its edition's desk. Who decided on one carrier decided on all that had come with the same story. A text
        /// changed since then waits for an eye again, and so do a correction, whatever text it comes with, another agency's own, and
        /// all of them when what was picked up is withdrawn.
        /// </summary>
        public IQueryable<WireItem> StillWaiting(IQueryable<WireItem> items) =>
            items.Where(item => item.KilledAt == null && item.Desk == DeskState.Waiting
                && (item.GroupId == null || item.Relation == Relation.SameEvent
                    || !db.Set<WireItem>().Any(other => other.GroupId == item.GroupId && other.Edition == item.Edition && other.DecidedRow != null && other.Relation != Relation.SameEvent
                        && (other.Desk == DeskState.Spiked || other.KilledAt == null)
                        && (item.Row < other.DecidedRow || (item.Relation != Relation.Revision && item.Number == 1 && !item.Corrects)))));

        /// <summary>Corrections of the same story that came by other carriers after the desk had decided on this item, and wait for an eye.</summary>
        public async Task<List<WireItem>> CorrectionsSince(WireItem item, CancellationToken cancel) =>
            item is not { GroupId: { } group, DecidedRow: { } decided } ? [] : await db.Set<WireItem>()
                .Where(other => other.GroupId == group && other.Id != item.Id && other.Corrects && other.Relation != Relation.SameEvent && other.KilledAt == null && other.Desk == DeskState.Waiting && other.Row > decided)
                .OrderByDescending(other => other.Row).Take(MostCorrections).ToListAsync(cancel);
    }

    /// <summary>The one to show for all: usable, not of another agency's words, the latest that was changed or put right, the fullest, the newest.</summary>
    public static WireItem Face(IReadOnlyCollection<WireItem> carriers) => carriers
        .OrderBy(item => item.KilledAt is not null).ThenBy(item => item.Status != PubStatus.Usable).ThenBy(item => item.Relation == Relation.SameEvent)
        .ThenByDescending(item => item.Relation == Relation.Revision || item.Corrects ? item.ReceivedAt : DateTimeOffset.MinValue)
        .ThenByDescending(item => item.Words).ThenBy(item => item.ReceivedAt).ThenBy(item => item.Id).First();
}
