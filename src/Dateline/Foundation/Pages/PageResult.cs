using Microsoft.Extensions.Primitives;

namespace Dateline.Foundation.Pages;

/// <summary>Sends a page: the encoding the browser likes best, or 304 when it has it already.</summary>
public sealed class PageResult(CachedPage page) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Send(httpContext, page);

    public static Task Send(HttpContext http, CachedPage page)
    {
        var response = http.Response;
        var headers = response.Headers;
        SecurityHeaders.Write(headers, page.Page.ContentType);
        headers.CacheControl = page.CacheControl;
        if (page.Page.NoIndex) headers["X-Robots-Tag"] = "noindex";
        if (page.Page.Location is { } location)
        {
            response.StatusCode = page.Page.Status;
            headers.Location = location;
            return Task.CompletedTask;
        }
        headers.Vary = page.Vary;
        var variant = page.In(Accepts(http.Request.Headers.AcceptEncoding));
        headers.ETag = variant.ETag;
        if (page.Page.Status == StatusCodes.Status200OK && Has(http.Request.Headers.IfNoneMatch, variant.ETag!))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.StatusCode = page.Page.Status;
        response.ContentType = page.Page.ContentType;
        response.ContentLength = variant.Bytes.Length;
        if (variant.ContentEncoding.Count > 0) headers.ContentEncoding = variant.ContentEncoding;
        if (page.Page.LastModified is { } modified) headers.LastModified = modified.ToString("R");
        if (HttpMethods.IsHead(http.Request.Method)) return Task.CompletedTask;

        var written = response.BodyWriter.WriteAsync(variant.Bytes, http.RequestAborted);
        if (!written.IsCompletedSuccessfully) return written.AsTask();
        _ = written.GetAwaiter().GetResult();
        return Task.CompletedTask;
    }

    /// <summary>The best of the encodings we have that the reader takes.</summary>
    internal static ContentCoding Accepts(StringValues accept) => AcceptedCodings.Best(accept);

    private static bool Has(StringValues match, string tag)
    {
        if (match.Count == 0) return false;
        var text = match.Count == 1 ? match[0]! : match.ToString();
        return text == tag || text == "*" || (text.Length > tag.Length && text.Contains(tag, StringComparison.Ordinal));
    }
}
