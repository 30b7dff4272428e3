using System.Text.RegularExpressions;
using Dateline.Formats.InText;
using Dateline.Formats.Telegraph;

namespace Dateline.Formats.Wires;

/// <summary>
/// What the desks of agencies leave below a text that came by a wire: that more follows, the letters of who worked on it, the time of the
/// telegram, a notebook, a note to editors. A reader has no use for it; what a note says of the item is heard.
/// </summary>
internal static partial class WireFoot
{
    private const int Reach = 320;
    private const int Tail = 1500;
    private const int Most = 6;
    private const int LongestNote = 300;

#pragma warning disable MA0009 // at most 320 characters are looked at
    [GeneratedRegex(@"^\W*(?:more follows|more to follow|more to come|mfl|mft?|(?-i:MORE(?: [a-z]{2,3}(?:/[a-z]{2,3})*)?)|suivra|à suivre|a suivre|segue|sigue|continuará|continua|fortsetzung folgt|folgt fortsetzung|wird fortgesetzt|wordt vervolgd|meer volgt|forts\.?|fortsättning följer|fortsættes|jatkuu|juttu täydentyy|продолжение следует|следует|يتبع|ادامه دارد|続く|つづく|未完|待续|reopens)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Continued { get; }

    [GeneratedRegex(@"(?<=[.!?»”""'’)]\s*|\w )\((?:segue|suivra|à suivre|more(?: to follow)?|sigue|fortsetzung folgt|folgt fortsetzung|wordt vervolgd)\)\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContinuedBehind { get; }

    // YH9-LUN/HOL, HOL/LUN: ANSA's; ih-pl/ls: AFP's.
    [GeneratedRegex(@"^(?:[a-z]{2,4}(?:-[a-z]{2,4}){0,3}/[a-z]{2,4}(?:-[a-z]{2,4})?|[A-Z]{1,3}\d{1,2}-[A-Z]{2,4}(?:/[A-Z]{2,4})?|[A-Z]{2,4}/[A-Z]{2,4}|[A-Z]\d[A-Z] [A-Z]{4}|-{1,3}0-{1,3}[a-z/]{0,8}|AAP [a-z]{2,3}(?:/[a-z]{2,3}){0,2})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Signs { get; }

    // AFP's companies, of which its screens make links; what Reuters tells those at its screens.
    [GeneratedRegex(@"^(?:<org idsrc=.*|Source text(?: for Eikon)?: .{0,80}|Further company coverage: .{0,60}|\(+(?:Reuters )?\p{Lu}\p{L}+ Newsroom\b.{0,80}\)+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ForScreens { get; }

    // (IHO, LUN) behind the last sentence; (SDA-ATS\--/a1ih)
    [GeneratedRegex(@"(?:(?<=[.!?»”""'’]\s?)\((?<letters>[A-Z]{2,4}(?:, ?[A-Z]{2,4}){0,4})\)|\((?:SDA|ATS|sda|ats)[A-Za-z-]{0,8}\\[^()]{0,20}\))\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SignsBehind { get; }

    [GeneratedRegex(@"^\([A-Z]{2,4}(?<more>, ?[A-Z]{2,4}){0,4}\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Letters { get; }

    // (foto)(vídeo)
    [GeneratedRegex(@"^(?:\((?:fotos?|photos?|videos?|v[ií]deos?|audios?|infograf[ií]a)(?: \w{1,12})?\)\s?){1,4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pictures { get; }

    [GeneratedRegex(@"^\W*(?:notes? to editors?|editors?['’] notes?|noot (?:voor|aan) de redacties?|note aux r[ée]dactions?|note aux clients|nota (?:a los|para) editores|nota a redacciones|hinweis an die redaktion(?:en)?|til redaksjonen|till redaktione(?:n|rna)|tiedoksi toimituksille)\s*[:–—-]\s*\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Note { get; }

    [GeneratedRegex(@"#{1,3} ?(?:dpa-)?(?:Notizblock|notebook)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Notebook { get; }
#pragma warning restore MA0009

    public static NewsBody Cut(NewsBody body, WireDraft draft)
    {
        body = WithoutNotebook(body);
        for (var cut = 0; cut < Most; cut++)
        {
            var rest = WithoutLast(body, draft);
            if (ReferenceEquals(rest, body)) break;
            body = rest;
        }

        return body;
    }

    /// <summary>Whether a line below a telegram's text is one of a desk's: its signs, that more follows, what pictures there are.</summary>
    public static bool IsDesk(string line) => line.Length is > 1 and < 80 && (Continued.IsMatch(line) || Signs.IsMatch(line) || Pictures.IsMatch(line));

    private static NewsBody WithoutNotebook(NewsBody body)
    {
        if (!body.Content.Contains('#', StringComparison.Ordinal) || Notebook.Match(body.Content) is not { Success: true, Index: > 0 } notebook) return body;
        var cut = BodyCut.Cut(body, notebook.Index, body.Content.Length);
        return cut with { Content = cut.Content.TrimEnd() };
    }

    private static NewsBody WithoutLast(NewsBody body, WireDraft draft)
    {
        Span<char> chars = stackalloc char[Reach];
        Span<long> places = stackalloc long[Reach + 1];
        var run = new TextRun(chars, places);
        var at = Start(body);
        var isWithin = at > 0;
        var (last, blocks, isWhole) = (-1, isWithin ? 1 : 0, true);
        for (var start = at; run.Next(body, ref at); start = at, blocks++)
        {
            isWhole = !isWithin;
            isWithin = run.Text.Length >= Reach - 1;
            last = start;
        }

        if (last < 0) return body;
        run.Next(body, ref last);

        // A text that is nothing but a word is a text.
        if (blocks < 2) return Behind(body, run, draft);
        var text = run.Text.Trim();
        if (isWhole && text.Length < LongestNote && IsFoot(text.ToString(), body, draft)) return Without(body, run, 0);
        return Behind(body, run, draft);
    }

    // The last blocks begin somewhere in the last piece of the markup; the first of them there may be half of one.
    private static int Start(NewsBody body) => Math.Max(0, body.Content.Length - Tail) is > 0 and var from && body.Content.IndexOf(body.Kind == BodyKind.Html ? '<' : '\n', from) is >= 0 and var at ? at : 0;

    private static bool IsFoot(string text, NewsBody body, WireDraft draft)
    {
        if (Continued.IsMatch(text) || Signs.IsMatch(text) || SignsBehind.Match(text) is { Success: true, Index: 0 } || ForScreens.IsMatch(text) || (text.Length < 60 && Trailer.TryRead(text, out _, out _))) return true;

        // ANSA's letters and the time of its telegram on one line: VRG/JH 16-NOV-26 10:40 NNNN.
        if (text.Length < 60 && text.IndexOf(' ', StringComparison.Ordinal) is > 2 and < 12 and var behind && Signs.IsMatch(text[..behind]) && Trailer.TryRead(text[(behind + 1)..], out _, out _)) return true;

        // Belga's (MQU, JHA) in a line of its own; one alone may be anything.
        if (text is ['(', .., ')'] && text.Length < 40 && Letters.Match(text) is { Success: true } letters && (letters.Groups["more"].Success || IsBelga(draft, body))) return true;

        // ANSA's writers sign with three letters.
        if (text.Length is 3 && text.All(char.IsAsciiLetterUpper) && body.Content.Contains("(ANSA)", StringComparison.Ordinal)) return true;
        if (Note.IsMatch(text))
        {
            draft.ReadNote(text);
            return true;
        }

        return IsNotice(text, draft);
    }

    // © and the name of who sent it, whatever is said behind.
    private static bool IsNotice(string text, WireDraft draft)
    {
        if (text is not ['©', ' ', ..]) return false;
        var credit = draft.Item.Credit;
        foreach (var name in (ReadOnlySpan<string?>)[credit.Distributor, credit.Provider, credit.Source, credit.CopyrightHolder, draft.Item.Byline])
        {
            if (name is not { Length: > 2 } || !text.AsSpan(2).StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            draft.Item.Credit = credit with { CopyrightNotice = credit.CopyrightNotice ?? text };
            return true;
        }

        return false;
    }

    private static NewsBody Behind(NewsBody body, TextRun run, WireDraft draft)
    {
        var text = run.Text.ToString();
        if (ContinuedBehind.Match(text) is { Success: true, Index: > 0 } continued)
        {
            // The full stop behind the bracket is that of the sentence before it, unless that has one.
            var isEnded = text.AsSpan(0, continued.Index).TrimEnd() is [.., '.' or '!' or '?' or '”' or '»' or '"'];
            return isEnded || !continued.Value.TrimEnd().EndsWith('.') ? Without(body, run, continued.Index) : Within(body, run, continued.Index, text.LastIndexOf(')') + 1);
        }

        if (SignsBehind.Match(text) is not { Success: true, Index: > 0 } signs) return body;
        if (signs.Groups["letters"] is { Success: true, Value: var letters } && !letters.Contains(',', StringComparison.Ordinal) && !IsBelga(draft, body)) return body;
        if (Agencies.IsKnown(signs.Groups["letters"].Value)) return body;
        return Without(body, run, signs.Index);
    }

    // Belga's writers sign one by one.
    private static bool IsBelga(WireDraft draft, NewsBody body) =>
        "Belga".Equals(draft.Item.Credit.Provider, StringComparison.OrdinalIgnoreCase) || "Belga".Equals(draft.Item.Credit.Source, StringComparison.OrdinalIgnoreCase) || body.Content.Contains("(BELGA)", StringComparison.OrdinalIgnoreCase);

    private static NewsBody Within(NewsBody body, TextRun run, int start, int end)
    {
        while (start > 0 && run.Text[start - 1] == ' ') start--;
        return BodyCut.Cut(body, run.Place(start), run.Place(end));
    }

    private static NewsBody Without(NewsBody body, TextRun run, int start)
    {
        while (start > 0 && run.Text[start - 1] == ' ') start--;
        var cut = BodyCut.Cut(body, run.Place(start), run.Place(run.Text.Length));
        return cut with { Content = cut.Content.TrimEnd() };
    }
}
