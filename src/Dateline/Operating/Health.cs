using Dateline.Foundation.Journal;
using Dateline.Layout;

namespace Dateline.Operating;

/// <summary>GET /health : 200 while this node can be given requests, 503 while it can't hear of changes. For balancers and operators.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/health", Surfaces.Reading, (HttpContext http, NodeJournal journal) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return journal.InContact
                ? Results.Text("well\n") : Results.Text("no contact with the database\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }).OnNoSurface("whether the node is well");
}
