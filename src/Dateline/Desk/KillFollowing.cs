using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk;

/// <summary>
/// Hears of the wire: what a source withdraws is withdrawn here too, draft or published; what it holds from now on waits; and
/// a picture that came after the pick-up finds its draft. A source reaches only what came from it.
/// </summary>
internal sealed class KillFollowing(DatelineDbFactory databases, Writes writes, JournalSignal signal, TimeProvider clock, ILogger<KillFollowing> log)
    : JournalFollower("desk-wire", databases, writes, signal, log)
{
    protected override Task<bool> Concerns(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel) =>
        Task.FromResult(news.Any(item => item.Fact is WireItemKilled or WireItemUpdated));

    protected override async Task Hear(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
    {
        foreach (var fact in news.Select(happened => happened.Fact).OfType<WireFact>())
            switch (fact)
            {
                case WireItemKilled: await Kill(db, fact, cancel); break;
                case WireItemUpdated: await Update(db, fact, cancel); break;
                default: break;
            }
    }

    private async Task Kill(DatelineDb db, WireFact fact, CancellationToken cancel)
    {
        if (await Story(db, fact, cancel) is not { } id) return;
        var item = await db.WireItems.FirstAsync(item => item.Id == fact.Item, cancel);
        await KillStory.Perform(db, id, item.KillReason is { Length: > 0 } reason ? reason : N("Its source withdrew it."), by: null, clock.Now(), cancel); // killed already: nothing is left to do
    }

    private async Task Update(DatelineDb db, WireFact fact, CancellationToken cancel)
    {
        if (await Story(db, fact, cancel) is not { } id) return;
        await HearHold.Perform(db, id, clock.Now(), cancel);
        await TakePicture(db, fact, id, cancel);
    }

    private static async Task TakePicture(DatelineDb db, WireFact fact, Guid id, CancellationToken cancel)
    {
        var item = await db.WireItems.FirstAsync(item => item.Id == fact.Item, cancel);
        if (item.PictureId is null || await db.LoadStory(id, cancel) is not { Status: StoryStatus.Draft } story || story.Pictures.Exists(picture => picture.Lead || picture.PictureId == item.PictureId)) return;
        story.Pictures.Add((await WirePictures.Lead(db, item, id, cancel))!);
    }

    private static Task<Guid?> Story(DatelineDb db, WireFact fact, CancellationToken cancel) =>
        db.Stories.Where(story => story.WireItemId == fact.Item && story.SourceId == fact.Source).Select(story => (Guid?)story.Id).FirstOrDefaultAsync(cancel);
}
