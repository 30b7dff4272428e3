using Dateline.Foundation.Storage;

namespace Dateline.Replies.Screening;

/// <summary>Names, addresses, readers and networks that a moderator banned, or whose replies always wait (<see cref="BanReach"/>).</summary>
internal sealed class BanPhase(Bans bans) : IPhase
{
    private const string Phase = "bans";
    private const int JudgesSince = 2;

    public string Name => Phase;

    public int Version => JudgesSince;

    public static string Rule(BanKind kind) => $"banned-{kind.ToString().ToLowerInvariant()}";

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel) =>
        Said(await bans.Of(candidate.Sender, candidate.IsProved, candidate.Now, cancel));

    /// <summary>
    /// The same look within the write that takes a reply or a change of one: since it was screened somebody may have been banned, and this node's memory need not
    /// have heard of it. What was found before stays where nothing stricter is found now.
    /// </summary>
    public static async Task<Screened> Again(DatelineDb db, Candidate candidate, Screened screened, CancellationToken cancel)
    {
        if (await Bans.InForce(db, candidate.Sender, candidate.IsProved, candidate.Now, cancel) is not { } reach) return screened;
        var found = Said(reach);
        return screened.Findings.Any(finding => finding.Phase == Phase && finding.Says >= found.Says) ? screened : new Screened([.. screened.Findings.Where(finding => finding.Phase != Phase), found]);
    }

    private static Finding Said(BanReach? reach) => reach switch
    {
        null => new Finding(Phase, JudgesSince, Says.Pass),
        { Effect: BanEffect.Refuse } refuses => new Finding(Phase, JudgesSince, Says.Refuse, refuses.Rule),
        { } holds => new Finding(Phase, JudgesSince, Says.Hold, holds.Rule),
    };
}
