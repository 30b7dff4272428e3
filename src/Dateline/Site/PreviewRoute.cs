using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Site;

/// <summary>GET /desk/stories/{id}/preview: the story as readers will see it, for the staff alone.</summary>
internal static class PreviewRoute
{
    public static async Task<IResult> Get(Guid id, DatelineDb db, Register register, LatestStories latest, PublicPages pages, CancellationToken cancel)
    {
        if (await db.FindPreview(id, cancel) is not { } story) return Results.NotFound();
        var book = await register.Book(cancel);
        return new StaffPage<StoryPage>(new()
        {
            [nameof(StoryPage.Page)] = pages.Page(book, book.Edition(story.Edition)!),
            [nameof(StoryPage.Story)] = story,
            [nameof(StoryPage.Rail)] = StoryRail.Of(story, await latest.Of(story.Edition, pastMemory: false, cancel), book),
            [nameof(StoryPage.IsPreview)] = true,
        });
    }
}
