using System.Buffers.Text;
using System.Security.Cryptography;

namespace Dateline.People;

/// <summary>
/// A link that lets one person in once: an invitation to set a password, or a demo's ready sign-in. Only
/// the hash of its secret is kept.
/// </summary>
public sealed class SignInLink
{
    public static readonly TimeSpan Term = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required string SecretHash { get; init; }

    /// <summary>True: it asks for a password to be set. False: it signs in at once.</summary>
    public required bool AsksPassword { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public bool IsGood(DateTimeOffset now) => UsedAt is null && ExpiresAt > now;

    /// <summary>A new link and the secret to put into its address: the only time it can be seen.</summary>
    public static (SignInLink Link, string Secret) New(Guid staff, bool asksPassword, DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
        return (new SignInLink
        {
            Id = Guid.CreateVersion7(now),
            StaffId = staff,
            SecretHash = Hash(secret),
            AsksPassword = asksPassword,
            ExpiresAt = now + Term,
        }, secret);
    }

    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}
