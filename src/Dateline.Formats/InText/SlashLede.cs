namespace Dateline.Formats.InText;

/// <summary>Datelines with slashes: <c>MOSCOW, November 16. /TASS/. …</c>, <c>Baghdad/ NINA / …</c>.</summary>
internal static class SlashLede
{
    private const int Reach = 90;
    private const int MostParts = 3;

    // What the trade sets between slashes beside names.
    private static readonly string[] NoNames = ["END", "ENDS", "ENDE", "FIN", "MORE", "SUITE", "PHOTO", "PHOTOS", "FOTO", "VIDEO", "AUDIO", "GRAPHIC", "LEAD", "UPDATE", "URGENT", "FLASH", "انتهى", "النهاية", "پایان"];

    public static LedeLine? Read(ReadOnlySpan<char> text, Signatures signatures)
    {
        var open = text[..Math.Min(text.Length, Reach)].IndexOf('/');
        return open < 0 ? null : Enclosed(text, open, signatures) ?? Parted(text, signatures) ?? Reported(text, open, signatures);
    }

    /// <summary>A name that stands where only who signs does, between slashes: known, or written as one is.</summary>
    public static bool MayBeName(ReadOnlySpan<char> name)
    {
        foreach (var word in NoNames)
            if (name.Equals(word, StringComparison.OrdinalIgnoreCase)) return false;

        return name.Length > 2 && Signatures.IsSignatory(name) && !DayWords.TryRead(name, out _);
    }

    private static LedeLine? Enclosed(ReadOnlySpan<char> text, int open, Signatures signatures)
    {
        var close = text[(open + 1)..].IndexOf('/');
        if (close is < 2 or > Agencies.LongestName) return null;
        var inside = text.Slice(open + 1, close);
        if (!LedeParts.TryRead(text[..open].TrimEnd("-–—. "), signatures, out var parts)) return null;
        var end = open + close + 2;
        var separator = Separators.Length(text[end..]);
        var after = separator > 0 ? end + separator : Separators.Blank(text, end < text.Length && text[end] == '.' ? end + 1 : end);
        // "Strandby, mandag /ritzau/": a line of its own.
        if (after == end && (after < text.TrimEnd().Length || open == 0 || parts.Place is null)) return null;
        var (agencies, reporter) = (signatures.Read(inside) ?? signatures.ReadCodes(inside), (string?)null);
        if (agencies is null && Correspondents.Read(inside, signatures) is { } sent) (agencies, reporter) = (sent.Agencies, sent.Name);
        // /Корр. БЕЛТА/, /Иван Петров - БЕЛТА/
        if (agencies is null && Correspondents.WithoutOffice(inside) is { IsEmpty: false } employer) agencies = signatures.Read(employer);
        if (agencies is null && inside.LastIndexOf(" - ") is > 3 and var dash && BylineText.IsName(inside[..dash]) && signatures.Read(inside[(dash + 3)..]) is { } house) (agencies, reporter) = (house, inside[..dash].ToString());
        if (agencies is null && BylineText.ReadListed(inside) is { } listed) (agencies, reporter) = ([listed.Agency], listed.Name);
        if (agencies is null && (open == 0 || parts.Day is { Day: > 0 }) && MayBeName(inside) && after < text.Length && !char.IsLower(text[after])) agencies = [inside.Trim().ToString()];
        return agencies is null ? null
            : new LedeLine(after, text[..end].ToString()) { Place = parts.Place, Day = parts.Day, Agencies = [.. parts.Agencies ?? [], .. agencies], Byline = reporter };
    }

    // "إسطنبول / يان مالر / الأناضول: …": place, reporter and agency, and the text goes on.
    private static LedeLine? Reported(ReadOnlySpan<char> text, int open, Signatures signatures)
    {
        var place = text[..open].Trim();
        var head = text[(open + 1)..Math.Min(text.Length, Reach)];
        if (head.IndexOf('/') is not (> 3 and var second) || head[second..].IndexOfAny(":-–—") is not (> 2 and var mark) || !Places.IsLike(place)) return null;
        var name = head[..second].Trim();
        var agency = head[(second + 1)..(second + mark)].Trim();
        var end = open + 1 + second + mark;
        var after = Separators.Blank(text, end + 1);
        return after >= text.Length || char.IsLower(text[after]) || !BylineText.IsName(name) || signatures.Read(agency) is not { } agencies ? null
            : new LedeLine(after, text[..end].TrimEnd().ToString()) { Place = place.ToString(), Agencies = agencies, Byline = name.ToString() };
    }

    // "Shafaq News / …": a place and who signs, each with a slash after it.
    private static LedeLine? Parted(ReadOnlySpan<char> text, Signatures signatures)
    {
        string? place = null;
        List<string>? agencies = null;
        var at = 0;
        for (var part = 0; part < MostParts; part++)
        {
            var slash = text[at..Math.Min(text.Length, Reach)].IndexOf('/');
            if (slash < 2 || at + slash + 1 >= text.Length || text[at + slash + 1] != ' ') break;
            var name = text.Slice(at, slash).Trim();
            if (signatures.Read(name) is { } read) (agencies ??= []).AddRange(read);
            else if (place is null && agencies is null && Places.IsLike(name) && name.Count(' ') < 3) place = name.ToString();
            else break;
            at = Separators.Blank(text, at + slash + 1);
            if (agencies is not null) break;
        }

        return agencies is null || at >= text.Length || char.IsLower(text[at]) ? null
            : new LedeLine(at, text[..at].TrimEnd("/ ").ToString()) { Place = place, Agencies = agencies };
    }
}
