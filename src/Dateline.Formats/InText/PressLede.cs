namespace Dateline.Formats.InText;

/// <summary>
/// The Canadian Press sets its datelines so: <c>QUAYTOWN — Ferries …</c>, with neither day nor agency, and ČTK in small letters, <c>Praha - Trajekty …</c>.
/// Of others a word before a dash may be anything, so this is asked only once the end of the text is signed by it.
/// </summary>
internal static class PressLede
{
    private const int LongestTown = 40;
    private const int Reach = 120;

    private static readonly string[] NoTowns = ["WARNING", "UPDATE", "UPDATED", "CORRECTION", "NOTE", "ADVISORY", "OPINION", "ANALYSIS", "REVIEW", "WATCH", "VIDEO", "PHOTOS", "LIVE", "EXCLUSIVE", "BREAKING", "EDITORIAL", "MISE À JOUR", "ANALYSE", "CHRONIQUE"];

    /// <summary>Whether one of them signs the text.</summary>
    public static bool IsOf(CreditChain chain) => chain.Names("CP") || chain.Names(Czech);

    private const string Czech = "ČTK";

    public static (NewsItem Item, NewsBody Text) Take(NewsItem item, NewsBody text, CreditChain chain)
    {
        Span<char> chars = stackalloc char[Reach];
        Span<long> places = stackalloc long[Reach + 1];
        var run = new TextRun(chars, places);
        var at = 0;
        if (!run.Next(text, ref at)) return (item, text);
        var line = run.Text;
        var isCzech = chain.Names(Czech);
        var dash = line.IndexOf(" — ");
        if (isCzech && dash < 0) dash = line[..Math.Min(line.Length, LongestTown)].IndexOf(" - ") is >= 0 and var hyphen ? hyphen : line[..Math.Min(line.Length, LongestTown)].IndexOf(" – ");
        if (dash is < 3 or > LongestTown || dash + 3 >= line.Length || !char.IsUpper(line[dash + 3])) return (item, text);
        var place = line[..dash].Trim();
        var comma = place.IndexOf(',');
        var town = comma < 0 ? place : place[..comma];
        if (!(Places.IsCapital(town) || (isCzech && town.Count(' ') < 3)) || !Places.IsLike(town) || (comma >= 0 && !Places.IsLike(place[(comma + 1)..].Trim())) || place.ContainsAnyInRange('0', '9') || NoTowns.Contains(town.ToString(), StringComparer.Ordinal) || GenreMarks.IsOne(town) || LeadMark.Read($"{town}: {town}", out _).Count > 0) return (item, text);
        item = item with { PlaceLine = new PlaceLine(place.ToString(), place.ToString()) };
        return (item, BodyCut.Cut(text, run.Place(0), run.Place(dash + 3)));
    }
}
