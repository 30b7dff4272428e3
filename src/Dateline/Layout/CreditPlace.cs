using Dateline.Stories;

namespace Dateline.Layout;

/// <summary>
/// Where the credit stands: as agreed with the source, else as the house does it. The agreement says where, never whether:
/// what shows a story names its source.
/// </summary>
public static class CreditPlace
{
    public static CreditStyle Of(PublicSource source, PublicPage page) => Of(source, page.Style);

    private static CreditStyle Of(PublicSource source, HouseStyle style) => source.CreditStyle ?? style.CreditStyle;

    /// <summary>
    /// The headline as it stands in plain text (titles, feeds, mails), where there is no place beside it: by the house's pattern
    /// ("PressTV/ headline") where the style says so, else "headline (PressTV)".
    /// </summary>
    public static string Headline(string headline, PublicSource? source, HouseStyle style) => source is null ? headline
        : Of(source, style) == CreditStyle.Prefix ? CreditPattern.For(style).Write(source.Name, headline) : $"{headline} ({source.Name})";
}
