using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

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
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask
            : response.BodyWriter.WriteAsync(variant.Bytes, http.RequestAborted).AsTask();
    }

    /// <summary>The best of the encodings we have that the reader takes (RFC 9110, 12.5.3).</summary>
    internal static ContentCoding Accepts(StringValues accept)
    {
        if (accept.Count == 0) return ContentCoding.Identity;
        var text = accept.Count == 1 ? accept[0]! : accept.ToString();
        if (!text.Contains(';', StringComparison.Ordinal)) // what browsers send
            return text.Contains("br", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Brotli
                : text.Contains("gzip", StringComparison.OrdinalIgnoreCase) || text == "*" ? ContentCoding.Gzip : ContentCoding.Identity;

        double brotli = 0, gzip = 0;
        if (StringWithQualityHeaderValue.TryParseList(accept, out var parsed))
        {
            var any = parsed.FirstOrDefault(one => one.Value == "*")?.Quality;
            double Of(string name) => parsed.FirstOrDefault(one => one.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } one ? one.Quality ?? 1 : any ?? 0;
            brotli = Of("br");
            gzip = Of("gzip");
        }
        return brotli > 0 && brotli >= gzip ? ContentCoding.Brotli : gzip > 0 ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    private static bool Has(StringValues match, string tag)
    {
        if (match.Count == 0) return false;
        var text = match.Count == 1 ? match[0]! : match.ToString();
        return text == tag || text == "*" || (text.Length > tag.Length && text.Contains(tag, StringComparison.Ordinal));
    }
}
