using System.Net;
using System.Text;
using Dateline.Foundation.Fetching;
using static Dateline.Tests.Foundation.Fetching.LoopbackServer;

namespace Dateline.Tests.Foundation.Fetching;

public class RedirectTests
{
    private static readonly Uri Start = new("http://wire.example/start");

    [Theory]
    [InlineData("/start", nameof(FetchFailureKind.RedirectLoop))]
    [InlineData("http://127.0.0.1/", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("http://2130706433/", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("http://0x7f.1/", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("http://0177.0.0.1/", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("http://127.0.0.1./", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("http://[::1]/", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("http://[::ffff:10.0.0.1]/", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("http://[64:ff9b::7f00:1]/", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("http://169.254.169.254/latest/meta-data/", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("http://inside.example/", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("//192.168.0.1/", nameof(FetchFailureKind.PrivateAddress))]
    [InlineData("file:///etc/passwd", nameof(FetchFailureKind.BadScheme))]
    [InlineData("http://user:pw@wire.example/", nameof(FetchFailureKind.BadUri))]
    [InlineData("http://wire.example:25/", nameof(FetchFailureKind.BadPort))]
    [InlineData("http://", nameof(FetchFailureKind.BadRedirect))]
    [InlineData(" ", nameof(FetchFailureKind.BadRedirect))]
    public async Task A_redirect_is_checked_like_a_first_address(string location, string kind)
    {
        await using var outside = new Outside(_ => Redirect(location));
        outside.Resolve = (name, _) => Task.FromResult(new[] { name == "inside.example" ? IPAddress.Parse("10.0.0.8") : Outside.PublicAddress });

        Assert.Equal(kind, Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(new FetchRequest(Start), default)).Kind.ToString());
        Assert.All(outside.Dialled, place => Assert.Equal(AddressReach.Public, AddressRules.Reach(place.Address)));
        Assert.Single(outside.Server.Requests);
    }

    [Fact]
    public async Task Redirects_without_end_end()
    {
        var hop = 0;
        await using var outside = new Outside(_ => Redirect($"/hop{++hop}"));

        var failure = await outside.Fetcher().FetchAsync(new FetchRequest(Start) { MaxRedirects = 3 }, default);

        Assert.Equal(FetchFailureKind.TooManyRedirects, Assert.IsType<FetchFailure>(failure).Kind);
        Assert.Equal(4, outside.Server.Requests.Count);
    }

    [Theory]
    [InlineData("301 Moved Permanently", "308 Permanent Redirect", "http://new.example/c")]
    [InlineData("301 Moved Permanently", "302 Found", "http://wire.example/b")]
    [InlineData("307 Temporary Redirect", "301 Moved Permanently", null)]
    public async Task Only_an_unbroken_chain_of_permanent_redirects_moves_a_source(string first, string second, string? movedTo)
    {
        await using var outside = new Outside(asked => asked.Path switch
        {
            "/start" => Redirect("b#part", first),
            "/b" => Redirect("http://new.example/c", second),
            _ => Ok("here"),
        });

        var fetched = Assert.IsType<Fetched>(await outside.Fetcher().FetchAsync(new FetchRequest(Start), default));

        Assert.Equal(new Uri("http://new.example/c"), fetched.Head.FinalUri);
        Assert.Equal(movedTo, fetched.Head.PermanentlyMovedTo?.AbsoluteUri);
    }

    [Fact]
    public async Task Credentials_go_to_their_own_host_alone()
    {
        await using var outside = new Outside(asked => asked.Path switch
        {
            "/start" => Redirect("/next"),
            "/next" => Redirect("http://wire.example:8080/port"),
            "/port" => Redirect("http://wire.example./dot"),
            "/dot" => Redirect("http://other.example/away"),
            "/away" => Redirect("/home"),
            "/home" => Redirect("http://wire.example/back"),
            _ => Ok("here"),
        });
        var request = new FetchRequest(Start) { Credentials = FetchCredentials.Password(Start, "dësk", "s3cret:x"), Headers = [new("X-Key", "k3y")] };

        Assert.IsType<Fetched>(await outside.Fetcher().FetchAsync(request, default));

        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("dësk:s3cret:x"));
        Assert.Equal(
            [("/start", basic, "k3y"), ("/next", basic, "k3y"), ("/port", null, null), ("/dot", null, null), ("/away", null, null), ("/home", null, null), ("/back", basic, "k3y")],
            outside.Server.Requests.Select(asked => (asked.Path, asked["authorization"], asked["x-key"])));
    }

    [Fact]
    public async Task No_secret_reaches_a_log_or_a_sentence()
    {
        await using var outside = new Outside(_ => Answer("401 Unauthorized"));
        var uri = new Uri("http://wire.example/feed?token=t0ken");
        var request = new FetchRequest(uri) { Credentials = FetchCredentials.Bearer(uri, "b3arer") };

        var failure = Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(request, default));
        var pasted = Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(new FetchRequest(new Uri("http://me:p4ss@wire.example/")), default));

        Assert.Equal("Bearer b3arer", Assert.Single(outside.Server.Requests)["authorization"]);
        Assert.Equal(2, outside.Logged.Count);
        Assert.All(
            [.. outside.Logged, failure.Sentence, pasted.Sentence, request.Credentials.ToString(), new FetchRequest(Start) { Credentials = request.Credentials }.ToString()],
            text => Assert.DoesNotMatch("t0ken|b3arer|p4ss", text));
    }
}
