using Dateline.Formats.Text;

namespace Dateline.Formats.Feeds;

/// <summary>The head of a feed while it is being read. What came first stays: a stray later title is not the feed's.</summary>
internal sealed class HeadDraft
{
    private FeedHead? told;

    public RepairList Repairs { get; } = new();

    public FeedHead Head { get; private set; } = new();

    public string? Identity { get; set; }

    private List<string> AllRepairs { get; } = [];

    public void RepairOnce(string sentence)
    {
        if (!AllRepairs.Contains(sentence)) AllRepairs.Add(sentence);
    }

    public void Set(FeedHead changed) => Head = changed;

    /// <summary>The head, if there is anything in it that was not told before.</summary>
    public FeedHead? News(FeedSetting setting)
    {
        AllRepairs.AddRange(Repairs.Take());
        var now = Head with
        {
            Format = setting.Format,
            Language = Head.Language ?? setting.XmlLanguage,
            Id = Head.Id ?? Identity,
            Repairs = AllRepairs.Count == (told?.Repairs.Count ?? 0) ? told?.Repairs ?? [] : [.. AllRepairs],
        };
        if (now == told) return null;
        return told = now;
    }
}
