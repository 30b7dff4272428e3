using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMlG2;

/// <summary>What an item says of single files of its content: <c>partMeta</c> by <c>contentrefs</c>, <c>rightsInfo</c> by <c>idrefs</c>.</summary>
internal sealed class G2Parts
{
    private readonly Dictionary<string, WireNode> descriptions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WireNode> rights = new(StringComparer.Ordinal);

    public G2Parts(WireNode item)
    {
        foreach (var part in item.All("partmeta")) Note(descriptions, part, "contentrefs");
        foreach (var part in item.All("rightsinfo")) Note(rights, part, "idrefs");
    }

    public string? Caption(WireNode content) => Of(descriptions, content) is { } part ? WireText.Line(part.Child("description")) : null;

    public string? CreditLine(WireNode content) => Of(descriptions, content) is { } part ? WireText.Line(part.Child("creditline")) : null;

    public string? CopyrightNotice(WireNode content) => Of(rights, content) is { } part ? WireText.Line(part.Child("copyrightnotice")) : null;

    private static void Note(Dictionary<string, WireNode> parts, WireNode part, string references)
    {
        foreach (var id in part.Attribute(references)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []) parts.TryAdd(id, part);
    }

    private static WireNode? Of(Dictionary<string, WireNode> parts, WireNode content) => content.Attribute("id") is { } id ? parts.GetValueOrDefault(id) : null;
}
