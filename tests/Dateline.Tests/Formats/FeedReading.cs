using System.Text;
using Dateline.Formats;

namespace Dateline.Tests.Formats;

/// <summary>What the tests of this folder ask of a feed.</summary>
internal sealed record FeedReading(List<FeedPart> Parts)
{
    public static readonly Uri Address = new("https://base.example/");

    public List<NewsItem> Items => [.. Parts.OfType<NewsItem>()];

    public List<Reject> Rejects => [.. Parts.OfType<Reject>()];

    public FeedHead Head => Parts.OfType<FeedHead>().Last();

    public static Task<FeedReading> OfAsync(string text, FeedReadOptions? options = null) => OfAsync(Encoding.UTF8.GetBytes(text), options);

    public static Task<FeedReading> OfAsync(byte[] bytes, FeedReadOptions? options = null) => OfAsync(new MemoryStream(bytes), options);

    public static async Task<FeedReading> OfAsync(Stream stream, FeedReadOptions? options = null)
    {
        var parts = new List<FeedPart>();
        await foreach (var part in FeedReader.ReadAsync(stream, options ?? new FeedReadOptions { BaseUri = Address }, TestContext.Current.CancellationToken)) parts.Add(part);
        return new FeedReading(parts);
    }
}
