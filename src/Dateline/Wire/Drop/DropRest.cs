using System.Globalization;

namespace Dateline.Wire.Drop;

/// <summary>What stays of files that were taken: named by the moment, for a week. What was refused stays until somebody looks.</summary>
internal static class DropRest
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public static readonly TimeSpan ClearedEvery = TimeSpan.FromHours(1);

    /// <summary>Beside a refused file, with its name: why.</summary>
    public const string Reason = ".reason.txt";

    private const string Stamp = "yyyyMMdd'T'HHmmss";
    private const int LongestName = 200; // file systems take 255 bytes

    /// <summary>A free name in the folder: the moment, then the file's own.</summary>
    public static string Name(string folder, string name, DateTimeOffset now)
    {
        if (name.Length > LongestName) name = name[^LongestName..];
        var stem = now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
        var path = Path.Combine(folder, $"{stem}-{name}");
        for (var n = 2; File.Exists(path); n++) path = Path.Combine(folder, $"{stem}-{n}-{name}");
        return path;
    }

    /// <summary>Files that were put there since, newest first, with the moment.</summary>
    public static IEnumerable<(string Path, DateTime At)> Since(string folder, DateTimeOffset moment)
    {
        foreach (var path in Directory.EnumerateFiles(folder).OrderDescending(StringComparer.Ordinal))
            if (!path.EndsWith(Reason, StringComparison.Ordinal) && Moment(Path.GetFileName(path)) is { } at && at >= moment.UtcDateTime) yield return (path, at);
    }

    public static void Clear(string folder, DateTimeOffset now)
    {
        var before = (now - Kept).UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
        foreach (var path in Directory.EnumerateFiles(folder))
            if (Moment(Path.GetFileName(path)) is not null && string.CompareOrdinal(Path.GetFileName(path), before) < 0) File.Delete(path);
    }

    private static DateTime? Moment(string name) =>
        name.Length > Stamp.Length && DateTime.TryParseExact(name.AsSpan(0, 15), Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
