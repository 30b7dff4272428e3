using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Push;

/// <summary>POST /wire/{source} : a partner sends a document, as docs/contracts/push.md promises.</summary>
internal sealed class PushRoute(DatelineDb db, Writes writes, FeedSecrets secrets, WireDocument documents, RequestBodies bodies, TimeProvider clock)
{
    public const string Pattern = "/wire/{source}";

    /// <summary>Signed receipts are good for as long as the same signature could come again, and a day more.</summary>
    public static readonly TimeSpan ReceiptsKept = TimeSpan.FromDays(2);

    private static readonly Refusal Unsigned = new("signature", "The signature isn't that of this source's secret over time and body.");

    public static Task<IResult> Post(string source, HttpContext http, PushRoute door, CancellationToken cancel) => door.Take(source, http, cancel);

    public static Task<int> ForgetReceipts(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<PushReceipt>().Where(row => row.At < before).OrderBy(row => row.At).Take(most).ExecuteDeleteAsync(cancel);

    private async Task<IResult> Take(string source, HttpContext http, CancellationToken cancel)
    {
        var headers = http.Request.Headers;
        var time = headers[PushSignature.TimeHeader].ToString();
        if (PushSignature.ReadTime(time) is not { } sent || PushSignature.Read(headers[PushSignature.SignatureHeader]) is not { } mac)
            return Refuse(401, new("unsigned", $"Sign the document: {PushSignature.TimeHeader} holds seconds since 1970, {PushSignature.SignatureHeader} holds sha256= and 64 hexadecimal digits."), http);
        if ((clock.GetUtcNow() - sent).Duration() > PushSignature.Window)
            return Refuse(401, new("time", "The time of the signature is more than five minutes off. Set the sender's clock, and sign anew when sending again."), http);
        if (IsNoDocument(http.Request)) return Refuse(415, new("type", "Send the document itself as the body, unpacked: no form, no picture, no Content-Encoding."), http);

        using var turn = await bodies.Turn(http);
        if (turn is null) return Refuse(503, new("busy", "Too many documents at once. Send it again in a moment."), http);
        if (await RequestBodies.Read(http) is not { } body) return Refuse(413, new("large", $"A document has at most {RequestBodies.MostBytes >> 20} MB."), http);
        if (await Door(source, time, body, mac, cancel) is not { } feed) return Refuse(401, Unsigned, http);
        if (feed.Paused) return Refuse(403, new("paused", "This door is closed for now: the agency has paused it."), http);
        return await Take(feed, body, Convert.ToHexStringLower(mac), http, cancel);
    }

    /// <summary>The push feed of the source, if the signature is its; an unknown source looks like a wrong secret.</summary>
    private async Task<Feed?> Door(string source, string time, byte[] body, byte[] mac, CancellationToken cancel)
    {
        var address = "push:" + source;
        var feed = await db.Feeds.FirstOrDefaultAsync(row => row.Url == address, cancel);
        var key = feed is null ? null : await db.Set<PushKey>().FirstOrDefaultAsync(row => row.FeedId == feed.Id, cancel);
        if (PushSignature.IsSigned(secrets.Open(key?.Secret), time, body, mac)) return feed;
        return key?.FormerUntil > clock.GetUtcNow() && PushSignature.IsSigned(secrets.Open(key.Former), time, body, mac) ? feed : null;
    }

    private async Task<IResult> Take(Feed feed, byte[] body, string mac, HttpContext http, CancellationToken cancel)
    {
        if (body.Length == 0) return Refuse(422, new("empty", "There is nothing in the body."), http);
        if (await db.Set<PushReceipt>().FirstOrDefaultAsync(row => row.FeedId == feed.Id && row.Mac == mac, cancel) is { } known) return Accepted(known);
        using var document = new MemoryStream(body, writable: false);
        var taken = await documents.Take(feed, document, cancel);
        var receipt = new PushReceipt { FeedId = feed.Id, Mac = mac, At = clock.Now(), Items = taken.Items, Refused = taken.Refused };
        await writes.Run(async (changed, stop) =>
        {
            if (await changed.Set<Feed>().AsTracking().FirstOrDefaultAsync(row => row.Id == feed.Id, stop) is { } row) row.Arrive(clock.Now(), taken.Items);
            if (taken.Reason is null && !await changed.Set<PushReceipt>().AnyAsync(other => other.FeedId == feed.Id && other.Mac == mac, stop)) changed.Add(receipt);
        }, cancel);
        return taken.Reason is { } reason ? Refuse(422, new("unreadable", reason + " It is kept, and the agency sees it."), http) : Accepted(receipt);
    }

    /// <summary>202 is said only now, when all of it is on the disk.</summary>
    private static IResult Accepted(PushReceipt receipt) => Results.Json(new { items = receipt.Items, refused = receipt.Refused }, statusCode: StatusCodes.Status202Accepted);

    private static IResult Refuse(int status, Refusal refusal, HttpContext http)
    {
        if (status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Dateline-Signature";
        if (status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "10";
        return Results.Json(new { code = refusal.Code, sentence = refusal.Sentence }, statusCode: status);
    }

    /// <summary>What the document is tells its content; these types say that the body isn't one.</summary>
    private static bool IsNoDocument(HttpRequest request)
    {
        var type = request.ContentType ?? "";
        return request.Headers.ContentEncoding.Count > 0 && !request.Headers.ContentEncoding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase)
            || request.HasFormContentType || type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase);
    }
}
