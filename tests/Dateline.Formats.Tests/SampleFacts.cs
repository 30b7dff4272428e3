using System.Globalization;

namespace Dateline.Formats.Tests;

/// <summary>What a file of Samples is read as, fact by fact: <c>1.headline: …</c> is the first item's headline.</summary>
internal static class SampleFacts
{
    public static async Task CheckAsync(string path)
    {
        var name = Path.GetFileName(path);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var reading = await FeedReading.OfAsync(bytes);
        foreach (var line in await File.ReadAllLinesAsync(path + ".expect", TestContext.Current.CancellationToken))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (fact, expected) = (line[..colon], line[(colon + 1)..].Trim());
            var found = Fact(reading, bytes, fact, expected);
            Assert.True(found == expected, $"{name}, {fact}: expected «{expected}», found «{found}»");
        }
    }

    internal static string Fact(FeedReading reading, byte[] bytes, string fact, string expected)
    {
        var dot = fact.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && fact[..dot] == "head") return Of(reading.Head, fact[(dot + 1)..], expected);
        if (dot > 0) return Of(reading.Items[int.Parse(fact[..dot], CultureInfo.InvariantCulture) - 1], fact[(dot + 1)..], expected);
        return fact switch
        {
            "format" => FormatDetector.Detect(bytes) == reading.Head.Format ? reading.Head.Format.ToString() : "detected otherwise",
            "items" => $"{reading.Items.Count}",
            "heads" => $"{reading.Parts.OfType<FeedHead>().Count()}",
            "rejects" => string.Join(' ', reading.Rejects.Select(r => r.Code)),
            "reason" => string.Join(' ', reading.Rejects.Select(r => r.Reason)),
            "tombstone" => string.Join(' ', reading.Parts.OfType<Tombstone>().Select(t => $"{t.Ref} {Time(t.When)} {t.Comment}")),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
        };
    }

    private static string Of(FeedHead head, string fact, string expected) => fact switch
    {
        "title" => head.Title ?? "",
        "language" => head.Language ?? "",
        "rights" => head.Rights ?? "",
        "link" => head.Link ?? "",
        "self" => head.SelfLink ?? "",
        "hub" => string.Join(' ', head.HubLinks),
        "image" => head.Image ?? "",
        "updated" => Time(head.Updated),
        "ttl" => $"{head.TimeToLive?.TotalMinutes}",
        "repairs" => $"{head.Repairs.Count}",
        "repair" => head.Repairs.Contains(expected) ? expected : string.Join(" | ", head.Repairs),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    internal static string Of(NewsItem item, string fact, string expected) => fact switch
    {
        "uri" => item.Uri ?? "",
        "urisha" => item.Uri!.StartsWith("ni:///sha-256;", StringComparison.Ordinal) && item.Uri.Length > 50 ? expected : item.Uri,
        "uristart" => item.Uri!.StartsWith(expected, StringComparison.Ordinal) ? expected : item.Uri,
        "version" => item.Version ?? "",
        "status" => item.Status.ToString(),
        "embargo" => item.Embargo is null ? "none" : item.Embargo.Until is null ? "open" : Time(item.Embargo.Until),
        "signals" => string.Join(' ', item.Signals),
        "cancels" => string.Join(' ', item.Cancels),
        "publishable" => item.Publishable ? "yes" : "no",
        "slugline" => item.Slugline ?? "",
        "urgency" => $"{item.Urgency}",
        "genres" => string.Join(' ', item.Genres),
        "place" => item.PlaceLine?.Place ?? "",
        "placetext" => item.PlaceLine?.Text ?? "",
        "versioncreated" => Time(item.VersionCreated),
        "contributors" => string.Join(' ', item.Contributors.Select(c => $"{c.Name}/{c.Role}")),
        "lead" => item.LeadMark?.Text ?? "",
        "author" => string.Join(" | ", item.Authors.Select(a => $"{a.Name} <{a.Email}>")),
        "paragraphs" => $"{item.Body?.Content.Split("\n\n").Length}",
        "bodystart" => item.Body!.Content.StartsWith(expected, StringComparison.Ordinal) ? expected : item.Body.Content,
        "bodyend" => item.Body!.Content.EndsWith(expected, StringComparison.Ordinal) ? expected : item.Body.Content,
        "bodyhas" => item.Body!.Content.Contains(expected, StringComparison.Ordinal) ? expected : item.Body.Content,
        "bodylacks" => item.Body!.Content.Contains(expected, StringComparison.Ordinal) ? item.Body.Content : expected,
        "bodykind" => item.Body?.Kind.ToString() ?? "",
        "subjectnames" => string.Join(" | ", item.Subjects.Select(s => s.Name)),
        "headline" => item.Headline ?? "",
        "summary" => item.Summary ?? "",
        "body" => item.Body is { } body ? $"{body.Kind} {body.Content}" : "",
        "bodybase" => item.Body?.BaseUri?.AbsoluteUri ?? "",
        "page" => item.Page ?? "",
        "byline" => item.Byline ?? "",
        "language" => item.Language ?? "",
        "created" => Time(item.FirstCreated),
        "published" => Time(item.Published),
        "updated" => Time(item.Updated),
        "keywords" => string.Join(' ', item.Keywords),
        "subjects" => string.Join(' ', item.Subjects.Select(s => $"{s.Scheme}/{s.Code}")),
        "source" => item.Credit?.Source ?? "",
        "sourceurl" => item.Credit?.SourceUrl ?? "",
        "provider" => item.Credit?.Provider ?? "",
        "distributor" => item.Credit?.Distributor ?? "",
        "creditline" => item.Credit?.CreditLine ?? "",
        "holder" => item.Credit?.CopyrightHolder ?? "",
        "notice" => item.Credit?.CopyrightNotice ?? "",
        "terms" => item.Credit?.UsageTerms ?? "",
        "hop" => string.Join(' ', item.Credit?.Hops.Select(h => $"{h.Name}/{h.Role}") ?? []),
        "link" => item.Links.Any(l => $"{l.Rel} {l.Href}" == expected) ? expected : string.Join(" | ", item.Links),
        "media" => item.Media.Count == 0 ? "" : $"{item.Media[0].Href} {item.Media[0].Type ?? "-"} {item.Media[0].Length?.ToString(CultureInfo.InvariantCulture) ?? "-"}",
        "mediacount" => $"{item.Media.Count}",
        "copyright" => item.Media[0].Copyright ?? "",
        "size" => $"{item.Media[0].Width}x{item.Media[0].Height}",
        "mediacredit" => item.Media[0].Credit ?? "",
        "truncated" => item.IsTruncated ? "yes" : "no",
        "caption" => item.Media[0].Caption ?? "",
        "repairs" => $"{item.Repairs.Count}",
        "repair" => item.Repairs.Contains(expected) ? expected : string.Join(" | ", item.Repairs),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
    };

    internal static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) ?? "";
}
