namespace Dateline.Replies.Screening;

/// <summary>Nobody writes where replies are closed; what was written before may still be changed by its writer.</summary>
internal sealed class ClosedPhase : IPhase
{
    public const string Closed = "closed";

    public string Name => "closed";

    public int Version => 1;

    public ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel) =>
        ValueTask.FromResult(candidate.IsEdit || candidate.Discussion.IsOpen(candidate.Now) ? this.Pass() : this.Refuse(Closed));
}
