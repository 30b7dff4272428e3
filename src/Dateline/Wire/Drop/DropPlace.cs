using Dateline.Foundation.Storage;

namespace Dateline.Wire.Drop;

/// <summary>
/// The folder of a drop feed, <c>wires/NAME</c> in the data folder, and the rooms in it: senders write into the folder
/// itself; what is being read lies in <c>.taking</c>, what was read in <c>taken</c>, what couldn't be in <c>refused</c>.
/// </summary>
internal sealed class DropPlace
{
    private const UnixFileMode Ours = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public DropPlace(StorageOptions storage, Feed feed)
    {
        Folder = PathOf(storage, feed);
        (Taking, Taken, Refused) = (Path.Combine(Folder, ".taking"), Path.Combine(Folder, "taken"), Path.Combine(Folder, "refused"));
    }

    public string Folder { get; }

    public string Taking { get; }

    public string Taken { get; }

    public string Refused { get; }

    public static string PathOf(StorageOptions storage, Feed feed) => Path.Combine(storage.DataFolder, "wires", feed.Url["drop:".Length..]);

    public void Make()
    {
        Directory.CreateDirectory(Folder);
        foreach (var room in (string[])[Taking, Taken, Refused]) // nobody but us moves what lies in these
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(room);
            else Directory.CreateDirectory(room, Ours);
    }

    /// <summary>Names that say "not yet": hidden files and those that programs rename when they are done.</summary>
    public static bool IsUnfinished(string name) =>
        name.StartsWith('.') || name.EndsWith('~') || UnfinishedEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] UnfinishedEndings = [".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".writing", ".swp"];
}
