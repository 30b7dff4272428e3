namespace Dateline.Browser.Tests.House;

/// <summary>
/// A tab that goes from page to page of the demo, as a person's does; one for who is signed in and one for who isn't.
/// A browser of its own for each page, new to all its scripts, would cost as much as all that is looked at.
/// </summary>
public sealed class PageTab(Chromium chromium, DemoHouse demo) : IAsyncDisposable
{
    private readonly Dictionary<string, Visitor> _visitors = new(StringComparer.Ordinal);

    /// <summary>The tab, as wide as is asked, in light. Tests of a class come to it one after the other.</summary>
    internal async Task<Visitor> Open(int width, string? signedIn, string language = "en-GB")
    {
        var key = $"{language} {signedIn}";
        if (!_visitors.TryGetValue(key, out var visitor))
            visitor = _visitors[key] = await chromium.Visit((await demo.Open(chromium)).House, width, signedIn: signedIn, language: language);
        await visitor.Resize(width);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = Microsoft.Playwright.ColorScheme.Light });
        visitor.Forget();
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors.Values) await visitor.DisposeAsync();
    }
}
