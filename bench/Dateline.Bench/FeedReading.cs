using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Dateline.Bench.House;
using Dateline.Formats;

namespace Dateline.Bench;

/// <summary>Reading feeds of 2,000 items, beside System.ServiceModel.Syndication: the same bytes in one run of BenchmarkDotNet.</summary>
public class FeedReading
{
    private const int Items = 2_000;

    private byte[] feed = [];

    /// <summary>What stands in the feed: a story of one paragraph, a headline and a summary, a whole article, the same in Arabic, an Atom entry.</summary>
    [Params("story", "headlines", "articles", "Arabic", "Atom")]
    public string Kind { get; set; } = "story";

    [GlobalSetup]
    public void Write() => feed = Encoding.UTF8.GetBytes(Kind == "story" ? Feed(Items) : FeedKinds.Of(Kind, Items));

    internal static Task Run(string[] _)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-bench-");
        try
        {
            // In this process: the others would have to be built first, by the machine that is being measured.
            var config = ManualConfig.CreateEmpty()
                .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.DontLogOutput).WithWarmupCount(20).WithIterationCount(25))
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddLogger(NullLogger.Instance)
                .WithArtifactsPath(folder.FullName);
            var summary = BenchmarkRunner.Run<FeedReading>(config);
            foreach (var kind in summary.Reports.Select(report => KindOf(report)).Distinct())
            {
                var (ours, theirs) = (Measured(summary, kind, nameof(Ours)), Measured(summary, kind, nameof(Theirs)));
                Report.Line($"{kind}: ours {Items / ours.Seconds:0} items/s, Syndication {Items / theirs.Seconds:0} items/s, ratio of the medians {theirs.Seconds / ours.Seconds:0.00}");
                Report.Line($"  allocated: ours {ours.Bytes / Items:0} bytes an item, Syndication {theirs.Bytes / Items:0}, ours a share of {ours.Bytes / theirs.Bytes:0.00}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return Task.CompletedTask;
    }

    private static string KindOf(BenchmarkReport report) => (string)report.BenchmarkCase.Parameters[nameof(Kind)];

    private static (double Seconds, double Bytes) Measured(Summary summary, string kind, string method)
    {
        var report = summary.Reports.Single(report => KindOf(report) == kind && report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        if (report.ResultStatistics is not { } times || report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) is not { } bytes)
            throw new InvalidOperationException($"{method} was not measured on {kind}.");
        return (times.Median / 1e9, bytes);
    }

    [Benchmark]
    public async Task Ours()
    {
        var count = 0;
        using var stream = new MemoryStream(feed);
        await foreach (var part in NewsReader.ReadAsync(stream)) if (part is NewsItem) count++;
        if (count != Items) throw new InvalidOperationException("Items are missing.");
    }

    [Benchmark(Baseline = true)]
    public void Theirs()
    {
        using var reader = XmlReader.Create(new MemoryStream(feed));
        if (SyndicationFeed.Load(reader).Items.Count() != Items) throw new InvalidOperationException("Items are missing.");
    }

    internal static string Feed(int items)
    {
        var text = new StringBuilder("""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench Wire</title><link>https://bench.example/</link><description>All of it</description><language>en</language>""");
        var at = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
        for (var number = 0; number < items; number++)
        {
            var paragraph = $"<p>The harbour council agreed on the second pier, a spokesman said, according to a report <a href=\"https://bench.example/{number}\">seen</a> by Bench Wire &amp; others.</p>";
            text.Append($"<item><title>Council agrees on pier {number}</title><link>https://bench.example/{number}</link><guid isPermaLink=\"false\">bench-{number}</guid><dc:creator>R. Porter</dc:creator><category>Harbour</category><pubDate>{at.AddMinutes(number):R}</pubDate>")
                .Append("<description>The council agreed.</description><content:encoded><![CDATA[").Insert(text.Length, paragraph, 8).Append("]]></content:encoded></item>");
        }
        return text.Append("</channel></rss>").ToString();
    }
}
