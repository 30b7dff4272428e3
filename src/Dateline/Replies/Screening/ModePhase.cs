namespace Dateline.Replies.Screening;

/// <summary>
/// What the discussion's mode makes of a reply that nothing else spoke against. Trusted readers needn't wait where only
/// newcomers do; where all replies wait, theirs wait too.
/// </summary>
internal sealed class ModePhase : IPhase
{
    /// <summary>The rule of what waited at the site where the house was before: it waits apart, so that what is sent now comes first.</summary>
    public const string Moved = "moved";

    public string Name => "mode";

    public int Version => 1;

    public ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel) =>
        ValueTask.FromResult(Look(candidate.Discussion, candidate.IsTrusted, candidate.Approved, candidate.Now));

    /// <summary>The same look within the write that takes a reply or a change of one, by what holds then: where all have to wait since it was screened, this one does.</summary>
    public static Screened Again(Candidate candidate, Screened screened, Discussion discussion) =>
        screened.With(Look(discussion, candidate.IsTrusted, candidate.Approved, candidate.Now));

    /// <param name="approved">How many of the writer's replies moderators let pass.</param>
    public static Finding Look(Discussion discussion, bool trusted, int approved, DateTimeOffset now)
    {
        var mode = new ModePhase();
        if (discussion.CoolUntil > now) return mode.Hold("cool-down");
        return discussion.Mode switch
        {
            DiscussionMode.Open => mode.Pass("open"),
            DiscussionMode.FirstHeld when trusted => mode.Pass("trusted"),
            DiscussionMode.FirstHeld when approved >= discussion.FirstHeld => mode.Pass("known", approved),
            DiscussionMode.FirstHeld => mode.Hold("first", approved),
            _ => mode.Hold("all"),
        };
    }
}
