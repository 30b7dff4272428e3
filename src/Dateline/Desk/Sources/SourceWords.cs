using Dateline.Stories;

namespace Dateline.Desk.Sources;

/// <summary>A contract's terms as the desk calls them.</summary>
internal static class SourceWords
{
    public static string Of(Terms terms) => terms switch
    {
        Terms.FullText => T("Full text"),
        Terms.Excerpt => T("Opening only"),
        Terms.LinkOnly => T("Link only"),
        _ => terms.ToString(),
    };

    public static readonly (Terms Terms, string Words)[] TermChoices =
    [
        (Terms.FullText, N("The full text")), (Terms.Excerpt, N("The opening, with a link")), (Terms.LinkOnly, N("A headline and a link")),
    ];

    public static (string, string)[] IndexChoices =>
    [
        (nameof(IndexPolicy.Index), T("May index")), (nameof(IndexPolicy.NoIndexNews), T("Not in news")), (nameof(IndexPolicy.NoIndex), T("Not at all")), (nameof(IndexPolicy.CanonicalToSource), T("Canonical at the source")),
    ];

    public static (string, string)[] CreditChoices =>
    [
        ("", T("As the house does it")), (nameof(CreditStyle.Prefix), T("Before the headline")), (nameof(CreditStyle.Byline), T("As a line under the headline")), (nameof(CreditStyle.CreditBox), T("In the box under the text")),
    ];
}
