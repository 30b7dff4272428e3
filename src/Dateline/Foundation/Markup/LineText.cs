using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>One-line fields: names, headlines, labels.</summary>
internal static class LineText
{
    /// <summary>
    /// NFC, no control characters, no bidirectional overrides, one space between words. Too long is refused, never cut.
    /// </summary>
    public static Checked<string> Clean(string? value, int maximum)
    {
        value ??= "";
        // What is far over the limit is not worth the work.
        if (value.Length > maximum * 4 + 64) return TooLong(maximum);
        var clean = CleanText.Line(CleanText.Flowing(value).Normalize(NormalizationForm.FormC));
        if (clean.Length > maximum) return TooLong(maximum);
        return CleanText.IsVisible(clean) ? clean : "";
    }

    private static MarkupRefusal TooLong(int maximum) => new("too-long", $"At most {maximum} characters fit here.");
}
