using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Mail;
using Dateline.Wire.Push;
using Dateline.Wire.Sftp;

namespace Dateline.Desk.Sources;

/// <summary>Adds a feed with what belongs to its transport, within one write.</summary>
internal static class AddingFeed
{
    /// <param name="secret">Encrypted: the password; of a push door, its secret.</param>
    /// <param name="key">Encrypted: a private key.</param>
    public static async Task<(Feed? Feed, Refusal? Refusal)> Perform(DatelineDb db, Guid source, FeedForm form, string? secret, string? key, DateTimeOffset now, CancellationToken cancel)
    {
        var (feed, refusal) = await SourceChanges.AddFeed(db, source, form.Address, form.Edition, form.Kind is "" ? form.Interval : null, allowPrivate: null, now, cancel);
        if (feed is null) return (null, refusal!.Code is "bad-url" or "known" ? refusal with { Code = "url" } : refusal with { Code = "edition" });
        if (feed.Transport != Transport.Push && secret is not null) (feed.UserName, feed.Password) = (form.User, secret);
        else if (form.User.Length > 0) feed.UserName = form.User;
        switch (feed.Transport)
        {
            case Transport.Push: db.Add(new PushKey { FeedId = feed.Id, Secret = secret ?? throw new InvalidOperationException("A push door was added without a secret."), MadeAt = now }); break;
            case Transport.Mail: refusal = await MailAccount.Set(db, feed.Id, form.Sender, form.Server, cancel); break;
            case Transport.Sftp: refusal = await SftpPlace.Set(db, feed.Id, form.Pattern, form.HostKey.Length > 0 ? form.HostKey : null, key, cancel); break;
            default: break;
        }
        if (refusal is not null) db.ChangeTracker.Clear(); // nothing of it is kept
        return refusal is null ? (feed, null) : (null, refusal);
    }
}
