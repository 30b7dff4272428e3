using System.Text;
using Dateline.Foundation.Markup;

namespace Dateline.Replies.Letters;

/// <summary>
/// What a reader wrote, as a letter may carry it: short, on one line, and without anything that a mail program would make a link
/// of. Letters go to people who trust us; nobody else's links travel with them.
/// </summary>
internal static class Quotation
{
    public const int Longest = 240;
    private const string LeftOut = "[…]";

    public static string Of(string text)
    {
        var words = CleanText.Line(CleanText.Flowing(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var line = new StringBuilder();
        foreach (var word in words)
        {
            if (line.Length + word.Length > Longest) return line.Append(line.Length == 0 ? "…" : " …").ToString();
            var shown = MayBeLink(word) ? LeftOut : word;
            if (shown == LeftOut && line.ToString().EndsWith(LeftOut, StringComparison.Ordinal)) continue;
            line.Append(line.Length == 0 ? "" : " ").Append(shown);
        }
        return line.ToString();
    }

    /// <summary>A point, colon or slash with something close behind it, or the sign of an address: "a.example", "tel:1", "//x", "a@b".</summary>
    private static bool MayBeLink(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] is '@' or '\\' or '/') return true;
            if (word[i] is '.' or ':' or '。' or '．' or '｡' or '：' or '․' && i + 1 < word.Length && (char.IsLetterOrDigit(word[i + 1]) || char.IsSurrogate(word[i + 1]))) return true;
        }
        return false;
    }
}
