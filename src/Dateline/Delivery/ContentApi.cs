using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Delivery;

/// <summary>
/// GET /api/v1/{edition}/stories and /api/v1/stories/{key}: what the public may see, for machines. Promised in docs/contracts/api.md.
/// </summary>
internal static class ContentApi
{
    private const int Stories = 30;

    public static Task<IResult> List(string edition, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, async (make, cancel) =>
        {
            make.Shows(Subject.Edition(edition));
            var stories = await PublicGate.ReadStories(make.Db.PublicStories(edition, make.Page.Now).Take(Stories), cancel);
            foreach (var story in stories)
            {
                make.Shows(Subject.Story(story.Key));
                if (story.Source is { } source) make.Shows(Subject.Source(source.Id));
            }
            return Json(StatusCodes.Status200OK, new JsonObject { ["stories"] = new JsonArray([.. stories.Select(story => Of(story, make.Page))]) });
        });

    public static Task<IResult> One(string key, HttpContext http, PublicPages pages, Register register) =>
        pages.ServeBytes(http, async (make, cancel) =>
        {
            make.Shows(Subject.House);
            make.Shows(Subject.Story(key));
            if (await make.Db.FindPublicStory(key, make.Now, cancel) is { } story)
            {
                if (story.Source is { } source) make.Shows(Subject.Source(source.Id));
                var book = await register.Book(cancel);
                return Json(StatusCodes.Status200OK, Of(story, pages.Page(book, book.Edition(story.Edition)!)));
            }
            return await make.Db.FindKilledStory(key, cancel) is { } killed
                ? Json(StatusCodes.Status410Gone, new JsonObject { ["uri"] = OutgoingItem.Uri(killed.Id), ["status"] = "canceled", ["killedAt"] = killed.At })
                : Json(StatusCodes.Status404NotFound, new JsonObject { ["error"] = "There is no such story." });
        });

    private static JsonObject Of(PublicStory story, PublicPage page) => new()
    {
        ["uri"] = OutgoingItem.Uri(story.Id),
        ["version"] = story.Version,
        ["status"] = "usable",
        ["url"] = page.Absolute(story.Path),
        ["headline"] = story.Headline,
        ["summary"] = story.Summary,
        ["bodyHtml"] = StoryMarkup.Of(story, page, page.PublicUrl).ToString(),
        ["bodyText"] = PlainText.From(story.Body),
        ["terms"] = JsonNamingPolicy.CamelCase.ConvertName(story.Terms.ToString()),
        ["language"] = story.Language,
        ["byline"] = story.Byline,
        ["place"] = story.PlaceLine.Place,
        ["published"] = story.PublishedAt,
        ["updated"] = story.UpdatedAt,
        ["topics"] = new JsonArray([.. story.Topics.Select(topic => JsonValue.Create(topic))]),
        ["corrections"] = new JsonArray([.. story.Corrections.Select(correction => new JsonObject { ["at"] = correction.At, ["note"] = correction.Note })]),
        ["pictures"] = new JsonArray([.. story.Pictures.Select(picture => new JsonObject
        {
            ["url"] = page.Absolute(picture.Src(1600)), ["width"] = picture.Width, ["height"] = picture.Height,
            ["alt"] = picture.Alt, ["caption"] = picture.Caption, ["credit"] = picture.Credit,
        })]),
        ["credit"] = story.Credit is { } credit ? Chain(credit) : null,
    };

    private static JsonObject Chain(Credit credit) => new()
    {
        ["source"] = credit.Source,
        ["sourceUrl"] = credit.SourceUrl,
        ["distributor"] = credit.Distributor,
        ["provider"] = credit.Provider,
        ["creditLine"] = credit.CreditLine,
        ["byline"] = credit.Byline,
        ["copyrightHolder"] = credit.CopyrightHolder,
        ["copyrightNotice"] = credit.CopyrightNotice,
        ["usageTerms"] = credit.UsageTerms,
        ["hops"] = new JsonArray([.. credit.Hops.Select(hop => new JsonObject
        {
            ["name"] = hop.Name, ["role"] = JsonNamingPolicy.CamelCase.ConvertName(hop.Role.ToString()), ["url"] = hop.Url, ["at"] = hop.At,
        })]),
    };

    private static RenderedPage Json(int status, JsonObject value) =>
        new(status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value)) { NoIndex = true };
}
