using System.Collections.Frozen;
using Dateline.Formats.InText;

namespace Dateline.Formats.Wires;

/// <summary>A line above a text that says when it may be used.</summary>
internal static class EmbargoLine
{
    /// <summary>Whether a line says so; then it is taken over. An end that can't be read is one nobody knows.</summary>
    public static bool Take(string line, WireDraft draft)
    {
        // The label in one line, the time in the next.
        if (draft.SaidEmbargo is { IsTime: false } && EmbargoTime.Whole(line.AsSpan().Trim()) is { } time)
        {
            draft.SaidEmbargo = time;
            return true;
        }

        if (EmbargoWords.InLine(line.AsSpan().Trim()) is not { } end) return false;
        draft.SaidEmbargo ??= end;
        return true;
    }

    /// <summary>Takes over what stands before a headline in its own line: <c>EMBARGO ALLE 18 - FERRY, SI RIPARTE</c>.</summary>
    /// <returns>The headline without it; null where the line is none of that kind.</returns>
    public static string? Before(string headline, WireDraft draft)
    {
        if (EmbargoWords.InHeadline(headline, out var isBehind) is { Length: > 0 } mark)
        {
            if (isBehind || mark.IsWhole || !IsHeadline(headline[mark.Length..].Trim())) return null;
            draft.SaidEmbargo ??= mark.Time;
            return headline[mark.Length..].Trim();
        }

        // A line of its own may say less than a headline must, and a dash set the headline off.
        if (headline.IndexOf(" - ", StringComparison.Ordinal) is not (> 0 and var dash) || EmbargoWords.InLine(headline.AsSpan(0, dash)) is not { } time || !IsHeadline(headline[(dash + 3)..].Trim())) return null;
        draft.SaidEmbargo ??= time;
        return headline[(dash + 3)..].Trim();
    }

    private static bool IsHeadline(string rest)
    {
        const int Shortest = 8;
        return rest.Length > Shortest && rest.Contains(' ', StringComparison.Ordinal) && char.IsLetter(rest[0]) && EmbargoTime.Read(rest).Length == 0;
    }

    public static bool IsRelease(string line) => Release.Contains(line.AsSpan().Trim().Trim("*- :"));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Release = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "for immediate release", "pour diffusion immédiate", "à diffuser immédiatement", "zur sofortigen veröffentlichung", "para publicación inmediata", "para difusión inmediata", "per diffusione immediata", "para divulgação imediata", "voor onmiddellijke publicatie", "до негайного оприлюднення", "للنشر الفوري").GetAlternateLookup<ReadOnlySpan<char>>();
}
