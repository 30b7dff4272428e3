using Microsoft.AspNetCore.Components;

namespace Dateline.Foundation.Pages;

/// <summary>A page for one person: rendered for this request, kept by nobody, indexed by nobody.</summary>
public sealed class StaffPage<T>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK) : IResult where T : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = await httpContext.RequestServices.GetRequiredService<PageRenderer>().Render<T>(parameters);
        var response = httpContext.Response;
        SecurityHeaders.Write(response.Headers, RenderedPage.HtmlType);
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.StatusCode = status;
        response.ContentType = RenderedPage.HtmlType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await response.BodyWriter.WriteAsync(body, httpContext.RequestAborted);
    }
}

/// <summary>303 after a POST, with the journal position that the next page must have reached.</summary>
public sealed class SeeOther(string path, long position = 0, bool asCookie = false) : IResult
{
    private readonly string _path = StaysHere(path) ? path : throw new ArgumentException("A redirect after a POST stays in the house.", nameof(path));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var target = _path;
        if (position > 0 && asCookie)
        {
            httpContext.Response.Cookies.Append(PageCacheMiddleware.AfterCookie, position.ToString(), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                MaxAge = TimeSpan.FromSeconds(30),
                Secure = httpContext.Request.IsHttps,
                IsEssential = true,
            });
        }
        else if (position > 0)
        {
            var hash = target.IndexOf('#', StringComparison.Ordinal);
            var (before, fragment) = hash < 0 ? (target, "") : (target[..hash], target[hash..]);
            target = $"{before}{(before.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{PageCacheMiddleware.After}={position}{fragment}";
        }
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = target;
        return Task.CompletedTask;
    }

    /// <summary>One slash, then none of either kind: browsers read "//elsewhere" and "/\elsewhere" as other hosts, and skip tabs.</summary>
    private static bool StaysHere(string path) =>
        path is ['/', ..] and not ['/', '/', ..] && !path.AsSpan().ContainsAnyInRange('\0', ' ') && !path.Contains('\\', StringComparison.Ordinal);
}
