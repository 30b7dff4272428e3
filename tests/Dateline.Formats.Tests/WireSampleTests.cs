using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Formats.Tests;

/// <summary>Each file of Samples/wires beside what is expected of it: NewsML-G2, NewsML 1 and NITF in the manners of a dozen agencies.</summary>
public partial class WireSampleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples", "wires");

    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Folder, "*.expect").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_is_read_as_expected(string name)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Folder, name), TestContext.Current.CancellationToken);
        var reading = await FeedReading.OfAsync(bytes);
        var wrong = new List<string>();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Folder, name + ".expect"), TestContext.Current.CancellationToken))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (fact, expected) = (line[..colon], line[(colon + 1)..].Trim());
            var found = Fact(reading, bytes, fact, expected);
            if (found != expected) wrong.Add($"{fact}: expected «{expected}», found «{found}»");
        }

        Assert.True(wrong.Count == 0, $"{name}\n  {string.Join("\n  ", wrong)}");
    }

    [Fact]
    public void There_are_samples_of_every_dialect() => Assert.True(Samples.Count >= 90);

    private static string Fact(FeedReading reading, byte[] bytes, string fact, string expected)
    {
        var dot = fact.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !int.TryParse(fact.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return SampleFacts.Fact(reading, bytes, fact, expected);
        return reading.Items.Count < number ? "no such item" : Of(reading.Items[number - 1], fact[(dot + 1)..], expected);
    }

    private static string Of(NewsItem item, string fact, string expected) => fact switch
    {
        "version" => item.Version ?? "",
        "status" => item.Status.ToString(),
        "embargo" => item.Embargo is null ? "" : item.Embargo.Until is { } until ? SampleFacts.Time(until) : "unknown",
        "signals" => string.Join(' ', item.Signals),
        "cancels" => string.Join(' ', item.Cancels),
        "slugline" => item.Slugline ?? "",
        "urgency" => $"{item.Urgency}",
        "genres" => string.Join('|', item.Genres),
        "made" => SampleFacts.Time(item.VersionCreated),
        "place" => item.PlaceLine is { } line ? $"{line.Text ?? "-"}|{line.Place ?? "-"}|{line.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"}" : "",
        "authors" => string.Join('|', item.Authors.Select(a => a.Name)),
        "mail" => string.Join('|', item.Authors.Select(a => a.Email)),
        "subjectnames" => string.Join(' ', item.Subjects.Select(s => s.Name)),
        "links" => string.Join('|', item.Links.Select(l => $"{l.Rel} {l.Href}")),
        "rendition" => item.Media[0].Rendition ?? "",
        "publishable" => $"{item.Publishable}",
        "hoptimes" => string.Join(' ', item.Credit!.Hops.Select(h => SampleFacts.Time(h.At))),
        "keywords" => string.Join(' ', item.Keywords),
        "summary" => item.Summary?.Replace('\n', '|') ?? "",
        "terms" => item.Credit?.UsageTerms?.Replace('\n', '|') ?? "",
        "body" => item.Body is { } body ? $"{body.Kind} {(body.Kind == BodyKind.Html ? Spaces().Replace(body.Content, " ") : body.Content.Replace('\n', '¶'))}" : "",
        "bodytext" => item.Body is { } shown ? Dateline.Formats.Text.HtmlText.Lines(shown.Content, shown.Kind == BodyKind.Html).Replace('\n', '|') : "",
        "allmedia" => string.Join('|', item.Media.Select(m => $"{m.Href} {m.Type ?? "-"} {m.Caption ?? "-"}")),
        "size" => $"{item.Media[0].Width}x{item.Media[0].Height}",
        _ => SampleFacts.Of(item, fact, expected),
    };

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();
}
