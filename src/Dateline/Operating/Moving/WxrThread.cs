using Dateline.Replies;
using Dateline.Stories;

namespace Dateline.Operating.Moving;

/// <summary>A reply that was taken and what it stands under. Its path is made when it is wanted: of a deep one it is long, and there may be many.</summary>
/// <param name="Above">As <see cref="ThreadPath"/> has it: what a very deep one answers stands beside it.</param>
/// <param name="IsNumbered">Its number in the file is kept, or must not be.</param>
internal sealed record Placed(Guid Id, Placed? Above, bool IsNumbered = true)
{
    public int Depth { get; } = Above is null ? 0 : Above.Depth + 1;

    public string Path => string.Create((Depth + 1) * ThreadPath.Step, this, static (path, reply) =>
    {
        for (var at = reply; at is not null; at = at.Above) at.Id.TryFormat(path.Slice(at.Depth * ThreadPath.Step, ThreadPath.Step), out _, "N");
    });

    public static Placed Beneath(Placed? parent, Guid id) => new(id, parent is null || parent.Depth + 1 < ThreadPath.Deepest ? parent : parent.Above);
}

/// <summary>What became of a comment: a reply, or why it is left out; neither, when it is here already.</summary>
/// <param name="Unnumbered">One that is here, from before replies kept the number that they had.</param>
internal readonly record struct MovedReply(Reply? Reply, string? LeftOut = null, (Guid Id, long Number)? Unnumbered = null);

/// <summary>
/// The comments of one post in the order in which they can be placed: whatever stands before what it answers waits for it. What
/// answers a comment that is left out stands under the nearest one that isn't.
/// </summary>
/// <param name="here">The replies that the story has already, by <see cref="WxrNumbers.Mark"/>.</param>
internal sealed class WxrThread(WxrStories stories, WxrNumbers numbers, Story story, IReadOnlyDictionary<ulong, Placed> here)
{
    /// <summary>By number; null: it is left out, and so is all above it.</summary>
    private readonly Dictionary<long, Placed?> _placed = [];

    /// <summary>By the number of what they answer.</summary>
    private readonly Dictionary<long, List<WxrComment>> _waiting = [];

    public Guid Story => story.Id;

    /// <summary>Some answer others: how many answers each has must be counted.</summary>
    public bool HasAnswers { get; private set; }

    /// <summary>What can be placed now that this one came.</summary>
    public IEnumerable<MovedReply> Take(WxrComment comment)
    {
        if (comment.Id == 0) return [new(null, "comments without a number")];
        if (_placed.ContainsKey(comment.Id)) return [new(null, "comments that came twice")];
        if (comment.Parent == 0 || _placed.ContainsKey(comment.Parent)) return Place([comment]);
        Waiting(comment.Parent).Add(comment);
        return [];
    }

    /// <summary>What answers a comment that isn't in the file stands under the story; of those that answer one another in a circle, one does.</summary>
    public IEnumerable<MovedReply> End()
    {
        var inFile = _waiting.Values.SelectMany(some => some).Select(comment => comment.Id).ToHashSet();
        foreach (var missing in _waiting.Keys.OrderBy(inFile.Contains).ThenBy(number => number).ToList())
        {
            if (!_waiting.Remove(missing, out var orphans)) continue; // found its place with another one
            if (!inFile.Contains(missing)) yield return new(null, "missing comments that others answer");
            foreach (var moved in Place(orphans)) yield return moved;
        }
    }

    private List<WxrComment> Waiting(long parent) => _waiting.TryGetValue(parent, out var some) ? some : _waiting[parent] = [];

    private IEnumerable<MovedReply> Place(IReadOnlyList<WxrComment> comments)
    {
        var next = new Queue<WxrComment>(comments);
        while (next.TryDequeue(out var comment))
        {
            yield return Place(comment);
            if (!_waiting.Remove(comment.Id, out var answers)) continue;
            foreach (var answer in answers) next.Enqueue(answer);
        }
    }

    private MovedReply Place(WxrComment comment)
    {
        var parent = _placed.GetValueOrDefault(comment.Parent);
        if (here.TryGetValue(numbers.Mark(comment.Id), out var known))
        {
            if (!_placed.TryAdd(comment.Id, known)) return new(null, "comments that came twice");
            HasAnswers |= known.Above is not null;
            return known.IsNumbered ? default : new(null, Unnumbered: (known.Id, comment.Id));
        }
        var (reply, place, leftOut) = stories.Of(comment, story, parent);
        if (!_placed.TryAdd(comment.Id, place ?? parent)) return new(null, "comments that came twice");
        HasAnswers |= reply?.ParentId is not null;
        return new(reply, leftOut);
    }
}
