using System.Security.Cryptography;
using Dateline.Foundation.Fetching;
using Microsoft.AspNetCore.DataProtection;

namespace Dateline.Wire;

/// <summary>The passwords and keys of feeds: encrypted in the database, sent only to the feed's own host.</summary>
internal sealed class FeedSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Dateline.Wire.Feeds");

    public string Hide(string password) => _protector.Protect(password);

    public FetchCredentials? Of(Feed feed, Uri uri) =>
        feed.UserName is { Length: > 0 } user && Open(feed.Password) is { } password ? FetchCredentials.Password(uri, user, password) : null;

    /// <summary>The secret in clear; null when there is none, or its key is gone: then the place will refuse us, and it is set anew.</summary>
    public string? Open(string? hidden)
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
