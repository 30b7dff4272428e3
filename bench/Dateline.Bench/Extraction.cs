using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dateline.Bench.House;
using Dateline.Formats;
using Dateline.Formats.Tests.Pages;
using Dateline.Foundation.Markup;

namespace Dateline.Bench;

/// <summary>The story of each page of the labelled set, beside SmartReader: word-level precision, recall and F1, and the time it takes.</summary>
internal static class Extraction
{
    private static readonly Uri Address = new("https://harbourwire.example/2026/ferries");

    public static async Task Run(string[] _)
    {
        var pages = Layouts.Pages().ToList();
        var (ours, theirs) = (new Tally(), new Tally());
        foreach (var page in pages)
        {
            await Ours(page.Html);      // the first time is the compiler's
            Theirs(page.Html);
            var watch = Stopwatch.StartNew();
            var text = await Ours(page.Html);
            ours.Add(page, text, watch.Elapsed);
            watch.Restart();
            text = Theirs(page.Html);
            theirs.Add(page, text, watch.Elapsed);
        }

        Report.Line($"{pages.Count} pages, {Layouts.Names.Count()} layouts, {pages.Select(page => page.Language).Distinct().Count()} languages");
        Report.Line($"ours        {ours}");
        Report.Line($"SmartReader {theirs}");
    }

    private static async Task<string> Ours(string html)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(html));
        await foreach (var part in NewsReader.ReadAsync(stream, new NewsReadOptions { Pages = true, BaseUri = Address }))
            if (part is NewsItem { Body: { } body } && MarkupReader.Read(body.Content, body.BaseUri) is { Accepted: true, Value: { } read }) return PlainText.From(read);

        return "";
    }

    private static string Theirs(string html) => new SmartReader.Reader(Address.AbsoluteUri, html).GetArticle().TextContent ?? "";

    private sealed class Tally
    {
        private readonly List<ExtractionScore> scores = [];
        private TimeSpan time;

        public void Add(LabelledPage page, string text, TimeSpan took)
        {
            scores.Add(ExtractionScore.Of(text, page.Story));
            time += took;
        }

        // As public benchmarks do it: F1 of the mean precision and the mean recall.
        public override string ToString()
        {
            var mean = new ExtractionScore(scores.Average(score => score.Precision), scores.Average(score => score.Recall));
            return string.Create(CultureInfo.InvariantCulture, $"precision {mean.Precision:0.000}  recall {mean.Recall:0.000}  F1 {mean.F1:0.000}  {time.TotalMilliseconds / scores.Count:0.0} ms a page");
        }
    }
}
