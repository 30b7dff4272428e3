using System.Globalization;
using Dateline.Stories;

namespace Dateline.Site;

/// <summary>
/// About how high the top of a front comes to be, in lines of a brief on a wide screen (site.css at 1280 px): so many briefs stand
/// beside it that neither column ends in a void. It needn't be right to the line: the pictures grow into what is left over.
/// </summary>
internal static class FrontHeight
{
    public static double Of(StoryCard brief) => (Lines(Credited(brief), 17) + .9) * Leading(brief);

    public static double Of(StoryCard? lead, IEnumerable<StoryCard> seconds) => Math.Max(lead is null ? 0 : OfLead(lead), seconds.Sum(OfSecond));

    private static double OfLead(StoryCard card) =>
        (card.Picture is null ? 0 : 18) + ((4 + (2.4 * Lines(Credited(card), 22)) + (1.3 * Lines(card.Summary, 50))) * Leading(card));

    private static double OfSecond(StoryCard card) =>
        (card.Picture is null ? 0 : 8.5) + ((4 + (1.4 * Lines(Credited(card), 17)) + Lines(card.Summary, 31)) * Leading(card));

    /// <summary>Arabic letters need more air than Latin ones; pictures don't.</summary>
    private static double Leading(StoryCard card) => CultureInfo.GetCultureInfo(card.Language).TextInfo.IsRightToLeft ? 1.32 : 1;

    private static string Credited(StoryCard card) => card.Source is { } source ? $"{source.Name}/ {card.Headline}" : card.Headline;

    /// <param name="letters">What comes onto a line, words being what they are.</param>
    private static int Lines(string? text, int letters) => text is null ? 0 : (text.Length + letters - 1) / letters;
}
