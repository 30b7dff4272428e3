using Dateline.Foundation.Markup;

namespace Dateline.Replies.Screening;

/// <summary>How many links it has, counting the website. Holding all that have one catches a quarter of spam and one good reply in eighty.</summary>
internal sealed class LinkPhase : IPhase
{
    public string Name => "links";

    public int Version => 1;

    public ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        var links = Links(candidate.Reply.Body).Count() + (candidate.Reply.Website is null ? 0 : 1);
        return ValueTask.FromResult(links > candidate.Discussion.MostLinks ? this.Hold("links", links) : this.Pass(score: links));
    }

    internal static IEnumerable<LinkTarget> Links(Body body) =>
        body.AllBlocks().OfType<Paragraph>().SelectMany(paragraph => paragraph.Content).OfType<Text>().Select(piece => piece.Link).OfType<LinkTarget>().Distinct();
}
