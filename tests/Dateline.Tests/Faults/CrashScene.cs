using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Dateline.People;
using Dateline.Replies;
using Dateline.Stories;
using Dateline.Tests.Desk.Stories;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dateline.Tests.Faults;

/// <summary>
/// An agency at work in a process of its own: an editor publishes, corrects nothing and kills some, readers reply, a partner's
/// feed brings many items at once. It remembers what the program said was done.
/// </summary>
internal sealed class CrashScene : IAsyncDisposable
{
    private const int ItemsInRound = 150; // three batches of the wire: a crash can fall between them
    private readonly LoopbackServer _partner;
    private readonly ConcurrentQueue<Story> _drafts = [];
    private string _cookie = "";
    private int _served;
    private int _from;
    private int _reader;

    private CrashScene(TestHouse house, Cast cast)
    {
        (House, Cast) = (house, cast);
        _partner = new LoopbackServer(asked =>
        {
            // By its ETag the program says what it has kept; a sender drops that from its feed and never sends it again.
            if (int.TryParse(asked["if-none-match"]?.Trim('"'), CultureInfo.InvariantCulture, out var kept)) _from = Math.Max(_from, kept);
            FeedSent?.Invoke();
            return _from == _served ? LoopbackServer.Answer("304 Not Modified")
                : LoopbackServer.Ok(Wire.FeedText.Rss([.. Enumerable.Range(_from, _served - _from).Select(n => Wire.FeedText.Item($"item-{n}", $"Tanker {n} passes"))]), $"ETag: \"{_served}\"\r\n");
        });
    }

    public TestHouse House { get; }

    public Cast Cast { get; }

    public Story Open { get; private set; } = null!;

    /// <summary>A story whose replies are public at once, unless a rule holds them.</summary>
    public Story Talk { get; private set; } = null!;

    public ConcurrentQueue<Story> Published { get; } = [];

    public ConcurrentQueue<Story> Killed { get; } = [];

    public ConcurrentQueue<string> Readers { get; } = [];

    /// <summary>Of the readers those who were shown their reply.</summary>
    public ConcurrentQueue<string> Shown { get; } = [];

    /// <summary>How many items the partner has in its feed.</summary>
    public int Served => _served;

    /// <summary>Called each time something was acknowledged.</summary>
    public Action? Acknowledged { get; set; }

    /// <summary>Called when the partner hands out its feed.</summary>
    public Action? FeedSent { get; set; }

    public static async Task<CrashScene> Enter()
    {
        var house = await TestHouse.Open(builder => builder.Services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)), start: false);
        var scene = new CrashScene(house, await Cast.Enter(house));
        scene.Open = await scene.Cast.Publish(house, scene.Cast.Carried("Strait reopens", "The first ships of the convoy passed."));
        scene.Talk = await scene.Cast.Publish(house, scene.Cast.Carried("Harbour talks go on", "Both sides met at noon."));
        await house.Writes.Run(async (db, stop) =>
        {
            db.Add(new DiscussionRule { Scope = DiscussionRule.OfStory(scene.Talk.Key), Mode = DiscussionMode.Open });
            var (feed, refusal) = await SourceChanges.AddFeed(db, scene.Cast.HarbourWire.Id, scene._partner.At("/feed").AbsoluteUri, "en", 2, $"127.0.0.1:{scene._partner.EndPoint.Port}", TimeProvider.System.GetUtcNow(), stop);
            Assert.Null(refusal);
            Assert.NotNull(feed);
        }, default);
        return scene;
    }

    /// <summary>The editor comes in, once: the cookie outlives every crash.</summary>
    public async Task SignIn(RunningProgram program)
    {
        var editor = await House.Hire(Role.Editor, "Mara Lind", "mara@meridian.example");
        var link = await House.WelcomeLink(editor.Id, asksPassword: false);
        using var browser = program.Browser();
        using var answer = await browser.Send(link);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        _cookie = string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }

    /// <summary>Drafts for the editor and news from the partner, while the program is down; nobody's lease outlives it.</summary>
    public async Task Prepare(int round)
    {
        _served += ItemsInRound;
        await House.Writes.Run(async (db, stop) =>
        {
            while (_drafts.Count < 40)
            {
                var story = Cast.Carried($"Tanker {Word(round, _drafts.Count)} leaves harbour", "Pilots boarded at dawn.");
                db.Add(story);
                _drafts.Enqueue(story);
            }
            foreach (var feed in db.Set<Feed>()) (feed.LeasedUntil, feed.DueAt) = (null, DateTimeOffset.UtcNow);
            await Task.CompletedTask;
        }, default);
    }

    /// <summary>A name that no other story has, to search for.</summary>
    private static string Word(int round, int n) => string.Create(CultureInfo.InvariantCulture, $"Zarina{(char)('a' + round % 26)}{(char)('a' + round / 26 % 26)}{(char)('a' + n % 26)}{(char)('a' + n / 26)}");

    /// <summary>Everybody works until the program is gone.</summary>
    public async Task Work(RunningProgram program) => await Task.WhenAll(Edit(program), Reply(program), Reply(program), Reply(program));

    private async Task Edit(RunningProgram program)
    {
        using var browser = program.Browser(_cookie);
        try
        {
            while (_drafts.TryDequeue(out var story))
            {
                var form = await EditorForm.Open(browser, story.Id);
                if ((await form.Send("/publication")).Status != HttpStatusCode.SeeOther) Assert.Fail($"{story.Headline} could not be published");
                Published.Enqueue(story);
                Acknowledged?.Invoke();
                if (Published.Count % 3 != 0) continue;
                using var kill = await browser.Send($"/desk/stories/{story.Id}/kill", ("reason", "It could not be confirmed."), ("sure", "yes"));
                Assert.Equal(HttpStatusCode.SeeOther, kill.StatusCode);
                Killed.Enqueue(story);
                Acknowledged?.Invoke();
            }
        }
        catch (Exception failure) when (RunningProgram.Died(failure)) { }
    }

    private async Task Reply(RunningProgram program)
    {
        using var browser = program.Browser();
        try
        {
            while (true)
            {
                var n = Interlocked.Increment(ref _reader);
                var name = string.Create(CultureInfo.InvariantCulture, $"Reader {n}");
                browser.DefaultRequestHeaders.Remove("X-Forwarded-For");
                browser.DefaultRequestHeaders.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{(n >> 8) & 255}.{n & 255}.7")); // each from a network of its own
                var (where, text) = (n % 2 == 0 ? Open : Talk, $"I saw ship number {n} myself.");
                if (n % 3 == 0) text += $" https://one.example/{n} https://two.example/{n}"; // more links than pass
                using var answer = await browser.Send(where.Path + "/reply", ("name", name), ("email", $"reader{n}@example.org"), ("website", ""), ("text", text));
                if (answer.StatusCode == HttpStatusCode.TooManyRequests) continue;
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
                Readers.Enqueue(name);
                if (answer.Headers.Location!.OriginalString.Contains("#reply-", StringComparison.Ordinal)) Shown.Enqueue(name);
                Acknowledged?.Invoke();
            }
        }
        catch (Exception failure) when (RunningProgram.Died(failure)) { }
    }

    public async ValueTask DisposeAsync()
    {
        await _partner.DisposeAsync();
        await House.DisposeAsync();
    }
}
