using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Dateline.Formats.Tests;

/// <summary>Whatever was read, sloppy as it came, is written valid.</summary>
public class SampleConversionTests
{
    private static readonly WireEnvelope Envelope = new("Ostmark Wire", new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero)) { OwnHop = new Hop("Ostmark Wire", "transformed") };

    [Theory]
    [InlineData(NewsTarget.NewsMlG2, "newsml-g2-2.35.xsd")]
    [InlineData(NewsTarget.Nitf, "nitf-3-6.xsd")]
    public async Task Every_sample_is_valid_as_a_wire(NewsTarget target, string schema)
    {
        Assert.SkipWhen(Schemas.Folder is null, "not checked: no schemas");
        var set = Schemas.Load(Path.Combine(Schemas.Folder, schema));
        await foreach (var (file, written) in Converted(target))
        {
            var wrong = new List<string>();
            XDocument.Load(new MemoryStream(written)).Validate(set, (_, e) => wrong.Add(e.Message));
            Assert.True(wrong.Count == 0, $"{file}: {string.Join('\n', wrong)}\n{Encoding.UTF8.GetString(written)}");
        }
    }

    [Theory]
    [InlineData(NewsTarget.Ninjs31, "3.1")]
    [InlineData(NewsTarget.Ninjs22, "2.2")]
    public async Task Every_sample_is_valid_as_ninjs(NewsTarget target, string version)
    {
        var schema = NinjsSchemas.Of(version);
        await foreach (var (_, written) in Converted(target)) schema.MustAccept(Encoding.UTF8.GetString(written));
    }

    private static async IAsyncEnumerable<(string File, byte[] Written)> Converted(NewsTarget target)
    {
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".expect", StringComparison.Ordinal)))
        {
            foreach (var item in (await FeedReading.OfAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))).Items.Where(i => target.Refusal(i, Envelope.Sent) is null))
            {
                var stream = new MemoryStream();
                await NewsWriter.WriteItemAsync(stream, target, Envelope, item, TestContext.Current.CancellationToken);
                count++;
                yield return (file, stream.ToArray());
            }
        }

        Assert.InRange(count, 200, int.MaxValue);
    }
}
