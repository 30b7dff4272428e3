using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;

namespace Dateline.Stories;

/// <summary>Tells the caches when an embargo ends or a story expires. The gate itself needs no telling: it asks the clock.</summary>
public sealed class StoryTurns(DatelineDbFactory databases, Writes writes, TimeProvider clock, ILogger<StoryTurns> log)
    : DueWork<Story>(databases, writes, clock, log)
{
    private readonly Writes _writes = writes;
    private readonly TimeProvider _clock = clock;

    protected override async Task Do(Guid id, CancellationToken cancel) =>
        await _writes.Run(async (db, stop) =>
        {
            if (await db.LoadStory(id, stop) is not { } story) return;
            story.DueAt = story.NextTurn(_clock.Now());
            story.LeasedUntil = null;
            db.Journal.Add(story.Fact((id, key, edition, topics, source) => new StoryTurned(id, key, edition, topics, source)));
        }, cancel);
}

public static class StoryFactOf
{
    /// <summary>A fact about this story, with the topics it has now and those it had (<paramref name="formerly"/>).</summary>
    public static T Fact<T>(this Story story, Func<Guid, string, string, IReadOnlyList<string>, Guid?, T> make, IEnumerable<string>? formerly = null)
        where T : StoryFact =>
        make(story.Id, story.Key, story.Edition, [.. story.Topics.Select(topic => topic.TopicKey).Union(formerly ?? [])], story.SourceId);
}
