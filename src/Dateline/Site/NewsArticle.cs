using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Site;

/// <summary>The story as a schema.org NewsArticle.</summary>
public static class NewsArticle
{
    private static readonly JsonSerializerOptions WithoutEmpty = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static JsonNode Of(PublicStory story, PublicPage page) =>
        JsonSerializer.SerializeToNode(Members(story, page).Where(member => member.Value is not null).ToDictionary(), WithoutEmpty)!;

    private static Dictionary<string, object?> Members(PublicStory story, PublicPage page)
    {
        var us = new Dictionary<string, object?> { ["@type"] = "NewsMediaOrganization", ["name"] = page.Style.FullName, ["alternateName"] = page.Style.ShortName, ["url"] = page.Absolute(page.Edition.Path) };
        if (page.Style.Logo is { } logo) us["logo"] = new Dictionary<string, object?> { ["@type"] = "ImageObject", ["url"] = page.Absolute(logo.Path), ["width"] = logo.ShownWidth, ["height"] = logo.ShownHeight };
        var article = new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["mainEntityOfPage"] = page.Absolute(story.Path),
            ["headline"] = story.Headline,
            ["description"] = story.Summary,
            ["inLanguage"] = story.Language,
            ["dateline"] = story.PlaceLine.Place,
            ["datePublished"] = story.PublishedAt.ToString("O"),
            ["dateModified"] = story.UpdatedAt.ToString("O"),
            ["version"] = story.Version,
            ["articleSection"] = story.Topics.Select(page.Book.Topic).OfType<Topic>().Select(topic => topic.Name(page.Edition.Language)).ToList(),
            ["wordCount"] = story.Body.WordCount,
            ["image"] = story.Pictures.Select(picture => new Dictionary<string, object?>
            {
                ["@type"] = "ImageObject",
                ["url"] = page.Absolute(picture.Src(1600)),
                ["width"] = picture.Width,
                ["height"] = picture.Height,
                ["caption"] = picture.Caption,
                ["creditText"] = picture.Credit,
            }).ToList(),
            ["publisher"] = us,
            ["author"] = story.Byline is { Length: > 0 } byline ? new Dictionary<string, object?> { ["@type"] = "Person", ["name"] = byline } : us,
        };
        if (story.Corrections.Count > 0)
            article["correction"] = story.Corrections.Select(correction => new Dictionary<string, object?>
            {
                ["@type"] = "CorrectionComment",
                ["text"] = correction.Note,
                ["datePublished"] = correction.At.ToString("O"),
            }).ToList();
        if (story.Credit is { } credit) AddCredit(article, credit, story.Source);
        return article;
    }

    private static void AddCredit(Dictionary<string, object?> article, Credit credit, PublicSource? source)
    {
        var original = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = credit.Source, ["url"] = source?.Site };
        article["creditText"] = credit.CreditLine ?? string.Join(" / ", credit.Hops.Select(hop => hop.Name));
        article["sourceOrganization"] = original;
        article["author"] = credit.Byline is { Length: > 0 } byline ? new Dictionary<string, object?> { ["@type"] = "Person", ["name"] = byline, ["url"] = credit.SourceUrl } : original;
        article["copyrightHolder"] = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = credit.CopyrightHolder ?? credit.Source };
        article["copyrightNotice"] = credit.CopyrightNotice;
        if (credit.SourceUrl is { } url) article["isBasedOn"] = url;
    }
}
