namespace Dateline.Replies.Moderation;

/// <summary>The discussion rules in words.</summary>
internal static class RuleWords
{
    public static readonly IReadOnlyList<(string Value, string Name)> Modes =
    [
        ("", "As the wider scope has it"), (nameof(DiscussionMode.Open), "Open: public at once"), (nameof(DiscussionMode.FirstHeld), "A reader’s first replies wait"),
        (nameof(DiscussionMode.AllHeld), "All replies wait"), (nameof(DiscussionMode.Closed), "Closed"),
    ];

    public static string Of(DiscussionMode mode) => Modes.First(one => one.Value == mode.ToString()).Name;

    /// <summary>What a scope says by itself, in one line.</summary>
    public static string Of(DiscussionRule? rule, DateTimeOffset now)
    {
        if (rule is null) return "Nothing of its own";
        var said = new List<string>();
        if (rule.Mode is { } mode) said.Add(Of(mode));
        if (rule.FirstHeld is { } first) said.Add($"{first} wait first");
        if (rule.CloseAfterDays is { } days) said.Add(days == 0 ? "never closes" : $"closes after {days} days");
        if (rule.SlowSeconds is { } slow) said.Add(slow == 0 ? "not slowed" : $"one reply every {slow} s");
        if (rule.CoolUntil > now) said.Add($"cooling down, {Spans.Of(rule.CoolUntil.Value - now)} more");
        if (rule.MostLinks is { } links) said.Add($"up to {links} links");
        return said.Count == 0 ? "Nothing of its own" : string.Join("; ", said);
    }

    /// <summary>"story:k3y…" in words.</summary>
    public static string Scope(string? scope) => scope?.Split(':')[0] switch { "site" => "the site", "edition" => "the edition", "source" => "the source", "story" => "the story itself", _ => "the program, as it comes" };
}
