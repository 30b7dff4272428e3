namespace Dateline.Operating.Moving;

/// <summary>What is in an export, before anything is taken from it: how much there is to do, and which topics matter.</summary>
internal sealed record WxrSurvey(WxrSite Site, int Posts, int Comments, IReadOnlyList<WxrTerm> Categories)
{
    /// <summary>The word of a category that WordPress gives to posts without one.</summary>
    private const string None = "uncategorized";

    public static WxrSurvey Of(Stream stream)
    {
        var site = new WxrSite("", "");
        var (posts, comments) = (0, 0);
        var used = new Dictionary<string, (WxrTerm Term, int Count)>(StringComparer.Ordinal);
        using var file = new WxrFile(stream);
        foreach (var part in file.Parts(texts: false))
        {
            switch (part)
            {
                case WxrSite told: site = told; break;
                case WxrComment: comments++; break;
                case WxrPost { Type: "post" } post:
                    posts++;
                    foreach (var term in post.Terms.Where(term => term is { Domain: "category", Slug: not (None or ""), Name: not "" }))
                        used[term.Slug] = (term, used.GetValueOrDefault(term.Slug).Count + 1);
                    break;
            }
        }
        return new WxrSurvey(site, posts, comments, [.. used.Values.OrderByDescending(one => one.Count).ThenBy(one => one.Term.Slug, StringComparer.Ordinal).Select(one => one.Term)]);
    }
}
