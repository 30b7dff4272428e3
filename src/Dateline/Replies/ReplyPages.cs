using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Replies;

/// <summary>GET …/reply (the form alone) and …/reply/held (thanks, and what happens now): nothing of the held reply is in either.</summary>
internal static class ReplyPages
{
    public static Task<IResult> Form(string edition, string key, string slug, HttpContext http, PublicPages pages, Discussions discussions) =>
        pages.Serve(http, edition, [new("parent", Guid.TryParse(Asked.In(http, "parent"), out var id) ? id.ToString() : null)], (make, cancel) => OfStory(make, edition, key, slug, "/reply", async story =>
        {
            make.Shows(Subject.Discussions(edition));
            var parent = Guid.TryParse(make.Query("parent"), out var asked) ? asked : (Guid?)null;
            var answers = await make.Db.PublicReplyName(story.Id, parent, cancel);
            var page = await make.Html<ReplyFormPage>(new()
            {
                [nameof(ReplyFormPage.Page)] = make.Page,
                [nameof(ReplyFormPage.Story)] = await discussions.Apply(story, make.Page.Now, cancel),
                [nameof(ReplyFormPage.Answers)] = answers,
                [nameof(ReplyFormPage.Form)] = ReplyForm.Empty with { Parent = answers is null ? "" : parent.ToString()! },
            });
            return page with { Keep = parent is null || answers is not null }; // to a reply that isn't there anybody can ask in as many ways as they like
        }, cancel));

    public static Task<IResult> Held(string edition, string key, string slug, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, (make, cancel) => OfStory(make, edition, key, slug, "/reply/held", story =>
            make.Html<HeldPage>(new() { [nameof(HeldPage.Page)] = make.Page, [nameof(HeldPage.Story)] = story }), cancel));

    /// <summary>A page beside a story: there while the story is, at the story's address of today.</summary>
    public static async Task<RenderedPage> OfStory(
        PublicRender make, string edition, string key, string slug, string beside, Func<PublicStory, Task<RenderedPage>> show, CancellationToken cancel)
    {
        make.Shows(Subject.Story(key)); // also when there is none (yet): publishing it must drop the 404
        if (await make.Db.FindPublicStory(key, make.Page.Now, cancel) is not { } story) return await Gone(make, key, cancel);
        if (story.Source is { } source) make.Shows(Subject.Source(source.Id));
        return story.Edition == edition && story.Slug == slug ? await show(story) : make.Moved(story.Path + beside);
    }

    /// <summary>410 for a killed story, 404 for none.</summary>
    public static async Task<RenderedPage> Gone(PublicRender make, string key, CancellationToken cancel) =>
        await make.Db.FindKilledStory(key, cancel) is { } killed
            ? await make.Html<KilledPage>(new() { [nameof(KilledPage.Page)] = make.Page, [nameof(KilledPage.At)] = killed.At }, StatusCodes.Status410Gone)
            : await make.NotFound();
}
