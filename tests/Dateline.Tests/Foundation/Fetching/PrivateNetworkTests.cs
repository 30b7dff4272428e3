using System.Net;
using Dateline.Foundation.Fetching;
using static Dateline.Tests.Foundation.Fetching.LoopbackServer;

namespace Dateline.Tests.Foundation.Fetching;

public class PrivateNetworkTests
{
    private static readonly Uri Feed = new("http://wire.example/feed");

    [Fact]
    public async Task A_name_that_turns_private_after_the_check_finds_nobody_to_ask_again()
    {
        await using var outside = new Outside(_ => Ok("public"));
        var answers = new Queue<string>([Outside.PublicAddress.ToString(), "127.0.0.1"]);
        outside.Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse(answers.Dequeue()) });
        var fetcher = outside.Fetcher();

        Assert.IsType<Fetched>(await fetcher.FetchAsync(new FetchRequest(Feed), default));
        Assert.Equal("wire.example", Assert.Single(outside.Resolved));
        Assert.Equal(FetchFailureKind.PrivateAddress, Assert.IsType<FetchFailure>(await fetcher.FetchAsync(new FetchRequest(Feed), default)).Kind);

        Assert.Equal(new IPEndPoint(Outside.PublicAddress, 80), Assert.Single(outside.Dialled));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("169.254.169.254")]
    public async Task One_private_address_among_public_ones_spoils_the_name(string one)
    {
        await using var outside = new Outside(_ => Ok("public"));
        outside.Resolve = (_, _) => Task.FromResult<IPAddress[]>([.. Enumerable.Repeat(Outside.PublicAddress, 20), IPAddress.Parse(one)]);

        Assert.Equal(FetchFailureKind.PrivateAddress, Assert.IsType<FetchFailure>(await outside.Fetcher().FetchAsync(new FetchRequest(Feed), default)).Kind);
        Assert.Empty(outside.Dialled);
    }

    [Fact]
    public async Task An_allowed_private_host_is_reached_and_its_neighbour_is_not()
    {
        await using var outside = new Outside(_ => Ok("inside"));
        await using var neighbour = new LoopbackServer(_ => Ok("secret"));
        await using var gate = new LoopbackServer(_ => Redirect(neighbour.At("/").AbsoluteUri));
        var fetcher = outside.Fetcher();
        var allowed = new HashSet<HostPort> { HostPort.Of(outside.Server.At("/")), HostPort.Of(gate.At("/")) };

        Assert.IsType<Fetched>(await fetcher.FetchAsync(new FetchRequest(outside.Server.At("/feed")) { AllowPrivate = allowed }, default));
        var sideways = await fetcher.FetchAsync(new FetchRequest(gate.At("/")) { AllowPrivate = allowed }, default);

        Assert.Equal(FetchFailureKind.PrivateAddress, Assert.IsType<FetchFailure>(sideways).Kind);
        Assert.Empty(neighbour.Requests);
    }

    [Fact]
    public async Task A_connection_made_under_a_permission_is_not_used_without_it()
    {
        // A keep-alive answer, so that the connection would be there to be reused.
        await using var server = new LoopbackServer(async (_, wire, cancel) =>
        {
            await wire.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"u8.ToArray(), cancel);
            await Task.Delay(Timeout.Infinite, cancel);
        });
        await using var outside = new Outside(server);
        var fetcher = outside.Fetcher();
        var request = new FetchRequest(server.At("/feed"));

        Assert.IsType<Fetched>(await fetcher.FetchAsync(request with { AllowPrivate = new HashSet<HostPort> { HostPort.Of(request.Uri) } }, default));
        Assert.Equal(FetchFailureKind.PrivateAddress, Assert.IsType<FetchFailure>(await fetcher.FetchAsync(request, default)).Kind);
    }

    [Fact]
    public async Task Metadata_stays_out_of_reach_even_when_somebody_allowed_it()
    {
        await using var outside = new Outside(_ => Ok(""));
        var metadata = new Uri("http://169.254.169.254/latest/meta-data/");

        var outcome = await outside.Fetcher().FetchAsync(new FetchRequest(metadata) { AllowPrivate = new HashSet<HostPort> { HostPort.Of(metadata) } }, default);

        Assert.Equal(FetchFailureKind.PrivateAddress, Assert.IsType<FetchFailure>(outcome).Kind);
        Assert.Empty(outside.Dialled);
    }

    [Fact]
    public async Task An_unknown_name_and_a_closed_port_have_names_of_their_own()
    {
        await using var outside = new Outside(_ => Ok(""));
        outside.Resolve = (name, _) => name == "nobody.example"
            ? throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound)
            : Task.FromResult<IPAddress[]>([]);
        Uri closed;
        await using (var brief = new LoopbackServer(_ => Ok(""))) closed = brief.At("/");
        var fetcher = outside.Fetcher();

        Assert.Equal(FetchFailureKind.NameNotResolved, Assert.IsType<FetchFailure>(await fetcher.FetchAsync(new FetchRequest(new("http://nobody.example/")), default)).Kind);
        Assert.Equal(FetchFailureKind.NameNotResolved, Assert.IsType<FetchFailure>(await fetcher.FetchAsync(new FetchRequest(new("http://empty.example/")), default)).Kind);
        var refused = await fetcher.FetchAsync(new FetchRequest(closed) { AllowPrivate = new HashSet<HostPort> { HostPort.Of(closed) } }, default);
        Assert.Equal(FetchFailureKind.ConnectionRefused, Assert.IsType<FetchFailure>(refused).Kind);
    }
}
