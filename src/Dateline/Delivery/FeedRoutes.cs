using Dateline.Formats;
using Dateline.Formats.Atom;
using Dateline.Formats.JsonFeed;
using Dateline.Formats.Rss;
using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;
using Subject = Dateline.Stories.Subject;

namespace Dateline.Delivery;

/// <summary>GET …/feed.rss, …/feed.atom, …/feed.json: of an edition, a topic, a source.</summary>
internal static class FeedRoutes
{
    private const int Items = 30;
    private static readonly TimeSpan TombstoneTerm = TimeSpan.FromDays(30);

    public static Task<IResult> Edition(string edition, string format, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, async (make, cancel) =>
        {
            make.Shows(Subject.Edition(edition));
            var stories = make.Db.PublicStories(edition, make.Page.Now);
            return await Feed(make, format, $"/{edition}", make.Page.Style.FullName, stories, Killed(make), cancel);
        });

    public static Task<IResult> Topic(string edition, string topic, string format, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, async (make, cancel) =>
        {
            if (make.Page.Book.Topic(topic) is not { } found) return await make.NotFound();
            make.Shows(Subject.Topic(edition, topic));
            var title = $"{make.Page.Style.ShortName}: {found.Name(make.Page.Edition.Language)}";
            return await Feed(make, format, $"/{edition}/topic/{topic}", title, make.Db.PublicStoriesOfTopic(edition, topic, make.Page.Now), Killed(make), cancel);
        });

    public static Task<IResult> Source(string edition, string source, string format, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, async (make, cancel) =>
        {
            if (await make.Db.Sources.FirstOrDefaultAsync(row => row.Key == source, cancel) is not { } found)
            {
                make.Shows(Subject.Sources); // it may be added
                return await make.NotFound();
            }
            make.Shows(Subject.Source(found.Id));
            make.Shows(Subject.StoriesOf(found.Id));
            var title = $"{make.Page.Style.ShortName}: {make.Page.Words["source.title", found.Name]}";
            return await Feed(make, format, $"/{edition}/source/{source}", title, make.Db.PublicStoriesOfSource(edition, found.Id, make.Page.Now), Killed(make, found.Id), cancel);
        });

    private static IQueryable<KilledStory> Killed(PublicRender make, Guid? source = null) => make.Db.KilledStories(make.Page.Now - TombstoneTerm, source);

    private static async Task<RenderedPage> Feed(
        PublicRender make, string format, string place, string title, IQueryable<Story> newest, IQueryable<KilledStory> killed, CancellationToken cancel)
    {
        if (format is not ("rss" or "atom" or "json")) return await make.NotFound();
        var stories = await PublicGate.ReadStories(newest.Take(Items), cancel);
        foreach (var story in stories)
        {
            make.Shows(Subject.Story(story.Key));
            if (story.Source is { } source) make.Shows(Subject.Source(source.Id));
        }
        make.Shows(Subject.Kills);
        var gone = await killed.Take(Items).ToListAsync(cancel);
        foreach (var story in gone) make.Shows(Subject.Story(story.Key));
        var head = new FeedHead
        {
            Id = make.Page.Absolute($"{place}/feed.atom"),
            Title = title,
            Description = make.Page.Style.Tagline ?? make.Page.Style.FullName,
            Link = make.Page.Absolute(place),
            SelfLink = make.Page.Absolute($"{place}/feed.{format}"),
            Language = make.Page.Edition.Language,
            Updated = stories.Select(story => story.UpdatedAt).Concat(gone.Select(story => story.At)).DefaultIfEmpty(make.Page.Now).Max(), // a kill is news too: it never goes back
            Image = make.Page.Style.Logo is { } logo ? make.Page.Absolute(logo.Path) : null,
            Generator = "Dateline",
        };
        var items = stories.ConvertAll(story => OutgoingItem.Of(story, make.Page));
        using var bytes = new MemoryStream();
        switch (format)
        {
            case "rss":
                await RssWriter.WriteAsync(bytes, head, items, cancel);
                return Sent("application/rss+xml; charset=utf-8");
            case "atom":
                await AtomWriter.WriteAsync(bytes, head, items, gone.Select(story => new Tombstone(OutgoingItem.Uri(story.Id), story.At)), cancel);
                return Sent("application/atom+xml; charset=utf-8");
            default:
                await JsonFeedWriter.WriteAsync(bytes, head, items, cancel);
                return Sent("application/feed+json; charset=utf-8");
        }

        RenderedPage Sent(string type) => new(StatusCodes.Status200OK, type, bytes.ToArray()) { NoIndex = true };
    }
}
