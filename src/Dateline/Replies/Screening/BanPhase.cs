namespace Dateline.Replies.Screening;

/// <summary>Names, addresses and networks that a moderator banned, or whose replies always wait.</summary>
internal sealed class BanPhase(Bans bans) : IPhase
{
    public string Name => "bans";

    public int Version => 1;

    public static string Rule(BanKind kind) => $"banned-{kind.ToString().ToLowerInvariant()}";

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        if (await bans.Of(candidate.Sender, candidate.Now, cancel) is not { } found) return this.Pass();
        return found.Effect == BanEffect.Refuse ? this.Refuse(Rule(found.Kind)) : this.Hold(Rule(found.Kind));
    }
}
