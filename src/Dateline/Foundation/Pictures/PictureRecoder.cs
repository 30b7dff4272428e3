using System.Runtime.InteropServices;
using NetVips;

namespace Dateline.Foundation.Pictures;

/// <summary>
/// Turns a stranger's picture into our own: decoded under limits, turned upright, brought to sRGB, and encoded
/// anew without a byte of the original, so that neither a place in EXIF nor a script behind the picture survives.
/// </summary>
internal sealed class PictureRecoder : IDisposable
{
    private readonly PictureLimits _limits;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _seats;

    public PictureRecoder(PictureLimits limits, TimeProvider clock)
    {
        Vips.Prepare();
        (_limits, _clock) = (limits, clock);
        _seats = new SemaphoreSlim(limits.MaxConcurrent);
    }

    /// <summary>Reads at most the allowed bytes, then recodes.</summary>
    public async Task<PictureOutcome> RecodeAsync(Stream stream, CancellationToken cancel)
    {
        var kept = new MemoryStream();
        var buffer = new byte[81920];
        while (kept.Length <= _limits.MaxBytes && await stream.ReadAsync(buffer, cancel) is > 0 and var read) kept.Write(buffer, 0, read);
        return await RecodeAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), cancel);
    }

    /// <param name="formats">What it is written as; null: what the limits say.</param>
    public async Task<PictureOutcome> RecodeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel, IReadOnlyList<PictureFormat>? formats = null)
    {
        if (bytes.Length > _limits.MaxBytes) return new PictureRefusal(PictureRefusalKind.TooLarge, $"The picture is larger than {_limits.MaxBytes >> 20} MB.");
        if (PictureFormats.Sniff(bytes.Span) is not { } format)
        {
            return PictureFormats.IsOtherPicture(bytes.Span)
                ? new PictureRefusal(PictureRefusalKind.UnsupportedFormat, "Pictures are taken as JPEG, PNG, WebP, GIF or AVIF.")
                : new PictureRefusal(PictureRefusalKind.NotAPicture, "This is no picture, whatever its name says.");
        }

        await _seats.WaitAsync(cancel);
        try
        {
            using var limit = new CancellationTokenSource(_limits.TimeLimit, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
            return await Task.Run(() => Recode(Whole(bytes), format, formats ?? _limits.Formats, either.Token, cancel), cancel);
        }
        finally
        {
            _seats.Release();
        }
    }

    public void Dispose() => _seats.Dispose();

    private PictureOutcome Recode(byte[] bytes, PictureFormat format, IReadOnlyList<PictureFormat> formats, CancellationToken stop, CancellationToken cancel)
    {
        try
        {
            // Only the header is read here: a picture that claims to be enormous costs nothing.
            using var header = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
            if (Refuse(header, format) is { } refusal) return refusal;

            using var still = new PictureCanvas(bytes, header, _limits, stop);
            return new RecodedPicture
            {
                Width = still.SourceWidth,
                Height = still.SourceHeight,
                HasTransparency = still.HasTransparency,
                Lightness = still.Lightness(),
                DominantColor = still.DominantColor(),
                Rights = PictureRights.Read(header),
                Variants = still.Variants(formats, stop),
            };
        }
        catch (VipsException) when (stop.IsCancellationRequested)
        {
            cancel.ThrowIfCancellationRequested();
            return new PictureRefusal(PictureRefusalKind.TooSlow, "The picture takes too long to decode.");
        }
        catch (VipsException)
        {
            return new PictureRefusal(PictureRefusalKind.Damaged, "The picture is damaged or incomplete.");
        }
    }

    private PictureRefusal? Refuse(Image header, PictureFormat format)
    {
        if (header.Get("vips-loader") is not string loader || !loader.StartsWith(Vips.LoaderOf(format), StringComparison.Ordinal))
            return new(PictureRefusalKind.Damaged, "The picture is two formats at once.");
        if (header.Width > _limits.MaxSide || header.Height > _limits.MaxSide || (long)header.Width * header.Height > _limits.MaxPixels)
        {
            return new(PictureRefusalKind.TooManyPixels,
                $"The picture has {header.Width} × {header.Height} pixels; {_limits.MaxPixels / 1_000_000} megapixels and {_limits.MaxSide} on a side are taken.");
        }

        return header.Width < _limits.MinSide || header.Height < _limits.MinSide
            ? new(PictureRefusalKind.TooSmall, $"The picture has only {header.Width} × {header.Height} pixels.")
            : null;
    }

    // The native side wants an array of its own length; most callers hold one already.
    private static byte[] Whole(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) && part.Offset == 0 && part.Count == part.Array!.Length ? part.Array : bytes.ToArray();
}
