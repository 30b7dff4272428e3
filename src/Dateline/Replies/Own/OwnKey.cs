using System.Security.Cryptography;
using System.Text;
using Dateline.Replies.Screening;

namespace Dateline.Replies.Own;

/// <summary>
/// The secret in the address of a reply's own page, or of a report's, which only whoever sent it is given: its id and a keyed hash of it. An id
/// alone, which everybody sees in a public page, opens nothing, and there is nothing to look up that could be guessed at.
/// </summary>
internal sealed class OwnKey(AddressVault vault)
{
    private const int IdLength = 32;

    /// <summary>What opens one kind of page opens no other.</summary>
    private const string OfReply = "own", OfReport = "own-report";

    public string Of(Guid reply) => Make(OfReply, reply);

    /// <summary>Which reply; null for a secret that isn't ours.</summary>
    public Guid? Read(string secret) => Read(OfReply, secret);

    /// <summary>Which report; null for a secret that isn't ours.</summary>
    public Guid? ReadReport(string secret) => Read(OfReport, secret);

    /// <summary>The page's address.</summary>
    public string Address(string edition, Guid reply) => $"/{edition}/your-reply/{Of(reply)}";

    /// <summary>Of the page on which whoever reported a reply reads what came of it.</summary>
    public string AddressOfReport(string edition, Guid report) => $"/{edition}/your-report/{Make(OfReport, report)}";

    private string Make(string kind, Guid id) => $"{id:N}{Sign(kind, id)}";

    private Guid? Read(string kind, string secret) =>
        secret.Length == IdLength + SenderKeys.Length && Guid.TryParseExact(secret.AsSpan(0, IdLength), "N", out var id)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(kind, id)), Encoding.UTF8.GetBytes(secret[IdLength..])) ? id : null;

    private string Sign(string kind, Guid id) => vault.Recognise(kind, id.ToString("N"))[..SenderKeys.Length];
}
