using System.Text.Json;

namespace Dateline.Foundation.Languages;

/// <summary>The desk's words in one language: what stands for each English text, which plurals there are, and the digits.</summary>
internal sealed class DeskTongue
{
    public static readonly DeskTongue English = new("en", isRightToLeft: false, [], [], null);

    private readonly Dictionary<string, string> _texts;
    private readonly Dictionary<string, Dictionary<string, string>> _counted;
    private readonly List<(string Category, PluralRule Rule)> _plurals;

    private DeskTongue(string language, bool isRightToLeft, Dictionary<string, JsonElement> texts, List<(string, PluralRule)> plurals, string? digits)
    {
        (Language, IsRightToLeft, _plurals, Digits) = (language, isRightToLeft, plurals, digits);
        _texts = texts.Where(text => text.Value.ValueKind == JsonValueKind.String).ToDictionary(text => text.Key, text => text.Value.GetString()!, StringComparer.Ordinal);
        _counted = texts.Where(text => text.Value.ValueKind == JsonValueKind.Object)
            .ToDictionary(text => text.Key, text => text.Value.EnumerateObject().ToDictionary(form => form.Name, form => form.Value.GetString()!, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>BCP 47.</summary>
    public string Language { get; }

    public bool IsRightToLeft { get; }

    /// <summary>Zero to nine as the language writes them; null for ours.</summary>
    public string? Digits { get; }

    /// <summary>Of a counted text, the form for a number that isn't known yet.</summary>
    public string Text(string english) => _texts.GetValueOrDefault(english) ?? _counted.GetValueOrDefault(english)?["other"] ?? english;

    /// <summary>The forms of a counted text by plural category (CLDR); the English one is kept under <paramref name="many"/>.</summary>
    public IReadOnlyDictionary<string, string> Forms(string one, string many) =>
        _counted.GetValueOrDefault(many) ?? new Dictionary<string, string>(StringComparer.Ordinal) { ["one"] = one, ["other"] = many };

    public string Counted(long n, string one, string many)
    {
        if (!_counted.TryGetValue(many, out var forms)) return Text(n == 1 ? one : many);
        var category = _plurals.Find(plural => plural.Rule.Matches(n)).Category ?? "other";
        return forms.GetValueOrDefault(category) ?? forms["other"];
    }

    /// <summary>Every text that is translated: the English of plain ones, and of counted ones the form for many.</summary>
    internal IReadOnlySet<string> Known => _texts.Keys.Concat(_counted.Keys).ToHashSet(StringComparer.Ordinal);

    public static DeskTongue Read(string language)
    {
        var house = Resource(language);
        return new(language, isRightToLeft: true,
            Resource($"desk.{language}").Deserialize<Dictionary<string, JsonElement>>()!,
            [.. house.GetProperty("plurals").EnumerateObject().Select(rule => (rule.Name, PluralRule.Parse(rule.Value.GetString()!)))],
            house.TryGetProperty("digits", out var digits) ? digits.GetString() : null);
    }

    private static JsonElement Resource(string name)
    {
        using var stream = typeof(DeskTongue).Assembly.GetManifestResourceStream($"languages/{name}.json")
            ?? throw new InvalidOperationException($"The texts '{name}' are missing from the program.");
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }
}
