using System.Globalization;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Hubs;

/// <summary>/wire/hub/{token} : where hubs verify what we asked for, and deliver.</summary>
internal sealed class HubRoute(DatelineDb db, Writes writes, FeedSecrets secrets, WireReading reading, RequestBodies bodies, TimeProvider clock)
{
    public const string Pattern = "/wire/hub/{token}";
    private const int LongestChallenge = 2_000;

    public static string Path(string token) => "/wire/hub/" + token;

    /// <summary>GET: verification of intent, or the hub's refusal (WebSub, sections 5.2 and 5.3).</summary>
    public static Task<IResult> Get(string token, HttpContext http, HubRoute door, CancellationToken cancel) => door.Verify(token, http.Request.Query, cancel);

    /// <summary>POST: content (section 7).</summary>
    public static Task<IResult> Post(string token, HttpContext http, HubRoute door, CancellationToken cancel) => door.Take(token, http, cancel);

    private async Task<IResult> Verify(string token, IQueryCollection query, CancellationToken cancel)
    {
        var (mode, topic, challenge) = (query["hub.mode"].ToString(), query["hub.topic"].ToString(), query["hub.challenge"].ToString());
        var lease = long.TryParse(query["hub.lease_seconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, 1L << 32)) : Subscription.WishedLease;
        if (challenge.Length > LongestChallenge) return Results.NotFound();
        var agreed = (await writes.Run(async (changed, stop) =>
        {
            if (await changed.Set<Subscription>().AsTracking().FirstOrDefaultAsync(one => one.Token == token, stop) is not { } row || row.Topic != topic) return false;
            var now = clock.Now();
            switch (mode)
            {
                // Only what we asked for, and lately: Attempts says that a request of ours is open.
                case "subscribe" when row is { State: SubscriptionState.Asking or SubscriptionState.Active, Attempts: > 0 } && challenge.Length > 0: row.Verified(lease, now); break;
                case "unsubscribe" when row.State == SubscriptionState.Leaving && challenge.Length > 0: row.Left(); break;
                case "denied" when row.State is SubscriptionState.Asking or SubscriptionState.Active: row.Denied(Reason(query["hub.reason"]), now); break;
                default: return false;
            }
            changed.Journal.Add(new FeedHealthChanged(row.FeedId));
            return true;
        }, cancel)).Value;
        return agreed ? Results.Text(challenge, "text/plain") : Results.NotFound();
    }

    private async Task<IResult> Take(string token, HttpContext http, CancellationToken cancel)
    {
        if (await db.Set<Subscription>().FirstOrDefaultAsync(one => one.Token == token, cancel) is not { } row) return Results.NotFound();
        if (!row.Listens(clock.GetUtcNow())) return Results.StatusCode(StatusCodes.Status410Gone); // the hub may forget us
        using var turn = await bodies.Turn(http);
        if (turn is null) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (await RequestBodies.Read(http) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);

        // Section 8: a wrong signature is acknowledged like a right one, and ignored.
        if (secrets.Open(row.Secret) is not { } secret || !HubSignature.IsGood(http.Request.Headers[HubSignature.Header], secret, body))
        {
            await writes.Run((changed, stop) => changed.Set<Subscription>().Where(one => one.Id == row.Id).ExecuteUpdateAsync(one => one.SetProperty(r => r.BadSignatures, r => r.BadSignatures + 1), stop), cancel);
            return Results.StatusCode(StatusCodes.Status202Accepted);
        }
        if (await db.Feeds.FirstOrDefaultAsync(one => one.Id == row.FeedId, cancel) is not { Paused: false } feed) return Results.StatusCode(StatusCodes.Status202Accepted);
        using var document = new MemoryStream(body, writable: false);
        var topic = new Uri(row.Topic);
        var read = await reading.Read(feed, document, topic, null, cancel, Arrival.Of(feed, body, clock.Now(), topic));
        await writes.Run(async (changed, stop) =>
        {
            if (await changed.Set<Subscription>().AsTracking().FirstOrDefaultAsync(one => one.Id == row.Id, stop) is { } known) known.DeliveredAt = clock.Now();
            if (await changed.Set<Feed>().AsTracking().FirstOrDefaultAsync(one => one.Id == feed.Id, stop) is not { } asked) return;
            if (read.Items > 0) asked.ItemAt = clock.Now();
            if (read.Met == 0) asked.AskAt(clock.Now()); // it was told of something and brought nothing: look ourselves
        }, cancel);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static string? Reason(string? said) => said is { Length: > 0 } ? CleanText.Line(said.Length > 200 ? said[..200] : said) : null;
}
