using Dateline.Stories;

namespace Dateline.Site;

/// <summary>Lays the newest stories out on a front page: lead, seconds, the latest in brief, and a section per topic.</summary>
public sealed record FrontPlan(
    StoryCard? Urgent, StoryCard? Lead, IReadOnlyList<StoryCard> Seconds, IReadOnlyList<StoryCard> Latest, IReadOnlyList<FrontSection> Sections)
{
    /// <summary>Stories a front is made from.</summary>
    public const int Stories = 90;
    private const int Briefs = 9;

    /// <summary>Fewer briefs don't fill a column beside the top: they stand under it.</summary>
    public const int ColumnOfBriefs = 6;
    private const int LeastForSection = 2;
    private static readonly TimeSpan UrgentFor = TimeSpan.FromHours(6);

    /// <summary>So much older than the newest story may be what stands at the top: a ticker of bulletins must not push the day's news down.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromHours(18);

    public static FrontPlan Of(IReadOnlyList<StoryCard> newest, IReadOnlyList<Topic> topics, DateTimeOffset now)
    {
        var urgent = newest.FirstOrDefault(card => card.Urgent && card.PublishedAt > now - UrgentFor);
        var rest = newest.Where(card => card != urgent).ToList();

        var top = rest.TakeWhile(card => card.PublishedAt > rest[0].PublishedAt - Day).OrderBy(Rank).Take(3).ToList(); // a stable order: of equals the newest
        rest.RemoveAll(top.Contains);
        var latest = rest.Take(Briefs).ToList();

        var used = new HashSet<StoryCard>();
        var sections = new List<FrontSection>();
        var below = rest.Skip(Math.Min(Briefs, rest.Count / 4)).ToList(); // a young site fills its sections before it repeats itself
        foreach (var topic in topics)
        {
            var stories = below.Where(card => card.Topics.Contains(topic.Key) && !used.Contains(card)).Take(FrontSection.Most).ToList();
            if (stories.Count < LeastForSection) continue;
            var section = FrontSection.Of(topic, stories, sections.Count);
            used.UnionWith(section.Bands.SelectMany(band => band.Stories));
            sections.Add(section);
        }
        return new(urgent, top.FirstOrDefault(), [.. top.Skip(1)], latest, sections);
    }

    /// <summary>What can carry the top comes first: a picture with words under it, then a picture, then words.</summary>
    private static int Rank(StoryCard card) => (card.Picture is null ? 2 : 0) + (card.Summary is null ? 1 : 0);
}
