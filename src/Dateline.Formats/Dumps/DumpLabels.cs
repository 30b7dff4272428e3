using System.Collections.Frozen;
using Dateline.Formats.Pages;

namespace Dateline.Formats.Dumps;

/// <summary>
/// The head that an archive or a program writes above a text, a label before each line: <c>Title: …</c>, <c>Author: …</c>,
/// <c>Date: …</c>, <c>Source: …</c>. Without a title such lines are a page's own, and read with it.
/// </summary>
internal sealed class DumpLabels
{
    private const int LongestLabel = 24;
    private const int LongestTitle = 300;
    private const int LongestValue = 200;
    private const int LinesAbove = 15;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private DumpLabels()
    {
    }

    public string? Title => values.GetValueOrDefault("title");

    public string? Author => values.GetValueOrDefault("author");

    public string? Date => values.GetValueOrDefault("date");

    public string? Source => values.GetValueOrDefault("source");

    public string? Summary => values.GetValueOrDefault("summary");

    public string? Language => values.GetValueOrDefault("language") is { Length: 2 or 5 } tag && (tag.Length == 2 || tag[2] == '-') ? tag : null;

    public string? Address => values.GetValueOrDefault("address") is { } address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : null;

    public IEnumerable<string> Keywords => Listed("section").Concat(Listed("tags"));

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Kinds = Table(
        ("title", "title|headline|head|heading|hed|titel|überschrift|schlagzeile|titre|título|titulo|titular|titolo|заголовок|العنوان|عنوان|عنوان خبر|تیتر|标题|標題|タイトル|見出し|제목|כותרת|başlık|tytuł|शीर्षक|judul|rubrik|otsikko|titlu"),
        ("author", "author|authors|byline|by|writer|written by|reporter|reporters|correspondent|autor|autorin|autorzy|auteur|auteurs|autore|автор|الكاتب|بقلم|كتب|المحرر|نویسنده|خبرنگار|作者|记者|記者|著者|執筆|기자|글|מאת|yazar|muhabir|लेखक|penulis|pewarta|författare|forfatter|kirjoittaja"),
        ("date", "date|published|publication date|pub date|pubdate|posted|released|datum|veröffentlicht|fecha|data|дата|التاريخ|تاريخ النشر|تاریخ|تاریخ انتشار|日期|发布时间|日付|公開日|날짜|입력|תאריך|tarih|दिनांक|tanggal|päiväys"),
        ("source", "source|sources|agency|publication|publisher|newspaper|quelle|fuente|fonte|источник|المصدر|منبع|来源|來源|出典|출처|מקור|kaynak|स्रोत|sumber|źródło|kilde|källa|lähde"),
        ("summary", "summary|description|abstract|teaser|standfirst|zusammenfassung|résumé|resumen|ملخص|خلاصه|摘要|要約|요약"),
        ("section", "section|category|categories|ressort|rubrique|sección|seção|sezione|рубрика|القسم|دسته|دسته‌بندی|分类|栏目|カテゴリ|카테고리"),
        ("tags", "tags|tag|keywords|schlagwörter|mots-clés|etiquetas|palabras clave|теги|метки|الكلمات المفتاحية|برچسب‌ها|برچسب ها|کلیدواژه‌ها|关键词|标签|キーワード|타그"),
        ("address", "url|link|permalink|web|adresse|الرابط|لینک|链接"),
        ("language", "language|lang|sprache|langue|idioma"),
        ("text", "text|body|content|article|story|full text"));

    private static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Table(params ReadOnlySpan<(string Kind, string Labels)> kinds)
    {
        var table = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kind, labels) in kinds)
            foreach (var label in labels.Split('|')) table.TryAdd(label, kind);

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a line is a label and what it says, and so no headline: <c>URL: https://…</c></summary>
    public static bool IsOne(string line) => Labelled(line) is { Kind: "author" or "date" or "source" or "section" or "tags" or "address" or "language" };

    /// <summary>Takes such a head off the lines; null where none stands above the text.</summary>
    public static DumpLabels? Take(List<string> lines)
    {
        for (var i = 0; i < Math.Min(lines.Count, LinesAbove); i++)
        {
            if (Labelled(lines[i]) is null) continue;
            var head = new DumpLabels();
            var end = i;
            for (; end < lines.Count && Labelled(lines[end]) is var (kind, value); end++) head.values.TryAdd(kind, value);

            // A title alone is one where nothing stands above it.
            if (head.Title is null || (head.values.Count == 1 && i > 0)) return null;
            lines.RemoveRange(0, end);
            if (lines.Count > 0 && lines[0].Equals(head.Title, StringComparison.OrdinalIgnoreCase)) lines.RemoveAt(0);
            return head;
        }

        return null;
    }

    /// <summary>The keywords of a line <c>Tags: ferries, harbour</c>, <c>Section: Transport</c> above or below a text; null where it is another.</summary>
    public static string[]? Words(string line) => Labelled(line) is { Kind: "tags" or "section" } listed ? Split(listed.Value) : null;

    private static (string Kind, string Value)? Labelled(string line)
    {
        var colon = line.AsSpan(0, Math.Min(line.Length, LongestLabel + 1)).IndexOfAny(':', '：');
        if (colon < 1 || !Kinds.TryGetValue(line.AsSpan(0, colon).TrimStart("#*- ").TrimEnd(" *"), out var kind)) return null;
        var value = line[(colon + 1)..].Trim(' ', '*', '\t', '\u3000');
        if (value.Length > 2 && value[0] is '"' or '\'' && value[^1] == value[0]) value = value[1..^1];
        if (kind == "text") return value.Length == 0 ? (kind, value) : null;
        if (value.Length == 0 || value.Length > (kind is "title" or "summary" ? LongestTitle : LongestValue)) return null;
        return kind switch
        {
            "title" => !TextWeight.EndsSentence(value) || TextWeight.Words(value) < 16 ? (kind, value) : null,
            "date" => MetaText.Date(value) is not null ? (kind, value) : null,
            "summary" => (kind, value),
            "address" => value.Contains("://", StringComparison.Ordinal) && !value.Contains(' ', StringComparison.Ordinal) ? (kind, value) : null,
            _ => TextWeight.HasSentence(value) || TextWeight.Words(value) > 20 ? null : (kind, value),
        };
    }

    private string[] Listed(string kind) => values.GetValueOrDefault(kind) is { } words ? Split(words) : [];

    private static string[] Split(string words) => words.Trim('[', ']').Split([',', ';', '،', '؛', '、', '，', '|', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
