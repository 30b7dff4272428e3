using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Replies.Moderation;
using Dateline.Stories;

namespace Dateline.Replies.Own;

/// <summary>The writer of a reply asks that somebody else look again (Digital Services Act, article 20). Once for each decision.</summary>
internal static class AppealDecision
{
    public static async Task<Refusal?> Perform(DatelineDb db, Guid id, string words, DateTimeOffset now, CancellationToken cancel)
    {
        if (await OwnReply.Find(db, id, cancel) is not { } own || !own.CanAppeal) return new Refusal("late", "There is nothing to appeal against.");
        if (Clean(words) is not { } said) return new Refusal("words", "Say in up to 2,000 characters why.");
        db.Add(new Appeal { Id = Guid.CreateVersion7(now), ReplyId = id, DecisionId = own.Reply.DecisionId, Words = said, At = now });
        db.Journal.Add(new ReplyAppealed(id));
        return null;
    }

    /// <summary>Plain lines; null for nothing, and for more than there is room for.</summary>
    public static string? Clean(string words)
    {
        var clean = CleanText.Lines(words.ReplaceLineEndings("\n")).Trim();
        return clean.Length <= Appeal.LongestWords && CleanText.IsVisible(clean) ? clean : null;
    }
}
