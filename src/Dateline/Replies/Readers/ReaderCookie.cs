using System.Globalization;
using Dateline.Replies.Screening;
using Microsoft.AspNetCore.DataProtection;

namespace Dateline.Replies.Readers;

/// <summary>
/// The cookie by which a reader is known again: only who asked for it has one. It is signed and hidden under the house's keys, says
/// which row of <see cref="Reader"/> it means and no more, and is worth nothing when the row is gone or its stamp has changed.
/// </summary>
internal sealed class ReaderCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Name = "dl-reader";
    private const int Longest = 1_000;
    public static readonly TimeSpan Term = TimeSpan.FromDays(180);
    private readonly IDataProtector _protector = protection.CreateProtector("Dateline.Reader");

    /// <summary>The cookie's value.</summary>
    public string Value(ReaderPass pass) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{pass.Id:N}.{pass.Stamp}.{clock.GetUtcNow().Add(Term).ToUnixTimeSeconds()}"));

    public void Give(HttpContext http, ReaderPass pass) => http.Response.Cookies.Append(Name, Value(pass), new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = Term,
        IsEssential = true,
    });

    public void End(HttpContext http) => http.Response.Cookies.Delete(Name);

    /// <summary>Whom the request's cookie names; null without one, or when it isn't ours or is past its time.</summary>
    public ReaderPass? Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 and <= Longest } given) return null;
        try
        {
            return _protector.Unprotect(given).Split('.') is [var id, var stamp, var until]
                && Guid.TryParseExact(id, "N", out var reader) && int.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > clock.GetUtcNow().ToUnixTimeSeconds()
                ? new ReaderPass(reader, number) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // altered, or under keys that are gone
        }
    }
}
