using Dateline.Stories;

namespace Dateline.Site;

/// <summary>
/// About how high the top of a front comes to be, in lines of a brief on a wide screen (site.css at 1280 px): so many briefs stand
/// beside it that neither column ends in a void. It needn't be right to the line: the pictures grow into what is left over.
/// </summary>
internal static class FrontHeight
{
    public static double Of(StoryCard brief) => Lines(Credited(brief), 17) + .9;

    public static double Of(StoryCard? lead, IEnumerable<StoryCard> seconds) => Math.Max(
        lead is null ? 0 : (lead.Picture is null ? 4 : 22) + 2.4 * Lines(Credited(lead), 22) + 1.3 * Lines(lead.Summary, 50),
        seconds.Sum(card => (card.Picture is null ? 4 : 12.5) + 1.4 * Lines(Credited(card), 17) + Lines(card.Summary, 31)));

    private static string Credited(StoryCard card) => card.Source is { } source ? $"{source.Name}/ {card.Headline}" : card.Headline;

    /// <param name="letters">What comes onto a line, words being what they are.</param>
    private static int Lines(string? text, int letters) => text is null ? 0 : (text.Length + letters - 1) / letters;
}
