using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Tests.House;

namespace Dateline.Tests.Foundation.Pages;

/// <summary>Readers, writers and renders at once, against the one promise: after a drop nobody who comes later sees what was before.</summary>
public class PageCacheModelTests
{
    private const int Subjects = 6;
    private const int Pages = 10;
    private const int Steps = 4_000;

    private readonly PageParts _parts = new(new PageCacheOptions { Bytes = 64 << 10 });
    private readonly PageCache _cache;
    private bool _inParts;
    private readonly long[] _written = new long[Subjects];
    private readonly long[] _dropped = new long[Subjects];

    public PageCacheModelTests() => _cache = new(new PageCacheOptions { Bytes = 64 << 10 }, _parts);

    [Fact]
    [Trait("Soak", "yes")]
    public Task After_a_drop_no_later_reader_sees_an_older_version() =>
        Soak.Repeat("page cache, readers and writers at once", inSuite: 3, seed => new PageCacheModelTests().Run(seed * 100));

    [Fact]
    [Trait("Soak", "yes")]
    public Task Nor_does_a_page_that_is_put_together_of_parts() =>
        Soak.Repeat("page cache, pages of parts", inSuite: 3, seed => new PageCacheModelTests { _inParts = true }.Run(seed * 100));

    private async Task Run(int seed)
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => Work(new Random(seed + worker)))));

        Assert.True(_cache.Counters.Hits > 0);
        Assert.True(_cache.Counters.Races > 0, "no drop ever met a render: the test doesn't test");
    }

    private async Task Work(Random random)
    {
        for (var step = 0; step < Steps; step++)
        {
            if (random.Next(6) == 0) Write(random.Next(Subjects));
            else await Read(random.Next(Pages));
        }
    }

    private void Write(int subject)
    {
        var version = Interlocked.Increment(ref _written[subject]);
        _cache.Drop([Name(subject)]);
        // Several writers meet: the latest drop that has returned counts.
        long known;
        while ((known = Volatile.Read(ref _dropped[subject])) < version && Interlocked.CompareExchange(ref _dropped[subject], version, known) != known) { }
    }

    private async Task Read(int page)
    {
        var subjects = new[] { page % Subjects, (page * 5 + 1) % Subjects };
        var atLeast = Array.ConvertAll(subjects, subject => Volatile.Read(ref _dropped[subject]));
        var seen = HeldRender.TextOf(await _cache.Get($"/en/{page}", (render, _) => Render(render, subjects), default)).Split(' ');
        for (var at = 0; at < subjects.Length; at++)
            Assert.True(long.Parse(seen[at], CultureInfo.InvariantCulture) >= atLeast[at], $"page {page} shows version {seen[at]} of {Name(subjects[at])} after the drop of {atLeast[at]}");
    }

    private async Task<RenderedPage> Render(PageRender render, int[] subjects)
    {
        if (_inParts) return await RenderOfParts(render, subjects);
        var versions = Array.ConvertAll(subjects, subject => Volatile.Read(ref _written[subject]));
        foreach (var subject in subjects) render.Shows(Name(subject));
        for (var pause = 0; pause < 4; pause++) await Task.Yield();
        return RenderedPage.Text(200, string.Join(' ', versions));
    }

    private async Task<RenderedPage> RenderOfParts(PageRender render, int[] subjects)
    {
        var seen = new List<string>();
        foreach (var subject in subjects)
        {
            var part = await _parts.Get($"part {subject}", async (own, _) =>
            {
                var version = Volatile.Read(ref _written[subject]);
                own.Shows(Name(subject));
                await Task.Yield();
                return RenderedPage.Text(200, version.ToString(CultureInfo.InvariantCulture));
            }, default);
            foreach (var shown in part.Subjects) render.Shows(shown);
            seen.Add(HeldRender.TextOf(part));
        }
        return RenderedPage.Text(200, string.Join(' ', seen));
    }

    private static string Name(int subject) => $"story/{subject}";
}
