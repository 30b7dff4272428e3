using System.Collections.Concurrent;

namespace Dateline.Foundation.Pages;

/// <summary>
/// Whole pages for guests, rendered once. Every page names the subjects it shows; <see cref="Drop"/> on a subject
/// takes away each page that shows it, and no render that began before the drop can bring the old state back:
/// storing checks, in one step with dropping, that none of the page's subjects was dropped since its render began,
/// and a reader who came after a drop never accepts a render from before it.
/// </summary>
/// <param name="parts">What some pages are put together of.</param>
public sealed class PageCache(PageCacheOptions options, PageParts? parts = null)
{
    private static readonly object PastMemory = new();
    private readonly ConcurrentDictionary<string, CachedPage> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _keysBySubject = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Flight> _flights = new(StringComparer.Ordinal);
    private readonly Shelf _good = new(options.Bytes);
    private readonly Shelf _asked = new(options.Bytes / 4); // what parameters changed: a place in a list can be invented, and must not push out the pages
    private readonly Shelf _others = new(options.Bytes / 16); // 404s and redirects: a scanner must not push out the pages
    private readonly Lock _lock = new();
    private long _drops;

    public PageCounters Counters { get; } = new();

    public int Count => _pages.Count;

    /// <summary>The page if it is here and this node is in contact with the journal.</summary>
    public CachedPage? Find(string key)
    {
        if (!options.Fresh() || !_pages.TryGetValue(key, out var page) || page.Page.KeepUntil <= options.Clock.GetUtcNow()) return null;
        page.UsedAt = Environment.TickCount64;
        Counters.Hit();
        return page;
    }

    /// <summary>The page, from memory or rendered. One render at a time for a key; it goes on when the reader who began it leaves.</summary>
    public async Task<IResult> Serve(HttpContext http, string key, Func<PageRender, CancellationToken, Task<RenderedPage>> render) =>
        new PageResult(http.Items.ContainsKey(PastMemory) ? await Render(render) : await Get(key, render, http.RequestAborted));

    /// <summary>This request has waited in vain for the node to hear of what it wrote: what is kept may be older than that.</summary>
    internal static void GoPastMemory(HttpContext http) => http.Items[PastMemory] = PastMemory;

    private async Task<CachedPage> Render(Func<PageRender, CancellationToken, Task<RenderedPage>> render)
    {
        using var bound = new CancellationTokenSource(options.RenderBound);
        Counters.Rendered();
        return new CachedPage(await render(new PageRender { IsPastMemory = true }, bound.Token), new HashSet<string>());
    }

    internal async Task<CachedPage> Get(string key, Func<PageRender, CancellationToken, Task<RenderedPage>> render, CancellationToken cancel)
    {
        long arrived;
        lock (_lock) arrived = _drops;
        while (true)
        {
            if (Find(key) is { } kept) return kept;
            Flight? flight;
            var mine = false;
            lock (_lock)
            {
                // Once more: the render may have landed since, and then it would be made twice.
                if (Find(key) is { } landed) return landed;
                if (!_flights.TryGetValue(key, out flight))
                {
                    mine = true;
                    _flights[key] = flight = new Flight(_drops);
                }
            }
            if (mine) _ = Fly(key, flight, render); // here: another thread would only be one more to wake
            var page = await flight.Landed.WaitAsync(cancel);
            if (flight.SawDropBy(arrived, page.Subjects)) continue; // it began before a fact that this reader may know of
            return page;
        }
    }

    /// <summary>Drops every page that shows one of the subjects. When it returns, no later reader sees the older state.</summary>
    public void Drop(IReadOnlyCollection<string> subjects)
    {
        parts?.Drop(subjects); // first: or a page begun in between would be made of a part from before the fact, and nothing would drop it
        lock (_lock)
        {
            _drops++;
            foreach (var flight in _flights.Values) flight.Note(_drops, subjects);
            foreach (var subject in subjects)
                if (_keysBySubject.Remove(subject, out var keys))
                    foreach (var key in keys) Remove(key);
        }
    }

    public void DropAll()
    {
        parts?.DropAll();
        lock (_lock)
        {
            _drops++;
            foreach (var flight in _flights.Values) flight.NoteAll(_drops);
            foreach (var key in _pages.Keys) Remove(key);
        }
    }

    private async Task Fly(string key, Flight flight, Func<PageRender, CancellationToken, Task<RenderedPage>> render)
    {
        using var bound = new CancellationTokenSource(options.RenderBound);
        try
        {
            Counters.Rendered();
            var collecting = new PageRender();
            var page = new CachedPage(await render(collecting, bound.Token), collecting.Subjects) { UsedAt = Environment.TickCount64 };
            lock (_lock)
            {
                _flights.Remove(key);
                if (flight.SawDropBy(_drops, page.Subjects)) Counters.RefusedByRace();
                // A page that names nothing could never be dropped.
                else if (page.Subjects.Count > 0 && options.Fresh()) Store(key, page);
            }
            flight.Land(page);
        }
        catch (Exception failure) // whoever waits hears it; nothing is kept
        {
            lock (_lock) _flights.Remove(key);
            flight.Crash(failure);
        }
    }

    private void Store(string key, CachedPage page)
    {
        var shelf = ShelfOf(key, page);
        if (!page.Page.Keep || page.Weight > options.LargestPage || page.Weight > shelf.Budget) return;
        Remove(key);
        _pages[key] = page;
        foreach (var subject in page.Subjects)
        {
            if (!_keysBySubject.TryGetValue(subject, out var keys)) _keysBySubject[subject] = keys = new HashSet<string>(StringComparer.Ordinal);
            keys.Add(key);
        }
        Counters.Stored();
        shelf.Weight += page.Weight;
        if (shelf.Weight > shelf.Budget) MakeRoom(shelf);
    }

    private void MakeRoom(Shelf shelf)
    {
        foreach (var (key, page) in _pages.Where(pair => ShelfOf(pair.Key, pair.Value) == shelf).OrderBy(pair => pair.Value.UsedAt).ToList())
        {
            if (shelf.Weight <= shelf.Budget * 8 / 10) return;
            Counters.Evicted();
            Remove(key);
        }
    }

    private void Remove(string key)
    {
        if (!_pages.TryRemove(key, out var page)) return;
        ShelfOf(key, page).Weight -= page.Weight;
        foreach (var subject in page.Subjects)
            if (_keysBySubject.TryGetValue(subject, out var keys) && keys.Remove(key) && keys.Count == 0) _keysBySubject.Remove(subject);
    }

    private Shelf ShelfOf(string key, CachedPage page) => page.Page.Status != StatusCodes.Status200OK ? _others : PageKey.IsAsked(key) ? _asked : _good;

    private sealed class Shelf(long budget)
    {
        public long Budget => budget;

        public long Weight { get; set; }
    }

    /// <summary>One render under way, and what was dropped since it began.</summary>
    private sealed class Flight(long began)
    {
        private readonly TaskCompletionSource<CachedPage> _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ConcurrentDictionary<string, long> _firstDrop = new(StringComparer.Ordinal);
        private long? _everything;

        public Task<CachedPage> Landed => _landed.Task;

        public void Note(long drop, IEnumerable<string> subjects)
        {
            foreach (var subject in subjects) _firstDrop.TryAdd(subject, drop);
        }

        public void NoteAll(long drop) => _everything ??= drop;

        /// <summary>True when one of the subjects was dropped after this render began, not later than <paramref name="arrived"/>.</summary>
        public bool SawDropBy(long arrived, IReadOnlySet<string> subjects) =>
            arrived > began && (_everything <= arrived || _firstDrop.Any(drop => drop.Value <= arrived && subjects.Contains(drop.Key)));

        public void Land(CachedPage page) => _landed.TrySetResult(page);

        public void Crash(Exception failure)
        {
            _landed.TrySetException(failure);
            _ = _landed.Task.Exception; // observed: there may be nobody waiting any more
        }
    }
}

/// <summary>The cache's bounds, and what it asks of the journal.</summary>
public sealed record PageCacheOptions
{
    /// <summary>Memory for pages with all their encodings.</summary>
    public long Bytes { get; init; } = 256L << 20;

    public long LargestPage { get; init; } = 8L << 20;

    public TimeSpan RenderBound { get; init; } = TimeSpan.FromSeconds(30);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>True while the node hears the journal; without that nothing kept can be trusted.</summary>
    public Func<bool> Fresh { get; init; } = () => true;

    /// <summary>Waits until the node has heard of a journal position; false when that took too long.</summary>
    public Func<long, TimeSpan, CancellationToken, ValueTask<bool>> Reached { get; init; } = (_, _, _) => ValueTask.FromResult(true);
}

/// <summary>What the cache did, for tests and meters.</summary>
public sealed class PageCounters
{
    private long _hits, _renders, _stored, _races, _evicted;

    public long Hits => Volatile.Read(ref _hits);

    public long Renders => Volatile.Read(ref _renders);

    public long StoredPages => Volatile.Read(ref _stored);

    public long Races => Volatile.Read(ref _races);

    public long Evictions => Volatile.Read(ref _evicted);

    public void Hit() => Interlocked.Increment(ref _hits);

    public void Rendered() => Interlocked.Increment(ref _renders);

    public void Stored() => Interlocked.Increment(ref _stored);

    public void RefusedByRace() => Interlocked.Increment(ref _races);

    public void Evicted() => Interlocked.Increment(ref _evicted);
}
