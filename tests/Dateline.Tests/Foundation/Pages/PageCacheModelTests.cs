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

    private readonly PageCache _cache = new(new PageCacheOptions { Bytes = 64 << 10 });
    private readonly long[] _written = new long[Subjects];
    private readonly long[] _dropped = new long[Subjects];

    [Fact]
    [Trait("Soak", "yes")]
    public Task After_a_drop_no_later_reader_sees_an_older_version() =>
        Soak.Repeat("page cache, readers and writers at once", inSuite: 3, seed => new PageCacheModelTests().Run(seed * 100));

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
        var versions = Array.ConvertAll(subjects, subject => Volatile.Read(ref _written[subject]));
        foreach (var subject in subjects) render.Shows(Name(subject));
        for (var pause = 0; pause < 4; pause++) await Task.Yield();
        return RenderedPage.Text(200, string.Join(' ', versions));
    }

    private static string Name(int subject) => $"story/{subject}";
}
