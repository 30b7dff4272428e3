namespace Dateline.Replies.Screening;

/// <summary>Names, addresses, readers and networks that a moderator banned, or whose replies always wait (<see cref="BanReach"/>).</summary>
internal sealed class BanPhase(Bans bans) : IPhase
{
    public string Name => "bans";

    public int Version => 2;

    public static string Rule(BanKind kind) => $"banned-{kind.ToString().ToLowerInvariant()}";

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        if (await bans.Of(candidate.Sender, candidate.IsProved, candidate.Now, cancel) is not { } found) return this.Pass();
        return found.Effect == BanEffect.Refuse ? this.Refuse(found.Rule) : this.Hold(found.Rule);
    }
}
