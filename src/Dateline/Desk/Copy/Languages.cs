using System.Globalization;
using Dateline.Stories;

namespace Dateline.Desk.Copy;

/// <summary>The languages a story can be marked with: those of the house's editions, and the one it has.</summary>
internal static class Languages
{
    public static IEnumerable<string> Of(HouseBook book, Story story) =>
        book.Editions.Select(edition => edition.Language).Append(story.Language).Distinct(StringComparer.OrdinalIgnoreCase);

    public static string Name(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
