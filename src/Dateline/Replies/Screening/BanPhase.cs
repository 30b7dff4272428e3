namespace Dateline.Replies.Screening;

/// <summary>Names, addresses and networks that a moderator banned, or whose replies always wait.</summary>
internal sealed class BanPhase(Bans bans) : IPhase
{
    public string Name => "bans";

    public int Version => 1;

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        if (await bans.Of(candidate.Sender, candidate.Now, cancel) is not { } found) return this.Pass();
        var rule = $"banned-{found.Kind.ToString().ToLowerInvariant()}";
        return found.Effect == BanEffect.Refuse ? this.Refuse(rule) : this.Hold(rule);
    }
}
