using System.Globalization;
using Dateline.Stories;

namespace Dateline.Desk.Copy;

/// <summary>Times as a form's datetime-local has them: by the edition's clock, to the minute.</summary>
internal static class WallClock
{
    private const string Pattern = "yyyy-MM-ddTHH:mm";

    public static string Write(Edition edition, DateTimeOffset? at) =>
        at is { } instant ? edition.Local(instant).ToString(Pattern, CultureInfo.InvariantCulture) : "";

    /// <summary>
    /// The instant, null for an empty field; false when it can't be read. A field that still shows <paramref name="known"/>
    /// means that very instant: an embargo isn't cut to the minute by saving the story.
    /// </summary>
    public static bool TryRead(Edition edition, string text, DateTimeOffset? known, out DateTimeOffset? at)
    {
        at = null;
        if (text.Length == 0) return true;
        if (text == Write(edition, known))
        {
            at = known;
            return true;
        }
        string[] patterns = [Pattern, "yyyy-MM-ddTHH:mm:ss"];
        if (!DateTime.TryParseExact(text, patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) || wall.Year is < 1990 or > 2200) return false;
        at = edition.Instant(wall);
        return true;
    }
}
