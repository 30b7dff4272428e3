using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Site;

/// <summary>GET /pictures/{id}/{width}.jpg: as long as a public story shows it, or a masthead.</summary>
public static class PictureRoute
{
    public static Task<IResult> Get(Guid id, int width, HttpContext http, PublicPages pages, Register register) =>
        pages.ServeBytes(http, async (make, cancel) =>
        {
            var stories = await make.Db.PublicStoriesWithPicture(id, make.Now, cancel);
            foreach (var (key, source) in stories)
            {
                make.Shows(Subject.Story(key));
                if (source is { } partner) make.Shows(Subject.Source(partner)); // a changed contract may take the picture away
            }
            var isLogo = (await register.Book(cancel)).Editions.Any(edition => edition.Style.Logo?.Picture == id);
            if (isLogo) make.Shows(Subject.House);
            else if (stories.Count == 0) return make.Nothing();
            var bytes = await make.Db.Set<PictureVariant>().Where(variant => variant.PictureId == id && variant.Width == width).Select(variant => variant.Bytes).FirstOrDefaultAsync(cancel);
            return bytes is null ? make.Nothing() : make.Bytes(bytes, "image/jpeg");
        });

    /// <summary>GET /pictures/{id}/{width}.png: the logo of an edition.</summary>
    public static Task<IResult> Logo(Guid id, int width, HttpContext http, PublicPages pages, Register register) =>
        pages.ServeBytes(http, async (make, cancel) =>
        {
            if (!(await register.Book(cancel)).Editions.Any(edition => edition.Style.Logo is { Png: true } logo && logo.Picture == id)) return make.Nothing();
            make.Shows(Subject.House);
            var bytes = await make.Db.Set<PictureVariant>().Where(variant => variant.PictureId == id && variant.Width == width).Select(variant => variant.Bytes).FirstOrDefaultAsync(cancel);
            return bytes is null ? make.Nothing() : make.Bytes(bytes, "image/png");
        });
}
