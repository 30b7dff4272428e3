using System.Globalization;

namespace Dateline.Foundation.Pages;

/// <summary>Stands before everything else: a page that is kept goes out without routing, scope or log.</summary>
public sealed class PageCacheMiddleware(RequestDelegate next, PageCache cache, PageCacheOptions options)
{
    /// <summary>The query parameter and the cookie by which somebody who wrote something sees it.</summary>
    public const string After = "after";
    public const string AfterCookie = "dl-after";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return next(http);
        var query = request.QueryString;
        if (query.HasValue || request.Headers.Cookie.Count > 0)
        {
            if (Position(request) is { } position) return ServeAfter(http, position);
            if (query.HasValue) return cache.Find(request.Path.Value + query.Value) is { } asked ? PageResult.Send(http, asked) : next(http);
        }
        return cache.Find(request.Path.Value!) is { } page ? PageResult.Send(http, page) : next(http);
    }

    private async Task ServeAfter(HttpContext http, long position)
    {
        // When the node isn't there in time, the page is rendered from the database anyway, only not from memory.
        var there = await options.Reached(position, Patience, http.RequestAborted);
        if (there && !http.Request.QueryString.HasValue && cache.Find(http.Request.Path.Value!) is { } page) await PageResult.Send(http, page);
        else await next(http);
    }

    private static long? Position(HttpRequest request)
    {
        var text = request.Query[After] is [{ } given, ..] ? given : request.Cookies[AfterCookie];
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : null;
    }
}
