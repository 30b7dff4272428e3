using Dateline.Foundation.Markup;

namespace Dateline.Replies.Screening;

/// <summary>How many links it has, counting the website and addresses that only weren’t made links. Holding all that have one catches a quarter of spam and one good reply in eighty.</summary>
internal sealed class LinkPhase : IPhase
{
    public string Name => "links";

    public int Version => 2;

    public ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        var links = Count(candidate.Reply.Body, candidate.Reply.Website);
        return ValueTask.FromResult(links > candidate.Discussion.MostLinks ? this.Hold("links", links) : this.Pass(score: links));
    }

    internal static int Count(Body body, string? website) => Links(body).Count() + TypedAddresses.Count(body) + (website is null ? 0 : 1);

    internal static IEnumerable<LinkTarget> Links(Body body) =>
        body.AllBlocks().OfType<Paragraph>().SelectMany(paragraph => paragraph.Content).OfType<Text>().Select(piece => piece.Link).OfType<LinkTarget>().Distinct();
}
