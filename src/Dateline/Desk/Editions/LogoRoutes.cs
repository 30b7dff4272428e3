using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Pictures;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Editions;

/// <summary>/desk/editions/{code}/logo: a file comes in by the door of all pictures, decoded under limits and encoded anew.</summary>
internal static class LogoRoutes
{
    /// <summary>A sign, not a photograph: more than this in one direction wouldn't fit a masthead.</summary>
    private const int MostTimesAsWide = 12;

    public static async Task<IResult> Put(
        string code, Editor editor, FormFields fields, DatelineDb db, Writes writes, PictureRecoder recoder, Register register, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Editions.FirstOrDefaultAsync(edition => edition.Code == code, cancel) is not { } edition) return Results.NotFound();
        if (await fields.File("logo", cancel) is not { Length: > 0 } file) return await Refused(T("Choose a file."));
        var outcome = await recoder.RecodeAsync(file, cancel, LogoChanges.Formats);
        if (outcome is PictureRefusal refusal) return await Refused(refusal.Sentence);
        if (outcome is not RecodedPicture { Variants.Count: > 0 } recoded) return await Refused(T("This is no picture that can be taken."));
        if (Math.Max(recoded.Width, recoded.Height) > MostTimesAsWide * Math.Min(recoded.Width, recoded.Height)) return await Refused(T("A logo is at most {0} times as wide as it is high, or as high as it is wide.", MostTimesAsWide));

        var version = EditionRoutes.Version(fields);
        var (done, position) = await writes.Run((at, stop) => LogoChanges.Put(at, code, version, recoded, clock.Now(), stop), cancel);
        return done ? new SeeOther(EditionRoutes.Path + "?done=logo", position, asCookie: true) : await Refused(T("Somebody else saved this edition meanwhile. Look at it again."), StatusCodes.Status409Conflict);

        Task<IResult> Refused(string sentence, int status = StatusCodes.Status422UnprocessableEntity) =>
            EditionRoutes.Form(editor, EditionDraft.Of(edition), edition.Version, [new Refusal("logo", sentence)], status, register, clock, cancel);
    }

    public static async Task<IResult> Remove(string code, Editor editor, FormFields fields, DatelineDb db, Writes writes, Register register, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Editions.FirstOrDefaultAsync(edition => edition.Code == code, cancel) is not { } edition) return Results.NotFound();
        var version = EditionRoutes.Version(fields);
        var (done, position) = await writes.Run((at, stop) => LogoChanges.Put(at, code, version, null, clock.Now(), stop), cancel);
        return done ? new SeeOther(EditionRoutes.Path + "?done=nologo", position, asCookie: true)
            : await EditionRoutes.Form(editor, EditionDraft.Of(edition), edition.Version, [new Refusal("logo", T("Somebody else saved this edition meanwhile. Look at it again."))], StatusCodes.Status409Conflict, register, clock, cancel);
    }
}

/// <summary>Gives an edition a logo or takes it away, within a write. The picture it had goes with it.</summary>
internal static class LogoChanges
{
    /// <summary>Drawn, mostly, and often without a ground: PNG keeps both as they are.</summary>
    public static readonly IReadOnlyList<PictureFormat> Formats = [PictureFormat.Png];

    /// <summary>No masthead is wider, and a photograph as PNG is large.</summary>
    private const int Widest = 960;

    /// <summary>Between the two a logo can be seen on either paper.</summary>
    private const double DarkBelow = 0.35;
    private const double LightAbove = 0.7;

    /// <returns>False when the edition isn't in that version any more.</returns>
    public static async Task<bool> Put(DatelineDb db, string code, int version, RecodedPicture? recoded, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Editions.AsTracking().FirstOrDefaultAsync(edition => edition.Code == code, cancel) is not { } edition || edition.Version != version) return false;
        if (edition.Style.Logo is { } former)
        {
            await db.Set<Stories.PictureVariant>().Where(variant => variant.PictureId == former.Picture).ExecuteDeleteAsync(cancel);
            await db.Set<Picture>().Where(picture => picture.Id == former.Picture).ExecuteDeleteAsync(cancel);
        }
        edition.Style = edition.Style with { Logo = recoded is null ? null : Keep(db, recoded, now) };
        edition.Version++;
        db.Journal.Add(new HouseChanged());
        return true;
    }

    private static HouseLogo Keep(DatelineDb db, RecodedPicture recoded, DateTimeOffset now)
    {
        var variants = recoded.Variants.Where((variant, number) => number == 0 || variant.Width <= Widest).ToList();
        var picture = new Picture
        {
            Id = Guid.CreateVersion7(now),
            Width = variants[^1].Width,
            Height = variants[^1].Height,
            Widths = variants.ConvertAll(variant => variant.Width),
            Color = recoded.DominantColor,
            Credit = LineText.Clean(recoded.Rights.Credit ?? recoded.Rights.Copyright, StoryText.LongestPictureCredit).Value is { Length: > 0 } named ? named : null,
            ReceivedAt = now,
        };
        db.Add(picture);
        foreach (var variant in variants) db.Add(new Stories.PictureVariant { PictureId = picture.Id, Width = variant.Width, Bytes = variant.Bytes.ToArray() });
        return new HouseLogo(picture.Id, picture.Width, picture.Height, picture.Widths, Png: true, InkOf(recoded));
    }

    /// <summary>What has a ground of its own brings it along.</summary>
    private static LogoInk InkOf(RecodedPicture recoded) => !recoded.HasTransparency ? LogoInk.Any : recoded.Lightness switch { < DarkBelow => LogoInk.Dark, > LightAbove => LogoInk.Light, _ => LogoInk.Any };
}
