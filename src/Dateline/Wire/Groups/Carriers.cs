using Dateline.Formats;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Groups;

/// <summary>What the desk asks about groups.</summary>
public static class Carriers
{
    /// <summary>Of one group so many are shown; more of the same tell nothing.</summary>
    public const int Most = 100;

    extension(DatelineDb db)
    {
        /// <summary>Of each group the one that changed last among <paramref name="items"/>: one row for a story, whoever is looked for.</summary>
        public IQueryable<WireItem> OneOfEach(IQueryable<WireItem> items) =>
            items.Where(item => item.GroupId == null || !items.Any(other => other.GroupId == item.GroupId && other.Row > item.Row));

        /// <summary>The members of these groups, as they came.</summary>
        public Task<List<WireItem>> CarriersOf(IReadOnlyCollection<Guid> groups, CancellationToken cancel) =>
            db.Set<WireItem>().Where(item => item.GroupId != null && groups.Contains(item.GroupId.Value) && item.Number > 0)
                .OrderBy(item => item.ReceivedAt).ThenBy(item => item.Row).Take(Most * Math.Max(1, groups.Count)).ToListAsync(cancel);

        /// <summary>
        /// What still waits for the desk. Who decided on one carrier decided on all that had come with the same story; a text
        /// changed since then, and another agency's own, wait for an eye again.
        /// </summary>
        public IQueryable<WireItem> StillWaiting(IQueryable<WireItem> items) =>
            items.Where(item => item.KilledAt == null && item.Desk == DeskState.Waiting
                && (item.GroupId == null || item.Relation == Relation.SameEvent
                    || !db.Set<WireItem>().Any(other => other.GroupId == item.GroupId && other.Desk != DeskState.Waiting && other.Relation != Relation.SameEvent
                        && (item.Relation != Relation.Revision || item.Row < other.Row))));
    }

    /// <summary>The one to show for all: usable, not of another agency's words, the fullest, the newest.</summary>
    public static WireItem Face(IReadOnlyCollection<WireItem> carriers) => carriers
        .OrderBy(item => item.KilledAt is not null).ThenBy(item => item.Status != PubStatus.Usable).ThenBy(item => item.Relation == Relation.SameEvent)
        .ThenByDescending(item => item.Relation == Relation.Revision ? item.ReceivedAt : DateTimeOffset.MinValue)
        .ThenByDescending(item => item.Words).ThenBy(item => item.ReceivedAt).ThenBy(item => item.Id).First();
}
