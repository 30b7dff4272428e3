namespace Dateline.Replies.Screening;

/// <summary>
/// What the discussion's mode makes of a reply that nothing else spoke against. Trusted readers needn't wait where only
/// newcomers do; where all replies wait, theirs wait too.
/// </summary>
internal sealed class ModePhase : IPhase
{
    public string Name => "mode";

    public int Version => 1;

    public ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel) => ValueTask.FromResult(Look(candidate));

    private Finding Look(Candidate candidate)
    {
        var discussion = candidate.Discussion;
        if (discussion.CoolUntil > candidate.Now) return this.Hold("cool-down");
        return discussion.Mode switch
        {
            DiscussionMode.Open => this.Pass("open"),
            DiscussionMode.FirstHeld when candidate.IsTrusted => this.Pass("trusted"),
            DiscussionMode.FirstHeld when candidate.Approved >= discussion.FirstHeld => this.Pass("known", candidate.Approved),
            DiscussionMode.FirstHeld => this.Hold("first", candidate.Approved),
            _ => this.Hold("all"),
        };
    }
}
