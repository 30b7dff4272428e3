using System.Globalization;
using Dateline.Stories;

namespace Dateline.Replies.Moderation;

/// <summary>A rule as it holds, and who says so.</summary>
public sealed record RuleInForce(string Rule, string Holds, string Who);

/// <summary>
/// What holds now, for one story or for those of a scope that nothing narrower says anything of: what a scope leaves open somebody else
/// says, and who looks at its form wants to know what.
/// </summary>
internal sealed class RulesInForce
{
    private static readonly string ByEdition = N("as the edition of the story has it");
    private readonly IReadOnlyList<DiscussionRule> _said;

    /// <summary>Between a source and the site stand the editions that its stories may be in.</summary>
    private readonly IReadOnlyList<DiscussionRule> _editions;
    private readonly DateTimeOffset _now;

    private RulesInForce(IEnumerable<DiscussionRule?> said, IEnumerable<DiscussionRule> editions, DateTimeOffset now) => (_said, _editions, _now) = ([.. said.OfType<DiscussionRule>()], [.. editions], now);

    public static async ValueTask<IReadOnlyList<RuleInForce>> OfStory(Discussions discussions, PublicStory story, DateTimeOffset now, CancellationToken cancel)
    {
        var holds = await discussions.Of(story, cancel);
        var lines = new RulesInForce(await discussions.RulesOf(story, cancel), [], now).Lines(holds.ClosesAt);
        return story.RepliesOpen ? lines : [lines[0] with { Holds = RuleWords.Of(DiscussionMode.Closed), Who = RuleWords.Scope(DiscussionRule.OfStory(story.Key)) }, .. lines.Skip(1)];
    }

    /// <param name="scope">The site, an edition or a source.</param>
    public static IReadOnlyList<RuleInForce> OfScope(string scope, IReadOnlyCollection<DiscussionRule> rules, DateTimeOffset now)
    {
        var site = rules.FirstOrDefault(rule => rule.Scope == DiscussionRule.Site);
        var own = scope == DiscussionRule.Site ? null : rules.FirstOrDefault(rule => rule.Scope == scope);
        var editions = scope.StartsWith("source:", StringComparison.Ordinal) ? rules.Where(rule => rule.Scope.StartsWith("edition:", StringComparison.Ordinal)) : [];
        return new RulesInForce([own, site], editions, now).Lines(closesAt: null);
    }

    private RuleInForce[] Lines(DateTimeOffset? closesAt) =>
    [
        Line(N("Replies"), rule => rule.Mode, RuleWords.Of, Discussions.UsualMode),
        Line(N("A reader’s replies that wait first"), rule => rule.FirstHeld, first => Number(first), Discussions.FirstHeld),
        Line(N("They close by themselves"), rule => rule.CloseAfterDays, days => days == 0 ? T("never") : closesAt is { } at ? Utc(at) : T(days, "a day after a story came out", "{0} days after a story came out"), 0),
        Line(N("Slow mode"), rule => rule.SlowSeconds, slow => slow == 0 ? T("off") : T(slow, "one reply every second", "one reply every {0} seconds"), 0),
        Cooling(),
        Line(N("Links that needn’t wait"), rule => rule.MostLinks, links => Number(links), Discussions.MostLinks),
    ];

    /// <summary>The narrowest that says something; between the source and the site each edition may.</summary>
    private RuleInForce Line<T>(string name, Func<DiscussionRule, T?> of, Func<T, string> words, T usual) where T : struct
    {
        var rule = _said.FirstOrDefault(rule => of(rule) is not null);
        return rule?.Scope is null or DiscussionRule.Site && _editions.Any(edition => of(edition) is not null) ? new(name, ByEdition, RuleWords.Scope("edition"))
            : new(name, words(rule is null ? usual : of(rule)!.Value), RuleWords.Scope(rule?.Scope));
    }

    private static string Utc(DateTimeOffset at) => Digits(at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));

    /// <summary>Not the narrowest but the longest counts.</summary>
    private RuleInForce Cooling()
    {
        var name = N("Cooling down");
        var longest = _said.Concat(_editions).Where(rule => rule.CoolUntil > _now).MaxBy(rule => rule.CoolUntil);
        return longest is null ? new(name, T("no"), RuleWords.Scope(null))
            : _editions.Contains(longest) ? new(name, ByEdition, RuleWords.Scope("edition"))
            : new(name, T("until {0}", Utc(longest.CoolUntil!.Value)), RuleWords.Scope(longest.Scope));
    }
}
