using System.Buffers;

namespace Dateline.Formats.Pages;

/// <summary>
/// How much a text says, in Latin letters' worth: an ideograph is worth three of them. Whether it is made of sentences.
/// </summary>
internal static class TextWeight
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…。！？؟।۔｡։៖။");

    public static int Of(ReadOnlySpan<char> text)
    {
        var weight = 0;
        foreach (var c in text)
        {
            if (c < '\u2E80') weight += char.IsLetterOrDigit(c) || c > '\u0900' ? 1 : 0;
            else weight += c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' ? 3 : 1;
        }

        return weight;
    }

    /// <summary>Whether a sentence ends in it: a stop at the end, or before a space.</summary>
    public static bool HasSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOfAny(Ends);
            if (at < 0) return false;
            at += from;
            var next = at + 1;
            while (next < text.Length && text[next] is '"' or '”' or '»' or '’' or '\'' or ')' or ']' or '」' or '』' or '”') next++;
            if (text[at] > '\u2E80' || next >= text.Length || (char.IsWhiteSpace(text[next]) && at > 2 && !char.IsUpper(text[at - 1]))) return true;
            from = at + 1;
        }

        return false;
    }

    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd().TrimEnd("\"”»’')]」』");
        return text.Length > 0 && (Ends.Contains(text[^1]) || text[^1] is ':' or '；' or ';');
    }

    /// <summary>Words as a reader counts them; two ideographs are about one.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        var (words, ideographs) = (0, 0);
        var inside = false;
        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3') ideographs++;
            var isLetter = char.IsLetterOrDigit(c);
            if (isLetter && !inside) words++;
            inside = isLetter || c is '\'' or '’' or '-' or '\u200C';
        }

        return ideographs > 4 ? Math.Max(words, ideographs / 2) : words;
    }
}
