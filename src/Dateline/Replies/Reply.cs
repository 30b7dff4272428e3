using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Replies.Screening;

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

    /// <summary>Its place in the tree: <see cref="ThreadPath"/> of all it answers, and its own.</summary>
    public required string Path { get; init; }

    /// <summary>Its number at the site where it stood before the house moved here. Links to it end with that (<see cref="PublicReply.OldAnchorOf"/>).</summary>
    public long? OldNumber { get; set; }

    public required string Name { get; set; }

    /// <summary>The e-mail address, by <see cref="AddressVault"/>.</summary>
    public required byte[] EmailCipher { get; set; }

    /// <summary>http or https.</summary>
    public string? Website { get; set; }

    public required Body Body { get; set; }

    public ReplyState State { get; set; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When it first became public: its place among the others, which a decision undone and done again leaves to it.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When it last became public once more, after it had been taken down; null for one that never was.</summary>
    public DateTimeOffset? PutBackAt { get; set; }

    /// <summary>When its writer took it back; null for one that wasn't, and for one of which no words are kept any more.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The <see cref="ReplyDecision"/> that put it where it is; null while nobody has decided.</summary>
    public Guid? DecisionId { get; set; }

    /// <summary>Somebody of ours answered.</summary>
    public bool IsStaff { get; init; }

    /// <summary>It asks something. Derived from the text whenever the row is written, so that no way of changing the text can forget it.</summary>
    public bool IsQuestion
    {
        get => Question.In(Body);
        private set { }
    }

    /// <summary>How many links it has, as <see cref="LinkPhase"/> counts; derived like <see cref="IsQuestion"/>.</summary>
    public int Links
    {
        get => LinkPhase.Count(Body, Website);
        private set { }
    }

    /// <summary>Since when it is an editors' pick. Who made it one stands in the log.</summary>
    public DateTimeOffset? PickedAt { get; set; }

    /// <summary>Since when it stands before the others: an answer of ours that everybody should see.</summary>
    public DateTimeOffset? PinnedAt { get; set; }

    /// <summary>When its writer last changed it.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>When its writer had it erased: the row keeps its place in the thread, and nothing of the writer.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>How many public replies stand beneath it, at any depth.</summary>
    public int Answers { get; set; }

    /// <summary>Who was known by a signed cookie; null for somebody who didn't ask to be remembered.</summary>
    public Guid? ReaderId { get; set; }

    /// <summary>By <see cref="SenderKeys.Address"/>. Never public; gone with the reply's erasure.</summary>
    public string? AddressKey { get; set; }

    /// <summary>What each phase said when it came in, or when somebody changed its text.</summary>
    public IReadOnlyList<Finding> Findings { get; set; } = [];

    /// <summary>The rule that made it wait or put it away; null when none did. One of its <see cref="Findings"/>.</summary>
    public string? HeldBy { get; set; }

    /// <summary>What the filter has learned it as.</summary>
    public TrainedAs? TrainedAs { get; set; }

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
            RuleVersion = verdict.RuleVersion,
            Reason = verdict.Reason,
            Note = verdict.Note,
            At = verdict.At,
        };
        var place = PublishedAt is null ? null : StoryKey;
        Fact fact = (State, to) switch
        {
            (_, ReplyState.Published) => new ReplyPublished(Id, StoryKey, Edition),
            (ReplyState.Published, _) => new ReplyTakenDown(Id, StoryKey, Edition),
            (_, ReplyState.Held) => new ReplyReopened(Id, place),
            _ => new ReplyRejected(Id, place),
        };
        State = to;
        if (to == ReplyState.Published)
        {
            if (PublishedAt is not null) PutBackAt = verdict.At;
            PublishedAt ??= verdict.At;
        }
        WithdrawnAt = to == ReplyState.Withdrawn ? verdict.At : null;
        DecisionId = decision.Id;
        Version++;
        return (decision, fact);
    }

    /// <summary>What it said goes, for good, when it was withdrawn long enough ago; what the rules quoted of it too. Which rule made it wait stays, for the figures.</summary>
    internal void ForgetWords()
    {
        (Body, Website, Findings) = (Body.Empty, null, []);
        WithdrawnAt = null;
        Version++;
    }

    /// <summary>Takes its writer out of it, for good; its <see cref="ReplyTrace"/> is deleted with the same write. Its place stays, so that what answers it can still be read.</summary>
    internal (ReplyDecision Decision, Fact Fact) Erase(Verdict verdict)
    {
        var change = Decide(ReplyState.Withdrawn, verdict);
        (Name, Website, Body, EmailCipher) = ("", null, Body.Empty, []);
        (AddressKey, ReaderId, HeldBy, Findings, OldNumber) = (null, null, null, [], null); // its number leads to old copies of the page, where the name stands
        (PickedAt, PinnedAt, WithdrawnAt) = (null, null, null);
        ErasedAt = verdict.At;
        return change;
    }
}
