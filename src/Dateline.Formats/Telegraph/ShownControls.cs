namespace Dateline.Formats.Telegraph;

/// <summary>
/// Messages that went through a program which shows control characters instead of keeping them: <c>^A</c>, <c>\x01</c>, <c>&lt;SOH&gt;</c>, ␁.
/// They are put back where the first of a message, SOH, is shown so.
/// </summary>
internal static class ShownControls
{
    private const int LastControl = 0x1F;

    private static readonly string[] Names =
        ["NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR", "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS", "US"];

    /// <summary>The text with its control characters; the text itself where none is shown.</summary>
    public static string Restore(string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (start.StartsWith("^A") || start.StartsWith("^V^V^A")) return Each(text, code => $"^{(char)('@' + code)}");
        if (start.StartsWith("\\x01")) return Lines(Each(text, code => $"\\x{code:x2}"));
        if (start.StartsWith("\\u0001")) return Lines(Each(text, code => $"\\u{code:x4}"));
        if (start.StartsWith("<SOH>", StringComparison.OrdinalIgnoreCase)) return Each(text, code => $"<{Names[code]}>");
        if (start.StartsWith("[SOH]", StringComparison.OrdinalIgnoreCase)) return Each(text, code => $"[{Names[code]}]");
        // The pictures of control characters that Unicode has, and their bytes where nobody has decoded them yet.
        if (start.StartsWith("\u2401")) return Each(text, code => $"{(char)(0x2400 + code)}");
        return start.StartsWith("\u00E2\u0090\u0081") ? Each(text, code => $"\u00E2\u0090{(char)(0x80 + code)}") : text;
    }

    private static string Each(string text, Func<int, string> shown)
    {
        for (var code = 0; code <= LastControl; code++) text = text.Replace(shown(code), $"{(char)code}", StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static string Lines(string text) =>
        text.Replace("\\r\\n", "\r\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
}
