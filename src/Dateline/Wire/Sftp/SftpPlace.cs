using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Sftp;

/// <summary>What belongs to a feed that is a folder on somebody's SFTP server.</summary>
public sealed class SftpPlace
{
    public const int LongestPattern = 100;
    public const int LongestHostKey = 100;
    public const int LongestPrivateKey = 16_000;

    public required Guid FeedId { get; init; }

    /// <summary>Which files, with * and ?.</summary>
    public string Pattern { get; set; } = "*";

    /// <summary>The fingerprint of the server's key that an administrator accepted: "SHA256:…", as ssh shows it.</summary>
    public string? HostKey { get; set; }

    /// <summary>The fingerprint of the key it showed when it wasn't the accepted one.</summary>
    public string? Offered { get; set; }

    /// <summary>Our private key in OpenSSH's or PEM form, encrypted by data protection; null: a password is used.</summary>
    public string? PrivateKey { get; set; }

    internal static async Task<Refusal?> Set(DatelineDb db, Guid feed, string pattern, string? hostKey, string? hiddenKey, CancellationToken cancel)
    {
        pattern = pattern.Trim() is { Length: > 0 } given ? given : "*";
        if (pattern.Length > LongestPattern || pattern.Contains('/', StringComparison.Ordinal) || pattern.Any(char.IsControl)) return new("pattern", T("A pattern is a file name with * and ?, like *.xml."));
        if (hostKey is not null && !IsFingerprint(hostKey)) return new("hostkey", T("A fingerprint begins with SHA256: and has 43 more characters, as ssh-keygen -l shows it."));
        if (await db.Set<SftpPlace>().AsTracking().FirstOrDefaultAsync(row => row.FeedId == feed, cancel) is not { } place) db.Add(place = new SftpPlace { FeedId = feed });
        (place.Pattern, place.HostKey, place.PrivateKey) = (pattern, hostKey ?? place.HostKey, hiddenKey ?? place.PrivateKey);
        return null;
    }

    /// <param name="shown">The fingerprint that the administrator has seen: another may have come since.</param>
    internal static async Task<Refusal?> Accept(DatelineDb db, Guid feed, string shown, CancellationToken cancel)
    {
        if (await db.Set<SftpPlace>().AsTracking().FirstOrDefaultAsync(row => row.FeedId == feed, cancel) is not { } place) return new("", T("It isn't an SFTP server."));
        if (place.Offered is not { } offered || offered != shown) return new("", T("The server has shown another key since. Look at it again."));
        (place.HostKey, place.Offered) = (offered, null);
        return null;
    }

    /// <summary>SHA-256 in Base64 without its padding.</summary>
    private static bool IsFingerprint(string text) =>
        text.Length == 50 && text.StartsWith("SHA256:", StringComparison.Ordinal) && Convert.TryFromBase64String(text[7..] + "=", new byte[33], out var length) && length == 32;
}

/// <summary>A file that was taken: with the same name, time and size it isn't taken again. Forgotten when the server doesn't list it any more.</summary>
public sealed class SftpFile
{
    public const int LongestName = 255;

    public required Guid FeedId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    public required long Size { get; set; }
}
