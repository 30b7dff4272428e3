using System.Text.Json;

namespace Dateline.Foundation.Markup;

/// <summary>The attrs of a node, each asked for by name; what nobody asked for makes them invalid. Null is "not there".</summary>
public sealed class JsonAttributes
{
    private readonly Dictionary<string, JsonElement> left = new(StringComparer.Ordinal);

    public JsonAttributes(JsonElement node)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty("attrs", out var attributes) || attributes.ValueKind == JsonValueKind.Null) return;
        if (attributes.ValueKind != JsonValueKind.Object)
        {
            wrong = true;
            return;
        }
        foreach (var attribute in attributes.EnumerateObject())
            if (attribute.Value.ValueKind != JsonValueKind.Null) left.Add(attribute.Name, attribute.Value);
    }

    private bool wrong;

    public bool Valid => !wrong && left.Count == 0;

    public string? String(string name)
    {
        if (!left.Remove(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        wrong = true;
        return null;
    }

    public int? Number(string name)
    {
        if (!left.Remove(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        wrong = true;
        return null;
    }

    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names) left.Remove(name);
    }
}
