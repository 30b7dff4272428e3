using Dateline.Foundation.Pages;
using Dateline.Layout;
using Dateline.Tests.House;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Architecture;

/// <summary>Every address of the program and who may ask it, approved line by line: a new one is a decision, not an accident.</summary>
public class RouteListTests
{
    /// <summary>Methods, address, who may: "anybody" with the surface it is, or the reason why it is none.</summary>
    private const string Approved = """
        GET /desk/editions/new: Administrator
        GET /desk/editions/{code}: Administrator
        GET /desk/editions: Administrator
        GET /desk/inbox/stream: Journalist
        GET /desk/inbox/{id:guid}/versions: Journalist
        GET /desk/inbox/{id:guid}: Journalist
        GET /desk/inbox: Journalist
        GET /desk/me: Staff
        GET /desk/people/{id:guid}: Administrator
        GET /desk/people: Administrator
        GET /desk/pictures/{id:guid}/{width:int}.jpg: Journalist
        GET /desk/refused: Staff
        GET /desk/replies/appeals: Moderator
        GET /desk/replies/bans: Moderator
        GET /desk/replies/checks: Administrator
        GET /desk/replies/figures: Moderator
        GET /desk/replies/filter: Moderator
        GET /desk/replies/log: Moderator
        GET /desk/replies/reports: Moderator
        GET /desk/replies/rules: Moderator
        GET /desk/replies/stream: Moderator
        GET /desk/replies/test: Moderator
        GET /desk/replies/words: Moderator
        GET /desk/replies/{id:guid}/answer: Staff
        GET /desk/replies/{id:guid}/ban: Moderator
        GET /desk/replies/{id:guid}/history: Moderator
        GET /desk/replies/{id:guid}/sender: Moderator
        GET /desk/replies/{id:guid}/words: Staff
        GET /desk/replies: Moderator
        GET /desk/sources/new: Administrator
        GET /desk/sources/opml: Administrator
        GET /desk/sources/{id:guid}: Administrator
        GET /desk/sources: Administrator
        GET /desk/stories/new: Journalist
        GET /desk/stories/{id:guid}/preview: Journalist
        GET /desk/stories/{id:guid}/revisions/{version:int}: Journalist
        GET /desk/stories/{id:guid}/wire: Journalist
        GET /desk/stories/{id:guid}: Journalist
        GET /desk/stories: Journalist
        GET /desk/topics/new: Administrator
        GET /desk/topics/{key}: Administrator
        GET /desk: Staff
        GET,HEAD /: anybody: redirects to the first edition
        GET,HEAD /api/v1/stories/{key}: anybody: surface, content API
        GET,HEAD /api/v1/{edition}/stories: anybody: surface, content API
        GET,HEAD /assets/{name}: anybody
        GET,HEAD /desk/first-run: anybody: first run
        GET,HEAD /desk/sign-in: anybody: sign-in
        GET,HEAD /desk/welcome/{secret}: anybody: an invitation
        GET,HEAD /health: anybody: whether the node is well
        GET,HEAD /pictures/{id:guid}/{width:int}.jpg: anybody: surface, picture of a story
        GET,HEAD /pictures/{id:guid}/{width:int}.png: anybody: the house's own logo
        GET,HEAD /reply/opened: anybody: a token that says when a form was opened
        GET,HEAD /reply/stream/{story}: anybody: rings when a reply of a story becomes public
        GET,HEAD /robots.txt: anybody: rules for crawlers
        GET,HEAD /sitemap.xml: anybody: names files, not stories
        GET,HEAD /sitemap/news.xml: anybody: surface, news sitemap
        GET,HEAD /sitemap/{edition}/{month}.xml: anybody: surface, sitemap
        GET,HEAD /wire/hub/{token}: anybody: verifying a subscription
        GET,HEAD /{edition}/feed.{format}: anybody: surface, feeds of the edition
        GET,HEAD /{edition}/follow/stop/{secret}: anybody: ends a follow
        GET,HEAD /{edition}/house.css: anybody: colours only
        GET,HEAD /{edition}/mail/{secret}: anybody: where links of letters lead
        GET,HEAD /{edition}/search: anybody: surface, search results
        GET,HEAD /{edition}/source/{source}/feed.{format}: anybody: surface, feeds of a source
        GET,HEAD /{edition}/source/{source}: anybody: surface, source page
        GET,HEAD /{edition}/topic/{topic}/feed.{format}: anybody: surface, feeds of a topic
        GET,HEAD /{edition}/topic/{topic}: anybody: surface, topic page
        GET,HEAD /{edition}/your-data/asked: anybody: says that a letter may come
        GET,HEAD /{edition}/your-data: anybody: what a known browser’s reader wrote; asks for an address
        GET,HEAD /{edition}/your-reply/{secret}: anybody: a reply for its writer; of a story that isn't public it shows nothing
        GET,HEAD /{edition}/your-report/{secret}: anybody: what came of a report, for whoever sent it; of a story that isn't public it shows nothing
        GET,HEAD /{edition}/{key:storykey}/{slug}/follow/asked: anybody: surface, reply pages
        GET,HEAD /{edition}/{key:storykey}/{slug}/follow: anybody: surface, reply pages
        GET,HEAD /{edition}/{key:storykey}/{slug}/replies.atom: anybody: surface, feed of the replies
        GET,HEAD /{edition}/{key:storykey}/{slug}/replies/{id:guid}/report: anybody: surface, reply pages
        GET,HEAD /{edition}/{key:storykey}/{slug}/replies/{id:guid}: anybody: surface, reply pages
        GET,HEAD /{edition}/{key:storykey}/{slug}/replies: anybody: surface, reply pages
        GET,HEAD /{edition}/{key:storykey}/{slug}/reply/held: anybody: surface, reply pages
        GET,HEAD /{edition}/{key:storykey}/{slug}/reply: anybody: surface, reply pages
        GET,HEAD /{edition}/{key:storykey}/{slug}/reported: anybody: surface, reply pages
        GET,HEAD /{edition}/{key:storykey}/{slug}: anybody: surface, story page
        GET,HEAD /{edition}: anybody: surface, front page
        POST /desk/editions/example: Administrator
        POST /desk/editions/{code}/example: Administrator
        POST /desk/editions/{code}/logo/removal: Administrator
        POST /desk/editions/{code}/logo: Administrator
        POST /desk/editions/{code}: Administrator
        POST /desk/editions: Administrator
        POST /desk/first-run: anybody
        POST /desk/inbox/{id:guid}/again: Journalist
        POST /desk/inbox/{id:guid}/seen: Journalist
        POST /desk/inbox/{id:guid}/spike: Journalist
        POST /desk/inbox/{id:guid}/story: Journalist
        POST /desk/inbox/{id:guid}/unspike: Journalist
        POST /desk/me/language: Staff
        POST /desk/me/name: Staff
        POST /desk/me/password: Staff
        POST /desk/me/sessions: Staff
        POST /desk/people/{id:guid}/link: Administrator
        POST /desk/people/{id:guid}/lock: Administrator
        POST /desk/people/{id:guid}/removal: Administrator
        POST /desk/people/{id:guid}/role: Administrator
        POST /desk/people/{id:guid}/unlock: Administrator
        POST /desk/people: Administrator
        POST /desk/replies/appeals/{id:guid}: Moderator
        POST /desk/replies/bans/{id:guid}/removal: Moderator
        POST /desk/replies/bans: Moderator
        POST /desk/replies/checks: Administrator
        POST /desk/replies/decisions/{batch:guid}/undo: Moderator
        POST /desk/replies/decisions: Moderator
        POST /desk/replies/filter/anew: Moderator
        POST /desk/replies/filter: Moderator
        POST /desk/replies/reports/{id:guid}: Moderator
        POST /desk/replies/rules: Moderator
        POST /desk/replies/test: Moderator
        POST /desk/replies/views/removal: Moderator
        POST /desk/replies/views: Moderator
        POST /desk/replies/words/removal: Moderator
        POST /desk/replies/words: Moderator
        POST /desk/replies/{id:guid}/answer: Staff
        POST /desk/replies/{id:guid}/ban: Moderator
        POST /desk/replies/{id:guid}/pick: Moderator
        POST /desk/replies/{id:guid}/pin: Moderator
        POST /desk/replies/{id:guid}/standing: Moderator
        POST /desk/replies/{id:guid}/words: Staff
        POST /desk/sign-in: anybody
        POST /desk/sign-out: anybody
        POST /desk/sources/opml: Administrator
        POST /desk/sources/{id:guid}/feeds/{feed:guid}/again: Administrator
        POST /desk/sources/{id:guid}/feeds/{feed:guid}/credentials: Administrator
        POST /desk/sources/{id:guid}/feeds/{feed:guid}/host-key: Administrator
        POST /desk/sources/{id:guid}/feeds/{feed:guid}/pattern: Administrator
        POST /desk/sources/{id:guid}/feeds/{feed:guid}/pause: Administrator
        POST /desk/sources/{id:guid}/feeds/{feed:guid}/poll: Administrator
        POST /desk/sources/{id:guid}/feeds/{feed:guid}/resume: Administrator
        POST /desk/sources/{id:guid}/feeds/{feed:guid}/secret: Administrator
        POST /desk/sources/{id:guid}/feeds/{feed:guid}/sender: Administrator
        POST /desk/sources/{id:guid}/feeds/{feed:guid}: Administrator
        POST /desk/sources/{id:guid}/feeds: Administrator
        POST /desk/sources/{id:guid}/pages/{page:guid}: Administrator
        POST /desk/sources/{id:guid}/refused/{piece:guid}: Administrator
        POST /desk/sources/{id:guid}: Administrator
        POST /desk/sources: Administrator
        POST /desk/stories/{id:guid}/correction: Journalist+Editor
        POST /desk/stories/{id:guid}/kill: Journalist+Editor
        POST /desk/stories/{id:guid}/publication: Journalist+Editor
        POST /desk/stories/{id:guid}/revisions/{version:int}: Journalist
        POST /desk/stories/{id:guid}/wire: Journalist
        POST /desk/stories/{id:guid}: Journalist
        POST /desk/stories: Journalist
        POST /desk/topics/{key}/down: Administrator
        POST /desk/topics/{key}/removal: Administrator
        POST /desk/topics/{key}/up: Administrator
        POST /desk/topics/{key}: Administrator
        POST /desk/topics: Administrator
        POST /desk/welcome/{secret}: anybody
        POST /wire/hub/{token}: anybody
        POST /wire/{source}: anybody
        POST /{edition}/follow/stop/{secret}: anybody
        POST /{edition}/mail/{secret}/{act}: anybody
        POST /{edition}/your-data: anybody
        POST /{edition}/your-reply/{secret}/appeal: anybody
        POST /{edition}/your-reply/{secret}/forget: anybody
        POST /{edition}/your-reply/{secret}/text: anybody
        POST /{edition}/your-reply/{secret}/withdrawal: anybody
        POST /{edition}/{key:storykey}/{slug}/follow: anybody
        POST /{edition}/{key:storykey}/{slug}/replies/{id:guid}/report: anybody
        POST /{edition}/{key:storykey}/{slug}/reply: anybody
        any /{**path}: anybody: surface, redirects from old addresses
        """;

    [Fact]
    public async Task The_routes_and_their_policies_are_the_approved_ones()
    {
        await using var house = await TestHouse.Open(start: false);
        var routes = Routes(house).Select(Line).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var approved = Approved.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var news = routes.Except(approved, StringComparer.Ordinal).Select(line => "not approved: " + line);
        var gone = approved.Except(routes, StringComparer.Ordinal).Select(line => "approved, but gone: " + line);
        Assert.True(routes.SequenceEqual(approved, StringComparer.Ordinal), string.Join('\n', news.Concat(gone)));
    }

    /// <summary>A page that anybody may read is a surface that the promises are tested on, or says why no story can show on it.</summary>
    [Fact]
    public async Task What_anybody_may_read_is_a_surface_or_says_why_it_is_none()
    {
        await using var house = await TestHouse.Open(start: false);
        var unexplained = Routes(house).Where(route => Anonymous(route) && Methods(route).Contains("GET", StringComparison.Ordinal)
            && route.Metadata.GetMetadata<Surface>() is null && route.Metadata.GetMetadata<NotASurface>() is null && !OwnFiles(route)).Select(Line);
        Assert.Empty(unexplained);
    }

    /// <summary>What other sites' programs may POST to carries a signature of its own; everything else has the gate before it.</summary>
    [Fact]
    public async Task Only_doors_that_ask_for_a_secret_of_their_own_are_open_across_sites()
    {
        await using var house = await TestHouse.Open(start: false);
        Assert.Equal(["/wire/hub/{token}", "/wire/{source}", "/{edition}/follow/stop/{secret}"], Routes(house).Where(route => route.Metadata.GetMetadata<CrossSiteAllowed>() is not null).Select(Pattern).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_surface_of_the_list_has_a_route()
    {
        await using var house = await TestHouse.Open(start: false);
        var mapped = Routes(house).Select(route => route.Metadata.GetMetadata<Surface>()).OfType<Surface>().ToHashSet();
        Assert.Empty(Surfaces.All.Where(surface => !mapped.Contains(surface)).Select(surface => surface.Name));
    }

    /// <summary>Nobody who isn't signed in gets past the staff's door by a route that forgot to say who may use it.</summary>
    [Fact]
    public async Task A_route_of_the_desk_that_forgot_its_policy_is_refused_all_the_same()
    {
        await using var house = await TestHouse.Open(start: false);
        var policy = await house.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        Assert.NotNull(policy);
        Assert.All(Routes(house).Where(route => Pattern(route).StartsWith("/desk", StringComparison.Ordinal) && !Anonymous(route)),
            route => Assert.NotNull(route.Metadata.GetMetadata<IAuthorizeData>()?.Policy));
    }

    private static List<RouteEndpoint> Routes(TestHouse house) =>
        [.. ((IEndpointRouteBuilder)house.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    private static string Line(RouteEndpoint route) => $"{Methods(route)} {Pattern(route)}: {Who(route)}";

    private static string Pattern(RouteEndpoint route) => "/" + route.RoutePattern.RawText?.Trim('/');

    private static string Methods(RouteEndpoint route) => string.Join(',', (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Order(StringComparer.Ordinal).DefaultIfEmpty("any"));

    private static bool Anonymous(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>Style sheets, scripts and icons out of the program itself.</summary>
    private static bool OwnFiles(RouteEndpoint route) => Pattern(route) == "/assets/{name}";

    private static string Who(RouteEndpoint route)
    {
        if (!Anonymous(route)) return string.Join('+', route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(one => one.Policy ?? "signed in").Distinct(StringComparer.Ordinal).DefaultIfEmpty("signed in"));
        return route.Metadata.GetMetadata<Surface>() is { } surface ? $"anybody: surface, {surface.Name}"
            : route.Metadata.GetMetadata<NotASurface>() is { } none ? $"anybody: {none.Reason}" : "anybody";
    }
}
