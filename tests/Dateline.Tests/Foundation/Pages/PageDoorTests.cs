using System.IO.Compression;
using System.Net;
using System.Text;
using Dateline.Foundation.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dateline.Tests.Foundation.Pages;

public class PageDoorTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("<p>The harbour of Vellmar froze for the third night — مرفأ فيلمار.</p>\n", 200));

    private static Task<PagesHost> Counting(int[] renders, PageCacheOptions? options = null) => PagesHost.Open(app =>
    {
        app.MapGet("/en/topic/{topic}", (string topic, HttpContext http, PageCache cache) => topic == "harbour"
            ? PagesHost.Count(http, cache, renders, http.Request.Query["page"] is [{ } page, ..] ? page : null)
            : cache.Serve(http, PageKey.Of(http, new Asked("page", Asked.In(http, "page"))), HeldRender.Answer(404, "no such topic", "edition/en")));
    }, options);

    private static Task<PagesHost> OnePage() => PagesHost.Open(app =>
        app.MapMethods("/en", ["GET", "HEAD"], (HttpContext http, PageCache cache) => cache.Serve(http, PageKey.Of(http), (render, _) =>
        {
            render.Shows("edition/en");
            return Task.FromResult(RenderedPage.Html(200, Encoding.UTF8.GetBytes(Long)) with { LastModified = new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero) });
        })));

    [Fact]
    public async Task Parameters_that_are_not_the_pages_make_no_other_page()
    {
        var renders = new int[1];
        await using var host = await Counting(renders);

        var plain = await host.Get("/en/topic/harbour");
        Assert.Equal(plain, await host.Get("/en/topic/harbour?utm_source=letter&fbclid=1"));
        var second = await host.Get("/en/topic/harbour?page=2");
        Assert.Equal(second, await host.Get("/en/topic/harbour?utm_source=letter&page=2"));
        Assert.Equal(2, renders[0]);
        Assert.Equal("<p>render 2, page 2", second);
    }

    [Theory]
    [InlineData("/en/topic/harbour%3Fpage=2")]
    [InlineData("/en/topic/harbour%3fpage=2")]
    [InlineData("/en/topic/harbour%253Fpage=2")]
    [InlineData("/en/topic/harbour%3Fpage%3D2")]
    public async Task An_invented_path_never_takes_the_place_of_another_page(string invented)
    {
        var renders = new int[1];
        await using var host = await Counting(renders);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri(host.Address, invented))).StatusCode);
        Assert.Equal("<p>render 1, page 2", await host.Get("/en/topic/harbour?page=2"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri(host.Address, invented))).StatusCode);
    }

    [Theory]
    [InlineData("?page=2&page=3", "2")]
    [InlineData("?PAGE=2", "2")]
    [InlineData("?page=2%26x", "2&x")]
    [InlineData("?page=a+b", "a b")]
    public async Task However_a_parameter_is_written_the_page_is_the_one_it_asks_for(string query, string page)
    {
        var renders = new int[1];
        await using var host = await Counting(renders);

        Assert.Equal($"<p>render 1, page {page}", await host.Get("/en/topic/harbour" + query));
        Assert.Equal($"<p>render 1, page {page}", await host.Get("/en/topic/harbour" + query));
    }

    [Fact]
    public async Task Who_has_just_written_sees_it_and_gets_the_same_page_as_everybody()
    {
        var renders = new int[1];
        var heard = new TaskCompletionSource<bool>();
        var asked = 0L;
        await using var host = await Counting(renders, new PageCacheOptions { Reached = async (position, _, _) => { asked = position; return await heard.Task; } });
        await host.Get("/en/topic/harbour");

        var writer = host.Get("/en/topic/harbour?after=42");
        Assert.Equal("<p>render 1, page ", await host.Get("/en/topic/harbour")); // nobody else waits
        host.Cache.Drop(["edition/en"]);
        heard.SetResult(true);

        Assert.Equal("<p>render 2, page ", await writer);
        Assert.Equal(42, asked);
        Assert.Equal("<p>render 2, page ", await host.Get("/en/topic/harbour"));
        Assert.Equal("<p>render 2, page ", await host.Get("/en/topic/harbour?after=41"));
    }

    [Theory]
    [InlineData("?after=42", null)]
    [InlineData("", "theme=dark; dl-after=42")]
    public async Task When_the_node_does_not_hear_in_time_the_writer_gets_a_render_of_his_own(string query, string? cookie)
    {
        var renders = new int[1];
        await using var host = await Counting(renders, new PageCacheOptions { Reached = (_, _, _) => ValueTask.FromResult(false) });
        await host.Get("/en/topic/harbour");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/topic/harbour" + query);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await host.Client.SendAsync(request);

        Assert.Equal("<p>render 2, page ", await answer.Content.ReadAsStringAsync());
        Assert.Equal("<p>render 1, page ", await host.Get("/en/topic/harbour"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Invented_positions_do_not_tie_the_node_down()
    {
        var renders = new int[1];
        var waiting = 0;
        var never = new TaskCompletionSource<bool>();
        await using var host = await Counting(renders, new PageCacheOptions { Reached = async (_, _, _) => { Interlocked.Increment(ref waiting); return await never.Task; } });
        await host.Get("/en/topic/harbour");

        var flood = Enumerable.Range(0, 150).Select(_ => host.Get("/en/topic/harbour?after=999999999999")).ToList();
        var served = 0;
        while (served < 150 - PageCacheMiddleware.MostWaiting)
        {
            var one = await Task.WhenAny(flood).WaitAsync(TestContext.Current.CancellationToken);
            flood.Remove(one);
            Assert.Equal("<p>render 1, page ", await one);
            served++;
        }
        Assert.True(waiting <= PageCacheMiddleware.MostWaiting);
        never.SetResult(true);
        await Task.WhenAll(flood);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("br;q=0, gzip;q=0, *;q=0", null)]
    public async Task A_page_goes_out_as_the_browser_likes_it(string? accept, string? coding)
    {
        await using var host = await OnePage();
        for (var time = 0; time < 2; time++) // rendered, then from memory
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/en");
            if (accept is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accept);
            using var answer = await host.Client.SendAsync(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync();

            Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal(bytes.Length, answer.Content.Headers.ContentLength);
            Assert.Equal(Long, Unpacked(bytes, coding));
            Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
            Assert.False(answer.Headers.ETag!.IsWeak);
            Assert.True(answer.Headers.CacheControl is { MaxAge.Ticks: 0, MustRevalidate: true });
            Assert.Equal("Mon, 16 Nov 2026 09:00:00 GMT", answer.Content.Headers.GetValues("Last-Modified").Single());
        }
    }

    [Fact]
    public async Task Each_encoding_has_a_tag_of_its_own()
    {
        await using var host = await OnePage();
        var tags = new HashSet<string>();
        foreach (var accept in new[] { "identity", "gzip", "br" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/en") { Headers = { { "Accept-Encoding", accept } } };
            using var answer = await host.Client.SendAsync(request);
            tags.Add(answer.Headers.ETag!.Tag);
        }
        Assert.Equal(3, tags.Count);
    }

    [Theory]
    [InlineData("{0}", true)]
    [InlineData("W/{0}", true)]
    [InlineData("*", true)]
    [InlineData("\"other\", {0}", true)]
    [InlineData("\"other\",W/{0} , \"third\"", true)]
    [InlineData("\"other\"", false)]
    [InlineData("not a tag at all", false)]
    public async Task Who_has_the_page_already_is_told_so(string match, bool known)
    {
        await using var host = await OnePage();
        using var first = await host.Client.GetAsync("/en");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en");
        request.Headers.TryAddWithoutValidation("If-None-Match", string.Format(System.Globalization.CultureInfo.InvariantCulture, match, first.Headers.ETag!.Tag));
        using var answer = await host.Client.SendAsync(request);

        Assert.Equal(known ? HttpStatusCode.NotModified : HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(first.Headers.ETag, answer.Headers.ETag);
        if (known) Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_head_of_a_page_is_the_page_without_its_body()
    {
        await using var host = await OnePage();
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, "/en");
            using var answer = await host.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(Encoding.UTF8.GetByteCount(Long), answer.Content.Headers.ContentLength);
        }
    }

    [Fact]
    public async Task Every_answer_says_what_a_browser_may_do()
    {
        await using var host = await OnePage();
        foreach (var path in new[] { "/en", "/en", "/nothing" })
        {
            using var answer = await host.Client.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.StartsWith("max-age=", answer.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        }
    }

    private static string Unpacked(byte[] bytes, string? coding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream plain = coding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
