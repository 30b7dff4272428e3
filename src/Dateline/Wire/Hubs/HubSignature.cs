using System.Security.Cryptography;
using System.Text;

namespace Dateline.Wire.Hubs;

/// <summary>
/// X-Hub-Signature (WebSub, section 8): method=hex. SHA-1 is taken too: as a MAC it is unbroken, the hub chooses, and
/// the largest public hubs know nothing else.
/// </summary>
internal static class HubSignature
{
    public const string Header = "X-Hub-Signature";

    public static bool IsGood(string? header, string secret, ReadOnlySpan<byte> body)
    {
        if (header is not { Length: <= 200 } || header.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at)) return false;
        var key = Encoding.UTF8.GetBytes(secret);
#pragma warning disable CA5350 // see above
        var mac = header[..at].Trim().ToLowerInvariant() switch
        {
            "sha1" => HMACSHA1.HashData(key, body),
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => [],
        };
#pragma warning restore CA5350
        var said = new byte[64];
        return mac.Length > 0 && Convert.FromHexString(header.AsSpan(at + 1).Trim(), said, out _, out var length) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(said.AsSpan(0, length), mac);
    }
}
