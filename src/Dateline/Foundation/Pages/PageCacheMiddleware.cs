using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Dateline.Foundation.Pages;

/// <summary>Stands before everything else: a page that is kept goes out without routing, scope or log.</summary>
public sealed class PageCacheMiddleware(RequestDelegate next, PageCache cache, PageCacheOptions options, Uri publicUrl)
{
    /// <summary>The query parameter and the cookie by which somebody who wrote something sees it.</summary>
    public const string After = "after";
    public const string AfterCookie = "dl-after";

    /// <summary>So many wait at a time; anybody can invent a position, and the wait must not tie the node down.</summary>
    internal const int MostWaiting = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // By the address that readers know: TLS may end at a proxy before us. Over plain http browsers ignore it (RFC 6797, section 8.1).
    private static readonly StringValues OnlyTls = "max-age=31536000";
    private readonly bool _onlyTls = publicUrl.Scheme == Uri.UriSchemeHttps;
    private int _waiting;

    public Task InvokeAsync(HttpContext http)
    {
        if (_onlyTls) http.Response.Headers.StrictTransportSecurity = OnlyTls;
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return next(http);
        var query = request.QueryString;
        if (query.HasValue || request.Headers.Cookie.Count > 0)
        {
            if (Position(request) is { } position) return ServeAfter(http, position);
            if (query.HasValue) return cache.Find(PageKey.OfPath(request.Path.Value!) + query.Value) is { } asked ? PageResult.Send(http, asked) : next(http);
        }
        return cache.Find(PageKey.OfPath(request.Path.Value!)) is { } page ? PageResult.Send(http, page) : next(http);
    }

    private async Task ServeAfter(HttpContext http, long position)
    {
        // When the node isn't there in time, the page is rendered from the database anyway, only not from memory.
        var there = await Hear(position, http.RequestAborted);
        if (!there) PageCache.GoPastMemory(http);
        if (there && !http.Request.QueryString.HasValue && cache.Find(PageKey.OfPath(http.Request.Path.Value!)) is { } page) await PageResult.Send(http, page);
        else await next(http);
    }

    private async ValueTask<bool> Hear(long position, CancellationToken cancel)
    {
        try
        {
            // So many don't write at a time: somebody invents positions, and gets what everybody gets.
            return Interlocked.Increment(ref _waiting) > MostWaiting || await options.Reached(position, Patience, cancel);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private static long? Position(HttpRequest request)
    {
        var text = request.Query[After] is [{ } given, ..] ? given : request.Cookies[AfterCookie];
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;
    }
}
