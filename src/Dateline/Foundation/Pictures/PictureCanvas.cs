using NetVips;

namespace Dateline.Foundation.Pictures;

/// <summary>The pixels of a picture at the largest size we keep, from which every variant is drawn.</summary>
internal sealed class PictureCanvas : IDisposable
{
    private static readonly double[] White = [255, 255, 255];

    private readonly PictureLimits _limits;
    private readonly Image _pixels;

    /// <exception cref="VipsException">The bytes can't be decoded, or <paramref name="stop"/> was called.</exception>
    public PictureCanvas(byte[] bytes, Image header, PictureLimits limits, CancellationToken stop)
    {
        _limits = limits;

        // EXIF 2.32, tag 0x0112: from 5 on the picture lies on its side.
        var lies = header.Contains("orientation") && header.Get("orientation") is >= 5 and <= 8;
        (SourceWidth, SourceHeight) = lies ? (header.Height, header.Width) : (header.Width, header.Height);

        // Turns upright, brings to sRGB, and lets the decoder skip what the smaller size doesn't need.
        using var reduced = Image.ThumbnailBuffer(
            bytes,
            Math.Min(SourceWidth, limits.Widths[^1]),
            optionString: "fail_on=error", // half a picture is none; the operation's own fail_on does not reach the decoder
            height: limits.MaxSide,
            size: Enums.Size.Down,
            inputProfile: header.Interpretation == Enums.Interpretation.Cmyk ? "cmyk" : null,
            outputProfile: "srgb");
        using var srgb = reduced.Colourspace(Enums.Interpretation.Srgb);
        using var eight = srgb.Cast(Enums.BandFormat.Uchar);
        Vips.StopOn(eight, stop);
        using var raw = Image.NewFromMemory(eight.WriteToMemory<byte>(), eight.Width, eight.Height, eight.Bands, Enums.BandFormat.Uchar);
        using var drawn = raw.Copy(interpretation: Enums.Interpretation.Srgb);
        HasTransparency = drawn.HasAlpha() && Lowest(drawn, drawn.Bands - 1) < 255;
        _pixels = drawn.Bands > 3 && !HasTransparency ? drawn.ExtractBand(0, n: 3) : drawn.Copy();
    }

    public int SourceWidth { get; }

    public int SourceHeight { get; }

    public bool HasTransparency { get; }

    public string DominantColor()
    {
        using var opaque = Opaque(_pixels);
        using var few = opaque.ThumbnailImage(64, height: 64, size: Enums.Size.Force);
        using var eight = few.Cast(Enums.BandFormat.Uchar);
        return Pictures.DominantColor.Of(eight.WriteToMemory<byte>());
    }

    public double Lightness()
    {
        using var few = _pixels.ThumbnailImage(64, height: 64, size: Enums.Size.Force);
        using var eight = few.Cast(Enums.BandFormat.Uchar);
        var (bytes, bands) = (eight.WriteToMemory<byte>(), eight.Bands);
        double light = 0, weight = 0;
        for (var i = 0; i + bands <= bytes.Length; i += bands)
        {
            var seen = HasTransparency ? bytes[i + bands - 1] / 255d : 1;
            // ITU-R BT.709: green is what the eye takes for light.
            light += seen * (bands < 3 ? bytes[i] : (0.2126 * bytes[i]) + (0.7152 * bytes[i + 1]) + (0.0722 * bytes[i + 2])) / 255;
            weight += seen;
        }
        return weight > 0 ? light / weight : 1;
    }

    public IReadOnlyList<PictureVariant> Variants(IReadOnlyList<PictureFormat> formats, CancellationToken stop)
    {
        var variants = new List<PictureVariant>();
        foreach (var width in Widths())
        {
            using var sized = width == _pixels.Width ? _pixels.Copy() : _pixels.ThumbnailImage(width, height: _limits.MaxSide, size: Enums.Size.Down);
            foreach (var format in formats)
                variants.Add(new PictureVariant(sized.Width, sized.Height, format, Encode(sized, format, stop)));
        }

        return variants;
    }

    public void Dispose() => _pixels.Dispose();

    // A step of less than a seventh saves a reader nothing.
    private IEnumerable<int> Widths() => _limits.Widths.Where(width => width * 8L <= _pixels.Width * 7L).Append(_pixels.Width);

    private byte[] Encode(Image sized, PictureFormat format, CancellationToken stop)
    {
        using var ready = format == PictureFormat.Jpeg ? Opaque(sized) : sized.Copy();
        Vips.StopOn(ready, stop);
        return format switch
        {
            PictureFormat.Jpeg => ready.JpegsaveBuffer(q: _limits.JpegQuality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None),
            PictureFormat.WebP => ready.WebpsaveBuffer(q: _limits.WebPQuality, smartSubsample: true, effort: 4, keep: Enums.ForeignKeep.None),
            PictureFormat.Png => ready.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Only JPEG, WebP and PNG are written."),
        };
    }

    private static Image Opaque(Image image) => image.HasAlpha() ? image.Flatten(background: White) : image.Copy();

    private static double Lowest(Image image, int band)
    {
        using var one = image.ExtractBand(band);
        return one.Min();
    }
}
