using Microsoft.Playwright;

namespace Dateline.Browser.Tests.House;

/// <summary>Tabs of one browser. A browser without windows shows them all at once; here one is put behind the others, as the browser tells a page.</summary>
internal static class Tab
{
    public static Task Show(this IPage tab) => tab.EvaluateAsync(Turn, false);

    public static Task Hide(this IPage tab) => tab.EvaluateAsync(Turn, true);

    private const string Turn = """
        hidden => {
          Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });
          Object.defineProperty(document, 'visibilityState', { get: () => hidden ? 'hidden' : 'visible', configurable: true });
          document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
        }
        """;
}
