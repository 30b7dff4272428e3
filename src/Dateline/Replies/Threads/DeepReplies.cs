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
