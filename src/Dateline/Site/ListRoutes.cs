using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Site;

/// <summary>GET /{edition}/topic/{topic} and /{edition}/source/{source}, paged by ?before=</summary>
public static class ListRoutes
{
    private const int PageSize = 25;

    public static Task<IResult> Topic(string edition, string topic, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, ["before"], (make, cancel) =>
        {
            if (make.Page.Book.Topic(topic) is not { } found) return make.NotFound();
            make.Shows(Subject.Topic(edition, topic));
            return Page(make, make.Db.PublicStoriesOfTopic(edition, topic, make.Page.Now), found.Name(make.Page.Edition.Language), $"/{edition}/topic/{topic}", topic, null, cancel);
        });

    public static Task<IResult> Source(string edition, string source, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, ["before"], async (make, cancel) =>
        {
            if (await make.Db.Sources.FirstOrDefaultAsync(row => row.Key == source, cancel) is not { } found)
            {
                make.Shows(Subject.Sources); // it may be added
                return await make.NotFound();
            }
            make.Shows(Subject.Source(found.Id));
            return await Page(make, make.Db.PublicStoriesOfSource(edition, found.Id, make.Page.Now),
                make.Page.Words["source.title", found.Name], $"/{edition}/source/{source}", null, PublicSource.Of(found), cancel);
        });

    private static async Task<Foundation.Pages.RenderedPage> Page(
        PublicRender make, IQueryable<Story> stories, string title, string place, string? topic, PublicSource? source, CancellationToken cancel)
    {
        if (make.Query("before") is { } before)
        {
            if (!long.TryParse(before, out var microseconds) || microseconds is < 0 or > 253_402_300_799_000_000) return await make.NotFound();
            var bound = Instants.FromMicroseconds(microseconds);
            stories = stories.Where(story => story.PublishedAt < bound);
        }
        var cards = await PublicGate.ReadCards(stories.Take(PageSize + 1), cancel);
        var page = cards.Take(PageSize).ToList();
        make.Shows(page);
        return await make.Html<ListPage>(new()
        {
            [nameof(ListPage.Page)] = make.Page,
            [nameof(ListPage.Title)] = title,
            [nameof(ListPage.Place)] = place,
            [nameof(ListPage.Topic)] = topic,
            [nameof(ListPage.Source)] = source,
            [nameof(ListPage.Cards)] = page,
            [nameof(ListPage.Older)] = cards.Count > PageSize ? Instants.ToMicroseconds(page[^1].PublishedAt).ToString() : null,
        });
    }
}
