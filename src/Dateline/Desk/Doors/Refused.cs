using Dateline.Foundation.Pages;
using Dateline.People;
using Dateline.Stories;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dateline.Desk.Doors;

/// <summary>What happens to who comes without a key, or with the wrong one.</summary>
internal static class Refused
{
    /// <summary>GET /desk/refused</summary>
    public static Task<IResult> Get(Editor editor, Register register, CancellationToken cancel) => Page(editor, register, cancel);

    /// <summary>
    /// The unsigned go to sign in, and then to the page they asked for. A script's request gets 401 instead: it would
    /// follow the redirect, read "200", and believe that its draft was saved.
    /// </summary>
    public static async Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.Request.Headers["Sec-Fetch-Mode"] is [{ Length: > 0 } mode, ..] && mode != "navigate")
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var open = await http.RequestServices.GetRequiredService<FirstRunCode>().IsOpen(http.RequestAborted);
        var here = http.Request.Path.Value + http.Request.QueryString.Value;
        http.Response.Redirect(open ? FirstRunRoute.Path
            : HttpMethods.IsGet(http.Request.Method) && http.Request.Path != "/desk" ? "/desk/sign-in?to=" + Uri.EscapeDataString(here) : "/desk/sign-in");
    }

    /// <summary>The wrong role: a page that says so, at the address that was asked for.</summary>
    public static async Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        var register = http.RequestServices.GetRequiredService<Register>();
        await (await Page(await Editor.BindAsync(http), register, http.RequestAborted)).ExecuteAsync(http);
    }

    private static async Task<IResult> Page(Editor? editor, Register register, CancellationToken cancel) => new StaffPage<RefusedPage>(
        new() { [nameof(RefusedPage.Editor)] = editor, [nameof(RefusedPage.Agency)] = await register.Agency(cancel) }, StatusCodes.Status403Forbidden);
}
