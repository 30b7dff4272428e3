using Dateline.Foundation.Pages;

namespace Dateline.Tests.Foundation.Pages;

public class PageMemoryTests
{
    private const int Budget = 4 << 20;
    private readonly PageCache _cache = new(new PageCacheOptions { Bytes = Budget, LargestPage = 1 << 20 });

    [Fact]
    public async Task Memory_stays_within_its_budget()
    {
        var text = new string('x', 8_000);
        for (var page = 0; page < 3_000; page++) await _cache.Get($"/en/{page}", HeldRender.AtOnce(text, $"story/{page}"), default);

        Assert.InRange(_cache.Count, 1, Budget / text.Length);
        Assert.True(_cache.Counters.Evictions > 2_000);
        Assert.NotNull(_cache.Find("/en/2999"));
    }

    [Fact]
    public async Task A_flood_of_invented_addresses_pushes_out_no_page()
    {
        for (var page = 0; page < 100; page++) await _cache.Get($"/en/{page}", HeldRender.AtOnce("page", $"story/{page}"), default);
        for (var invented = 0; invented < 20_000; invented++) await _cache.Get($"/nothing/{invented}", HeldRender.Answer(404, "nothing", "edition/en"), default);

        for (var page = 0; page < 100; page++) Assert.NotNull(_cache.Find($"/en/{page}"));
    }

    [Fact]
    public async Task A_flood_of_invented_parameters_pushes_out_no_page()
    {
        for (var page = 0; page < 100; page++) await _cache.Get($"/en/{page}", HeldRender.AtOnce("page", $"story/{page}"), default);
        for (var invented = 0; invented < 5_000; invented++) await _cache.Get($"/en/topic/sea?before={invented}", HeldRender.AtOnce(new string('x', 2_000), "edition/en"), default);

        for (var page = 0; page < 100; page++) Assert.NotNull(_cache.Find($"/en/{page}"));
        Assert.NotNull(_cache.Find("/en/topic/sea?before=4999"));
    }

    [Fact]
    public async Task A_page_too_large_is_served_and_not_kept()
    {
        var large = new string('x', 2 << 20);

        Assert.Equal(large.Length, (await _cache.Get("/en/large", HeldRender.AtOnce(large, "story/large"), default)).Page.Body.Length);
        Assert.Null(_cache.Find("/en/large"));
    }

    [Fact]
    public async Task Finding_a_page_allocates_nothing()
    {
        await _cache.Get("/en/harbour", HeldRender.AtOnce("page", "story/harbour"), default);
        _cache.Find("/en/harbour");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 1_000; time++) _cache.Find("/en/harbour");

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
