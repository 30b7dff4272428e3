using System.Diagnostics;
using System.Text;
using Dateline.Bench.House;
using Dateline.Desk;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.People;
using Dateline.Stories;

namespace Dateline.Bench;

/// <summary>
/// From the moment an editor's publication or kill begins to be written until every surface of every node shows it,
/// among 10,000 stories, while 200 readers a second read.
/// </summary>
internal static class Propagation
{
    private const int Stories = 10_000;
    private const int Times = 100;
    private const int WarmUp = 50;

    /// <summary>Those who look wait so many milliseconds between two looks: without a pause they are more load than the readers.</summary>
    private const int Between = 10;
    private const int ReadersPerSecond = 200;
    private static readonly Editor Desk = new(Guid.CreateVersion7(), "Bench", Role.Editor);

    public static async Task Run(string[] _)
    {
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await BenchHouse.Open(engine, Stories, replies: 2);
            await using var second = engine == "PostgreSQL" ? await house.Beside() : null;
            Uri[] nodes = second is null ? [house.Address] : [house.Address, new Uri(second.Urls.First())];
            using var warm = new CancellationTokenSource();
            using var over = new CancellationTokenSource();
            var paths = await house.Paths(Stories);
            var readers = Read(nodes, paths, warm.Token);

            var (published, killed) = (new List<double>(), new List<double>());
            var shownAt = new HashSet<string>(StringComparer.Ordinal);
            for (var number = 0; number < WarmUp + Times; number++)
            {
                if (number == WarmUp)
                {
                    await warm.CancelAsync();
                    await readers;
                    readers = Read(nodes, paths, over.Token);
                }
                var headline = $"Zanzibarite {number} reported {Guid.CreateVersion7():N}";
                var watch = Stopwatch.StartNew();
                var story = await Publish(house, headline);
                var took = await Until(nodes, story, headline, shown: true, shownAt, watch, first: number == 0);
                if (number >= WarmUp) published.Add(took);
                watch.Restart();
                await house.Get<Writes>().Run((db, cancel) => KillStory.Perform(db, story.Id, "Bench", Desk, TimeProvider.System.GetUtcNow(), cancel), CancellationToken.None);
                took = await Until(nodes, story, headline, shown: false, shownAt, watch, first: false);
                if (number >= WarmUp) killed.Add(took);
            }
            await over.CancelAsync();
            var (read, slow) = await readers;
            Report.Line($"{engine}, {nodes.Length} node(s), {shownAt.Count} addresses ({string.Join(", ", shownAt.Order(StringComparer.Ordinal))})");
            Report.Line($"{engine}: publish to visible everywhere {Report.Spread(published)}");
            Report.Line($"{engine}: kill to gone everywhere      {Report.Spread(killed)}");
            Report.Line($"{engine}: meanwhile {read:0} pages a second were read, {slow}");
        }
    }

    private static async Task<PublicStory> Publish(BenchHouse house, string headline)
    {
        var now = TimeProvider.System.GetUtcNow();
        Guid id = default;
        var key = "";
        await house.Get<Writes>().Run(async (db, cancel) =>
        {
            var source = db.Set<Source>().OrderBy(source => source.Key).First();
            id = Guid.CreateVersion7(now);
            key = StoryPath.NewKey();
            var story = new Story
            {
                Id = id,
                Key = key,
                Edition = "en",
                Language = "en",
                Headline = headline,
                Slug = StoryPath.Slug(headline),
                Body = Body.Plain(headline),
                Topics = [new StoryTopic { StoryId = id, TopicKey = "seeded" }],
                SourceId = source.Id,
                Credit = new Credit { Source = source.Name, SourceUrl = source.Site, Hops = [new(source.Name, HopRole.Original, source.Site, now)] },
                CreatedAt = now,
            };
            db.Add(story);
            await db.SaveChangesAsync(cancel);
            var outcome = await PublishStory.Perform(db, id, story.Version, Desk, now, cancel);
            if (!outcome.Done) throw new InvalidOperationException(outcome.Refusal?.Sentence);
        }, CancellationToken.None);
        await using var db = house.Get<DatelineDbFactory>().Open();
        return (await db.FindPublicStory(key, TimeProvider.System.GetUtcNow(), CancellationToken.None))!;
    }

    /// <summary>Asks all addresses again and again. The first time finds out which of them show a headline at all: pages of forms don't.</summary>
    private static async Task<double> Until(Uri[] nodes, PublicStory story, string headline, bool shown, HashSet<string> shownAt, Stopwatch watch, bool first)
    {
        var addresses = Surfaces.All.SelectMany(surface => surface.Addresses(story).Select((address, at) => (Name: $"{surface.Name} {at + 1}", address)));
        if (!first) addresses = addresses.Where(one => shownAt.Contains(one.Name));
        var times = await Task.WhenAll(nodes.SelectMany(node => addresses.Select(one => Task.Run(async () =>
        {
            using var line = await Line.Open(node);
            var ask = new Ask(one.address, Status: 0);
            while (true)
            {
                var (_, body) = await line.Read(ask);
                var there = body.Span.IndexOf(Encoding.UTF8.GetBytes(one.Name.StartsWith(Surfaces.Sitemap.Name, StringComparison.Ordinal) ? story.Path : headline)) >= 0 && !IsEchoed(one.Name, body.Span, story);
                if (there == shown)
                {
                    if (first) lock (shownAt) shownAt.Add(one.Name);
                    return watch.Elapsed.TotalMilliseconds;
                }
                if (first && watch.ElapsedMilliseconds > 5_000) return 0;
                if (watch.ElapsedMilliseconds > 60_000) throw new TimeoutException($"{one.Name} still {(shown ? "lacks" : "shows")} it");
                await Task.Delay(Between);
            }
        }))));
        return times.Max();
    }

    /// <summary>A search repeats what was asked; found is what it leads to.</summary>
    private static bool IsEchoed(string name, ReadOnlySpan<byte> body, PublicStory story) =>
        name.StartsWith(Surfaces.Search.Name, StringComparison.Ordinal) && body.IndexOf(Encoding.UTF8.GetBytes(story.Path)) < 0;

    /// <summary>Readers come by the clock, whether the ones before them are served or not.</summary>
    private static async Task<(double PerSecond, string Spread)> Read(Uri[] nodes, List<string> paths, CancellationToken over)
    {
        const int lines = 16;
        var random = new Random(1);
        var asks = Enumerable.Range(0, 20_000).Select(_ => new Ask(random.Next(4) == 0 ? "/en" : paths[random.Next(paths.Count)], "Accept-Encoding: gzip\r\n", 0)).ToArray();
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, lines).Select(at => Task.Run(async () =>
        {
            using var line = await Line.Open(nodes[at % nodes.Length]);
            var mine = new List<double>();
            for (var number = at; !over.IsCancellationRequested; number += lines)
            {
                var due = number * 1_000.0 / ReadersPerSecond;
                if (due - watch.Elapsed.TotalMilliseconds is > 1 and var early) await Task.Delay((int)early, CancellationToken.None);
                await line.Get(asks[number % asks.Length]);
                mine.Add(watch.Elapsed.TotalMilliseconds - due);
            }
            return mine;
        })));
        List<double> all = [.. times.SelectMany(time => time)];
        return (all.Count / watch.Elapsed.TotalSeconds, Report.Spread(all));
    }
}
