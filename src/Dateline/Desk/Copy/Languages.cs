using System.Globalization;
using Dateline.Stories;

namespace Dateline.Desk.Copy;

/// <summary>The languages a story can be marked with: those of the house's editions, and the one it has.</summary>
internal static class Languages
{
    public static IEnumerable<string> Of(HouseBook book, Story story) =>
        book.Editions.Select(edition => edition.Language).Append(story.Language).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>In English to who works in English, else in its own: that anybody can read who looks for it.</summary>
    public static string Name(string tag) => Culture(tag) is not { } culture ? tag : DeskWords.Language == "en" ? culture.EnglishName : culture.NativeName;

    /// <summary>Which way the language is written, for what no text of its own tells.</summary>
    public static string Direction(string tag) => Culture(tag)?.TextInfo.IsRightToLeft == true ? "rtl" : "ltr";

    private static CultureInfo? Culture(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
