using Dateline.Layout;
using Dateline.Tests.House;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Architecture;

/// <summary>Every address of the program and who may ask it, approved line by line: a new one is a decision, not an accident.</summary>
public class RouteListTests
{
    private static readonly string Approved = Path.Combine(AppContext.BaseDirectory, "Architecture", "routes.txt");

    [Fact]
    public async Task The_routes_and_their_policies_are_the_approved_ones()
    {
        await using var house = await TestHouse.Open(start: false);
        var routes = Routes(house).Select(Line).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var approved = (await File.ReadAllLinesAsync(Approved)).Where(line => line.Length > 0 && line[0] != '#').ToList();

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

    [Fact]
    public async Task Every_surface_of_the_list_has_a_route()
    {
        await using var house = await TestHouse.Open(start: false);
        var mapped = Routes(house).Select(route => route.Metadata.GetMetadata<Surface>()).OfType<Surface>().ToHashSet();
        Assert.Empty(Surfaces.All.Where(surface => !mapped.Contains(surface) && !StillToCome.Contains(surface)).Select(surface => surface.Name));
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

    private static readonly Surface[] StillToCome = [Surfaces.ReplyFeed, Surfaces.ReplyPages];

    private static List<RouteEndpoint> Routes(TestHouse house) =>
        [.. ((IEndpointRouteBuilder)house.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    private static string Line(RouteEndpoint route) => $"{Methods(route),-9} {Pattern(route),-60} {Who(route)}";

    private static string Pattern(RouteEndpoint route) => "/" + route.RoutePattern.RawText?.Trim('/');

    private static string Methods(RouteEndpoint route) => string.Join(',', route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>());

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
