using System.Globalization;
using Dateline.Replies.Screening;

namespace Dateline.Replies.Moderation;

/// <summary>What the rules said, in a moderator's words.</summary>
internal static class FindingWords
{
    private static readonly (string Rule, string Words)[] All =
    [
        ("hidden-field", "the hidden field was filled in, as programs do"), ("too-quick", "it was sent sooner than anybody types"), ("duplicate", "the same text was sent before"),
        ("near-duplicate", "nearly the same text was sent before"), ("links", "it has more links than the discussion allows"), ("word", "it has a word of the list"), ("word-spam", "it has a word of the spam list"),
        ("filter", "the filter takes it for spam"), ("always-held", "this reader’s replies always wait"), ("banned-name", "replies under this name wait"), ("banned-address", "what is typed under this address waits"),
        ("banned-network", "replies from this network wait"), ("banned-reader", "this reader is banned"), (NamePhase.Staff, "its name speaks for the house"), (PacePhase.BusyAddress, "much is typed under this address at present"), (PacePhase.Slow, "replies are slowed here, and one came from this network shortly before"), ("first", "a reader’s first replies wait"), ("all", "all replies wait here"), ("cool-down", "the discussion is cooling down"),
        ("checking", "a check outside is asked"), ("check-failed", "a check outside gave no answer"), ("check-spam", "a check outside calls it spam"), ("check-held", "a check outside wants a person to look"), ("check-good", "the checks outside call it good"),
        ("not-known", "no reader whom we know"), ("known", "a reader whom we know"), ("proved", "its writer has proved the address"), ("trusted", "this reader is trusted"), ("open", "replies are public at once here"),
        ("off", "it is switched off"), ("too-little-known", "it has learned too little to judge"),
        (Pipeline.Failed, "a rule broke, so it waits"), (Pipeline.TookTooLong, "a rule took too long, so it waits"),
    ];

    /// <summary>By which nothing waits.</summary>
    private static readonly string[] OfPasses = ["check-good", "not-known", "known", "proved", "trusted", "open", "off", "too-little-known"];

    public static readonly IReadOnlyList<(string Rule, string Words)> OfHolds = [.. All.Where(one => !OfPasses.Contains(one.Rule))];

    public static string Because(string? rule) => All.FirstOrDefault(one => one.Rule == rule).Words ?? rule ?? "";

    /// <summary>"Waits: it has a word of the list (casino)."; of a reply that somebody decided on since, "It waited: …".</summary>
    public static string Of(Finding finding, ReplyState now = ReplyState.Held)
    {
        var words = finding.Words is { Count: > 0 } found ? $" ({string.Join(", ", found.Select(word => $"\u2068{word}\u2069"))})" : "";
        var score = finding is { Score: { } number, Rule: "filter" } ? $", {number.ToString("P0", CultureInfo.InvariantCulture)} sure" : "";
        return $"{Said(finding.Says, now)}: {Because(finding.Rule)}{score}{words}.";
    }

    private static string Said(Says says, ReplyState now) => (says, now) switch
    {
        (Says.Hold, ReplyState.Held) or (Says.Spam, ReplyState.Spam) => Said(says),
        (Says.Hold, _) => "It waited",
        (Says.Spam, _) => "A rule took it for spam",
        _ => Said(says),
    };

    public static string Said(Says says) => says switch { Says.Hold => "Waits", Says.Spam => "Spam", Says.Refuse => "Not taken", _ => "Passes" };

    public static string Phase(string phase) => phase switch
    {
        "reader" => "Who is known",
        "form-age" => "Form’s age",
        "hidden-field" => "Hidden field",
        "pace" => "How often",
        "closed" => "Open or closed",
        "bans" => "Bans",
        "name" => "Name",
        "duplicates" => "Sent before",
        "links" => "Links",
        "words" => "Word lists",
        "filter" => "Filter",
        "trust" => "Who writes",
        "mode" => "Discussion",
        "checks" => "Checks outside",
        _ => phase,
    };
}

/// <summary>A decision, in words.</summary>
internal static class DecisionWords
{
    public static string Of(PastDecision past, string at)
    {
        var who = $"\u2068{past.By ?? "somebody"}\u2069"; // a name may run the other way than the sentence
        var what = (past.To, past.By, past.Rule) switch
        {
            (_, _, Rules.HiddenField) => "Put here by rule: the hidden field was filled in",
            (_, _, Rules.Undo) => $"Put back by {who}",
            (_, _, Rules.Withdrawn) => "Taken back by its writer",
            (_, _, Rules.Erased) => "Erased for its writer",
            (ReplyState.Published, null, { } rule) => $"Approved by rule ({rule}, version {past.RuleVersion})",
            (_, null, { } rule) => $"Put here by rule: {FindingWords.Because(rule)}",
            (ReplyState.Published, _, _) => $"Approved by {who}",
            (ReplyState.Rejected, _, _) => $"Rejected by {who}",
            (ReplyState.Spam, _, _) => $"Marked as spam by {who}",
            _ => $"Put back by {who}",
        };
        return $"{what}, {at}{(Grounds.Words(past.Reason) is { } why ? $": {why}" : "")}";
    }
}
