using Dateline.Foundation.Markup;
using Dateline.Stories;

namespace Dateline.Layout;

/// <summary>A public story's body as markup, opened by the agency's dateline.</summary>
public static class StoryMarkup
{
    /// <param name="absoluteBase">For feeds and mails: makes the addresses of pictures absolute.</param>
    public static SafeHtml Of(PublicStory story, PublicPage page, Uri? absoluteBase = null) => SafeHtml.From(story.Body, new RenderOptions
    {
        LinkRel = "noopener",
        AbsoluteBase = absoluteBase,
        Opening = story.Body.IsEmpty ? null : story.PlaceLine.Write(page.Style, page.Words.Date),
        Pictures = picture => Resolve(story, picture),
    });

    private static PictureRendition? Resolve(PublicStory story, PictureBlock picture)
    {
        if (story.Pictures.FirstOrDefault(shown => shown.Id == picture.PictureId && !shown.Lead) is not { } ours) return null;
        return new PictureRendition(ours.Src(960), ours.Width, ours.Height)
        {
            Candidates = [.. ours.Widths.Select(width => new PictureCandidate(ours.Path(width), width))],
        };
    }
}
