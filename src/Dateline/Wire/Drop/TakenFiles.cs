using System.Collections.Concurrent;

namespace Dateline.Wire.Drop;

/// <summary>
/// Who has a file open goes on writing into it wherever it was moved meanwhile. So what was taken, or refused for want of its rest, is watched for a day: if it is another
/// than the one that was read, it is read again. How it was lies in this node's memory; of files that another process took
/// their time tells, and one too many is read again, which changes nothing.
/// </summary>
internal sealed class TakenFiles(SteadyFiles steady, TimeProvider clock)
{
    public static readonly TimeSpan Watched = TimeSpan.FromDays(1);
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private const int MostWatched = 20_000;

    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<string, (long Size, DateTime Changed)>> _read = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _looked = new();

    /// <param name="path">Where it lies now.</param>
    /// <param name="size">As it was before it was read.</param>
    public void Note(Feed feed, string path, long size, DateTime changed) => Of(feed)[path] = (size, changed);

    /// <summary>Those that somebody wrote into since they were read, and that lie still again.</summary>
    public List<FileInfo> Changed(Feed feed, DropPlace place)
    {
        var now = clock.GetUtcNow();
        if (_looked.TryGetValue(feed.Id, out var last) && now - last < Every) return [];
        _looked[feed.Id] = now;
        var read = Of(feed);
        var (there, changed) = (new HashSet<string>(StringComparer.Ordinal), new List<FileInfo>());
        foreach (var (path, taken) in DropRest.Since(place.Taken, now - Watched).Concat(DropRest.Since(place.Refused, now - Watched)).Take(MostWatched))
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.LinkTarget is not null || file.Length == 0) continue;
            there.Add(path);
            var isKnown = read.TryGetValue(path, out var was);
            if (isKnown ? was == (file.Length, file.LastWriteTimeUtc) : file.LastWriteTimeUtc <= taken.AddSeconds(1)) read[path] = (file.Length, file.LastWriteTimeUtc);
            else if (steady.IsWhole(feed.Id, file.FullName, file)) changed.Add(file);
        }
        foreach (var gone in read.Keys.Where(path => !there.Contains(path))) read.TryRemove(gone, out _);
        return changed;
    }

    private ConcurrentDictionary<string, (long Size, DateTime Changed)> Of(Feed feed) => _read.GetOrAdd(feed.Id, _ => new(StringComparer.Ordinal));
}
