using Dateline.Foundation.Journal;

namespace Dateline.Replies.Screening;

/// <summary>
/// A question to a service outside about a reply that waits for the answer. Without one it goes on waiting, for a moderator.
/// Gone once answered or given up.
/// </summary>
public sealed class ReplyCheck : IDue
{
    public required Guid Id { get; init; }

    public required Guid ReplyId { get; init; }

    /// <summary>Which service: "akismet", "webhook".</summary>
    public required string Check { get; init; }

    /// <summary>Of the reply when it was asked about: what changed since is asked about anew.</summary>
    public required int ReplyVersion { get; init; }

    public int Tries { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }
}
