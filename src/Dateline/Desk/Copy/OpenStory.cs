using Dateline.Desk.Inbox;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Copy;

/// <summary>A story as it lies on the desk: itself, its edition, the texts it had, and what its source has sent since.</summary>
public sealed record OpenStory(Story Story, Edition Edition, HouseBook Book, IReadOnlyList<KeptText> Texts, SourceUpdate? Update, SourceHold? Hold)
{
    private const int TextsShown = 50;

    /// <summary>Corrections that other carriers of the story have sent since it was picked up, and that nobody has decided on.</summary>
    public IReadOnlyList<Carrier> PutRight { get; init; } = [];

    public string Agency => Book.Editions is [var first, ..] ? first.Style.ShortName : Edition.Style.ShortName;

    public string Path => PathOf(Story.Id);

    /// <summary>Who saved it last; null for a story that was never saved by hand.</summary>
    public KeptText? Last => Texts is [var last, ..] ? last : null;

    public static string PathOf(Guid story) => $"/desk/stories/{story}";

    internal static async Task<OpenStory?> Find(DatelineDb db, Register register, Guid id, CancellationToken cancel)
    {
        if (await db.LoadStory(id, cancel) is not { } story) return null;
        var book = await register.Book(cancel);
        var texts = await db.Set<Revision>().Where(revision => revision.StoryId == id).OrderByDescending(revision => revision.Version).Take(TextsShown)
            .Select(revision => new KeptText(revision.Version, revision.At, db.Set<Staff>().Where(staff => staff.Id == revision.By).Select(staff => staff.Name).FirstOrDefault()))
            .ToListAsync(cancel);
        return new OpenStory(story, book.Edition(story.Edition)!, book, texts, story.Status == StoryStatus.Killed ? null : await SourceUpdate.Of(db, story, cancel), await SourceHold.Of(db, story, cancel))
        {
            PutRight = story.Status == StoryStatus.Killed ? [] : await Corrections(db, story, cancel),
        };
    }

    private static async Task<IReadOnlyList<Carrier>> Corrections(DatelineDb db, Story story, CancellationToken cancel)
    {
        if (story.WireItemId is not { } id || await db.WireItems.FirstOrDefaultAsync(item => item.Id == id, cancel) is not { } own || await db.CorrectionsSince(own, cancel) is not { Count: > 0 } found) return [];
        var senders = found.Select(item => item.SourceId).Distinct().ToList();
        var names = await db.Sources.Where(source => senders.Contains(source.Id)).ToDictionaryAsync(source => source.Id, source => source.Name, cancel);
        return [.. found.Select(item => new Carrier(item, names[item.SourceId]))];
    }
}

/// <summary>One text that a story had: by whom and when. The source's own has nobody's name.</summary>
public sealed record KeptText(int Version, DateTimeOffset At, string? By);
