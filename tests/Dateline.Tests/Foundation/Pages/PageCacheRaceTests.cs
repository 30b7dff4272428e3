using Dateline.Foundation.Pages;
using static Dateline.Tests.Foundation.Pages.HeldRender;

namespace Dateline.Tests.Foundation.Pages;

public class PageCacheRaceTests
{
    private const string Key = "/en/harbour";
    private readonly PageCache _cache = new(new PageCacheOptions());

    [Fact]
    public async Task A_render_that_a_drop_overtakes_is_not_kept()
    {
        var old = new HeldRender("old", "story/harbour");
        var reading = _cache.Get(Key, old.Render, default);
        await old.Began;
        _cache.Drop(["story/harbour"]);
        old.LetGo();

        Assert.Equal("old", TextOf(await reading)); // who came before the drop may have it
        Assert.Null(_cache.Find(Key));
        Assert.Equal(1, _cache.Counters.Races);
    }

    [Fact]
    public async Task A_reader_who_comes_after_a_drop_never_joins_the_older_render()
    {
        var old = new HeldRender("old", "story/harbour");
        var before = _cache.Get(Key, old.Render, default);
        await old.Began;
        var early = _cache.Get(Key, AtOnce("never asked", "story/harbour"), default);
        _cache.Drop(["story/harbour"]);
        var late = _cache.Get(Key, AtOnce("new", "story/harbour"), default);
        old.LetGo();

        Assert.Equal("old", TextOf(await before));
        Assert.Equal("old", TextOf(await early));
        Assert.Equal("new", TextOf(await late));
        Assert.Equal("new", TextOf(_cache.Find(Key)));
    }

    [Fact]
    public async Task A_drop_of_something_else_meanwhile_keeps_the_page()
    {
        var page = new HeldRender("page", "story/harbour", "edition/en");
        var before = _cache.Get(Key, page.Render, default);
        await page.Began;
        _cache.Drop(["story/bridge", "edition/fa"]);
        var after = _cache.Get(Key, AtOnce("never asked"), default);
        page.LetGo();

        Assert.Equal("page", TextOf(await before));
        Assert.Equal("page", TextOf(await after));
        Assert.NotNull(_cache.Find(Key));
        Assert.Equal(1, _cache.Counters.Renders);
    }

    [Fact]
    public async Task Only_drops_before_a_reader_came_make_the_render_too_old_for_him()
    {
        var old = new HeldRender("old", "story/harbour");
        var first = _cache.Get(Key, old.Render, default);
        await old.Began;
        _cache.Drop(["story/bridge"]);
        var between = _cache.Get(Key, AtOnce("never asked", "story/harbour"), default);
        _cache.Drop(["story/harbour"]);
        old.LetGo();

        Assert.Equal("old", TextOf(await first));
        Assert.Equal("old", TextOf(await between));
        Assert.Null(_cache.Find(Key));
    }

    [Fact]
    public async Task Dropping_everything_overtakes_every_render()
    {
        await _cache.Get("/en/bridge", AtOnce("kept", "story/bridge"), default);
        var old = new HeldRender("old", "story/harbour");
        var before = _cache.Get(Key, old.Render, default);
        await old.Began;
        _cache.DropAll();
        var late = _cache.Get(Key, AtOnce("new", "story/harbour"), default);
        old.LetGo();

        await before;
        Assert.Equal("new", TextOf(await late));
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public async Task Many_readers_wait_for_one_render()
    {
        var page = new HeldRender("page", "story/harbour");
        var readers = Enumerable.Range(0, 200).Select(_ => _cache.Get(Key, page.Render, default)).ToList();
        await page.Began;
        page.LetGo();

        Assert.All(await Task.WhenAll(readers), read => Assert.Equal("page", TextOf(read)));
        Assert.Equal(1, page.Times);
    }

    [Fact]
    public async Task A_page_is_rendered_once_however_the_readers_meet()
    {
        const int Pages = 4_000;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var page = 0; page < Pages; page++) await _cache.Get($"/en/{page}", AtOnce("page", "edition/en"), default);
        })));

        Assert.Equal(Pages, _cache.Counters.Renders);
    }

    [Fact]
    public async Task The_render_goes_on_when_the_reader_who_began_it_leaves()
    {
        using var leaving = new CancellationTokenSource();
        var page = new HeldRender("page", "story/harbour");
        var first = _cache.Get(Key, page.Render, leaving.Token);
        await page.Began;
        var second = _cache.Get(Key, AtOnce("never asked"), default);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        page.LetGo();

        Assert.Equal("page", TextOf(await second));
        Assert.Equal(1, _cache.Counters.Renders);
    }

    [Fact]
    public async Task A_render_that_fails_is_told_to_all_who_wait_and_kept_from_nobody_else()
    {
        var broken = new HeldRender("", "story/harbour");
        var first = _cache.Get(Key, broken.Render, default);
        await broken.Began;
        var second = _cache.Get(Key, AtOnce("never asked"), default);
        broken.Break(new InvalidOperationException("the template is wrong"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Equal("page", TextOf(await _cache.Get(Key, AtOnce("page", "story/harbour"), default)));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_drop_takes_away_pages_of_every_status(int status)
    {
        await _cache.Get(Key, Answer(status, "first", "story/harbour"), default);
        Assert.Equal("first", TextOf(await _cache.Get(Key, AtOnce("never asked"), default)));
        _cache.Drop(["story/harbour"]);

        Assert.Equal("second", TextOf(await _cache.Get(Key, AtOnce("second", "story/harbour"), default)));
    }

    [Fact]
    public async Task A_page_that_names_nothing_is_not_kept_because_nothing_could_drop_it()
    {
        await _cache.Get(Key, AtOnce("page"), default);

        Assert.Equal(0, _cache.Count);
    }

    [Fact]
    public async Task Out_of_contact_with_the_journal_nothing_is_served_from_memory_or_kept()
    {
        var fresh = true;
        var cache = new PageCache(new PageCacheOptions { Fresh = () => fresh });
        await cache.Get(Key, AtOnce("kept", "story/harbour"), default);
        fresh = false;

        Assert.Null(cache.Find(Key));
        Assert.Equal("rendered", TextOf(await cache.Get(Key, AtOnce("rendered", "story/harbour"), default)));
        Assert.Equal("rendered", TextOf(await cache.Get("/en/bridge", AtOnce("rendered", "story/bridge"), default)));
        Assert.Equal(1, cache.Count);
    }
}
