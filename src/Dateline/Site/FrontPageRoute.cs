using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Replies;
using Dateline.Stories;

namespace Dateline.Site;

/// <summary>GET /{edition}</summary>
public static class FrontPageRoute
{
    public static Task<IResult> Get(string edition, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, async (make, cancel) =>
        {
            var cards = await PublicGate.ReadCards(make.Db.PublicStories(edition, make.Page.Now).Take(FrontPlan.Stories), cancel);
            make.Shows(Subject.Edition(edition));
            make.Shows(cards);
            var plan = FrontPlan.Of(cards, make.Page.Book.Topics, make.Page.Now);
            if (plan.Urgent is { } urgent) make.KeepUntil(urgent.PublishedAt + FrontPlan.UrgentFor);
            var counts = cards.Count == 0 ? [] : await make.Db.ReplyCounts([.. cards.Take(10).Select(card => card.Id)], cancel);
            return await make.Html<FrontPage>(new()
            {
                [nameof(FrontPage.Page)] = make.Page,
                [nameof(FrontPage.ReplyCounts)] = counts,
                [nameof(FrontPage.Plan)] = plan,
            });
        });

    /// <summary>GET / : the first edition's front. /?p=123 was a post of WordPress, /?feed=rss2 its feed.</summary>
    public static async Task<IResult> Home(string? p, string? feed, Register register, DatelineDbFactory databases, TimeProvider clock, CancellationToken cancel)
    {
        if (p is not null && await OldAddressRoute.Find("/", p, databases, clock, cancel) is { } moved) return moved;
        if (feed is not null && await OldAddressRoute.Find($"/feed/{feed}", null, databases, clock, cancel) is { } news) return news;
        return (await register.Book(cancel)).Editions is [var first, ..] ? Results.Redirect(first.Path) : Results.Redirect("/desk");
    }
}
