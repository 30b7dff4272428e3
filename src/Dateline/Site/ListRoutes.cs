using System.Globalization;
using Dateline.Foundation.Pages;
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
        pages.Serve(http, edition, [new("before", Before(http))], (make, cancel) =>
        {
            if (make.Page.Book.Topic(topic) is not { } found) return make.NotFound();
            make.Shows(Subject.Topic(edition, topic));
            return Page(make, make.Db.PublicStoriesOfTopic(edition, topic, make.Page.Now), found.Name(make.Page.Edition.Language), $"/{edition}/topic/{topic}", topic, null, cancel);
        });

    public static Task<IResult> Source(string edition, string source, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, [new("before", Before(http))], async (make, cancel) =>
        {
            if (await make.Db.Sources.FirstOrDefaultAsync(row => row.Key == source, cancel) is not { } found)
            {
                make.Shows(Subject.Sources); // it may be added
                return await make.NotFound();
            }
            make.Shows(Subject.Source(found.Id));
            make.Shows(Subject.StoriesOf(found.Id));
            return await Page(make, make.Db.PublicStoriesOfSource(edition, found.Id, make.Page.Now),
                make.Page.Words["source.title", found.Name], $"/{edition}/source/{source}", null, PublicSource.Of(found), cancel);
        });

    /// <summary>All that is no instant is the same page: none.</summary>
    private static string? Before(HttpContext http) =>
        Asked.In(http, "before") is not { } asked ? null : Microseconds(asked) is { } before ? before.ToString(CultureInfo.InvariantCulture) : "-";

    private static long? Microseconds(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds <= 253_402_300_799_000_000 ? microseconds : null;

    private static async Task<RenderedPage> Page(
        PublicRender make, IQueryable<Story> stories, string title, string place, string? topic, PublicSource? source, CancellationToken cancel)
    {
        if (make.Query("before") is { } asked)
        {
            if (Microseconds(asked) is not { } before) return await make.NotFound();
            var bound = Instants.FromMicroseconds(before);
            stories = stories.Where(story => story.PublishedAt < bound);
        }
        var cards = await PublicGate.ReadCards(stories.Take(PageSize + 1), cancel);
        var page = cards.Take(PageSize).ToList();
        make.Shows(page);
        var html = await make.Html<ListPage>(new()
        {
            [nameof(ListPage.Page)] = make.Page,
            [nameof(ListPage.Title)] = title,
            [nameof(ListPage.Place)] = place,
            [nameof(ListPage.Topic)] = topic,
            [nameof(ListPage.Source)] = source,
            [nameof(ListPage.Cards)] = page,
            [nameof(ListPage.Older)] = cards.Count > PageSize ? Instants.ToMicroseconds(page[^1].PublishedAt).ToString() : null,
        });
        return html with { NoIndex = source?.IndexPolicy == IndexPolicy.NoIndex }; // their headlines are as much theirs as their stories
    }
}
