using System.Diagnostics;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Foundation.Journal;

/// <summary>
/// This node's view of the journal: reads what is new, tells the node's own memory (page cache, open desks),
/// and knows how far it has come and when it last could ask.
/// </summary>
public sealed class NodeJournal(DatelineDbFactory databases, JournalSignal signal, ILogger<NodeJournal> log) : BackgroundService
{
    /// <summary>A node that starts looks this far back for facts that commit late.</summary>
    private const int LookBack = 1_000;
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly List<Action<IReadOnlyList<Happened>>> _listeners = [];
    private readonly List<(long Position, TaskCompletionSource Reached)> _waiting = [];
    private JournalCursor? _cursor;
    private bool _reading; // between reading facts and having told them, nobody may be told that they are known
    private long _lastContact;

    /// <summary>True while the node has heard from the journal lately; a cache must not be trusted otherwise.</summary>
    public bool InContact => _cursor is not null && Stopwatch.GetElapsedTime(Volatile.Read(ref _lastContact)) < StaleAfter;

    /// <summary>Calls <paramref name="listener"/> with each batch, on the journal's own task: be quick, don't throw.</summary>
    public void Listen(Action<IReadOnlyList<Happened>> listener)
    {
        lock (_lock) _listeners.Add(listener);
    }

    /// <summary>True once this node's memory has heard of the position; false when it took longer than the bound.</summary>
    public async ValueTask<bool> Reached(long position, TimeSpan bound, CancellationToken cancel)
    {
        Task reached;
        lock (_lock)
        {
            if (!_reading && _cursor?.HasSeen(position) == true) return true;
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((position, source));
            reached = source.Task;
        }
        try
        {
            await reached.WaitAsync(bound, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            lock (_lock) _waiting.RemoveAll(waiting => waiting.Reached.Task == reached);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                await CatchUp(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError("The journal can't be read ({Reason}); nothing is served from memory until it can", failure.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(500), stoppingToken);
                continue;
            }
            await Task.WhenAny(next, Task.Delay(LookAnyway, stoppingToken));
        }
    }

    private async Task CatchUp(CancellationToken cancel)
    {
        await using var db = databases.Open();
        _cursor ??= new JournalCursor(Math.Max(0, (await db.Set<JournalEntry>().MaxAsync(entry => (long?)entry.Position, cancel) ?? 0) - LookBack));
        do
        {
            lock (_lock) _reading = true;
            var asked = Stopwatch.GetTimestamp();
            Tell(await _cursor.Read(db, cancel));
            if (!_cursor.IsBehind) Volatile.Write(ref _lastContact, asked); // all there was
        }
        while (_cursor.IsBehind);
    }

    private void Tell(List<Happened> news)
    {
        Action<IReadOnlyList<Happened>>[] listeners;
        lock (_lock) listeners = [.. _listeners];
        if (news.Count > 0)
            foreach (var listener in listeners) listener(news);

        // Only now may a reader who waited look: the listeners have dropped what the facts concern.
        lock (_lock)
        {
            _reading = false;
            foreach (var (position, reached) in _waiting)
                if (_cursor!.HasSeen(position)) reached.TrySetResult();
        }
    }
}
