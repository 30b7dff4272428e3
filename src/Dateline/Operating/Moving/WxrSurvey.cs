namespace Dateline.Operating.Moving;

/// <summary>What is in an export, before anything is taken from it: how much there is to do, and which topics matter.</summary>
/// <param name="Parents">Of a category's word, that of the one it belongs to.</param>
internal sealed record WxrSurvey(WxrSite Site, int Posts, int Comments, IReadOnlyList<WxrTerm> Categories, IReadOnlyDictionary<string, string> Parents)
{
    /// <summary>The word of a category that WordPress gives to posts without one.</summary>
    private const string None = "uncategorized";

    public static WxrSurvey Of(Stream stream)
    {
        var site = new WxrSite("", "");
        var (posts, comments) = (0, 0);
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        var used = new Dictionary<string, (WxrTerm Term, int Count)>(StringComparer.Ordinal);
        using var file = new WxrFile(stream);
        foreach (var part in file.Parts(texts: false))
        {
            switch (part)
            {
                case WxrSite told: site = told; break;
                case WxrCategory { Parent.Length: > 0 } category: parents[category.Slug] = category.Parent; break;
                case WxrComment: comments++; break;
                case WxrPost { Type: "post" } post:
                    posts++;
                    foreach (var term in post.Terms.Where(term => term is { Domain: "category", Slug: not (None or ""), Name: not "" }))
                        used[term.Slug] = (term, used.GetValueOrDefault(term.Slug).Count + 1);
                    break;
            }
        }
        return new(site, posts, comments, [.. used.Values.OrderByDescending(one => one.Count).ThenBy(one => one.Term.Slug, StringComparer.Ordinal).Select(one => one.Term)], parents);
    }

    /// <summary>The addresses of a category's list: by its own word, and by those of all it belongs to before that.</summary>
    public IEnumerable<string> Addresses(string slug)
    {
        const int deepest = 10; // one may belong to itself
        var path = Uri.UnescapeDataString(slug);
        yield return $"/category/{path}";
        for (var depth = 0; depth < deepest && Parents.TryGetValue(slug, out var parent); depth++, slug = parent) path = $"{Uri.UnescapeDataString(parent)}/{path}";
        if (path.Contains('/', StringComparison.Ordinal)) yield return $"/category/{path}";
    }
}
