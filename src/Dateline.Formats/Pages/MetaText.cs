using System.Buffers;
using Dateline.Formats.InText;
using Dateline.Formats.Text;

namespace Dateline.Formats.Pages;

/// <summary>Lines that tell of a story rather than telling it: when it was published, by whom, how long it takes to read.</summary>
internal static class MetaText
{
    private const int LongestLine = 140;

    private static readonly string[] Openings =
        ["published", "updated", "last updated", "last modified", "posted", "first published", "created", "date:", "by ", "written by", "reported by", "author:", "story by", "von ", "veröffentlicht", "aktualisiert", "stand:", "publié", "mis à jour", "par ", "publicado", "actualizado", "por ", "atualizado", "pubblicato", "aggiornato", "di ", "gepubliceerd", "опубликовано", "обновлено", "автор:", "نشر", "تاريخ النشر", "آخر تحديث", "تم النشر", "كتب", "تاریخ انتشار", "تاریخ", "زمان انتشار", "کد خبر", "شناسه خبر", "发布时间", "来源：", "来源:", "作者：", "更新", "公開", "配信", "प्रकाशित", "अपडेट", "published by", "edited by", "source:", "views"];

    public static bool IsMeta(string text)
    {
        if (text.Length > LongestLine || TextWeight.EndsSentence(text) && text.Length > 60) return false;
        var line = text.AsSpan().Trim();
        if (line.Contains("min read", StringComparison.OrdinalIgnoreCase) || line.Contains("minute read", StringComparison.OrdinalIgnoreCase) || line.Contains("mins read", StringComparison.OrdinalIgnoreCase)) return true;
        if (NewsDate.TryRead(line, out _) || DayWords.TryRead(line, out _) || IsClock(line)) return true;
        foreach (var opening in Openings)
            if (line.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return opening[^1] != ' ' || BylineText.Read(line, Nobody) is not null || (line.Length < 60 && HasDate(line));

        return line.Length < 60 && HasDate(line) && !TextWeight.HasSentence(line);
    }

    /// <summary>The moment or day a line names, with or without a word before it.</summary>
    public static DateTimeOffset? Date(string text)
    {
        if (text.Length > LongestLine) return null;
        var line = text.AsSpan().Trim();
        foreach (var label in DateLabels)
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase)) line = line[label.Length..].Trim(": ");

        if (NewsDate.TryRead(line, out var instant)) return instant;
        return DayWords.TryRead(line, out var day) && day is { Year: > 0, Month: > 0 } && day.Near(null) is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
    }

    private static readonly string[] DateLabels = ["published on", "published", "posted on", "posted", "date", "veröffentlicht am", "veröffentlicht", "publié le", "publicado el", "publicado", "pubblicato il", "опубликовано", "تاریخ انتشار", "تاريخ النشر", "نشر في", "发布时间"];

    private static readonly Signatures Nobody = new([]);

    private static readonly SearchValues<char> ClockChars = SearchValues.Create("0123456789:APMapm. ");

    private static bool IsClock(ReadOnlySpan<char> line) => line.Length < 12 && line.Contains(':') && !line.ContainsAnyExcept(ClockChars);

    // A year beside another number in a short line: "Tuesday, 16 November 2026 - 10:30".
    private static bool HasDate(ReadOnlySpan<char> line)
    {
        var numbers = 0;
        var year = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsDigit(line[i])) continue;
            var start = i;
            while (i < line.Length && char.IsDigit(line[i])) i++;
            numbers++;
            year |= i - start == 4;
        }

        return (year && numbers >= 2) || (numbers >= 3 && line.ContainsAny(':', '/'));
    }
}
