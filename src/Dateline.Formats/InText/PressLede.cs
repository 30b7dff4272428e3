namespace Dateline.Formats.InText;

/// <summary>
/// The Canadian Press sets its datelines so: <c>QUAYTOWN — Ferries …</c>, with neither day nor agency. Of others a word in capitals
/// before a dash may be anything, so this is asked only once the end of the text is signed by it.
/// </summary>
internal static class PressLede
{
    private const int LongestTown = 40;
    private const int Reach = 120;

    private static readonly string[] NoTowns = ["WARNING", "UPDATE", "UPDATED", "CORRECTION", "NOTE", "ADVISORY", "OPINION", "ANALYSIS", "REVIEW", "WATCH", "VIDEO", "PHOTOS", "LIVE", "EXCLUSIVE", "BREAKING", "EDITORIAL", "MISE À JOUR", "ANALYSE", "CHRONIQUE"];

    public static (NewsItem Item, NewsBody Text) Take(NewsItem item, NewsBody text)
    {
        Span<char> chars = stackalloc char[Reach];
        Span<int> places = stackalloc int[Reach + 1];
        var run = new TextRun(chars, places);
        var at = 0;
        if (!run.Next(text, ref at)) return (item, text);
        var line = run.Text;
        var dash = line.IndexOf(" — ");
        if (dash is < 3 or > LongestTown || dash + 3 >= line.Length || !char.IsUpper(line[dash + 3])) return (item, text);
        var place = line[..dash].Trim();
        var comma = place.IndexOf(',');
        var town = comma < 0 ? place : place[..comma];
        if (!Places.IsCapital(town) || !Places.IsLike(place) || place.ContainsAnyInRange('0', '9') || NoTowns.Contains(town.ToString(), StringComparer.Ordinal) || GenreMarks.IsOne(town) || LeadMark.Read($"{town}: {town}", out _).Count > 0) return (item, text);
        item = item with { PlaceLine = new PlaceLine(place.ToString(), place.ToString()) };
        return (item, BodyCut.Cut(text, run.Place(0), run.Place(dash + 3)));
    }
}
