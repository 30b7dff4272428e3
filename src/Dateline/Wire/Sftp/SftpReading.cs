using System.IO.Enumeration;
using Dateline.Foundation.Storage;
using Dateline.Wire.Drop;
using Microsoft.EntityFrameworkCore;
using Renci.SshNet;
using Renci.SshNet.Sftp;

namespace Dateline.Wire.Sftp;

/// <summary>One look into one folder of a server: what is new there by name, time and size, and lies still.</summary>
internal sealed class SftpReading(Feed feed, SftpPlace place, IReadOnlyList<SftpFile> known, WireDocument documents, SteadyFiles steady)
{
    public const long LargestFile = 32L << 20;
    private const int MostListed = 20_000;

    private readonly Dictionary<string, SftpFile> _known = known.ToDictionary(file => file.Name, StringComparer.Ordinal);
    private readonly List<SftpFile> _taken = [];
    private HashSet<string>? _listed;

    public int Items { get; private set; }

    public bool More { get; private set; }

    public async Task Read(SftpClient client, string folder, int most, CancellationToken cancel)
    {
        var (listed, waiting) = (new HashSet<string>(StringComparer.Ordinal), new List<ISftpFile>());
        await foreach (var file in client.ListDirectoryAsync(folder.Length == 0 ? "." : folder, cancel))
        {
            if (listed.Count >= MostListed) break;
            // Links aren't followed: listed are the links themselves.
            if (!file.IsRegularFile || file.Name.Length > SftpFile.LongestName || file.Name.Contains('/', StringComparison.Ordinal)) continue;
            listed.Add(file.Name);
            if (IsNew(file)) waiting.Add(file);
        }
        if (listed.Count < MostListed) _listed = listed;
        waiting.Sort((a, b) => (a.LastWriteTimeUtc, a.Name).CompareTo((b.LastWriteTimeUtc, b.Name)));
        More = waiting.Count > most;
        foreach (var file in waiting.Take(most))
        {
            if (!await Take(client, file, cancel)) continue; // half of it, maybe: asked for again at the next look
            _taken.Add(new SftpFile { FeedId = feed.Id, Name = file.Name, ChangedAt = Changed(file), Size = file.Length });
            steady.Forget(feed.Id, file.Name);
        }
    }

    /// <summary>Within the write that ends the look: all of it is durable by now.</summary>
    public async Task Remember(DatelineDb db, CancellationToken cancel)
    {
        var rows = await db.Set<SftpFile>().AsTracking().Where(row => row.FeedId == feed.Id).ToDictionaryAsync(row => row.Name, StringComparer.Ordinal, cancel);
        foreach (var file in _taken)
            if (rows.TryGetValue(file.Name, out var row)) (row.ChangedAt, row.Size) = (file.ChangedAt, file.Size);
            else db.Add(file);
        if (_listed is { } listed) db.RemoveRange(rows.Values.Where(row => !listed.Contains(row.Name)));
    }

    private bool IsNew(ISftpFile file) =>
        !DropPlace.IsUnfinished(file.Name) && file.Length > 0 && FileSystemName.MatchesSimpleExpression(place.Pattern, file.Name, ignoreCase: true)
        && !(_known.TryGetValue(file.Name, out var taken) && (taken.ChangedAt, taken.Size) == (Changed(file), file.Length))
        && steady.StillFor(feed.Id, file.Name, file.Length, Changed(file)) >= SteadyFiles.Quiet;

    /// <summary>False: it has no end, and somebody may be writing it.</summary>
    private async Task<bool> Take(SftpClient client, ISftpFile file, CancellationToken cancel)
    {
        using var document = new MemoryStream();
        var whole = file.Length <= LargestFile;
        if (whole)
        {
            await using var sent = await client.OpenAsync(file.FullName, FileMode.Open, FileAccess.Read, cancel);
            var buffer = new byte[64 << 10];
            for (int read; whole && (read = await sent.ReadAsync(buffer, cancel)) > 0; whole = document.Length <= LargestFile) document.Write(buffer, 0, read);
        }
        if (whole && steady.StillFor(feed.Id, file.Name, file.Length, Changed(file)) < SteadyFiles.Patience && !DocumentEnd.IsThere(document)) return false;
        document.Position = 0;
        if (whole) Items += (await documents.Take(feed, document, cancel)).Items;
        else await documents.Quarantine(feed, [], whole: false, $"{file.Name} is larger than {LargestFile >> 20} MB.", held: false, cancel);
        return true;
    }

    private static DateTimeOffset Changed(ISftpFile file) => new(DateTime.SpecifyKind(file.LastWriteTimeUtc, DateTimeKind.Utc), TimeSpan.Zero);
}
