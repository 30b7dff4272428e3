using Dateline.Formats;
using Dateline.Foundation.Markup;
using Dateline.Stories;
using Credit = Dateline.Stories.Credit;
using Hop = Dateline.Stories.Hop;
using PlaceLine = Dateline.Stories.PlaceLine;

namespace Dateline.Wire;

/// <summary>What the desk takes from an item: headline, body, dateline and the whole credit.</summary>
public sealed record WireCopy(string Headline, string? Summary, Body Body, PlaceLine PlaceLine, string Language, Credit Credit)
{
    public static WireCopy Of(WireItem item, WireVersion version, Source source) => new(
        WithoutPrefix(item.Headline, source.Name), item.Summary == item.Headline ? null : item.Summary, ReadBody(version.News),
        new PlaceLine(LineText.Clean(version.News.PlaceLine?.Place, 100).Value, version.News.PlaceLine?.Date),
        version.News.Language ?? source.Language, CreditOf(item, version, source));

    /// <summary>The body as blocks; remote pictures are left out, they come through the wire's own fetching.</summary>
    public static Body ReadBody(NewsItem news)
    {
        if (news.Body is not { } body) return news.Summary is { Length: > 0 } summary ? Body.Plain(summary) : Body.Empty;
        var read = body.Kind == BodyKind.Html ? MarkupReader.Read(body.Content, body.BaseUri) : MarkupReader.ReadText(body.Content);
        return (read.Value ?? Body.Empty).Replace(block => block is PictureBlock ? null : block);
    }

    /// <summary>"PressTV/ headline": the house sets the source's name itself, so it isn't written twice.</summary>
    private static string WithoutPrefix(string headline, string source) =>
        headline.StartsWith(source + "/", StringComparison.OrdinalIgnoreCase) && headline.Length > source.Length + 1 ? headline[(source.Length + 1)..].TrimStart() : headline;

    private static Credit CreditOf(WireItem item, WireVersion version, Source source)
    {
        var (news, given) = (version.News, version.News.Credit);
        var hops = new List<Hop>();
        if (given?.Source is { Length: > 0 } original && !Same(original, source.Name)) hops.Add(new Hop(Line(original), HopRole.Original, Web(given.SourceUrl), news.Published));
        foreach (var hop in given?.Hops ?? [])
            if (hop.Name is { Length: > 0 } name && !Same(name, source.Name) && !hops.Exists(known => Same(known.Name, name))) hops.Add(new Hop(Line(name), hops.Count == 0 ? HopRole.Original : HopRole.Distributor, null, hop.At));
        if (given?.Distributor is { Length: > 0 } distributor && !Same(distributor, source.Name) && !hops.Exists(known => Same(known.Name, distributor))) hops.Add(new Hop(Line(distributor), HopRole.Distributor));
        hops.Add(new Hop(source.Name, hops.Count == 0 ? HopRole.Original : HopRole.Carrier, Web(item.Link) ?? source.Site, news.Updated ?? news.Published ?? item.ReceivedAt));
        return new Credit
        {
            Source = source.Name,
            SourceUrl = Web(item.Link) ?? source.Site,
            Distributor = given?.Distributor is { } by ? Line(by) : null,
            Provider = given?.Provider is { } provider ? Line(provider) : null,
            CreditLine = given?.CreditLine is { } line && !Same(line, news.Byline ?? "") ? Line(line) : null,
            Byline = news.Byline is { } byline && !IsAgency(byline, source, given) ? Line(byline) : null,
            CopyrightHolder = given?.CopyrightHolder is { } holder ? Line(holder) : null,
            CopyrightNotice = given?.CopyrightNotice is { } notice ? Line(notice) : null,
            UsageTerms = given?.UsageTerms is { } terms ? Line(terms) : null,
            Hops = hops,
        };
    }

    /// <summary>Feeds give themselves as the author of what nobody signed: that is the source, which is named anyway, and no person.</summary>
    private static bool IsAgency(string byline, Source source, Formats.Credit? given) =>
        Same(byline, source.Name) || (given?.Source is { } original && Same(byline, original)) || (given?.Distributor is { } distributor && Same(byline, distributor));

    private static string Line(string text) => CleanText.Line(text.Length > 500 ? text[..500] : text);

    private static string? Web(string? address) => LinkTarget.Parse(address) is { IsWeb: true } link ? link.Value : null;

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}
