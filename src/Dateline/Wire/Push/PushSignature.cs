using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Wire.Push;

/// <summary>
/// docs/contracts/push.md: HMAC-SHA256 by the shared secret over the time as it stands in its header, a full stop, and the
/// body. The time is in it so that an old push can't be sent again with a new one.
/// </summary>
internal static class PushSignature
{
    public const string TimeHeader = "Dateline-Time";
    public const string SignatureHeader = "Dateline-Signature";

    /// <summary>How far the sender's clock may be off.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Method = "sha256=";

    public static string Of(string secret, string time, ReadOnlySpan<byte> body) => Method + Convert.ToHexStringLower(Mac(secret, time, body));

    /// <summary>Whole seconds since 1970.</summary>
    public static DateTimeOffset? ReadTime(string? header) =>
        long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>The signature's 32 bytes; null when the header isn't one.</summary>
    public static byte[]? Read(string? header)
    {
        var mac = new byte[HMACSHA256.HashSizeInBytes];
        return header is not null && header.StartsWith(Method, StringComparison.OrdinalIgnoreCase) && header.Length == Method.Length + (2 * mac.Length)
            && Convert.FromHexString(header.AsSpan(Method.Length), mac, out _, out var written) == System.Buffers.OperationStatus.Done && written == mac.Length ? mac : null;
    }

    /// <summary>Compares in constant time.</summary>
    public static bool IsSigned(string? secret, string time, ReadOnlySpan<byte> body, ReadOnlySpan<byte> mac) =>
        secret is not null && CryptographicOperations.FixedTimeEquals(Mac(secret, time, body), mac);

    private static byte[] Mac(string secret, string time, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(time + "."));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}
