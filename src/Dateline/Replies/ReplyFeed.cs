using Dateline.Formats;
using Dateline.Formats.Atom;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Layout;

namespace Dateline.Replies;

/// <summary>GET …/replies.atom: a story's newest published replies (their writers by name alone).</summary>
internal static class ReplyFeed
{
    public static Task<IResult> Get(string edition, string key, string slug, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, (make, cancel) => ReplyPages.OfStory(make, edition, key, slug, "/replies.atom", async story =>
        {
            var replies = await make.Db.LatestReplies(story.Id, cancel);
            var count = (await make.Db.ReplyCounts([story.Id], cancel)).GetValueOrDefault(story.Id);
            var address = make.Page.Absolute($"{story.Path}/replies.atom");
            var head = new FeedHead
            {
                Id = make.Page.Absolute($"/{story.Key}/replies"), // neither headline nor edition in it: a reader's program would take a feed with another id for another feed
                Title = $"{make.Page.Words.Count("replies", count)}: {make.Page.Words.Isolated(CreditPlace.Headline(story.Headline, story.Source, make.Page.Style))}",
                Link = make.Page.Absolute(story.Path),
                SelfLink = address,
                Language = make.Page.Edition.Language,
                Updated = replies.Count == 0 ? story.PublishedAt : replies.Max(reply => reply.UpdatedAt),
            };
            var items = replies.Select(reply => new NewsItem
            {
                Uri = $"urn:uuid:{reply.Id:D}",
                Headline = reply.Name,
                Authors = [new Author(reply.Name)],
                Body = new NewsBody(SafeHtml.From(reply.Body, RenderOptions.Reader).ToString(), BodyKind.Html),
                Published = reply.At,
                Updated = reply.UpdatedAt,
                Links = [new Link("alternate", make.Page.Absolute(story.Path + PublicReply.PlaceOf(reply.Id)))],
            });
            using var bytes = new MemoryStream();
            await AtomWriter.WriteAsync(bytes, head, items, null, cancel);
            return new RenderedPage(StatusCodes.Status200OK, "application/atom+xml; charset=utf-8", bytes.ToArray()) { NoIndex = true };
        }, cancel));
}
