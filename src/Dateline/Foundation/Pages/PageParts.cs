namespace Dateline.Foundation.Pages;

/// <summary>
/// Parts of pages, kept apart because facts concern them at different times: the page itself seldom, what stands in its
/// margin with every publication. They are held as pages are, each under the subjects that it shows; a page that is put
/// together of them shows the subjects of them all.
/// </summary>
public sealed class PageParts(PageCacheOptions options)
{
    private readonly PageCache _kept = new(options with { Bytes = options.Bytes / 2 });

    public PageCounters Counters => _kept.Counters;

    /// <summary>The part, from memory or rendered, never from before a fact that the node had heard when it was asked for.</summary>
    public Task<CachedPage> Get(string key, Func<PageRender, CancellationToken, Task<RenderedPage>> render, CancellationToken cancel) => _kept.Get(key, render, cancel);

    internal void Drop(IReadOnlyCollection<string> subjects) => _kept.Drop(subjects);

    internal void DropAll() => _kept.DropAll();
}
