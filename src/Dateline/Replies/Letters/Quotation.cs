using System.Buffers;
using System.Globalization;
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
    private const string Closing = ".:。,;!?…\"'’”»)]}،؛؟";
    private static readonly SearchValues<char> Signs = SearchValues.Create(".:。․");

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

    /// <summary>
    /// The sign of an address or a path anywhere, or a point or colon with more behind it than what closes a sentence: "a@b", "//x",
    /// "a.example", "tel:1". Wide and other dots are looked at as programs read them (UTS 46), and what can't be seen isn't looked at.
    /// </summary>
    private static bool MayBeLink(string word)
    {
        var plain = string.Concat(word.Normalize(NormalizationForm.FormKC).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format));
        var end = plain.Length;
        while (end > 0 && Closing.Contains(plain[end - 1], StringComparison.Ordinal)) end--;
        return plain.AsSpan(0, end).IndexOfAny(Signs) >= 0 || plain.AsSpan().IndexOfAny('@', '/', '\\') >= 0;
    }
}
