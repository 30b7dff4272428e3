using Dateline.Formats;
using Dateline.Layout;
using Dateline.Stories;
using Author = Dateline.Formats.Author;

namespace Dateline.Delivery;

/// <summary>A public story as it leaves for others' machines, with its credit.</summary>
internal static class OutgoingItem
{
    /// <summary>Never changes, whatever happens to headline or address.</summary>
    public static string Uri(Guid id) => $"urn:uuid:{id:D}";

    public static NewsItem Of(PublicStory story, PublicPage page)
    {
        var address = page.Absolute(story.Path);
        return new NewsItem
        {
            Uri = Uri(story.Id),
            Version = story.Version.ToString(),
            Headline = CreditPlace.Headline(story.Headline, story.Source, page.Style),
            Summary = story.Summary,
            Body = Content(story, page),
            Byline = story.Byline,
            Authors = story.Byline is { Length: > 0 } byline ? [new Author(byline)] : [new Author(story.Credit?.Source ?? page.Style.FullName)],
            Language = story.Language,
            Published = story.PublishedAt,
            Updated = story.UpdatedAt,
            Subjects = [.. story.Topics.Select(page.Book.Topic).OfType<Topic>().Select(topic => new Formats.Subject(null, topic.Key, topic.Name(page.Edition.Language)))],
            Links = [new Link("alternate", address, "text/html"), .. story.Credit?.SourceUrl is { } original ? new[] { new Link("via", original) } : []],
            Media = story.Lead is { } lead ? [new Media(page.Absolute(lead.Src(1600)), "image/jpeg") { Caption = lead.Caption, Credit = lead.Credit }] : [],
            Credit = story.Credit is { } credit ? Chain(credit, story.Source) : null,
        };
    }

    private static NewsBody Content(PublicStory story, PublicPage page)
    {
        var html = StoryMarkup.Of(story, page, page.PublicUrl).ToString();
        foreach (var correction in story.Corrections.Reverse())
            html = $"<p><strong>{Foundation.Markup.SafeHtml.Encode(page.Words["correction"])}, {Foundation.Markup.SafeHtml.Encode(page.Words.DateTime(page.Edition, correction.At))}:</strong> {Foundation.Markup.SafeHtml.Encode(correction.Note)}</p>{html}";
        return new NewsBody(html, BodyKind.Html);
    }

    /// <summary>
    /// The source's own address, the same for all that comes from it: RSS means its channel and Atom its feed, not the
    /// article, which stands in the link "via".
    /// </summary>
    private static string? Place(Stories.Credit credit, PublicSource? source) =>
        source is { Site: { } site } && credit.Source == source.Name ? site
            : System.Uri.TryCreate(credit.SourceUrl, UriKind.Absolute, out var article) ? article.GetLeftPart(UriPartial.Authority) + "/" : null;

    private static Formats.Credit Chain(Stories.Credit credit, PublicSource? source) => new()
    {
        Source = credit.Source,
        SourceUrl = Place(credit, source),
        Distributor = credit.Distributor,
        Provider = credit.Provider,
        CreditLine = credit.CreditLine,
        CopyrightHolder = credit.CopyrightHolder,
        CopyrightNotice = credit.CopyrightNotice,
        UsageTerms = credit.UsageTerms,
        Hops = [.. credit.Hops.Select(hop => new Formats.Hop(hop.Name, hop.Role.ToString(), hop.At))],
    };
}
