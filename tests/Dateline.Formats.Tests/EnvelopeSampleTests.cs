namespace Dateline.Formats.Tests;

/// <summary>Each file of the folders of wires beside what is expected of it, a line a fact.</summary>
public class EnvelopeSampleTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Samples");

    private static readonly string[] Folders = ["wires-json", "7901", "anpa", "mail"];

    public static TheoryData<string> Samples =>
        [.. Folders.SelectMany(f => Directory.GetFiles(Path.Combine(Root, f), "*.expect").Select(p => f + "/" + Path.GetFileNameWithoutExtension(p))).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public Task A_sample_is_read_as_expected(string name) => SampleFacts.CheckAsync(Path.Combine(Root, name));

    [Fact]
    public void There_are_samples_of_every_dialect() => Assert.True(Samples.Count >= 60);

    [Fact]
    public void Every_sample_says_what_is_expected()
    {
        foreach (var folder in Folders)
            foreach (var file in Directory.GetFiles(Path.Combine(Root, folder)).Where(f => !f.EndsWith(".expect", StringComparison.Ordinal)))
                Assert.True(File.Exists(file + ".expect"), file);
    }
}
