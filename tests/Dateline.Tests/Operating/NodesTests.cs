using System.Net;
using Dateline.Desk;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dateline.Tests.Operating;

/// <summary>Several nodes on one database.</summary>
public class NodesTests
{
    private static readonly Editor Editor = new(Guid.CreateVersion7(), "Mara", Role.Editor);

    [Fact]
    public async Task What_one_node_publishes_or_kills_the_other_shows_or_forgets_though_its_cache_was_warm()
    {
        await using var first = await TestHouse.Open();
        var cast = await Cast.Enter(first);
        await using var second = await TestHouse.Open(beside: first);
        Assert.DoesNotContain("Strait reopens", (await second.Get("/en")).Text, StringComparison.Ordinal); // warms it

        var story = await cast.Publish(first, cast.Carried("Strait reopens", "The first ships of the convoy passed."));
        await Eventually.Holds(async () => (await second.Get("/en")).Text.Contains("Strait reopens", StringComparison.Ordinal), "the other node's front page has it");
        Assert.Equal(HttpStatusCode.OK, (await second.Get(story.Path)).Status);

        await first.Write(async (db, stop) => Assert.True((await KillStory.Perform(db, story.Id, "It could not be confirmed.", Editor, first.Clock.Now(), stop)).Done));
        await Eventually.Holds(async () => (await second.Get(story.Path)).Status == HttpStatusCode.Gone, "the other node has forgotten the page");
        Assert.DoesNotContain("Strait reopens", (await second.Get("/en")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_node_does_no_background_work_and_a_worker_answers_nobody()
    {
        await using var web = await TestHouse.Open(options: one => one with { Worker = false });
        var cast = await Cast.Enter(web);
        await using var worker = await TestHouse.Open(beside: web, options: one => one with { Web = false });
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Get("/en")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Get("/desk/sign-in")).Status);

        // The story is in the search index, though the node that took it indexes nothing.
        await cast.Publish(web, cast.Carried("Strait reopens", "The first ships of the convoy passed."));
        await Eventually.Holds(async () => (await web.Get("/en/search?q=convoy")).Text.Contains("Strait reopens", StringComparison.Ordinal), "the worker indexed it");
        Assert.DoesNotContain(web.Services.GetServices<IHostedService>(), one => one.GetType().Namespace!.StartsWith("Dateline.Search", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_says_that_it_is_well()
    {
        await using var house = await TestHouse.Open(options: one => one with { Web = false });
        await Eventually.Holds(async () => (await house.Get("/health")) is { Status: HttpStatusCode.OK, Text: "well\n" }, "the node is in contact");
    }

    [Fact]
    public async Task Nodes_with_keys_in_one_place_know_each_others_staff()
    {
        await using var first = await TestHouse.Open(options: WithKeys);
        await using var second = await TestHouse.Open(beside: first, options: WithKeys);
        using var browser = first.Browser();
        var staff = await first.Hire(Role.Administrator, "Nadia Karim", "nadia@meridian.example");
        using var entered = await browser.Send(await first.WelcomeLink(staff.Id, asksPassword: false));
        using var there = second.Client();
        there.DefaultRequestHeaders.Add("Cookie", string.Join("; ", entered.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        using var page = await there.GetAsync(new Uri("/desk/me", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.False(Directory.Exists(Path.Combine(first.Storage.DataFolder, "keys")));

        static DatelineOptions WithKeys(DatelineOptions one) => one with { Keys = Path.Combine(one.DataFolder, "shared-keys") };
    }
}
