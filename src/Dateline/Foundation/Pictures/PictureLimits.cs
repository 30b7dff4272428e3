namespace Dateline.Foundation.Pictures;

/// <summary>What a picture from outside may cost us, and the forms it leaves in.</summary>
internal sealed record PictureLimits
{
    public int MaxBytes { get; init; } = 20 * 1024 * 1024;

    public long MaxPixels { get; init; } = 50_000_000;

    public int MaxSide { get; init; } = 12_000;

    /// <summary>Below this it is a tracking dot or a spacer, not a picture.</summary>
    public int MinSide { get; init; } = 10;

    /// <summary>Widths in ascending order. A picture is never enlarged: one that falls between two also comes in its own width.</summary>
    public IReadOnlyList<int> Widths { get; init; } = [480, 960, 1600];

    public IReadOnlyList<PictureFormat> Formats { get; init; } = [PictureFormat.WebP, PictureFormat.Jpeg];

    public int JpegQuality { get; init; } = 82;

    public int WebPQuality { get; init; } = 80;

    /// <summary>Pictures in work at once; each may need a few hundred megabytes at the worst.</summary>
    public int MaxConcurrent { get; init; } = 2;

    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);
}
