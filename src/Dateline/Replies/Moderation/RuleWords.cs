namespace Dateline.Replies.Moderation;

/// <summary>The discussion rules in words.</summary>
internal static class RuleWords
{
    private static readonly IReadOnlyList<(string Value, string Name)> Modes =
    [
        (nameof(DiscussionMode.Open), "Open: public at once"), (nameof(DiscussionMode.FirstHeld), "A reader’s first replies wait"),
        (nameof(DiscussionMode.AllHeld), "All replies wait"), (nameof(DiscussionMode.Closed), "Closed"),
    ];

    /// <summary>What may be chosen for a scope; what nothing of its own means there comes first.</summary>
    public static IEnumerable<(string Value, string Name)> Choices(string scope) => Modes.Prepend(("", LeftOpen(scope)));

    /// <summary>Who says what a scope leaves open. Beyond the site there is the program.</summary>
    private static string LeftOpen(string scope) => Kind(scope) switch
    {
        "site" => $"As the program comes: {Uncapitalised(Of(Discussions.UsualMode))}",
        "edition" => "As for the whole site",
        "source" => "As in the edition of the story",
        _ => "As for its source, its edition or the site",
    };

    private static string Kind(string? scope) => scope?.Split(':')[0] ?? "";

    private static string Uncapitalised(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    public static string Of(DiscussionMode mode) => Modes.First(one => one.Value == mode.ToString()).Name;

    /// <summary>What a scope says by itself, in one line.</summary>
    public static string Of(string scope, DiscussionRule? rule, DateTimeOffset now)
    {
        if (rule is null) return LeftOpen(scope);
        var said = new List<string>();
        if (rule.Mode is { } mode) said.Add(Of(mode));
        if (rule.FirstHeld is { } first) said.Add(first == 0 ? "no reply waits for being the first" : first == 1 ? "a reader’s first reply waits" : $"a reader’s first {first} replies wait");
        if (rule.CloseAfterDays is { } days) said.Add(days == 0 ? "never closes" : $"closes after {days} {(days == 1 ? "day" : "days")}");
        if (rule.SlowSeconds is { } slow) said.Add(slow == 0 ? "not slowed" : $"one reply every {slow} {(slow == 1 ? "second" : "seconds")}");
        if (rule.CoolUntil > now) said.Add($"cooling down, {Spans.Of(rule.CoolUntil.Value - now)} more");
        if (rule.MostLinks is { } links) said.Add(links == 0 ? "a reply with a link waits" : $"{links} {(links == 1 ? "link" : "links")} may stand in a reply");
        return said.Count == 0 ? LeftOpen(scope) : string.Join("; ", said);
    }

    /// <summary>"story:k3y…" in words.</summary>
    public static string Scope(string? scope) => Kind(scope) switch { "site" => "the site", "edition" => "the edition", "source" => "the source", "story" => "the story itself", _ => "nobody: so the program comes" };
}
