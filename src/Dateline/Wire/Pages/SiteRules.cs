using System.Text;
using Dateline.Foundation.Fetching;

namespace Dateline.Wire.Pages;

/// <summary>Asks a site's robots.txt before one of its pages is fetched, and remembers it for a day.</summary>
internal sealed class SiteRules(Fetcher fetcher, TimeProvider clock)
{
    private const string Program = "Dateline";
    private const int MostSites = 2_000;
    private const long MostLetters = 16 << 20;

    /// <summary>RFC 9309, 2.4: no longer than a day.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (RobotsTxt Rules, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>Those that are on their way. Who may not reach a host of the inner network waits for no one who may.</summary>
    private readonly Dictionary<(string Site, bool MayBePrivate), Task<(RobotsTxt?, PageFailure?)>> _asked = [];

    /// <summary>Null: the page may be fetched. Else why not, for a person, and whether it is worth asking again.</summary>
    public async Task<PageFailure?> Refuse(Uri page, IReadOnlySet<HostPort> allowPrivate, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var (rules, failure) = await Of(page, allowPrivate, cancel).WaitAsync(cancel);
                if (rules is null) return failure;
                return rules.Allows(page) ? null : new PageFailure($"The robots.txt of {page.Host} doesn't let us fetch this page.");
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                // It was asked for somebody else, who gave up.
            }
        }
    }

    private Task<(RobotsTxt?, PageFailure?)> Of(Uri page, IReadOnlySet<HostPort> allowPrivate, CancellationToken cancel)
    {
        var site = page.GetLeftPart(UriPartial.Authority);
        var key = (site, allowPrivate.Contains(HostPort.Of(page)));
        lock (_gate)
        {
            if (_known.TryGetValue(site, out var known) && known.Until > clock.GetUtcNow()) return Task.FromResult<(RobotsTxt?, PageFailure?)>((known.Rules, null));
            return _asked.TryGetValue(key, out var asked) ? asked : _asked[key] = Task.Run(() => Ask(key, allowPrivate, cancel), CancellationToken.None);
        }
    }

    private async Task<(RobotsTxt?, PageFailure?)> Ask((string Site, bool) key, IReadOnlySet<HostPort> allowPrivate, CancellationToken cancel)
    {
        RobotsTxt? rules = null;
        try
        {
            (rules, var failure) = await Ask(new Uri(key.Site + "/robots.txt"), allowPrivate, cancel);
            return (rules, failure);
        }
        finally
        {
            lock (_gate)
            {
                _asked.Remove(key);
                if (rules is not null)
                {
                    // Asked anew, it costs each of them one fetch.
                    if (_known.Count >= MostSites || _known.Values.Sum(known => known.Rules.Size) > MostLetters) _known.Clear();
                    _known[key.Site] = (rules, clock.GetUtcNow() + Kept);
                }
            }
        }
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
        // A rule that is cut is another rule: "Disallow: /", say.
        if (read == bytes.Length && bytes.AsSpan().LastIndexOfAny((byte)'\n', (byte)'\r') is > 0 and var end) read = end;
        return Encoding.UTF8.GetString(bytes, 0, read);
    }
}

/// <summary>Why a page's text didn't come, for a person.</summary>
/// <param name="Again">Whether it is worth asking again.</param>
internal sealed record PageFailure(string Sentence, bool Again = false, DateTimeOffset? NotBefore = null);
