using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Search;

/// <summary>Keeps the words of the public stories, and of no other, in step with the journal.</summary>
public sealed class SearchIndexing(DatelineDbFactory databases, Writes writes, JournalSignal signal, TimeProvider clock, ILogger<SearchIndexing> log)
    : JournalFollower("search", databases, writes, signal, log)
{
    protected override Task<bool> Concerns(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel) =>
        Task.FromResult(news.Any(item => item.Fact is StoryFact or SourceChanged));

    protected override async Task Hear(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
    {
        foreach (var (id, key) in news.Select(item => item.Fact).OfType<StoryFact>().Select(fact => (fact.Story, fact.Key)).Distinct())
            await StoryWords.Index(db, id, key, clock.Now(), cancel);
        foreach (var source in news.Select(item => item.Fact).OfType<SourceChanged>().Select(fact => fact.Source).Distinct())
            await SourceSweep.Begin(db, source, clock.Now(), cancel);
    }
}
