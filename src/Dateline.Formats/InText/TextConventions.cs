using Dateline.Formats.Text;

namespace Dateline.Formats.InText;

/// <summary>
/// What the trade writes into the text itself, for want of a field: whose it is, where and when it was filed, which version it is.
/// It leaves headline and body and completes the fields. What the format's own fields say is not overwritten.
/// </summary>
internal static class TextConventions
{
    private const int LedeReach = 240;
    private const int TailReach = 300;
    private const int BlocksLookedAt = 8;
    private const int ShortestSentence = 60;
    private const int MostSentences = 3;
    private const int TailsCut = 6;

    // A caption, a byline, the headline once more: what may stand before the lede.
    private const int LongestPreliminary = 180;

    // "Anna Berg, The Canadian Press", below.
    private const int LongestEmployed = 70;

    /// <summary>The item, with what its text says in its fields. Reads a bounded part of it, whatever its length.</summary>
    /// <param name="item">The item as its format was read.</param>
    /// <param name="sender">The name of who sent it, where known: it may sign with it.</param>
    public static NewsItem Apply(NewsItem item, string? sender)
    {
        item = GenericUsers.Without(item);
        var names = Names(item, sender);
        var signatures = new Signatures(names, new Vouching(item, names));
        var chain = new CreditChain();
        item = HandlingMarks.Apply(item, name => names.Exists(own => own.Contains(name, StringComparison.OrdinalIgnoreCase)));
        if (item.Headline is { } headline && HeadlineCredit.Read(headline, signatures) is ({ } rest, { Count: > 0 } agencies))
        {
            item = item with { Headline = rest };

            // The last of them wrote it.
            foreach (var agency in agencies.AsEnumerable().Reverse()) chain.Wrote(agency);
        }

        // "HAMBURG, 16. November (AFP) -" in a field of its own signs as it would in the text.
        if (item.PlaceLine?.Text is { } line && Bracketed(line, signatures) is { } signers)
            foreach (var agency in InOrder(signers)) chain.Signed(agency);

        if (item.Body is { Content.Length: > 0 } sent)
        {
            var body = FeedFooter.Cut(sent);
            (item, var cut) = Lede(item, body, signatures, chain);
            if (item.Headline is { } title && HeadlineCredit.Vouched(title, cut, isCarried: !chain.IsEmpty && item.PlaceLine is { Text: not null, Place: null, Date: null }) is { } vouched)
            {
                item = item with { Headline = vouched.Headline };
                chain.Wrote(vouched.Agency);
            }

            (item, cut) = Tail(item, cut, signatures, chain);
            if (!ReferenceEquals(cut, sent)) item = item with { Body = cut };
        }

        if (item.Summary is { Length: > 0 } summary)
        {
            var written = new NewsBody(summary, BodyKind.Text);
            var text = FeedFooter.Cut(written);
            (item, var cut) = Lede(item, text, signatures, chain);
            (item, cut) = Tail(item, cut, signatures, chain);
            if (!ReferenceEquals(cut, written)) item = item with { Summary = cut.Content.TrimEnd() };
        }

        item = Bylines.Apply(item, signatures);
        item = PictureCredit.Apply(item, signatures);

        // A feed that has only one field for who wrote it puts an agency there too.
        item = HouseBylines.Apply(item, signatures, chain);
        return chain.IsEmpty ? item : item with { Credit = chain.Complete(item.Credit, item.Byline) };
    }

    private static (NewsItem Item, NewsBody Body) Lede(NewsItem item, NewsBody body, Signatures signatures, CreditChain chain)
    {
        Span<char> chars = stackalloc char[LedeReach];
        Span<int> places = stackalloc int[LedeReach + 1];
        var run = new TextRun(chars, places);
        var reader = new LedeReader(signatures);
        var at = 0;
        var wasByline = false;
        string? reporting = null;
        var sentences = 0;
        for (var block = 0; block < BlocksLookedAt && run.Next(body, ref at); block++)
        {
            if (reader.Read(run.Text) is { } line && (line.Length < run.Text.Length || at < body.Content.Length))
            {
                foreach (var agency in InOrder(line.Agencies))
                {
                    chain.Signed(agency);
                    signatures.Note(agency);
                }

                if (reporting is { } above && line.Agencies.Any(agency => Houses.AreOne(agency, "EFE")))
                {
                    // EFE's reporter, alone above the dateline.
                    item = item with { Byline = item.Byline ?? above };
                    var cut = BodyCut.Cut(body, run.Place(0), run.Place(Math.Min(line.Length, run.Text.Length)));
                    var head = new TextRun(chars, places);
                    var start = 0;
                    body = head.Next(cut, ref start) ? BodyCut.Cut(cut, head.Place(0), head.Place(head.Text.Length)) : cut;
                    return (item with { PlaceLine = Filed(item, line), Byline = item.Byline ?? line.Byline }, body);
                }

                return (item with { PlaceLine = Filed(item, line), Byline = item.Byline ?? line.Byline }, BodyCut.Cut(body, run.Place(0), run.Place(Math.Min(line.Length, run.Text.Length))));
            }

            if (block == 0 && item.Headline is { } title && run.Text.Equals(title, StringComparison.OrdinalIgnoreCase) && HasMore(body, at))
            {
                (body, at) = Without(body, run);
                continue;
            }

            if (block == 0 && DeskSigns.IsHead(run.Text) && HasMore(body, at))
            {
                (body, at) = Without(body, run);
                continue;
            }

            if (block == 0 && IsTownAlone(item, run.Text) && HasMore(body, at))
            {
                var town = run.Text.Trim().ToString();
                item = item with { PlaceLine = item.PlaceLine is { } known ? known with { Text = known.Text ?? town, Place = known.Place ?? town } : new PlaceLine(town, town) };
                (body, at) = Without(body, run);
                continue;
            }

            if (block < 2 && IsBylineAgain(run.Text, item.Byline, signatures) && HasMore(body, at))
            {
                (body, at) = Without(body, run);
                continue;
            }

            if (EditorsNote.IsBracketed(run.Text))
            {
                item = EditorsNote.Mean(item, run.Text);
                (body, at) = Without(body, run);
                continue;
            }

            if (wasByline && signatures.Read(run.Text) is { Count: 1 } employer)
            {
                chain.Wrote(employer[0]);
                (body, at) = Without(body, run);
                continue;
            }

            wasByline = false;
            if (block < 2 && item.Byline is null && run.Text.ContainsAny('-', '/') && BylineText.ReadEmployed(run.Text) is { } reporter && HasMore(body, at))
            {
                chain.Wrote(reporter.Agency);
                item = item with { Byline = reporter.Name };
                (body, at) = Without(body, run);
                continue;
            }

            if (BylineText.Read(run.Text, signatures) is { } byline)
            {
                wasByline = true;
                if (byline.Source is { } source) chain.Wrote(source);
                item = item with { Byline = item.Byline is { } sent && !signatures.IsAgency(sent) ? sent : byline.Name };
                (body, at) = Without(body, run);
                continue;
            }

            if (block == 0 && item.Byline is null && run.Text.Length < LongestEmployed && BylineText.IsName(run.Text) && BylineNames.IsPerson(run.Text.ToString(), signatures)) reporting = run.Text.ToString();
            if (run.Text.Length > LongestPreliminary) break;
            // Where sentences follow one another the text has begun.
            if (run.Text.Length > ShortestSentence && run.Text[^1] is '.' or '!' or '?' or '”' or '"' && ++sentences == MostSentences) break;
        }

        return (item, body);
    }

    private static PlaceLine Filed(NewsItem item, LedeLine line) =>
        new(item.PlaceLine?.Text ?? line.Text, item.PlaceLine?.Place ?? line.Place, item.PlaceLine?.Date ?? line.Day?.Near(item.VersionCreated ?? item.Published ?? item.Updated));

    private static bool HasMore(NewsBody body, int at)
    {
        Span<char> one = stackalloc char[2];
        Span<int> places = stackalloc int[3];
        return new TextRun(one, places).Next(body, ref at);
    }

    // TT's datelines are a line of their own, STRANDBY. Of others such a line is a rubric as soon as a town.
    private static bool IsTownAlone(NewsItem item, ReadOnlySpan<char> text)
    {
        const string Writer = "TT";
        const int LongestTown = 30;
        if (text.Length is < 3 or > LongestTown || item.Credit is not { } credit || !Places.IsCapital(text) || !Places.IsLike(text.Trim()) || text.Trim().Count(' ') > 2) return false;
        return Writer.Equals(credit.Source, StringComparison.Ordinal) || Writer.Equals(credit.Provider, StringComparison.Ordinal) || Writer.Equals(credit.CreditLine, StringComparison.Ordinal);
    }

    // "Aino Meri, STX", where the metadata have Aino Meri.
    private static bool IsBylineAgain(ReadOnlySpan<char> text, string? byline, Signatures signatures)
    {
        const int LongestAgency = 30;
        if (byline is not { Length: > 4 } || text.Length > byline.Length + LongestAgency || !text.StartsWith(byline, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = text[byline.Length..];
        return rest.IsEmpty || (rest[0] is ',' or '/' or ' ' or '|' && (rest.Trim(" ,/|") is { IsEmpty: true } || signatures.IsAgency(rest.Trim(" ,/|"))));
    }

    private static (NewsBody Body, int At) Without(NewsBody body, TextRun block)
    {
        body = BodyCut.Cut(body, block.Place(0), block.Place(block.Text.Length), out var seam);
        return (body, Math.Min(seam, body.Content.Length));
    }

    private static (NewsItem Item, NewsBody Body) Tail(NewsItem item, NewsBody body, Signatures signatures, CreditChain chain)
    {
        for (var cut = 0; cut < TailsCut; cut++)
        {
            var rest = LastBlock(ref item, body, signatures, chain, out var signed);
            if (ReferenceEquals(rest, body) || signed) return (item, rest);
            body = rest;
        }

        return (item, body);
    }

    /// <summary>The body without its signature, or without what ends a text and says nothing.</summary>
    private static NewsBody LastBlock(ref NewsItem item, NewsBody body, Signatures signatures, CreditChain chain, out bool signed)
    {
        signed = false;
        Span<char> chars = stackalloc char[TailReach];
        Span<int> places = stackalloc int[TailReach + 1];
        var run = new TextRun(chars, places);
        var from = Math.Max(0, body.Content.Length - TailReach + 8);
        var boundary = from == 0 ? 0 : BoundaryAfter(body, from);
        var at = boundary < 0 ? from : boundary;

        // Only the last block can be signed: where it begins is found first, what it says is asked once.
        var (last, count) = (-1, 0);
        for (var start = at; count < TailReach && run.Next(body, ref at); start = at, count++) last = start;
        if (last < 0) return body;
        run.Next(body, ref last);
        var isWhole = boundary >= 0 || count > 1;
        // A text that is nothing but a name is a text.
        var mark = TailMarks.Length(run.Text, isWhole, signatures);
        if (mark > 0 && !(mark == run.Text.Length && from == 0 && count == 1)) return Trimmed(BodyCut.Cut(body, run.Place(run.Text.Length - mark), run.Place(run.Text.Length)));
        var isOnly = from == 0 && count == 1;
        if (isWhole && !isOnly && CopyrightLine.Is(run.Text, signatures))
        {
            var notice = run.Text.Trim().ToString();
            foreach (var agency in CopyrightLine.Agencies(run.Text, signatures)) chain.SignedAtEnd(agency, isSource: false, signatures);
            var given = item.Credit?.CopyrightNotice;
            if (given is null || !given.Contains(notice, StringComparison.OrdinalIgnoreCase)) item = item with { Credit = (item.Credit ?? new Credit()) with { CopyrightNotice = given is null ? notice : $"{given} {notice}" } };
            return Trimmed(BodyCut.Cut(body, run.Place(0), run.Place(run.Text.Length)));
        }

        if (ClosingLine.Sent(ref item, run.Text) is > 0 and var sent && !(sent == run.Text.Length && isOnly)) return Trimmed(BodyCut.Cut(body, run.Place(run.Text.Length - sent), run.Place(run.Text.Length)));
        // Above "Original-Content von" stands whom the press may ask: that is the release's own.
        signed = run.Text.StartsWith("Original-Content von");
        if (isWhole && !isOnly && ClosingLine.Take(ref item, run.Text, signatures, chain)) return Trimmed(BodyCut.Cut(body, run.Place(0), run.Place(run.Text.Length)));
        if (TailCredit.Read(run.Text, isWhole, signatures) is not { } tail) return isWhole && !isOnly && IsBylineBelow(ref item, run.Text, signatures, chain) ? Trimmed(BodyCut.Cut(body, run.Place(0), run.Place(run.Text.Length))) : body;
        if (tail.Start == 0 && isOnly) return body;
        signed = true;
        foreach (var agency in InOrder(tail.Agencies)) chain.SignedAtEnd(agency, isSource: TailCredit.IsLabelled(run.Text), signatures);
        return BodyCut.Cut(body, run.Place(tail.Start), run.Place(run.Text.Length));
    }

    // "Anna Berg/TT", where the metadata have her; "(By Lin Wei and Chen Yu)", "Anna Berg, The Canadian Press", where they have nobody.
    private static bool IsBylineBelow(ref NewsItem item, ReadOnlySpan<char> text, Signatures signatures, CreditChain chain)
    {
        var line = text.Trim("-–— ");
        if (IsBylineAgain(line, item.Byline, signatures)) return true;
        if (item.Byline is null && line.Length < LongestEmployed && line.LastIndexOf(',') is > 4 and var comma && BylineText.IsName(line[..comma]) && Agencies.IsKnown(line[(comma + 1)..].Trim()))
        {
            item = item with { Byline = line[..comma].ToString() };
            chain.Wrote(line[(comma + 1)..].Trim().ToString());
            return true;
        }

        var named = BylineText.WithoutLabel(line);
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
        if (item.Byline is null && line.Length < LongestEmployed && (signatures.HasSigned("SANA") || signatures.HasSigned("سانا")) && AreNames(line))
        {
            item = item with { Byline = string.Join(", ", line.ToString().Split('/', StringSplitOptions.TrimEntries)) };
            return true;
        }

        if (line is not ['(', .., ')'] || BylineText.Read(line[1..^1], signatures) is not { } byline) return false;
        item = item with { Byline = item.Byline ?? byline.Name };
        return true;
    }

    private static bool AreNames(ReadOnlySpan<char> line)
    {
        foreach (var range in line.Split('/'))
            if (!BylineText.IsName(line[range].Trim())) return false;

        return true;
    }

    private static NewsBody Trimmed(NewsBody body) => body with { Content = body.Content.TrimEnd() };

    /// <summary>Where a block begins soon after a place; -1 where none does, in the middle of a long paragraph.</summary>
    private static int BoundaryAfter(NewsBody body, int from)
    {
        var isMarkup = body.Kind == BodyKind.Html;
        var mark = isMarkup ? '<' : '\n';
        for (var at = body.Content.IndexOf(mark, from); at >= 0 && at - from < TailReach / 2; at = body.Content.IndexOf(mark, at + 1))
            if (!isMarkup || HtmlTag.KindOf(body.Content.AsSpan(at)).HasFlag(TagKind.Block)) return at;

        return -1;
    }

    // (ats afp), (ANP/RTR/AFP): the services that pass it on stand first.
    private static IEnumerable<string> InOrder(IReadOnlyList<string> agencies) =>
        agencies.Count > 1 && Agencies.IsCarrier(agencies[0]) ? agencies.OrderBy(Agencies.IsCarrier) : agencies;

    private static List<string>? Bracketed(string line, Signatures signatures)
    {
        var bare = line.AsSpan().TrimEnd(" -–—_:.");
        return bare is [.., ')'] && bare.LastIndexOf('(') is >= 0 and var open ? signatures.Read(bare[(open + 1)..^1]) : null;
    }

    private static List<string> Names(NewsItem item, string? sender)
    {
        var names = new List<string>(4);
        foreach (var name in (ReadOnlySpan<string?>)[sender, item.Credit?.Source, item.Credit?.Distributor, item.Credit?.Provider])
            if (name is { Length: > 2 and <= Agencies.LongestName } && !names.Contains(name)) names.Add(name);

        return names;
    }
}
