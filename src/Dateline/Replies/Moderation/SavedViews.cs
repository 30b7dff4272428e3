using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>A moderator's own views of the queue, and those that all share.</summary>
internal static class SavedViews
{
    public const int Most = 30;

    public static Task<List<SavedView>> Of(DatelineDb db, Guid staff, CancellationToken cancel) =>
        db.Set<SavedView>().Where(view => view.StaffId == staff || view.StaffId == null).OrderBy(view => view.Position).ThenBy(view => view.Id).Take(2 * Most).ToListAsync(cancel);

    /// <summary>The same filter again is the same view under another name.</summary>
    public static async Task<Refusal?> Save(DatelineDb db, QueueFilter filter, string name, bool shared, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (LineText.Clean(name, SavedView.LongestName) is not { Accepted: true, Value: { Length: > 0 } clean })
            return new("name", T("Give the view a name, up to {0} characters.", SavedView.LongestName));
        Guid? owner = shared ? null : by.Id;
        var query = filter.ToString();
        if (query.Length > SavedView.LongestQuery) return new("view", T("That view is too particular to be saved."));
        var mine = await db.Set<SavedView>().AsTracking().Where(view => view.StaffId == owner).OrderBy(view => view.Position).ToListAsync(cancel);
        if (mine.Find(view => view.Query == query) is { } same)
        {
            same.Name = clean;
            return null;
        }
        if (mine.Count >= Most) return new("name", T("There are up to {0} views; remove one first.", Most));
        db.Add(new SavedView { Id = Guid.CreateVersion7(now), StaffId = owner, Name = clean, Query = query, Position = mine.Count == 0 ? 0 : mine[^1].Position + 1 });
        return null;
    }

    /// <summary>One's own before the shared one.</summary>
    public static async Task Remove(DatelineDb db, QueueFilter filter, Editor by, CancellationToken cancel)
    {
        var query = filter.ToString();
        var views = await db.Set<SavedView>().AsTracking().Where(view => view.Query == query && (view.StaffId == by.Id || view.StaffId == null)).ToListAsync(cancel);
        if (views.OrderBy(view => view.StaffId is null).FirstOrDefault() is { } view) db.Remove(view);
    }
}
