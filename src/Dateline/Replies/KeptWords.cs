using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.Stories;

namespace Dateline.Replies;

/// <summary>A field of a form whose words a reader wants back.</summary>
/// <param name="Label">The key of its label.</param>
/// <param name="IsLong">It has lines.</param>
public sealed record KeptField(string Name, string Label, bool IsLong = false);

/// <summary>
/// Readers' forms when the database does nothing: a plain page for which nothing is read from it gives back what was typed, with the button to send it again.
/// </summary>
internal static class KeptWords
{
    private const int RetryAfter = 30;

    /// <summary>Whatever of these a reader typed is given back, also when no page can be made.</summary>
    public static RouteHandlerBuilder KeepingWords(this RouteHandlerBuilder route, params KeptField[] fields) => route.AddEndpointFilter(async (context, next) =>
    {
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (Outage.IsIn(failure))
        {
            var http = context.HttpContext;
            http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Dateline.Replies.KeptWords").LogError(failure, "A reader's form couldn't be taken: {Route}", http.GetEndpoint()?.DisplayName);
            return await Page(http, context.Arguments.OfType<FormFields>().First(), fields);
        }
    });

    private static async Task<IResult> Page(HttpContext http, FormFields sent, KeptField[] fields)
    {
        http.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
        return new StaffPage<KeptWordsPage>(new()
        {
            [nameof(KeptWordsPage.Words)] = Wording.Of(await Language(http)),
            [nameof(KeptWordsPage.Action)] = (http.Request.PathBase + http.Request.Path).ToUriComponent(),
            [nameof(KeptWordsPage.Fields)] = fields,
            [nameof(KeptWordsPage.Sent)] = sent.Sent.ToList(),
        }, StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The edition's, as far as it is in memory.</summary>
    private static async Task<string> Language(HttpContext http)
    {
        var reading = http.RequestServices.GetRequiredService<Register>().Book(http.RequestAborted);
        await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return reading.IsCompletedSuccessfully && (await reading).Edition(http.GetRouteValue("edition") as string ?? "") is { } edition ? edition.Language : "en";
    }
}
