using Dateline.Foundation.Pages;
using Dateline.Tests.House;

namespace Dateline.Tests.Foundation.Pages;

public class PageCacheTests
{
    private static RenderedPage Page(string text, int status = 200) => RenderedPage.Text(status, text);

    private static string Text(CachedPage page) => System.Text.Encoding.UTF8.GetString(page.Page.Body);

    /// <summary>A render that waits until the test lets it end.</summary>
    private sealed class Slow(string text, params string[] subjects)
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Began => _began.Task;

        public void End() => _end.TrySetResult();

        public async Task<RenderedPage> Render(PageRender render, CancellationToken cancel)
        {
            foreach (var subject in subjects) render.Shows(subject);
            _began.TrySetResult();
            await _end.Task.WaitAsync(cancel);
            return Page(text);
        }
    }

    private static Func<PageRender, CancellationToken, Task<RenderedPage>> Quick(string text, params string[] subjects) => (render, _) =>
    {
        foreach (var subject in subjects) render.Shows(subject);
        return Task.FromResult(Page(text));
    };

    [Fact]
    public async Task A_render_that_began_before_a_drop_is_not_kept()
    {
        var cache = new PageCache(new());
        var old = new Slow("old", "story/a");
        var reader = cache.Get("/a", old.Render, default);
        await old.Began;
        cache.Drop(["story/a"]);
        old.End();

        Assert.Equal("old", Text(await reader)); // it asked before the drop
        Assert.Null(cache.Find("/a"));
        Assert.Equal("new", Text(await cache.Get("/a", Quick("new", "story/a"), default)));
        Assert.Equal(1, cache.Counters.Races);
    }

    [Fact]
    public async Task A_reader_who_came_after_the_drop_does_not_get_the_render_from_before_it()
    {
        var cache = new PageCache(new());
        var old = new Slow("old", "story/a");
        var first = cache.Get("/a", old.Render, default);
        await old.Began;
        cache.Drop(["story/a"]);
        var second = cache.Get("/a", Quick("new", "story/a"), default); // joins the flight, then sees that it is too old
        old.End();

        Assert.Equal("old", Text(await first));
        Assert.Equal("new", Text(await second));
        Assert.Equal("new", Text(cache.Find("/a")!));
    }

    [Fact]
    public async Task A_drop_of_something_else_disturbs_nothing()
    {
        var cache = new PageCache(new());
        var slow = new Slow("page", "story/a");
        var first = cache.Get("/a", slow.Render, default);
        await slow.Began;
        cache.Drop(["story/b"]);
        var second = cache.Get("/a", Quick("never", "story/a"), default);
        slow.End();

        Assert.Equal("page", Text(await first));
        Assert.Equal("page", Text(await second));
        Assert.NotNull(cache.Find("/a"));
        cache.Drop(["story/b"]);
        Assert.NotNull(cache.Find("/a"));
    }

    [Fact]
    public async Task A_thousand_readers_at_once_cost_one_render()
    {
        var cache = new PageCache(new());
        var slow = new Slow("page", "story/a");
        var readers = Enumerable.Range(0, 1_000).Select(_ => cache.Get("/a", slow.Render, default)).ToList();
        await slow.Began;
        slow.End();
        foreach (var reader in readers) Assert.Equal("page", Text(await reader));
        Assert.Equal(1, cache.Counters.Renders);
    }

    [Fact]
    public async Task The_reader_who_began_it_may_leave_without_ending_it_for_the_others()
    {
        var cache = new PageCache(new());
        var slow = new Slow("page", "story/a");
        using var leaving = new CancellationTokenSource();
        var first = cache.Get("/a", slow.Render, leaving.Token);
        await slow.Began;
        var second = cache.Get("/a", slow.Render, default);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        slow.End();
        Assert.Equal("page", Text(await second));
    }

    [Fact]
    public async Task A_render_that_fails_is_told_to_all_who_wait_and_kept_for_nobody()
    {
        var cache = new PageCache(new());
        await Assert.ThrowsAsync<InvalidDataException>(() => cache.Get("/a", (_, _) => throw new InvalidDataException(), default));
        Assert.Equal("page", Text(await cache.Get("/a", Quick("page"), default)));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Pages_that_say_no_are_kept_and_dropped_too(int status)
    {
        var cache = new PageCache(new());
        await cache.Get("/a", (render, _) => { render.Shows("story/a"); return Task.FromResult(Page("no", status)); }, default);
        Assert.NotNull(cache.Find("/a"));
        cache.Drop(["story/a"]);
        Assert.Null(cache.Find("/a"));
    }

    [Fact]
    public async Task Memory_is_bounded_and_a_flood_of_404s_pushes_out_no_page()
    {
        var cache = new PageCache(new PageCacheOptions { Bytes = 2 << 20 });
        await cache.Get("/good", Quick(new string('x', 50_000), "story/good"), default);
        for (var i = 0; i < 3_000; i++)
            await cache.Get($"/no/{i}", (render, _) => { render.Shows($"story/{i}"); return Task.FromResult(Page("no such page", 404)); }, default);
        Assert.NotNull(cache.Find("/good"));
        Assert.True(cache.Count < 200);
        Assert.True(cache.Counters.Evictions > 0);

        for (var i = 0; i < 200; i++) await cache.Get($"/page/{i}", Quick(new string('y', 30_000), "story/y"), default);
        Assert.True(cache.Count < 200, "the pages themselves are bounded as well");
    }

    [Fact]
    public async Task Nothing_is_served_or_kept_while_the_journal_is_out_of_reach()
    {
        var inContact = true;
        var cache = new PageCache(new PageCacheOptions { Fresh = () => inContact });
        await cache.Get("/a", Quick("old", "story/a"), default);
        inContact = false;
        Assert.Equal("fresh", Text(await cache.Get("/a", Quick("fresh", "story/a"), default)));
        inContact = true;
        Assert.Equal("old", Text(cache.Find("/a")!)); // in contact again, and no fact about it was missed: Drop would have come
    }

    [Fact]
    [Trait("Soak", "yes")]
    public Task No_reader_ever_sees_an_older_state_than_the_last_drop_before_it_came() =>
        Soak.Repeat("page cache, slow renders", inSuite: 3, NoOlderState);

    private static async Task NoOlderState(int seed)
    {
        // The model: five stories with a version each. A writer raises a version, then drops the subject, then
        // notes it as announced. A reader notes what is announced, asks, and must not get an older one.
        var cache = new PageCache(new());
        var current = new int[5];
        var announced = new int[5];
        var wrong = 0;
        async Task<RenderedPage> Render(int page, int delay, PageRender render)
        {
            var text = new List<string>();
            for (var story = page; story < page + 2; story++)
            {
                render.Shows($"story/{story % 5}");
                text.Add($"{story % 5}:{Volatile.Read(ref current[story % 5])}");
                for (var i = 0; i < delay; i++) await Task.Yield();
            }
            return Page(string.Join(' ', text));
        }

        var readers = Enumerable.Range(0, 6).Select(worker => Task.Run(async () =>
        {
            var random = new Random(seed * 100 + worker);
            for (var i = 0; i < 3_000; i++)
            {
                var page = random.Next(5);
                var least = (int[])announced.Clone();
                var text = Text(await cache.Get($"/{page}", (render, _) => Render(page, random.Next(4), render), default));
                foreach (var pair in text.Split(' ').Select(part => part.Split(':')))
                    if (int.Parse(pair[1]) < least[int.Parse(pair[0])]) Interlocked.Increment(ref wrong);
            }
        }));
        var writer = Task.Run(async () =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 1_500; i++)
            {
                var story = random.Next(5);
                var version = Interlocked.Increment(ref current[story]);
                cache.Drop([$"story/{story}"]);
                Volatile.Write(ref announced[story], version);
                if (i % 3 == 0) await Task.Yield();
            }
        });
        await Task.WhenAll(readers.Append(writer));
        Assert.Equal(0, wrong);
        Assert.True(cache.Counters.Hits > 0 && cache.Counters.Renders > 0);
    }

    [Theory]
    [InlineData(null, "Identity")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("gzip, deflate", "Gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "Gzip")]
    [InlineData("br;q=0.2, gzip;q=0.9", "Gzip")]
    [InlineData("gzip;q=0, *;q=0.3", "Brotli")]
    [InlineData("identity", "Identity")]
    [InlineData("gzip;q=0", "Identity")]
    [InlineData(";;;,q=", "Identity")]
    public void The_best_encoding_is_chosen(string? accept, string chosen) =>
        Assert.Equal(chosen, PageResult.Accepts(accept).ToString());
}
