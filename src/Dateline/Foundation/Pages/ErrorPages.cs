using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dateline.Foundation.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Dateline.Foundation.Pages;

/// <summary>What an error page says where its address belongs to readers of a language; null elsewhere: then it says it in English.</summary>
public delegate Task<ErrorText?> TellError(HttpContext http, int status);

/// <param name="Incident">With <c>{0}</c> where the number stands.</param>
/// <param name="House">The name of the house, which leads to <paramref name="Front"/>.</param>
public sealed record ErrorText(string Language, string Direction, string Title, string Text, string Incident, string ToFront, string Front, string House);

/// <summary>Plain pages for what went wrong. They say what the reader can do, and nothing of the inside.</summary>
public static class ErrorPages
{
    private static readonly Dictionary<int, (string Title, string Text)> Words = new()
    {
        [400] = ("That request can’t be read", "Something in it is malformed. Go back and try again."),
        [403] = ("That isn’t allowed", "You can’t do this from here. If you came from another site’s button, open our page and try again."),
        [404] = ("This page doesn’t exist", "The address may be mistyped, or the page was never published."),
        [405] = ("That isn’t how this address works", "Open it in the browser as a page."),
        [409] = ("Somebody was quicker", "What you changed was changed by somebody else meanwhile. Go back, and look at it again."),
        [413] = ("That is too large", "Send less at a time."),
        [429] = ("Too much at once", "Please wait a minute and try again."),
        [500] = ("Something broke on our side", "Nothing you sent was half done. Please try again in a moment."),
        [503] = ("Not now", "We can’t do that at the moment; nothing was changed. Please try again in a few minutes."),
    };

    /// <param name="text">Instead of the usual sentence, where the page is in English.</param>
    public static async Task Write(HttpContext http, int status, string? text = null, string? incident = null)
    {
        var (title, usual) = Words.TryGetValue(status, out var words) ? words : Words[status < 500 ? 400 : 500];
        var told = http.RequestServices.GetService<TellError>() is { } tell ? await tell(http, status) : null;
        told ??= new("en", "ltr", title, text ?? usual, "If you write to us about it, mention {0}.", "To the front page", "/", "");
        var encode = HtmlEncoder.Create(UnicodeRanges.All);
        string[] note = incident is null ? [] : told.Incident.Split("{0}");
        var page = $"""
            <!DOCTYPE html>
            <html lang="{told.Language}" dir="{told.Direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{encode.Encode(told.Title)}</title><link rel="stylesheet" href="{Asset.Url("paper.css")}"><link rel="stylesheet" href="{Asset.Url("site.css")}"><link rel="icon" href="{Asset.Url("icon.svg")}" type="image/svg+xml"></head>
            <body class="site">{(told.House.Length == 0 ? "" : $"<header class=\"masthead\"><p class=\"wordmark\"><a href=\"{encode.Encode(told.Front)}\">{encode.Encode(told.House)}</a></p></header>")}<main id="main" class="notice"><h1>{encode.Encode(told.Title)}</h1><p class="standfirst">{encode.Encode(told.Text)}</p>{(note.Length < 2 ? "" : $"<p class=\"note\">{encode.Encode(note[0])}<code>{incident}</code>{encode.Encode(note[1])}</p>")}<p class="more"><a href="{encode.Encode(told.Front)}">{encode.Encode(told.ToFront)}</a></p></main></body></html>
            """;
        SecurityHeaders.Write(http.Response.Headers, RenderedPage.HtmlType);
        http.Response.StatusCode = status;
        http.Response.ContentType = RenderedPage.HtmlType;
        http.Response.Headers.CacheControl = "no-store";
        var bytes = Encoding.UTF8.GetBytes(page);
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>Pages for every refusal that has no body of its own, and one handler for bugs.</summary>
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            SuppressDiagnosticsCallback = _ => true,
            ExceptionHandler = async http =>
            {
                var met = http.Features.Get<IExceptionHandlerFeature>();
                switch (met?.Error)
                {
                    case BadHttpRequestException bad: await Write(http, bad.StatusCode); break;
                    case StorageRefusedException refused: await Write(http, StatusCodes.Status503ServiceUnavailable, refused.Message); break;
                    case OperationCanceledException when http.RequestAborted.IsCancellationRequested: break;
                    case { } failure:
                        var incident = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(6));
                        http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Dateline.Errors")
                            .LogError(failure, "Incident {Incident} at {Method} {Route}", incident, http.Request.Method, met.Endpoint?.DisplayName);
                        await Write(http, StatusCodes.Status500InternalServerError, null, incident);
                        break;
                    default: await Write(http, StatusCodes.Status500InternalServerError); break;
                }
            },
        });
        app.UseStatusCodePages(context => Write(context.HttpContext, context.HttpContext.Response.StatusCode));
    }
}
