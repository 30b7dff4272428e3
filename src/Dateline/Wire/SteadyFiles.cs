using System.Collections.Concurrent;

namespace Dateline.Wire;

/// <summary>
/// Tells a file that somebody is still writing from one that is whole: its size and its time were the same in two looks,
/// some time apart, and it ends as such a document does. It lies in this node's memory; a node that starts merely looks twice again.
/// </summary>
internal sealed class SteadyFiles(TimeProvider clock)
{
    /// <summary>How long nothing may have changed.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);

    /// <summary>How long nothing may have changed in one that has no end: uploads stall for minutes. Then it is taken as it is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int MostRemembered = 100_000;
    private readonly ConcurrentDictionary<(Guid Feed, string Name), (long Size, DateTimeOffset Changed, DateTimeOffset Since)> _seen = new();

    /// <summary>A file of this machine, looked at once more.</summary>
    public bool IsWhole(Guid feed, string name, FileInfo file)
    {
        if (StillFor(feed, name, file.Length, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero)) is not { } still || still < Quiet) return false;
        if (still >= Patience) return true;
        try
        {
            using var document = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return DocumentEnd.IsThere(document);
        }
        catch (FileNotFoundException)
        {
            return false; // taken away since
        }
    }

    /// <summary>Null: it wasn't there, or was another, when it was looked at before.</summary>
    public TimeSpan? StillFor(Guid feed, string name, long size, DateTimeOffset changed)
    {
        var now = clock.GetUtcNow();
        if (_seen.TryGetValue((feed, name), out var seen) && (seen.Size, seen.Changed) == (size, changed)) return now - seen.Since;
        if (_seen.Count >= MostRemembered) _seen.Clear(); // names without end: everybody waits for one look more
        _seen[(feed, name)] = (size, changed, now);
        return null;
    }

    public void Forget(Guid feed, string name) => _seen.TryRemove((feed, name), out _);
}
