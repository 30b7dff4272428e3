namespace Dateline.Formats.Wires;

/// <summary>The words that senders have for the publication status.</summary>
internal static class StatusWord
{
    /// <summary>Sets the status; what nobody knows is withheld, because a kill in a strange word must not go out.</summary>
    public static void Read(string? written, WireDraft draft)
    {
        if (written is null) return;
        switch (WireCode.Last(written))
        {
            case "usable" or "ok" or "active" or "published" or "released" or "new" or "update" or "updated" or "corrected" or "final" or "news":
                break;
            case "withheld" or "withhold" or "hold" or "held" or "onhold":
                draft.Status = PubStatus.Withheld;
                break;
            case "canceled" or "cancelled" or "cancel" or "killed" or "kill" or "withdrawn" or "deleted" or "delete" or "retracted" or "recalled":
                draft.Status = PubStatus.Canceled;
                break;
            case "embargoed" or "embargo":
                draft.Embargo ??= new Embargo(null);
                break;
            default:
                draft.Status = PubStatus.Withheld;
                draft.Common.Repairs.Add("The publication status is none of the IPTC's; the item counts as withheld.");
                break;
        }
    }
}
