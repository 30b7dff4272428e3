using Microsoft.AspNetCore.Http.Features;

namespace Dateline.Foundation.Pages;

/// <summary>The staff's pages answer HEAD as they answer GET, without the body (RFC 9110, 9.3.2). Public routes do so by themselves.</summary>
internal sealed class StaffHeads(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsHead(http.Request.Method) || !http.Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }
        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Request.Method = HttpMethods.Get;
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        try
        {
            await next(http);
        }
        finally
        {
            http.Request.Method = HttpMethods.Head;
            http.Features.Set(body);
        }
    }

    /// <summary>Nobody reads what would be written.</summary>
    public static bool WantsNoBody(HttpContext http) => HttpMethods.IsHead(http.Request.Method) || http.Response.Body == Stream.Null;
}
