using System.Text;

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
        // As the old code page of the PC draws them, before and after decoding.
        if (start.StartsWith("\u263A")) return Faces(text, "\u263A", "\u263B", "\u2665", "\u2666");
        if (start.StartsWith("\u00E2\u0098\u00BA")) return Faces(text, "\u00E2\u0098\u00BA", "\u00E2\u0098\u00BB", "\u00E2\u0099\u00A5", "\u00E2\u0099\u00A6");
        // One sign for all of them: they come in their order.
        foreach (var sign in (ReadOnlySpan<string>)["\u00A4", "\u00C2\u00A4", "\uFFFD", "\u00EF\u00BF\u00BD"])
            if (start.StartsWith(sign)) return InOrder(text, sign);

        return start.StartsWith("\u00E2\u0090\u0081") ? Each(text, code => $"\u00E2\u0090{(char)(0x80 + code)}") : text;
    }

    private static string Faces(string text, params ReadOnlySpan<string> shown)
    {
        for (var i = 0; i < shown.Length; i++) text = text.Replace(shown[i], $"{(char)(i + 1)}", StringComparison.Ordinal);
        return text;
    }

    // SOH before the head, STX before the text, ETX behind it: only at the ends of lines, elsewhere it may be a sign of the text.
    private static string InOrder(string text, string sign)
    {
        var restored = new StringBuilder(text.Length);
        var (at, control) = (0, '\u0001');
        for (var next = text.IndexOf(sign, StringComparison.Ordinal); next >= 0 && control <= '\u0004'; next = text.IndexOf(sign, next + sign.Length, StringComparison.Ordinal))
        {
            var isFirst = next == 0 || text[next - 1] is '\n' or '\r';
            var after = next + sign.Length;
            if (!isFirst && after < text.Length && text[after] is not ('\n' or '\r')) continue;
            restored.Append(text, at, next - at).Append(control++);
            at = after;
        }

        return restored.Append(text, at, text.Length - at).ToString();
    }

    private static string Each(string text, Func<int, string> shown)
    {
        for (var code = 0; code <= LastControl; code++) text = text.Replace(shown(code), $"{(char)code}", StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private static string Lines(string text) =>
        text.Replace("\\r\\n", "\r\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
}
