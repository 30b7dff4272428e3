using System.Globalization;

namespace Dateline.Foundation.Languages;

/// <summary>
/// What the desk says, in the language of whoever asks. The English stands in the code where it is said and is the key to its
/// translations, which lie beside (<c>desk.ar.json</c>, <c>desk.fa.json</c>); what has none is said in English. Outside a request of the
/// desk, on the command line for one, all of it is English.
/// </summary>
/// <remarks>
/// Texts are plain. Names that are filled in are isolated from the sentence's direction, numbers get the language's digits.
/// The short names are those of gettext, so that a sentence can be read where it stands: <c>T("No appeal waits.")</c>.
/// </remarks>
public static class DeskWords
{
    private static readonly Dictionary<string, Lazy<DeskTongue>> Tongues = new(StringComparer.Ordinal)
    {
        ["en"] = new(DeskTongue.English),
        ["ar"] = new(() => DeskTongue.Read("ar")),
        ["fa"] = new(() => DeskTongue.Read("fa")),
    };

    private static readonly AsyncLocal<DeskTongue?> Asked = new();

    /// <summary>The languages of the desk, BCP 47, and what each calls itself.</summary>
    public static IReadOnlyList<(string Tag, string Name)> Languages { get; } = [("en", "English"), ("ar", "العربية"), ("fa", "فارسی")];

    /// <summary>BCP 47.</summary>
    public static string Language => Now.Language;

    /// <summary>Zero to nine as the language writes them; null for ours.</summary>
    public static string? NativeDigits => Now.Digits;

    public static bool IsRightToLeft => Now.IsRightToLeft;

    /// <summary>"rtl" or "ltr".</summary>
    public static string Direction => IsRightToLeft ? "rtl" : "ltr";

    private static DeskTongue Now => Asked.Value ?? DeskTongue.English;

    /// <summary>From here on in this flow of execution. One of <see cref="Languages"/>; any other is English.</summary>
    public static void Speak(string language) => Asked.Value = Of(language);

    /// <summary>The text in the language of whoever asks, with <c>{0}</c>, <c>{1}</c>… filled in.</summary>
    public static string T(string english, params ReadOnlySpan<object> values) => Fill(Now.Text(english), values);

    /// <summary>A counted text: <c>{0}</c> is the number, what follows it <c>{1}</c>… The language has the plural forms that it has.</summary>
    public static string T(long n, string one, string many, params ReadOnlySpan<object> more) => Fill(Now.Counted(n, one, many), [n, .. more]);

    /// <summary>Marks a text that is said later, by <see cref="T(string, ReadOnlySpan{object})"/>: it stands in a table, or is a name by which code tells places apart.</summary>
    public static string N(string english) => english;

    /// <summary>A text as it stands, <c>{0}</c>… not filled in yet.</summary>
    public static string Raw(string english) => Now.Text(english);

    /// <summary>The forms of a counted text by plural category (CLDR), for a script that counts by itself.</summary>
    public static IReadOnlyDictionary<string, string> Forms(string one, string many) => Now.Forms(one, many);

    public static string Number(long n) => Digits(n.ToString("#,0", CultureInfo.InvariantCulture));

    /// <summary>A number that is written already, with the language's digits.</summary>
    public static string Digits(string written) =>
        Now.Digits is not { } digits ? written : string.Create(written.Length, (written, digits), static (span, from) =>
        {
            for (var at = 0; at < span.Length; at++) span[at] = char.IsAsciiDigit(from.written[at]) ? from.digits[from.written[at] - '0'] : from.written[at];
        });

    internal static DeskTongue Of(string language) => Tongues.GetValueOrDefault(language)?.Value ?? DeskTongue.English;

    private static string Fill(string text, ReadOnlySpan<object> values)
    {
        if (values.IsEmpty) return text;
        var filled = new object[values.Length];
        for (var at = 0; at < filled.Length; at++)
        {
            filled[at] = values[at] switch
            {
                string name => Isolate.In(IsRightToLeft, name),
                int or long => Number(Convert.ToInt64(values[at], CultureInfo.InvariantCulture)),
                var other => throw new ArgumentException($"A text is filled with names and numbers, not with a {other.GetType().Name}.", nameof(values)),
            };
        }
        return string.Format(CultureInfo.InvariantCulture, text, filled);
    }
}
