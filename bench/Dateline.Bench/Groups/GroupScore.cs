using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Wire;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Bench.Groups;

/// <summary>How often a relation was found, missed and wrongly seen.</summary>
internal sealed record RelationScore(int Right, int Wrong, int Missed)
{
    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public override string ToString() => $"precision {Precision:0.000}, recall {Recall:0.000}, F1 {F1:0.000} of {Right + Missed}";
}

/// <summary>The set sent through the receive path, and what came of it beside what is true.</summary>
internal sealed record GroupScore(IReadOnlyDictionary<Relation, RelationScore> Relations, RelationScore Pairs, IReadOnlyList<string> Mistakes)
{
    private const int AtOnce = 50;

    /// <param name="feeds">One for each source of the set.</param>
    public static async Task<GroupScore> Measure(Writes writes, DatelineDbFactory databases, IReadOnlyList<Feed> feeds, IReadOnlyList<Labelled> set, DateTimeOffset now)
    {
        foreach (var batch in set.Chunk(AtOnce))
            await writes.Run(async (db, stop) =>
            {
                foreach (var one in batch) await new Receiving(db, feeds[one.Source], now).Take(one.News, stop);
            }, CancellationToken.None);
        await using var db = databases.Open();
        var items = await db.WireItems.ToDictionaryAsync(item => item.Guid, StringComparer.Ordinal);
        return Score(set, [.. set.Select(one => items[one.News.Uri!])]);
    }

    private static GroupScore Score(IReadOnlyList<Labelled> set, IReadOnlyList<WireItem> items)
    {
        var firsts = Enumerable.Range(0, set.Count).Where(n => set[n].Truth is null).ToDictionary(n => set[n].Story, n => items[n].GroupId);
        var late = set.Where(one => !one.Scored).Select(one => one.Story).ToHashSet();
        var scores = Enum.GetValues<Relation>().ToDictionary(relation => relation, _ => new RelationScore(0, 0, 0));
        var mistakes = new List<string>();
        for (var n = 0; n < set.Count; n++)
        {
            var (one, item) = (set[n], items[n]);
            if (!one.Scored || (one.Truth is null && late.Contains(one.Story))) continue;
            var there = item.GroupId == firsts[one.Story] || (one.Other is { } other && item.GroupId == firsts[other]);
            if (item.Relation == one.Truth && there)
            {
                if (one.Truth is { } right) scores[right] = scores[right] with { Right = scores[right].Right + 1 };
                continue;
            }
            if (one.Truth is { } missed) scores[missed] = scores[missed] with { Missed = scores[missed].Missed + 1 };
            if (item.Relation is { } wrong) scores[wrong] = scores[wrong] with { Wrong = scores[wrong].Wrong + 1 };
            mistakes.Add($"{one.News.Language} {one.How}: {item.Relation?.ToString() ?? "nothing"}{(there ? "" : " elsewhere")}");
        }
        return new(scores, PairsOf(set, items), mistakes);
    }

    /// <summary>Any two items, those apart that tell of two stories: in one group, and of one story.</summary>
    private static RelationScore PairsOf(IReadOnlyList<Labelled> set, IReadOnlyList<WireItem> items)
    {
        var whole = Enumerable.Range(0, set.Count).Where(n => set[n].Other is null).ToList();
        long both = Count(whole.GroupBy(n => (items[n].GroupId, set[n].Story))), seen = Count(whole.GroupBy(n => items[n].GroupId)), real = Count(whole.GroupBy(n => set[n].Story));
        return new((int)both, (int)(seen - both), (int)(real - both));
    }

    private static long Count<T>(IEnumerable<IGrouping<T, int>> groups) => groups.Sum(group => (long)group.Count() * (group.Count() - 1) / 2);
}
