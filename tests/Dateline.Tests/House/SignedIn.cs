using System.Globalization;
using System.Net;
using System.Web;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.People;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.House;

/// <summary>Browsers with a cookie jar, and members of the staff who came in by their link as anybody would.</summary>
internal static class SignedIn
{
    /// <summary>A new member of the staff at their desk. The browser keeps cookies and doesn't follow redirects.</summary>
    public static async Task<HttpClient> SignIn(this TestHouse house, Role role, string? name = null)
    {
        name ??= role switch { Role.Journalist => "Leila Moradi", Role.Editor => "Jonas Weld", Role.Moderator => "Tomas Oyelaran", _ => "Nadia Karim" };
        var staff = await house.Hire(role, name, $"{role}-{Guid.CreateVersion7():N}@meridian.example".ToLowerInvariant());
        return await house.Enter(staff.Id);
    }

    /// <summary>Puts somebody on the staff, with a password or without.</summary>
    public static async Task<Staff> Hire(this TestHouse house, Role role, string name, string email, string? password = null)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var (staff, refusals) = await scope.ServiceProvider.GetRequiredService<Recruiting>().TakeOn(name, email, role, password);
        Assert.Empty(refusals);
        return staff!;
    }

    /// <summary>The address of a new link for somebody.</summary>
    public static async Task<string> WelcomeLink(this TestHouse house, Guid staff, bool asksPassword)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return "/desk/welcome/" + await scope.ServiceProvider.GetRequiredService<Recruiting>().Invite(staff, asksPassword, default);
    }

    /// <summary>Somebody comes in by a ready link.</summary>
    public static async Task<HttpClient> Enter(this TestHouse house, Guid staff)
    {
        var browser = house.Browser();
        using var answer = await browser.Send(await house.WelcomeLink(staff, asksPassword: false));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return browser;
    }

    /// <summary>A browser of its own that keeps its cookies and doesn't follow redirects.</summary>
    public static HttpClient Browser(this TestHouse house)
    {
#pragma warning disable RS0030 // it talks to the house itself, not to the world
        return new HttpClient(new CookieJar(house.App.GetTestServer().CreateHandler(), house.Services.GetRequiredService<NodeJournal>())) { BaseAddress = new Uri("http://localhost") };
#pragma warning restore RS0030
    }

    /// <summary>Sends a form as the page's own button does.</summary>
    public static Task<HttpResponseMessage> Send(this HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        return browser.SendAsync(request);
    }

    /// <summary>
    /// Not .NET's own jar: that one drops cookies by the machine's clock, and the house's clock is the test's. What was written
    /// by a form is heard of by the node before the test goes on, as with <see cref="TestHouse.Write"/>: other readers who look
    /// carry no position.
    /// </summary>
    private sealed class CookieJar(HttpMessageHandler inner, NodeJournal journal) : DelegatingHandler(inner)
    {
        private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post && HttpUtility.ParseQueryString(answer.Headers.Location?.OriginalString.Split('#')[0].Split('?', 2) is [_, var query] ? query : "")[PageCacheMiddleware.After] is { } asked)
                await Heard(asked, cancellationToken);
            if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return answer;
            foreach (var cookie in set)
            {
                var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var left, var right] ? (left, right) : (cookie, "");
                if (value.Length > 0) _cookies[name] = value;
                else _cookies.Remove(name);
                if (name == PageCacheMiddleware.AfterCookie && value.Length > 0) await Heard(value, cancellationToken);
            }
            return answer;
        }

        private async Task Heard(string position, CancellationToken cancel) =>
            Assert.True(await journal.Reached(long.Parse(position, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(30), cancel));
    }
}
