using Microsoft.Extensions.Primitives;

namespace Dateline.Foundation.Pages;

/// <summary>What every answer says to the browser: talk to us alone, run nothing but our own files.</summary>
public static class SecurityHeaders
{
    private static readonly StringValues Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues Permissions = "camera=(), geolocation=(), microphone=(), browsing-topics=()";
    private static readonly StringValues SameOrigin = "same-origin";

    public static void Write(IHeaderDictionary headers, string contentType)
    {
        headers.XContentTypeOptions = NoSniff;
        if (!contentType.StartsWith("text/html", StringComparison.Ordinal)) return;
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = Referrer;
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
    }
}
