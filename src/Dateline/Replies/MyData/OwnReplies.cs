using Dateline.Foundation.Storage;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.MyData;

/// <summary>A page of what somebody wrote here, the latest first, each with the address of its own page: there it is changed, withdrawn and appealed for.</summary>
public sealed record OwnReplies(IReadOnlyList<OwnReplies.Line> Lines, ReplyPlace? Next)
{
    private const int PageSize = 50;

    /// <param name="Headline">Of its story; null where that isn't public.</param>
    /// <param name="Page">Its own page.</param>
    public sealed record Line(OwnReply Own, string? Headline, string? Language, string Page);

    /// <summary>All that was sent under an address, for who reads its mail.</summary>
    internal static Task<OwnReplies> OfAddress(DatelineDb db, string addressKey, ReplyPlace? before, OwnKey keys, DateTimeOffset now, CancellationToken cancel) =>
        Read(db, db.Set<Reply>().Where(reply => reply.AddressKey == addressKey), before, keys, now, cancel);

    /// <summary>What a known reader wrote; of one who proved the address all that was sent under it. Null when the cookie means nobody any more.</summary>
    internal static async Task<OwnReplies?> OfReader(DatelineDb db, ReaderPass pass, ReplyPlace? before, OwnKey keys, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<Reader>().FirstOrDefaultAsync(row => row.Id == pass.Id && row.Stamp == pass.Stamp, cancel) is not { } reader) return null;
        if (reader.VerifiedAt is not null) return await OfAddress(db, reader.AddressKey, before, keys, now, cancel);
        var id = reader.Id;
        return await Read(db, db.Set<Reply>().Where(reply => reply.ReaderId == id), before, keys, now, cancel);
    }

    private static async Task<OwnReplies> Read(DatelineDb db, IQueryable<Reply> mine, ReplyPlace? before, OwnKey keys, DateTimeOffset now, CancellationToken cancel)
    {
        mine = mine.Where(reply => reply.ErasedAt == null);
        if (before is { } place) mine = mine.Where(reply => reply.SubmittedAt < place.At || (reply.SubmittedAt == place.At && reply.Id < place.Id));
        var replies = await mine.OrderByDescending(reply => reply.SubmittedAt).ThenByDescending(reply => reply.Id).Take(PageSize + 1).ToListAsync(cancel);
        var stories = replies.Select(reply => reply.StoryId).Distinct().ToList();
        var heads = await db.PublicStories(now).Where(story => stories.Contains(story.Id)).Select(story => new { story.Id, story.Headline, story.Language }).ToDictionaryAsync(story => story.Id, cancel);
        var lines = replies.Take(PageSize).Select(reply =>
        {
            var head = heads.GetValueOrDefault(reply.StoryId);
            return new Line(new OwnReply(reply, null, null), head?.Headline, head?.Language, keys.Address(reply.Edition, reply.Id));
        }).ToList();
        return new OwnReplies(lines, replies.Count > PageSize ? new ReplyPlace(replies[PageSize - 1].SubmittedAt, replies[PageSize - 1].Id) : null);
    }
}
