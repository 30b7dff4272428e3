using Dateline.Stories;

namespace Dateline.Site;

/// <summary>Lays the newest stories out on a front page: lead, seconds, the latest in brief, and a section per topic.</summary>
public sealed record FrontPlan(
    StoryCard? Urgent, StoryCard? Lead, IReadOnlyList<StoryCard> Seconds, IReadOnlyList<StoryCard> Latest, IReadOnlyList<FrontSection> Sections)
{
    /// <summary>Stories a front is made from.</summary>
    public const int Stories = 90;
    private const int MostBriefs = 16;

    /// <summary>Fewer briefs don't fill a column beside the top: they stand under it.</summary>
    public const int ColumnOfBriefs = 6;
    private const int LeastForSection = 2;

    /// <summary>The lead and the seconds.</summary>
    private const int Top = 3;

    /// <summary>Letters of a standfirst that tells something; a bulletin's line under its number is shorter.</summary>
    private const int Standfirst = 60;

    /// <summary>So long an urgent story stands above everything.</summary>
    public static readonly TimeSpan UrgentFor = TimeSpan.FromHours(6);

    /// <summary>So much older than the newest story may be what stands at the top: a ticker of bulletins must not push the day's news down.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromHours(18);

    public static FrontPlan Of(IReadOnlyList<StoryCard> newest, IReadOnlyList<Topic> topics, DateTimeOffset now)
    {
        var urgent = newest.FirstOrDefault(card => card.Urgent && card.PublishedAt > now - UrgentFor);
        var rest = newest.Where(card => card != urgent).ToList();

        var looks = new FrontPictures();
        var top = new List<StoryCard>();
        foreach (var card in rest.TakeWhile(card => card.PublishedAt > rest[0].PublishedAt - Day).OrderBy(Rank)) // a stable order: of equals the newest
            if (top.Count < Top && (card.Picture is null || looks.Add(card))) top.Add(card);
        rest.RemoveAll(top.Contains);
        var latest = Beside(FrontHeight.Of(top.FirstOrDefault(), top.Skip(1)), rest);

        var used = new HashSet<Guid>();
        var sections = new List<FrontSection>();
        var below = rest.Skip(Math.Min(latest.Count, rest.Count / 4)).ToList(); // a young site fills its sections before it repeats itself
        foreach (var topic in topics)
        {
            var stories = below.Where(card => card.Topics.Contains(topic.Key) && !used.Contains(card.Id)).Take(FrontSection.Most).ToList();
            if (stories.Count < LeastForSection) continue;
            var section = FrontSection.Of(topic, looks.Unseen(stories), sections.Count);
            foreach (var card in section.Bands.SelectMany(band => band.Stories))
            {
                used.Add(card.Id);
                looks.Add(card);
            }
            sections.Add(section);
        }
        return new(urgent, top.FirstOrDefault(), [.. top.Skip(1)], latest, sections);
    }

    /// <summary>As many briefs as it takes to come to that height.</summary>
    private static List<StoryCard> Beside(double height, List<StoryCard> newest)
    {
        var briefs = new List<StoryCard>();
        foreach (var card in newest.Take(MostBriefs))
        {
            if (height <= 0 && briefs.Count >= ColumnOfBriefs) break;
            briefs.Add(card);
            height -= FrontHeight.Of(card);
        }
        return briefs;
    }

    /// <summary>What can carry the top comes first: a picture with a standfirst under it, then a picture, then words.</summary>
    private static int Rank(StoryCard card) => (card.Picture is null ? 3 : 0) + (card.Summary switch { null => 2, { Length: < Standfirst } => 1, _ => 0 });
}
