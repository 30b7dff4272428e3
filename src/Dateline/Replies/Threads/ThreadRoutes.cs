using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Replies.Threads;

/// <summary>GET …/replies (a page of them, in an order) and …/replies/{id} (one, with what it answers and what answers it).</summary>
internal static class ThreadRoutes
{
    public static Task<IResult> Page(string edition, string key, string slug, HttpContext http, PublicPages pages, Discussions discussions) =>
        pages.Serve(http, edition, [new("sort", Sort(http)), Place(http)], (make, cancel) => ReplyPages.OfStory(make, edition, key, slug, "/replies", async story =>
        {
            make.Shows(Subject.Discussions(edition));
            var thread = await make.Db.PublicReplies(story.Id, ReplyThread.Read(make.Query("sort")), ThreadPlace.Parse(make.Query("place")), cancel);
            return await make.Html<RepliesPage>(new()
            {
                [nameof(RepliesPage.Page)] = make.Page,
                [nameof(RepliesPage.Story)] = await discussions.Apply(story, make.Page.Now, cancel),
                [nameof(RepliesPage.Thread)] = thread,
            });
        }, cancel));

    /// <summary>Every word that is no order asks for the first one.</summary>
    private static string? Sort(HttpContext http) => ReplyThread.Read(Asked.In(http, "sort")) is var order and not ThreadOrder.Oldest ? ReplyThread.Word(order) : null;

    private static Asked Place(HttpContext http) => new("place", ThreadPlace.Parse(Asked.In(http, "place"))?.ToString());

    public static Task<IResult> One(string edition, string key, string slug, Guid id, HttpContext http, PublicPages pages, Discussions discussions) =>
        pages.Serve(http, edition, [Place(http)], (make, cancel) => ReplyPages.OfStory(make, edition, key, slug, PublicReply.PlaceOf(id), async story =>
        {
            make.Shows(Subject.Discussions(edition));
            if (await make.Db.PublicThread(story.Id, id, ThreadPlace.Parse(make.Query("place")), cancel) is not { } thread) return await make.NotFound();
            return await make.Html<OneThreadPage>(new()
            {
                [nameof(OneThreadPage.Page)] = make.Page,
                [nameof(OneThreadPage.Story)] = await discussions.Apply(story, make.Page.Now, cancel),
                [nameof(OneThreadPage.Thread)] = thread,
            });
        }, cancel));
}
