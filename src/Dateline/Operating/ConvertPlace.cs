using System.Globalization;
using Dateline.Formats;

namespace Dateline.Operating;

/// <summary>Where converted documents go: a folder, a file each; or standard output, one after another where the format allows it.</summary>
internal sealed class ConvertPlace(string? folder, Stream output)
{
    private const int LongestStem = 60;
    private int documents;

    public bool IsFolder => folder is not null;

    public string Name => folder ?? "standard output";

    /// <summary>Writes a document; false where there is no place for another.</summary>
    public async Task<bool> Document(string path, NewsTarget target, Func<Stream, Task> write, CancellationToken cancel)
    {
        if (folder is null)
        {
            if (documents++ > 0 && target == NewsTarget.Nitf) return false;
            var buffered = new BufferedStream(output, 64 * 1024);
            await write(buffered);
            buffered.WriteByte((byte)'\n');
            await buffered.FlushAsync(cancel);
            return true;
        }

        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{++documents:D6}-{Stem(path)}.{target.FileEnding}");
        // Nothing that is there already is written over.
        await using var file = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024);
        await write(file);
        return true;
    }

    /// <summary>The name of a file without its ending, fit for another file and for a title.</summary>
    public static string Stem(string path)
    {
        var stem = path == "-" ? "stdin" : Path.GetFileNameWithoutExtension(path);
        return stem.Length switch { 0 => "file", > LongestStem => stem[..LongestStem], _ => stem };
    }
}
