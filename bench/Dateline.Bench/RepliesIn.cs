using System.Diagnostics;
using System.Globalization;
using Dateline.Bench.House;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Replies.Screening;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Bench;

/// <summary>
/// Replies accepted a second through the form with the whole pipeline on, durable, at eight connections, while readers read;
/// beside a bare loop that commits the same rows in groups at the same eight. In turns, in one run. The readers come from a thousand networks, as the
/// proxy before the house says; then all from one, whose counter they share; then half of them from one, to see what that costs the others. <c>replies 5000000</c>: what one costs
/// with 10,000 there already and with so many.
/// </summary>
internal static class RepliesIn
{
    private const int Connections = 8;
    private const int Rounds = 5;
    private const int InRound = 2_000;
    private const int Stories = 200;
    private const int Networks = 1_000;

    /// <summary>Sent before anything is measured: the first thousands cost twice as much, while the runtime still compiles.</summary>
    private const int WarmUp = 6_000;

    public static async Task Run(string[] args)
    {
        if (args is [var many, ..])
        {
            await Among(int.Parse(many, CultureInfo.InvariantCulture));
            return;
        }
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await Open(engine, Stories);
            var paths = await house.Paths(Stories);
            using var over = new CancellationTokenSource();
            var readers = Read(house.Address, paths, over.Token);
            await Post(house, paths, -1, WarmUp);
            var (ours, bare, ratios, ourTimes, bareTimes) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
            var (alone, aloneTimes, half, halfTimes, others, otherTimes) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                var mine = await Post(house, paths, round, InRound);
                var other = await Bare(house, round, InRound);
                ours.Add(mine.PerSecond);
                bare.Add(other.PerSecond);
                ratios.Add(mine.PerSecond / other.PerSecond);
                ourTimes.AddRange(mine.Milliseconds);
                bareTimes.AddRange(other.Milliseconds);
                var one = await Post(house, paths, round + Rounds, InRound / 4, networks: 1);
                alone.Add(one.PerSecond);
                aloneTimes.AddRange(one.Milliseconds);
                var quiet = await Post(house, paths, round + 2 * Rounds, InRound / 4, connections: Connections / 2);
                half.Add(quiet.PerSecond);
                halfTimes.AddRange(quiet.Milliseconds);
                using var enough = new CancellationTokenSource();
                var crowd = Crowd(house, paths, round + 3 * Rounds, enough.Token);
                var beside = await Post(house, paths, round + 4 * Rounds, InRound / 4, connections: Connections / 2);
                await enough.CancelAsync();
                await crowd;
                others.Add(beside.PerSecond);
                otherTimes.AddRange(beside.Milliseconds);
            }
            await over.CancelAsync();
            Report.Line($"{engine}: ours {Report.Share(ours, 0.5):0}/s, bare loop {Report.Share(bare, 0.5):0}/s, ratio {Report.Share(ratios, 0.5):0.00}; first round {ours[0]:0}/s, last {ours[^1]:0}/s");
            Report.Line($"{engine}: ours {Report.Spread(ourTimes)}; bare {Report.Spread(bareTimes)}; p99 ratio {Report.Share(ourTimes, 0.99) / Report.Share(bareTimes, 0.99):0.0}");
            Report.Line($"{engine}: all from one network {Report.Share(alone, 0.5):0}/s, {Report.Spread(aloneTimes)}");
            Report.Line($"{engine}: at {Connections / 2} connections {Report.Share(half, 0.5):0}/s, {Report.Spread(halfTimes)}; beside as many from one network {Report.Share(others, 0.5):0}/s, {Report.Spread(otherTimes)}");
            await using var reading = house.Get<DatelineDbFactory>().Open();
            Report.Line($"{engine}: {await reading.Replies.CountAsync(reply => reply.State == ReplyState.Published)} public, {await reading.Replies.CountAsync(reply => reply.State != ReplyState.Published)} not; meanwhile {await readers:0} pages a second were read");
        }
    }

    /// <summary>Sends from one network until it is told to end, at the other half of the connections.</summary>
    private static async Task Crowd(BenchHouse house, List<string> paths, int round, CancellationToken over)
    {
        for (var part = 0; !over.IsCancellationRequested; part++) await Post(house, paths, round, 50, networks: 1, connections: Connections / 2, from: part * 50);
    }

    /// <summary>No limits and no first replies that wait: all are taken and published.</summary>
    private static async Task<BenchHouse> Open(string engine, int stories)
    {
        var house = await BenchHouse.Open(engine, stories, replies: 0, adjust: builder =>
            builder.Services.AddSingleton(new SendingLimits { NetworkInAMinute = int.MaxValue, NetworkInAnHour = int.MaxValue, AddressInAMinute = int.MaxValue, AddressInAnHour = int.MaxValue, StoryInAMinute = int.MaxValue }),
            told: options => options with { TrustedProxies = [System.Net.IPNetwork.Parse("127.0.0.0/8")] });
        await house.Get<Writes>().Run((db, _) =>
        {
            var rule = new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.Open };
            db.Add(rule);
            db.Journal.Add(rule.Changed());
            return Task.CompletedTask;
        }, CancellationToken.None);
        return house;
    }

    /// <summary>Replies of older stories, 2,500 to each, and the traces of the latest 100,000: those of older ones are forgotten.</summary>
    private static async Task Among(int most)
    {
        const int each = 2_500;
        foreach (var engine in BenchHouse.Engines)
        {
            await using var house = await Open(engine, Stories + (most / each));
            var paths = (await house.Paths(Stories + (most / each)))[..Stories];
            await using var db = house.Get<DatelineDbFactory>().Open();
            var older = await db.Set<Dateline.Stories.Story>().OrderByDescending(story => story.PublishedAt).Skip(Stories).ToListAsync();
            await Post(house, paths, -1, WarmUp);
            var (there, posted) = (0, 0);
            foreach (var size in new[] { 10_000, 100_000, 1_000_000, most }.Where(size => size <= most).Distinct())
            {
                for (; there < size; there += each) await Letters.Fill(house, older[there / each], each, _ => ReplyState.Published, from: there, traced: size <= 100_000 || there >= size - 100_000);
                var (rates, processor) = (new List<double>(), Environment.CpuUsage.TotalTime);
                for (var round = 0; round < Rounds; round++) rates.Add((await Post(house, paths, posted++, InRound)).PerSecond);
                Report.Line($"{engine}, {size:N0} replies: {Report.Share(rates, 0.5):0}/s, {(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / (Rounds * InRound):0.00} ms of processor each, those who send included");
            }
        }
    }

    private static Task<(double PerSecond, List<double> Milliseconds)> Post(BenchHouse house, List<string> paths, int round, int count, int networks = Networks, int connections = Connections, int from = 0) =>
        Load.Each(house.Address, [.. Enumerable.Range(from, count).Select(at => (round + 2) * 100_000 + at).Select(number => Ask.Form(paths[number % paths.Count] + "/reply",
            [("name", $"Reader {number}"), ("email", $"reader{number}@readers.example"), ("website", ""), ("text", Letters.Text(number))], status: 303, headers: $"X-Forwarded-For: {Address(number % networks)}\r\n"))], connections);

    /// <summary>An address of that network: each has 24 bits of its own.</summary>
    private static System.Net.IPAddress Address(int network) => new([10, (byte)(network >> 8), (byte)network, 7]);

    private static async Task<(double PerSecond, List<double> Milliseconds)> Bare(BenchHouse house, int round, int count)
    {
        var (writes, vault) = (house.Get<Writes>(), house.Get<AddressVault>());
        await using var db = house.Get<DatelineDbFactory>().Open();
        var stories = await db.Set<Dateline.Stories.Story>().Where(one => one.Status == Dateline.Stories.StoryStatus.Published).OrderBy(one => one.Id).Take(Stories).ToListAsync();
        var made = Enumerable.Range(0, count).Select(at => Rows(vault, stories[at % stories.Count], (round + 2) * 100_000 + 50_000 + at)).ToList(); // the readers' pages change as often as with ours
        var next = -1;
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            for (int at; (at = Interlocked.Increment(ref next)) < made.Count;)
            {
                var rows = made[at];
                var began = Stopwatch.GetTimestamp();
                await writes.Run(async (fresh, cancel) =>
                {
                    await ManyRows.Insert(fresh, [rows.Reply], cancel);
                    await ManyRows.Insert(fresh, [rows.Trace], cancel);
                    await ManyRows.Insert(fresh, [rows.Decision], cancel);
                    await CountedRows.AddOne<SendingCount>(fresh, rows.Keys, rows.Minute, cancel);
                    fresh.Journal.Add(new ReplyReceived(rows.Reply.Id));
                    fresh.Journal.Add(new ReplyPublished(rows.Reply.Id, rows.Reply.StoryKey, rows.Reply.Edition));
                }, CancellationToken.None);
                mine.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            return mine;
        })));
        return (count / watch.Elapsed.TotalSeconds, [.. times.SelectMany(time => time)]);
    }

    private sealed record Same(Reply Reply, ReplyTrace Trace, ReplyDecision Decision, string[] Keys, long Minute);

    private static Same Rows(AddressVault vault, Dateline.Stories.Story story, int number)
    {
        var now = TimeProvider.System.Now();
        var address = $"bare{number}@readers.example";
        var id = Guid.CreateVersion7(now);
        var sender = SenderKeys.Of(vault, Address(number % Networks), address, $"Reader {number}");
        var decision = new ReplyDecision { Id = Guid.CreateVersion7(now), ReplyId = id, Batch = Guid.CreateVersion7(now), From = ReplyState.Held, To = ReplyState.Published, Rule = "open", RuleVersion = 1, At = now };
        var reply = new Reply
        {
            Id = id,
            StoryId = story.Id,
            StoryKey = story.Key,
            Edition = story.Edition,
            Path = ThreadPath.Of(null, id),
            Name = $"Reader {number}",
            EmailCipher = vault.Hide(address),
            AddressKey = sender.Address,
            Body = Body.Plain(Letters.Text(number)),
            SubmittedAt = now,
            PublishedAt = now,
            State = ReplyState.Published,
            DecisionId = decision.Id,
            Findings = [.. Enumerable.Range(0, 14).Select(at => new Finding($"phase-{at}", 1, Says.Pass))],
        };
        var trace = new ReplyTrace { ReplyId = id, StoryId = story.Id, At = now, RepeatKey = vault.Recognise("bare", address)[..SenderKeys.Length], NetworkKey = sender.Network };
        trace.Bear(new MinHash(vault).Of(MatchText.Of(Letters.Text(number)).Line));
        return new Same(reply, trace, decision, [SendingCount.Network(sender.Network), SendingCount.Address(sender.Address), SendingCount.Story(story.Key, id)], SendingCount.MinuteOf(now));
    }

    /// <summary>Two hundred readers a second; how many pages a second they got.</summary>
    private static async Task<double> Read(Uri address, List<string> paths, CancellationToken over)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var line = await Line.Open(address);
        var (count, watch, random) = (0, Stopwatch.StartNew(), new Random(1));
        try
        {
            while (await beat.WaitForNextTickAsync(over))
            {
                await line.Get(new Ask(paths[random.Next(paths.Count)]));
                count++;
            }
        }
        catch (OperationCanceledException)
        {
            // Over.
        }
        return count / watch.Elapsed.TotalSeconds;
    }
}
