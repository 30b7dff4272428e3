namespace Dateline.Replies.Screening;

/// <summary>
/// What a ban does to a sender. Nobody is refused, or told that somebody is banned, for an address that they only typed: it may be somebody else's, and what is
/// typed under it waits. Nor does a ban of a name or a network refuse who proved their address: others chose it, and theirs waits.
/// </summary>
internal readonly record struct BanReach(string Rule, BanEffect Effect)
{
    /// <summary>The strictest of these bans that concerns a sender; null when none does.</summary>
    public static BanReach? Strictest(IEnumerable<Ban> bans, SenderKeys sender, bool proved, DateTimeOffset now)
    {
        BanReach? strictest = null;
        foreach (var ban in bans)
            if ((ban.Until is null || ban.Until > now) && Of(ban, sender, proved) is { } reach && (strictest is not { } other || reach.Effect < other.Effect)) strictest = reach;
        return strictest;
    }

    private static BanReach? Of(Ban ban, SenderKeys sender, bool proved) => ban.Kind switch
    {
        BanKind.Name when ban.Key == sender.Name => new(BanPhase.Rule(ban.Kind), proved ? BanEffect.Hold : ban.Effect),
        BanKind.Network when ban.Key == sender.Network => new(BanPhase.Rule(ban.Kind), proved ? BanEffect.Hold : ban.Effect),
        BanKind.Reader when ban.Key == sender.Address && proved => new(BanPhase.Rule(ban.Kind), ban.Effect),
        BanKind.Address or BanKind.Reader when ban.Key == sender.Address && !proved => new(BanPhase.Rule(BanKind.Address), BanEffect.Hold),
        _ => null,
    };
}
