namespace Dateline.Foundation.Fetching;

/// <summary>
/// The only way out to the network. Every hop is checked anew: form of the address, resolved addresses,
/// manners towards the host, limits on time and size. What goes wrong out there comes back as a value.
/// </summary>
internal sealed class Fetcher : IDisposable
{
    private readonly FetchingOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<Fetcher> _log;
    private readonly HostManners _manners;

    // Two lines with a pool each, so that a connection made under a permission is never used without it.
    private readonly HttpMessageInvoker _publicLine;
    private readonly HttpMessageInvoker _privateLine;

    public Fetcher(FetchingOptions options, TimeProvider clock, ILogger<Fetcher> log)
    {
        (_options, _clock, _log) = (options, clock, log);
        _manners = new HostManners(options, clock);
        _publicLine = Line(options, allowPrivate: false);
        _privateLine = Line(options, allowPrivate: true);
    }

    /// <summary>Fetches the whole body. Returns <see cref="Fetched"/>, <see cref="NotModified"/> or <see cref="FetchFailure"/>.</summary>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancel)
    {
        var outcome = await OpenAsync(request, cancel);
        if (outcome is not Opened opened) return outcome;
        await using (opened)
        {
            try
            {
                return new Fetched(opened.Head, await opened.ReadAllAsync(cancel));
            }
            catch (FetchException failed)
            {
                return Say(opened.Head.FinalUri, failed.Failure);
            }
        }
    }

    /// <summary>Fetches the head. Returns <see cref="Opened"/>, <see cref="NotModified"/> or <see cref="FetchFailure"/>.</summary>
    public async Task<FetchOutcome> OpenAsync(FetchRequest request, CancellationToken cancel)
    {
        if (WebAddress.Refuse(request.Uri) is { } bad) return Say(request.Uri, bad);

        var trail = new RedirectTrail(request.Uri, request.MaxRedirects ?? _options.MaxRedirects);
        var left = request.TimeLimit ?? _options.TimeLimit;
        var lastHost = "";
        while (true)
        {
            var uri = trail.Current;
            if (request.MayFetch is { } mayFetch && !await mayFetch(uri, cancel)) return Say(uri, Failures.NotAllowed(uri.Host));
            var place = HostPort.Of(uri);
            var mayBePrivate = request.AllowPrivate.Contains(place);
            var (turn, refusal) = await _manners.EnterAsync(uri, withGap: !mayBePrivate && place.Host != lastHost, cancel);
            if (turn is null) return Say(uri, refusal!);

            using var hop = new FetchHop(turn, left, _clock, cancel);
            var began = _clock.GetTimestamp();
            HttpResponseMessage response;
            try
            {
                using var message = RequestWriting.Write(request, uri, _options.UserAgent);
                response = hop.Keep(await (mayBePrivate ? _privateLine : _publicLine).SendAsync(message, hop.Deadline));
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                cancel.ThrowIfCancellationRequested();
                return Say(uri, Failures.Explain(e, uri.Host));
            }

            left -= _clock.GetElapsedTime(began);
            var status = (int)response.StatusCode;
            if (!RedirectTrail.IsRedirect(status) || !MayFollow(request)) return Finish(request, trail, response, hop);
            if (trail.Follow(status, ResponseReading.First(response.Headers, "Location")) is { } lost) return Say(uri, lost);
            if (left <= TimeSpan.Zero) return Say(uri, Failures.TimedOut(uri.Host));
            lastHost = place.Host;
        }
    }

    public void Dispose()
    {
        _publicLine.Dispose();
        _privateLine.Dispose();
        _manners.Dispose();
    }

    private FetchOutcome Finish(FetchRequest request, RedirectTrail trail, HttpResponseMessage response, FetchHop hop)
    {
        var (uri, host, status) = (trail.Current, trail.Current.Host, (int)response.StatusCode);
        var retryAfter = ResponseReading.RetryAfter(response, _clock.GetUtcNow(), _options.MaxRetryAfter);
        if (status is 429 or 503 && retryAfter is { } until) _manners.StayAway(uri, until);

        var head = ResponseReading.ReadHead(response, trail, retryAfter);
        if (status == 304 && (request.ETag ?? request.IfModifiedSince) is not null) return new NotModified(head);

        // 206 answers a range nobody asked for: a part that would pass for the whole.
        if (status is < 200 or > 299 or 206) return Say(uri, Failures.Status(host, status, retryAfter));

        var limit = request.MaxBytes ?? _options.MaxBytes;
        if (request.Method != HttpMethod.Head && response.Content.Headers.ContentLength > limit) return Say(uri, Failures.TooLarge(host, limit));

        var wire = new WireStream(response.Content.ReadAsStream(), host, _options, request.IdleLimit ?? _options.IdleLimit, _clock, hop.Deadline);
        var codings = response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out var named) ? named.ToArray() : [];
        if (Unpacking.Open(codings, wire) is not { } unpacked)
        {
            wire.Dispose();
            return Say(uri, Failures.UnknownEncoding(host));
        }

        return hop.HandOver(head, new BodyStream(unpacked, wire, host, limit, _options.MaxUnpackingRatio));
    }

    // A body sent to one place is not carried to another on that place's word.
    private static bool MayFollow(FetchRequest request) => request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;

    private FetchFailure Say(Uri uri, FetchFailure failure)
    {
        _log.LogInformation("Fetching {Uri} failed: {Kind} {Status}", WebAddress.Loggable(uri), failure.Kind, failure.Status);
        return failure;
    }

    private static HttpMessageInvoker Line(FetchingOptions options, bool allowPrivate) => new(new SocketsHttpHandler
    {
        ConnectCallback = new GuardedDialer(options, allowPrivate).ConnectAsync,
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        Credentials = null,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        ActivityHeadersPropagator = null, // no trace ids to strangers
        MaxResponseHeadersLength = options.MaxHeaderKilobytes,
        MaxResponseDrainSize = 0,
        ConnectTimeout = options.ConnectLimit,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2), // a host that moved is found at its new address
    });
}
