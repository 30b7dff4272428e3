using System.Text.Json;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Json;

/// <summary>
/// The members of a JSON object by name, whatever the case of the name: ninjs 2 wrote them small and ninjs 3 in
/// camel case, and senders mix. A member of a type nobody expected is no member.
/// </summary>
internal sealed class JsonMembers
{
    private const int Most = 1000;

    private readonly Dictionary<string, JsonElement> members = new(StringComparer.OrdinalIgnoreCase);

    public JsonMembers(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
            if (members.Count < Most && member.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) && NameOf(member) is { } name) members.TryAdd(name, member.Value);
    }

    public IEnumerable<KeyValuePair<string, JsonElement>> All => members;

    public bool Has(string name) => members.ContainsKey(name);

    public JsonElement? Element(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (members.TryGetValue(name, out var found)) return found;

        return null;
    }

    public JsonMembers Object(string name) => new(Element(name) ?? default);

    /// <summary>The first of the names that holds text, a number, or a list of texts (then they are joined).</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (members.TryGetValue(name, out var found) && TextOf(found) is { } text) return text;

        return null;
    }

    public string? Line(params ReadOnlySpan<string> names) => LineOf(Text(names));

    public DateTimeOffset? Date(WireDraft draft, params ReadOnlySpan<string> names) => draft.Date(Text(names));

    /// <summary>The elements of a list; an object or text where a list should be is a list of one.</summary>
    public IEnumerable<JsonElement> List(params ReadOnlySpan<string> names) => Element(names) switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Take(Most),
        { ValueKind: JsonValueKind.Object or JsonValueKind.String } one => [one],
        _ => [],
    };

    /// <summary>The elements of a list, or of an object that serves as a list with names.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Named(string name)
    {
        if (Element(name) is not { } element) return [];
        return element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().Take(Most).Select(e => (e.Text("name") ?? "", e)),
            JsonValueKind.Object => new JsonMembers(element).members.Select(m => (m.Key, m.Value)),
            _ => [],
        };
    }

    public static string? LineOf(string? text)
    {
        if (text is null) return null;
        var line = HtmlText.Line(text, HtmlText.IsMarkup(text));
        return line.Length == 0 ? null : line;
    }

    /// <summary>What an element says as text: itself, or what a named thing is called.</summary>
    public static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => Joined(element),
        JsonValueKind.Object => element.Text("name") ?? element.Text("value") ?? element.Text("text") ?? element.Text("literal"),
        _ => element.Text(),
    };

    private static string? Joined(JsonElement array)
    {
        var texts = array.EnumerateArray().Take(Most).Where(e => e.ValueKind != JsonValueKind.Array).Select(TextOf).OfType<string>().ToList();
        return texts.Count == 0 ? null : string.Join(' ', texts);
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;    // half a surrogate pair, escaped: no name that anybody looks for
        }
    }
}
