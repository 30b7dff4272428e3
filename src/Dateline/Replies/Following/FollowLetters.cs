using System.Text;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.Replies.Letters;
using Dateline.Replies.Readers;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Following;

#pragma warning disable CA1309 // these comparisons are translated: the engine compares, and there is no word for how

/// <summary>Puts a letter together of what became public since the last one and still is. A story that is gone ends in silence.</summary>
internal sealed class FollowLetters(DatelineDbFactory databases, Writes writes, Register register, AddressVault vault, PostOffice office, TimeProvider clock, ILogger<FollowLetters> log)
    : DueWork<Follow>(databases, writes, clock, log)
{
    private const int MostTold = 10;
    private readonly DatelineDbFactory _databases = databases;
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    private sealed record News(string Name, Body Body);

    protected override TimeSpan Look => TimeSpan.FromSeconds(5);

    protected override async Task Do(Guid id, CancellationToken cancel)
    {
        var now = _clock.Now();
        Letter? letter;
        await using (var db = _databases.Open()) letter = await Put(db, await db.Set<Follow>().SingleAsync(row => row.Id == id, cancel), now, cancel);
        await _writes.Run(async (db, stop) =>
        {
            if (await db.Set<Follow>().AsTracking().FirstOrDefaultAsync(row => row.Id == id && row.ConfirmedAt != null, stop) is not { } follow) return; // ended meanwhile
            (follow.DueAt, follow.LeasedUntil, follow.WrittenUpTo) = (null, null, now);
            if (letter is not null) office.Take(db, letter, LetterKind.News, now);
        }, cancel);
    }

    private async Task<Letter?> Put(DatelineDb db, Follow follow, DateTimeOffset now, CancellationToken cancel)
    {
        if (follow.ConfirmedAt is null || vault.Show(follow.EmailCipher) is not { } address) return null;
        if (await db.FindPublicStory(follow.StoryKey, now, cancel) is not { } story || (await register.Book(cancel)).Edition(follow.Edition) is not { } edition) return null;
        var since = follow.WrittenUpTo ?? follow.ConfirmedAt;
        var (id, own) = (follow.StoryId, follow.AddressKey);
        var fresh = db.Set<Reply>().Where(reply => reply.StoryId == id && reply.State == ReplyState.Published && reply.PublishedAt > since && reply.AddressKey != own);
        if (follow.ReplyId is { } thread)
        {
            if (await db.Set<Reply>().Where(reply => reply.Id == thread).Select(reply => reply.Path).FirstOrDefaultAsync(cancel) is not { } path) return null;
            var end = ThreadPath.After(path);
            fresh = fresh.Where(reply => string.Compare(reply.Path, path) > 0 && string.Compare(reply.Path, end) < 0);
        }
        var count = await fresh.CountAsync(cancel);
        if (count == 0) return null;
        var told = await fresh.OrderBy(reply => reply.PublishedAt).ThenBy(reply => reply.Id).Take(MostTold).Select(reply => new News(reply.Name, reply.Body)).ToListAsync(cancel);
        return Written(follow, story, Wording.Of(edition.Language), address, count, told);
    }

    private Letter Written(Follow follow, PublicStory story, Wording words, string address, int count, List<News> told)
    {
        var text = new StringBuilder().Append(words.Count("reply.new", count)).Append(": ").AppendLine(story.Headline).AppendLine();
        foreach (var news in told) text.Append(Quotation.Of(news.Name)).AppendLine(":").Append("> ").AppendLine(Quotation.Of(PlainText.From(news.Body))).AppendLine();
        var place = follow.ReplyId is { } thread ? PublicReply.PlaceOf(thread) : "/replies?sort=newest";
        var stop = office.Absolute($"/{follow.Edition}/follow/stop/{FollowSecret.Of(vault, follow.Id)}");
        text.AppendLine(words["letter.read"]).AppendLine(office.Absolute(story.Path + place)).AppendLine().AppendLine(words["letter.stop"]).AppendLine(stop);
        return new Letter(address, $"{words.Count("reply.new", count)}: {story.Headline}", text.ToString(), stop);
    }
}
