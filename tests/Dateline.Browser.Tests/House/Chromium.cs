using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Dateline.Browser.Tests.House.Chromium))]

namespace Dateline.Browser.Tests.House;

/// <summary>The one browser of the whole run: the system's Chromium, without the windows around its pages where that is packaged, driven by what the Playwright package brings along.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        // The bounds only end a test that would hang; passing never depends on them.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("DATELINE_CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists) ?? Places[0],
            // No sandbox where tests run as root or in a container; no background traffic, so that a request to a stranger is ours.
            Args = ["--no-sandbox", "--disable-background-networking", "--force-color-profile=srgb"],
        });
    }

    /// <summary>Somebody at a browser of their own: own cookies, own screen.</summary>
    /// <param name="policy">False: the browser doesn't heed what our pages forbid themselves.</param>
    internal async Task<Visitor> Visit(OpenHouse house, int width = 1280, bool scripts = true, ColorScheme colors = ColorScheme.Light, string? signedIn = null, bool policy = true, string language = "en-GB")
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = house.Address,
            ViewportSize = new() { Width = width, Height = Height(width) },
            JavaScriptEnabled = scripts,
            ColorScheme = colors,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = language,
            StorageState = signedIn,
            BypassCSP = !policy,
        });
        context.SetDefaultTimeout(30_000);
        return new Visitor(house, context, await context.NewPageAsync());
    }

    /// <summary>px: a phone's, or a desk's.</summary>
    internal static int Height(int width) => width < 600 ? 844 : 900;

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
