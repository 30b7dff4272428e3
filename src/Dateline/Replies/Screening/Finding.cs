namespace Dateline.Replies.Screening;

public enum Says
{
    Pass,

    /// <summary>A moderator reads it first.</summary>
    Hold,
    Spam,

    /// <summary>It isn't taken, and its writer is told why.</summary>
    Refuse,
}

/// <summary>What one phase said of a reply; kept with it, so that everybody who moderates sees why it is where it is.</summary>
/// <param name="Phase">The phase's name.</param>
/// <param name="Version">The version of its rule, which grows when it judges otherwise.</param>
/// <param name="Rule">What decided, machine-readable; null when nothing did.</param>
/// <param name="Score">Of phases that measure: what of, see the phase.</param>
/// <param name="Words">What it was found in, a few at most.</param>
public sealed record Finding(string Phase, int Version, Says Says, string? Rule = null, double? Score = null, IReadOnlyList<string>? Words = null)
{
    public const int LongestRule = 40;
}
