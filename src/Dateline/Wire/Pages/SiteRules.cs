using System.Collections.Concurrent;
using System.Text;
using Dateline.Foundation.Fetching;

namespace Dateline.Wire.Pages;

/// <summary>Asks a site's robots.txt before one of its pages is fetched, and remembers it for a day.</summary>
internal sealed class SiteRules(Fetcher fetcher, TimeProvider clock)
{
    private const string Program = "Dateline";
    private const int MostSites = 2_000;

    /// <summary>RFC 9309, 2.4: no longer than a day.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (RobotsTxt Rules, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>Null: the page may be fetched. Else why not, for a person, and whether it is worth asking again.</summary>
    public async Task<PageFailure?> Refuse(Uri page, IReadOnlySet<HostPort> allowPrivate, CancellationToken cancel)
    {
        var site = page.GetLeftPart(UriPartial.Authority);
        var now = clock.GetUtcNow();
        if (!_known.TryGetValue(site, out var known) || known.Until <= now)
        {
            var (rules, failure) = await Ask(new Uri(site + "/robots.txt"), allowPrivate, cancel);
            if (rules is null) return failure;
            known = (rules, now + Kept);
            if (_known.Count >= MostSites) _known.Clear(); // asked anew: it costs each of them one fetch
            _known[site] = known;
        }
        return known.Rules.Allows(page) ? null : new PageFailure($"The robots.txt of {page.Host} doesn't let us fetch this page.");
    }

    /// <summary>
    /// RFC 9309, 2.3.1: an answer that there is none (4xx) allows all; a site that can't answer (5xx, the network) allows
    /// nothing until it can.
    /// </summary>
    private async Task<(RobotsTxt?, PageFailure?)> Ask(Uri address, IReadOnlySet<HostPort> allowPrivate, CancellationToken cancel)
    {
        switch (await fetcher.OpenAsync(new FetchRequest(address) { Accept = "text/plain, */*;q=0.5", MaxRedirects = 5, AllowPrivate = allowPrivate }, cancel))
        {
            case FetchFailure { Status: >= 400 and < 500, Kind: not FetchFailureKind.RateLimited }:
                return (RobotsTxt.Open, null);
            case FetchFailure failure:
                return (null, new PageFailure($"Its robots.txt couldn't be read, so nothing is fetched. {failure.Sentence}", Again: true, failure.RetryAfter));
            case Opened opened:
                await using (opened)
                    try
                    {
                        return (RobotsTxt.Read(await Beginning(opened.Body, cancel), Program), null);
                    }
                    catch (FetchException broken)
                    {
                        return (null, new PageFailure($"Its robots.txt couldn't be read, so nothing is fetched. {broken.Failure.Sentence}", Again: true));
                    }
            default: return (RobotsTxt.Open, null);
        }
    }

    private static async Task<string> Beginning(Stream body, CancellationToken cancel)
    {
        var bytes = new byte[RobotsTxt.LongestFile];
        var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(bytes, 0, read);
    }
}

/// <summary>Why a page's text didn't come, for a person.</summary>
/// <param name="Again">Whether it is worth asking again.</param>
internal sealed record PageFailure(string Sentence, bool Again = false, DateTimeOffset? NotBefore = null);
