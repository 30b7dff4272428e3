namespace Dateline.Formats.Wires;

/// <summary>The words that senders have for the publication status, with the prefixes that are found.</summary>
internal static class StatusWord
{
    /// <summary>Sets the status, and an embargo without a known end where that is what it says.</summary>
    /// <param name="written">The word; null where there is none.</param>
    /// <param name="draft">The item.</param>
    /// <param name="unknown">What it counts as where nobody knows the word.</param>
    public static void Read(string? written, WireDraft draft, PubStatus unknown)
    {
        if (written is null) return;
        var code = WireCode.Last(written);
        switch (code[(code.LastIndexOfAny([':', '/']) + 1)..].Trim())
        {
            case "usable" or "ok" or "active" or "published" or "public" or "released" or "new" or "update" or "updated" or "corrected" or "final" or "news":
                break;
            case "withheld" or "withhold" or "hold" or "held" or "onhold" or "draft" or "spiked":
                draft.Status = PubStatus.Withheld;
                break;
            case "canceled" or "cancelled" or "cancel" or "killed" or "kill" or "withdrawn" or "deleted" or "delete" or "retracted" or "recalled" or "unpublished" or "takedown":
                draft.Status = PubStatus.Canceled;
                break;
            case "embargoed" or "embargo":
                draft.Embargo ??= new Embargo(null);
                break;
            default:
                if (draft.Status == PubStatus.Usable) draft.Status = unknown;
                draft.Repairs.Add(unknown == PubStatus.Usable ? "The publication status is none that the IPTC knows; it was read as usable." : "The publication status is none of the IPTC's; the item counts as withheld.");
                break;
        }
    }
}
