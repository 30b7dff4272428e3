namespace Dateline.Formats.InText;

/// <summary>
/// What stands above a text and at its beginning: the headline once more, a byline, a note to editors, and in the lede the dateline,
/// which says where and when it was filed and who signs it. It leaves the text and says in the item's fields what it said there.
/// </summary>
internal struct LedeConventions
{
    private const int Reach = 240;
    private const int BlocksLookedAt = 8;
    private const int ShortestSentence = 60;
    private const int MostSentences = 3;

    // A caption, a byline, the headline once more: what may stand before the lede.
    private const int LongestPreliminary = 180;

    private const int LongestReporter = 70;

    private readonly Signatures signatures;
    private readonly CreditChain chain;
    private NewsItem item;

    // The block before was a byline: below it may stand who employs its reporter.
    private bool wasByline;

    // A name alone above the text: a reporter's where the dateline says so.
    private string? reporting;

    private LedeConventions(NewsItem item, Signatures signatures, CreditChain chain) => (this.item, this.signatures, this.chain) = (item, signatures, chain);

    /// <summary>The item with what the beginning of a text says, and the text without it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="text">Its body or summary.</param>
    /// <param name="signatures">Who is an agency here; learns who signed.</param>
    /// <param name="chain">Takes who is named.</param>
    public static (NewsItem Item, NewsBody Text) Take(NewsItem item, NewsBody text, Signatures signatures, CreditChain chain)
    {
        var lede = new LedeConventions(item, signatures, chain);
        var rest = lede.Take(text);
        return (lede.item, rest);
    }

    private NewsBody Take(NewsBody body)
    {
        Span<char> chars = stackalloc char[Reach];
        Span<long> places = stackalloc long[Reach + 1];
        var run = new TextRun(chars, places);
        var reader = new LedeReader(signatures);
        var place = item.PlaceLine?.Place;
        var at = 0;
        var sentences = 0;
        var hasBegun = false;
        for (var block = 0; block < BlocksLookedAt && run.Next(body, ref at); block++)
        {
            if ((reader.Read(run.Text) ?? (hasBegun ? null : place is null ? TownLede.Read(run.Text, body.Content, item.Headline) : LedeReader.Confirmed(run.Text, place))) is { } line && !(hasBegun && line is { Place: null, Day: null } && !TextRun.IsAnyIn(body, at)) && (line.Length < run.Text.Length || ((!hasBegun || (block < 2 && line is { Day: not null, Place: not null, Agencies.Count: > 0 })) && TextRun.IsAnyIn(body, at))))
            {
                var lineLength = run.Text.Length;
                var isReported = Dated(line);
                body = BodyCut.Cut(body, run.Place(0), run.Place(Math.Min(line.Length, run.Text.Length)));
                body = WithoutNote(body);
                var above = 0;
                if (isReported && run.Next(body, ref above)) return BodyCut.Cut(body, run.Place(0), run.Place(run.Text.Length));

                // STT, Helsinki, and the reporter of the fields below that.
                above = 0;
                return line.Length >= lineLength && item.Byline is not null && run.Next(body, ref above) && run.Text.Length < LongestReporter && BylineText.IsAgain(run.Text, item.Byline, signatures) && TextRun.IsAnyIn(body, above) ? BodyCut.Cut(body, run.Place(0), run.Place(run.Text.Length)) : body;
            }

            if (TakeTitle(block, run.Text, body, at) || TakeNoteOrByline(block, run.Text, body, at))
            {
                body = BodyCut.Cut(body, run.Place(0), run.Place(run.Text.Length), out var seam);
                at = Math.Min(seam, body.Content.Length);
                continue;
            }

            if (block == 0 && item.Byline is null && run.Text.Length < LongestReporter && BylineText.IsName(run.Text) && BylineNames.IsPerson(run.Text.ToString(), signatures)) reporting = run.Text.ToString();
            if (run.Text.Length > LongestPreliminary) break;

            // "Jan Maler (PAP)" below a text is who wrote it, and no place.
            hasBegun |= run.Text[^1] is '.' or '!' or '?' or '。' or '؟' or '।' or '۔';

            // Where sentences follow one another the text has begun.
            if (run.Text.Length > ShortestSentence && run.Text[^1] is '.' or '!' or '?' or '”' or '"' && ++sentences == MostSentences) break;
        }

        return body;
    }

    // … (Kyodo) - (EDS: UPDATING) Ferries …: a note between the dateline and the text.
    private NewsBody WithoutNote(NewsBody body)
    {
        Span<char> chars = stackalloc char[LongestPreliminary];
        Span<long> places = stackalloc long[LongestPreliminary + 1];
        var run = new TextRun(chars, places);
        var at = 0;
        if (!run.Next(body, ref at) || !run.Text.StartsWith("(EDS: ", StringComparison.OrdinalIgnoreCase) || run.Text.IndexOf(')') is not (> 6 and var close) || close + 2 >= run.Text.Length || !EditorsNote.IsBracketed(run.Text[..(close + 1)])) return body;
        item = EditorsNote.Mean(item, run.Text[..(close + 1)]);
        return BodyCut.Cut(body, run.Place(0), run.Place(close + 2));
    }

    /// <summary>Takes over what a dateline says. Whether the name alone above it was that of EFE's reporter, which then goes too.</summary>
    private bool Dated(LedeLine line)
    {
        chain.Signed(line.Agencies);
        foreach (var agency in line.Agencies) signatures.Note(agency);
        var isReported = reporting is not null && line.Agencies.Any(agency => Houses.AreOne(agency, "EFE"));
        item = item with
        {
            PlaceLine = new(item.PlaceLine?.Text ?? line.Text, item.PlaceLine?.Place ?? line.Place, item.PlaceLine?.Date ?? line.Day?.Near(item.VersionCreated ?? item.Published ?? item.Updated)),
            Byline = item.Byline is { } sent && !(line.Byline is not null && signatures.IsAgency(sent)) ? sent : isReported ? reporting : line.Byline,
        };
        return isReported;
    }

    // The headline once more, an agency's own head, the town in a line of its own. A text that is nothing else is one.
    private bool TakeTitle(int block, ReadOnlySpan<char> text, NewsBody body, int at)
    {
        // The town of the fields in a line of its own, below the headline too.
        if (block < 2 && item.PlaceLine?.Place is { Length: > 2 } known && text.Trim(" .:").Equals(known, StringComparison.OrdinalIgnoreCase) && TextRun.IsAnyIn(body, at)) return true;
        if (block > 0) return false;
        if (item.Headline is { } title && text.Equals(title, StringComparison.OrdinalIgnoreCase) && TextRun.IsAnyIn(body, at)) return true;
        // APA's second headline: Utl.: Bürgermeister "erleichtert" =
        if (text.StartsWith("Utl.: ") && text[6..].Trim(" =") is { Length: > 3 } second && TextRun.IsAnyIn(body, at))
        {
            item = item with { Summary = item.Summary ?? second.ToString() };
            return true;
        }

        if (DeskSigns.IsHead(text) && TextRun.IsAnyIn(body, at)) return true;
        if (!IsTownAlone(item, text) || !TextRun.IsAnyIn(body, at)) return false;
        var town = text.Trim().ToString();
        item = item with { PlaceLine = item.PlaceLine is { } filed ? filed with { Text = filed.Text ?? town, Place = filed.Place ?? town } : new PlaceLine(town, town) };
        return true;
    }

    private bool TakeNoteOrByline(int block, ReadOnlySpan<char> text, NewsBody body, int at)
    {
        if (block < 2 && BylineText.IsAgain(text, item.Byline, signatures) && TextRun.IsAnyIn(body, at)) return true;
        if (EditorsNote.IsBracketed(text))
        {
            item = EditorsNote.Mean(item, text);
            return true;
        }

        if (wasByline && signatures.Read(text) is { Count: 1 } employer)
        {
            chain.Wrote(employer[0]);
            return true;
        }

        wasByline = false;
        if (block < 2 && item.Byline is null && text.ContainsAny('-', '/') && BylineText.ReadEmployed(text) is { } reporter && TextRun.IsAnyIn(body, at))
        {
            chain.Wrote(reporter.Agency);
            item = item with { Byline = reporter.Name };
            return true;
        }

        // JOHN ROE, Associated Press
        if (block == 0 && item.Byline is null && text.Length < LongestReporter && text.LastIndexOf(',') is > 4 and var comma && BylineText.IsName(text[..comma]) && Agencies.IsKnown(text[(comma + 1)..].Trim()) && TextRun.IsAnyIn(body, at))
        {
            chain.Wrote(text[(comma + 1)..].Trim().ToString());
            item = item with { Byline = text[..comma].ToString() };
            return true;
        }

        if (BylineText.Read(text, signatures) is not { } byline) return false;
        wasByline = true;
        if (byline.Source is { } source) chain.Wrote(source);
        if (item.Byline is { } login && !login.Contains(' ', StringComparison.Ordinal) && byline.Name is { } full && full.Contains(' ', StringComparison.Ordinal) && BylineNames.IsPerson(full, signatures)) item = Renamed(item, login);
        item = item with { Byline = item.Byline is { } sent && !signatures.IsAgency(sent) ? sent : byline.Name };
        return true;
    }

    // "Kwame", the login of who posted it, above "By Kofi Mensah".
    private static NewsItem Renamed(NewsItem item, string login) => item with
    {
        Byline = null,
        Authors = [.. item.Authors.Where(author => author.Name != login)],
        Credit = item.Credit is { CreditLine: { } line } credit && line == login ? credit with { CreditLine = null } is { IsEmpty: false } left ? left : null : item.Credit,
    };

    // TT's datelines are a line of their own, STRANDBY. Of others such a line is a rubric as soon as a town.
    private static bool IsTownAlone(NewsItem item, ReadOnlySpan<char> text)
    {
        const string Writer = "TT";
        const int LongestTown = 30;
        if (text.Length is < 3 or > LongestTown || item.Credit is not { } credit || !Places.IsCapital(text) || !Places.IsLike(text.Trim()) || text.Trim().Count(' ') > 2) return false;
        return Writer.Equals(credit.Source, StringComparison.Ordinal) || Writer.Equals(credit.Provider, StringComparison.Ordinal) || Writer.Equals(credit.CreditLine, StringComparison.Ordinal);
    }
}
