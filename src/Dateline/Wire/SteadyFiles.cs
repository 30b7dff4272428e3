using System.Collections.Concurrent;

namespace Dateline.Wire;

/// <summary>
/// Tells a file that somebody is still writing from one that is whole: its size and its time were the same in two looks,
/// some time apart. It lies in this node's memory; a node that starts merely looks twice again.
/// </summary>
internal sealed class SteadyFiles(TimeProvider clock)
{
    /// <summary>How long nothing may have changed. Uploads stall, but seldom so long; what was cut all the same is read again when it grows.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);

    private const int MostRemembered = 100_000;
    private readonly ConcurrentDictionary<(Guid Feed, string Name), (long Size, DateTimeOffset Changed, DateTimeOffset Since)> _seen = new();

    public bool IsWhole(Guid feed, string name, long size, DateTimeOffset changed)
    {
        var now = clock.GetUtcNow();
        if (_seen.TryGetValue((feed, name), out var seen) && (seen.Size, seen.Changed) == (size, changed)) return now - seen.Since >= Quiet;
        if (_seen.Count >= MostRemembered) _seen.Clear(); // names without end: everybody waits for one look more
        _seen[(feed, name)] = (size, changed, now);
        return false;
    }

    public void Forget(Guid feed, string name) => _seen.TryRemove((feed, name), out _);
}
