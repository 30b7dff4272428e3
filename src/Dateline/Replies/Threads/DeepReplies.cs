#pragma warning disable CA1309, MA0006, MA0074 // the database compares, by the order it sorts in
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Threads;

/// <summary>
/// Replies deeper than a path goes: they stand beside one another (<see cref="ThreadPath.Deepest"/>), and what each answers is known by
/// itself. So it is looked for step by step, as far as anybody reads.
/// </summary>
internal static class DeepReplies
{
    private const int MostAbove = 60;
    private const int MostLookedAt = 2_000;

    /// <summary>All that a reply answers, outermost first; of more than can be shown the nearest.</summary>
    public static async Task<IReadOnlyList<Guid>> Above(DatelineDb db, string path, Guid? parent, CancellationToken cancel)
    {
        var above = ThreadPath.Above(path);
        if (!ThreadPath.IsDeepest(path)) return above;
        var between = new List<Guid>();
        while (parent is { } id && id != above[^1] && between.Count < MostAbove)
        {
            between.Add(id);
            parent = await db.Set<Reply>().Where(reply => reply.Id == id).Select(reply => reply.ParentId).FirstOrDefaultAsync(cancel);
        }
        between.Reverse();
        return [.. above, .. between];
    }

    /// <summary>How many public replies stand beneath each of a story's that are as deep as a path goes, as far up as <see cref="Above"/> looks; those with none are left out.</summary>
    public static async Task<ILookup<int, Guid>> Counts(DatelineDb db, Guid story, CancellationToken cancel)
    {
        var deep = await db.Set<Reply>().Where(reply => reply.StoryId == story && reply.Path.Length >= ThreadPath.Longest).Select(reply => new { reply.Id, reply.ParentId, reply.State }).ToDictionaryAsync(reply => reply.Id, cancel);
        var counts = new Dictionary<Guid, int>();
        foreach (var reply in deep.Values.Where(reply => reply.State == ReplyState.Published))
        {
            var parent = reply.ParentId;
            for (var up = 0; up < MostAbove && parent is { } id && deep.TryGetValue(id, out var above); up++, parent = above.ParentId) counts[id] = counts.GetValueOrDefault(id) + 1;
        }
        return counts.ToLookup(count => count.Value, count => count.Key);
    }

    /// <summary>Those of some that stand beneath a reply, at any depth.</summary>
    /// <param name="some">Of its story.</param>
    /// <param name="all">Of its story too: what may stand between.</param>
    public static async Task<IQueryable<Reply>> Beneath(IQueryable<Reply> some, IQueryable<Reply> all, Guid id, string path, CancellationToken cancel)
    {
        if (!ThreadPath.IsDeepest(path))
        {
            var after = ThreadPath.After(path);
            return some.Where(reply => string.Compare(reply.Path, path) > 0 && string.Compare(reply.Path, after) < 0);
        }
        var end = ThreadPath.After(path[..^ThreadPath.Step]);
        var later = await all.Where(reply => string.Compare(reply.Path, path) > 0 && string.Compare(reply.Path, end) < 0)
            .OrderBy(reply => reply.Path).Take(MostLookedAt).Select(reply => new { reply.Id, reply.ParentId }).ToListAsync(cancel);
        var beneath = new HashSet<Guid> { id };
        foreach (var reply in later) // what answers is younger than what it answers
            if (reply.ParentId is { } parent && beneath.Contains(parent)) beneath.Add(reply.Id);
        beneath.Remove(id);
        var ids = beneath.ToList();
        return some.Where(reply => ids.Contains(reply.Id));
    }
}
