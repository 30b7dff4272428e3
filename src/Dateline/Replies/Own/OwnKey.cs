using System.Security.Cryptography;
using System.Text;
using Dateline.Replies.Screening;

namespace Dateline.Replies.Own;

/// <summary>
/// The secret in the address of a reply's own page, which only its writer is given: the reply's id and a keyed hash of it. An id
/// alone, which everybody sees in a public page, opens nothing, and there is nothing to look up that could be guessed at.
/// </summary>
internal sealed class OwnKey(AddressVault vault)
{
    private const int IdLength = 32;

    public string Of(Guid reply) => $"{reply:N}{Sign(reply)}";

    /// <summary>Which reply; null for a secret that isn't ours.</summary>
    public Guid? Read(string secret) =>
        secret.Length == IdLength + SenderKeys.Length && Guid.TryParseExact(secret.AsSpan(0, IdLength), "N", out var reply)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(reply)), Encoding.UTF8.GetBytes(secret[IdLength..])) ? reply : null;

    /// <summary>The page's address.</summary>
    public string Address(string edition, Guid reply) => $"/{edition}/your-reply/{Of(reply)}";

    private string Sign(Guid reply) => vault.Recognise("own", reply.ToString("N"))[..SenderKeys.Length];
}
