using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Site;

/// <summary>The story as a schema.org NewsArticle.</summary>
public static class NewsArticle
{
    public static JsonNode Of(PublicStory story, PublicPage page)
    {
        var article = JsonSerializer.SerializeToNode(Members(story, page))!;
        Prune(article);
        return article;
    }

    /// <summary>Takes out every member that has no value, at whatever depth: schema.org has no null, and validators complain of it.</summary>
    private static void Prune(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var item in list) Prune(item);
        if (node is not JsonObject thing) return;
        foreach (var (name, value) in thing.ToList())
            if (value is null) thing.Remove(name);
            else Prune(value);
    }

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
