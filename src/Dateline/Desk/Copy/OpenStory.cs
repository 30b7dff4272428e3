using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Copy;

/// <summary>A story as it lies on the desk: itself, its edition, the texts it had, and what its source has sent since.</summary>
public sealed record OpenStory(Story Story, Edition Edition, HouseBook Book, IReadOnlyList<KeptText> Texts, SourceUpdate? Update, SourceHold? Hold)
{
    private const int TextsShown = 50;

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
        return new OpenStory(story, book.Edition(story.Edition)!, book, texts, story.Status == StoryStatus.Killed ? null : await SourceUpdate.Of(db, story, cancel), await SourceHold.Of(db, story, cancel));
    }
}

/// <summary>One text that a story had: by whom and when. The source's own has nobody's name.</summary>
public sealed record KeptText(int Version, DateTimeOffset At, string? By);
