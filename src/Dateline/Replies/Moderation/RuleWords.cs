namespace Dateline.Replies.Moderation;

/// <summary>The discussion rules in words.</summary>
internal static class RuleWords
{
    private static readonly IReadOnlyList<(string Value, string Name)> Modes =
    [
        (nameof(DiscussionMode.Open), N("Open: public at once")), (nameof(DiscussionMode.FirstHeld), N("A reader’s first replies wait")),
        (nameof(DiscussionMode.AllHeld), N("All replies wait")), (nameof(DiscussionMode.Closed), N("Closed")),
    ];

    /// <summary>What may be chosen for a scope; what nothing of its own means there comes first.</summary>
    public static IEnumerable<(string Value, string Name)> Choices(string scope) => Modes.Select(mode => (mode.Value, T(mode.Name))).Prepend(("", LeftOpen(scope)));

    /// <summary>Who says what a scope leaves open. Beyond the site there is the program.</summary>
    private static string LeftOpen(string scope) => Kind(scope) switch
    {
        "site" => T("As the program comes: {0}", Uncapitalised(Of(Discussions.UsualMode))),
        "edition" => T("As for the whole site"),
        "source" => T("As in the edition of the story"),
        _ => T("As for its source, its edition or the site"),
    };

    private static string Kind(string? scope) => scope?.Split(':')[0] ?? "";

    private static string Uncapitalised(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    public static string Of(DiscussionMode mode) => T(Modes.First(one => one.Value == mode.ToString()).Name);

    /// <summary>What a scope says by itself, in one line.</summary>
    public static string Of(string scope, DiscussionRule? rule, DateTimeOffset now)
    {
        if (rule is null) return LeftOpen(scope);
        var said = new List<string>();
        if (rule.Mode is { } mode) said.Add(Of(mode));
        if (rule.FirstHeld is { } first) said.Add(first == 0 ? T("no reply waits for being the first") : T(first, "a reader’s first reply waits", "a reader’s first {0} replies wait"));
        if (rule.CloseAfterDays is { } days) said.Add(days == 0 ? T("never closes") : T(days, "closes after {0} day", "closes after {0} days"));
        if (rule.SlowSeconds is { } slow) said.Add(slow == 0 ? T("not slowed") : T(slow, "one reply every second", "one reply every {0} seconds"));
        if (rule.CoolUntil > now) said.Add(T("cooling down, {0} more", Spans.Of(rule.CoolUntil.Value - now)));
        if (rule.MostLinks is { } links) said.Add(links == 0 ? T("a reply with a link waits") : T(links, "{0} link may stand in a reply", "{0} links may stand in a reply"));
        return said.Count == 0 ? LeftOpen(scope) : string.Join(T("; "), said);
    }

    /// <summary>"story:k3y…" in words.</summary>
    public static string Scope(string? scope) => Kind(scope) switch { "site" => T("the site"), "edition" => T("the edition"), "source" => T("the source"), "story" => T("the story itself"), _ => T("nobody: so the program comes") };
}
