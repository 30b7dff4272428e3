using Dateline.Foundation.Storage;
using Dateline.Wire;
using Dateline.Wire.Drop;
using Dateline.Wire.Hubs;
using Dateline.Wire.Mail;
using Dateline.Wire.Push;
using Dateline.Wire.Sftp;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Sources;

/// <summary>A feed with what belongs to its transport.</summary>
public sealed record FeedFile(Feed Feed)
{
    public Subscription? Hub { get; init; }

    public PushKey? Key { get; init; }

    public MailAccount? Mail { get; init; }

    public SftpPlace? Sftp { get; init; }

    /// <summary>Where files are put, on the machine that serves.</summary>
    public string? Folder { get; init; }

    /// <summary>What people call it: an address, a folder, a door.</summary>
    public string Name => Feed.Transport switch
    {
        Transport.Drop => Folder ?? Feed.Url,
        Transport.Push => "/wire/" + Feed.Url["push:".Length..],
        _ => Feed.Url,
    };

    internal static async Task<IReadOnlyList<FeedFile>> Of(DatelineDb db, Guid source, StorageOptions storage, CancellationToken cancel)
    {
        var feeds = await db.Feeds.Where(feed => feed.SourceId == source).OrderBy(feed => feed.Id).ToListAsync(cancel);
        var ids = feeds.ConvertAll(feed => feed.Id);
        var hubs = await db.Set<Subscription>().Where(row => ids.Contains(row.FeedId)).ToDictionaryAsync(row => row.FeedId, cancel);
        var keys = await db.Set<PushKey>().Where(row => ids.Contains(row.FeedId)).ToDictionaryAsync(row => row.FeedId, cancel);
        var mails = await db.Set<MailAccount>().Where(row => ids.Contains(row.FeedId)).ToDictionaryAsync(row => row.FeedId, cancel);
        var places = await db.Set<SftpPlace>().Where(row => ids.Contains(row.FeedId)).ToDictionaryAsync(row => row.FeedId, cancel);
        return feeds.ConvertAll(feed => new FeedFile(feed)
        {
            Hub = hubs.GetValueOrDefault(feed.Id),
            Key = keys.GetValueOrDefault(feed.Id),
            Mail = mails.GetValueOrDefault(feed.Id),
            Sftp = places.GetValueOrDefault(feed.Id),
            Folder = feed.Transport == Transport.Drop ? DropPlace.PathOf(storage, feed) : null,
        });
    }
}
