using System.Buffers;
using System.Collections.Frozen;
using Dateline.Formats.InText;

namespace Dateline.Formats.Pages;

/// <summary>Who a page names as the writer in an element that is called so in its own language: <c>autor</c>, <c>yazar</c>, <c>contributor-name</c>.</summary>
internal sealed class PageBylines
{
    private const int MostAsked = 60;
    private const int LongestName = 60;
    private const int MostWords = 4;

    private static readonly Signatures Nobody = new([]);

    private static readonly SearchValues<string> Hints = SearchValues.Create(["autor", "auth", "autrice", "byline", "yazar", "muhabir", "contributor", "reporter", "journalist", "penulis", "signature", "firma", "szerzo", "skribent", "forfatter"], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Words = ChromeWords.Set("author authors authored autor autora autores autorzy auteur auteurs autrice autore autori byline bylines yazar muhabir contributor contributors reporter reporters journalist journalists penulis signature firma szerzo skribent forfatter");

    // Whoever is named there wrote something else: the picture, another story, a reply.
    private static readonly FrozenSet<string> Others = ChromeWords.Set("related comment comments commentlist reply replies sidebar aside widget recirc teaser teasers card cards caption figcaption image photo media gallery bio quote tweet most popular latest recommended foto bild newsletter footer");

    private int asked;

    public string? Named { get; private set; }

    public void Take(PageNode node)
    {
        if (Named is not null || asked >= MostAsked || !IsCalledSo(node)) return;
        asked++;
        if (Name(node) is { } name && !IsBeside(node)) Named = name;
    }

    private static bool IsCalledSo(PageNode node)
    {
        foreach (var (key, value) in node.Attributes)
            if (key is "class" or "id" or "data-testid" or "data-component" && value.AsSpan().ContainsAny(Hints)) return node.Name is not ("a" or "body" or "html" or "article" or "main") && ChromeWords.Says(node, Words, null);

        return false;
    }

    private static string? Name(PageNode node)
    {
        var line = node.Line(2 * LongestName);
        if (line.IndexOf('@', StringComparison.Ordinal) is > 4 and var address && line.LastIndexOf(' ', address) is > 3 and var blank) line = line[..blank];
        if (line.Length is < 4 or > LongestName || GenericUsers.Is(line)) return null;
        if (HeadBylines.Read(line) is { } signed) return signed.Byline;
        return BylineNames.IsPerson(line, Nobody) && line.AsSpan().Count(' ') < MostWords ? line : null;
    }

    private static bool IsBeside(PageNode node)
    {
        const int Deepest = 12;
        for (var (around, levels) = (node, 0); around is not null && levels < Deepest; around = around.Parent, levels++)
        {
            if (around.Name is "aside" or "nav" or "footer" or "figure" or "figcaption" or "form" or "blockquote" && around != node) return true;
            if (around.Name is "body" or "article" or "main") return false;
            if (around != node && ChromeWords.Says(around, Others, null)) return true;
        }

        return false;
    }

    /// <summary>WordPress' Yoast says for a preview who wrote it, in the language of the site: a label, and the name.</summary>
    public static string? Yoast(string? label, string? name) =>
        label is null || name is not { Length: > 3 and < LongestName } || name.AsSpan().ContainsAnyInRange('0', '9') || GenericUsers.Is(name) || !BylineNames.IsPerson(name, Nobody) ? null : name;

    /// <summary>"Mara Quill, Harbour Wire" on the page of Harbour Wire: the people alone.</summary>
    public static string? WithoutHouse(string? byline, string? site)
    {
        const int ShortestSite = 3;
        if (byline is null || site is not { Length: >= ShortestSite } || !byline.Contains(", ", StringComparison.Ordinal)) return byline;
        var people = byline.Split(", ").Where(part => !part.StartsWith(site, StringComparison.OrdinalIgnoreCase) && !(part.Length >= ShortestSite && site.StartsWith(part + " ", StringComparison.OrdinalIgnoreCase))).ToList();
        return people.Count == 0 ? byline : string.Join(", ", people);
    }

    private static readonly string[] EasternHouses = ["신문", "일보", "뉴스", "방송", "통신", "미디어", "투데이", "타임스", "报", "报社", "日报", "晚报", "新闻网", "新闻", "通讯社", "网", "電視", "電視台", "新聞", "新聞社", "新聞網", "通信", "通信社"];

    /// <summary>Portals of Korea and China send the paper's name where others send the writer's.</summary>
    public static bool IsEasternHouse(string name)
    {
        if (name[^1] < '\u3040') return false;
        foreach (var house in EasternHouses)
            if (name.EndsWith(house, StringComparison.Ordinal)) return true;

        return false;
    }
}
