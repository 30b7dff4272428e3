using System.Globalization;
using Dateline.Replies.Screening;

namespace Dateline.Replies.Moderation;

/// <summary>What the rules said, in a moderator's words.</summary>
internal static class FindingWords
{
    private static readonly (string Rule, string Words)[] All =
    [
        ("hidden-field", N("the hidden field was filled in, as programs do")), ("too-quick", N("it was sent sooner than anybody types")), ("duplicate", N("the same text was sent before")),
        ("near-duplicate", N("nearly the same text was sent before")), ("links", N("it has more links than the discussion allows")), ("word", N("it has a word of the list")), ("word-spam", N("it has a word of the spam list")),
        ("filter", N("the filter takes it for spam")), ("always-held", N("this reader’s replies always wait")), ("banned-name", N("replies under this name wait")), ("banned-address", N("what is typed under this address waits")),
        ("banned-network", N("replies from this network wait")), ("banned-reader", N("this reader is banned")), (NamePhase.Staff, N("its name speaks for the house")), (PacePhase.BusyAddress, N("much is typed under this address at present")), (PacePhase.Slow, N("replies are slowed here, and one came from this network shortly before")), ("first", N("a reader’s first replies wait")), ("all", N("all replies wait here")), ("cool-down", N("the discussion is cooling down")), (ModePhase.Moved, N("it waited at the former site")),
        ("checking", N("a check outside is asked")), ("check-failed", N("a check outside gave no answer")), ("check-spam", N("a check outside calls it spam")), ("check-held", N("a check outside wants a person to look")), ("check-good", N("the checks outside call it good")),
        ("not-known", N("no reader whom we know")), ("known", N("a reader whom we know")), ("proved", N("its writer has proved the address")), ("trusted", N("this reader is trusted")), ("open", N("replies are public at once here")),
        ("off", N("it is switched off")), ("too-little-known", N("it has learned too little to judge")),
        (Pipeline.Failed, N("a rule broke, so it waits")), (Pipeline.TookTooLong, N("a rule took too long, so it waits")),
    ];

    /// <summary>By which nothing waits.</summary>
    private static readonly string[] OfPasses = ["check-good", "not-known", "known", "proved", "trusted", "open", "off", "too-little-known"];

    public static readonly IReadOnlyList<(string Rule, string Words)> OfHolds = [.. All.Where(one => !OfPasses.Contains(one.Rule))];

    public static string Because(string? rule) => All.FirstOrDefault(one => one.Rule == rule).Words is { } words ? T(words) : rule ?? "";

    /// <summary>"Waits: it has a word of the list (casino)."; of a reply that somebody decided on since, "It waited: …".</summary>
    public static string Of(Finding finding, ReplyState now = ReplyState.Held)
    {
        var words = finding.Words is { Count: > 0 } found ? $" ({string.Join(T(", "), found.Select(word => $"\u2068{word}\u2069"))})" : "";
        var score = finding is { Score: { } number, Rule: "filter" } ? T(", {0} sure", Digits(number.ToString("P0", CultureInfo.InvariantCulture))) : "";
        return $"{Said(finding.Says, now)}: {Because(finding.Rule)}{score}{words}.";
    }

    private static string Said(Says says, ReplyState now) => (says, now) switch
    {
        (Says.Hold, ReplyState.Held) or (Says.Spam, ReplyState.Spam) => Said(says),
        (Says.Hold, _) => T("It waited"),
        (Says.Spam, _) => T("A rule took it for spam"),
        _ => Said(says),
    };

    public static string Said(Says says) => says switch { Says.Hold => T("Waits"), Says.Spam => T("Spam"), Says.Refuse => T("Not taken"), _ => T("Passes") };

    public static string Phase(string phase) => phase switch
    {
        "reader" => T("Who is known"),
        "form-age" => T("Form’s age"),
        "hidden-field" => T("Hidden field"),
        "pace" => T("How often"),
        "closed" => T("Open or closed"),
        "bans" => T("Bans"),
        "name" => T("Name"),
        "duplicates" => T("Sent before"),
        "links" => T("Links"),
        "words" => T("Word lists"),
        "filter" => T("Filter"),
        "trust" => T("Who writes"),
        "mode" => T("Discussion"),
        "checks" => T("Checks outside"),
        _ => phase,
    };
}

/// <summary>A decision, in words.</summary>
internal static class DecisionWords
{
    public static string Of(PastDecision past, string at)
    {
        var who = past.By ?? T("somebody");
        var what = (past.To, past.By, past.Rule) switch
        {
            (_, _, Rules.HiddenField) => T("Put here by rule: {0}", FindingWords.Because(Rules.HiddenField)),
            (_, _, Rules.Undo) => T("Put back by {0}", who),
            (_, _, Rules.Withdrawn) => T("Taken back by its writer"),
            (_, _, Rules.Erased) => T("Erased for its writer"),
            (ReplyState.Published, null, { } rule) => T("Approved by rule ({0}, version {1})", rule, past.RuleVersion ?? 0),
            (_, null, { } rule) => T("Put here by rule: {0}", FindingWords.Because(rule)),
            (ReplyState.Published, _, _) => T("Approved by {0}", who),
            (ReplyState.Rejected, _, _) => T("Rejected by {0}", who),
            (ReplyState.Spam, _, _) => T("Marked as spam by {0}", who),
            _ => T("Put back by {0}", who),
        };
        return Grounds.Words(past.Reason) is { } why ? T("{0}, {1}: {2}", what, at, T(why)) : T("{0}, {1}", what, at);
    }
}
