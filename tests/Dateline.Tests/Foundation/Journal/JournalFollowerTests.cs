using System.Collections.Concurrent;
using System.Threading.Channels;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dateline.Tests.Foundation.Journal;

public class JournalFollowerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_asks_nothing_of_a_follower_costs_no_write_and_what_does_is_heard_with_its_position()
    {
        Listener? listener = null;
        await using var house = await TestHouse.Open(Beside(it => listener = it, savesAfter: TimeSpan.FromHours(1)));
        for (var at = 0; at < 3; at++)
        {
            var passed = await house.Write((db, _) => Add(db, new SourceChanged(Guid.CreateVersion7())));
            await listener!.HasLooked(passed);
            Assert.Null(await Position(house));
        }
        var concerning = await house.Write((db, _) => Add(db, new HouseChanged()));
        await listener!.HasHeard(concerning);
        await Eventually.Holds(async () => await Position(house) == concerning, "what was heard is saved with its position");
        // A write that was taken back is heard anew: what counts is what was written with the position.
        Assert.Equal([concerning], await Marks(house));
    }

    [Fact]
    public async Task A_position_that_only_passed_things_over_is_saved_in_the_end()
    {
        Listener? listener = null;
        await using var house = await TestHouse.Open(Beside(it => listener = it, savesAfter: TimeSpan.Zero));
        var passed = await house.Write((db, _) => Add(db, new SourceChanged(Guid.CreateVersion7())));
        await Eventually.Holds(async () => await Position(house) == passed, "the position is saved");
        Assert.Empty(listener!.Heard);
    }

    [Fact]
    public async Task Another_node_goes_on_where_the_first_has_saved_and_hears_nothing_twice()
    {
        Listener? one = null, other = null;
        await using var house = await TestHouse.Open(Beside(it => one = it, savesAfter: TimeSpan.FromHours(1)));
        await using var second = await TestHouse.Open(Beside(it => other = it, savesAfter: TimeSpan.FromHours(1)), beside: house);
        long last = 0;
        for (var at = 0; at < 10; at++)
        {
            await house.Write((db, _) => Add(db, new SourceChanged(Guid.CreateVersion7())));
            last = await house.Write((db, _) => Add(db, new HouseChanged()));
        }
        await Eventually.Holds(async () => await Position(house) == last, "all is heard");
        await using var db = house.OpenDb();
        var concerning = await db.Set<JournalEntry>().Where(entry => entry.Fact == nameof(HouseChanged)).Select(entry => entry.Position).OrderBy(at => at).ToListAsync();
        // A node whose write lost had listened in vain: what counts is what was written with the position.
        Assert.Equal(concerning, (await Marks(house)).Order());
    }

    private static Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder> Beside(Action<Listener> made, TimeSpan savesAfter) => builder =>
        builder.Services.AddSingleton<IHostedService>(services =>
        {
            var listener = new Listener(services, savesAfter);
            made(listener);
            return listener;
        });

    private static Task Add(DatelineDb db, Fact fact)
    {
        db.Journal.Add(fact);
        return Task.CompletedTask;
    }

    private static async Task<long?> Position(TestHouse house)
    {
        await using var db = house.OpenDb();
        return await db.Set<FollowerPosition>().Where(row => row.Follower == Listener.Name).Select(row => (long?)row.Position).FirstOrDefaultAsync();
    }

    private static async Task<List<long>> Marks(TestHouse house)
    {
        await using var db = house.OpenDb();
        var rows = await db.Set<FollowerPosition>().Where(row => row.Follower.StartsWith("mark-")).Select(row => row.Follower).ToListAsync();
        return [.. rows.Select(row => long.Parse(row.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>Is concerned by the house alone, and leaves a row for each fact, each time that it is heard.</summary>
    private sealed class Listener(IServiceProvider services, TimeSpan savesAfter)
        : JournalFollower(Name, services.GetRequiredService<DatelineDbFactory>(), services.GetRequiredService<Writes>(), services.GetRequiredService<JournalSignal>(), NullLogger.Instance)
    {
        public const string Name = "listener";
        private readonly Channel<long> _looked = Channel.CreateUnbounded<long>();
        private readonly Channel<long> _heard = Channel.CreateUnbounded<long>();

        public ConcurrentQueue<long> Heard { get; } = [];

        protected override TimeSpan SavesAfter => savesAfter;

        public Task HasLooked(long position) => Until(_looked.Reader, position);

        public Task HasHeard(long position) => Until(_heard.Reader, position);

        protected override Task<bool> Concerns(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
        {
            var concerns = news.Any(item => item.Fact is HouseChanged);
            foreach (var item in news) _looked.Writer.TryWrite(item.Position);
            return Task.FromResult(concerns);
        }

        protected override Task Hear(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
        {
            foreach (var item in news.Where(item => item.Fact is HouseChanged))
            {
                db.Add(new FollowerPosition { Follower = $"mark-{item.Position}-{Random.Shared.Next()}" });
                Heard.Enqueue(item.Position);
                _heard.Writer.TryWrite(item.Position);
            }
            return Task.CompletedTask;
        }

        private static async Task Until(ChannelReader<long> reader, long position)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await reader.ReadAsync(patience.Token) < position)
            {
            }
        }
    }
}
