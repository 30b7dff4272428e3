using Dateline.Formats.InText;
using Dateline.Formats.Text;

namespace Dateline.Formats.Pages;

/// <summary>
/// Reads a web page as one item: the story without navigation, share bars, reply forms, notices, teasers and adverts, and what
/// the page says of it in its head, in microdata and in JSON-LD.
/// </summary>
internal static class PageReader
{
    /// <summary>The page's head and story; null where there is no story on it.</summary>
    public static (FeedHead Head, NewsItem Item)? Read(string html, NewsReadOptions options)
    {
        var root = PageTree.Read(html);
        var facts = PageFacts.Of(root);
        var headline = facts.Headline;
        if (StoryOnPage.Find(root, facts, headline) is not { } story || NoStory.Is(story, facts, headline)) return null;
        if (facts.IsTitleAlone) (headline, story) = Headed(headline, story);

        var repairs = new RepairList();
        var saved = facts.Address ?? SavedPage.Address(html);
        var baseUri = Base(root, options.BaseUri ?? (Uri.TryCreate(saved, UriKind.Absolute, out var own) && own.Scheme is "http" or "https" ? own : null));
        var address = Address.Resolve(saved, baseUri, repairs) ?? options.BaseUri?.AbsoluteUri;
        var signed = facts.Byline is null ? story.Above.Select(HeadBylines.Read).FirstOrDefault(found => found is not null) : null;
        var filed = Ledes.Read(story.Blocks[0].Text) is { Agencies.Count: > 0 } ? null : story.Above.Reverse().Take(LinesAsked).Select(line => Ledes.Read(line)).FirstOrDefault(line => line is { Place: not null, Agencies.Count: > 0 });
        var byline = facts.Byline ?? PageBylines.WithoutHouse(signed?.Byline, facts.Site) ?? story.PostedBelow?.Byline;
        var media = PagePictures.Of(story.Parts, facts.Image, baseUri);
        if (media.Count == 0 && PagePictures.Leading(root, headline, story.Blocks[0].Node, baseUri) is { } leading) media = [leading];
        if (media.Count == 0 && PagePictures.Featured(story.Blocks[0].Node, story.Blocks[^1].Node, baseUri) is { } featured) media = [featured];
        if (media is [{ Caption: null } bare] && PagePictures.Leading(root, headline, story.Blocks[0].Node, baseUri) is { Caption: not null } same && PagePictures.SameFile(bare.Href, same.Href)) media = [bare with { Caption = same.Caption }];
        if (media is [{ Caption: null } first] && PagePictures.Featured(story.Blocks[0].Node, story.Blocks[^1].Node, baseUri) is { Caption: not null } above && PagePictures.SameFile(first.Href, above.Href)) media = [first with { Caption = above.Caption }];
        if (media is [{ Caption: null } main] && PagePictures.LeadingCaption(root, headline, story.Blocks[0].Node) is { } inlined) media = [main with { Caption = inlined }];
        media = PagePictures.Said(media, facts.Data.Image, facts.Data.ImageSaid);
        var published = Date(facts.Published) ?? Named(story.Above.Where(line => !line.TrimStart().StartsWith("updated", StringComparison.OrdinalIgnoreCase))) ?? Named(story.Above) ?? story.PostedBelow?.Published ?? facts.MarkedDay;
        var language = Tag(facts.Language ?? facts.Data.Language) ?? LanguageGuess.Of(string.Join('\n', story.Blocks.Select(block => block.Text)));
        var held = story.Above.Reverse().Take(HandlingAsked).FirstOrDefault(line => HandlingLine.Is(line) && EmbargoWords.InLine(line) is not null);
        var embargo = held is null ? null : HandlingMarks.Held(null, EmbargoWords.InLine(held), Date(facts.Updated) ?? published, Clock(facts.Published) ?? Clock(facts.Updated));
        if (embargo is { Until: null }) repairs.Add(HandlingMarks.HeldWithoutEnd);
        var head = new FeedHead { Format = NewsFormat.Html, Title = facts.Site, Link = baseUri is null ? null : new Uri(baseUri, "/").AbsoluteUri, Language = language };
        return (head, new NewsItem
        {
            Uri = address ?? Identity.Derived(headline, story.Blocks[0].Text, published, repairs),
            Headline = headline,
            Summary = facts.Summary,
            Body = new NewsBody(StoryMarkup.Write(story.Blocks), BodyKind.Html) { BaseUri = baseUri },
            Byline = byline,
            Authors = facts.Data.Authors.Count > 0 ? facts.Data.Authors : byline is null ? [] : [new Author(byline)],
            PlaceLine = facts.Data.Dateline is { } line ? new PlaceLine(line, line) : filed is null ? null : new PlaceLine(filed.Text, filed.Place, filed.Day?.Near(Date(facts.Updated) ?? published)),
            Language = language,
            Published = published,
            Updated = Date(facts.Updated),
            VersionCreated = Date(facts.Updated) ?? published,
            SenderClock = Clock(facts.Published) ?? Clock(facts.Updated),
            Embargo = embargo,
            Status = story.Above.TakeLast(LinesAsked).Any(line => KillWords.IsLine(line)) ? PubStatus.Canceled : PubStatus.Usable,
            Keywords = facts.Keywords,
            Credit = CreditOf(facts, signed?.Agency ?? filed?.Agencies[0] ?? story.Above.Select(MetaText.Source).FirstOrDefault(named => named is not null) ?? story.SourceBelow),
            Links = address is null ? [] : [new Link("alternate", address, "text/html")],
            Media = media,
            Repairs = repairs.Take(),
            Raw = options.KeepRaw ? html : null,
        });
    }

    private static DateTimeOffset? Named(IEnumerable<string> lines) => lines.Select(MetaText.Date).FirstOrDefault(date => date is not null);

    // Above the story stand its summary and its date; the lines before those are the page's.
    private const int LinesAsked = 5;
    private const int HandlingAsked = 10;

    private static readonly Signatures Nobody = new([]);

    private static readonly LedeReader Ledes = new(Nobody);

    // A title that names the site or its section, or says it in other words, where the page shows a headline without calling it one.
    private static (string? Headline, StoryOnPage Story) Headed(string? title, StoryOnPage story)
    {
        var blocks = story.Blocks;
        var words = new StoryWords(blocks.Select(block => block.Text));
        if (blocks.Count > 1 && blocks[0].IsHeading && TextWeight.Words(blocks[0].Text) > 2 && (blocks[0].Node.Name == "h1" || words.IsAbout(blocks[0].Text))) return (blocks[0].Text, story with { Blocks = [.. blocks.Skip(1)] });
        if (title is not null && new StoryWords(blocks.Where(block => block.IsProse).Select(block => block.Text)).IsAbout(title)) return (title, story);
        var lines = story.Above;
        return LineHeadline.Find(lines, lines.Count, words) is >= 0 and var at && words.IsAbout(lines[at]) ? (LineHeadline.Bare(lines[at]), story) : (title, story);
    }

    private static Credit? CreditOf(PageFacts facts, string? signed)
    {
        var credit = new Credit
        {
            Source = facts.Source ?? (string.Equals(signed, facts.Site, StringComparison.OrdinalIgnoreCase) ? null : signed),
            SourceUrl = facts.SourceUrl,
            Distributor = string.Equals(facts.Data.Distributor, facts.Site, StringComparison.OrdinalIgnoreCase) ? null : facts.Data.Distributor,
            Provider = facts.Site,
            CreditLine = facts.Data.CreditText,
            CopyrightHolder = facts.Data.CopyrightHolder,
            CopyrightNotice = facts.Rights,
            UsageTerms = facts.Data.License,
        };
        return credit.IsEmpty ? null : credit;
    }

    private static DateTimeOffset? Date(string? text) => text is not null && NewsDate.TryRead(text, out var instant) ? instant : null;

    private static TimeSpan? Clock(string? text) => text is not null && NewsDate.TryRead(text, out _, out var clock) ? clock : null;

    private static Uri? Base(PageNode root, Uri? known)
    {
        foreach (var node in root.Elements())
            if (node.Name == "base" && node["href"] is { Length: > 0 } href) return Address.Below(known, href);

        return known;
    }

    // Declared as en_US, en-us, EN or English: the first two are tags, the last is none.
    private static string? Tag(string? declared)
    {
        if (declared is null) return null;
        var tag = declared.Split(',')[0].Trim().Replace('_', '-');
        if (tag.Length is < 2 or > 12) return null;
        var parts = tag.Split('-');
        if (parts[0].Length is < 2 or > 3 || !parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) || !parts[0].All(char.IsAsciiLetter)) return null;
        parts[0] = parts[0].ToLowerInvariant();
        for (var i = 1; i < parts.Length; i++) parts[i] = parts[i].Length == 2 ? parts[i].ToUpperInvariant() : parts[i];
        return string.Join('-', parts);
    }
}
