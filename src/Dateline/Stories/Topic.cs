namespace Dateline.Stories;

/// <summary>What stories are about: a word in addresses and a name per language.</summary>
public sealed class Topic
{
    public required string Key { get; init; }

    /// <summary>Names by language; the key itself where a language has none.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; set; }

    public int Position { get; set; }

    public string Name(string language) => Names.GetValueOrDefault(language) ?? Names.GetValueOrDefault("en") ?? Key;
}

public sealed class StoryTopic
{
    public required Guid StoryId { get; init; }

    public required string TopicKey { get; init; }
}
