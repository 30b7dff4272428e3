using System.IO.Compression;
using System.Text;
using Dateline.Foundation.Fetching;
using static Dateline.Tests.Foundation.Fetching.LoopbackServer;

namespace Dateline.Tests.Foundation.Fetching;

public class BodyLimitTests
{
    private static readonly Uri Feed = new("http://wire.example/feed");
    private static readonly byte[] Story = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 4000).Select(n => $"<item>Harbour bridge reopens, take {n}</item>")));

    [Theory]
    [InlineData("gzip")]
    [InlineData("X-GZIP")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("bare deflate")]
    [InlineData("identity")]
    [InlineData("utf-8")]
    public async Task A_packed_body_is_unpacked(string coding)
    {
        await using var outside = new Outside(_ => Answer("200 OK", $"Content-Encoding: {coding.Replace("bare ", "", StringComparison.Ordinal)}\r\n", Pack(coding, Story)));

        var fetched = Assert.IsType<Fetched>(await outside.Fetcher().FetchAsync(new FetchRequest(Feed), default));

        Assert.True(fetched.Body.Span.SequenceEqual(Story));
        Assert.Equal("gzip, deflate, br", Assert.Single(outside.Server.Requests)["accept-encoding"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("bare deflate")]
    public async Task A_packed_body_that_is_cut_off_is_not_taken_for_a_whole_one(string coding)
    {
        var packed = Pack(coding, Story);
        await using var outside = new Outside(_ => Answer("200 OK", $"Content-Encoding: {coding.Replace("bare ", "", StringComparison.Ordinal)}\r\n", packed[..^5]));

        Assert.Equal(FetchFailureKind.BadEncoding, Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(new FetchRequest(Feed), default)).Kind);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    public async Task Plain_text_that_claims_to_be_packed_is_a_bad_encoding(string coding)
    {
        await using var outside = new Outside(_ => Ok("<rss version='2.0'>plain after all</rss>", $"Content-Encoding: {coding}\r\n"));

        Assert.Equal(FetchFailureKind.BadEncoding, Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(new FetchRequest(Feed), default)).Kind);
    }

    [Fact]
    public async Task An_empty_body_that_claims_to_be_packed_is_just_empty()
    {
        await using var outside = new Outside(_ => Answer("200 OK", "Content-Encoding: gzip\r\n"));

        Assert.True(Assert.IsType<Fetched>(await outside.Fetcher().FetchAsync(new FetchRequest(Feed), default)).Body.IsEmpty);
    }

    [Theory]
    [InlineData("gzip", int.MaxValue)]
    [InlineData("gzip", 200)]
    [InlineData("br", 200)]
    public async Task A_bomb_is_given_up_early(string coding, int ratio)
    {
        var bomb = Pack(coding, new byte[64 * 1024 * 1024]);
        await using var outside = new Outside(_ => Answer("200 OK", $"Content-Encoding: {coding}\r\n", bomb));
        var options = new FetchingOptions { HostGap = TimeSpan.Zero, MaxUnpackingRatio = ratio, MaxBytes = 8 * 1024 * 1024 };

        await using var opened = Assert.IsType<Opened>(await outside.Fetcher(options).OpenAsync(new FetchRequest(Feed), default));
        var seen = 0L;
        var buffer = new byte[81920];
        var stopped = await Assert.ThrowsAsync<FetchException>(async () =>
        {
            while (await opened.Body.ReadAsync(buffer) is > 0 and var read) seen += read;
        });

        Assert.Equal(FetchFailureKind.TooLarge, stopped.Failure.Kind);
        Assert.InRange(seen, 1, ratio == 200 ? 2 * 1024 * 1024 : options.MaxBytes);
    }

    [Fact]
    public async Task A_body_without_end_is_given_up_at_the_limit()
    {
        await using var server = new LoopbackServer(async (_, wire, cancel) =>
        {
            await wire.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), cancel);
            while (true) await wire.WriteAsync(new byte[16384], cancel);
        });
        await using var outside = new Outside(server);

        var failure = await outside.Fetcher().FetchAsync(new FetchRequest(Feed) { MaxBytes = 100_000 }, default);

        Assert.Equal(FetchFailureKind.TooLarge, Assert.IsType<FetchFailure>(failure).Kind);
    }

    [Fact]
    public async Task A_body_of_exactly_the_limit_passes_and_one_byte_more_does_not()
    {
        await using var outside = new Outside(_ => Ok("12345"));
        var fetcher = outside.Fetcher();

        Assert.Equal(5, Assert.IsType<Fetched>(await fetcher.FetchAsync(new FetchRequest(Feed) { MaxBytes = 5 }, default)).Body.Length);
        Assert.Equal(FetchFailureKind.TooLarge, Assert.IsType<FetchFailure>(await fetcher.FetchAsync(new FetchRequest(Feed) { MaxBytes = 4 }, default)).Kind);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>half a feed")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    public async Task A_body_that_breaks_off_is_not_half_applied(string answer)
    {
        await using var outside = new Outside(_ => Encoding.ASCII.GetBytes(answer));

        Assert.Equal(FetchFailureKind.Truncated, Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(new FetchRequest(Feed), default)).Kind);
    }

    [Fact]
    public async Task A_head_without_end_is_given_up()
    {
        await using var server = new LoopbackServer(async (_, wire, cancel) =>
        {
            await wire.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), cancel);
            while (true) await wire.WriteAsync("X-Padding: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n"u8.ToArray(), cancel);
        });
        await using var outside = new Outside(server);

        Assert.Equal(FetchFailureKind.HeadersTooLarge, Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(new FetchRequest(Feed), default)).Kind);
    }

    [Fact]
    public async Task An_answer_that_is_no_HTTP_is_a_bad_response()
    {
        await using var outside = new Outside(_ => "220 mail.example ESMTP\r\n\r\n"u8.ToArray());

        Assert.Equal(FetchFailureKind.BadResponse, Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(new FetchRequest(Feed), default)).Kind);
    }

    private static byte[] Pack(string coding, byte[] plain)
    {
        var packed = new MemoryStream();
        using (Stream packing = coding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "bare deflate" => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => packed,
        })
        {
            packing.Write(plain);
            if (packing == packed) return packed.ToArray();
        }

        return packed.ToArray();
    }
}
