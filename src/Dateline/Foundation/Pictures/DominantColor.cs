namespace Dateline.Foundation.Pictures;

/// <summary>The colour most of a picture has, from a few of its pixels.</summary>
internal static class DominantColor
{
    /// <param name="rgb">Three bytes a pixel.</param>
    public static string Of(ReadOnlySpan<byte> rgb)
    {
        // 4 bits a channel: shades of one sky fall together. The fullest bucket speaks with the mean of its members.
        var buckets = new (int Count, int Red, int Green, int Blue)[4096];
        for (var i = 0; i + 2 < rgb.Length; i += 3)
        {
            ref var bucket = ref buckets[(rgb[i] >> 4 << 8) | (rgb[i + 1] >> 4 << 4) | (rgb[i + 2] >> 4)];
            bucket = (bucket.Count + 1, bucket.Red + rgb[i], bucket.Green + rgb[i + 1], bucket.Blue + rgb[i + 2]);
        }

        var (count, red, green, blue) = buckets.MaxBy(bucket => bucket.Count);
        return count == 0 ? "#808080" : $"#{red / count:x2}{green / count:x2}{blue / count:x2}";
    }
}
