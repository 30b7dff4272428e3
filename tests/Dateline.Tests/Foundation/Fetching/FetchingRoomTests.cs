using Dateline.Foundation.Fetching;
using Dateline.Foundation.Pictures;
using Microsoft.Extensions.DependencyInjection;
using static Dateline.Tests.Foundation.Fetching.LoopbackServer;

namespace Dateline.Tests.Foundation.Fetching;

public class FetchingRoomTests
{
    [Fact]
    public async Task The_registered_fetcher_refuses_loopback_by_name_until_it_is_allowed()
    {
        await using var server = new LoopbackServer(_ => Ok("here"));
        await using var rooms = new ServiceCollection().AddLogging().AddFetching(new FetchingOptions()).AddPictures().BuildServiceProvider();
        var fetcher = rooms.GetRequiredService<Fetcher>();
        Assert.NotNull(rooms.GetRequiredService<PictureRecoder>());
        var local = new FetchRequest(new Uri($"http://localhost:{server.EndPoint.Port}/"));

        Assert.Equal(FetchFailureKind.PrivateAddress, Assert.IsType<FetchFailure>(await fetcher.FetchAsync(local, default)).Kind);
        Assert.IsType<Fetched>(await fetcher.FetchAsync(local with { AllowPrivate = new HashSet<HostPort> { HostPort.Of(local.Uri) } }, default));
    }
}
