using System.Collections.Concurrent;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Storage;

namespace Dateline.Wire.Drop;

/// <summary>
/// Takes files out of a folder, each once: it is renamed into <c>.taking</c>, which only one of two nodes succeeds in, read,
/// and put into <c>taken</c> when all that was in it is durable. What lies in <c>.taking</c> after a crash is read again, and so is what
/// is still written into when it lies in <c>taken</c>.
/// </summary>
internal sealed class DropCollecting(StorageOptions storage, WireDocument documents, SteadyFiles steady, TakenFiles rest, TimeProvider clock, ILogger<DropCollecting> log) : ICollecting
{
    public const long LargestFile = 64L << 20;
    private const int MostInOneLook = 50;
    private const int MostLookedAt = 20_000;
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _cleared = new();

    public Transport Transport => Transport.Drop;

    public async Task<Collected> Collect(Feed feed, CancellationToken cancel)
    {
        var place = new DropPlace(storage, feed);
        try
        {
            place.Make();
            if (IsLink(place.Folder)) return Unreadable($"{place.Folder} is a link, and links aren't followed. Make it a folder.");
            var items = 0;
            var left = Directory.EnumerateFiles(place.Taking).Take(MostInOneLook).ToList();
            var whole = Whole(feed, place);
            foreach (var path in left) items += await Read(feed, place, path, Path.GetFileName(path), cancel);
            foreach (var file in whole.Take(MostInOneLook))
                if (Claim(place, file) is { } claimed) items += await Read(feed, place, claimed, file.Name, cancel);
            foreach (var file in rest.Changed(feed, place)) items += await ReadAgain(feed, place, file, cancel);
            Clear(feed, place);
            return new Collected(null) { Items = items, More = left.Count == MostInOneLook || whole.Count > MostInOneLook };
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException and not FetchException)
        {
            return Unreadable($"The folder {place.Folder} can't be read or written: {failure.Message}");
        }
    }

    /// <summary>Oldest first: versions of a story come in the order in which they were put there.</summary>
    private List<FileInfo> Whole(Feed feed, DropPlace place) =>
        [.. new DirectoryInfo(place.Folder).EnumerateFiles().Take(MostLookedAt)
            // Nothing in it: not written yet, or a pipe or a device, which must not even be opened.
            .Where(file => !DropPlace.IsUnfinished(file.Name) && file.LinkTarget is null && file.Length > 0)
            .Where(file => steady.IsWhole(feed.Id, file.Name, file))
            .OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>Null: somebody was quicker, or took it away.</summary>
    private static string? Claim(DropPlace place, FileInfo file)
    {
        var claimed = Path.Combine(place.Taking, file.Name);
        try
        {
            File.Move(file.FullName, claimed);
            return claimed;
        }
        catch (IOException) when (!File.Exists(file.FullName) || File.Exists(claimed))
        {
            return null;
        }
    }

    private async Task<int> Read(Feed feed, DropPlace place, string path, string name, CancellationToken cancel)
    {
        var file = new FileInfo(path);
        if (!file.Exists) return 0;
        if (file.LinkTarget is not null || file.Length == 0) return Refuse(place, file, "It is a link or empty, and wasn't opened.");
        if (file.Length > LargestFile) return Refuse(place, file, $"It is larger than {LargestFile >> 20} MB.");
        var (size, changed) = (file.Length, file.LastWriteTimeUtc);
        TakenDocument taken;
        await using (var stream = Open(path)) taken = await documents.Take(feed, stream, cancel);

        file.Refresh();
        steady.Forget(feed.Id, name);
        if ((file.Length, file.LastWriteTimeUtc) != (size, changed) && !File.Exists(Path.Combine(place.Folder, name)))
        {
            File.Move(path, Path.Combine(place.Folder, name)); // its writer wasn't done after all: once more, when it is
            return taken.Items;
        }
        if (taken.Reason is { } reason)
        {
            Refuse(place, file, reason);
            rest.Note(feed, file.FullName, size, changed);
            return taken.Items;
        }
        file.MoveTo(DropRest.Name(place.Taken, name, clock.GetUtcNow()));
        rest.Note(feed, file.FullName, size, changed);
        return taken.Items;
    }

    private async Task<int> ReadAgain(Feed feed, DropPlace place, FileInfo file, CancellationToken cancel)
    {
        var (size, changed) = (file.Length, file.LastWriteTimeUtc);
        steady.Forget(feed.Id, file.FullName);
        rest.Note(feed, file.FullName, size, changed);
        if (size > LargestFile) return 0;
        TakenDocument taken;
        await using (var stream = Open(file.FullName)) taken = await documents.Take(feed, stream, cancel);
        if (taken.Reason is null && file.DirectoryName == place.Refused)
        {
            File.Delete(file.FullName + DropRest.Reason);
            file.MoveTo(DropRest.Name(place.Taken, file.Name, clock.GetUtcNow()));
            rest.Note(feed, file.FullName, size, changed);
        }
        return taken.Items;
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 << 10, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private int Refuse(DropPlace place, FileInfo file, string reason)
    {
        var path = DropRest.Name(place.Refused, file.Name, clock.GetUtcNow());
        file.MoveTo(path);
        File.WriteAllText(path + DropRest.Reason, reason + "\n");
        log.LogInformation("Refused {File}: {Reason}", path, reason);
        return 0;
    }

    private void Clear(Feed feed, DropPlace place)
    {
        var now = clock.GetUtcNow();
        if (_cleared.TryGetValue(feed.Id, out var last) && now - last < DropRest.ClearedEvery) return;
        DropRest.Clear(place.Taken, now);
        _cleared[feed.Id] = now;
    }

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    private static Collected Unreadable(string sentence) => new(new FetchFailure(FetchFailureKind.Unreadable, sentence));
}
