using System.Buffers;
using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// What a house or a carrier puts below whatever it sends: whom to call about a Bloomberg story, which company paid for a release
/// (<c>SOURCE Tarn Ferries Ltd.</c>), that nobody has edited what came from an agency.
/// </summary>
internal static partial class HouseFoot
{
    private const int Longest = 290;
    private const int LongestCompany = 80;

    private static readonly SearchValues<string> Stems = SearchValues.Create(
        ["Anadolu A", "BERNAMA ", "@bns.", "ll rights reserved", "OTS-ORIGINALTEXT", "er videreformidlet af ", "PAP - Nauka w Polsce", "Published in ", "To contact the ", "Most Read from ", "SOURCE ", "Trust Principles", "syndicated feed", "auto-generated", "auto generated", "gency feed", "ire feed", "wire agency", "PTI feed", "ANI feed", "automatisierten Angebots", "automatisch ", "automatiquement", "ticamente"], StringComparison.Ordinal);

    private static readonly string[] PressWires = ["PRNewswire", "PR Newswire", "PRNEWSWIRE", "CNW", "CNW Telbec", "Newswire", "Business Wire", "BUSINESS WIRE", "PRNewswire-Asia", "Cision"];

#pragma warning disable MA0009 // at most 290 characters are looked at, and only where a stem was found
    [GeneratedRegex(@"^To contact the (?<what>reporters?|editors?|authors?)(?: responsible for| on) this story: ?(?<who>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})(?: in \p{Lu}[\p{L} .-]{1,40})? at \S+@\S+(?:;.{0,160})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Contact { get; }

    [GeneratedRegex(@"^\W*(?:(?:This|The) (?:story|article|report|news|copy|content)\b.{0,60}\b(?:not been edited|unedited|auto-? ?generated|published (?:from|through)|generated (?:from|by)|taken from|sourced from)\b.{0,160}\bfeed\b.{0,80}|This story has not been edited by .{2,40} and is auto-generated from \p{Lu}{2,6}\b.{0,10}|(?:Except for the headline|Only the headline|Apart from the headline|Barring the headline)\b.{0,200}\bfeed\b.{0,40}|Dieser (?:Artikel|Text|Beitrag|Inhalt)\b.{0,60}\b(?:automatisch (?:erstellt|generiert|übernommen)|Teil eines automatisierten Angebots)\b.{0,180}|Diese Meldung\b.{0,40}\b(?:automatisch|automatisierten)\b.{0,180}|Cet article a été publié automatiquement.{0,60}|Est[ae] (?:nota|noticia|artículo|contenido|contido|notícia|conteúdo) (?:fue|ha sido|foi) (?:generad[ao]|publicad[ao]|gerad[ao]) autom[aá]ticamente.{0,80}|Dit (?:artikel|bericht) is automatisch gepubliceerd.{0,80})\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Untouched { get; }

    // Our Standards: The Thomson Reuters Trust Principles.
    [GeneratedRegex(@"^Our Standards: ?The Thomson Reuters Trust Principles\.?,?(?: ?opens new tab)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Standards { get; }
#pragma warning restore MA0009

    /// <summary>Whether the block is one; then the item and the chain have what it says.</summary>
    public static bool Take(ref NewsItem item, ReadOnlySpan<char> block, Signatures signatures, CreditChain chain)
    {
        var line = block.Trim();
        if (line.Length is < 8 or > Longest) return false;
        if (line.StartsWith("◎공감언론 ")) return true;
        if (!line.ContainsAny(Stems)) return false;
        if (line.StartsWith("Anadolu Ajansı web sitesinde, AA Haber Akış Sistemi") || line.StartsWith("Anadolu Agency website contains only a portion of the news stories"))
        {
            chain.SignedAtEnd("AA", isSource: false, signatures);
            return true;
        }

        if (line.StartsWith("BERNAMA provides up-to-date ") || line.StartsWith("BERNAMA menyediakan ")) return true;
        if (line.Length < "All rights reserved.".Length + 1 && line.StartsWith("All rights reserved", StringComparison.OrdinalIgnoreCase)) return true;
        if (line.StartsWith("PAP - Nauka w Polsce"))
        {
            chain.SignedAtEnd("PAP", isSource: false, signatures);
            var who = line["PAP - Nauka w Polsce".Length..].Trim(" ,");
            if (item.Byline is null && BylineText.IsName(who)) item = item with { Byline = who.ToString() };
            return true;
        }

        // Published in Dawn, November 17th, 2026: of the paper whose feed it is.
        if (line.StartsWith("Published in ")) return line.Length < LongestCompany && line.IndexOf(',') is > 14 and var comma && DayWords.TryRead(line[(comma + 1)..].TrimEnd('.').Trim(), out var day) && day is { Day: > 0, Year: > 0 };
        if (line.StartsWith("** Ovenstående pressemeddelelse er videreformidlet af Ritzau"))
        {
            chain.SignedAtEnd("Ritzau", isSource: false, signatures);
            return true;
        }

        if (line.StartsWith("OTS-ORIGINALTEXT PRESSEAUSSENDUNG"))
        {
            chain.SignedAtEnd("OTS", isSource: false, signatures);
            return true;
        }

        // Vilnius newsroom, +370 5 000 0000, news@bns.lt: whom to call at the Baltic agency.
        if (line.Length < 110 && line.Contains("+37", StringComparison.Ordinal) && line[..^2].EndsWith("@bns.", StringComparison.Ordinal))
        {
            chain.SignedAtEnd("BNS", isSource: false, signatures);
            return true;
        }

        if (line.StartsWith("SOURCE ")) return TakeCompany(line["SOURCE ".Length..].Trim().TrimStart(':').Trim(), signatures, chain);
        if (line.StartsWith("Most Read from ")) return line.Length < LongestCompany && !line.ContainsAny(".,;!?") && signatures.IsAgency(line["Most Read from ".Length..].Trim()) || line.StartsWith("Most Read from Bloomberg");
        var text = line.ToString();
        if (Contact.Match(text) is { Success: true } contact)
        {
            if (item.Byline is null && contact.Groups["what"].ValueSpan[0] is 'r' or 'a') item = item with { Byline = contact.Groups["who"].Value };
            return true;
        }

        if (Standards.IsMatch(text))
        {
            chain.SignedAtEnd("Reuters", isSource: false, signatures);
            return true;
        }

        if (!Untouched.IsMatch(text)) return false;
        foreach (var range in line.SplitAny(' ', '(', ')', '.', ',', ':'))
            if (line[range].Length > 2 && Places.IsCapital(line[range]) && Agencies.IsKnown(line[range]) || line[range] is "dpa" or "ats" or "Lusa" or "Télam") chain.SignedAtEnd(line[range].ToString(), isSource: true, signatures);

        return true;
    }

    /// <summary>Whether a press wire signed the text: whom to ask is a part of a release.</summary>
    public static bool IsRelease(Signatures signatures) => Array.Exists(PressWires, wire => signatures.HasSigned(wire));

    // Who pays a press wire is who says it.
    private static bool TakeCompany(ReadOnlySpan<char> name, Signatures signatures, CreditChain chain)
    {
        if (name.Length is < 2 or > LongestCompany || !IsRelease(signatures)) return false;
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (!word.IsEmpty && char.IsLower(word[0]) && word is not ("of" or "and" or "the" or "for" or "de" or "et" or "du" or "des" or "und" or "y")) return false;
        }

        // The stop of "Ltd." is its own.
        chain.Wrote(name.ToString());
        return true;
    }
}
