using Dateline.Formats;
using Dateline.Formats.Atom;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Stories;
using Subject = Dateline.Stories.Subject;

namespace Dateline.Replies;

/// <summary>GET …/replies.atom: a story's published replies (their writers by name alone).</summary>
internal static class ReplyFeed
{
    public static Task<IResult> Get(string edition, string key, HttpContext http, PublicPages pages) =>
        pages.Serve(http, edition, async (make, cancel) =>
        {
            make.Shows(Subject.Story(key));
            if (await make.Db.FindPublicStory(key, make.Page.Now, cancel) is not { } story || story.Edition != edition) return await make.NotFound();
            var thread = await make.Db.PublicReplies(story.Id, null, cancel);
            var head = new FeedHead
            {
                Id = make.Page.Absolute($"{story.Path}/replies.atom"),
                Title = $"{make.Page.Words.Count("replies", thread.Count)}: {CreditPlace.Headline(story.Headline, story.Source, make.Page.Style)}",
                Link = make.Page.Absolute(story.Path),
                SelfLink = make.Page.Absolute($"{story.Path}/replies.atom"),
                Language = make.Page.Edition.Language,
                Updated = thread.Replies.Count == 0 ? story.PublishedAt : thread.Replies.Max(reply => reply.At),
            };
            var items = thread.Replies.Select(reply => new NewsItem
            {
                Uri = $"urn:uuid:{reply.Id:D}",
                Headline = reply.Name,
                Authors = [new Author(reply.Name)],
                Body = new NewsBody(SafeHtml.From(reply.Body, RenderOptions.Reader).ToString(), BodyKind.Html),
                Published = reply.At,
                Updated = reply.At,
                Links = [new Link("alternate", make.Page.Absolute($"{story.Path}#reply-{reply.Id:N}"))],
            });
            using var bytes = new MemoryStream();
            await AtomWriter.WriteAsync(bytes, head, items, null, cancel);
            return new RenderedPage(StatusCodes.Status200OK, "application/atom+xml; charset=utf-8", bytes.ToArray());
        });
}
