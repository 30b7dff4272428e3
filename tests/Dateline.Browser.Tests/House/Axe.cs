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

    private const string Run = """
        async () => {
          const result = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
          });
          return {
            rules: result.passes.length + result.violations.length + result.incomplete.length,
            violations: result.violations.map(rule => `${rule.id}: ${rule.help}\n`
              + rule.nodes.slice(0, 4).map(node => `    ${node.target.join(' ')}\n      ${node.html.slice(0, 160)}\n      ${node.failureSummary.replaceAll('\n', ' ')}`).join('\n')),
          };
        }
        """;

    public static async Task AssertNoViolation(IPage page, string where)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script + "; null");
        var found = await page.EvaluateAsync<JsonElement>(Run);
        Assert.True(found.GetProperty("rules").GetInt32() > 15, $"axe looked at next to nothing on {where}");
        var violations = found.GetProperty("violations").EnumerateArray().Select(one => one.GetString()).ToList();
        Assert.True(violations.Count == 0, $"{where}:\n{string.Join('\n', violations)}");
    }
}
