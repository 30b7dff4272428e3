namespace Dateline.Foundation.Pages;

/// <summary>Marks the few routes that other sites' programs may POST to: they carry a token of their own.</summary>
public sealed class CrossSiteAllowed;

/// <summary>
/// One gate at the door: an unsafe request that another site made the browser send is refused, so no page needs a
/// token in it (and a cached page is the same for all). Fetch Metadata first, then Origin, then Referer.
/// </summary>
public sealed class CrossSiteGate(RequestDelegate next, Uri publicUrl, ILogger<CrossSiteGate> log)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || IsOurs(request)
            || http.GetEndpoint()?.Metadata.GetMetadata<CrossSiteAllowed>() is not null) return next(http);

        // An operator who hasn't told us the public address reads here why every form is refused.
        log.LogWarning("Refused a {Method} that came from another site than {PublicUrl}, the address readers know", request.Method, publicUrl);
        return ErrorPages.Write(http, StatusCodes.Status403Forbidden);
    }

    private bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is [{ Length: > 0 } site, ..]) return site is "same-origin" or "none";
        if (request.Headers.Origin is [{ Length: > 0 } origin, ..]) return IsOurOrigin(request, origin);
        if (request.Headers.Referer is [{ Length: > 0 } referer, ..]) return IsOurOrigin(request, referer);

        // Neither: no browser of this decade. Without a cookie there is nothing to abuse.
        return request.Headers.Cookie.Count == 0;
    }

    private bool IsOurOrigin(HttpRequest request, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var origin)
        && (IsSame(origin, publicUrl) || (Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here) && IsSame(origin, here)));

    private static bool IsSame(Uri a, Uri b) => a.Scheme == b.Scheme && a.IdnHost == b.IdnHost && a.Port == b.Port;
}
