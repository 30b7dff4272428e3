using System.Text.Json;
using System.Text.Json.Serialization;
using Dateline.Foundation.Storage;

namespace Dateline.Foundation.Journal;

/// <summary>
/// What happened: past tense, ids only. Later rooms follow the journal; they are told at least once,
/// after the commit, and look up what they need.
/// </summary>
public abstract record Fact
{
    /// <summary>Whom it concerns, as the subjects that pages name: "story/…", "edition/en".</summary>
    [JsonIgnore]
    public abstract IEnumerable<string> Subjects { get; }
}

/// <summary>A fact at its place in the journal.</summary>
public sealed record Happened(long Position, Fact Fact, DateTimeOffset At);

/// <summary>One row of the journal.</summary>
public sealed class JournalEntry
{
    public long Position { get; init; }

    public required string Fact { get; init; }

    public required string Ids { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Facts by their type's name, as the rows name them.</summary>
public static class FactNames
{
    private static readonly Dictionary<string, Type> Types = typeof(Fact).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static JournalEntry Entry(Fact fact, DateTimeOffset at) => new()
    {
        Fact = fact.GetType().Name,
        Ids = JsonSerializer.Serialize(fact, fact.GetType(), JsonColumn.Options),
        At = at,
    };

    /// <summary>The fact of a row; null when a newer program wrote one that this one doesn't know.</summary>
    public static Happened? Read(JournalEntry entry) =>
        Types.TryGetValue(entry.Fact, out var type) && JsonSerializer.Deserialize(entry.Ids, type, JsonColumn.Options) is Fact fact
            ? new Happened(entry.Position, fact, entry.At) : null;
}
