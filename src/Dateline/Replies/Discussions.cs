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
    private const int FirstHeld = 1;
    private const int MostLinks = 1;

    private readonly Kept<Dictionary<string, DiscussionRule>> _rules = new(databases, journal, fact => fact is DiscussionRuleChanged,
        async db => await db.Set<DiscussionRule>().ToDictionaryAsync(rule => rule.Scope, StringComparer.Ordinal));

    /// <summary>The story's own rule, then its source's, its edition's and the site's; then what the program comes with.</summary>
    public async ValueTask<Discussion> Of(PublicStory story, CancellationToken cancel)
    {
        var said = await Said(story, cancel);
        T? First<T>(Func<DiscussionRule, T?> of) where T : struct => said.Select(of).FirstOrDefault(value => value is not null);

        var days = First(rule => rule.CloseAfterDays) ?? 0;
        return new Discussion(
            story.RepliesOpen ? First(rule => rule.Mode) ?? UsualMode : DiscussionMode.Closed,
            First(rule => rule.FirstHeld) ?? FirstHeld,
            days > 0 ? story.PublishedAt.AddDays(days) : null,
            TimeSpan.FromSeconds(First(rule => rule.SlowSeconds) ?? 0),
            First(rule => rule.CoolUntil),
            First(rule => rule.MostLinks) ?? MostLinks);
    }

    /// <summary>As <see cref="Of"/>, for a reply that is coming in: when the rules can't be read it waits, and its writer loses nothing.</summary>
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

    /// <summary>What holds for a story, and the scope that says so; null for what the program comes with.</summary>
    public async ValueTask<IReadOnlyList<(string Rule, string Holds, string? Scope)>> Explain(PublicStory story, CancellationToken cancel)
    {
        var (said, holds) = (await Said(story, cancel), await Of(story, cancel));
        string? Who(Func<DiscussionRule, object?> of) => said.FirstOrDefault(rule => of(rule) is not null)?.Scope;
        return
        [
            ("Replies", story.RepliesOpen ? Moderation.RuleWords.Of(holds.Mode) : "Closed", story.RepliesOpen ? Who(rule => rule.Mode) : DiscussionRule.OfStory(story.Key)),
            ("A reader’s replies that wait first", $"{holds.FirstHeld}", Who(rule => rule.FirstHeld)),
            ("They close by themselves", holds.ClosesAt is { } at ? $"{at:yyyy-MM-dd HH:mm} UTC" : "never", Who(rule => rule.CloseAfterDays)),
            ("Slow mode", holds.Slow > TimeSpan.Zero ? $"one reply every {holds.Slow.TotalSeconds:0} seconds" : "off", Who(rule => rule.SlowSeconds)),
            ("Cooling down", holds.CoolUntil is { } until ? $"until {until:yyyy-MM-dd HH:mm} UTC" : "no", Who(rule => rule.CoolUntil)),
            ("Links that needn’t wait", $"{holds.MostLinks}", Who(rule => rule.MostLinks)),
        ];
    }

    private async ValueTask<List<DiscussionRule>> Said(PublicStory story, CancellationToken cancel)
    {
        var rules = await _rules.Value(cancel);
        string?[] scopes = [DiscussionRule.OfStory(story.Key), story.Source is { } source ? DiscussionRule.OfSource(source.Id) : null, DiscussionRule.OfEdition(story.Edition), DiscussionRule.Site];
        return [.. scopes.OfType<string>().Select(scope => rules.GetValueOrDefault(scope)).OfType<DiscussionRule>()];
    }

    /// <summary>The story with its replies open or closed as the rules have it.</summary>
    public async ValueTask<PublicStory> Apply(PublicStory story, DateTimeOffset now, CancellationToken cancel) =>
        story.RepliesOpen && !(await Of(story, cancel)).IsOpen(now) ? story with { RepliesOpen = false } : story;
}
