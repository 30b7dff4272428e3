using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>A scope that rules may stand for, and those it has.</summary>
public sealed record RuledScope(string Scope, string Kind, string Name, DiscussionRule? Rule);

/// <summary>/desk/replies/rules: who may reply where, what waits, and why.</summary>
internal static class RulesRoute
{
    private const int MostRules = 500;

    /// <param name="story">The address or the key of a story whose rules somebody wants.</param>
    public static Task<IResult> Get(string? scope, string? story, string? said, Editor editor, DatelineDb db, Register register, Discussions discussions, TimeProvider clock, CancellationToken cancel) =>
        story is not null && StoryTyped.Key(story) is var typed ? ToStory(typed, editor, db, register, discussions, clock, cancel)
        : Page(scope, null, [], said == "changed" ? N("Changed; it holds from now on.") : null, editor, db, register, discussions, clock, cancel);

    // POST /desk/replies/rules
    public static async Task<IResult> Post(FormFields fields, Editor editor, DatelineDb db, Writes writes, Register register, Discussions discussions, TimeProvider clock, CancellationToken cancel)
    {
        var (scope, form) = (fields["scope"], RuleForm.Of(fields));
        var (draft, problems) = form.Check();
        if (problems.Count > 0) return await Page(scope, form, problems, null, editor, db, register, discussions, clock, cancel);
        var version = int.TryParse(fields["version"], out var seen) ? seen : 0;
        var written = await writes.Run((at, stop) => DiscussionRuleChanges.Change(at, scope, draft, version, form.Note.Length > 0 ? form.Note : null, editor, clock.Now(), stop), cancel);
        return written.Value is { } refusal
            ? await Page(scope, form, [refusal], null, editor, db, register, discussions, clock, cancel)
            : new SeeOther($"/desk/replies/rules?scope={Uri.EscapeDataString(scope)}&said=changed", written.Position, asCookie: true);
    }

    private static async Task<IResult> ToStory(string? key, Editor editor, DatelineDb db, Register register, Discussions discussions, TimeProvider clock, CancellationToken cancel) =>
        key is not null && await db.Set<Story>().AnyAsync(story => story.Key == key, cancel) ? new SeeOther($"/desk/replies/rules?scope={DiscussionRule.OfStory(key)}")
            : await Page(null, null, [new("story", T("There is no story at that address. Copy it from the story’s page, like {0}.", "/en/3r74dz7m/…"))], null, editor, db, register, discussions, clock, cancel);

    private static async Task<IResult> Page(
        string? scope, RuleForm? form, IReadOnlyList<Refusal> problems, string? flash, Editor editor, DatelineDb db, Register register, Discussions discussions, TimeProvider clock, CancellationToken cancel)
    {
        var book = await register.Book(cancel);
        var rules = await db.Set<DiscussionRule>().OrderBy(rule => rule.Scope).Take(MostRules).ToListAsync(cancel);
        DiscussionRule? Of(string of) => rules.Find(rule => rule.Scope == of);
        var scopes = new List<RuledScope> { new(DiscussionRule.Site, N("Site"), T("The whole site"), Of(DiscussionRule.Site)) };
        scopes.AddRange(book.Editions.Select(edition => new RuledScope(DiscussionRule.OfEdition(edition.Code), N("Edition"), edition.Name, Of(DiscussionRule.OfEdition(edition.Code)))));
        var sources = await db.Sources.OrderBy(source => source.Name).Take(MostRules).ToListAsync(cancel);
        scopes.AddRange(sources.Select(source => new RuledScope(DiscussionRule.OfSource(source.Id), N("Source"), source.Name, Of(DiscussionRule.OfSource(source.Id)))));
        var keys = rules.Select(rule => rule.Scope).Append(scope ?? "").Where(one => one.StartsWith("story:", StringComparison.Ordinal)).Select(one => one["story:".Length..]).Distinct().ToList();
        var stories = await db.Set<Story>().Where(story => keys.Contains(story.Key)).Select(story => new { story.Key, story.Headline }).ToListAsync(cancel);
        scopes.AddRange(stories.Select(story => new RuledScope(DiscussionRule.OfStory(story.Key), N("Story"), story.Headline, Of(DiscussionRule.OfStory(story.Key)))));

        var chosen = scopes.Find(one => one.Scope == (scope ?? DiscussionRule.Site));
        if (chosen is null) return Results.NotFound();
        var applied = chosen.Kind != "Story" ? RulesInForce.OfScope(chosen.Scope, rules, clock.Now())
            : await db.FindPublicStory(chosen.Scope["story:".Length..], clock.Now(), cancel) is { } open ? await RulesInForce.OfStory(discussions, open, clock.Now(), cancel) : null;
        return new StaffPage<RulesPage>(new()
        {
            [nameof(RulesPage.Editor)] = editor,
            [nameof(RulesPage.Book)] = book,
            [nameof(RulesPage.Scopes)] = scopes,
            [nameof(RulesPage.Chosen)] = chosen,
            [nameof(RulesPage.Form)] = form ?? RuleForm.Of(chosen.Rule),
            [nameof(RulesPage.Applied)] = applied,
            [nameof(RulesPage.Problems)] = problems,
            [nameof(RulesPage.Flash)] = flash,
            [nameof(RulesPage.Now)] = clock.Now(),
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
