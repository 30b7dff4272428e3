using Dateline.Stories;

namespace Dateline.Layout;

/// <summary>Where the credit stands: as agreed with the source, else as the house does it.</summary>
public static class CreditPlace
{
    public static CreditStyle Of(PublicSource source, PublicPage page) => source.CreditStyle ?? page.Style.CreditStyle;

    /// <summary>The headline as it stands in plain text (titles, feeds, mails): "PressTV/ headline" where the style says so.</summary>
    public static string Headline(string headline, PublicSource? source, HouseStyle style) =>
        source is not null && (source.CreditStyle ?? style.CreditStyle) == CreditStyle.Prefix ? CreditPattern.For(style).Write(source.Name, headline) : headline;
}
