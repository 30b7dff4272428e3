using Dateline.Foundation.Pages;

namespace Dateline.Tests.Foundation.Pages;

public class ContentCodingTests
{
    // RFC 9110, section 12.5.3
    [Theory]
    [InlineData("", "Identity")]
    [InlineData("identity", "Identity")]
    [InlineData("deflate", "Identity")]
    [InlineData("zstd, deflate", "Identity")]
    [InlineData("gzip", "Gzip")]
    [InlineData("x-gzip", "Gzip")]
    [InlineData("GZIP", "Gzip")]
    [InlineData("gzip, deflate", "Gzip")]
    [InlineData("br", "Brotli")]
    [InlineData("gzip, deflate, br", "Brotli")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("brunch, gzip", "Gzip")]
    [InlineData("*", "Brotli")]
    [InlineData("gzip;q=1.0, br;q=0.9", "Gzip")]
    [InlineData("br;q=0, gzip", "Gzip")]
    [InlineData("br;q=0, *", "Gzip")]
    [InlineData("br;q=0.0, gzip;q=0.000, *;q=0", "Identity")]
    [InlineData("identity;q=1, br;q=0.5, gzip;q=0.5", "Identity")]
    [InlineData("br ; q=0.5 , gzip ; q=0.6", "Gzip")]
    [InlineData("br;q=nonsense", "Identity")]
    [InlineData(";;;,,,", "Identity")]
    public void The_best_coding_we_have_is_chosen(string accept, string expected) =>
        Assert.Equal(expected, PageResult.Accepts(accept).ToString());

    [Fact]
    public void Several_lines_count_as_one_list() =>
        Assert.Equal(ContentCoding.Brotli, PageResult.Accepts(new(["gzip", "br"])));
}
