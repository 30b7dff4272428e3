using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// Marks of a version as one house writes them around its headlines, which in another's would be words of it: ANSA's
/// <c>(2)</c> and <c>(RPT, CON FOTO)</c>, Ritzau's <c>(2)</c>, PAP's <c>(aktl.)</c>, APA's <c>- 1. Update</c>. Asked once it is known who signed.
/// </summary>
internal static partial class HouseMarks
{
    private const int Most = 3;
    private const int LongestSort = 12;
    private const int Longest = 300;

    private sealed record Manner(string[] Houses, Regex Mark, LeadKind? Kind);

    private static readonly Manner[] Manners =
    [
        new(["ANSA", "AGI", "Adnkronos"], Repeated, LeadKind.Repeat),
        new(["ANSA", "AGI", "Adnkronos"], Piece, LeadKind.Take),
        new(["ANSA"], Crossed, LeadKind.Urgent),
        new(["MTI"], Part, LeadKind.Take),
        new(["ritzau", "TT", "NTB", "STT", "Belga"], Numbered, LeadKind.Update),
        new(["Belga", "APA", "AA"], Dashed, LeadKind.Update),
        new(["PAP"], Corrected, LeadKind.Correction),
        new(["PAP"], Fuller, LeadKind.Update),
        new(["ats"], Added, LeadKind.Update),
        new(["Yonhap"], Hurried, LeadKind.Urgent),
        new(["Yonhap"], Gathered, LeadKind.Update),
        new(["Europa Press"], Enlarged, LeadKind.Update),
        new(["Kyodo"], Plus, null),
        new(["Xinhua", "CNS"], Rubric, null),
        new(["Xinhua", "CNS"], Titled, null),
        new(["SPA"], Sort, null),
        new(["APA"], Pictured, null),
        new(["KUNA", "QNA", "BNA", "WAM", "SPA", "ONA", "NNA", "SANA", "MENA", "IRNA", "WAFA", "SABA"], Signed, null),
    ];

#pragma warning disable MA0009 // at most 300 characters are looked at, from one end or the other
    // (RPT), (RPT, CORREGGE DATA), before the headline or behind it
    [GeneratedRegex(@"\s*\((?<said>RPT(?:[,:] ?[^()]{2,60})?)\)$|^\((?<said>RPT(?:[,:] ?[^()]{2,60})?)\)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Repeated { get; }

    // (2), (3-FINE)
    [GeneratedRegex(@"\s+\((?<nth>[2-9])(?:\s?[-–]\s?(?:FINE|SEGUE))?\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Piece { get; }

    [GeneratedRegex(@"^\+{2,3}\s|\s\+{2,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Crossed { get; }

    [GeneratedRegex(@"\s+\((?<nth>[2-9])\. rész\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Part { get; }

    [GeneratedRegex(@"\s+\((?<nth>[2-9])\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"\s+[-–]\s?(?:(?<nth>[1-9])\. ?(?:Update|Aktualisierung)|UPDATE|GÜNCELLEME)(?: (?<nth>[2-9]))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed { get; }

    [GeneratedRegex(@"\s*\((?:korekta|sprostowanie|popr\.)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Corrected { get; }

    [GeneratedRegex(@"\s*\((?:aktl|opis|krótka|synteza|dłuższa)\.?(?:\s?(?<nth>[2-9]))?\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Fuller { get; }

    [GeneratedRegex(@"\s+\((?:ajout|développement|actualisé|actualisation)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Added { get; }

    [GeneratedRegex(@"\s*\((?:속보|긴급)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Hurried { get; }

    [GeneratedRegex(@"\s*\((?:종합(?:\s?(?<nth>[2-9])보)?|(?<nth>[1-9])보)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Gathered { get; }

    // AMP.-, AMPL. 2.-
    [GeneratedRegex(@"^AMPL?\.?\s?(?<nth>[2-9])?\.\s?-?\s*(?=[\p{Lu}'""“«¿])|^AMPL?\.\s?-?\s*(?=[\p{Lu}'""“«¿])", RegexOptions.CultureInvariant)]
    private static partial Regex Enlarged { get; }

    [GeneratedRegex(@"(?<=\p{L})\+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plus { get; }

    // （国际）…
    [GeneratedRegex(@"^[（(](?:国际|国内|国际时事|国际经济|国际政治|财经|经济|体育|社会|文化|科技|教科文|政治|时政|军事|法治|图文|图文互动|图表|视频|两岸|港澳台|新华视点|新华时评)[）)]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Rubric { get; }

    // 电题：…, as its dateline says it: 新华社北京11月16日电题：…
    [GeneratedRegex(@"^电?题[：:]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Titled { get; }

    // عام / …
    [GeneratedRegex(@"^(?:عام|سياسي|اقتصادي|رياضي|ثقافي|اجتماعي|دولي|محلي|علمي|تعليمي|إسلامي|صحي|General|Political|Economic|Sports?|Cultural|Social)\s?/\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Sort { get; }

    // … - BILD: what comes beside it
    [GeneratedRegex(@"\s+[-–]\s(?:BILD|GRAFIK|VIDEO|FOTO|KARTE)(?:/(?:BILD|GRAFIK|VIDEO|FOTO|KARTE))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pictured { get; }

    // KUNA : …, of those that sign each headline
    [GeneratedRegex(@"^(?:KUNA|QNA|BNA|WAM|SPA|ONA|NNA|SANA|MENA|IRNA|WAFA|SABA)\s?[:/]\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Signed { get; }
#pragma warning restore MA0009

    /// <summary>The item without the marks of its house, and with what they say.</summary>
    /// <param name="item">The item, its credit complete.</param>
    public static NewsItem Apply(NewsItem item)
    {
        if (item is not { Headline: { Length: > 6 and <= Longest } headline } || !MayHave(headline)) return item;
        for (var found = 0; found < Most && Find(headline, item) is var (manner, match); found++)
        {
            var rest = headline.Remove(match.Index, match.Length).Trim();
            if (rest.Length < 3) break;
            headline = rest;
            item = item with { Headline = headline };
            if (manner.Kind is not { } kind) continue;
            var mark = new LeadMark(kind, match.Groups["nth"] is { Success: true, ValueSpan: var nth } && int.TryParse(nth, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 1, match.Value.Trim(" ()-–+".ToCharArray()));
            item = HandlingMarks.Mean(item with { LeadMark = item.LeadMark ?? mark }, mark);

            // (RPT, CORREGGE DATA)
            if (match.Groups["said"].Value is { Length: > 0 } said && (said.Contains("CORR", StringComparison.Ordinal) || said.Contains("RETTIF", StringComparison.Ordinal))) item = HandlingMarks.With(item, "sig:correction");
        }

        return item;
    }

    private static bool MayHave(string headline) => headline[^1] is ')' or '+' || headline[0] is '(' or '+' or '（' or '电' or '题' || headline.AsSpan(0, Math.Min(headline.Length, LongestSort)).Contains('/') || (char.IsUpper(headline[1]) && headline.AsSpan(0, 6).ContainsAny(':', '/', '.')) || char.IsUpper(headline[^1]) || headline.EndsWith("pdate", StringComparison.Ordinal) || headline.EndsWith("UPDATE", StringComparison.Ordinal) || headline.EndsWith("ierung", StringComparison.Ordinal) || headline.EndsWith("LEME", StringComparison.Ordinal) || char.IsAsciiDigit(headline[^1]);

    private static (Manner, Match)? Find(string headline, NewsItem item)
    {
        var host = HostOf(item.Page);
        if (item.Credit is null && host is null) return null;
        foreach (var manner in Manners)
            if (Array.Exists(manner.Houses, house => house.Equals(host, StringComparison.OrdinalIgnoreCase) || (item.Credit is { } credit && IsOf(credit, house))) && manner.Mark.Match(headline) is { Success: true } match) return (manner, match);

        return null;
    }

    // "pap" of https://www.pap.pl/…: on its own pages a house signs with nothing else.
    private static string? HostOf(string? page)
    {
        if (page is null || page.IndexOf("://", StringComparison.Ordinal) is not (> 0 and var scheme)) return null;
        var host = page.AsSpan(scheme + 3);
        if (host.IndexOfAny('/', '?', '#') is >= 0 and var end) host = host[..end];
        var dot = host.LastIndexOf('.');
        return dot < 2 ? null : host[(host[..dot].LastIndexOf('.') + 1)..dot].ToString();
    }

    private static bool IsOf(Credit credit, string house)
    {
        foreach (var name in (ReadOnlySpan<string?>)[credit.Source, credit.Distributor, credit.Provider])
            if (name is not null && Houses.AreOne(name, house)) return true;

        return false;
    }
}
