namespace Dateline.Replies;

/// <summary>Who or which rule moved a reply from where to where, when and why. Rows are added, never changed.</summary>
public sealed class ReplyDecision
{
    public const int LongestNote = 1_000;

    public required Guid Id { get; init; }

    public required Guid ReplyId { get; init; }

    /// <summary>What was decided with one press of a button is undone with one.</summary>
    public required Guid Batch { get; init; }

    public required ReplyState From { get; init; }

    public required ReplyState To { get; init; }

    /// <summary>Null when a rule decided.</summary>
    public Guid? By { get; init; }

    /// <summary>The rule that decided, or the kind of act: see <see cref="Rules"/>; null for a moderator's plain verdict.</summary>
    public string? Rule { get; init; }

    /// <summary>The version of the rule, when one of <see cref="Screening.Pipeline"/> decided.</summary>
    public int? RuleVersion { get; init; }

    /// <summary>One of <see cref="Grounds"/>, when one was given.</summary>
    public string? Reason { get; init; }

    /// <summary>For colleagues, in the decider's own words.</summary>
    public string? Note { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>One press of a button, before it is spread over the replies it concerns.</summary>
internal sealed record Verdict(Guid Batch, DateTimeOffset At, Guid? By, string? Rule = null, string? Reason = null, int? RuleVersion = null, string? Note = null);

/// <summary>The machine-readable reasons that stand in the log.</summary>
internal static class Rules
{
    public const string HiddenField = "hidden-field";
    public const string Undo = "undo";

    /// <summary>Its writer took it back, or had it erased.</summary>
    public const string Withdrawn = "withdrawn";
    public const string Erased = "erased";
}

/// <summary>The grounds that a moderator may give; codes, because words change and get translated.</summary>
internal static class Grounds
{
    public static readonly IReadOnlyList<(string Code, string Words)> All =
    [
        ("off-subject", "Off the subject"),
        ("insult", "Insult or threat"),
        ("personal-details", "Personal details"),
        ("hatred", "Unlawful hatred"),
        ("other", "Other"),
    ];

    public static string? Words(string? code) => All.FirstOrDefault(ground => ground.Code == code).Words;
}
