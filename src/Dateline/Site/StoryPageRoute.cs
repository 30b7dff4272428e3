using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Replies;
using Dateline.Replies.Threads;
using Dateline.Stories;

namespace Dateline.Site;

/// <summary>GET /{edition}/{key}/{slug}: the story, its redirect, its notice when it was killed, or nothing.</summary>
public static class StoryPageRoute
{
    public static Task<IResult> Get(string edition, string key, string slug, HttpContext http, PublicPages pages, LatestStories latest, Discussions discussions) =>
        pages.Serve(http, edition, async (make, cancel) =>
        {
            var page = await make.Part($"story {edition} {key} {slug}", (part, stop) => Frame(part, edition, key, slug, discussions, stop), cancel);
            if (page is not StoryFrame frame) return page;

            // The margin leaves the story itself out; most stories aren't in it, and share one.
            var newest = await latest.Of(edition, make.IsPastMemory, cancel);
            var self = newest.Any(card => card.Key == key) ? key : null;
            var margin = await make.Part($"margin {edition} {self} {string.Join(' ', frame.Topics)}", (part, stop) => Margin(part, edition, self, frame.Topics, latest, stop), cancel);
            make.Shows(Subject.Edition(edition));
            return frame.With(margin) with { KeepUntil = make.Until };
        });

    private static async Task<RenderedPage> Frame(PublicRender make, string edition, string key, string slug, Discussions discussions, CancellationToken cancel)
    {
        make.Shows(Subject.Story(key)); // also when there is none (yet): publishing it must drop the 404
        if (await make.Db.FindPublicStory(key, make.Page.Now, cancel) is not { } story) return await ReplyPages.Gone(make, key, cancel);
        if (story.Edition != edition || story.Slug != slug) return make.Moved(story.Path);

        make.Shows(Subject.Discussions(edition));
        if (story.Source is { } source) make.Shows(Subject.Source(source.Id));
        var page = await make.Html<StoryPage>(new()
        {
            [nameof(StoryPage.Page)] = make.Page,
            [nameof(StoryPage.Thread)] = await make.Db.PublicReplies(story.Id, cancel),
            [nameof(StoryPage.Story)] = await discussions.Apply(story, make.Page.Now, cancel),
        });
        return new StoryFrame(page, story.Topics);
    }

    private static async Task<RenderedPage> Margin(PublicRender make, string edition, string? self, IReadOnlyList<string> topics, LatestStories latest, CancellationToken cancel)
    {
        var rail = StoryRail.Of(self, topics, await latest.Of(edition, make.IsPastMemory, cancel), make.Page.Book);
        make.Shows(Subject.Edition(edition)); // which each fact about one of its stories names
        foreach (var source in rail.All.Select(card => card.Source).OfType<PublicSource>()) make.Shows(Subject.Source(source.Id));
        return await make.Fragment<StoryMargin>(new() { [nameof(StoryMargin.Page)] = make.Page, [nameof(StoryMargin.Rail)] = rail });
    }
}
