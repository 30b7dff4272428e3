using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Replies.Threads;

/// <summary>GET …/replies (a page of them, in an order) and …/replies/{id} (one, with what it answers and what answers it).</summary>
internal static class ThreadRoutes
{
    private const string Old = "comment";

    public static Task<IResult> Page(string edition, string key, string slug, HttpContext http, PublicPages pages, Discussions discussions) =>
        pages.Serve(http, edition, [new("sort", Sort(http)), Place(http), new(Old, OldNumber(Asked.In(http, Old))?.ToString(CultureInfo.InvariantCulture))], (make, cancel) => ReplyPages.OfStory(make, edition, key, slug, "/replies", async story =>
        {
            make.Shows(Subject.Discussions(edition));
            if (OldNumber(make.Query(Old)) is { } number) return await OfOldNumber(make, story, number, cancel);
            var thread = await make.Db.PublicReplies(story.Id, ReplyThread.Read(make.Query("sort")), ThreadPlace.Parse(make.Query("place")), cancel);
            return await make.Html<RepliesPage>(new()
            {
                [nameof(RepliesPage.Page)] = make.Page,
                [nameof(RepliesPage.Story)] = await discussions.Apply(story, make.Page.Now, cancel),
                [nameof(RepliesPage.Thread)] = thread,
            });
        }, cancel));

    /// <summary>Of a comment as WordPress numbered it: to its own page, wherever among the pages of the story's replies it stands. Not for good: it may be taken down, and come back.</summary>
    private static async Task<RenderedPage> OfOldNumber(PublicRender make, PublicStory story, long number, CancellationToken cancel) =>
        await make.Db.PublicReplyOfOldNumber(story.Id, number, cancel) is { } id
            ? RenderedPage.Redirect($"{story.Path}{PublicReply.PlaceOf(id)}#{PublicReply.OldAnchorOf(number)}", permanent: false)
            : RenderedPage.Redirect(story.Path + ReplyThread.Address(ThreadOrder.Oldest), permanent: false) with { Keep = false }; // of numbers there are more than memory

    private static long? OldNumber(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

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
