using System.Text;
using System.Text.Json;
using Dateline.Formats.Text;

namespace Dateline.Formats.Json;

/// <summary>One JSON value, parsed with the forbearance that feeds need.</summary>
internal static class JsonPiece
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The value; null where even the repaired text is no JSON. The caller disposes it.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<char> text, RepairList repairs)
    {
        try
        {
            return JsonDocument.Parse(text, Tolerant);
        }
        catch (JsonException)
        {
            try
            {
                var parsed = JsonDocument.Parse(JsonMend.Of(text.Span), Tolerant);
                repairs.Add("JSON that was cut off or wrongly written was mended.");
                return parsed;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>A member of an object. A name that is half a surrogate pair, escaped, hides none of the others.</summary>
    public static bool TryMember(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        if (element.ValueKind != JsonValueKind.Object) return false;
        try
        {
            return element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (!HasName(member, name)) continue;
                value = member.Value;
                return true;
            }

            return false;
        }
    }

    private static bool HasName(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A string, or what JSON Feed 1.1 says should have been one: numbers are read as their digits.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryMember(name, out var value)) return null;
        return value.Text();
    }

    public static string? Text(this JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => String(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : XmlText.Clean(text.AsSpan().Trim());
    }

    public static long? Number(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryMember(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number > 0 ? number : null;

    public static IEnumerable<JsonElement> Array(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryMember(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(1000) : [];

    private static string String(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair as an escape: valid JSON by its grammar, no text by anybody's.
            var raw = value.GetRawText();
            return XmlText.Legal(Unescaped(raw.AsSpan(1, raw.Length - 2)));
        }
    }

    private static string Unescaped(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 >= raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u' && i + 4 < raw.Length)
            {
                text.Append((char)Convert.ToInt32(raw.Slice(i + 1, 4).ToString(), 16));
                i += 4;
            }
            else
            {
                text.Append(raw[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' or 'f' => ' ', var c => c });
            }
        }

        return text.ToString();
    }
}
