using Dateline.Foundation.Fetching;

namespace Dateline.Tests.Foundation.Fetching;

public class WebAddressTests
{
    [Theory]
    [InlineData("file:///etc/passwd", nameof(FetchFailureKind.BadScheme))]
    [InlineData("ftp://wire.example/feed", nameof(FetchFailureKind.BadScheme))]
    [InlineData("gopher://wire.example/1", nameof(FetchFailureKind.BadScheme))]
    [InlineData("data:text/plain,hello", nameof(FetchFailureKind.BadScheme))]
    [InlineData("https://editor:secret@wire.example/feed", nameof(FetchFailureKind.BadUri))]
    [InlineData("https://wire.example@10.0.0.1/feed", nameof(FetchFailureKind.BadUri))]
    [InlineData("http://wire.example:22/", nameof(FetchFailureKind.BadPort))]
    [InlineData("http://wire.example:25/", nameof(FetchFailureKind.BadPort))]
    [InlineData("http://wire.example:6379/", nameof(FetchFailureKind.BadPort))]
    [InlineData("http://1.2.3.4.5/", nameof(FetchFailureKind.BadUri))]
    [InlineData("http://wire.0x7f/", nameof(FetchFailureKind.BadUri))]
    [InlineData("http://wire.example.99/", nameof(FetchFailureKind.BadUri))]
    public void A_strange_address_is_refused_before_any_name_is_resolved(string address, string kind) =>
        Assert.Equal(kind, WebAddress.Refuse(new Uri(address))?.Kind.ToString());

    [Fact]
    public void A_relative_or_endless_address_is_refused()
    {
        Assert.Equal(FetchFailureKind.BadUri, WebAddress.Refuse(new Uri("/feed", UriKind.Relative))?.Kind);
        Assert.Equal(FetchFailureKind.BadUri, WebAddress.Refuse(new Uri("https://wire.example/" + new string('a', 9000)))?.Kind);
    }

    [Theory]
    [InlineData("https://wire.example/feed?key=1#top")]
    [InlineData("http://wire.example:8080/")]
    [InlineData("http://bücher.example/")]
    [InlineData("http://wire_desk.example/")]
    [InlineData("http://[2606:4700::1]/")]
    [InlineData("http://93.184.216.34/")]
    public void An_ordinary_address_passes(string address) => Assert.Null(WebAddress.Refuse(new Uri(address)));

    [Fact]
    public void What_is_logged_holds_no_user_query_or_fragment() =>
        Assert.Equal("https://wire.example:8443/feed", WebAddress.Loggable(new Uri("https://u:p@wire.example:8443/feed?token=t0p#x")));
}
