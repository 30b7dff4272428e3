namespace Dateline.Formats.InText;

/// <summary>The signature at the end of a text: <c>… (dpa)</c>, <c>… /Reuters</c>, <c>-- Reuters</c>, <c>Source: AFP</c>.</summary>
internal static class TailCredit
{
    private const int Reach = 70;

    private static readonly string[] Labels =
        ["source:", "source :", "sources:", "quelle:", "quellen:", "fuente:", "fonte:", "bron:", "kaynak:", "источник:", "المصدر:", "المصدر :", "منبع:", "منبع :", "来源:", "来源：", "stringer:"];

    /// <summary>Where the signature begins in the last block of a text, and whose it is; null if there is none.</summary>
    /// <param name="block">The block.</param>
    /// <param name="isWhole">False where it is only the end of one: what stands alone in it does so by accident.</param>
    /// <param name="signatures">Who may have signed.</param>
    public static (int Start, List<string> Agencies)? Read(ReadOnlySpan<char> block, bool isWhole, Signatures signatures)
    {
        var text = block.TrimEnd();
        var from = Math.Max(0, text.Length - Reach);
        return Bracketed(text, from, signatures) ?? Dashed(text, from, signatures) ?? (isWhole ? Alone(text, signatures) : null);
    }

    private static (int, List<string>)? Bracketed(ReadOnlySpan<char> text, int from, Signatures signatures)
    {
        var closed = text.TrimEnd('.').TrimEnd();
        if (closed is not [.., ')' or ']' or '）']) return null;
        var open = closed.LastIndexOfAny('(', '[', '（');
        if (open < from || (open > 0 && char.IsLetterOrDigit(closed[open - 1]))) return null;
        return signatures.Read(closed[(open + 1)..^1]) is { } agencies ? (EndOfText(text, open), agencies) : null;
    }

    private static (int, List<string>)? Dashed(ReadOnlySpan<char> text, int from, Signatures signatures)
    {
        var signature = text.TrimEnd("/.");
        for (var i = Separators.LastDashOrSlash(signature[..Math.Max(0, signature.Length - 1)]); i >= from; i = Separators.LastDashOrSlash(signature[..i]))
        {
            if (signatures.Read(signature[(i + 1)..]) is not { } agencies) continue;
            var start = i;
            while (start > 0 && Separators.IsDash(signature[start - 1])) start--;
            var before = signature[..start].TrimEnd();
            // A dash may as well belong to the sentence: then what is before it doesn't end one.
            var ends = before.IsEmpty || IsEnd(before[^1]);
            var slash = signature[i] == '/' && !before.IsEmpty && before.Length < start;
            if (ends || slash || (signature[i] == '/' && text[^1] == '/')) return (EndOfText(text, start), agencies);
        }

        return null;
    }

    private static (int, List<string>)? Alone(ReadOnlySpan<char> text, Signatures signatures)
    {
        if (text.Length > Reach) return null;
        var named = text.Trim();
        foreach (var label in Labels)
            if (named.StartsWith(label, StringComparison.OrdinalIgnoreCase)) return signatures.Read(named[label.Length..]) is { } agencies ? (0, agencies) : null;

        return signatures.Read(named.Trim("/-–—*. ")) is { } alone ? (0, alone) : null;
    }

    private static int EndOfText(ReadOnlySpan<char> text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1])) at--;
        return at;
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '…' or '"' or '”' or '“' or '»' or '’' or ')' or '。' or '؟' or '۔' or '।' or '」' or '』';
}
