using System.Diagnostics;
using System.Globalization;
using Dateline.Bench.House;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Bench;

/// <summary>The moderators' queue, read and rendered, among many replies: <c>queue 1000000</c> for the large one. One in twenty waits. The aim is 50 ms.</summary>
internal static class QueuePages
{
    private const int Times = 60;
    private static readonly Editor Moderator = new(Guid.CreateVersion7(), "Bench", Role.Moderator);

    public static async Task Run(string[] args)
    {
        var sizes = args is [var given, ..] ? [int.Parse(given, CultureInfo.InvariantCulture)] : new[] { 20_000, 200_000 };
        foreach (var engine in BenchHouse.Engines)
        {
            foreach (var replies in sizes)
            {
                await using var house = await BenchHouse.Open(engine, stories: 200, replies: 0);
                await using var db = house.Get<DatelineDbFactory>().Open();
                var stories = await db.Set<Story>().OrderBy(story => story.Id).ToListAsync();
                foreach (var (story, at) in stories.Select((story, at) => (story, at)))
                    await Letters.Fill(house, story, replies / stories.Count, number => number % 20 == 0 ? ReplyState.Held : ReplyState.Published, from: at * 10_000);
                var source = stories[0].SourceId;
                foreach (var (name, filter) in new (string, QueueFilter)[]
                {
                    ("waiting", new(ReplyState.Held)), ("approved", new(ReplyState.Published)), ("waiting, of one edition", new(ReplyState.Held) { Edition = "en" }),
                    ("waiting, of one story", new(ReplyState.Held) { Story = stories[^1].Key }), ("waiting, of one source", new(ReplyState.Held) { Source = source }), ("waiting, with a link: none", new(ReplyState.Held) { Link = true }),
                    ("waiting, by a rule that holds none", new(ReplyState.Held) { Rule = "word" }),
                })
                    Report.Line($"{engine}, {replies:N0} replies, {name}: {Report.Spread(await Look(house, filter))}");
                var watch = Stopwatch.StartNew();
                await ReplyFigures.Read(db, 30, stories.Max(story => story.PublishedAt)!.Value, CancellationToken.None);
                Report.Line($"{engine}, {replies:N0} replies, figures of 30 days: {watch.Elapsed.TotalMilliseconds:0} ms");
            }
        }
    }

    private static async Task<List<double>> Look(BenchHouse house, QueueFilter filter)
    {
        var (times, renderer, book) = (new List<double>(), house.Get<PageRenderer>(), await house.Get<Register>().Book(CancellationToken.None));
        for (var time = -5; time < Times; time++)
        {
            var watch = Stopwatch.StartNew();
            await using var db = house.Get<DatelineDbFactory>().Open();
            var now = TimeProvider.System.Now();
            await renderer.Render<QueuePage>(new()
            {
                [nameof(QueuePage.Editor)] = Moderator,
                [nameof(QueuePage.Book)] = book,
                [nameof(QueuePage.Queue)] = await ModerationQueue.Read(db, filter, null, now, CancellationToken.None),
                [nameof(QueuePage.Backlog)] = await Backlog.Read(db, ScreeningSettings.Usual, CancellationToken.None),
                [nameof(QueuePage.News)] = QueueNews.None,
                [nameof(QueuePage.Views)] = await SavedViews.Of(db, Moderator.Id, CancellationToken.None),
                [nameof(QueuePage.Sources)] = await db.Set<Source>().ToListAsync(),
                [nameof(QueuePage.Now)] = now,
            });
            if (time >= 0) times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return times;
    }
}
