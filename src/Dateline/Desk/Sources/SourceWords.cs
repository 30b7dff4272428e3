using Dateline.Stories;

namespace Dateline.Desk.Sources;

/// <summary>A contract's terms as the desk calls them.</summary>
internal static class SourceWords
{
    public static string Of(Terms terms) => terms switch
    {
        Terms.FullText => "Full text",
        Terms.Excerpt => "Opening only",
        Terms.LinkOnly => "Link only",
        _ => terms.ToString(),
    };

    public static readonly (Terms Terms, string Words)[] TermChoices =
    [
        (Terms.FullText, "The full text"), (Terms.Excerpt, "The opening, with a link"), (Terms.LinkOnly, "A headline and a link"),
    ];

    public static readonly (string, string)[] IndexChoices =
    [
        (nameof(IndexPolicy.Index), "May index"), (nameof(IndexPolicy.NoIndexNews), "Not in news"), (nameof(IndexPolicy.NoIndex), "Not at all"), (nameof(IndexPolicy.CanonicalToSource), "Canonical at the source"),
    ];

    public static readonly (string, string)[] CreditChoices =
    [
        ("", "As the house does it"), (nameof(CreditStyle.Prefix), "Before the headline"), (nameof(CreditStyle.Byline), "As a line under the headline"), (nameof(CreditStyle.CreditBox), "In the box under the text"),
    ];
}
