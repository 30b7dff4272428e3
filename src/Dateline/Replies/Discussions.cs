using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>The rules of all scopes, in memory.</summary>
public sealed class Discussions(DatelineDbFactory databases, NodeJournal journal)
{
    private const int FirstHeld = 1;
    private const int MostLinks = 1;

    private readonly Kept<Dictionary<string, DiscussionRule>> _rules = new(databases, journal, fact => fact is DiscussionRuleChanged,
        async db => await db.Set<DiscussionRule>().ToDictionaryAsync(rule => rule.Scope, StringComparer.Ordinal));

    /// <summary>The story's own rule, then its source's, its edition's and the site's; then what the program comes with.</summary>
    public async ValueTask<Discussion> Of(PublicStory story, CancellationToken cancel)
    {
        var rules = await _rules.Value(cancel);
        string?[] scopes = [DiscussionRule.OfStory(story.Key), story.Source is { } source ? DiscussionRule.OfSource(source.Id) : null, DiscussionRule.OfEdition(story.Edition), DiscussionRule.Site];
        var said = scopes.OfType<string>().Select(scope => rules.GetValueOrDefault(scope)).OfType<DiscussionRule>().ToList();
        T? First<T>(Func<DiscussionRule, T?> of) where T : struct => said.Select(of).FirstOrDefault(value => value is not null);

        var days = First(rule => rule.CloseAfterDays) ?? 0;
        return new Discussion(
            story.RepliesOpen ? First(rule => rule.Mode) ?? DiscussionMode.FirstHeld : DiscussionMode.Closed,
            First(rule => rule.FirstHeld) ?? FirstHeld,
            days > 0 ? story.PublishedAt.AddDays(days) : null,
            TimeSpan.FromSeconds(First(rule => rule.SlowSeconds) ?? 0),
            First(rule => rule.CoolUntil),
            First(rule => rule.MostLinks) ?? MostLinks);
    }

    /// <summary>The story with its replies open or closed as the rules have it.</summary>
    public async ValueTask<PublicStory> Apply(PublicStory story, DateTimeOffset now, CancellationToken cancel) =>
        story.RepliesOpen && !(await Of(story, cancel)).IsOpen(now) ? story with { RepliesOpen = false } : story;
}
