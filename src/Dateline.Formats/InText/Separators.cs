using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>What stands between a dateline and the text: dashes of all kinds, colons, stops before them.</summary>
internal static class Separators
{
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—−―\u2010\u2011‒－ـ_");
    private static readonly SearchValues<char> DashesAndColons = SearchValues.Create("-–—−―\u2010\u2011‒－ـ_:：");

    private static readonly SearchValues<char> DashesAndSlash = SearchValues.Create("-–—−―\u2010\u2011‒－ـ=/");

    public static bool IsDash(char c) => c is '-' or '–' or '—' or '−' or '―' or '\u2010' or '\u2011' or '‒' or '－' or 'ـ' or '=' or '_';

    /// <summary>The length of a separator at the beginning, white space around it included; 0 if there is none.</summary>
    public static int Length(ReadOnlySpan<char> text, bool colon = true)
    {
        var at = Blank(text, 0);
        while (at < text.Length && text[at] is '.' or ',' && at < text.Length - 1 && (IsDash(text[at + 1]) || text[at + 1] == ' ')) at++;
        at = Blank(text, at);
        var dashes = at;
        while (dashes < text.Length && (IsDash(text[dashes]) || (colon && text[dashes] is ':' or '：'))) dashes++;
        return dashes == at ? 0 : Blank(text, dashes);
    }

    public static int LastDashOrSlash(ReadOnlySpan<char> text) => text.LastIndexOfAny(DashesAndSlash);

    /// <summary>Where the next separator begins: a dash with a space on either side, a doubled or long dash, a colon.</summary>
    public static int Next(ReadOnlySpan<char> text, int reach, bool colon)
    {
        reach = Math.Min(text.Length, reach);
        for (var i = 1; i < reach; i++)
        {
            var next = text[i..reach].IndexOfAny(colon ? DashesAndColons : Dashes);
            if (next < 0) break;
            i += next;
            // "1448 هـ": of the Hijra.
            if (text[i] == 'ـ' && text[i - 1] == 'ه') continue;
            if (text[i] is ':' or '：') return i;
            if (text[i] is '—' or '―' || char.IsWhiteSpace(text[i - 1]) || (i + 1 < text.Length && (char.IsWhiteSpace(text[i + 1]) || IsDash(text[i + 1])))) return i;
        }

        return -1;
    }

    public static int Blank(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\u200E' or '\u200F' or '\u200B' or '\uFEFF')) at++;
        return at;
    }
}
