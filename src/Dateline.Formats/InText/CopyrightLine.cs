namespace Dateline.Formats.InText;

/// <summary>
/// A line below a text that says whose it is: <c>© Agence France-Presse</c>, <c>Copyright 2026 The Associated Press. All rights reserved.</c>
/// It is a notice, and goes where notices go.
/// </summary>
internal static class CopyrightLine
{
    private const int Longest = 280;
    private const int LongestPlain = 160;

    private static readonly string[] Signs = ["©", "(c)", "ⓒ", "Copyright", "저작권자"];

    private const string Reproduction = "Riproduzione riservata";

    private static readonly string[] Reserved = ["rights reserved", "vorbehalten", "réservés", "reservados", "riservat", "voorbehouden", "förbehålln", "expresamente prohibida", "prohibida su reproducción", "zastrzeżone", "защищены", "محفوظة", "محفوظ", "금지", "转载", "無断"];

    /// <summary>Whether the whole block is one.</summary>
    public static bool Is(ReadOnlySpan<char> block, Signatures signatures)
    {
        var text = block.Trim();
        if (text.Length is < 4 or > Longest) return false;
        if (text.Length < LongestPlain && text.StartsWith(Reproduction, StringComparison.OrdinalIgnoreCase)) return true;
        text = WithoutMark(text);
        if (!MayBegin(text[0])) return false;
        var rest = WithoutSign(text);
        if (rest.Length == text.Length || rest.IsEmpty) return false;
        // "Copyright is a right": behind the word, which others begin a sentence with, stands a year or another sign.
        if (text[0] is 'C' or 'c' && !(char.IsAsciiDigit(rest[0]) || WithoutSign(rest).Length < rest.Length || rest[0] == ':' || rest.StartsWith("by "))) return false;
        foreach (var words in Reserved)
            if (text.Contains(words, StringComparison.OrdinalIgnoreCase)) return true;

        if (text.Length > LongestPlain || Owner(text) is not { IsEmpty: false } owner) return false;
        // "Bloomberg L.P.": what kind of firm it is ends the name.
        if (text[(text.IndexOf(owner) + owner.Length)..].StartsWith(".P.") && owner.EndsWith(" L")) owner = owner[..^2];
        return signatures.IsAgency(owner) || (Signatures.IsSignatory(owner) && text[(text.IndexOf(owner) + owner.Length)..].Trim(" .,0123456789>›]").IsEmpty);
    }

    /// <summary>The agencies that it names; none where the owner is none that is known.</summary>
    public static List<string> Agencies(ReadOnlySpan<char> block, Signatures signatures) => Owner(WithoutMark(block.Trim())) switch
    {
        "Thomson Reuters" => ["Reuters"],
        "Cable News Network" => ["CNN"],
        "Bloomberg L" => ["Bloomberg"],
        var owner => signatures.Read(owner) ?? [],
    };

    // "The-Tarn-Wire™ & © 2026 …": the mark of the service before the sign.
    private static ReadOnlySpan<char> WithoutMark(ReadOnlySpan<char> text)
    {
        const int LongestMark = 24;
        if (text[0] is '©' || text[..Math.Min(text.Length, LongestMark)].IndexOf('©') is not (> 1 and var sign) || text[..sign].IndexOfAny("™®&") < 0) return text;
        return text[sign..];
    }

    private static bool MayBegin(char first) => first is '©' or '(' or 'ⓒ' or 'C' or 'c' or '<' or '‹' or '[' or '저';

    private static ReadOnlySpan<char> WithoutSign(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(Reproduction, StringComparison.OrdinalIgnoreCase)) return text[Reproduction.Length..].TrimStart(" -–—.");
        var bare = text.TrimStart("<‹[ ");
        foreach (var sign in Signs)
            if (bare.StartsWith(sign, StringComparison.OrdinalIgnoreCase)) return bare[sign.Length..].TrimStart();

        return text;
    }

    // The words behind signs and years, as far as a stop, a comma or another year.
    private static ReadOnlySpan<char> Owner(ReadOnlySpan<char> text)
    {
        for (var shorter = WithoutSign(text).TrimStart("0123456789-–,: "); shorter.Length < text.Length; shorter = WithoutSign(text).TrimStart("0123456789-–,: ")) text = shorter;
        if (text.StartsWith("by ")) text = text[3..];
        var end = text.IndexOfAny(".,;|/");
        if (end > 0) text = text[..end];
        if (text.IndexOf(" All ") is > 0 and var all) text = text[..all];
        return text.TrimEnd("0123456789 >›]").Trim();
    }
}
