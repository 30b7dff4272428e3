using Dateline.Stories;

namespace Dateline.Operating;

/// <summary>What a contract with a source says, in the words of the command line.</summary>
internal static class ContractWords
{
    public static readonly IReadOnlyDictionary<string, Terms> Terms = new Dictionary<string, Terms>(StringComparer.Ordinal)
    {
        ["full"] = Stories.Terms.FullText,
        ["excerpt"] = Stories.Terms.Excerpt,
        ["link"] = Stories.Terms.LinkOnly,
    };

    public static readonly IReadOnlyDictionary<string, IndexPolicy> Index = new Dictionary<string, IndexPolicy>(StringComparer.Ordinal)
    {
        ["index"] = IndexPolicy.Index,
        ["noindex"] = IndexPolicy.NoIndex,
        ["noindexnews"] = IndexPolicy.NoIndexNews,
        ["canonical"] = IndexPolicy.CanonicalToSource,
    };

    public static readonly IReadOnlyDictionary<string, CreditStyle> Credit = new Dictionary<string, CreditStyle>(StringComparer.Ordinal)
    {
        ["prefix"] = CreditStyle.Prefix,
        ["byline"] = CreditStyle.Byline,
        ["box"] = CreditStyle.CreditBox,
    };
}
