namespace Dateline.Replies.Screening;

/// <summary>One look at a reply. A phase that throws or takes too long holds it.</summary>
internal interface IPhase
{
    string Name { get; }

    /// <summary>Grows when the phase judges otherwise than before.</summary>
    int Version { get; }

    /// <summary>Whatever it reads, it reads through a context of its own: one that never comes back must not be in the next one's way.</summary>
    ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel);
}

internal static class Findings
{
    public static Finding Pass(this IPhase phase, string? rule = null, double? score = null) => new(phase.Name, phase.Version, Says.Pass, rule, score);

    public static Finding Hold(this IPhase phase, string rule, double? score = null, IReadOnlyList<string>? words = null) => new(phase.Name, phase.Version, Says.Hold, rule, score, words);

    public static Finding Refuse(this IPhase phase, string rule, double? score = null) => new(phase.Name, phase.Version, Says.Refuse, rule, score);

    public static Finding Spam(this IPhase phase, string rule, double? score = null, IReadOnlyList<string>? words = null) => new(phase.Name, phase.Version, Says.Spam, rule, score, words);
}

/// <summary>What became of a reply, and all that was said on the way.</summary>
internal sealed record Screened(IReadOnlyList<Finding> Findings)
{
    /// <summary>It isn't taken; null: it is.</summary>
    public Finding? Refused => First(Says.Refuse);

    public ReplyState State => First(Says.Spam) is not null ? ReplyState.Spam : First(Says.Hold) is not null ? ReplyState.Held : ReplyState.Published;

    /// <summary>The finding that decided. Of a reply that nothing spoke against, the last word: the mode's.</summary>
    public Finding Decisive => Refused ?? First(Says.Spam) ?? First(Says.Hold) ?? Findings.LastOrDefault(finding => finding.Rule is not null) ?? Findings[^1];

    /// <summary>With what a phase found when it looked once more within the write; what it found before stays where nothing stricter is found now.</summary>
    public Screened With(Finding again) => new([.. Findings.Select(finding => finding.Phase == again.Phase && finding.Says < again.Says ? again : finding)]);

    private Finding? First(Says says) => Findings.FirstOrDefault(finding => finding.Says == says);
}

/// <summary>
/// The phases that every reply goes through, in the order of <see cref="ScreeningRoom"/>. Before them stand the form's check of
/// size and shape (<see cref="ReplyForm"/>) and the cross-site gate; with the write go the look for the same reply sent again and
/// the count of how much one sends (<see cref="SubmitReply"/>), because those two must see what others write at that moment.
/// </summary>
internal sealed class Pipeline(IEnumerable<IPhase> phases, TimeProvider clock, ILogger<Pipeline> log)
{
    /// <summary>The rule of a phase that broke, and of one that took too long.</summary>
    public const string Failed = "failed", TookTooLong = "took-too-long";
    public static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(2);
    private readonly IPhase[] _phases = [.. phases];

    public async Task<Screened> Look(Candidate candidate, CancellationToken cancel)
    {
        var findings = new List<Finding>(_phases.Length);
        foreach (var phase in _phases)
        {
            var finding = await Look(phase, candidate, cancel);
            findings.Add(finding);
            if (finding.Says == Says.Refuse) break;
        }
        return new Screened(findings);
    }

    private async Task<Finding> Look(IPhase phase, Candidate candidate, CancellationToken cancel)
    {
        try
        {
            var look = phase.Look(candidate, cancel);
            // A phase that doesn't listen to a token must not keep the reader waiting either: it is left alone.
            return look.IsCompletedSuccessfully ? await look : await look.AsTask().WaitAsync(LongestLook, clock, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError("The phase {Phase} failed on a reply, which is held: {Kind}", phase.Name, failure.GetType().Name); // no message: it could quote the text
            return phase.Hold(failure is TimeoutException ? TookTooLong : Failed);
        }
    }
}
