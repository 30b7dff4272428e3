using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Replies.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.MyData;

/// <summary>All that is kept of what an address wrote, for whoever reads its mail (General Data Protection Regulation, articles 15 and 20).</summary>
internal static class ReaderExport
{
    /// <summary>Of replies and of follows, the oldest first. It says whether there are more.</summary>
    private const int Most = 10_000;

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a page
        Converters = { new JsonStringEnumConverter() },
    };

    internal sealed record Exported(bool Whole, IReadOnlyList<ExportedReply> Replies, IReadOnlyList<ExportedFollow> Follows);

    /// <param name="Page">Its own page, where it can be taken back.</param>
    internal sealed record ExportedReply(Guid Id, string Page, string Story, Guid? AnswerTo, string Name, string? Website, string Text, ReplyState State, DateTimeOffset SubmittedAt, DateTimeOffset? PublishedAt, DateTimeOffset? EditedAt, IReadOnlyList<string> Decisions, IReadOnlyList<ExportedAppeal> Appeals);

    internal sealed record ExportedAppeal(string Words, DateTimeOffset At, Outcome? Outcome, string? Answer);

    internal sealed record ExportedFollow(string Story, Guid? Reply, DateTimeOffset AskedAt, DateTimeOffset? ConfirmedAt);

    public static async Task<Exported> Of(DatelineDb db, string addressKey, Func<Reply, string> page, CancellationToken cancel)
    {
        var replies = await db.Set<Reply>().Where(reply => reply.AddressKey == addressKey).OrderBy(reply => reply.SubmittedAt).Take(Most).ToListAsync(cancel);
        var ids = replies.ConvertAll(reply => reply.Id);
        var decisions = (await db.Set<ReplyDecision>().Where(decision => ids.Contains(decision.ReplyId)).OrderBy(decision => decision.At)
            .Select(decision => new { decision.ReplyId, decision.To, decision.Reason, decision.At }).ToListAsync(cancel)).ToLookup(decision => decision.ReplyId);
        var appeals = (await db.Set<Appeal>().Where(appeal => ids.Contains(appeal.ReplyId)).OrderBy(appeal => appeal.At).ToListAsync(cancel)).ToLookup(appeal => appeal.ReplyId, appeal => new ExportedAppeal(appeal.Words, appeal.At, appeal.Outcome, appeal.Answer));
        var follows = await db.Set<Readers.Follow>().Where(follow => follow.AddressKey == addressKey).OrderBy(follow => follow.AskedAt).Take(Most)
            .Select(follow => new ExportedFollow(follow.StoryKey, follow.ReplyId, follow.AskedAt, follow.ConfirmedAt)).ToListAsync(cancel);
        return new Exported(
            replies.Count < Most && follows.Count < Most,
            replies.ConvertAll(reply => new ExportedReply(reply.Id, page(reply), reply.StoryKey, reply.ParentId, reply.Name, reply.Website, PlainText.From(reply.Body), reply.State, reply.SubmittedAt, reply.PublishedAt, reply.EditedAt,
                [.. decisions[reply.Id].Select(decision => $"{decision.At:O} {decision.To}{(decision.Reason is { } reason ? $" ({reason})" : "")}")], [.. appeals[reply.Id]])),
            follows);
    }
}
