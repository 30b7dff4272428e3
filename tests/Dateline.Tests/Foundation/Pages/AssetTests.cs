using System.Net;
using Dateline.Foundation.Pages;

namespace Dateline.Tests.Foundation.Pages;

public class AssetTests
{
    [Fact]
    public async Task An_asset_is_kept_for_good_under_an_address_that_changes_with_it()
    {
        await using var host = await PagesHost.Open(app => app.MapAssets());
        using var answer = await host.Client.GetAsync(Asset.Url("site.css"));

        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_page_of_another_version_gets_the_asset_we_have_but_not_for_good()
    {
        await using var host = await PagesHost.Open(app => app.MapAssets());
        using var answer = await host.Client.GetAsync("/assets/site.AbCdEfGhIjKl.css");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync("/assets/nothing.AbCdEfGhIjKl.css")).StatusCode);
    }
}
