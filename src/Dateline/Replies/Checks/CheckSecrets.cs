using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Dateline.Replies.Checks;

/// <summary>The keys of the services that are asked: encrypted in the database, shown to nobody.</summary>
internal sealed class CheckSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Dateline.Replies.Checks");

    public string Hide(string secret) => _protector.Protect(secret);

    /// <summary>Null when there is none, or when the house's key is gone: then the check fails, and the reply waits.</summary>
    public string? Show(string? hidden)
    {
        try
        {
            return hidden is null ? null : _protector.Unprotect(hidden);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
