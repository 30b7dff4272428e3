using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>A reply that was public and isn't any more: its place stays while public ones stand beneath it.</summary>
public enum Absence
{
    /// <summary>Its writer took it back.</summary>
    Withdrawn,

    /// <summary>A moderator took it down.</summary>
    Removed,

    /// <summary>It waits, or a rule put it away: no person has said no to it.</summary>
    NotShown,
}

/// <summary>A published reply as the public sees it: there is no address in it to leak.</summary>
public sealed record PublicReply(Guid Id, Guid? ParentId, string Name, string? Website, Body Body, DateTimeOffset At, bool IsStaff)
{
    /// <summary>Where the name leads; null also under a name that reads like another address, as some of former sites do.</summary>
    public string? Website { get; } = AddressedName.Reads(Name) ? null : Website;

    /// <summary>Why there is a place and no words; null for a reply that can be read.</summary>
    public Absence? Gone { get; init; }

    /// <summary>0 for a reply to the story.</summary>
    public int Depth { get; init; }

    /// <summary>Who wrote what it answers; null for a reply to the story, and when that one is gone.</summary>
    public string? ParentName { get; init; }

    /// <summary>Public replies beneath it, at any depth.</summary>
    public int Answers { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Since when it reads as it does.</summary>
    public DateTimeOffset UpdatedAt => EditedAt > At ? EditedAt.Value : At;

    public DateTimeOffset? PickedAt { get; init; }

    public bool IsPinned { get; init; }

    /// <summary>Its number before the house moved here.</summary>
    public long? OldNumber { get; init; }

    /// <summary>Where it stands on a page.</summary>
    public string Anchor => AnchorOf(Id);

    public static string AnchorOf(Guid id) => $"reply-{id:N}";

    /// <summary>What the address of a comment of WordPress ends with: no server hears of it, so the element has to be on the page.</summary>
    public static string OldAnchorOf(long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"comment-{number}");

    /// <summary>Its own address beside its story's, for good.</summary>
    public static string PlaceOf(Guid id) => $"/replies/{id:N}";
}

/// <summary>A reply that is being answered, and its place in the tree.</summary>
public sealed record Answered(Guid Id, string Path);

/// <summary>Where a page of the moderators' queue begins: after this one.</summary>
public sealed record ReplyPlace(DateTimeOffset At, Guid Id)
{
    public override string ToString() => $"{Instants.ToMicroseconds(At)}-{Id:N}";

    public static ReplyPlace? Parse(string? text) =>
        text?.Split('-') is [var at, var id] && long.TryParse(at, out var microseconds) && microseconds is >= 0 and < 253_402_300_799_000_000 && Guid.TryParseExact(id, "N", out var guid)
            ? new ReplyPlace(Instants.FromMicroseconds(microseconds), guid) : null;
}

/// <summary>What the public may read of replies. The story itself comes through the gate first: these ask for its id.</summary>
public static class PublicReplyQueries
{
    extension(DatelineDb db)
    {
        /// <summary>The newest published replies, newest first: what a feed carries.</summary>
        public async Task<IReadOnlyList<PublicReply>> LatestReplies(Guid story, CancellationToken cancel) =>
            await Published(db, story).OrderByDescending(reply => reply.PublishedAt).ThenByDescending(reply => reply.Id).Take(Threads.ReplyThread.PageSize)
                .Select(reply => new PublicReply(reply.Id, reply.ParentId, reply.Name, reply.Website, reply.Body, reply.PublishedAt!.Value, reply.IsStaff) { EditedAt = reply.EditedAt }).ToListAsync(cancel);

        /// <summary>Who wrote a published reply of this story; null when there is none: it can't be answered.</summary>
        public Task<string?> PublicReplyName(Guid story, Guid? reply, CancellationToken cancel) =>
            reply is null ? Task.FromResult<string?>(null)
                : Published(db, story).Where(known => known.Id == reply).Select(known => known.Name).FirstOrDefaultAsync(cancel);

        /// <summary>The reply that had this number at the site that the story came from, while the public sees it.</summary>
        public Task<Guid?> PublicReplyOfOldNumber(Guid story, long number, CancellationToken cancel) =>
            Published(db, story).Where(known => known.OldNumber == number).OrderBy(known => known.Id).Select(known => (Guid?)known.Id).FirstOrDefaultAsync(cancel);

        /// <summary>A published reply of this story as the one that answers it needs it; null when there is none.</summary>
        public Task<Answered?> PublicReplyToAnswer(Guid story, Guid reply, CancellationToken cancel) =>
            Published(db, story).Where(known => known.Id == reply).Select(known => new Answered(known.Id, known.Path)).FirstOrDefaultAsync(cancel);

        /// <summary>How many published replies each of these stories has.</summary>
        public async Task<Dictionary<Guid, int>> ReplyCounts(IReadOnlyCollection<Guid> stories, CancellationToken cancel) =>
            await db.Set<Reply>().Where(reply => stories.Contains(reply.StoryId) && reply.State == ReplyState.Published)
                .GroupBy(reply => reply.StoryId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
    }

    private static IQueryable<Reply> Published(DatelineDb db, Guid story) =>
        db.Set<Reply>().Where(reply => reply.StoryId == story && reply.State == ReplyState.Published);
}
