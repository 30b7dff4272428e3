using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;

namespace Dateline.Replies;

public enum ReplyState
{
    /// <summary>Waits for a moderator; nobody else sees it.</summary>
    Held,
    Published,
    Rejected,
    Spam,

    /// <summary>Its writer took it back. No moderator brings it back.</summary>
    Withdrawn,
}

/// <summary>A reader's reply. The address is kept encrypted and leaves this class in no public model.</summary>
public sealed class Reply
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    public required string StoryKey { get; init; }

    public required string Edition { get; init; }

    /// <summary>The reply it answers; null for one to the story.</summary>
    public Guid? ParentId { get; init; }

    public required string Name { get; init; }

    /// <summary>The e-mail address, by <see cref="AddressVault"/>.</summary>
    public required byte[] EmailCipher { get; init; }

    /// <summary>http or https.</summary>
    public string? Website { get; init; }

    public required Body Body { get; init; }

    public ReplyState State { get; set; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When it first became public: its place among the others, which a decision undone and done again leaves to it.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The <see cref="ReplyDecision"/> that put it where it is; null while nobody has decided.</summary>
    public Guid? DecisionId { get; set; }

    /// <summary>Keyed hash of story, parent, name, address, text and a time window: a repeated POST is the same reply.</summary>
    public required string RepeatKey { get; init; }

    /// <summary>Somebody of ours answered.</summary>
    public bool IsStaff { get; init; }

    public int Version { get; set; } = 1;

    /// <summary>Moves it to another state; the row for the log and the fact for the journal go with the change.</summary>
    internal (ReplyDecision Decision, Fact Fact) Decide(ReplyState to, Verdict verdict)
    {
        var decision = new ReplyDecision
        {
            Id = Guid.CreateVersion7(verdict.At),
            ReplyId = Id,
            Batch = verdict.Batch,
            From = State,
            To = to,
            By = verdict.By,
            Rule = verdict.Rule,
            Reason = verdict.Reason,
            At = verdict.At,
        };
        Fact fact = (State, to) switch
        {
            (_, ReplyState.Published) => new ReplyPublished(Id, StoryKey, Edition),
            (ReplyState.Published, _) => new ReplyTakenDown(Id, StoryKey, Edition),
            (_, ReplyState.Held) => new ReplyReopened(Id),
            _ => new ReplyRejected(Id),
        };
        State = to;
        if (to == ReplyState.Published) PublishedAt ??= verdict.At;
        DecisionId = decision.Id;
        Version++;
        return (decision, fact);
    }
}
