using Dateline.Foundation.Pages;
using Dateline.Layout.Languages;
using Dateline.Stories;

namespace Dateline.Layout;

/// <summary>What error pages say to readers: in the words of the edition whose address was asked for.</summary>
internal static class ReaderErrors
{
    private static readonly int[] Told = [400, 403, 405, 409, 413, 429, 500, 503];

    public static async Task<ErrorText?> Tell(HttpContext http, int status)
    {
        var code = (http.Request.Path.Value ?? "").Split('/', 3) is [_, var first, ..] ? first : "";
        // A house whose database is out of reach has an error page too, in English.
        var reading = http.RequestServices.GetRequiredService<Register>().Book(http.RequestAborted);
        await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!reading.IsCompletedSuccessfully || (await reading).Edition(code) is not { } edition) return null;

        var words = Wording.Of(edition.Language);
        var key = status == StatusCodes.Status404NotFound ? "notfound" : $"error.{(Told.Contains(status) ? status : status < 500 ? 400 : 500)}";
        return new(edition.Language, edition.Direction, words[$"{key}.title"], words[$"{key}.text"], words["error.incident"], words["killed.front"], edition.Path, edition.Style.ShortName);
    }
}
