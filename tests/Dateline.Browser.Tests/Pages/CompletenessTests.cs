using Dateline.Browser.Tests.House;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Dateline.Browser.Tests.Pages;

public class CompletenessTests(Chromium chromium, DemoHouse demos)
{
    /// <summary>Addresses that show no page of their own, and why.</summary>
    private static readonly Dictionary<string, string> NoPages = new(StringComparer.Ordinal)
    {
        ["/"] = "leads to the first edition",
        ["/desk"] = "leads to the inbox or the queue",
        ["/desk/first-run"] = "there while nobody works here: the journey of the first run looks at it",
        ["/desk/inbox/stream"] = "events",
        ["/desk/replies/stream"] = "events",
        ["/desk/sources/opml"] = "a file",
        ["/health"] = "text",
        ["/reply/opened"] = "text",
        ["/reply/stream/{story}"] = "events",
        ["/robots.txt"] = "text",
        ["/wire/hub/{token}"] = "text, for hubs",
    };

    /// <summary>A new page can't escape: whoever adds one names it in PublicPlaces or StaffPlaces, where axe and the rest look at it.</summary>
    [Fact]
    public async Task Every_page_of_the_program_is_on_the_list()
    {
        var demo = await demos.Open(chromium);
        var routes = ((IEndpointRouteBuilder)demo.House.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).Select(route => "/" + route.RoutePattern.RawText!.Trim('/')).ToHashSet(StringComparer.Ordinal);
        var seen = PublicPlaces.Names.Select(name => PublicPlaces.Of(name, "en", demo)).Concat(StaffPlaces.Names.Select(name => StaffPlaces.Of(name, demo)))
            .Select(place => Best(routes, place.Address.Split('?')[0])).OfType<string>().ToHashSet(StringComparer.Ordinal);

        var missing = routes.Where(route => !seen.Contains(route) && !NoPages.ContainsKey(route) && !IsFile(route)).ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    /// <summary>Feeds, pictures, style sheets, sitemaps and the content API are for programs.</summary>
    private static bool IsFile(string route) =>
        route.StartsWith("/api/", StringComparison.Ordinal) || route.StartsWith("/assets/", StringComparison.Ordinal) || route.Contains("feed.{format}", StringComparison.Ordinal)
        || Path.GetExtension(route) is ".xml" or ".css" or ".jpg" or ".png" or ".atom";

    /// <summary>Of the routes that a path fits, the most literal one: the one that answers.</summary>
    private static string? Best(IEnumerable<string> routes, string path) => routes
        .Where(route => new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(path, []))
        .MaxBy(route => route.Split('/').Sum(part => part.Contains('{', StringComparison.Ordinal) ? 1 : 10));
}
