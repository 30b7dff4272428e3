using Dateline.Foundation.Storage;

namespace Dateline.Foundation.Journal;

/// <summary>
/// A small table that is asked all the time, kept in memory and read again when a fact says that it changed. Made before the
/// page cache begins to listen, it forgets before the cache drops its pages: none is rendered from what was.
/// </summary>
public sealed class Kept<T>
{
    private readonly Func<DatelineDb, Task<T>> _read;
    private readonly DatelineDbFactory _databases;
    private readonly Lock _lock = new();
    private Task<T>? _value;

    public Kept(DatelineDbFactory databases, NodeJournal journal, Func<Fact, bool> changes, Func<DatelineDb, Task<T>> read)
    {
        (_databases, _read) = (databases, read);
        journal.Listen(news =>
        {
            if (!news.Any(item => changes(item.Fact))) return;
            lock (_lock) _value = null;
        });
    }

    public Task<T> Value(CancellationToken cancel)
    {
        Task<T> reading;
        lock (_lock)
        {
            // A read that failed is not kept: the next one asks again.
            if (_value is null or { IsFaulted: true } or { IsCanceled: true }) _value = Task.Run(Read, CancellationToken.None);
            reading = _value;
        }
        return reading.WaitAsync(cancel);
    }

    private async Task<T> Read()
    {
        await using var db = _databases.Open();
        return await _read(db);
    }
}
