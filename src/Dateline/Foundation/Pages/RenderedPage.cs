using System.Text;

namespace Dateline.Foundation.Pages;

/// <summary>A page as it goes out: status, media type, bytes, and where a redirect leads.</summary>
public record RenderedPage(int Status, string ContentType, byte[] Body)
{
    public const string HtmlType = "text/html; charset=utf-8";

    public string? Location { get; init; }

    /// <summary>Null: may be kept by browsers and asked for again each time.</summary>
    public string? CacheControl { get; init; }

    /// <summary>False: rendered for each who asks, because no fact would tell when it changes.</summary>
    public bool Keep { get; init; } = true;

    /// <summary>From then on it would read otherwise without any fact: a time without its date, "today".</summary>
    public DateTimeOffset? KeepUntil { get; init; }

    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Search engines are told not to list it: what a machine reads is no page to be found.</summary>
    public bool NoIndex { get; init; }

    public static RenderedPage Html(int status, byte[] body) => new(status, HtmlType, body);

    public static RenderedPage Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static RenderedPage Redirect(string location, bool permanent) => new(permanent ? 301 : 302, "text/plain; charset=utf-8", []) { Location = location };
}

/// <summary>Collects, while a page is rendered, whom it shows.</summary>
public sealed class PageRender
{
    private readonly HashSet<string> _subjects = new(StringComparer.Ordinal);

    public IReadOnlySet<string> Subjects => _subjects;

    /// <summary>A fact about this subject drops the page.</summary>
    public void Shows(string subject) => _subjects.Add(subject);

    /// <summary>True when this is made for one who waits to see what they wrote: nothing kept in memory may go into it.</summary>
    public bool IsPastMemory { get; init; }
}

/// <summary>
/// A parameter that changes a page, as it was understood: one way of writing for each thing that can be asked, null where
/// nothing was, or nothing that makes a page of its own. So nobody fills the memory with inventions.
/// </summary>
public readonly record struct Asked(string Name, string? Value)
{
    private const int Longest = 500;

    /// <summary>What stands in the address.</summary>
    public static string? In(HttpContext http, string name) => http.Request.Query[name] is [{ Length: > 0 and <= Longest } value, ..] ? value : null;
}

/// <summary>The key of a cached page: its path and the parameters that change it, in one order. Others (utm_…) don't make another page.</summary>
public static class PageKey
{
    public static string Of(HttpContext http, params ReadOnlySpan<Asked> parameters)
    {
        var path = OfPath(http.Request.Path.Value!);
        if (parameters.IsEmpty || !http.Request.QueryString.HasValue) return path;
        var key = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (value is null) continue;
            key.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return key.ToString();
    }

    /// <summary>True for a page that a parameter changed.</summary>
    internal static bool IsAsked(string key) => key.Contains('?', StringComparison.Ordinal);

    /// <summary>
    /// The path with its own question marks told apart from the one that begins the query: "/a%3Fb=1" is another
    /// address than "/a?b=1", and must not take its place.
    /// </summary>
    internal static string OfPath(string path) => path.AsSpan().IndexOfAny('?', '%') < 0 ? path
        : path.Replace("%", "%25", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal);
}
