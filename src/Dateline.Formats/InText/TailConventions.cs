using Dateline.Formats.Text;

namespace Dateline.Formats.InText;

/// <summary>
/// What stands below a text: who signs it, a copyright line, a byline, the sentences of the trade, and what ends a text and says
/// nothing. One block after the other leaves the text from its end, until one is signed or is text.
/// </summary>
internal static class TailConventions
{
    private const int Reach = 300;
    private const int Most = 6;

    // "Anna Berg, The Canadian Press"
    private const int LongestByline = 70;
    private const int LongestLetters = 24;

    /// <summary>The item with what the end of a text says, and the text without it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="text">Its body or summary.</param>
    /// <param name="signatures">Who is an agency here.</param>
    /// <param name="chain">Takes who is named.</param>
    public static (NewsItem Item, NewsBody Text) Take(NewsItem item, NewsBody text, Signatures signatures, CreditChain chain)
    {
        for (var cut = 0; cut < Most; cut++)
        {
            var rest = LastBlock(ref item, text, signatures, chain, out var signed);
            if (signed && !ReferenceEquals(rest, text))
            {
                rest = Above(ref item, WithoutLetters(Closed(ref item, rest, signatures, chain), signatures));
                rest = Reported(ref item, rest, signatures, chain);
                return (item, rest);
            }

            if (ReferenceEquals(rest, text) || signed) return (item, rest);
            text = rest;
        }

        return (item, text);
    }

    // "This report by The Canadian Press was first published …", and below it whose copy helped.
    private static NewsBody Closed(ref NewsItem item, NewsBody body, Signatures signatures, CreditChain chain)
    {
        Span<char> chars = stackalloc char[Reach];
        Span<long> places = stackalloc long[Reach + 1];
        var run = new TextRun(chars, places);
        return LastBlock(body, ref run) is { IsWhole: true, IsOnly: false } && run.Text[0] is 'T' or 'C' && ClosingLine.Take(ref item, run.Text, signatures, chain) ? Without(body, run, 0) : body;
    }

    // "(Reporting by …)", and the agency's name in a line below it.
    private static NewsBody Reported(ref NewsItem item, NewsBody body, Signatures signatures, CreditChain chain)
    {
        Span<char> chars = stackalloc char[Reach];
        Span<long> places = stackalloc long[Reach + 1];
        var run = new TextRun(chars, places);
        if (LastBlock(body, ref run) is not { IsWhole: true, IsOnly: false } || ReportingLine.Start(run.Text) != 0 || ReportingLine.Read(item, run.Text, signatures, chain) is not { } reported) return body;
        item = reported;
        return Without(body, run, 0);
    }

    // MENA's letters stand above its signature: "م ح م/ أ ع", "M M/A A".
    private static NewsBody WithoutLetters(NewsBody body, Signatures signatures)
    {
        Span<char> chars = stackalloc char[Reach];
        Span<long> places = stackalloc long[Reach + 1];
        var run = new TextRun(chars, places);
        return LastBlock(body, ref run) is { IsWhole: true, IsOnly: false } && run.Text.Length < LongestLetters && !run.Text.Contains('@') && (DeskSigns.Length(run.Text, isWhole: true, signatures) == run.Text.Length || AreArabicLetters(run.Text)) ? Without(body, run, 0) : body;
    }

    // "س ح": single letters with blanks between them.
    private static bool AreArabicLetters(ReadOnlySpan<char> text)
    {
        const int MostLetters = 5;
        text = text.Trim();
        if (text.Length is < 3 or > (2 * MostLetters) || text.Length % 2 == 0) return false;
        for (var i = 0; i < text.Length; i++)
            if (i % 2 == 0 ? text[i] is not (>= '\u0621' and <= '\u064A') : text[i] != ' ') return false;

        return true;
    }

    // Above a signature may stand who signs for it, "JAN MALER", and whose the picture is.
    private static NewsBody Above(ref NewsItem item, NewsBody body)
    {
        // As much as is read of an end: a line that is longer than the buffer would come in pieces, and the last of them for a line.
        Span<char> chars = stackalloc char[Reach];
        Span<long> places = stackalloc long[Reach + 1];
        var run = new TextRun(chars, places);
        if (LastBlock(body, ref run) is not { IsWhole: true, IsOnly: false } || run.Text.Length > LongestByline) return body;
        var line = run.Text.Trim();
        if (PictureLine.MayBe(line) && PictureLine.Take(ref item, line)) return Without(body, run, 0);
        if (item.Byline is not null || !char.IsUpper(line[0]) || !char.IsLetter(line[^1]) || !BylineText.IsName(line) || Places.IsCityInAnyCase(line)) return body;
        item = item with { Byline = line.ToString() };
        return Without(body, run, 0);
    }

    /// <summary>The body without its signature, or without what ends a text and says nothing.</summary>
    private static NewsBody LastBlock(ref NewsItem item, NewsBody body, Signatures signatures, CreditChain chain, out bool signed)
    {
        signed = false;

        // What a picture below the text is signed with is the picture's.
        if (body.Kind == BodyKind.Html && body.Content.AsSpan().TrimEnd().EndsWith("</figure>", StringComparison.OrdinalIgnoreCase)) return body;
        Span<char> chars = stackalloc char[Reach];
        Span<long> places = stackalloc long[Reach + 1];
        var run = new TextRun(chars, places);
        if (LastBlock(body, ref run) is not var (isWhole, isOnly)) return body;
        var text = run.Text;
        if (isWhole && CorrectionNote.Is(text)) item = HandlingMarks.With(item, HandlingMarks.Correction);
        if (isWhole && !isOnly && TailMarks.Editors(text) is { } editors)
        {
            item = Hands.With(item, editors, Hands.Editor);
            return Without(body, run, 0);
        }

        if (TailMarks.Length(text, isWhole, signatures) is > 0 and var mark && !(mark == text.Length && isOnly))
        {
            // "PTI MQ JH": the letters of the desk go, whose they are is said.
            if (text[^mark..].ContainsAny(':', '：')) item = SignedRoles.Read(item, text[^mark..], signatures);
            if (chain.IsEmpty && item.Credit?.Source is null && DeskSigns.Agency(text[^mark..]) is { } agency) chain.SignedAtEnd(agency, isSource: false, signatures);
            return Without(body, run, text.Length - mark);
        }

        if (isWhole && !isOnly && PictureLine.MayBe(text) && PictureLine.Read(text) is not null) return PictureLine.Take(ref item, text) ? Without(body, run, 0) : body;
        if (isWhole && !isOnly && (RightsLine.Take(ref item, text, chain) || HouseFoot.Take(ref item, text, signatures, chain))) return Without(body, run, 0);
        if (isWhole && !isOnly && CopyrightLine.Is(text, signatures))
        {
            foreach (var agency in CopyrightLine.Agencies(text, signatures)) chain.SignedAtEnd(agency, isSource: false, signatures);
            item = Noticed(item, text.Trim().ToString());
            return Without(body, run, 0);
        }

        if (ClosingLine.Sent(ref item, text) is > 0 and var sent && !(sent == text.Length && isOnly)) return Without(body, run, text.Length - sent);

        if (isWhole && ReportingLine.Start(text) is >= 0 and var start && !(start == 0 && isOnly) && ReportingLine.Read(item, text[start..], signatures, chain) is { } reported)
        {
            item = reported;
            while (start > 0 && char.IsWhiteSpace(text[start - 1])) start--;
            return Without(body, run, start);
        }

        if (isWhole && !isOnly && ContributedLine.Take(ref item, text, signatures)) return Without(body, run, 0);
        if (isWhole && !isOnly && ArabicReporting.Read(item, text) is { } prepared)
        {
            item = prepared;
            return Without(body, run, 0);
        }

        // Above "Original-Content von" stands whom the press may ask: that is the release's own.
        signed = text.StartsWith("Original-Content von");
        if (isWhole && !isOnly && ClosingLine.Take(ref item, text, signatures, chain)) return Without(body, run, 0);
        if (TailCredit.Read(text, isWhole, signatures) is not { } tail) return isWhole && !isOnly && (TakeByline(ref item, text, signatures, chain) || BelowSignature(ref item, text, body, run, signatures)) ? Without(body, run, 0) : body;
        if (tail.Start == 0 && isOnly) return body;
        signed = true;

        // "Jan Maler (PAP)", "Z Lorven Jan Maler (PAP)": a line of its own.
        var from = isWhole && text.StartsWith("Z ") && tail.Start > 6 && text[2..tail.Start].IndexOf(' ') is > 2 and var town && BylineText.IsName(text[(town + 3)..tail.Start]) ? town + 3 : 0;
        if (isWhole && tail.Start - from > 4 && (item.Byline is null || item.Byline.AsSpan().Trim().SequenceEqual(text[from..tail.Start].Trim())) && tail.Start < LongestByline && char.IsUpper(text[0]) && char.IsLetter(text[tail.Start - 1]) && BylineText.IsName(text[from..tail.Start]) && !signatures.IsAgency(text[from..tail.Start]) && !IsPaper(text[from..tail.Start]))
        {
            item = item with { Byline = text[from..tail.Start].Trim().ToString() };
            tail.Start = 0;
        }

        // Le Quai (avec APS)
        else if (isWhole && tail.Start < LongestByline && tail.Start > 0 && text[^1] == ')' && char.IsLetter(text[tail.Start - 1]) && IsPaper(text) && BylineText.IsName(text[..tail.Start])) tail.Start = 0;

        // Kaynak: AA / Ahmet Deniz
        if (isWhole && tail.Start == 0 && item.Byline is null && text.LastIndexOf(" / ") is > 4 and var beside && BylineText.IsName(text[(beside + 3)..].Trim()) && !signatures.IsAgency(text[(beside + 3)..])) item = item with { Byline = text[(beside + 3)..].Trim().ToString() };
        chain.SignedAtEnd(tail.Agencies, isSource: TailCredit.IsLabelled(text[tail.Start..]), signatures);
        return BodyCut.Cut(body, run.Place(tail.Start), run.Place(text.Length));
    }

    // Le Quai (avec APS): a paper has an article before its name.
    private static bool IsPaper(ReadOnlySpan<char> name) => name.StartsWith("Le ") || name.StartsWith("La ") || name.StartsWith("Les ") || name.StartsWith("The ") || name.StartsWith("El ") || name.StartsWith("L'") || name.StartsWith("L’");

    /// <summary>Reads the last block of a text; null where it has none.</summary>
    private static (bool IsWhole, bool IsOnly)? LastBlock(NewsBody body, ref TextRun run)
    {
        var from = Math.Max(0, body.Content.Length - Reach + 8);
        var boundary = from == 0 ? 0 : BoundaryAfter(body, from);
        var at = boundary < 0 ? from : boundary;

        // Only the last block can be signed: it is the one behind which there is no other.
        var count = 0;
        while (count < Reach && run.Next(body, ref at))
        {
            count++;
            if (!TextRun.IsAnyIn(body, at)) break;
        }

        if (count == 0) return null;

        // A text that is nothing but a name is a text.
        return (boundary >= 0 || count > 1, from == 0 && count == 1);
    }

    private static NewsItem Noticed(NewsItem item, string notice)
    {
        var given = item.Credit?.CopyrightNotice;
        if (given is not null && given.Contains(notice, StringComparison.OrdinalIgnoreCase)) return item;
        return item with { Credit = (item.Credit ?? new Credit()) with { CopyrightNotice = given is null ? notice : $"{given} {notice}" } };
    }

    // "Anna Berg/TT", where the metadata have her; "(By Lin Wei and Chen Yu)", "Anna Berg, The Canadian Press", where they have nobody.
    private static bool TakeByline(ref NewsItem item, ReadOnlySpan<char> text, Signatures signatures, CreditChain chain)
    {
        var line = text.Trim("-–— ");
        if (BylineText.IsAgain(line, item.Byline, signatures)) return true;
        if ((item.Byline is null || signatures.IsAgency(item.Byline)) && line.Length < LongestByline && line.LastIndexOf(',') is > 4 and var comma && BylineText.IsName(line[..comma]) && Agencies.IsKnown(line[(comma + 1)..].Trim()))
        {
            item = item with { Byline = line[..comma].ToString() };
            chain.Wrote(line[(comma + 1)..].Trim().ToString());
            return true;
        }

        var named = BylineText.WithoutLabel(line);
        if (named.Length < line.Length && item.Byline is { } known && BylineText.IsSame(named, known)) return true;
        if (item.Byline is null && BylineText.ReadEmployed(named) is { } employed)
        {
            item = item with { Byline = employed.Name };
            chain.Wrote(employed.Agency);
            return true;
        }

        if (item.Byline is null && named.Length < line.Length && BylineText.IsName(named) && !signatures.IsAgency(named))
        {
            item = item with { Byline = named.ToString() };
            return true;
        }

        // SANA's reporters stand below the text, without a word.
        if (item.Byline is null && line.Length < LongestByline && (signatures.HasSigned("SANA") || signatures.HasSigned("سانا")) && AreNames(line))
        {
            item = item with { Byline = string.Join(", ", line.ToString().Split('/', StringSplitOptions.TrimEntries)) };
            return true;
        }

        if (line is not ['(', .., ')'] || BylineText.Read(line[1..^1], signatures) is not { } byline) return false;
        item = item with { Byline = item.Byline ?? byline.Name };
        if (byline.Source is { } employing) chain.Wrote(employing);
        return true;
    }

    // "… armator. (PAP)", and below it who wrote it: "Jan Maler".
    private static bool BelowSignature(ref NewsItem item, ReadOnlySpan<char> line, NewsBody body, TextRun block, Signatures signatures)
    {
        line = line.Trim();
        if (item.Byline is not null || line.Length > LongestByline || !char.IsLetter(line[^1]) || !BylineText.IsName(line) || !BylineNames.IsPerson(line.ToString(), signatures) || Places.IsCityInAnyCase(line)) return false;
        Span<char> chars = stackalloc char[Reach];
        Span<long> places = stackalloc long[Reach + 1];
        var above = new TextRun(chars, places);
        if (LastBlock(Without(body, block, 0), ref above) is null || above.Text.TrimEnd() is not [.., ')'] signed || TailCredit.Read(signed, isWhole: false, signatures) is not { Start: > 0 }) return false;
        item = item with { Byline = line.ToString() };
        return true;
    }

    private static bool AreNames(ReadOnlySpan<char> line)
    {
        foreach (var range in line.Split('/'))
            if (!BylineText.IsName(line[range].Trim())) return false;

        return true;
    }

    // Its last block from there on, and the white space before it.
    private static NewsBody Without(NewsBody body, TextRun block, int start)
    {
        var cut = BodyCut.Cut(body, block.Place(start), block.Place(block.Text.Length));
        return cut with { Content = cut.Content.TrimEnd() };
    }

    /// <summary>Where a block begins soon after a place; -1 where none does, in the middle of a long paragraph.</summary>
    private static int BoundaryAfter(NewsBody body, int from)
    {
        var isMarkup = body.Kind == BodyKind.Html;
        var mark = isMarkup ? '<' : '\n';
        for (var at = body.Content.IndexOf(mark, from); at >= 0 && at - from < Reach / 2; at = body.Content.IndexOf(mark, at + 1))
            if (!isMarkup || HtmlTag.KindOf(body.Content.AsSpan(at)).HasFlag(TagKind.Block)) return at;

        return -1;
    }
}
