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

    /// <summary>Written by the newsroom itself.</summary>
    public const string Staff = "staff";

    /// <summary>Decided on a reader's report, or on its writer's appeal.</summary>
    public const string Report = "report";
    public const string Appeal = "appeal";

    /// <summary>Its writer took it back, or had it erased.</summary>
    public const string Withdrawn = "withdrawn";
    public const string Erased = "erased";
}

/// <summary>A ground that a moderator may give: our code, because words change and get translated; the words; and the category under which the European Union's Digital Services Act files it.</summary>
internal sealed record Ground(string Code, string Words, string Dsa);

/// <summary>The grounds of the list. Categories are those of the schema of the DSA Transparency Database, version 2.</summary>
internal static class Grounds
{
    public static readonly IReadOnlyList<Ground> All =
    [
        new("off-subject", N("Off the subject"), "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"),
        new("insult", N("Insult or harassment"), "STATEMENT_CATEGORY_CYBER_VIOLENCE"),
        new("hatred", N("Unlawful hatred"), "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH"),
        new("threat", N("Threat or call to violence"), "STATEMENT_CATEGORY_VIOLENCE"),
        new("personal-details", N("Personal details"), "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS"),
        new("fraud", N("Fraud or advertisement"), "STATEMENT_CATEGORY_SCAMS_AND_FRAUD"),
        new("rights", N("Somebody else’s work"), "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS"),
        new("false", N("Knowingly false"), "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS"),
        new("other", N("Other"), "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"),
    ];

    public static Ground? Of(string? code) => All.FirstOrDefault(ground => ground.Code == code);

    public static string? Words(string? code) => Of(code)?.Words;
}
