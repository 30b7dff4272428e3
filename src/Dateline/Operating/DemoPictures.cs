using Dateline.Foundation.Pictures;
using Dateline.Foundation.Storage;
using Dateline.Stories;

namespace Dateline.Operating;

/// <summary>Keeps a picture of the demo's own stories, through the same door as the wires' pictures.</summary>
internal static class DemoPictures
{
    public static async Task<Guid?> Keep(DatelineDb db, IServiceProvider services, byte[] jpeg, DateTimeOffset now, CancellationToken cancel)
    {
        if (await services.GetRequiredService<PictureRecoder>().RecodeAsync(jpeg, cancel) is not RecodedPicture recoded) return null;
        var variants = recoded.Variants.Where(variant => variant.Format == PictureFormat.Jpeg).OrderBy(variant => variant.Width).ToList();
        var picture = new Picture
        {
            Id = Guid.CreateVersion7(now),
            Width = variants[^1].Width,
            Height = variants[^1].Height,
            Widths = variants.ConvertAll(variant => variant.Width),
            Color = recoded.DominantColor,
            ReceivedAt = now,
        };
        db.Add(picture);
        foreach (var variant in variants) db.Add(new Stories.PictureVariant { PictureId = picture.Id, Width = variant.Width, Bytes = variant.Bytes.ToArray() });
        return picture.Id;
    }
}
