using Dateline.Stories;

namespace Dateline.Site;

/// <summary>What goes along beside a story: the latest, then what else there is on its subject.</summary>
/// <param name="Topic">What <paramref name="More"/> is about; null when nothing else is about the story's topics: then it's other stories, those with a picture first.</param>
public sealed record StoryRail(IReadOnlyList<StoryCard> Latest, Topic? Topic, IReadOnlyList<StoryCard> More)
{
    private const int Briefs = 6;
    private const int Most = 4;

    /// <summary>One alone isn't "more".</summary>
    private const int Least = 2;

    public IEnumerable<StoryCard> All => Latest.Concat(More);

    public static StoryRail Of(PublicStory story, IReadOnlyList<StoryCard> newest, HouseBook book) => Of(story.Key, story.Topics, newest, book);

    /// <param name="self">Key of the story beside which it stands, to leave it out; null when it isn't among the newest.</param>
    /// <param name="topics">Keys of that story's topics.</param>
    /// <param name="newest">The edition's stories, newest first.</param>
    public static StoryRail Of(string? self, IReadOnlyList<string> topics, IReadOnlyList<StoryCard> newest, HouseBook book)
    {
        var others = newest.Where(card => card.Key != self).ToList();
        var (latest, rest) = (others.Take(Briefs).ToList(), others.Skip(Briefs).ToList());
        foreach (var topic in topics.Select(book.Topic).OfType<Topic>())
            if (rest.Where(card => card.Topics.Contains(topic.Key)).Take(Most).ToList() is { Count: >= Least } more) return new(latest, topic, PictureFirst(more));
        return new(latest, null, rest.Count < Least ? [] : [.. rest.OrderBy(card => card.Picture is null).Take(Most)]); // a stable order
    }

    /// <summary>The first one stands with its picture, if any has one. The order is stable: the others stay as new as they were.</summary>
    private static IReadOnlyList<StoryCard> PictureFirst(List<StoryCard> cards) =>
        cards.Find(card => card.Picture is not null) is { } shown ? [shown, .. cards.Where(card => card != shown)] : cards;
}
