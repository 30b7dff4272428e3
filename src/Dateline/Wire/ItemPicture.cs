using Dateline.Formats;

namespace Dateline.Wire;

/// <summary>Which of the media that come with an item is its picture.</summary>
internal static class ItemPicture
{
    private const int LongestAddress = 2_000;
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"];

    public static Media? Of(NewsItem news) => news.Media.FirstOrDefault(IsPicture) is { Href.Length: <= LongestAddress } media ? media : null;

    private static bool IsPicture(Media media) => media.Type?.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        ?? Endings.Any(end => media.Href.Split('?', '#')[0].EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
