using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>
/// Teaches the filter what moderators decide: what they approve, and what they call spam. A rejected reply teaches nothing (an
/// insult isn't spam), nor does what a rule decided: the filter would learn from itself. A decision taken back is unlearned, and
/// so is a text that its writer changed: nobody has decided on the new one.
/// </summary>
internal sealed class FilterTraining(DatelineDbFactory databases, Writes writes, JournalSignal signal, ILogger<FilterTraining> log)
    : JournalFollower("reply-filter", databases, writes, signal, log)
{
    /// <summary>Of what rules decided, which is most, nothing is learned.</summary>
    protected override async Task<bool> Concerns(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
    {
        foreach (var some in Replies(news).Chunk(200))
            if (await db.Set<Reply>().AnyAsync(reply => some.Contains(reply.Id)
                && (reply.TrainedAs != null || db.Set<ReplyDecision>().Any(decision => decision.Id == reply.DecisionId && decision.By != null)), cancel)) return true;
        return false;
    }

    protected override async Task Hear(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
    {
        foreach (var some in Replies(news).Chunk(200))
        {
            var rows = await db.Set<Reply>().AsTracking().Where(reply => some.Contains(reply.Id) && (reply.DecisionId != null || reply.TrainedAs != null))
                .Select(reply => new { Reply = reply, ByPerson = db.Set<ReplyDecision>().Any(decision => decision.Id == reply.DecisionId && decision.By != null && (reply.EditedAt == null || reply.EditedAt <= decision.At)) }).ToListAsync(cancel);
            foreach (var row in rows) await Learn(db, row.Reply, row.ByPerson ? Kind(row.Reply.State) : null, cancel);
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>One that has just come in was read by nobody.</summary>
    private static IEnumerable<Guid> Replies(IReadOnlyList<Happened> news) =>
        news.Select(item => item.Fact switch { ReplyReceived => null, SeenReplyFact seen => seen.Reply, UnseenReplyFact unseen => unseen.Reply, _ => (Guid?)null }).OfType<Guid>().Distinct();

    internal static TrainedAs? Kind(ReplyState state) => state switch { ReplyState.Published => TrainedAs.Ham, ReplyState.Spam => TrainedAs.Spam, _ => null };

    internal static async Task Learn(DatelineDb db, Reply reply, TrainedAs? kind, CancellationToken cancel)
    {
        if (reply.TrainedAs == kind) return;
        string[] words = ["", .. FilterWords.Of(reply.Name, reply.Website, reply.Body).Take(FilterWords.MostTaught)];
        var local = db.Set<FilterWord>().Local;
        var missing = words.Where(word => local.FindEntry(word) is null).ToList();
        await db.Set<FilterWord>().AsTracking().Where(row => missing.Contains(row.Word)).LoadAsync(cancel);
        foreach (var word in words)
        {
            var row = local.FindEntry(word)?.Entity ?? db.Add(new FilterWord { Word = word }).Entity;
            Count(row, reply.TrainedAs, -1);
            Count(row, kind, 1);
            if (row is { Word: not "", Spam: 0, Ham: 0 }) db.Remove(row); // of what is unlearned nothing stays, a name or an erased word least of all
        }
        reply.TrainedAs = kind;
    }

    private static void Count(FilterWord row, TrainedAs? kind, int by)
    {
        if (kind == TrainedAs.Spam) row.Spam = Math.Max(0, row.Spam + by);
        if (kind == TrainedAs.Ham) row.Ham = Math.Max(0, row.Ham + by);
    }
}

public enum TrainedAs
{
    Spam,
    Ham,
}
