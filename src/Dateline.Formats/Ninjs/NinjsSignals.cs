using System.Text.Json;
using Dateline.Formats.InText;
using Dateline.Formats.Json;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ninjs;

/// <summary>
/// The signals of a ninjs item: a list of them, or, as TT sends them, an object whose <c>updatetype</c> says what this version is
/// (<c>KORR</c>, <c>KILL</c>) and whose numbers say nothing of that kind.
/// </summary>
internal static class NinjsSignals
{
    public static void Read(JsonMembers ninjs, WireDraft draft)
    {
        foreach (var signal in ninjs.List("signals", "signal"))
        {
            if (signal.ValueKind == JsonValueKind.Object && (signal.Text("code") ?? signal.Text("qcode") ?? signal.Text("uri")) is { } code) draft.AddSignal(WireCode.OfQCode(code, null).Written);
            else if (signal.ValueKind == JsonValueKind.Object && JsonMembers.TextOf(signal) is null) Told(new JsonMembers(signal), draft);
            else if (JsonMembers.LineOf(JsonMembers.TextOf(signal)) is { } line) draft.AddSignal(line);
        }
    }

    private static void Told(JsonMembers signals, WireDraft draft)
    {
        if (signals.Line("updatetype", "updateType") is not { } told) return;
        draft.AddSignal(told);
        if (KillWords.IsLine(told)) draft.AddSignal("sig:kill");
        else if (LeadMark.Read(told + ": x", out _) is [{ Kind: LeadKind.Correction }]) draft.AddSignal("sig:correction");
    }
}
