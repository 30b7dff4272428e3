using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Site;

/// <summary>What no other route has: an address from before the house moved here, or nothing.</summary>
public static class OldAddressRoute
{
    // Map with the last order, not MapFallback: the framework's generator of handlers forgets that method's pattern.
    public static void MapOldAddresses(this IEndpointRouteBuilder routes) => routes.Map("{**path}", Get).WithOrder(int.MaxValue).OnSurface(Surfaces.OldAddresses);

    /// <summary>A plain 404, not the way to the staff's door: on a node that serves no pages, all is nobody's.</summary>
    public static void MapNothing(this IEndpointRouteBuilder routes) => routes.Map("{**path}", () => Results.NotFound()).WithOrder(int.MaxValue).AllowAnonymous()
        .WithMetadata(new NotASurface("there is nothing at this address"));

    /// <summary>301; null when nothing stood there, or what did isn't public.</summary>
    internal static async Task<IResult?> Find(string path, string? post, DatelineDbFactory databases, TimeProvider clock, CancellationToken cancel)
    {
        if (OldAddress.Normal(path, post) is not { } address) return null;
        await using var db = databases.Open();
        if (await db.FindForwarding(address, clock.Now(), cancel) is not { Path: { } now }) return null;
        // To be asked again each time, as all our pages: what a proxy kept would outlive a kill.
        return new PageResult(new CachedPage(RenderedPage.Redirect(now, permanent: true), new HashSet<string>()));
    }

    private static async Task<IResult> Get(HttpContext http, DatelineDbFactory databases, TimeProvider clock)
    {
        var isAsked = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        return (isAsked ? await Find(http.Request.Path.Value!, null, databases, clock, http.RequestAborted) : null) ?? Results.NotFound();
    }
}
