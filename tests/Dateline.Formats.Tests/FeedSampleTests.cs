namespace Dateline.Formats.Tests;

/// <summary>Each file of Samples/feeds beside what is expected of it, a line a fact.</summary>
public class FeedSampleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples", "feeds");

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Folder, "*.expect").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public Task A_sample_is_read_as_expected(string name) => SampleFacts.CheckAsync(Path.Combine(Folder, name));

    [Fact]
    public void There_are_samples_of_every_dialect() => Assert.True(Samples.Count >= 70);
}
