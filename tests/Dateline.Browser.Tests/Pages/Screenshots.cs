using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Pages;

/// <summary>Pictures of all the pages, for people to look at, into the folder that DATELINE_SCREENSHOTS names.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("DATELINE_SCREENSHOTS");

    public static async Task Take(IPage page, string name)
    {
        if (Folder is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        // Pictures below the fold come when one scrolls to them.
        await page.EvaluateAsync("() => Promise.all([...document.images].map(it => { it.loading = 'eager'; return it.decode().catch(() => {}); }))");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name.Replace(' ', '-').Replace("’", "", StringComparison.Ordinal).ToLowerInvariant() + ".png"), FullPage = true });
    }
}
