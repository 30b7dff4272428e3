using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.People;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>/desk/replies/test: what the rules would say to a text, now, under a story. Nothing is kept and nothing is counted.</summary>
internal static class TestBoxRoute
{
    /// <summary>An address that no reader has (RFC 2606), for a test without one.</summary>
    private const string Nobody = "nobody@test.invalid";

    public static Task<IResult> Get(Editor editor, DatelineDb db, Register register, CancellationToken cancel) =>
        Page(new ReplyForm(T("Somebody"), "", "", "", ""), "", null, [], editor, register, cancel);

    // POST /desk/replies/test
    public static async Task<IResult> Try(
        HttpContext http, FormFields fields, Editor editor, DatelineDb db, Register register, Discussions discussions, Pipeline pipeline, AddressVault vault, TimeProvider clock, CancellationToken cancel)
    {
        var (form, key, now) = (ReplyForm.Of(fields), fields["story"].Trim(), clock.Now());
        var book = await register.Book(cancel);
        if (key.Length == 0 && book.Editions is [var first, ..]) key = await db.PublicStories(first.Code, now).Select(story => story.Key).FirstOrDefaultAsync(cancel) ?? "";
        if (await db.FindPublicStory(key, now, cancel) is not { } story) return await Page(form, fields["story"], null, [new("story", T("There is no public story with this key."))], editor, register, cancel);
        var (reply, problems) = (form.Email.Length > 0 ? form : form with { Email = Nobody }).Check(Wording.Of(DeskWords.Language));
        if (reply is null) return await Page(form, fields["story"], null, [.. problems.Select(problem => new Refusal(problem.Key, problem.Value))], editor, register, cancel);

        var candidate = new Candidate(story, reply, SenderKeys.Of(vault, null, reply.Email, reply.Name), await discussions.Of(story, cancel), now);
        return await Page(form, fields["story"], (await pipeline.Look(candidate, cancel), story), [], editor, register, cancel);
    }

    private static async Task<IResult> Page(ReplyForm form, string story, (Screened Screened, PublicStory Story)? outcome, IReadOnlyList<Refusal> problems, Editor editor, Register register, CancellationToken cancel) =>
        new StaffPage<TestBoxPage>(new()
        {
            [nameof(TestBoxPage.Editor)] = editor,
            [nameof(TestBoxPage.Book)] = await register.Book(cancel),
            [nameof(TestBoxPage.Form)] = form,
            [nameof(TestBoxPage.Story)] = story,
            [nameof(TestBoxPage.Under)] = outcome?.Story,
            [nameof(TestBoxPage.Findings)] = outcome?.Screened.Findings,
            [nameof(TestBoxPage.Verdict)] = outcome?.Screened is not { } screened ? null
                : screened.Refused is { } refused ? FindingWords.Of(refused) : screened.State == ReplyState.Published ? N("Public at once.") : FindingWords.Of(screened.Decisive),
            [nameof(TestBoxPage.Problems)] = problems,
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}
