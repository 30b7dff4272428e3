namespace Dateline.Foundation.Storage;

/// <summary>A key of ours in the keys folder, beside those that the framework keeps there: made once, the same for all nodes that share the folder.</summary>
internal static class KeyFile
{
    /// <summary>In bytes.</summary>
    public const int Length = 32;

    /// <summary>Written whole under another name first: of nodes that start at once, one makes the key and none reads half of it.</summary>
    public static byte[] ReadOrMake(string file, Func<byte[]> make)
    {
        if (File.Exists(file)) return Read(file);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var beginning = $"{file}.{Guid.CreateVersion7():N}";
        using (var made = new FileStream(beginning, options))
        {
            made.Write(make());
            made.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(beginning, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(beginning); // another node was quicker
        }
        return Read(file);
    }

    /// <exception cref="InvalidDataException">It is no key.</exception>
    public static byte[] Read(string file) =>
        File.ReadAllBytes(file) is { Length: Length } key ? key : throw new InvalidDataException($"{file} isn't a key of {Length} bytes.");
}
