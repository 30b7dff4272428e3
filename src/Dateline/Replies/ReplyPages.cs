using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Replies;

/// <summary>GET …/reply (the form alone) and …/reply/held (thanks, and what happens now): nothing of the held reply is in either.</summary>
internal static class ReplyPages
{
    public static Task<IResult> Form(string edition, string key, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, ["parent"], async (make, cancel) =>
        {
            make.Shows(Subject.Story(key));
            return await make.Db.FindPublicStory(key, make.Page.Now, cancel) is { } story && story.Edition == edition
                ? await make.Html<ReplyFormPage>(new()
                {
                    [nameof(ReplyFormPage.Page)] = make.Page,
                    [nameof(ReplyFormPage.Story)] = story,
                    [nameof(ReplyFormPage.Form)] = ReplyForm.Empty with { Parent = Guid.TryParse(make.Query("parent"), out var parent) ? parent.ToString() : "" },
                }) : await make.NotFound();
        });

    public static Task<IResult> Held(string edition, string key, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, async (make, cancel) =>
        {
            make.Shows(Subject.Story(key));
            return await make.Db.FindPublicStory(key, make.Page.Now, cancel) is { } story && story.Edition == edition
                ? await make.Html<HeldPage>(new() { [nameof(HeldPage.Page)] = make.Page, [nameof(HeldPage.Story)] = story }) : await make.NotFound();
        });
}
