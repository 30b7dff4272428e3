using System.Globalization;
using Dateline.Layout;

namespace Dateline.Search;

/// <summary>GET /{edition}/search?q= : rendered each time, since questions are endless.</summary>
public static class SearchPageRoute
{
    public static Task<IResult> Get(string edition, HttpContext http, PublicPages pages) =>
        pages.ServeUncached(http, edition, async (make, cancel) =>
        {
            var question = make.Query("q")?.Trim() ?? "";
            var before = long.TryParse(make.Query("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
            var found = await Finding.Find(make.Db, edition, question, before, make.Page.Now, cancel);
            return await make.Html<SearchPage>(new()
            {
                [nameof(SearchPage.Page)] = make.Page,
                [nameof(SearchPage.Question)] = question,
                [nameof(SearchPage.Found)] = found,
            });
        });
}
