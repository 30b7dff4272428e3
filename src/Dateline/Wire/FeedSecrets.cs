using System.Security.Cryptography;
using Dateline.Foundation.Fetching;
using Microsoft.AspNetCore.DataProtection;

namespace Dateline.Wire;

/// <summary>The passwords of feeds: encrypted in the database, sent only to the feed's own host.</summary>
internal sealed class FeedSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Dateline.Wire.Feeds");

    public string Hide(string password) => _protector.Protect(password);

    public FetchCredentials? Of(Feed feed, Uri uri)
    {
        if (feed.UserName is not { Length: > 0 } user || feed.Password is not { } hidden) return null;
        try
        {
            return FetchCredentials.Password(uri, user, _protector.Unprotect(hidden));
        }
        catch (CryptographicException)
        {
            return null; // the key is gone: the feed will say 401, and the password is set anew
        }
    }
}
