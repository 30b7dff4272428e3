using System.Net;
using System.Text.RegularExpressions;
using Dateline.People;
using Dateline.Tests.House;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Desk.Admin;

/// <summary>Over every /desk route there is, whichever room maps it: a new one can't be forgotten.</summary>
public partial class WhoMayTests
{
    private static readonly string[] Open = ["/desk/sign-in", "/desk/sign-out", "/desk/welcome/{secret}", "/desk/first-run"];

    private static IEnumerable<(string Pattern, string Method, string? Policy, bool Anonymous)> DeskRoutes(TestHouse house) =>
        from endpoint in house.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        let pattern = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where pattern == "/desk" || pattern.StartsWith("/desk/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (pattern, method, endpoint.Metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy, endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null);

    private static HttpRequestMessage Ask(string pattern, string method)
    {
        var path = Parameter().Replace(pattern, name => name.Value.Contains("guid", StringComparison.Ordinal) ? "0193a1f0-0000-7000-8000-000000000000" : name.Value.Contains("int", StringComparison.Ordinal) ? "1" : "en");
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (method != "GET") request.Content = new FormUrlEncodedContent([KeyValuePair.Create("none", "")]);
        return request;
    }

    [Fact]
    public async Task Every_desk_route_names_who_may_use_it()
    {
        await using var house = await TestHouse.Open();
        var routes = DeskRoutes(house).ToList();
        Assert.True(routes.Count > 20);
        Assert.Empty(routes.Where(route => route.Anonymous != Open.Contains(route.Pattern)).Select(route => route.Pattern));
        Assert.Empty(routes.Where(route => !route.Anonymous && (route.Policy is null || !Policies.Allowed.ContainsKey(route.Policy))).Select(route => route.Pattern));
    }

    [Fact]
    public async Task The_unsigned_are_led_to_sign_in_from_every_desk_route()
    {
        await using var house = await TestHouse.Open();
        await house.Hire(Role.Administrator, "Nadia Karim", "nadia@meridian.example");
        using var browser = house.Browser();
        foreach (var (pattern, method, _, anonymous) in DeskRoutes(house).ToList())
        {
            if (anonymous) continue;
            using var answer = await browser.SendAsync(Ask(pattern, method));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/desk/sign-in", StringComparison.Ordinal), $"{method} {pattern} answered {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData(Role.Journalist)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Moderator)]
    public async Task The_wrong_role_is_refused_at_every_desk_route(Role role)
    {
        await using var house = await TestHouse.Open();
        using var browser = await house.SignIn(role);
        foreach (var (pattern, method, policy, anonymous) in DeskRoutes(house).ToList())
        {
            if (anonymous || policy is null || Policies.Allowed[policy].Contains(role)) continue;
            using var answer = await browser.SendAsync(Ask(pattern, method));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {pattern} answered {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData(Role.Journalist, "/desk/inbox")]
    [InlineData(Role.Moderator, "/desk/replies")]
    [InlineData(Role.Administrator, "/desk/inbox")]
    public async Task The_desk_opens_where_one_works(Role role, string place)
    {
        await using var house = await TestHouse.Open();
        using var browser = await house.SignIn(role);
        using var answer = await browser.GetAsync("/desk");
        Assert.Equal(place, answer.Headers.Location!.OriginalString);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
