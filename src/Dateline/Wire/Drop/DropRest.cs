using System.Globalization;

namespace Dateline.Wire.Drop;

/// <summary>What stays of files that were taken: named by the moment, for a week. What was refused stays until somebody looks.</summary>
internal static class DropRest
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public static readonly TimeSpan ClearedEvery = TimeSpan.FromHours(1);

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

    public static void Clear(string folder, DateTimeOffset now)
    {
        var before = (now - Kept).UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);
        foreach (var path in Directory.EnumerateFiles(folder))
            if (IsStamped(Path.GetFileName(path)) && string.CompareOrdinal(Path.GetFileName(path), before) < 0) File.Delete(path);
    }

    private static bool IsStamped(string name) =>
        name.Length > Stamp.Length && DateTime.TryParseExact(name.AsSpan(0, 15), Stamp, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
