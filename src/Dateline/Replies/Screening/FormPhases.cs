namespace Dateline.Replies.Screening;

/// <summary>
/// How long the form was open. Its page is cached, so only script can fetch a token when somebody begins to write; without
/// script there is none, and nothing follows from that.
/// </summary>
internal sealed class FormAgePhase : IPhase
{
    private const double FewestSeconds = 3;

    public string Name => "form-age";

    public int Version => 1;

    public ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel) =>
        ValueTask.FromResult(candidate.FormAge is not { TotalSeconds: var seconds } ? this.Pass() : seconds < FewestSeconds ? this.Hold("too-quick", seconds) : this.Pass(score: seconds));
}

/// <summary>People don't see the field and programs fill it in.</summary>
internal sealed class HiddenFieldPhase : IPhase
{
    public string Name => "hidden-field";

    public int Version => 1;

    public ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel) =>
        ValueTask.FromResult(candidate.HiddenFieldFilled ? this.Spam(Rules.HiddenField) : this.Pass());
}
