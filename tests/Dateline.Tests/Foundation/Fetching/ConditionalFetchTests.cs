using System.Text;
using Dateline.Foundation.Fetching;
using static Dateline.Tests.Foundation.Fetching.LoopbackServer;

namespace Dateline.Tests.Foundation.Fetching;

public class ConditionalFetchTests
{
    private static readonly Uri Feed = new("http://wire.example/feed");

    [Fact]
    public async Task A_fetch_brings_the_body_and_what_the_head_said()
    {
        await using var outside = new Outside(_ => Ok("<rss/>", "Content-Type: Application/RSS+xml; Charset=\"Windows-1256\"\r\nETag: W/\"a1\"\r\nLast-Modified: yesterday, roughly\r\nCache-Control: max-age=300\r\n"));
        var options = new FetchingOptions { HostGap = TimeSpan.Zero, PublicUrl = new Uri("https://agency.example/about?x=1"), Version = "1.2.3" };

        var fetched = Assert.IsType<Fetched>(await outside.Fetcher(options).FetchAsync(new FetchRequest(Feed) { Accept = "application/rss+xml" }, default));

        Assert.Equal("<rss/>", Encoding.UTF8.GetString(fetched.Body.Span));
        Assert.Equal(
            new ResponseHead
            {
                Status = 200,
                FinalUri = Feed,
                ContentType = "application/rss+xml",
                Charset = "windows-1256",
                ETag = "W/\"a1\"",
                LastModified = "yesterday, roughly",
                FreshFor = TimeSpan.FromMinutes(5),
            },
            fetched.Head);
        var asked = Assert.Single(outside.Server.Requests);
        Assert.Equal("Dateline/1.2.3 (+https://agency.example/about)", asked["user-agent"]);
        Assert.Equal("application/rss+xml", asked["accept"]);
        Assert.Null(asked["traceparent"]);
    }

    [Fact]
    public async Task An_unchanged_feed_is_not_sent_again()
    {
        await using var outside = new Outside(asked => asked["if-none-match"] == "\"v7\"" ? Answer("304 Not Modified", "ETag: \"v7\"\r\n") : Ok("new"));

        var outcome = await outside.Fetcher().FetchAsync(new FetchRequest(Feed) { ETag = "\"v7\"", IfModifiedSince = "Tue, 03 Feb 2026 10:00:00 GMT" }, default);

        Assert.Equal("\"v7\"", Assert.IsType<NotModified>(outcome).Head.ETag);
        Assert.Equal("Tue, 03 Feb 2026 10:00:00 GMT", Assert.Single(outside.Server.Requests)["if-modified-since"]);
    }

    [Fact]
    public async Task A_304_that_nobody_asked_for_is_no_answer()
    {
        await using var outside = new Outside(_ => Answer("304 Not Modified"));

        Assert.Equal(304, Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(new FetchRequest(Feed), default)).Status);
    }

    [Theory]
    [InlineData("410 Gone", nameof(FetchFailureKind.Gone), 410)]
    [InlineData("404 Not Found", nameof(FetchFailureKind.HttpStatus), 404)]
    [InlineData("500 Oops", nameof(FetchFailureKind.HttpStatus), 500)]
    [InlineData("206 Partial Content", nameof(FetchFailureKind.HttpStatus), 206)]
    [InlineData("429 Too Many Requests", nameof(FetchFailureKind.RateLimited), 429)]
    public async Task A_status_that_is_no_success_is_a_named_failure(string status, string kind, int code)
    {
        await using var outside = new Outside(_ => Answer(status, body: "sorry"u8.ToArray()));

        var failure = Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(new FetchRequest(Feed), default));

        Assert.Equal((kind, code), (failure.Kind.ToString(), failure.Status));
        Assert.Contains("wire.example", failure.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_carries_its_body_and_signature_and_follows_no_redirect()
    {
        await using var outside = new Outside(asked => asked.Path == "/hook" ? Answer("202 Accepted") : Redirect("/hook", "307 Temporary Redirect"));
        var post = new FetchRequest(new Uri("http://subscriber.example/hook"))
        {
            Method = HttpMethod.Post,
            Content = new("{\"id\":1}"u8.ToArray(), "application/json"),
            Headers = [new("X-Hub-Signature-256", "sha256=00ff")],
        };

        Assert.Equal(202, Assert.IsType<Fetched>(await outside.Fetcher().FetchAsync(post, default)).Head.Status);
        Assert.Equal(307, Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(post with { Uri = new("http://subscriber.example/old") }, default)).Status);

        Assert.Equal(2, outside.Server.Requests.Count);
        Assert.All(outside.Server.Requests, asked => Assert.Equal(("POST", "{\"id\":1}", "sha256=00ff", "application/json"), (asked.Method, asked.Body, asked["x-hub-signature-256"], asked["content-type"])));
    }

    [Fact]
    public async Task A_header_can_not_smuggle_another_in()
    {
        await using var outside = new Outside(_ => Ok(""));
        var fetcher = outside.Fetcher();

        await Assert.ThrowsAsync<ArgumentException>(() => fetcher.FetchAsync(new FetchRequest(Feed) { Headers = [new("X-Note", "a\r\nHost: b")] }, default));
        await Assert.ThrowsAsync<ArgumentException>(() => fetcher.FetchAsync(new FetchRequest(Feed) { Headers = [new("Host", "b")] }, default));
        Assert.IsType<Fetched>(await fetcher.FetchAsync(new FetchRequest(Feed) { ETag = "\"a\"\r\nX: y" }, default));
        Assert.Null(Assert.Single(outside.Server.Requests)["if-none-match"]);
    }
}
