using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>What the tests of this folder ask of a feed.</summary>
internal sealed record FeedReading(List<NewsPart> Parts)
{
    public static readonly Uri Address = new("https://base.example/");

    public List<NewsItem> Items => [.. Parts.OfType<NewsItem>()];

    public List<Reject> Rejects => [.. Parts.OfType<Reject>()];

    public FeedHead Head => Parts.OfType<FeedHead>().Last();

    public static Task<FeedReading> OfAsync(string text, NewsReadOptions? options = null) => OfAsync(Encoding.UTF8.GetBytes(text), options);

    public static Task<FeedReading> OfAsync(byte[] bytes, NewsReadOptions? options = null) => OfAsync(new MemoryStream(bytes), options);

    public static async Task<FeedReading> OfAsync(Stream stream, NewsReadOptions? options = null)
    {
        var parts = new List<NewsPart>();
        await foreach (var part in NewsReader.ReadAsync(stream, options ?? new NewsReadOptions { BaseUri = Address, KeepRaw = true }, TestContext.Current.CancellationToken)) parts.Add(part);
        Assert.DoesNotContain(parts, part => part is Reject { Code: RejectCode.Failed or RejectCode.FailedDocument }); // no content may do that, whatever is tested
        return new FeedReading(parts);
    }
}
