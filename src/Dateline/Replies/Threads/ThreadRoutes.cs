using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Replies.Threads;

/// <summary>GET …/replies (a page of them, in an order) and …/replies/{id} (one, with what it answers and what answers it).</summary>
internal static class ThreadRoutes
{
    public static Task<IResult> Page(string edition, string key, string slug, HttpContext http, PublicPages pages, Discussions discussions) =>
        pages.Serve(http, edition, ["sort", "place"], (make, cancel) => ReplyPages.OfStory(make, edition, key, slug, "/replies", async story =>
        {
            make.Shows(Subject.Edition(edition)); // its rules say whether there is a form
            var thread = await make.Db.PublicReplies(story.Id, ReplyThread.Read(make.Query("sort")), ThreadPlace.Parse(make.Query("place")), cancel);
            return await make.Html<RepliesPage>(new()
            {
                [nameof(RepliesPage.Page)] = make.Page,
                [nameof(RepliesPage.Story)] = await discussions.Apply(story, make.Page.Now, cancel),
                [nameof(RepliesPage.Thread)] = thread,
            });
        }, cancel));

    public static Task<IResult> One(string edition, string key, string slug, Guid id, HttpContext http, PublicPages pages, Discussions discussions) =>
        pages.Serve(http, edition, ["place"], (make, cancel) => ReplyPages.OfStory(make, edition, key, slug, PublicReply.PlaceOf(id), async story =>
        {
            make.Shows(Subject.Edition(edition));
            if (await make.Db.PublicThread(story.Id, id, ThreadPlace.Parse(make.Query("place")), cancel) is not { } thread) return await make.NotFound();
            return await make.Html<OneThreadPage>(new()
            {
                [nameof(OneThreadPage.Page)] = make.Page,
                [nameof(OneThreadPage.Story)] = await discussions.Apply(story, make.Page.Now, cancel),
                [nameof(OneThreadPage.Thread)] = thread,
            });
        }, cancel));
}
