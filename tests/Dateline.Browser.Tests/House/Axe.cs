using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.House;

/// <summary>
/// axe-core over a page as it stands: all rules of WCAG 2.2 A and AA and of best practice, none left out. The script goes
/// in through the debugger, as the page's own policy lets nobody else's in; the policy stays in force.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>The rules that ask for colours. On a page that was looked at in light, dark differs in nothing else.</summary>
    private static readonly string[] Colors = ["color-contrast", "link-in-text-block"];

    private const string Run = """
        async ({ type, values }) => {
          const result = await axe.run(document, { runOnly: { type, values }, resultTypes: ['violations'] });
          return {
            rules: result.passes.length + result.violations.length + result.incomplete.length,
            violations: result.violations.map(rule => `${rule.id}: ${rule.help}\n`
              + rule.nodes.slice(0, 4).map(node => `    ${node.target.join(' ')}\n      ${node.html.slice(0, 160)}\n      ${node.failureSummary.replaceAll('\n', ' ')}`).join('\n')),
          };
        }
        """;

    public static Task AssertNoViolation(IPage page, string where) => Look(page, where, new { type = "tag", values = Everything }, fewest: 16);

    /// <summary>Once more in other colours, on a page whose every rule was looked at.</summary>
    public static Task AssertColors(IPage page, string where) => Look(page, where, new { type = "rule", values = Colors }, fewest: 1);

    private static async Task Look(IPage page, string where, object rules, int fewest)
    {
        await page.EvaluateAsync("scrollTo(0, 0)"); // what a bar that stays at the edge covers changes with every line that one scrolls
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script + "; null");
        var found = await page.EvaluateAsync<JsonElement>(Run, rules);
        Assert.True(found.GetProperty("rules").GetInt32() >= fewest, $"axe looked at next to nothing on {where}");
        var violations = found.GetProperty("violations").EnumerateArray().Select(one => one.GetString()).ToList();
        Assert.True(violations.Count == 0, $"{where}:\n{string.Join('\n', violations)}");
    }
}
