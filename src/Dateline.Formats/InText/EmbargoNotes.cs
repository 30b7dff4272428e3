using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// An embargo told within a text or below it: <c>(EDS: Embargoed until 6 a.m. EST Wednesday, Nov. 18.)</c>, <c>This release is under strict
/// embargo until 00:01 GMT on 18 November 2026.</c> Where anything may stand, only an hour and a day together are an embargo on the text; a
/// note in brackets that speaks to editors may leave them out.
/// </summary>
internal static partial class EmbargoNotes
{
    private const int LongestBlock = 800;
    private const int LongestTime = 100;

#pragma warning disable MA0009 // at most 800 characters are looked at, and only where a stem of EmbargoWords was found
    [GeneratedRegex(@"(?<note>[(\[]\s*(?:eds?\b[.:]?|editors:|note to editors:?|attention editors:?)\s*)?(?<![\p{L}\p{N}-])(?<word>(?:strictly )?embargoed|under (?:a |an )?(?:strict |strictest )?embargo|(?:unter |mit )?sperrfrist|sous embargo|bajo embargo|sotto embargo|onder embargo|sob embargo|под эмбарго|embargo)(?: for (?:release|publication|broadcast|use))?\s*(?:[:,]?\s*(?:until|till|til|before|not before|bis(?: zum)?|jusqu['’](?:au|à|a)|hasta(?: el| las)?|fino (?:al?|alle)|tot|до|até)\b|:)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Held { get; }

    [GeneratedRegex(@"\b(?:this|it|they|these|release|report|study|paper|story|article|material|information|results|findings|document|content|copy|communiqué|comunicado|comunicato|mitteilung|informationen|bericht|persbericht|editors?|eds)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own { get; }
#pragma warning restore MA0009

    // "Trade is under embargo until …" is news; "This release is under embargo until …" is a note.
    private static bool IsOnText(ReadOnlySpan<char> before)
    {
        var sentence = before[(before.TrimEnd().LastIndexOfAny(".!?\n") + 1)..].Trim(" *_-–—(:");
        return sentence.IsEmpty || Own.IsMatch(sentence);
    }

    /// <summary>What the text says of an embargo on itself; null where it says nothing.</summary>
    /// <param name="body">The text.</param>
    /// <param name="mayBeAbove">Whether the beginning has a word of an embargo in it.</param>
    /// <param name="reach">How much of the beginning and of the end is looked at.</param>
    /// <param name="without">The text without a note in brackets that says so; what is a sentence of its own stays.</param>
    public static EmbargoTime? Read(NewsBody body, bool mayBeAbove, int reach, out NewsBody without)
    {
        without = body;
        var tail = Math.Max(0, body.Content.Length - reach);
        if (mayBeAbove && Read(body, 0, reach, ref without) is { } above) return above;
        return tail > 0 && EmbargoWords.MayBe(body.Content.AsSpan(tail)) ? Read(body, tail, body.Content.Length, ref without) : null;
    }

    private static EmbargoTime? Read(NewsBody body, int at, int end, ref NewsBody without)
    {
        Span<char> chars = stackalloc char[LongestBlock + 10];
        Span<long> places = stackalloc long[LongestBlock + 11];
        var run = new TextRun(chars, places);
        while (at < end && run.Next(body, ref at))
        {
            if (!EmbargoWords.MayBe(run.Text)) continue;
            var text = run.Text.ToString();
            foreach (Match match in Held.Matches(text))
            {
                var said = text.AsSpan(match.Index + match.Length);
                var time = EmbargoTime.Read(said[..Math.Min(said.Length, LongestTime)]);
                var isNote = match.Groups["note"].Success;
                if (!time.IsMoment && !(isNote && time.IsTime)) continue;
                if (!isNote && match.Groups["word"].ValueSpan.EndsWith("embargo", StringComparison.OrdinalIgnoreCase) && !IsOnText(text.AsSpan(0, match.Index))) continue;
                if (isNote && text.AsSpan(match.Index).IndexOfAny(')', ']') is > 0 and var close) without = BodyCut.Cut(body, run.Place(match.Index), run.Place(match.Index + close + 1));
                return time;
            }
        }

        return null;
    }
}
