using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMl1;

/// <summary><c>NewsManagement</c>: status, embargo, instructions, urgency.</summary>
internal static class NewsMl1Management
{
    public static void Read(WireNode management, WireDraft draft)
    {
        draft.Item.Created = draft.Date(WireText.Line(management.Child("firstcreated")));
        draft.VersionCreated = draft.Date(WireText.Line(management.Child("thisrevisioncreated")));
        draft.Urgency ??= WireDraft.ReadUrgency(Formal(management.Child("urgency")));
        if (WireCode.Last(Formal(management.Child("newsitemtype"))) is "advisory") draft.Publishable = false;
        StatusWord.Read(Formal(management.Child("status")), draft, unknown: PubStatus.Withheld);
        Change(management, draft);
        foreach (var instruction in management.All("instruction")) Instruction(instruction, draft);
        foreach (var name in (ReadOnlySpan<string>)["associatedwith", "derivedfrom"])
            foreach (var other in management.All(name))
                if (Address.Resolve(other.Attribute("newsitem"), null, draft.Repairs) is { } named)
                    draft.Item.AddReference(new Link(name == "derivedfrom" ? "original" : "related", named));
    }

    public static string? Formal(WireNode? node) => node?.Attribute("formalname") ?? WireText.Line(node);

    // An embargo is the status Embargoed, and StatusWillChange tells when it becomes Usable.
    private static void Change(WireNode management, WireDraft draft)
    {
        if (draft.Embargo is null && draft.Status != PubStatus.Withheld) return;
        if (management.Child("statuswillchange") is not { } change || WireCode.Last(Formal(change.Child("futurestatus"))) is not ("usable" or "")) return;
        if (draft.Date(WireText.Line(change.Child("dateandtime"))) is { } until) draft.Embargo = new Embargo(until);
    }

    private static void Instruction(WireNode instruction, WireDraft draft)
    {
        var told = WireCode.Last(Formal(instruction));

        // An instruction with revisions in it speaks of those, and this revision is what replaces them: unless it deletes them. Who has
        // something to put in the place of a text rectifies or updates it; what comes with a deletion only says so.
        var ofOthers = instruction.Child("revisionstatus") is not null && told is not ("delete" or "deleted" or "kill" or "killed");
        if (told.StartsWith("cancel", StringComparison.Ordinal) || told is "kill" or "killed" or "delete" or "withdraw" or "withdrawn")
        {
            if (!ofOthers) draft.Status = PubStatus.Canceled;
        }
        else if (told.StartsWith("correct", StringComparison.Ordinal) || told is "rectify" or "rectification") draft.AddSignal("sig:correction");
        else if (told.StartsWith("update", StringComparison.Ordinal)) draft.AddSignal("sig:update");
        else if (told.Length > 0) draft.AddSignal(told);
    }
}
