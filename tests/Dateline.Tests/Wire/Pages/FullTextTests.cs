using System.Net;
using Dateline.Formats;
using Dateline.Foundation.Fetching;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Tests.House;
using Dateline.Wire;
using Dateline.Wire.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Dateline.Tests.Wire.FeedText;

namespace Dateline.Tests.Wire.Pages;

/// <summary>A feed that sends openings with links, and a site with the whole stories on it.</summary>
public class FullTextTests
{
    private const string Whole = """
        <!DOCTYPE html><html lang="en"><head><title>Strait reopens | Harbour Wire</title><meta name="author" content="Nadia Quay"></head><body><nav><a href="/">Home</a></nav>
        <article><h1>Strait reopens</h1><p>The first ships of the convoy passed the strait at dawn, two days after the storm had closed it to all traffic, the harbour office said.</p>
        <p>Pilots who had waited on the northern shore went aboard before five, and the lighthouse keeper counted eleven hulls within the hour. "We had the tide and we had the light," said one of them.</p>
        <p>Fuel will be short for some days more. The islands have asked for two tankers to be sent ahead of the ferries, and the office will answer on Thursday after a meeting with the shipping lines.</p></article>
        <footer>All rights reserved</footer></body></html>
        """;

    private sealed class Place : IAsyncDisposable
    {
        public required WireHouse Wire { get; init; }
        public required Source Source { get; set; }
        public required LoopbackServer Server { get; init; }
        public required Guid Feed { get; init; }

        /// <summary>What the site answers: for each path a text, or a status line.</summary>
        public Dictionary<string, Func<Asked, byte[]>> Site { get; } = new(StringComparer.Ordinal);

        /// <summary>What happens while the page is on its way.</summary>
        public Func<Task>? Meanwhile { get; set; }

        public static async Task<Place> Open(bool agreed = true, bool start = false)
        {
            Place? place = null;
            var server = new LoopbackServer(async (asked, line, stop) =>
            {
                if (asked.Path == "/1" && place!.Meanwhile is { } meanwhile) await meanwhile();
                await line.WriteAsync(place!.Site.TryGetValue(asked.Path, out var answer) ? answer(asked) : LoopbackServer.Answer("404 Not Found"), stop);
            });
            var wire = await WireHouse.Open(start: start);
            var source = (await wire.House.Writes.Run(async (db, stop) => (await SourceChanges.Add(db, new SourceDraft("Harbour Wire", null, "en", FetchesPages: agreed), wire.Now, stop)).Source!, default)).Value;
            place = new Place { Wire = wire, Source = source, Server = server, Feed = await wire.Feed(source, server) };
            place.Site["/feed"] = _ => LoopbackServer.Ok(Rss(place.Entry()));
            place.Site["/1"] = _ => LoopbackServer.Ok(Whole, "Content-Type: text/html; charset=utf-8\r\nETag: \"one\"\r\n");
            return place;
        }

        public string Entry(string headline = "Strait reopens after storm", string text = "The first ships passed at dawn.", string? link = null) =>
            $"<item><guid isPermaLink=\"false\">a</guid><link>{link ?? Server.At("/1").AbsoluteUri}</link><title>{headline}</title><description>{text}</description><source url=\"https://lakes.example/\">Lakes News</source></item>";

        public Task<int> Fetch() => Wire.House.Services.GetRequiredService<FetchPages>().DoWhatIsDue(default);

        public async Task<(WireItem Item, List<WireVersion> Versions, WirePage? Page)> Now()
        {
            var item = Assert.Single(await Wire.Items(Source));
            return (item, await Wire.Versions(item), (await Wire.All<WirePage>()).SingleOrDefault());
        }

        public int Asked(string path) => Server.Requests.Count(asked => asked.Path == path);

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            await Wire.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_page_gives_the_item_its_text_and_the_feeds_credit_stays()
    {
        await using var place = await Place.Open();
        await place.Wire.Poll();
        Assert.Equal(1, await place.Fetch());
        var (item, versions, page) = await place.Now();
        Assert.Equal((2, 2), (item.Number, versions.Count));
        var news = versions.Single(version => version.Number == 2).News;
        Assert.Contains("Fuel will be short", news.Body!.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", news.Body.Content, StringComparison.Ordinal);
        Assert.Equal(("Strait reopens after storm", "Nadia Quay", "Lakes News"), (news.Headline, news.Byline, news.Credit!.Source));
        Assert.Equal((2, null, null), (page!.Version, page.DueAt, page.Failure));
        Assert.InRange(item.Words, 60, 200); // it is compared by its whole text

        await place.Wire.PollAgain(); // the feed says what it said
        Assert.Equal(0, await place.Fetch());
        Assert.Equal(2, (await place.Now()).Item.Number);
    }

    [Fact]
    public async Task Without_the_switch_nothing_is_fetched()
    {
        await using var place = await Place.Open(agreed: false);
        await place.Wire.Poll();
        Assert.Equal(0, await place.Fetch());
        Assert.Equal((0, 0), (place.Asked("/1"), place.Asked("/robots.txt")));
    }

    [Fact]
    public async Task What_has_its_text_is_not_fetched()
    {
        await using var place = await Place.Open();
        place.Site["/feed"] = _ => LoopbackServer.Ok(Rss(place.Entry(text: new string('x', WirePage.LongestOpening + 1))));
        await place.Wire.Poll();
        Assert.Equal(0, await place.Fetch());
    }

    [Fact]
    public async Task Robots_txt_is_asked_first_once_and_obeyed()
    {
        await using var place = await Place.Open();
        place.Site["/robots.txt"] = _ => LoopbackServer.Ok("User-agent: *\nDisallow: /1\n");
        await place.Wire.Poll();
        await place.Fetch();
        var (item, _, page) = await place.Now();
        Assert.Equal((1, 0, null), (item.Number, place.Asked("/1"), page!.DueAt));
        Assert.Contains("robots.txt", page.Failure, StringComparison.Ordinal);

        place.Site["/feed"] = _ => LoopbackServer.Ok(Rss(place.Entry("Strait reopens again")));
        await place.Wire.PollAgain();
        await place.Fetch();
        Assert.Equal((1, 0), (place.Asked("/robots.txt"), place.Asked("/1")));
    }

    [Fact]
    public async Task Robots_txt_is_asked_before_each_hop_of_a_redirect()
    {
        await using var place = await Place.Open();
        place.Site["/robots.txt"] = _ => LoopbackServer.Ok("User-agent: *\nDisallow: /private/\n");
        place.Site["/1"] = _ => LoopbackServer.Redirect("/2");
        place.Site["/2"] = _ => LoopbackServer.Redirect("/private/secret");
        place.Site["/private/secret"] = _ => LoopbackServer.Ok(Whole);
        await place.Wire.Poll();
        await place.Fetch();
        var (item, _, page) = await place.Now();
        Assert.Equal((1, 1, 0, 1), (item.Number, place.Asked("/2"), place.Asked("/private/secret"), place.Asked("/robots.txt")));
        Assert.Contains("robots.txt", page!.Failure, StringComparison.Ordinal);
        Assert.Null(page.DueAt);

        place.Site["/2"] = _ => LoopbackServer.Redirect("/open");
        place.Site["/open"] = _ => LoopbackServer.Ok(Whole);
        place.Site["/feed"] = _ => LoopbackServer.Ok(Rss(place.Entry("Strait reopens again")));
        await place.Wire.PollAgain();
        await place.Fetch();
        Assert.Contains("Fuel will be short", (await place.Now()).Versions.MaxBy(version => version.Number)!.News.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_a_host_that_is_not_theirs_is_not_followed()
    {
        await using var place = await Place.Open();
        await using var elsewhere = new LoopbackServer(_ => LoopbackServer.Ok(Whole));
        var foreign = $"http://localhost:{elsewhere.EndPoint.Port}/1";
        await place.Wire.House.Writes.Run(async (db, stop) => (await db.Set<Feed>().AsTracking().FirstAsync(stop)).AllowPrivate += $", localhost:{elsewhere.EndPoint.Port}", default);
        place.Site["/1"] = _ => LoopbackServer.Redirect(foreign);
        await place.Wire.Poll();
        await place.Fetch();
        Assert.Empty(elsewhere.Requests);
        Assert.Contains("localhost", (await place.Now()).Page!.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_at_once_ask_for_robots_txt_once()
    {
        await using var place = await Place.Open();
        var (asked, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = new LoopbackServer(async (_, line, stop) =>
        {
            asked.TrySetResult();
            await answered.Task.WaitAsync(stop);
            await line.WriteAsync(LoopbackServer.Ok("User-agent: *\nDisallow: /closed\n"), stop);
        });
        var rules = place.Wire.House.Services.GetRequiredService<SiteRules>();
        var allowed = new HashSet<HostPort> { HostPort.Of(server.At("/")) };
        var pages = new[] { "/1", "/2", "/closed", "/4" }.Select(path => rules.Refuse(server.At(path), allowed, default)).ToArray();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        answered.SetResult();
        Assert.Equal([true, true, false, true], (await Task.WhenAll(pages)).Select(refused => refused is null));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_robots_txt_of_any_length_is_read_up_to_its_last_whole_line()
    {
        await using var place = await Place.Open();
        var rules = "User-agent: *\nDisallow: /1/closed\n";
        var filling = string.Concat(Enumerable.Repeat("# nothing to see\n", 40_000))[..(RobotsTxt.LongestFile - rules.Length - "\nDisallow: /".Length)];
        place.Site["/robots.txt"] = _ => LoopbackServer.Ok(rules + filling + "\nDisallow: /private\n");
        await place.Wire.Poll();
        await place.Fetch();
        Assert.Equal(2, (await place.Now()).Item.Number);
    }

    [Fact]
    public async Task While_robots_txt_cannot_be_read_nothing_is_fetched_and_then_it_is()
    {
        await using var place = await Place.Open();
        place.Site["/robots.txt"] = _ => LoopbackServer.Answer("500 Oops");
        await place.Wire.Poll();
        await place.Fetch();
        Assert.Equal(0, place.Asked("/1"));
        Assert.NotNull((await place.Now()).Page!.DueAt);
        place.Site.Remove("/robots.txt"); // 404: nothing is said
        place.Wire.House.Clock.Advance(TimeSpan.FromMinutes(1));
        await place.Fetch();
        Assert.Equal(2, (await place.Now()).Item.Number);
    }

    [Fact]
    public async Task A_changed_entry_asks_conditionally_and_keeps_the_text()
    {
        await using var place = await Place.Open();
        await place.Wire.Poll();
        await place.Fetch();
        place.Site["/feed"] = _ => LoopbackServer.Ok(Rss(place.Entry("Strait is open")));
        place.Site["/1"] = asked => asked["if-none-match"] == "\"one\"" ? LoopbackServer.Answer("304 Not Modified") : LoopbackServer.Answer("500 Unasked");
        await place.Wire.PollAgain();
        await place.Fetch();
        var (item, versions, _) = await place.Now();
        Assert.Equal(4, item.Number);
        var news = versions.Single(version => version.Number == 4).News;
        Assert.Equal("Strait is open", news.Headline);
        Assert.Contains("Fuel will be short", news.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_killed_stays_killed()
    {
        await using var place = await Place.Open();
        await place.Wire.Poll();
        place.Meanwhile = () => place.Wire.House.Writes.Run(async (db, stop) => await new Receiving(db, await db.Set<Feed>().FirstAsync(stop), place.Wire.Now).Take(new Tombstone("a"), stop), default);
        await place.Fetch();
        var (item, versions, _) = await place.Now();
        Assert.NotNull(item.KilledAt);
        Assert.Equal((1, PubStatus.Canceled), (versions.Count, item.Status));
    }

    [Fact]
    public async Task A_page_that_fails_is_asked_again_a_few_times_and_says_why()
    {
        await using var place = await Place.Open();
        place.Site["/1"] = _ => LoopbackServer.Answer("503 Busy");
        await place.Wire.Poll();
        for (var round = 0; round < 8; round++)
        {
            await place.Fetch();
            place.Wire.House.Clock.Advance(TimeSpan.FromHours(3));
        }
        var (item, _, page) = await place.Now();
        Assert.Equal((1, WirePage.Tries, null), (item.Number, page!.Attempts, page.DueAt));
        Assert.Contains("503", page.Failure, StringComparison.Ordinal);
        Assert.Equal(WirePage.Tries, place.Asked("/1"));
    }

    [Fact]
    public async Task A_page_elsewhere_is_not_covered_by_the_contract()
    {
        await using var place = await Place.Open();
        place.Site["/feed"] = _ => LoopbackServer.Ok(Rss(place.Entry(link: "https://elsewhere.example/1")));
        await place.Wire.Poll();
        await place.Fetch();
        Assert.Contains("elsewhere.example", (await place.Now()).Page!.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_wall_is_no_text()
    {
        await using var place = await Place.Open();
        place.Site["/1"] = _ => LoopbackServer.Ok("<!DOCTYPE html><html><body><form><p>Sign in to read.</p></form></body></html>");
        await place.Wire.Poll();
        await place.Fetch();
        var (item, _, page) = await place.Now();
        Assert.Equal(1, item.Number);
        Assert.NotNull(page!.Failure);
    }

    [Fact]
    public async Task The_sources_page_says_why_a_page_gave_no_text_and_asks_again()
    {
        await using var place = await Place.Open(start: true);
        place.Site["/1"] = _ => LoopbackServer.Answer("410 Gone");
        await place.Wire.Poll();
        await place.Fetch();
        using var desk = await place.Wire.House.SignIn(Role.Administrator);
        var path = $"/desk/sources/{place.Source.Id}";
        var page = await desk.GetStringAsync(new Uri(path, UriKind.Relative));
        Assert.Contains("gone for good (410)", page, StringComparison.Ordinal);
        Assert.Contains("name=\"pages\" value=\"pages\" checked", page, StringComparison.Ordinal);

        place.Site["/1"] = _ => LoopbackServer.Ok(Whole);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.Send($"{path}/pages/{(await place.Now()).Page!.Id}")).StatusCode);
        await place.Fetch();
        Assert.Equal(2, (await place.Now()).Item.Number);
        Assert.DoesNotContain("gone for good", await desk.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
    }
}
