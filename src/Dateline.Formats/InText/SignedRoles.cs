namespace Dateline.Formats.InText;

/// <summary>
/// Who is named in what a desk leaves below a text: <c>AGERPRES/(AS - autor: Maria Dobre, editor: Ana Stan)</c>, <c>（譯者：張舟/核稿：李港）</c>.
/// </summary>
internal static class SignedRoles
{
    private const int LongestName = 40;

    private const string Writer = "writer";

    private static readonly (string Word, string Role)[] Words =
    [
        ("autor", Writer), ("autori", Writer), ("autoare", Writer), ("author", Writer), ("authors", Writer), ("editor", Hands.Editor), ("editors", Hands.Editor), ("editori", Hands.Editor), ("editor online", Hands.Editor),
        ("編輯", Hands.Editor), ("编辑", Hands.Editor), ("責任編輯", Hands.Editor), ("责任编辑", Hands.Editor), ("核稿", Hands.Editor), ("审核", Hands.Editor), ("编审", Hands.Editor), ("譯者", Hands.Translator), ("译者", Hands.Translator), ("編譯", Hands.Translator), ("编译", Hands.Translator),
    ];

    /// <summary>The item with whom the signs name.</summary>
    /// <param name="item">The item.</param>
    /// <param name="signs">What is cut off the end of its text.</param>
    /// <param name="signatures">Who is an agency here: a byline of one gives way.</param>
    public static NewsItem Read(NewsItem item, ReadOnlySpan<char> signs, Signatures signatures)
    {
        string? role = null;
        if (signs.IndexOfAny('(', '（', '【') is >= 0 and var open) signs = signs[open..];
        foreach (var range in signs.SplitAny("(（【)）】[],，、/;；"))
        {
            var part = signs[range].Trim();
            if (part.IndexOfAny(':', '：') is > 0 and var colon)
            {
                // "AS - autor": the letters of who sent it stand before the word.
                var word = part[..colon].Trim();
                if (word.LastIndexOf(' ') is > 0 and var dash && word[..dash].TrimEnd() is [.., '-' or '–']) word = word[(dash + 1)..];
                role = RoleOf(word);
                part = part[(colon + 1)..].Trim();
            }

            if (role is null || part.Length is < 2 or > LongestName || !(part[0] >= '\u2E80' ? part.Length <= 4 : BylineText.IsName(part))) continue;
            if (role != Writer) item = Hands.With(item, [part.ToString()], role);
            else if (item.Byline is null || signatures.IsAgency(item.Byline)) item = item with { Byline = part.ToString() };
            else if (!item.Byline.Contains(part, StringComparison.OrdinalIgnoreCase) && item.Authors.Count == 0) item = item with { Byline = $"{item.Byline}, {part}" };
        }

        return item;
    }

    private static string? RoleOf(ReadOnlySpan<char> word)
    {
        foreach (var (known, role) in Words)
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return role;

        return null;
    }
}
