namespace Dateline.Formats;

/// <summary>What a lead mark says of a version of a story.</summary>
public enum LeadKind
{
    /// <summary>A new top or a rewritten whole: LEAD, 2ND LEAD, WRITETHRU, WRAPUP, Zusammenfassung, UPDATE.</summary>
    Update,

    /// <summary>A mistake was put right: CORRECTED, Korrektur, RECTIFICATIF.</summary>
    Correction,

    /// <summary>The same text again, with a technical mistake put right: REFILE.</summary>
    Refile,

    /// <summary>The same text again: RPT.</summary>
    Repeat,

    /// <summary>A further piece of a text: TAKE 2, 2ND ADD.</summary>
    Take,

    /// <summary>The first words of something great: FLASH, عاجل.</summary>
    Flash,

    /// <summary>Sent at once: URGENT, BULLETIN, ALERT, Eil.</summary>
    Urgent,

    /// <summary>The story is taken back: MANDATORY KILL.</summary>
    Kill,

    /// <summary>For editors alone: ADVISORY, DAYBOOK.</summary>
    Advisory,
}

/// <summary>
/// The mark by which wires tell the versions of a story apart: <c>2ND LEAD</c>, <c>UPDATE 2-</c>, <c>CORRECTED-</c>,
/// <c>(Zusammenfassung)</c>. It stands in headline or slugline and is no part of either.
/// </summary>
/// <param name="Kind">What it says.</param>
/// <param name="Order">Which of its kind: 2 for <c>2ND LEAD</c> and <c>UPDATE 2</c>, 1 where no number is written.</param>
/// <param name="Text">The mark as sent.</param>
public sealed record LeadMark(LeadKind Kind, int Order, string Text)
{
    /// <summary>Finds the marks of a headline or slugline.</summary>
    /// <param name="line">The line as sent.</param>
    /// <param name="rest">What is left without them; the line itself where there is none.</param>
    /// <returns>The marks in the order in which they stand; empty where there is none.</returns>
    public static IReadOnlyList<LeadMark> Read(string line, out string rest)
    {
        ArgumentNullException.ThrowIfNull(line);
        return InText.LeadMarks.Read(line, out rest);
    }
}
