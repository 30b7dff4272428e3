using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Dateline.Stories;

namespace Dateline.Layout.Languages;

/// <summary>The words of the public pages in one language, with its plurals, digits and dates. The data lies beside as JSON.</summary>
public sealed class Wording
{
    private static readonly ConcurrentDictionary<string, Wording> ByLanguage = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, JsonElement> _texts;
    private readonly Wording? _fallback;
    private readonly List<(string Category, PluralRule Rule)> _plurals;
    private readonly string? _digits;
    private readonly JsonElement _data;
    private readonly CultureInfo _culture;

    private Wording(string language, JsonElement data, Wording? fallback)
    {
        Language = language;
        _data = data;
        _fallback = fallback;
        _culture = CultureInfo.GetCultureInfo(language);
        _texts = data.GetProperty("texts").EnumerateObject().ToDictionary(text => text.Name, text => text.Value, StringComparer.Ordinal);
        _plurals = [.. data.GetProperty("plurals").EnumerateObject().Select(rule => (rule.Name, PluralRule.Parse(rule.Value.GetString()!)))];
        _digits = data.TryGetProperty("digits", out var digits) ? digits.GetString() : null;
    }

    public static IReadOnlyList<string> Languages { get; } = ["en", "ar", "fa"];

    /// <summary>The language's tag, BCP 47.</summary>
    public string Language { get; }

    /// <summary>Zero to nine as the language writes them; null for ours.</summary>
    public string? NativeDigits => _digits;

    public bool RightToLeft => _culture.TextInfo.IsRightToLeft;

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The words of a language, of its main language ("fa" for "fa-AF"), or English.</summary>
    public static Wording Of(string language) => ByLanguage.GetOrAdd(language, static tag =>
    {
        var main = tag.Split('-')[0].ToLowerInvariant();
        return Languages.Contains(main) ? new Wording(tag, Read(main), main == "en" ? null : Of("en")) : Of("en");
    });

    /// <summary>A text, with <c>{0}</c>, <c>{1}</c>… filled in. The result is plain text.</summary>
    public string this[string key, params ReadOnlySpan<object> values] => Fill(Find(key).GetString() ?? key, values);

    /// <summary>A name or a headline as it stands in a sentence of this language, where that is plain text.</summary>
    public string Isolated(string name) => Isolate.In(RightToLeft, name);

    /// <summary>A text in the order it is read: its own words, and the names that are filled in for <c>{0}</c>, <c>{1}</c>…</summary>
    public IEnumerable<(string Text, bool IsName)> Pieces(string key, params string[] names)
    {
        var text = this[key];
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', StringComparison.Ordinal))
        {
            var close = text.IndexOf('}', open);
            if (open > 0) yield return (text[..open], false);
            yield return (names[int.Parse(text.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture)], true);
            text = text[(close + 1)..];
        }
        if (text.Length > 0) yield return (text, false);
    }

    /// <summary>A counted text in the plural category that the language has for <paramref name="n"/>.</summary>
    public string Count(string key, long n)
    {
        var forms = Find(key);
        var category = _plurals.Find(plural => plural.Rule.Matches(n)).Category ?? "other";
        var form = forms.TryGetProperty(category, out var own) ? own : forms.GetProperty("other");
        return Fill(form.GetString()!, [Number(n)]);
    }

    /// <summary>All forms of a counted text as JSON, by plural category: for a script that counts by itself.</summary>
    public string Forms(string key) => Find(key).GetRawText();

    public string Number(long n) => Digits(n.ToString("#,0", CultureInfo.InvariantCulture));

    public string DateTime(Edition edition, DateTimeOffset at) => Format(edition.Local(at), "dateTime");

    public string Date(DateOnly day) => Digits(day.ToString(Pattern("date"), _culture));

    public string ShortDate(DateOnly day) => Digits(day.ToString(Pattern("shortDate"), _culture));

    public string ShortDate(Edition edition, DateTimeOffset at) => Format(edition.Local(at), "shortDate");

    public string WeekdayDate(Edition edition, DateTimeOffset at) => Format(edition.Local(at), "weekdayDate");

    public string Time(Edition edition, DateTimeOffset at) => Format(edition.Local(at), "time");

    private string Format(DateTimeOffset at, string pattern) => Digits(at.ToString(Pattern(pattern), _culture));

    private string Pattern(string name) => _data.GetProperty(name).GetString()!;

    private string Digits(string text)
    {
        if (_digits is not { } digits) return text;
        return string.Create(text.Length, (text, digits), static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsAsciiDigit(from.text[i]) ? from.digits[from.text[i] - '0'] : from.text[i];
        });
    }

    private JsonElement Find(string key) =>
        _texts.TryGetValue(key, out var text) ? text
        : _fallback?.Find(key) ?? throw new KeyNotFoundException($"No text '{key}'.");

    private static string Fill(string text, ReadOnlySpan<object> values) =>
        values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);

    private static JsonElement Read(string language)
    {
        using var stream = typeof(Wording).Assembly.GetManifestResourceStream($"languages/{language}.json")
            ?? throw new InvalidOperationException($"The texts of '{language}' are missing from the program.");
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }
}
