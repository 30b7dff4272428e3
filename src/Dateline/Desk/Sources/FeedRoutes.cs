using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Mail;
using Dateline.Wire.Push;
using Dateline.Wire.Sftp;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Sources;

/// <summary>/desk/sources/{id}/feeds : where a source is asked for news.</summary>
internal static class FeedRoutes
{
    public static void Map(RouteGroupBuilder sources)
    {
        sources.MapPost("/{id:guid}/feeds", Add);
        sources.MapPost("/{id:guid}/feeds/{feed:guid}", Schedule);
        sources.MapPost("/{id:guid}/feeds/{feed:guid}/credentials", SetCredentials);
        sources.MapPost("/{id:guid}/feeds/{feed:guid}/secret", RenewSecret);
        sources.MapPost("/{id:guid}/feeds/{feed:guid}/sender", SetSender);
        sources.MapPost("/{id:guid}/feeds/{feed:guid}/pattern", SetPattern);
        sources.MapPost("/{id:guid}/feeds/{feed:guid}/host-key", AcceptHostKey);
        sources.MapPost("/{id:guid}/feeds/{feed:guid}/pause", Pause);
        sources.MapPost("/{id:guid}/feeds/{feed:guid}/resume", Resume);
        sources.MapPost("/{id:guid}/feeds/{feed:guid}/poll", PollNow);
        sources.MapPost("/{id:guid}/feeds/{feed:guid}/again", ReadAgain);
        sources.MapPost("/{id:guid}/refused/{piece:guid}", Replay);
    }

    // POST /desk/sources/{id}/feeds
    private static async Task<IResult> Add(Guid id, Editor editor, FormFields fields, Writes writes, FeedSecrets secrets, TimeProvider clock, SourceDesk desk, CancellationToken cancel)
    {
        var form = FeedForm.Read(fields, Seconds(fields));
        var (password, key) = (fields["secret"], fields["key"].Trim());
        if (key.Length > SftpPlace.LongestPrivateKey) return await desk.RefuseFeed(editor, id, form, new("key", T("That is too long for a private key.")), cancel);
        // With a key the password is the key's own, and may be missing.
        if (form.Kind != "push" && (key.Length == 0 || form.User.Length == 0) && CredentialsRefusal(form.User, password, needed: form.Kind is "mail" or "sftp") is { } wrong) return await desk.RefuseFeed(editor, id, form, wrong, cancel);
        var secret = form.Kind == "push" ? PushKey.NewSecret() : null;
        var kept = secret ?? password;
        var (hidden, hiddenKey) = (kept.Length > 0 ? secrets.Hide(kept) : null, key.Length > 0 ? secrets.Hide(key) : null);
        var (feed, refusal) = (await writes.Run(async (db, stop) => await db.Sources.AnyAsync(source => source.Id == id, stop)
            ? await AddingFeed.Perform(db, id, form, hidden, hiddenKey, clock.Now(), stop) : (null, new Refusal("", T("There is no such source."))), cancel)).Value;
        if (feed is null) return await desk.RefuseFeed(editor, id, form, refusal!, cancel);
        return secret is null ? Done(id, "feed") : await desk.ShowSecret(editor, id, feed.Id, secret, cancel);
    }

    // POST /desk/sources/{id}/feeds/{feed}/secret
    private static async Task<IResult> RenewSecret(Guid id, Guid feed, Editor editor, FormFields fields, Writes writes, FeedSecrets secrets, TimeProvider clock, SourceDesk desk, CancellationToken cancel)
    {
        var secret = PushKey.NewSecret();
        var hidden = secrets.Hide(secret);
        var refusal = await Try(id, feed, writes, (db, stop) => PushKey.Renew(db, feed, hidden, fields["leaked"] == "yes", clock.Now(), stop), cancel);
        return refusal is null ? await desk.ShowSecret(editor, id, feed, secret, cancel) : await desk.RefuseFeed(editor, id, new FeedForm(), refusal with { Code = "" }, cancel);
    }

    // POST /desk/sources/{id}/feeds/{feed}/sender
    private static Task<IResult> SetSender(Guid id, Guid feed, Editor editor, FormFields fields, Writes writes, TimeProvider clock, SourceDesk desk, CancellationToken cancel) =>
        Do(id, feed, editor, writes, desk, "schedule", async (db, stop) => await MailAccount.Set(db, feed, fields["sender"], fields["server"], stop) ?? await SourceChanges.PollNow(db, feed, clock.Now(), stop), cancel);

    // POST /desk/sources/{id}/feeds/{feed}/pattern
    private static Task<IResult> SetPattern(Guid id, Guid feed, Editor editor, FormFields fields, Writes writes, FeedSecrets secrets, TimeProvider clock, SourceDesk desk, CancellationToken cancel)
    {
        var key = fields["key"].Trim();
        var hidden = key.Length is > 0 and <= SftpPlace.LongestPrivateKey ? secrets.Hide(key) : null;
        return Do(id, feed, editor, writes, desk, "schedule", async (db, stop) => await SftpPlace.Set(db, feed, fields["pattern"], null, hidden, stop) ?? await SourceChanges.PollNow(db, feed, clock.Now(), stop), cancel);
    }

    // POST /desk/sources/{id}/feeds/{feed}/host-key
    private static Task<IResult> AcceptHostKey(Guid id, Guid feed, Editor editor, FormFields fields, Writes writes, TimeProvider clock, SourceDesk desk, CancellationToken cancel) =>
        Do(id, feed, editor, writes, desk, "host-key", async (db, stop) => await SftpPlace.Accept(db, feed, fields["fingerprint"], stop) ?? await SourceChanges.PollNow(db, feed, clock.Now(), stop), cancel);

    // POST /desk/sources/{id}/feeds/{feed}
    private static Task<IResult> Schedule(Guid id, Guid feed, Editor editor, FormFields fields, Writes writes, TimeProvider clock, SourceDesk desk, CancellationToken cancel) =>
        Do(id, feed, editor, writes, desk, "schedule", (db, stop) => FeedChanges.Schedule(db, feed, fields["edition"], Seconds(fields), clock.Now(), stop), cancel);

    // POST /desk/sources/{id}/feeds/{feed}/credentials
    private static async Task<IResult> SetCredentials(
        Guid id, Guid feed, Editor editor, FormFields fields, Writes writes, FeedSecrets secrets, TimeProvider clock, SourceDesk desk, CancellationToken cancel)
    {
        var (user, password, forget) = (fields["user"].Trim(), fields["secret"], fields["forget"] == "yes");
        if (!forget && CredentialsRefusal(user, password, needed: true) is { } wrong) return await desk.RefuseFeed(editor, id, new FeedForm(), wrong with { Code = "" }, cancel);
        var hidden = forget ? null : secrets.Hide(password);
        return await Do(id, feed, editor, writes, desk, forget ? "forgotten" : "credentials", (db, stop) => FeedChanges.SetCredentials(db, feed, user, hidden, clock.Now(), stop), cancel);
    }

    // POST /desk/sources/{id}/refused/{piece}
    private static async Task<IResult> Replay(Guid id, Guid piece, Editor editor, Writes writes, TimeProvider clock, SourceDesk desk, CancellationToken cancel)
    {
        var refusal = (await writes.Run(async (db, stop) => await db.Quarantine.AnyAsync(row => row.Id == piece && row.SourceId == id, stop)
            ? await ReplayQuarantined.Perform(db, piece, clock.Now(), stop) : new Refusal("missing", T("There is no such piece.")), cancel)).Value;
        return refusal is null ? Done(id, "replayed") : await desk.RefuseFeed(editor, id, new FeedForm(), refusal with { Code = "" }, cancel);
    }

    // POST /desk/sources/{id}/feeds/{feed}/pause
    private static Task<IResult> Pause(Guid id, Guid feed, Editor editor, Writes writes, TimeProvider clock, SourceDesk desk, CancellationToken cancel) =>
        Do(id, feed, editor, writes, desk, "paused", (db, stop) => SourceChanges.SetPaused(db, feed, true, clock.Now(), stop), cancel);

    // POST /desk/sources/{id}/feeds/{feed}/resume
    private static Task<IResult> Resume(Guid id, Guid feed, Editor editor, Writes writes, TimeProvider clock, SourceDesk desk, CancellationToken cancel) =>
        Do(id, feed, editor, writes, desk, "resumed", (db, stop) => SourceChanges.SetPaused(db, feed, false, clock.Now(), stop), cancel);

    // POST /desk/sources/{id}/feeds/{feed}/poll
    private static Task<IResult> PollNow(Guid id, Guid feed, Editor editor, Writes writes, TimeProvider clock, SourceDesk desk, CancellationToken cancel) =>
        Do(id, feed, editor, writes, desk, "asked", (db, stop) => SourceChanges.PollNow(db, feed, clock.Now(), stop), cancel);

    // POST /desk/sources/{id}/feeds/{feed}/again
    private static Task<IResult> ReadAgain(Guid id, Guid feed, Editor editor, Writes writes, TimeProvider clock, SourceDesk desk, CancellationToken cancel) =>
        Do(id, feed, editor, writes, desk, "again", (db, stop) => FeedChanges.ReadAgain(db, feed, clock.Now(), stop), cancel);

    private static async Task<IResult> Do(
        Guid id, Guid feed, Editor editor, Writes writes, SourceDesk desk, string done, Func<DatelineDb, CancellationToken, Task<Refusal?>> change, CancellationToken cancel)
    {
        return await Try(id, feed, writes, change, cancel) is { } refusal ? await desk.RefuseFeed(editor, id, new FeedForm(), refusal with { Code = "" }, cancel) : Done(id, done);
    }

    private static async Task<Refusal?> Try(Guid id, Guid feed, Writes writes, Func<DatelineDb, CancellationToken, Task<Refusal?>> change, CancellationToken cancel) =>
        (await writes.Run(async (db, stop) => await db.Feeds.AnyAsync(row => row.Id == feed && row.SourceId == id, stop) ? await change(db, stop) : new Refusal("", T("There is no such feed.")), cancel)).Value;

    private static SeeOther Done(Guid source, string what) => new($"{SourceRoutes.Path}/{source}?done={what}#feeds");

    private static int Seconds(FormFields fields) => int.TryParse(fields["interval"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 120;

    private static Refusal? CredentialsRefusal(string user, string password, bool needed)
    {
        if (user.Length == 0 && password.Length == 0 && !needed) return null;
        // RFC 7617, section 2: a user name with a colon can't be sent.
        if (user.Length is 0 or > FeedChanges.LongestSecret || user.Contains(':', StringComparison.Ordinal) || user.Any(char.IsControl)) return new("user", T("Give the user name, without a colon, with its password."));
        return password.Length is 0 or > FeedChanges.LongestSecret || password.Any(char.IsControl) ? new("secret", T("Give the password that goes with the user name.")) : null;
    }
}
