using System.Text.RegularExpressions;

namespace Dateline.Formats.InText;

/// <summary>
/// Whose a picture is, said in its caption: <c>A ferry. Foto: Kari Hansen / NTB</c>, <c>A ferry (AP Photo/Jane Doe)</c>,
/// <c>A ferry. REUTERS/Jane Doe</c>. It leaves the caption for the credit, in every format alike.
/// </summary>
internal static partial class PictureCredit
{
    private const int Reach = 150;
    private const int LongestNotice = 400;

#pragma warning disable MA0009 // at most 150 characters are looked at
    // A word for the picture with a colon, a sign of copyright, "Photo by"; what stands before it ends something.
    [GeneratedRegex(@"(?<![\p{L}\d])(?:(?<colon>(?:(?:archiv|arkiv|symbol|illustrasjons|illustrations|presse|press|handout|file |courtesy |staff )?-?(?:fotos?|bild(?:er|e)?|billede|kuvat?|photos?|photographs?|pictures?|pics?|images?|fot\.?|zdjęcie|snímek|ảnh)|(?:photo|image|picture)s? (?:credits?|source)|fotocredit|crédits? ?(?:photos?)?|créditos?|credits?|copyright|фото|عکس|الصورة|صورة|تصوير|تصویر|照片|图片|写真|사진) ?[:：])|(?<by>fot\.(?= ?\p{Lu})|(?:photos?|pictures?|images?|foto|fotos|bild) (?:by|courtesy of|von|par|por|di|av|af)(?= \p{Lu}))|(?<sign>©|\(c\)(?= )))\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Label { get; }

    // AFP's and Getty's, with the terms of use behind it.
    [GeneratedRegex(@"\((?:Photos?|PHOTO|Foto|Image) (?:by|von|par|por) (?<value>[^()]{3,90})\)\s*/? ?(?<rest>\p{Lu}{2,}[^\p{Ll}]{8,}.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Restricted { get; }

    // dpa's, behind the credit.
    [GeneratedRegex(@"\s*(?:\+{2,} ?dpa-Bildfunk ?\+{2,}|[-–] ?(?<notice>(?:ACHTUNG|Achtung|HINWEIS|ATTENTION EDITORS|Nur zur redaktionellen)\b.*))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Handling { get; }

    [GeneratedRegex(@"\s*(?:[/|,;&•+]|\s[-–—]\s|\bvia\b|\bon(?= (?:Unsplash|Pexels|Pixabay|Flickr)$)|\s(?:and|und|og|och|et|y|e)\s)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Joints { get; }

    // epaselect epa12345678 A ferry. EPA/KARI EK HANDOUT EDITORIAL USE ONLY/NO SALES
    [GeneratedRegex(@"^(?:epa(?:select| file| filephoto|ready) )?epa\d{8} ", RegexOptions.CultureInvariant)]
    private static partial Regex Number { get; }

    [GeneratedRegex(@"(?<=\bEPA(?:-EFE|IMAGES)?/[\p{Lu}.'’ -]{3,40}) (?<notice>(?:HANDOUT|EDITORIAL USE ONLY|MANDATORY CREDIT|[A-Z]{3,20}(?: AND [A-Z ]{3,20})? OUT\b)[^\p{Ll}]{0,160})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Use { get; }

    // "Kari Ek/dpa (Archiv)"
    [GeneratedRegex(@"\s*\((?:archiv\w*|arkiv\w*|archivo|file|file photo|handout|symbol\w*|illustra\w*)\)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside { get; }

    [GeneratedRegex(@"\p{Ll}{3,}[.!?] \p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex TwoSentences { get; }
#pragma warning restore MA0009

    // Those that sell pictures and write no texts.
    private static readonly HashSet<string> Agents = new(StringComparer.OrdinalIgnoreCase)
    {
        "EPA", "EPA-EFE", "EPA Images", "Getty", "Getty Images", "Scanpix", "NTB Scanpix", "Ritzau Scanpix", "TT Nyhetsbyrån", "Lehtikuva", "Shutterstock", "imago", "imago images", "picture alliance", "picture-alliance", "ZUMA", "ZUMA Press", "Sipa", "SIPA USA", "Alamy", "Unsplash", "Pexels", "Pixabay", "dpa-Zentralbild", "dpa-tmn", "Keystone", "iStock", "Colourbox", "Bildbyrån", "Zumapress", "LaPresse", "Kyodo News", "ABACA", "NurPhoto", "UPI", "Hans Lucas", "Flickr", "Wikimedia Commons", "AP Images", "WireImage", "Corbis", "Polaris", "Contrasto", "Agencia EFE", "APA-PICTUREDESK", "picturedesk.com", "APA-Fotoservice", "ČTK", "NPK", "Pool Photo",
    };

    // What is said of a picture beside whose it is.
    private static readonly HashSet<string> Remarks = new(StringComparer.OrdinalIgnoreCase)
    {
        "File", "File Photo", "Archive", "Archiv", "Archivbild", "Archivfoto", "Arkiv", "Arkivfoto", "Arkivbild", "Archivo", "Archives", "Handout", "Pool", "Stringer", "privat", "privé", "Symbolbild", "Illustration", "Illustrasjon", "Screenshot", "HO", "STR", "XinHua", "Photo", "Foto", "FILE PHOTO", "via Reuters", "Handout via Reuters", "dpa/Archiv",
    };

    public static NewsItem Apply(NewsItem item, Signatures signatures)
    {
        List<Media>? media = null;
        for (var i = 0; i < item.Media.Count; i++)
        {
            if (item.Media[i] is not { Caption: { } caption } sent || Apart(sent, caption, signatures) is not { } read) continue;
            (media ??= [.. item.Media])[i] = read;

            // For want of a text a picture's caption stands for it.
            if (item.Summary is { } summary && IsSame(summary, caption)) item = item with { Summary = read.Caption };
        }

        return media is null ? item : item with { Media = media };
    }

    /// <summary>Whether a summary is a caption, whatever its lines.</summary>
    public static bool IsSame(string summary, string? caption) =>
        caption is not null && summary.Length == caption.Length && (summary == caption || summary.Replace('\n', ' ') == caption);

    private static Media? Apart(Media media, string caption, Signatures signatures)
    {
        if (Read(caption, signatures) is not { } found) return null;
        return media with { Caption = found.Caption.Length == 0 ? null : found.Caption, Credit = Both(media.Credit, found.Credit), Copyright = media.Copyright ?? found.Notice };
    }

    // A field names the house, the caption who took it, or the other way round: both are said. Who is named twice is named once.
    private static string Both(string? field, string said)
    {
        if (field is null || said.Contains(field, StringComparison.OrdinalIgnoreCase) || said.Replace(" / ", "/", StringComparison.Ordinal).Equals(field.Replace(" / ", "/", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) return said;
        if (field.Contains(said, StringComparison.OrdinalIgnoreCase)) return field;
        if (HasWordsOf(said, field) || Array.Exists(said.Split('/'), part => Houses.AreOne(part.Trim(), field))) return said;
        if (HasWordsOf(field, said)) return field;
        return Agencies.IsKnown(said) ? $"{field} / {said}" : $"{said} / {field}";
    }

    // "AP Photo/Ida Lund" says all that "AP/Ida Lund" does.
    private static bool HasWordsOf(string full, string other)
    {
        var words = full.Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries);
        return other.Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } asked && asked.All(word => words.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The caption without its credit, the credit, and the notice where there is one; null where it names nobody.</summary>
    public static (string Caption, string Credit, string? Notice)? Read(string written, Signatures signatures)
    {
        var caption = written.Trim();
        if (caption.Length < 4) return null;

        if (caption.StartsWith("epa", StringComparison.Ordinal) && Number.Match(caption) is { Success: true } number)
        {
            caption = caption[number.Length..].TrimStart();
            if (Use.Match(caption, Math.Max(0, caption.Length - LongestNotice), Math.Min(caption.Length, LongestNotice)) is { Success: true } use && AtEnd(caption[..use.Index], signatures) is { } told) return (told.Caption, told.Credit, use.Groups["notice"].Value);
        }

        // TT's photographers have a number: Foto: Ida Holm / TT / Kod 10010.
        if (char.IsAsciiDigit(caption[^1]) && caption.LastIndexOf("/ Kod ", StringComparison.Ordinal) is > 4 and var code && caption.Length - code < 16) caption = caption[..code].TrimEnd();
        if (caption.Contains('(', StringComparison.Ordinal) && caption.Length > 20 && Restricted.Match(caption, Math.Max(0, caption.Length - LongestNotice), Math.Min(caption.Length, LongestNotice)) is { Success: true } restricted && IsCredit(restricted.Groups["value"].Value, signatures, out _))
            return (caption[..restricted.Index].TrimEnd(), restricted.Groups["value"].Value.Trim(), restricted.Groups["rest"].Value.Trim(' ', '/'));
        string? notice = null;
        if (caption.Length > 20 && (caption[^1] == '+' || caption.Contains("ACHTUNG", StringComparison.OrdinalIgnoreCase)) && Handling.Match(caption) is { Success: true, Index: > 3 } handling)
        {
            notice = handling.Groups["notice"] is { Success: true, Value: var terms } ? terms : null;
            if ((AtEnd(caption[..handling.Index], signatures)) is { } ended) return (ended.Caption, ended.Credit, notice ?? ended.Notice);
        }

        return AtEnd(caption, signatures) ?? AtStart(caption, signatures);
    }

    private static (string Caption, string Credit, string? Notice)? AtEnd(string caption, Signatures signatures) =>
        Via(caption, signatures) ?? Bracketed(caption, signatures) ?? Labelled(caption, signatures) ?? Bare(caption, signatures);

    // Fähre (Archiv), via dts Nachrichtenagentur
    private static (string, string, string?)? Via(string caption, Signatures signatures)
    {
        const string Word = ", via ";
        if (caption.LastIndexOf(Word, StringComparison.Ordinal) is not (> 3 and var via)) return null;
        var house = caption[(via + Word.Length)..].Trim(' ', '.');
        return signatures.IsAgency(house) ? (caption[..via].TrimEnd(), house, null) : null;
    }

    // (AP Photo/Jane Doe), [Photo/Xinhua], (Foto: AFP), (Kari Ek/Harbour Wire)
    private static (string, string, string?)? Bracketed(string caption, Signatures signatures)
    {
        var closed = caption.AsSpan().TrimEnd(". ");
        if (closed is not [.., ')' or ']' or '）']) return null;
        var open = closed[..^1].LastIndexOfAny('(', '[', '（');
        if (open < 0 || closed.Length - open > Reach) return null;
        // (Kari Ek (Archiv)), "Foto: Kari Ek/dpa (Archiv)": the inner of two.
        if (open > 0 && Aside.IsMatch(closed[open..].ToString())) return null;
        var inside = closed[(open + 1)..^1].Trim().ToString();
        var before = caption[..open].TrimEnd();
        if (Label.Match(inside) is { Success: true, Index: 0 } label)
        {
            var value = inside[label.Length..].Trim(' ', '.');
            return IsCredit(value, signatures, out _) || (label.Groups["colon"].Success && IsPlainName(value)) ? (before, value, label.Groups["sign"].Success ? inside : null) : null;
        }

        if (!IsCredit(inside, signatures, out var known)) return null;
        if (known == 0) return inside.Contains('/', StringComparison.Ordinal) && inside.Split('/').Any(part => BylineText.IsName(part.Trim())) && (before.Length == 0 || EndsSentence(before) || Agencies.SaysNews(inside.Replace('/', ' '))) ? (before, inside, null) : null;
        return IsShortFor(inside, before) ? null : (before, inside, null);
    }

    // … Foto: Kari Hansen / NTB
    private static (string, string, string?)? Labelled(string caption, Signatures signatures)
    {
        var from = Math.Max(0, caption.Length - Reach);
        var tail = caption[from..];
        if (tail.AsSpan().IndexOfAny(":：©") < 0 && !tail.Contains(" by ", StringComparison.OrdinalIgnoreCase) && !tail.Contains("(c)", StringComparison.OrdinalIgnoreCase) && !tail.Contains("oto ", StringComparison.OrdinalIgnoreCase) && !tail.Contains("ot. ", StringComparison.Ordinal)) return null;
        foreach (Match label in Label.Matches(tail))
        {
            var value = tail[(label.Index + label.Length)..].Trim(' ', '.');
            var before = caption[..(from + label.Index)].TrimEnd();
            var isApart = before.Length == 0 || EndsSentence(before) || before[^1] is '-' or '–' or '—' or '|' or '/' or '(' or '·' or '•';
            if (before is [.., '(']) value = value.TrimEnd(')', ' ');
            if (!IsCredit(value, signatures, out var known)) continue;
            // "Das Bild: Anna Berg" may be a sentence; with an agency, or behind the end of one, it is none.
            if (known == 0 && !isApart && !(label.Groups["colon"].Success && value.Contains('/', StringComparison.Ordinal)) && !(label.Groups["colon"].Success && BylineText.IsName(value) && char.IsUpper(tail[label.Index]))) continue;
            if (label.Groups["by"].Success && known == 0 && !BylineText.IsName(value)) continue;
            var isSign = label.Groups["sign"].Success;
            value = WithoutYear(value);
            if (value.Length < 2) continue;
            // "Fotos: © Kari Ek/dpa"
            before = Label.Match(before, Math.Max(0, before.Length - 30)) is { Success: true } second && second.Index + second.Length == before.Length ? before[..second.Index].TrimEnd() : before;
            return (before.TrimEnd('-', '–', '—', '|', '/', '(', '·', '•', ' '), value, isSign ? tail[label.Index..].Trim() : null);
        }

        return null;
    }

    // … REUTERS/Jane Doe, … Kari Hansen / NTB, … | Reuters: behind the last sentence, or nothing else.
    private static (string, string, string?)? Bare(string caption, Signatures signatures)
    {
        var from = Math.Max(0, caption.Length - 90);
        if (caption.Contains('/', StringComparison.Ordinal) && IsCredit(caption, signatures, out var known) && known > 0) return ("", caption.Trim(' ', '.'), null);
        for (var at = from; at < caption.Length - 2; at++)
        {
            var isStop = caption[at] is '.' or '!' or '?' or '”' or '"' or '»' or ')' or '…' or '。' && char.IsWhiteSpace(caption[at + 1]);
            var isRule = caption[at] is '|' or '–' or '—' or '-' && at > 3 && caption[at - 1] == ' ' && caption[at + 1] == ' ';
            if (!isStop && !isRule) continue;
            var value = caption[(at + 1)..].Trim(' ', '.', '-', '–', '—');
            if (!IsCredit(value, signatures, out known) || known == 0) continue;
            if (isRule && !value.Contains('/', StringComparison.Ordinal) && caption[at] != '|' && !Places.IsCapital(value.Split(' ')[0]) && !signatures.IsOwn(value)) continue;
            return (caption[..(isStop ? at + 1 : at)].TrimEnd(), value, null);
        }

        return null;
    }

    // Foto: Kari Hansen / NTB. Fergene gikk mandag., (Foto: AFP) …, © dpa - …
    private static (string, string, string?)? AtStart(string caption, Signatures signatures)
    {
        var head = caption[..Math.Min(caption.Length, Reach)];
        var bracket = head[0] is '(' or '[';
        if (Label.Match(head, bracket ? 1 : 0) is not { Success: true } label || label.Index != (bracket ? 1 : 0)) return null;
        var begin = label.Index + label.Length;
        for (var at = begin + 1; at < head.Length - 1; at++)
        {
            var isEnd = bracket ? head[at] is ')' or ']' : head[at] is '|' || (head[at] == '.' && head[at + 1] == ' ') || (head[at] is '-' or '–' or '—' && head[at - 1] == ' ' && head[at + 1] == ' ');
            if (!isEnd) continue;
            var value = head[begin..at].Trim();
            if (!IsCredit(value, signatures, out var known) || (known == 0 && !bracket)) continue;
            var rest = caption[(at + 1)..].TrimStart(' ', '-', '–', '—', ':', '.');
            return rest.Length > 3 ? (rest, WithoutYear(value), null) : null;
        }

        return null;
    }

    /// <summary>Whether all of it names people, houses and what is said beside them.</summary>
    /// <param name="value">The words.</param>
    /// <param name="signatures">Who is an agency here.</param>
    /// <param name="known">How many of the houses are known.</param>
    private static bool IsCredit(string value, Signatures signatures, out int known)
    {
        known = 0;
        value = Aside.Replace(WithoutYear(value.Trim().Trim('.', ' ')), "");
        if (value.Length is < 2 or > 90 || TwoSentences.IsMatch(value)) return false;
        var parts = 0;
        foreach (var part in Joints.Split(value))
        {
            var name = part.Trim(' ', '.', ':', '©');
            if (name.Length == 0) continue;
            if (++parts > 6) return false;
            if (IsHouse(name, signatures)) known++;
            else if (!Remarks.Contains(name) && !IsPlainName(name)) return false;
        }

        return parts > 0;
    }

    private static readonly string[] Suffixes = [" photos", " photo", " fotos", " foto", " pictures", " images", " file", " archiv", " pool", " bild", " nyhetsbyrån"];

    // AFP, AP Photo, BELGA PHOTO JANE DOE, Fotos AFP
    private static bool IsHouse(string name, Signatures signatures)
    {
        if (signatures.IsAgency(name) || Agents.Contains(name) || signatures.IsAgency(name.TrimEnd('.'))) return true;
        foreach (var suffix in Suffixes)
        {
            var at = name.IndexOf(suffix, StringComparison.OrdinalIgnoreCase);
            if (at > 1 && (signatures.IsAgency(name.AsSpan(0, at)) || Agents.Contains(name[..at])) && (at + suffix.Length == name.Length || (name[at + suffix.Length] == ' ' && IsPlainName(name[(at + suffix.Length)..].Trim())))) return true;
        }

        return (name.StartsWith("foto ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("photo ", StringComparison.OrdinalIgnoreCase)) && signatures.IsAgency(name.AsSpan(name.IndexOf(' ', StringComparison.Ordinal) + 1));
    }

    // Up to five words, all written as names are.
    private static bool IsPlainName(string name)
    {
        var words = 0;
        foreach (var range in name.AsSpan().Split(' '))
        {
            var word = name.AsSpan(range);
            if (word.IsEmpty) continue;
            if (++words > 5) return false;
            if (word is "de" or "da" or "do" or "dos" or "del" or "della" or "di" or "la" or "van" or "von" or "der" or "den" or "al" or "bin" or "zu" or "af" or "y" or "e") continue;
            if (!char.IsLetter(word[0]) || char.IsLower(word[0])) return false;
            foreach (var c in word)
                if (!char.IsLetterOrDigit(c) && c is not ('-' or '\'' or '’' or '.' or '\u200C') && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.NonSpacingMark) return false;
        }

        return words > 0;
    }

    // "© 2026 AFP"
    private static string WithoutYear(string value)
    {
        var bare = value.AsSpan().TrimStart("© ");
        if (bare.Length > 6 && bare[..4].IndexOfAnyExceptInRange('0', '9') < 0 && bare[4] is ' ' or ',' or '/') bare = bare[5..].TrimStart();
        return bare.ToString();
    }

    // "the Associated Press (AP)": the letters are those of the words before them.
    private static bool IsShortFor(string letters, string before)
    {
        if (letters.Length > 5 || letters.Any(c => !char.IsUpper(c))) return false;
        var words = before.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var at = letters.Length - 1;
        for (var i = words.Length - 1; i >= 0 && at >= 0; i--)
        {
            if (char.IsLower(words[i][0]) && words[i].Length < 4) continue;
            if (char.ToUpperInvariant(words[i][0]) != letters[at--]) return false;
        }

        return at < 0;
    }

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' or '?' or '…' or '"' or '”' or '»' or '’' or ')' or '。' or '؟' or '।' or ':' or ',';
}
