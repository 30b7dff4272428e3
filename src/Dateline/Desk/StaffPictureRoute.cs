using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk;

/// <summary>GET /desk/pictures/{id}/{width}.jpg: a picture of ours, whether a public story shows it or not.</summary>
internal static class StaffPictureRoute
{
    public static async Task<IResult> Get(Guid id, int width, HttpContext http, DatelineDb db, CancellationToken cancel)
    {
        var bytes = await db.Set<PictureVariant>().Where(variant => variant.PictureId == id && variant.Width == width).Select(variant => variant.Bytes).FirstOrDefaultAsync(cancel);
        if (bytes is null) return Results.NotFound();
        SecurityHeaders.Write(http.Response.Headers, "image/jpeg");
        http.Response.Headers.CacheControl = "private, max-age=3600"; // the bytes under an id never change
        return Results.Bytes(bytes, "image/jpeg");
    }
}
