namespace Dateline.Formats.InText;

/// <summary>Reuters' line in Arabic: <c>(تغطية صحفية فلان الفلاني - إعداد فلان الفلاني للنشرة العربية - تحرير فلان الفلاني)</c>, who reported, prepared and edited it.</summary>
internal static class ArabicReporting
{
    private const int Longest = 200;

    private static readonly (string Label, string Role)[] Labels =
        [("تغطية صحفية ل", "reporter"), ("تغطية صحفية", "reporter"), ("شارك في التغطية", "reporter"), ("كتابة", "writer"), ("إعداد", "writer"), ("اعداد", "writer"), ("تحرير", "editor"), ("ترجمة", "translator")];

    private static readonly string[] Purposes = ["للنشرة العربية", "للنشرة الاقتصادية", "بالعربية"];

    /// <summary>The item with whom the line names; null where it is another.</summary>
    public static NewsItem? Read(NewsItem item, ReadOnlySpan<char> block)
    {
        var line = block.Trim().TrimEnd('.');
        if (line.Length is < 12 or > Longest || line is not ['(', .., ')']) return null;
        var (reporters, hands) = (new List<string>(), new List<(List<string> Names, string Role)>());
        foreach (var part in line[1..^1].ToString().Split([" - ", " – ", "؛"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (label, role) = Array.Find(Labels, known => part.StartsWith(known.Label, StringComparison.Ordinal));
            if (label is null || People(part[label.Length..]) is not { } people) return null;
            if (reporters.Count == 0 && hands.Count == 0 && role != "editor" && role != "translator") reporters.AddRange(people);
            else hands.Add((people, role));
        }

        if (reporters.Count > 0 && item.Byline is null) item = item with { Byline = string.Join("، ", reporters), Authors = [.. reporters.Select(name => new Author(name))] };
        item = Hands.With(item, reporters, Hands.Reporter);
        foreach (var (names, role) in hands) item = Hands.With(item, names, role);
        return item;
    }

    /// <summary>Whether a line is one.</summary>
    public static bool Is(string line) => Read(new NewsItem(), line) is not null;

    private static List<string>? People(string said)
    {
        said = said.Trim(' ', ':');
        foreach (var purpose in Purposes)
            if (said.EndsWith(purpose, StringComparison.Ordinal)) said = said[..^purpose.Length].Trim();

        // "and" is written to the name behind it: two people where both have two names.
        var and = said.IndexOf(" و", StringComparison.Ordinal);
        if (and > 0 && said[..and] is var first && said[(and + 2)..].TrimStart() is var second && BylineText.IsName(first) && BylineText.IsName(second)) return [first, second];
        return BylineText.IsName(said) && said.AsSpan().Count(' ') < 4 ? [said] : null;
    }
}
