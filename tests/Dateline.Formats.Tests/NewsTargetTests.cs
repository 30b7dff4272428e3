using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Formats.Tests;

/// <summary>What survives each format, and each pair of them: exactly what is declared, and what the contract says.</summary>
public class NewsTargetTests
{
    private const int Generated = 200;
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);
    private static readonly WireEnvelope Envelope = new("Ostmark Wire", Now);
    private static readonly FeedHead Head = new() { Title = "Ostmark Wire", Link = "https://wire.example/", Id = "tag:wire.example,2026:all", Updated = Now, Rights = null };
    private static readonly string[] Words = ["Harbour", "ferry & rail", "<5", "ميناء", "港", "é", "\"", "4 < 5", "Lund", "😀"];

    /// <summary>The properties that are compared, under the names in which <see cref="NewsTargets"/> declares them.</summary>
    internal static readonly Dictionary<string, Func<NewsItem, string?>> Properties = new(StringComparer.Ordinal)
    {
        ["Uri"] = i => i.Uri,
        ["Version"] = i => i.Version,
        ["Status"] = i => $"{i.Status}",
        ["Embargo"] = i => $"{i.Embargo is not null} {i.Embargo?.Until:O}",
        ["Signals"] = i => string.Join('|', i.Signals),
        ["Headline"] = i => i.Headline,
        ["Slugline"] = i => i.Slugline,
        ["Summary"] = i => i.Summary,
        ["Body"] = i => System.Net.WebUtility.HtmlDecode(i.Body?.Content),
        ["Byline"] = i => i.Byline,
        ["Authors"] = i => string.Join('|', i.Authors.Select(a => a.Name)),
        ["Authors.Uri"] = i => string.Join('|', i.Authors.Select(a => a.Uri)),
        ["Contributors"] = i => string.Join('|', i.Contributors.Select(c => c.Name)),
        ["Contributors.Role"] = i => string.Join('|', i.Contributors.Select(c => c.Role)),
        ["PlaceLine.Text"] = i => i.PlaceLine?.Text,
        ["PlaceLine.Place"] = i => i.PlaceLine?.Place,
        ["PlaceLine.Date"] = i => $"{i.PlaceLine?.Date:O}",
        ["Language"] = i => i.Language,
        ["FirstCreated"] = i => $"{i.FirstCreated:O}",
        ["VersionCreated"] = i => $"{i.VersionCreated:O}",
        ["Published"] = i => $"{i.Published:O}",
        ["Updated"] = i => $"{i.Updated:O}",
        ["Urgency"] = i => $"{i.Urgency}",
        ["Genres"] = i => string.Join('|', i.Genres),
        ["Subjects"] = i => string.Join('|', i.Subjects),
        ["Keywords"] = i => string.Join('|', i.Keywords),
        ["Credit.Source"] = i => i.Credit?.Source,
        ["Credit.SourceUrl"] = i => i.Credit?.SourceUrl,
        ["Credit.Distributor"] = i => i.Credit?.Distributor,
        ["Credit.Provider"] = i => i.Credit?.Provider,
        ["Credit.CreditLine"] = i => i.Credit?.CreditLine,
        ["Credit.CopyrightHolder"] = i => i.Credit?.CopyrightHolder,
        ["Credit.CopyrightNotice"] = i => i.Credit?.CopyrightNotice,
        ["Credit.UsageTerms"] = i => i.Credit?.UsageTerms,
        ["Credit.Hops"] = i => string.Join('|', i.Credit?.Hops.Select(h => h.Name) ?? []),
        ["Credit.Hops.Role"] = i => string.Join('|', i.Credit?.Hops.Select(h => h.Role) ?? []),
        ["Credit.Hops.At"] = i => string.Join('|', i.Credit?.Hops.Select(h => $"{h.At:O}") ?? []),
        ["Page"] = i => i.Page,
        ["Links"] = i => string.Join('|', i.Links.Select(l => $"{l.Rel} {l.Href}").Order(StringComparer.Ordinal)),
        ["Media"] = i => string.Join('|', i.Media.Select(m => m.Href)),
        ["Media.Caption"] = i => string.Join('|', i.Media.Select(m => m.Caption)),
        ["Media.Credit"] = i => string.Join('|', i.Media.Select(m => m.Credit)),
        ["Media.Copyright"] = i => string.Join('|', i.Media.Select(m => m.Copyright)),
    };

    private static Gen<string> Text => Gen.Elements(Words).ListOf().Select(w => string.Join(' ', [.. w.Take(4).Prepend("T"), "z"]));

    private static Gen<DateTimeOffset> Time => Gen.Choose(0, 100_000_000).Select(s => Now.AddSeconds(-s));

    internal static Gen<NewsItem> Items =>
        from id in Gen.Choose(1, 1_000_000)
        from texts in Gen.ArrayOf(Text, 14).Select(all => all.Select((text, at) => $"{(char)('A' + at)}{text}").ToArray())
        from times in Gen.ArrayOf(Time, 5).Select(t => t.Order().ToArray())
        from embargo in Gen.Elements<Embargo?>(null, null, new Embargo(null), new Embargo(Now.AddDays(3)))
        select new NewsItem
        {
            Uri = (id % 3) switch { 0 => $"guid {id} <&>", 1 => $"https://wire.example/{id}?a=1&b=2", _ => $"tag:wire.example,2026:{id}" },
            Version = $"{(id % 30) + 1}",
            Embargo = embargo,
            Signals = id % 2 == 0 ? ["sig:correction"] : [],
            Headline = texts[0],
            Slugline = texts[1],
            Summary = texts[2],
            Body = new NewsBody($"<p>{System.Net.WebUtility.HtmlEncode(texts[3])}</p>", BodyKind.Html),
            Byline = id % 4 == 1 ? $"{texts[4]} in Oslo and Pia Berg, Alpine News" : texts[4],
            Authors = id % 4 == 1 ? [new Author(texts[4], null, "https://wire.example/ida"), new Author("Pia Berg")] : [new Author(texts[4], null, "https://wire.example/ida")],
            Contributors = [new Contributor("Tom Hale", "editor"), new Contributor("Ann Poole", id % 2 == 0 ? "translator" : "graphics")],
            PlaceLine = new PlaceLine("QUAYTOWN, Nov 16", "Quaytown", new DateOnly(2026, 11, 16)),
            Language = (id % 3) switch { 0 => "ar", 1 => "en-GB", _ => "fa" },
            FirstCreated = times[1],
            VersionCreated = times[2],
            Published = times[3],
            Updated = times[4],
            Urgency = (id % 8) + 1,
            Genres = ["Analysis"],
            Subjects = [new Subject("medtop", "20000634", "Harbours")],
            Keywords = [texts[5]],
            Links = (id % 5) switch
            {
                0 => [new Link("alternate", $"https://wire.example/{id}"), new Link("related", "https://wire.example/more"), new Link("via", "https://alpine.example/1")],
                1 => [new Link("alternate", $"https://wire.example/{id}"), new Link("alternate", $"https://wire.example/{id}/print")],
                2 => [new Link("alternate", $"https://wire.example/{id}", "text/html") { HrefLang = "en" }, new Link("alternate", $"https://wire.example/{id}/fr", "text/html") { HrefLang = "fr" }],
                _ => [new Link("alternate", $"https://wire.example/{id}")],
            },
            Media = [new Media($"https://wire.example/{id}.jpg", "image/jpeg") { Caption = texts[6], Credit = texts[7], Copyright = texts[8] }],
            Credit = new Credit
            {
                Source = texts[9],
                SourceUrl = "https://alpine.example/",
                Distributor = texts[10],
                Provider = "Relay",
                CreditLine = texts[11],
                CopyrightHolder = texts[12],
                CopyrightNotice = texts[13],
                UsageTerms = texts[9],
                Hops = [new Hop("Alpine", "created", times[0]), new Hop("Relay", "transformed", times[3])],
            },
        };

    public static TheoryData<NewsTarget> Targets => [.. Enum.GetValues<NewsTarget>()];

    public static TheoryData<NewsTarget, NewsTarget> Pairs
    {
        get
        {
            var pairs = new TheoryData<NewsTarget, NewsTarget>();
            foreach (var first in Enum.GetValues<NewsTarget>())
                foreach (var second in Enum.GetValues<NewsTarget>()) pairs.Add(first, second);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task What_a_format_loses_is_what_it_declares_to_lose(NewsTarget target)
    {
        var lost = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in Items.Sample(Generated).Select(i => CanHold(target, i)))
        {
            var got = await ThereAndBack(target, item);
            foreach (var (name, of) in Properties)
                if (of(item) != of(got)) lost.TryAdd(name, $"{of(item)} -> {of(got)}");
        }

        // An embargo that a feed can't tell of is never written, so that nothing of it comes back.
        if (IsFeed(target)) lost["Embargo"] = "left out";
        Assert.True(lost.Keys.SequenceEqual(target.Loses.Order(StringComparer.Ordinal)), string.Join('\n', lost.Select(l => $"{l.Key}: {l.Value}")) + "\ndeclared: " + string.Join(' ', target.Loses));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task What_both_formats_carry_survives_the_pair(NewsTarget first, NewsTarget second)
    {
        var carried = Properties.Where(p => !first.Loses.Contains(p.Key) && !second.Loses.Contains(p.Key)).ToList();
        foreach (var item in Items.Sample(40).Select(i => CanHold(second, CanHold(first, i))))
        {
            var got = await ThereAndBack(second, await ThereAndBack(first, item));
            foreach (var (name, of) in carried) Assert.True(of(item) == of(got), $"{name}: {of(item)} -> {of(got)}");
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task What_is_taken_back_travels_or_is_refused_and_never_turns_usable(NewsTarget target)
    {
        foreach (var status in new[] { PubStatus.Canceled, PubStatus.Withheld })
        {
            var item = new NewsItem { Uri = "tag:wire.example,2026:9", Version = "3", Headline = "Secret", Body = new NewsBody("<p>Secret</p>", BodyKind.Html), Status = status, Publishable = status == PubStatus.Withheld, VersionCreated = Now };
            var written = await Written(target, item);
            Assert.DoesNotContain("Secret", Encoding.UTF8.GetString(written), StringComparison.Ordinal);
            var parts = (await FeedReading.OfAsync(written)).Parts;
            if (target.Refusal(item, Now) is not null) Assert.Empty(parts.OfType<NewsItem>());
            else if (target == NewsTarget.Atom) Assert.Equal(item.Uri, Assert.Single(parts.OfType<Tombstone>()).Ref);
            else Assert.Equal((item.Uri, status), Assert.Single(parts.OfType<NewsItem>()) is var got ? (got.Uri, got.Status) : default);
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task An_embargo_is_carried_or_the_item_waits(NewsTarget target)
    {
        foreach (var until in new DateTimeOffset?[] { null, Now.AddMinutes(1) })
        {
            var item = new NewsItem { Uri = "tag:wire.example,2026:9", Headline = "Secret", Embargo = new Embargo(until), VersionCreated = Now };
            var got = (await FeedReading.OfAsync(await Written(target, item))).Items;
            if (IsFeed(target)) Assert.Empty(got);
            else Assert.Equal(item.Embargo, Assert.Single(got).Embargo);
        }

        var over = new NewsItem { Uri = "tag:wire.example,2026:9", Headline = "Open", Embargo = new Embargo(Now), VersionCreated = Now };
        Assert.Single((await FeedReading.OfAsync(await Written(target, over))).Items);
        Assert.NotNull(target.Refusal(over with { Publishable = false }, Now));
        Assert.NotNull(target.Refusal(over with { Uri = null }, Now));
    }

    [Fact]
    public void The_contract_says_the_same_as_the_declaration()
    {
        NewsTarget[] columns = [NewsTarget.Ninjs31, NewsTarget.Ninjs22, NewsTarget.NewsMlG2, NewsTarget.Nitf, NewsTarget.Rss, NewsTarget.Atom, NewsTarget.JsonFeed];
        var rows = File.ReadLines(Path.Combine(Repository(), "docs", "contracts", "convert.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal) && l.Count(c => c == '|') == columns.Length + 2)
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries)[1..^1]).ToDictionary(cells => cells[0].Trim('`'), cells => cells[1..], StringComparer.Ordinal);
        foreach (var (target, column) in columns.Select((target, column) => (target, column)))
            Assert.Equal(target.Loses.Order(StringComparer.Ordinal), rows.Where(row => row.Value[column] == "×").Select(row => row.Key).Order(StringComparer.Ordinal));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dateline.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    private static bool IsFeed(NewsTarget target) => target is NewsTarget.Rss or NewsTarget.Atom or NewsTarget.JsonFeed;

    internal static NewsItem CanHold(NewsTarget target, NewsItem item) => IsFeed(target) ? item with { Embargo = null } : item;

    internal static async Task<NewsItem> ThereAndBack(NewsTarget target, NewsItem item) => Assert.Single((await FeedReading.OfAsync(await Written(target, item))).Items);

    internal static async Task<byte[]> Written(NewsTarget target, NewsItem item)
    {
        var stream = new MemoryStream();
        if (target.HoldsOneItem) await NewsWriter.WriteItemAsync(stream, target, Envelope, item, TestContext.Current.CancellationToken);
        else await NewsWriter.WriteAsync(stream, target, Envelope, Head, new[] { item }.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
