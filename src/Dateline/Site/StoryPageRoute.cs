using Dateline.Layout;
using Dateline.Replies;
using Dateline.Replies.Threads;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Site;

/// <summary>GET /{edition}/{key}/{slug}: the story, its redirect, its notice when it was killed, or nothing.</summary>
public static class StoryPageRoute
{
    public static Task<IResult> Get(string edition, string key, string slug, HttpContext http, PublicPages pages, LatestStories latest, Discussions discussions) =>
        pages.Serve(http, edition, async (make, cancel) =>
        {
            make.Shows(Subject.Story(key)); // also when there is none (yet): publishing it must drop the 404
            if (await make.Db.FindPublicStory(key, make.Page.Now, cancel) is not { } story) return await ReplyPages.Gone(make, key, cancel);
            if (story.Edition != edition || story.Slug != slug) return make.Moved(story.Path);

            if (story.Source is { } source) make.Shows(Subject.Source(source.Id));
            var thread = await make.Db.PublicReplies(story.Id, cancel);
            var rail = StoryRail.Of(story, await latest.Of(edition, cancel), make.Page.Book);
            make.Shows(rail.All);
            make.Shows(Subject.Edition(edition));
            return await make.Html<StoryPage>(new()
            {
                [nameof(StoryPage.Page)] = make.Page,
                [nameof(StoryPage.Story)] = await discussions.Apply(story, make.Page.Now, cancel),
                [nameof(StoryPage.Thread)] = thread,
                [nameof(StoryPage.Rail)] = rail,
            });
        });
}
