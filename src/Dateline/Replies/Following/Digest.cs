using System.Text;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.Replies.Letters;
using Dateline.Replies.Readers;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;
using DeepReplies = Dateline.Replies.Threads.DeepReplies;

namespace Dateline.Replies.Following;

/// <summary>A letter of what became public since the last one and still is. Of a story that is gone there is none.</summary>
internal sealed class Digest(Register register, AddressVault vault, PostOffice office)
{
    private const int MostTold = 10;

    /// <summary>More than a moderator puts back with one press.</summary>
    private const int MostPutBack = 500;

    private sealed record News(string Name, Body Body);

    /// <summary>Up to when a letter would tell what the follower doesn't know of; null when there is nothing.</summary>
    /// <param name="db">The database.</param>
    /// <param name="follow">Who follows.</param>
    /// <param name="settled">What became public after it is left to the next letter.</param>
    /// <param name="cancel">Ends the look.</param>
    public static async Task<DateTimeOffset?> Newest(DatelineDb db, Follow follow, DateTimeOffset settled, CancellationToken cancel)
    {
        var since = Since(follow);
        if (await Fresh(db, follow, since, settled, cancel) is not { } fresh || await fresh.MaxAsync(reply => reply.PublishedAt, cancel) is not { } newest) return null;
        return newest > since ? newest : since; // it may be one alone that was put back
    }

    /// <summary>Whether there is something that is left to the next letter.</summary>
    public static async Task<bool> IsMore(DatelineDb db, Follow follow, DateTimeOffset settled, CancellationToken cancel) =>
        await Fresh(db, follow, settled, upTo: null, cancel) is { } fresh && await fresh.AnyAsync(cancel);

    public static DateTimeOffset Since(Follow follow) => follow.WrittenUpTo ?? follow.ConfirmedAt ?? follow.AskedAt;

    /// <summary>Null when nothing of it is public any more, or the follow has ended.</summary>
    public async Task<Letter?> Write(DatelineDb db, NewsErrand errand, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Set<Follow>().FirstOrDefaultAsync(row => row.Id == errand.Follow && row.ConfirmedAt != null, cancel) is not { } follow || vault.Show(follow.EmailCipher) is not { } address) return null;
        if (await db.FindPublicStory(follow.StoryKey, now, cancel) is not { } story || (await register.Book(cancel)).Edition(story.Edition) is not { } edition) return null;
        if (await Fresh(db, follow, errand.Since, errand.UpTo, cancel) is not { } fresh) return null;
        var count = await fresh.CountAsync(cancel);
        if (count == 0) return null;
        var told = await fresh.OrderBy(reply => reply.PublishedAt).ThenBy(reply => reply.Id).Take(MostTold).Select(reply => new News(reply.Name, reply.Body)).ToListAsync(cancel);
        return Written(follow, story, Wording.Of(edition.Language), address, count, told);
    }

    private static async Task<IQueryable<Reply>?> Fresh(DatelineDb db, Follow follow, DateTimeOffset since, DateTimeOffset? upTo, CancellationToken cancel)
    {
        var (story, own, back) = (follow.StoryId, follow.AddressKey, await PutBack(db, follow, since, cancel));
        var there = db.Set<Reply>().Where(reply => reply.StoryId == story && reply.State == ReplyState.Published && reply.AddressKey != own);
        var fresh = back.Count == 0 ? there.Where(reply => reply.PublishedAt > since && (upTo == null || reply.PublishedAt <= upTo))
            : there.Where(reply => (reply.PublishedAt > since && (upTo == null || reply.PublishedAt <= upTo)) || back.Contains(reply.Id));
        if (follow.ReplyId is not { } thread) return fresh;
        if (await db.Set<Reply>().Where(reply => reply.Id == thread).Select(reply => reply.Path).FirstOrDefaultAsync(cancel) is not { } path) return null;
        return await DeepReplies.Beneath(fresh, db.Set<Reply>().Where(reply => reply.StoryId == story && reply.PublishedAt != null), thread, path, cancel);
    }

    /// <summary>
    /// Of those of the time before, what is public again and wasn't when the last letter was written: that letter told of what came after it, and not of them. One that an
    /// earlier letter told of is told once more then; one that was away between two letters isn't.
    /// </summary>
    private static Task<List<Guid>> PutBack(DatelineDb db, Follow follow, DateTimeOffset since, CancellationToken cancel)
    {
        var (story, written, decisions) = (follow.StoryId, follow.WrittenAt ?? Since(follow), db.Set<ReplyDecision>());
        return db.Set<Reply>().Where(reply => reply.StoryId == story && reply.PutBackAt > written && reply.State == ReplyState.Published && reply.PublishedAt <= since
                && decisions.Where(decision => decision.ReplyId == reply.Id && decision.At > written).OrderBy(decision => decision.At).ThenBy(decision => decision.Id)
                    .Select(decision => (ReplyState?)decision.From).FirstOrDefault() != ReplyState.Published)
            .OrderByDescending(reply => reply.PutBackAt).Select(reply => reply.Id).Take(MostPutBack).ToListAsync(cancel);
    }

    private Letter Written(Follow follow, PublicStory story, Wording words, string address, int count, List<News> told)
    {
        var text = new StringBuilder().Append(words.Count("reply.new", count)).Append(": ").Append(words.Isolated(story.Headline)).Append("\n\n");
        foreach (var news in told) text.Append(words.Isolated(Quotation.Of(news.Name))).Append(":\n> ").Append(Quotation.Of(PlainText.From(news.Body))).Append("\n\n");
        if (count > told.Count) text.Append(words.Count("letter.more", count - told.Count)).Append("\n\n");
        var place = follow.ReplyId is { } thread ? PublicReply.PlaceOf(thread) : "/replies?sort=newest";
        var stop = office.Absolute($"/{story.Edition}/follow/stop/{FollowSecret.Of(vault, follow.Id)}");
        text.Append(words["letter.read"]).Append('\n').Append(office.Absolute(story.Path + place)).Append("\n\n").Append(words["letter.stop"]).Append('\n').Append(stop).Append('\n');
        return new Letter(address, $"{words.Count("reply.new", count)}: {words.Isolated(story.Headline)}", text.ToString(), stop);
    }
}
