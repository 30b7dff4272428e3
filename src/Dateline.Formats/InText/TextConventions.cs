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
    private const int BlocksLookedAt = 3;

    // A caption, a byline, the headline once more: what may stand before the lede.
    private const int LongestPreliminary = 180;

    /// <summary>The item, with what its text says in its fields. Reads a bounded part of it, whatever its length.</summary>
    /// <param name="item">The item as its format was read.</param>
    /// <param name="sender">The name of who sent it, where known: it may sign with it.</param>
    public static NewsItem Apply(NewsItem item, string? sender)
    {
        var signatures = new Signatures(Names(item, sender));
        var chain = new CreditChain();
        item = HandlingMarks.Apply(item);
        if (item.Headline is { } headline && HeadlineCredit.Read(headline, signatures) is ({ } rest, { Count: > 0 } agencies))
        {
            item = item with { Headline = rest };

            // The last of them wrote it.
            foreach (var agency in agencies.AsEnumerable().Reverse()) chain.Wrote(agency);
        }

        if (item.Body is { Content.Length: > 0 } sent)
        {
            var body = FeedFooter.Cut(sent);
            (item, var cut) = Lede(item, body, signatures, chain);
            cut = Tail(cut, signatures, chain);
            if (!ReferenceEquals(cut, sent)) item = item with { Body = cut };
        }

        if (item.Summary is { Length: > 0 } summary)
        {
            var written = new NewsBody(summary, BodyKind.Text);
            var text = FeedFooter.Cut(written);
            (item, var cut) = Lede(item, text, signatures, chain);
            if (!ReferenceEquals(cut, written)) item = item with { Summary = cut.Content };
        }

        return chain.IsEmpty ? item : item with { Credit = chain.Complete(item.Credit, signatures) };
    }

    private static (NewsItem Item, NewsBody Body) Lede(NewsItem item, NewsBody body, Signatures signatures, CreditChain chain)
    {
        Span<char> chars = stackalloc char[LedeReach];
        Span<int> places = stackalloc int[LedeReach + 1];
        var run = new TextRun(chars, places);
        var reader = new LedeReader(signatures);
        var at = 0;
        for (var block = 0; block < BlocksLookedAt && run.Next(body, ref at); block++)
        {
            if (reader.Read(run.Text) is { } line && (line.Length < run.Text.Length || at < body.Content.Length))
            {
                foreach (var agency in InOrder(line.Agencies)) chain.Signed(agency);
                var place = new PlaceLine(item.PlaceLine?.Text ?? line.Text, item.PlaceLine?.Place ?? line.Place, item.PlaceLine?.Date ?? line.Day?.Near(item.VersionCreated ?? item.Published ?? item.Updated));
                return (item with { PlaceLine = place, Byline = item.Byline ?? line.Byline }, BodyCut.Cut(body, run.Place(0), run.Place(Math.Min(line.Length, run.Text.Length))));
            }

            if (BylineText.Read(run.Text, signatures) is { } byline)
            {
                if (byline.Source is { } source) chain.Wrote(source);
                item = item with { Byline = item.Byline ?? byline.Name };
                var start = run.Place(0);
                body = BodyCut.Cut(body, start, run.Place(run.Text.Length));
                at = Math.Min(start, body.Content.Length);
                continue;
            }

            if (run.Text.Length > LongestPreliminary) break;
        }

        return (item, body);
    }

    private static NewsBody Tail(NewsBody body, Signatures signatures, CreditChain chain)
    {
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
        if (TailCredit.Read(run.Text, isWhole, signatures) is not { } tail || (tail.Start == 0 && from == 0 && count == 1)) return body;
        foreach (var agency in InOrder(tail.Agencies)) chain.Signed(agency);
        return BodyCut.Cut(body, run.Place(tail.Start), run.Place(run.Text.Length));
    }

    /// <summary>Where a block begins soon after a place; -1 where none does, in the middle of a long paragraph.</summary>
    private static int BoundaryAfter(NewsBody body, int from)
    {
        var isMarkup = body.Kind == BodyKind.Html;
        var mark = isMarkup ? '<' : '\n';
        for (var at = body.Content.IndexOf(mark, from); at >= 0 && at - from < TailReach / 2; at = body.Content.IndexOf(mark, at + 1))
            if (!isMarkup || HtmlTag.KindOf(body.Content.AsSpan(at)).HasFlag(TagKind.Block)) return at;

        return -1;
    }

    // (ats afp): the service that passes it on stands first.
    private static IEnumerable<string> InOrder(IReadOnlyList<string> agencies) =>
        agencies.Count == 2 && Agencies.IsCarrier(agencies[0]) && !Agencies.IsCarrier(agencies[1]) ? agencies.Reverse() : agencies;

    private static List<string> Names(NewsItem item, string? sender)
    {
        var names = new List<string>(4);
        foreach (var name in (ReadOnlySpan<string?>)[sender, item.Credit?.Source, item.Credit?.Distributor, item.Credit?.Provider])
            if (name is { Length: > 2 and <= Agencies.LongestName } && !names.Contains(name)) names.Add(name);

        return names;
    }
}
