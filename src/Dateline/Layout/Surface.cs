using Dateline.Stories;

namespace Dateline.Layout;

/// <summary>
/// A surface: something through which the public or a subscriber can see a story, and the addresses at which a
/// given story would show there. An endpoint's metadata names its surface.
/// </summary>
public sealed record Surface(string Name, Func<PublicStory, IEnumerable<string>> Addresses);

/// <summary>An anonymous page on which no story can show, with the reason why it needs no test of the promises.</summary>
public sealed record NotASurface(string Reason);

/// <summary>
/// The one list of surfaces. The tests of the promises walk it, and a test compares it with the routes that
/// anybody may ask: a new public address is in this list, or says why it isn't.
/// </summary>
public static class Surfaces
{
    public static readonly Surface StoryPage = new("story page", story => [story.Path]);
    public static readonly Surface FrontPage = new("front page", story => [$"/{story.Edition}"]);
    public static readonly Surface TopicPage = new("topic page", story => story.Topics.Select(topic => $"/{story.Edition}/topic/{topic}"));
    public static readonly Surface SourcePage = new("source page", story => story.Source is { } source ? [$"/{story.Edition}/source/{source.Key}"] : []);
    public static readonly Surface Search = new("search results", story => [$"/{story.Edition}/search?q={Uri.EscapeDataString(story.Headline)}"]);
    public static readonly Surface EditionFeed = new("feeds of the edition", story => Feeds($"/{story.Edition}"));
    public static readonly Surface TopicFeed = new("feeds of a topic", story => story.Topics.SelectMany(topic => Feeds($"/{story.Edition}/topic/{topic}")));
    public static readonly Surface SourceFeed = new("feeds of a source", story => story.Source is { } source ? Feeds($"/{story.Edition}/source/{source.Key}") : []);
    public static readonly Surface ReplyFeed = new("feed of the replies", story => [$"{story.Path}/replies.atom"]);
    public static readonly Surface Sitemap = new("sitemap", story => [$"/sitemap/{story.Edition}/{story.PublishedAt.UtcDateTime:yyyy-MM}.xml"]);
    public static readonly Surface NewsSitemap = new("news sitemap", _ => ["/sitemap/news.xml"]);
    public static readonly Surface StoryPicture = new("picture of a story", story => story.Pictures.SelectMany(picture => picture.Widths.Select(width => Picture.Path(picture.Id, width))));
    public static readonly Surface ReplyPages = new("reply pages", story => [$"{story.Path}/replies", $"{story.Path}/replies?sort=newest", $"{story.Path}/reported", $"{story.Path}/reply", $"{story.Path}/reply/held"]);
    public static readonly Surface ContentApi = new("content API", story => [$"/api/v1/{story.Edition}/stories", $"/api/v1/stories/{story.Key}"]);

    /// <summary>An address of the house's former system, as WordPress mostly writes it: it leads to the story, and only while that is public.</summary>
    public static readonly Surface OldAddresses = new("redirects from old addresses", story => [$"/{story.PublishedAt.UtcDateTime:yyyy'/'MM'/'dd}/{story.Slug}"]);

    public static readonly IReadOnlyList<Surface> All =
    [
        StoryPage, FrontPage, TopicPage, SourcePage, Search, EditionFeed, TopicFeed, SourceFeed, ReplyFeed,
        Sitemap, NewsSitemap, StoryPicture, ReplyPages, ContentApi, OldAddresses,
    ];

    private static IEnumerable<string> Feeds(string place) => [$"{place}/feed.rss", $"{place}/feed.atom", $"{place}/feed.json"];

    /// <summary>The methods of a public page's route. Routes are mapped with the framework's own methods, or it couldn't generate their handlers at compile time.</summary>
    public static readonly string[] Reading = ["GET", "HEAD"];

    /// <summary>A public route that belongs to a surface.</summary>
    public static RouteHandlerBuilder OnSurface(this RouteHandlerBuilder route, Surface surface) => route.AllowAnonymous().WithMetadata(surface);

    /// <summary>A public route on which no story can show.</summary>
    public static RouteHandlerBuilder OnNoSurface(this RouteHandlerBuilder route, string reason) => route.AllowAnonymous().WithMetadata(new NotASurface(reason));
}
