using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>The rules of all scopes, in memory.</summary>
public sealed class Discussions(DatelineDbFactory databases, NodeJournal journal, TimeProvider clock, ILogger<Discussions> log)
{
    internal const DiscussionMode UsualMode = DiscussionMode.FirstHeld;
    internal const int FirstHeld = 1, MostLinks = 1;

    private readonly Kept<Dictionary<string, DiscussionRule>> _rules = new(databases, journal, fact => fact is DiscussionRuleChanged,
        async db => await db.Set<DiscussionRule>().ToDictionaryAsync(rule => rule.Scope, StringComparer.Ordinal));

    private static readonly Compiled<Func<DatelineDb, string, string, string, string, IAsyncEnumerable<DiscussionRule>>> InForce = new(() => EF.CompileAsyncQuery((DatelineDb db, string story, string source, string edition, string site) =>
        db.Set<DiscussionRule>().AsNoTracking().Where(rule => rule.Scope == story || rule.Scope == source || rule.Scope == edition || rule.Scope == site)));

    /// <summary>The story's own rule, then its source's, its edition's and the site's; then what the program comes with.</summary>
    public async ValueTask<Discussion> Of(PublicStory story, CancellationToken cancel) => Of(story, Said(story, await _rules.Value(cancel)));

    private static Discussion Of(PublicStory story, List<DiscussionRule> said)
    {
        T? First<T>(Func<DiscussionRule, T?> of) where T : struct => said.Select(of).FirstOrDefault(value => value is not null);

        var days = First(rule => rule.CloseAfterDays) ?? 0;
        return new Discussion(
            story.RepliesOpen ? First(rule => rule.Mode) ?? UsualMode : DiscussionMode.Closed,
            First(rule => rule.FirstHeld) ?? FirstHeld,
            days > 0 ? story.PublishedAt.AddDays(days) : null,
            TimeSpan.FromSeconds(First(rule => rule.SlowSeconds) ?? 0),
            said.Max(rule => rule.CoolUntil), // whichever scope cools longest: an older cool-down of one story must not keep it out of one of the whole site
            First(rule => rule.MostLinks) ?? MostLinks);
    }

    /// <summary>
    /// What holds for a story at this moment, asked within the write of a reply: since it was screened the story may have been killed, or its discussion closed, cooled down or
    /// put under review, and this node's memory need not have heard of it. Null: the story isn't there any more.
    /// </summary>
    public static async Task<Discussion?> InForceFor(DatelineDb db, PublicStory screened, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.FindStanding(screened.Id, now) is not { } standing) return null;
        var story = screened with { Edition = standing.Edition, PublishedAt = standing.PublishedAt, RepliesOpen = standing.RepliesOpen };
        var rules = new Dictionary<string, DiscussionRule>(StringComparer.Ordinal);
        string[] scopes = [.. Scopes(story), DiscussionRule.Site]; // three or four of its own; the widest once more does no harm
        await foreach (var rule in InForce.For(db)(db, scopes[0], scopes[1], scopes[2], scopes[3]).WithCancellation(cancel)) rules[rule.Scope] = rule;
        return Of(story, Said(story, rules));
    }

    /// <summary>As <see cref="Of(PublicStory, CancellationToken)"/>, for a reply that is coming in: when the rules can't be read it waits, and its writer loses nothing.</summary>
    public async ValueTask<Discussion> OfIncoming(PublicStory story, CancellationToken cancel)
    {
        try
        {
            return await Of(story, cancel).AsTask().WaitAsync(Pipeline.LongestLook, clock, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError("The discussion rules couldn't be read; what comes in is held: {Kind}", failure.GetType().Name);
            return new Discussion(story.RepliesOpen ? DiscussionMode.AllHeld : DiscussionMode.Closed, FirstHeld, null, TimeSpan.Zero, null, MostLinks);
        }
    }

    /// <summary>The rules that have a say in a story's replies, from the narrowest to the widest.</summary>
    internal async ValueTask<IReadOnlyList<DiscussionRule>> RulesOf(PublicStory story, CancellationToken cancel) => Said(story, await _rules.Value(cancel));

    private static List<DiscussionRule> Said(PublicStory story, Dictionary<string, DiscussionRule> rules) =>
        [.. Scopes(story).Select(scope => rules.GetValueOrDefault(scope)).OfType<DiscussionRule>()];

    /// <summary>From the narrowest to the widest; one that a story doesn't have is left out.</summary>
    private static IEnumerable<string> Scopes(PublicStory story) =>
        new[] { DiscussionRule.OfStory(story.Key), story.Source is { } source ? DiscussionRule.OfSource(source.Id) : null, DiscussionRule.OfEdition(story.Edition), DiscussionRule.Site }.OfType<string>();

    /// <summary>The story with its replies open or closed as the rules have it.</summary>
    public async ValueTask<PublicStory> Apply(PublicStory story, DateTimeOffset now, CancellationToken cancel) =>
        story.RepliesOpen && !(await Of(story, cancel)).IsOpen(now) ? story with { RepliesOpen = false } : story;
}
