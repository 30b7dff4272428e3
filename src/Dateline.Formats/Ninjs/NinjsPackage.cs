using System.Text.Json;
using Dateline.Formats.Json;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ninjs;

/// <summary>
/// One ninjs object, and the whole stories inside it: a package may carry the items themselves, and each is then an
/// item of its own beside the package, which points to it.
/// </summary>
internal static class NinjsPackage
{
    private const int Most = 200;

    public static List<NewsPart> Read(JsonElement json, WireDraft draft, ReadOnlySpan<char> raw)
    {
        var parts = new List<NewsPart>();
        if (NinjsItem.Read(json, draft).Finish(raw) is { } item) parts.Add(item);
        var ninjs = new JsonMembers(json);
        if (!string.Equals(ninjs.Text("type"), "composite", StringComparison.OrdinalIgnoreCase)) return parts;
        foreach (var (_, element) in ninjs.Named("associations").Take(Most))
        {
            if (element.ValueKind != JsonValueKind.Object || !string.Equals(element.Text("type"), "text", StringComparison.OrdinalIgnoreCase)) continue;
            if (NinjsItem.Read(element, new WireDraft(draft.Setting)).Finish(element.GetRawText()) is { Body: not null } inner) parts.Add(inner);
        }

        return parts;
    }
}
