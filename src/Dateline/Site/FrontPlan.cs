using Dateline.Stories;

namespace Dateline.Site;

/// <summary>Lays the newest stories out on a front page: lead, seconds, the latest in brief, and a section per topic.</summary>
public sealed record FrontPlan(
    StoryCard? Urgent, StoryCard? Lead, IReadOnlyList<StoryCard> Seconds, IReadOnlyList<StoryCard> Latest, IReadOnlyList<FrontSection> Sections)
{
    /// <summary>Stories a front is made from.</summary>
    public const int Stories = 90;
    private const int Briefs = 9;
    private const int LeastForSection = 2;
    private static readonly TimeSpan UrgentFor = TimeSpan.FromHours(6);

    public static FrontPlan Of(IReadOnlyList<StoryCard> newest, IReadOnlyList<Topic> topics, DateTimeOffset now)
    {
        var urgent = newest.FirstOrDefault(card => card.Urgent && card.PublishedAt > now - UrgentFor);
        var rest = newest.Where(card => card != urgent).ToList();

        // The lead has a picture when one of the newest has; a front without any is set in type alone.
        var lead = rest.Take(8).FirstOrDefault(card => card.Picture is not null) ?? rest.FirstOrDefault();
        rest.Remove(lead!);
        var seconds = rest.Take(8).OrderByDescending(card => card.Picture is not null).Take(2).ToList();
        rest.RemoveAll(seconds.Contains);
        var latest = rest.Take(Briefs).ToList();

        var used = new HashSet<StoryCard>();
        var sections = new List<FrontSection>();
        var below = rest.Skip(Math.Min(Briefs, rest.Count / 4)).ToList(); // a young site fills its sections before it repeats itself
        foreach (var topic in topics)
        {
            var rhythm = FrontSection.Rhythms[sections.Count % FrontSection.Rhythms.Count];
            var stories = below.Where(card => card.Topics.Contains(topic.Key) && !used.Contains(card)).Take(rhythm.Stories).ToList();
            if (stories.Count < LeastForSection) continue;
            used.UnionWith(stories);
            sections.Add(new FrontSection(topic, rhythm.Name, [.. stories.OrderByDescending(card => card.Picture is not null)]));
        }
        return new(urgent, lead, seconds, latest, sections);
    }
}

/// <summary>A topic's part of the front, each with a rhythm of its own (the style sheet's names).</summary>
public sealed record FrontSection(Topic Topic, string Rhythm, IReadOnlyList<StoryCard> Stories)
{
    public static readonly IReadOnlyList<(string Name, int Stories)> Rhythms = [("picture", 5), ("row", 4), ("words", 6), ("briefs", 7)];

    public bool ShowsPicture(int index) => Rhythm switch { "picture" => index == 0, "row" => true, "briefs" => index == 0, _ => false };

    public bool ShowsSummary(int index) => Rhythm switch { "words" => index < 3, "row" => true, _ => index == 0 };
}
