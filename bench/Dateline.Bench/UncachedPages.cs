using System.Diagnostics;
using Dateline.Bench.House;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Replies;
using Dateline.Replies.Threads;
using Dateline.Site;
using Dateline.Stories;

namespace Dateline.Bench;

/// <summary>Story pages that nobody has asked for, beside the same pages rendered from objects in memory, in one process.</summary>
internal static class UncachedPages
{
    private const int Pages = 1_500;
    private const int Rounds = 3;

    public static async Task Run(string[] _)
    {
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await BenchHouse.Open(engine, stories: 10_000, replies: 20, worker: false); // what works in the background asks the database too, and is no page's
            var paths = await house.Paths(Pages);
            var asks = paths.ConvertAll(path => new Ask(path));
            var things = await Things(house, paths);
            var renderer = house.Get<PageRenderer>();
            await using var memory = await BareServer.Open(async http =>
            {
                var bytes = await renderer.Render<StoryPage>(things[http.Request.Path.Value!]);
                await PageResult.Send(http, new CachedPage(RenderedPage.Html(200, bytes), new HashSet<string>()));
            });
            var there = new Uri(memory.Urls.First());
            var trips = await RoundTrips(house, asks);

            foreach (var connections in new[] { 1, 4, 8 })
            {
                house.Get<PageCache>().DropAll();
                foreach (var side in new[] { house.Address, there }) await Load.Each(side, asks, connections);
                var ratios = new List<double>();
                var (ours, theirs, times) = (new List<double>(), new List<double>(), new List<double>());
                for (var round = 0; round < Rounds; round++)
                {
                    house.Get<PageCache>().DropAll();
                    var mine = await Load.Each(house.Address, asks, connections);
                    var other = await Load.Each(there, asks, connections);
                    ours.Add(mine.PerSecond);
                    theirs.Add(other.PerSecond);
                    ratios.Add(mine.PerSecond / other.PerSecond);
                    times.AddRange(mine.Milliseconds);
                }
                Report.Line($"{engine}, {connections} at a time: ours {Report.Share(ours, 0.5):0}/s, from memory {Report.Share(theirs, 0.5):0}/s, ratio {Report.Share(ratios, 0.5):0.00}; {Report.Spread(times)}");
            }
            Report.Line($"{engine}: at most {trips} round trips to the database for a page");
        }
    }

    private static async Task<Dictionary<string, Dictionary<string, object?>>> Things(BenchHouse house, List<string> paths)
    {
        var now = TimeProvider.System.GetUtcNow();
        var book = await house.Get<Register>().Book(CancellationToken.None);
        var page = house.Get<PublicPages>().Page(book, book.Edition("en")!);
        await using var db = house.Get<DatelineDbFactory>().Open();
        var things = new Dictionary<string, Dictionary<string, object?>>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var story = (await db.FindPublicStory(path.Split('/')[2], now, CancellationToken.None))!;
            things[path] = new()
            {
                [nameof(StoryPage.Page)] = page,
                [nameof(StoryPage.Story)] = story,
                [nameof(StoryPage.Thread)] = await db.PublicReplies(story.Id, CancellationToken.None),
                [nameof(StoryPage.Rail)] = StoryRail.Of(story, await PublicGate.ReadCards(db.PublicStories("en", now).Take(LatestStories.Count), CancellationToken.None), book),
            };
        }
        return things;
    }

    /// <summary>The most commands that one page took, with the program otherwise idle.</summary>
    private static async Task<int> RoundTrips(BenchHouse house, List<Ask> asks)
    {
        var counted = 0;
        using var counting = DiagnosticListener.AllListeners.Subscribe(new Each<DiagnosticListener>(listener =>
        {
            if (listener.Name != "Microsoft.EntityFrameworkCore") return;
            listener.Subscribe(new Each<KeyValuePair<string, object?>>(said =>
            {
                // Not what the node asks by itself each second: whether the journal has news.
                if (said.Key.EndsWith("CommandExecuted", StringComparison.Ordinal) && said.Value is Microsoft.EntityFrameworkCore.Diagnostics.CommandExecutedEventData executed
                    && !executed.Command.CommandText.Contains("journal", StringComparison.Ordinal)) Interlocked.Increment(ref counted);
            }));
        }));
        using var line = await Line.Open(house.Address);
        await line.Get(asks[0]); // the register of names is read once
        await Task.Delay(TimeSpan.FromSeconds(2)); // Entity Framework asks itself once a second whether anybody listens
        var most = 0;
        foreach (var ask in asks.Skip(1).Take(100))
        {
            counted = 0;
            await line.Get(ask);
            most = Math.Max(most, counted);
        }
        return most > 0 ? most : throw new InvalidOperationException("No command was seen: nothing was counted.");
    }

    private sealed class Each<T>(Action<T> next) : IObserver<T>
    {
        public void OnNext(T value) => next(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
