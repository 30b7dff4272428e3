namespace Dateline.Operating;

/// <summary>A file to read; or a folder that can't be looked into, with the reason.</summary>
internal readonly record struct InputFile(string Path, string? Error = null)
{
    /// <summary>What a command was given: files as they are, <c>-</c> too, and of folders all that lies in them and beneath, in the order of names, each found when it is asked for.</summary>
    public static IEnumerable<InputFile> In(IEnumerable<string> paths, CancellationToken cancel) =>
        paths.SelectMany(path => Directory.Exists(path) ? Within(path, cancel) : [new InputFile(path)]);

    private static IEnumerable<InputFile> Within(string folder, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var (entries, error) = Entries(folder);
        if (error is not null) yield return new InputFile(folder, error);
        foreach (var entry in entries)
        {
            var path = System.IO.Path.Combine(folder, entry.Name);
            if (entry is not DirectoryInfo) yield return new InputFile(path);
            else foreach (var found in Within(path, cancel)) yield return found;
        }
    }

    /// <summary>Links to folders are left alone, as they may lead in circles.</summary>
    private static (IReadOnlyList<FileSystemInfo> Entries, string? Error) Entries(string folder)
    {
        try
        {
            return ([.. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(entry => entry is not DirectoryInfo { LinkTarget: not null })
                .OrderBy(entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name, StringComparer.Ordinal)], null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ([], failure.Message);
        }
    }
}
