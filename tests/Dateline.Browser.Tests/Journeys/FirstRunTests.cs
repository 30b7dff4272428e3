using System.Text.RegularExpressions;
using Dateline.Browser.Tests.House;
using Dateline.Browser.Tests.Pages;
using Dateline.Formats;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Journeys;

public partial class FirstRunTests(Chromium chromium)
{
    /// <summary>From an empty folder to a carried story that a reader reads; at the desk nothing but keys is touched.</summary>
    [Fact]
    public async Task An_empty_house_becomes_an_agency_and_carries_its_first_story()
    {
        await using var wire = await PartnerWire.Open();
        var console = new LogLines();
        await using var house = await OpenHouse.Open(program =>
        {
            wire.Reach(program);
            program.Logging.AddProvider(console);
        });
        await using var administrator = await chromium.Visit(house);

        await OpenTheNewsroom(administrator, Code().Match(string.Join('\n', console.All)).Groups["code"].Value);
        // The inbox stays open beside; what comes must show in it by itself.
        var inbox = await administrator.Page.Context.NewPageAsync();
        await inbox.GotoAsync("/desk/inbox");
        await Assertions.Expect(inbox.Locator("[data-live]")).ToHaveTextAsync("Live");
        wire.Items.Add(Convoy());
        await AddSource(administrator);
        await PickUp(inbox);
        await Publish(inbox);
        administrator.AssertQuiet();
        await ReadIt(house);
    }

    private static NewsItem Convoy() => new()
    {
        Uri = "https://harbourwire.example/convoy",
        Headline = "First convoy in eleven days enters the strait",
        Body = new NewsBody("<p>Fourteen ships entered the strait at dawn, the port master said.</p><p>Pilots had refused to sail since the storm.</p>", BodyKind.Html),
        Language = "en",
        Published = TimeProvider.System.GetUtcNow().AddMinutes(-5),
        Links = [new Link("alternate", "https://harbourwire.example/convoy", "text/html")],
    };

    private static async Task OpenTheNewsroom(Visitor administrator, string code)
    {
        var (page, keys) = (administrator.Page, administrator.Page.Keyboard);
        await administrator.GoTo("/desk");
        Assert.Equal("/desk/first-run", administrator.Path);
        await Axe.AssertNoViolation(page, "first run");
        Markup.AssertStrict(await (await administrator.GoTo("/desk/first-run")).TextAsync(), "first run");

        await page.GetByLabel("Code from the console").FocusAsync();
        await keys.TypeAsync("WRNG-CDE2");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Meridian Press Association");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("MERIDIAN");
        await keys.PressAsync("Tab"); // language
        await keys.PressAsync("Tab"); // time zone
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Nadia Karim");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("nadia@meridian.example");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("a sentence is a good password");
        administrator.ExpectRefusal("/desk/first-run");
        await keys.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("isn’t the code");
        await Assertions.Expect(page.GetByLabel("Your name")).ToHaveValueAsync("Nadia Karim");
        await Assertions.Expect(page.GetByLabel("Password")).ToHaveValueAsync("");
        await Axe.AssertNoViolation(page, "first run, refused");
        await page.GetByLabel("Code from the console").FillAsync(code);
        await page.GetByLabel("Password").FillAsync("a sentence is a good password");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Desk" })).ToBeVisibleAsync();
    }

    private static async Task AddSource(Visitor administrator)
    {
        var (page, keys) = (administrator.Page, administrator.Page.Keyboard);
        await administrator.GoTo("/desk/sources");
        await keys.PressAsync("c");
        await page.GetByLabel("Name as readers see it").FillAsync("Harbour Wire");
        await page.GetByLabel("Its own site").FillAsync("https://harbourwire.example/");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Language" }).FillAsync("en");
        await keys.PressAsync("Control+s");
        await page.GetByLabel("Feed address").FillAsync(PartnerWire.Feed);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("The feed is added and is being asked.")).ToBeVisibleAsync();
    }

    private static async Task PickUp(IPage inbox)
    {
        await Assertions.Expect(inbox.Locator(".wire-item")).ToHaveCountAsync(1, new() { Timeout = 30_000 }); // by itself
        await Assertions.Expect(inbox.Locator(".count")).ToHaveTextAsync("1 waiting");
        await inbox.Keyboard.PressAsync("j");
        await Assertions.Expect(inbox.Locator(".wire-item a")).ToBeFocusedAsync();
        await inbox.Keyboard.PressAsync("Enter");
        await Assertions.Expect(inbox.Locator("#panel h2")).ToContainTextAsync("First convoy in eleven days");
        await inbox.Keyboard.PressAsync("p");
        await Assertions.Expect(inbox.GetByText("Picked up. The credit came with it.")).ToBeVisibleAsync();
    }

    private static async Task Publish(IPage desk)
    {
        await desk.GetByLabel("Headline").FillAsync("Convoy enters the strait, the first in eleven days");
        await desk.GetByLabel("Place").FillAsync("Port Selwyn");
        await desk.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(desk.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();

        await desk.GetByRole(AriaRole.Link, new() { Name = "Preview" }).FocusAsync();
        await desk.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Harbour Wire/ Convoy enters the strait, the first in eleven days");
        await Assertions.Expect(desk.Locator("meta[name=robots]")).ToHaveAttributeAsync("content", "noindex");
        await desk.GoBackAsync();

        await desk.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(desk.GetByText("Published.", new() { Exact = true })).ToBeVisibleAsync();
    }

    private async Task ReadIt(OpenHouse house)
    {
        await using var reader = await chromium.Visit(house, width: 390);
        var page = reader.Page;
        await reader.GoTo("/");
        await Assertions.Expect(page.Locator(".lead .headline")).ToHaveTextAsync("Harbour Wire/ Convoy enters the strait, the first in eleven days");
        await page.GetByRole(AriaRole.Link, new() { Name = "Convoy enters the strait" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Harbour Wire/ Convoy enters the strait, the first in eleven days");
        await Assertions.Expect(page.Locator(".story-body p").First).ToHaveTextAsync(new Regex("^MERIDIAN \\(Meridian Press Association\\), Port Selwyn- +Fourteen ships entered the strait at dawn, the port master said\\.$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var credits = page.GetByRole(AriaRole.Region, new() { Name = "Where this story comes from" });
        await Assertions.Expect(credits.Locator(".station-role")).ToHaveTextAsync(["Original", "Published here"]);
        await Assertions.Expect(credits.Locator(".station-name")).ToHaveTextAsync(["Harbour Wire", "Meridian Press Association"]);
        await Assertions.Expect(credits.GetByRole(AriaRole.Link, new() { Name = "Read it at Harbour Wire" })).ToHaveAttributeAsync("href", "https://harbourwire.example/convoy");
        await PageChecks.AssertNoSidewaysScroll(page, "the first story");
        reader.AssertQuiet();
    }

    [GeneratedRegex("with the code (?<code>[A-Z0-9]{4}-[A-Z0-9]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
