namespace Dateline.Foundation.Pictures;

/// <summary>What became of a picture from outside.</summary>
internal abstract record PictureOutcome;

/// <summary>The picture in our own encoding: upright, sRGB, without metadata.</summary>
internal sealed record RecodedPicture : PictureOutcome
{
    /// <summary>The upright width of the original, in pixels.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required bool HasTransparency { get; init; }

    /// <summary>How light what can be seen of it is, from 0 (black) to 1, on the average.</summary>
    public required double Lightness { get; init; }

    /// <summary>The colour to show until the picture has arrived, as #rrggbb.</summary>
    public required string DominantColor { get; init; }

    /// <summary>Whom the stripped metadata named.</summary>
    public required PictureRights Rights { get; init; }

    /// <summary>By ascending width; within one width in the order of <see cref="PictureLimits.Formats"/>.</summary>
    public required IReadOnlyList<PictureVariant> Variants { get; init; }
}

internal sealed record PictureVariant(int Width, int Height, PictureFormat Format, ReadOnlyMemory<byte> Bytes)
{
    public string ContentType => Format.ContentType();

    /// <summary>With its dot.</summary>
    public string Extension => Format switch { PictureFormat.Jpeg => ".jpg", PictureFormat.Png => ".png", _ => ".webp" };
}

internal sealed record PictureRefusal(PictureRefusalKind Kind, string Sentence) : PictureOutcome;

internal enum PictureRefusalKind
{
    NotAPicture,
    UnsupportedFormat,
    TooLarge,
    TooManyPixels,
    TooSmall,
    Damaged,
    TooSlow,
}
