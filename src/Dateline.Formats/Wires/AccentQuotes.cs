using System.Text;

namespace Dateline.Formats.Wires;

/// <summary>Quotation marks of seven-bit wires, which went into XML as they were: two accents open them, two apostrophes close them.</summary>
internal static class AccentQuotes
{
    private const string Opening = "``";
    private const string Closing = "''";

    /// <summary>The text with the marks that are meant; the text itself where there is none.</summary>
    public static string Set(string text)
    {
        // Two apostrophes alone may be anything: they close only what was opened.
        if (!text.Contains(Opening, StringComparison.Ordinal)) return text;
        text = text.Replace(Opening, "“", StringComparison.Ordinal);
        if (!text.Contains(Closing, StringComparison.Ordinal)) return text;
        var set = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            // Behind a number they are inches or seconds, unless the sentence ends there.
            var closes = text[i] == '\'' && i + 1 < text.Length && text[i + 1] == '\'' && (i == 0 || !char.IsDigit(text[i - 1]));
            set.Append(closes ? '”' : text[i]);
            if (closes) i++;
        }

        return set.ToString();
    }
}
