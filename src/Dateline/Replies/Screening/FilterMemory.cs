using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>
/// What the filter knows, in this node's memory: a reply has two hundred words, and to ask the database for each would cost more
/// than all else. Read again at most every <see cref="Pause"/>, when something was learned.
/// </summary>
internal sealed class FilterMemory(DatelineDbFactory databases) : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>The words that most replies had; the rest says little.</summary>
    private const int Most = 100_000;
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Known? _known;

    private sealed record Known(IReadOnlyDictionary<string, FilterWord> Words, DateTimeOffset LookedAt);

    public async ValueTask<IReadOnlyDictionary<string, FilterWord>> Words(DateTimeOffset now, CancellationToken cancel)
    {
        if (_known is { } fresh && now - fresh.LookedAt < Pause) return fresh.Words;
        // One reads again; the others go on with what was known.
        if (!await _reading.WaitAsync(_known is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancel)) return _known!.Words;
        try
        {
            if (_known is { } known && now - known.LookedAt < Pause) return known.Words;
            return (_known = new Known(await Read(_known?.Words, cancel), now)).Words;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<IReadOnlyDictionary<string, FilterWord>> Read(IReadOnlyDictionary<string, FilterWord>? before, CancellationToken cancel)
    {
        await using var db = databases.Open();
        var all = await db.Set<FilterWord>().FirstOrDefaultAsync(row => row.Word == "", cancel);
        if (before is not null && before.GetValueOrDefault("") is var old && (old?.Spam, old?.Ham) == (all?.Spam, all?.Ham)) return before;
        return await db.Set<FilterWord>().OrderByDescending(row => row.Spam + row.Ham).Take(Most).ToDictionaryAsync(row => row.Word, StringComparer.Ordinal, cancel);
    }
}
