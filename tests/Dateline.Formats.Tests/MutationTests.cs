using System.Globalization;
using System.Text;
using Dateline.Formats.Tests.Pages;
using Dateline.Tests.House;

namespace Dateline.Formats.Tests;

/// <summary>Every sample and every kind of page, mutated along its structure: nothing throws, fails, hangs or grows.</summary>
[Collection(nameof(Alone))]
public class MutationTests
{
    private static readonly WireEnvelope Envelope = new("Ostmark Wire", new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero));

    private static readonly NewsTarget[] Wires = [NewsTarget.NewsMlG2, NewsTarget.Nitf, NewsTarget.Ninjs31, NewsTarget.Ninjs22];

    private static readonly NewsTarget[] Feeds = [NewsTarget.Rss, NewsTarget.Atom, NewsTarget.JsonFeed];

    // As much as one letter of the input may ask for, beside what any document does.
    private const long MostForADocument = 200L << 20;
    private const long MostForAByte = 2_000;

    [Fact]
    [Trait("Soak", "yes")]
    public async Task No_mutation_of_a_sample_does_harm()
    {
        var all = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".expect", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        all.AddRange(Layouts.Pages().Where((_, i) => i % 3 == 0).Select(page => Encoding.UTF8.GetBytes(page.Html)));
        var (slowest, hungriest) = (0.0, 0.0);
        await Soak.Repeat("mutated samples, fifty a round", inSuite: 6, async seed =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 50; i++)
            {
                var sample = all[random.Next(all.Count)];
                if (random.Next(8) == 0) sample = Attached(sample);
                var document = new Mutations(random.Next()).Of(sample, all[random.Next(all.Count)]);
                var cost = await Cost(document, i % 2 == 0);
                slowest = Math.Max(slowest, cost.Milliseconds / Math.Max(1, document.Length / 1e6));
                hungriest = Math.Max(hungriest, (double)cost.Bytes / Math.Max(1 << 16, document.Length));
            }
        });
        Soak.Say(string.Create(CultureInfo.InvariantCulture, $"the slowest took {slowest:0} ms a megabyte, the hungriest allocated {hungriest:0} bytes a byte"));
    }

    private static async Task<(double Milliseconds, long Bytes)> Cost(byte[] document, bool pages)
    {
        try
        {
            var cost = await Task.Run(() => Measured(document, pages)).WaitAsync(TimeSpan.FromMinutes(1));

            // The processor's time is asked in soak alone, where nothing else runs in this process.
            for (var again = 0; Soak.IsLong && cost.Milliseconds > 1000 * Math.Max(1, document.Length / 1e6) && again < 2; again++) cost = await Measured(document, pages);
            Assert.True(!Soak.IsLong || cost.Milliseconds <= 1000 * Math.Max(1, document.Length / 1e6), $"{cost.Milliseconds:0} ms for {document.Length} bytes");
            Assert.True(cost.Bytes < MostForADocument + (MostForAByte * document.Length), $"{cost.Bytes} bytes allocated for {document.Length}");
            return cost;
        }
        catch (Exception)
        {
            var file = Path.Combine(Path.GetTempPath(), $"dateline-mutation-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(document))[..12]}");
            await File.WriteAllBytesAsync(file, document, CancellationToken.None);
            TestContext.Current.SendDiagnosticMessage($"{file} (pages: {pages})");
            throw;
        }
    }

    private static async Task<(double Milliseconds, long Bytes)> Measured(byte[] document, bool pages)
    {
        var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
        var reading = await FeedReading.OfAsync(document, new NewsReadOptions { BaseUri = FeedReading.Address, Pages = pages });
        var took = ((Environment.CpuUsage.TotalTime - start).TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.All(reading.Rejects, reject => Assert.True(reject.Line >= 1 && reject.Reason.EndsWith('.'), reject.Reason));
        foreach (var item in reading.Items.Take(20)) await Write(item);
        return took;
    }

    // What was read can be written, whatever it is.
    private static async Task Write(NewsItem item)
    {
        foreach (var target in Wires.Where(target => target.Refusal(item, Envelope.Sent) is null)) await NewsWriter.WriteItemAsync(new MemoryStream(), target, Envelope, item);
        foreach (var target in Feeds.Where(target => target.Refusal(item, Envelope.Sent) is null))
        {
            var head = new FeedHead { Title = "Wire", Description = "A wire", Link = "https://wire.example/", Id = "https://wire.example/", SelfLink = "https://wire.example/feed", Updated = Envelope.Sent };
            await NewsWriter.WriteAsync(new MemoryStream(), target, Envelope, head, new[] { item }.ToAsyncEnumerable());
        }
    }

    /// <summary>A letter with the document attached, after a text of its own.</summary>
    private static byte[] Attached(byte[] document) => Encoding.ASCII.GetBytes(
        "From: Desk <desk@wire.example>\r\nMessage-ID: <1@wire.example>\r\nDate: Mon, 16 Nov 2026 08:30:00 +0000\r\nSubject: Tide\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
        + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe tide is high.\r\n--b\r\nContent-Type: application/octet-stream; name=\"tide.xml\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Convert.ToBase64String(document, Base64FormattingOptions.InsertLineBreaks) + "\r\n--b--\r\n");
}
