using Dateline.Browser.Tests.House;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Pages;

/// <summary>
/// Pictures of the pages that people judge us by, into the folder that DATELINE_SCREENSHOTS names. Without it the same
/// pages are only opened: that each has something to look at is tested all the same.
/// </summary>
public class ScreenshotTests(Chromium chromium, DemoHouse demos)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("DATELINE_SCREENSHOTS");

    public static TheoryData<string, string> All() => new()
    {
        { "front", "main .lead img" }, { "story", "main figure img" }, { "right-to-left-front", "main .lead" }, { "right-to-left-story", "main figure img" }, { "persian-story", "main h1" }, { "correction", ".correction" },
        { "inbox", "[data-row]" }, { "inbox-item", "#panel h2" }, { "editor", "#body" }, { "right-to-left-editor", "#body" }, { "moderation", ".waiting" }, { "stories", ".ledger" }, { "conflict", ".version-mine" }, { "source", "#feeds" }, { "sign-in", "form" },
    };

    [Theory, MemberData(nameof(All))]
    public async Task The_pages_that_people_judge_by_have_something_to_show(string name, string shows)
    {
        var demo = await demos.Open(chromium);
        foreach (var width in PageChecks.Widths)
            foreach (var colors in Folder is { Length: > 0 } ? new[] { ColorScheme.Light, ColorScheme.Dark } : [ColorScheme.Light])
            {
                await using var visitor = await chromium.Visit(demo.House, width, colors: colors, signedIn: name == "sign-in" ? null : demo.SignedIn);
                await Of(name, demo).Show(visitor);
                await Assertions.Expect(visitor.Page.Locator(shows).First).ToBeVisibleAsync();
                if (Folder is not { Length: > 0 } folder) continue;
                Directory.CreateDirectory(folder);
                // Pictures below the fold come when one scrolls to them.
                await visitor.Page.EvaluateAsync("() => Promise.all([...document.images].map(it => { it.loading = 'eager'; return it.decode().catch(() => {}); }))");
                await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{colors}.png".ToLowerInvariant()), FullPage = true });
            }
    }

    private static Place Of(string name, Demo demo) => name switch
    {
        "front" => new(name, "/en"),
        "story" => new(name, demo.Stories["en"].WithReplies),
        "right-to-left-front" => new(name, "/ar"),
        "right-to-left-story" => new(name, demo.Stories["ar"].WithReplies),
        "persian-story" => new(name, demo.Stories["fa"].Carried),
        "correction" => new(name, demo.Stories["en"].Corrected),
        "inbox-item" => new(name, $"/desk/inbox/{demo.Desk.WireItem}"),
        "editor" => new(name, $"/desk/stories/{demo.Desk.Draft}"),
        "right-to-left-editor" => new(name, $"/desk/stories/{demo.Desk.ArabicDraft}"),
        "moderation" => new(name, "/desk/replies"),
        "stories" => new(name, "/desk/stories?show=published"),
        "source" => new(name, $"/desk/sources/{demo.Desk.Source}"),
        "sign-in" => new(name, "/desk/sign-in"),
        _ => StaffPlaces.Of(name, demo),
    };
}
