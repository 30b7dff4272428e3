namespace Dateline.Foundation.Fetching;

/// <summary>The way from the address asked for to the one that answers.</summary>
internal sealed class RedirectTrail(Uri start, int maxHops)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal) { WithoutFragment(start).AbsoluteUri };
    private bool _allPermanent = true;

    public Uri Current { get; private set; } = WithoutFragment(start);

    public int Hops { get; private set; }

    /// <summary>Only an unbroken chain of permanent redirects moves a source; one temporary hop and nothing after it counts.</summary>
    public Uri? PermanentlyMovedTo { get; private set; }

    public static bool IsRedirect(int status) => status is 301 or 302 or 303 or 307 or 308;

    public FetchFailure? Follow(int status, string? location)
    {
        var host = Current.Host;
        if (string.IsNullOrWhiteSpace(location) || !Uri.TryCreate(Current, location.Trim(), out var next))
            return new(FetchFailureKind.BadRedirect, $"{host} redirects without saying where to.") { Status = status };
        next = WithoutFragment(next);
        if (WebAddress.Refuse(next) is { } refusal)
            return refusal with { Sentence = $"{host} redirects to a place that is not followed. {refusal.Sentence}", Status = status };
        if (++Hops > maxHops)
            return new(FetchFailureKind.TooManyRedirects, $"The address redirects more than {maxHops} times.") { Status = status };
        if (!_seen.Add(next.AbsoluteUri))
            return new(FetchFailureKind.RedirectLoop, $"{host} redirects in a circle.") { Status = status };

        _allPermanent &= status is 301 or 308;
        if (_allPermanent) PermanentlyMovedTo = next;
        Current = next;
        return null;
    }

    private static Uri WithoutFragment(Uri uri) =>
        uri.IsAbsoluteUri && uri.Fragment.Length > 0 ? new Uri(uri.AbsoluteUri[..uri.AbsoluteUri.IndexOf('#', StringComparison.Ordinal)]) : uri;
}
