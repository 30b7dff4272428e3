using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;

namespace Dateline.Stories;

/// <summary>
/// The latest stories of each edition, which stand beside every story: kept in memory, and read again when a fact
/// concerns the edition or a source. A page or part with them must name the edition among what it shows.
/// </summary>
public sealed class LatestStories
{
    /// <summary>More than a page shows: it leaves itself out, and looks among them for what is about its own subject.</summary>
    public const int Count = 40;

    private readonly Dictionary<string, Task<List<StoryCard>>> _cards = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly DatelineDbFactory _databases;
    private readonly NodeJournal _journal;
    private readonly TimeProvider _clock;

    public LatestStories(DatelineDbFactory databases, NodeJournal journal, TimeProvider clock)
    {
        (_databases, _journal, _clock) = (databases, journal, clock);
        journal.Listen(Forget);
    }

    /// <param name="pastMemory">For somebody who must not see what this node remembers.</param>
    public async Task<IReadOnlyList<StoryCard>> Of(string edition, bool pastMemory, CancellationToken cancel)
    {
        if (pastMemory || !_journal.InContact) return await Read(edition); // what is kept may be older than a kill
        Task<List<StoryCard>>? reading;
        lock (_lock)
        {
            // It begins within the lock: a read from before a fact can't be put here after it. One that failed is not kept.
            if (!_cards.TryGetValue(edition, out reading) || reading.IsFaulted || reading.IsCanceled)
                _cards[edition] = reading = Task.Run(() => Read(edition), CancellationToken.None);
        }
        return await reading.WaitAsync(cancel);
    }

    private void Forget(IReadOnlyList<Happened> news)
    {
        var subjects = news.SelectMany(item => item.Fact.Subjects).ToHashSet(StringComparer.Ordinal);
        var everywhere = news.Any(item => item.Fact is HouseChanged or SourceChanged);
        lock (_lock)
            foreach (var edition in _cards.Keys.Where(edition => everywhere || subjects.Contains(Subject.Edition(edition))).ToList()) _cards.Remove(edition);
    }

    private async Task<List<StoryCard>> Read(string edition)
    {
        await using var db = _databases.Open();
        return await PublicGate.ReadCards(db.PublicStories(edition, _clock.Now()).Take(Count), CancellationToken.None);
    }
}
