using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>What ends a text and says nothing of it: <c>ENDS</c>, the signs of who worked on it (<c>mq-pv/ab</c>), the sender's own address.</summary>
internal static class TailMarks
{
    private const int Longest = 80;

    private static readonly SearchValues<char> NumberChars = SearchValues.Create("0123456789*/۰۱۲۳۴۵۶۷۸۹");

    private static readonly string[] Ends =
        ["ENDS", "END", "/END", "/ENDS", "Ends", "-ends-", "-Ends-", "-ENDS-", "- ends -", "- Ends -", "- ENDS -", "-end-", "-END-", "(END)", "(End)", "/End/", "/Ends/", "/END/", "ENDE", "(Ende)", "(Schluss)", "(SCHLUSS)", "(FIN)", "(fin)", "-30-", "###", "# # #", "NNNN", "***", "___", "(MORE)", "(more)", "/more/", "End Item", "End item", "Enditem", "enditem", "end/", "انتهای پیام", "انتهای پیام/", "انتهای پیام /", "انتهى", "(انتهى)"];

    /// <summary>How much of the end of the last block that is; 0 where it is text.</summary>
    /// <param name="block">The block.</param>
    /// <param name="isWhole">False where it is only the end of one.</param>
    /// <param name="signatures">Whose addresses count.</param>
    public static int Length(ReadOnlySpan<char> block, bool isWhole, Signatures signatures)
    {
        var text = block.Trim();
        if (text.IsEmpty) return 0;
        if (isWhole && text.Length < Longest && (IsEnd(text) || IsSigns(text) || IsNumber(text) || IsOwnAddress(text, signatures))) return block.Length;

        // "… the council said. ENDS", "(Schluss) mq/pv"
        var space = text.LastIndexOf(' ');
        if (space > 0 && IsSigns(text[(space + 1)..]) && text[..space].TrimEnd() is { } before && (before[^1] is ')' or '.')) return block.Length - (text[..space].TrimEnd().Length + (block.Length - block.TrimStart().Length));
        foreach (var end in Ends)
            if (end.Length > 3 && text.Length > end.Length + 1 && text.EndsWith(end, StringComparison.Ordinal) && text[^(end.Length + 1)] == ' ' && text[..^end.Length].TrimEnd() is [.., '.' or '!' or '?' or '"' or '”' or ')' or '»']) return block.Length - (text[..^end.Length].TrimEnd().Length + (block.Length - block.TrimStart().Length));

        return 0;
    }

    private static bool IsEnd(ReadOnlySpan<char> text)
    {
        foreach (var end in Ends)
            if (text.SequenceEqual(end)) return true;

        return false;
    }

    // Small letters in twos to fours, joined by slashes and hyphens: mq-pv/ab.
    private static bool IsSigns(ReadOnlySpan<char> text)
    {
        if (text.Length is < 5 or > 40 || !text.Contains('/')) return false;
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterLower(c)) letters++;
            else if (c is '/' or '-' && letters is >= 2 and <= 5) letters = 0;
            else return false;
        }

        return letters is >= 2 and <= 5;
    }

    // The number of the item or of who worked on it: 4081234, 9376**1416, TNA/6543210, MQ/.
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        const int MostDigits = 16;
        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetterUpper(text[letters])) letters++;
        if (letters > 0 && (letters > 5 || letters == text.Length || text[letters] != '/')) return false;
        if (letters > 0 && letters == text.Length - 1) return true;
        var rest = text[(letters == 0 ? 0 : letters + 1)..];
        return rest.Length is >= 4 and <= MostDigits && !rest.ContainsAnyExcept(NumberChars) && (rest.Contains('*') || letters > 0 || rest.Length >= 6);
    }

    private static bool IsOwnAddress(ReadOnlySpan<char> text, Signatures signatures)
    {
        var host = text;
        if (host.Contains(' ')) return false;
        var scheme = host.IndexOf("://");
        if (scheme >= 0) host = host[(scheme + 3)..];
        if (scheme < 0 && !host.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return false;
        host = host.TrimEnd('/');
        return !host.Contains('/') && host.Contains('.') && signatures.IsOwnHost(host);
    }
}
