using Dateline.Foundation.Journal;

namespace Dateline.Stories;

/// <summary>The subjects that pages name and facts drop.</summary>
public static class Subject
{
    public static string Story(string key) => "story/" + key;

    /// <summary>Which stories stand in an edition, and as what.</summary>
    public static string Edition(string code) => "edition/" + code;

    /// <summary>What an edition's rules of discussion say: whether there is a form.</summary>
    public static string Discussions(string edition) => "discussions/" + edition;

    public static string Topic(string edition, string key) => $"topic/{edition}/{key}";

    /// <summary>A source itself, its name and its contract: for all that shows something of it.</summary>
    public static string Source(Guid id) => $"source/{id:N}";

    /// <summary>Which stories there are of a source: for its page and its feeds.</summary>
    public static string StoriesOf(Guid source) => $"stories-of/{source:N}";

    /// <summary>Which sources there are and on what terms: for what depends on any of them.</summary>
    public const string Sources = "sources";

    /// <summary>Which stories were killed: each feed says so of all, since nobody can say which had carried them.</summary>
    public const string Kills = "kills";

    /// <summary>Names and styles of editions and topics: on every page.</summary>
    public const string House = "house";
}

/// <summary>Something happened to a story that its readers could see.</summary>
public abstract record StoryFact(Guid Story, string Key, string Edition, IReadOnlyList<string> Topics, Guid? Source) : Fact
{
    /// <summary>The edition that it left with this; null when it stayed.</summary>
    public string? FormerEdition { get; init; }

    public override IEnumerable<string> Subjects =>
    [
        Subject.Story(Key),
        .. Editions.Select(Subject.Edition),
        .. Editions.SelectMany(edition => Topics.Select(topic => Subject.Topic(edition, topic))),
        .. Source is { } source ? [Subject.StoriesOf(source)] : Array.Empty<string>(),
    ];

    private string[] Editions => FormerEdition is { } former ? [Edition, former] : [Edition];
}

public sealed record StoryPublished(Guid Story, string Key, string Edition, IReadOnlyList<string> Topics, Guid? Source)
    : StoryFact(Story, Key, Edition, Topics, Source);

public sealed record StoryChanged(Guid Story, string Key, string Edition, IReadOnlyList<string> Topics, Guid? Source)
    : StoryFact(Story, Key, Edition, Topics, Source);

public sealed record StoryCorrected(Guid Story, string Key, string Edition, IReadOnlyList<string> Topics, Guid? Source)
    : StoryFact(Story, Key, Edition, Topics, Source);

public sealed record StoryKilled(Guid Story, string Key, string Edition, IReadOnlyList<string> Topics, Guid? Source)
    : StoryFact(Story, Key, Edition, Topics, Source)
{
    public override IEnumerable<string> Subjects => [.. base.Subjects, Subject.Kills];
}

/// <summary>The clock alone changed what is public: an embargo ended or a story expired.</summary>
public sealed record StoryTurned(Guid Story, string Key, string Edition, IReadOnlyList<string> Topics, Guid? Source)
    : StoryFact(Story, Key, Edition, Topics, Source);

/// <summary>The contract with a source, or its name, changed.</summary>
public sealed record SourceChanged(Guid Source) : Fact
{
    public override IEnumerable<string> Subjects => [Subject.Source(Source), Subject.Sources];
}

/// <summary>An edition, its house style or a topic changed.</summary>
public sealed record HouseChanged : Fact
{
    public override IEnumerable<string> Subjects => [Subject.House];
}
