using System.Buffers;
using Dateline.Formats.InText;

namespace Dateline.Formats.Pages;

/// <summary>Who wrote a story, in one of the lines around its headline: with and without "by", with a house, with a date.</summary>
internal static class HeadBylines
{
    private const int Longest = 80;

    private static readonly Signatures Nobody = new([]);

    // "Di" and "Da" begin names as well.
    private static readonly string[] Bys = ["By ", "Von ", "Par ", "Por ", "Door ", "Autor: ", "Autor ", "Texto: ", "Text: ", "Tekst: ", "Автор: ", "Текст: "];

    private static readonly string[] Withs = [" avec ", " with ", " mit ", " con ", " com ", " med ", " met ", " and ", " et ", " und ", " y "];

    private static readonly string[] Desks = [" and agencies", " und agenturen", " et agences", " y agencias", " e agenzie", " and agency"];

    /// <summary>The byline and whose copy it used or whom it was written for, where that is said; null where the line is another.</summary>
    public static (string Byline, string? Agency)? Read(string line)
    {
        var said = Said(line);
        if (Labelled(line) is { } labelled) return (labelled, null);
        if (BylineText.Read(said, Nobody) is { } named) return named;
        if (PostLine.Read(line) is { } post) return post.Byline is { } poster ? (poster, null) : null;
        if (line.Length > Longest) return null;
        if (Shared(line) is { } shared) return shared;
        if (Array.Exists(Bys, by => said.StartsWith(by, StringComparison.OrdinalIgnoreCase)) && BylineNames.Read(said, null, Nobody) is { Count: > 0 } people) return (string.Join(", ", people), null);
        foreach (var desk in Desks)
            if (line.EndsWith(desk, StringComparison.OrdinalIgnoreCase) && BylineNames.Read(line, null, Nobody) is { Count: > 0 }) return (line, null);

        return null;
    }

    private static readonly string[] Labels = ["מאת: ", "מאת ", "כתב: ", "כתבה: ", "بقلم: ", "بقلم : ", "بقلم ", "كتب: ", "كتبت: ", "الكاتب: ", "إعداد: ", "نویسنده: ", "نویسنده : ", "خبرنگار: ", "گزارشگر: ", "تحریر: ", "लेखक: ", "Yazan: ", "Haber: ", "Penulis: ", "Pewarta: ", "Του ", "Της ", "Autor: ", "Autorka: ", "Autoři: ", "Auteur : ", "Автор: ", "Автор : ", "Text: ", "Redaktor: ", "Szerző: "];

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" 　|｜,，");

    private static readonly string[] EasternLabels = ["作者：", "作者:", "记者：", "记者:", "記者：", "文：", "文/", "撰文：", "글: "];

    // "מאת: דנה כהן", "来源：新华社 作者：王小明"
    private static string? Labelled(string line)
    {
        if (line.Length is < 4 or > Longest) return null;
        foreach (var label in Labels)
            if (line[0] == label[0] && line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && line[label.Length..].Trim() is var name && BylineNames.IsPerson(name, Nobody) && name.AsSpan().Count(' ') < 4) return name;

        if (!line.AsSpan().ContainsAnyInRange('\u3040', '\uD7A3')) return null;
        foreach (var label in EasternLabels)
        {
            if (line.IndexOf(label, StringComparison.Ordinal) is not (>= 0 and var at) || (at > 0 && char.IsLetter(line[at - 1]))) continue;
            var name = line.AsSpan(at + label.Length).TrimStart();
            if (name.IndexOfAny(NameEnds) is > 0 and var end) name = name[..end];
            if (name.Length is >= 2 and <= 4 && !name.ContainsAnyExceptInRange('\u3040', '\uD7A3') && !Agencies.IsKnown(name)) return name.ToString();
        }

        return null;
    }

    private static readonly string[] Written = ["by ", "written by ", "written by: ", "posted by ", "reported by ", "submitted by ", "story by ", "words by "];

    // "by Mara Quill", "Written by Mara Quill", and the Italians' "di Mara Quill".
    private static string Said(string line)
    {
        if (line.Length is < 6 or > Longest) return line;
        foreach (var written in Written)
            if (line.StartsWith(written, StringComparison.OrdinalIgnoreCase)) return "By " + line[written.Length..];

        return line.StartsWith("di ", StringComparison.Ordinal) && BylineNames.IsPerson(line[3..], Nobody) ? "By " + line[3..] : line;
    }

    // "Par Le Quai avec AFP", "Mara Quill with AFP, dpa", "Par Mara Quill (avec AFP)": a house or a person and whose copy was used.
    private static (string, string?)? Shared(string line)
    {
        var bare = BylineNames.WithoutBy(line);
        var isBy = !ReferenceEquals(bare, line) && bare.Length > 4;
        var text = bare.TrimEnd(')').Replace(" (", " ", StringComparison.Ordinal);
        foreach (var with in Withs)
        {
            if (text.LastIndexOf(with, StringComparison.Ordinal) is not (> 1 and var at) || Nobody.Read(text.AsSpan(at + with.Length)) is not { } agencies) continue;
            var isPerson = BylineNames.IsPerson(text[..at], Nobody);
            if (isBy || isPerson) return (isPerson ? text[..at] : bare, string.Join('/', agencies));
        }

        return null;
    }

    /// <summary><c>Mara Quill</c> above <c>Shipping correspondent</c> or <c>Quay News, Tarn</c>: the line below says who that is.</summary>
    public static string? Introduced(string line, string below) =>
        line.Length < Longest && below.Length < Longest && BylineNames.IsPerson(line, Nobody) && line.AsSpan().Count(' ') < 4 && SaysWho(below) ? line : null;

    private static readonly string[] Offices = ["correspondent", "reporter", "editor", "writer", "korrespondent", "korrespondentin", "redakteur", "redakteurin", "correspondant", "correspondante", "journaliste", "journalist", "corresponsal", "redactor", "redactora", "corrispondente"];

    private static bool SaysWho(string below)
    {
        var house = below.AsSpan(0, below.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma ? comma : below.Length).Trim();
        if (Agencies.SaysNews(house) && Signatures.IsSignatory(house) || Nobody.Read(house) is not null) return true;
        foreach (var office in Offices)
            if (below.EndsWith(office, StringComparison.OrdinalIgnoreCase) || below.StartsWith(office, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }
}
