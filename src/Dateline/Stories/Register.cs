using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Stories;

/// <summary>The editions and topics, which every page needs, kept in memory and read again when one changes.</summary>
public sealed class Register(DatelineDbFactory databases, NodeJournal journal)
{
    private readonly Kept<HouseBook> _book = new(databases, journal, fact => fact is HouseChanged, async db => new HouseBook(
        await db.Editions.OrderBy(edition => edition.Position).ThenBy(edition => edition.Code).ToListAsync(),
        await db.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Key).ToListAsync()));

    public Task<HouseBook> Book(CancellationToken cancel) => _book.Value(cancel);
}

/// <summary>Editions and topics at one moment.</summary>
public sealed record HouseBook(IReadOnlyList<Edition> Editions, IReadOnlyList<Topic> Topics)
{
    public Edition? Edition(string code) => Editions.FirstOrDefault(edition => edition.Code == code);

    public Topic? Topic(string key) => Topics.FirstOrDefault(topic => topic.Key == key);
}
