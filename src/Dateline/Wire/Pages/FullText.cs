using Dateline.Formats;

namespace Dateline.Wire.Pages;

/// <summary>An item as its feed sent it, with the text of the page that it links to.</summary>
internal static class FullText
{
    private const string Said = "The text is that of the page the item links to.";

    /// <summary>What the feed says counts: its headline, summary, times, and every line of its credit. The page fills what the feed left open.</summary>
    public static NewsItem Of(NewsItem sent, NewsItem page) => sent with
    {
        Body = page.Body,
        Byline = sent.Byline ?? page.Byline,
        Authors = sent.Authors.Count > 0 ? sent.Authors : page.Authors,
        Contributors = sent.Contributors.Count > 0 ? sent.Contributors : page.Contributors,
        PlaceLine = sent.PlaceLine ?? page.PlaceLine,
        Language = sent.Language ?? page.Language,
        Media = sent.Media.Count > 0 ? sent.Media : page.Media,
        Credit = Of(sent.Credit, page.Credit),
        Repairs = [.. sent.Repairs.Where(repair => repair != Said), Said],
        Raw = page.Raw,
    };

    private static Credit? Of(Credit? sent, Credit? page) => sent is null || page is null ? sent ?? page : sent with
    {
        // One that the feed names isn't linked to another's address.
        SourceUrl = sent.SourceUrl ?? (sent.Source is null ? page.SourceUrl : null),
        Source = sent.Source ?? page.Source,
        Provider = sent.Provider ?? page.Provider,
        CreditLine = sent.CreditLine ?? page.CreditLine,
        CopyrightHolder = sent.CopyrightHolder ?? page.CopyrightHolder,
        CopyrightNotice = sent.CopyrightNotice ?? page.CopyrightNotice,
        UsageTerms = sent.UsageTerms ?? page.UsageTerms,
        Hops = sent.Hops.Count > 0 ? sent.Hops : page.Hops,
    };

    /// <summary>Letters of what would be shown as the text.</summary>
    public static int Letters(NewsItem news) => Groups.Passages.Of(news).Sum(passage => passage.Length);
}
