using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Stories;

/// <summary>The editions and topics, which every page needs, kept in memory and read again when one changes.</summary>
public sealed class Register
{
    private readonly DatelineDbFactory _databases;
    private readonly Lock _lock = new();
    private Task<HouseBook>? _book;

    public Register(DatelineDbFactory databases, NodeJournal journal)
    {
        _databases = databases;
        journal.Listen(news =>
        {
            if (!news.Any(item => item.Fact is HouseChanged)) return;
            lock (_lock) _book = null;
        });
    }

    public async ValueTask<HouseBook> Book(CancellationToken cancel)
    {
        Task<HouseBook> reading;
        lock (_lock)
        {
            // A read that failed is not kept: the next one asks again.
            if (_book is null or { IsFaulted: true } or { IsCanceled: true }) _book = Read();
            reading = _book;
        }
        return await reading.WaitAsync(cancel);
    }

    private async Task<HouseBook> Read()
    {
        await using var db = _databases.Open();
        var editions = await db.Editions.OrderBy(edition => edition.Position).ThenBy(edition => edition.Code).ToListAsync();
        var topics = await db.Topics.OrderBy(topic => topic.Position).ThenBy(topic => topic.Key).ToListAsync();
        return new HouseBook(editions, topics);
    }
}

/// <summary>Editions and topics at one moment.</summary>
public sealed record HouseBook(IReadOnlyList<Edition> Editions, IReadOnlyList<Topic> Topics)
{
    public Edition? Edition(string code) => Editions.FirstOrDefault(edition => edition.Code == code);

    public Topic? Topic(string key) => Topics.FirstOrDefault(topic => topic.Key == key);
}
