using System.Globalization;
using System.Text.Json.Nodes;
using Dateline.Formats;
using Dateline.Foundation.Markup;

namespace Dateline.Operating;

/// <summary>Items and feeds in the shape that <c>dateline read</c> promises: absent when unknown, times in UTC.</summary>
internal static class ReadShape
{
    public static JsonObject Of(FeedHead head) => Known(
        ("title", head.Title), ("link", head.Link), ("id", head.Id), ("updated", Time(head.Updated)), ("language", head.Language), ("rights", head.Rights), ("repairs", Texts(head.Repairs)));

    /// <summary>An Atom tombstone: the item it withdraws, canceled.</summary>
    public static JsonObject Of(Tombstone tombstone) => Known(
        ("uri", tombstone.Ref), ("status", "canceled"), ("cancels", new JsonArray(tombstone.Ref)), ("versionCreated", Time(tombstone.When)), ("publishable", false));

    public static JsonObject Of(NewsItem item)
    {
        var body = Body(item.Body);
        return Known(
            ("uri", item.Uri), ("version", item.Version), ("status", item.Status.ToString().ToLowerInvariant()),
            ("embargo", Of(item.Embargo)),
            ("signals", Texts(item.Signals)), ("cancels", Texts(item.Cancels)),
            ("headline", item.Headline), ("slugline", item.Slugline), ("summary", item.Summary),
            ("bodyHtml", body is null ? null : SafeHtml.From(body, RenderOptions.Story).ToString()), ("bodyText", body is null ? null : Text(body)),
            ("byline", item.Byline),
            ("authors", Objects(item.Authors, author => Known(("name", author.Name), ("email", author.Email), ("uri", author.Uri)))),
            ("contributors", Objects(item.Contributors, contributor => Known(("name", contributor.Name), ("role", contributor.Role)))),
            ("dateline", item.PlaceLine is { } place ? Of(place) : null),
            ("language", item.Language), ("firstCreated", Time(item.FirstCreated)), ("versionCreated", Time(item.VersionCreated)),
            ("published", Time(item.Published)), ("updated", Time(item.Updated)), ("urgency", item.Urgency),
            ("genres", Texts(item.Genres)),
            ("subjects", Objects(item.Subjects, subject => Known(("scheme", subject.Scheme), ("code", subject.Code), ("name", subject.Name)))),
            ("keywords", Texts(item.Keywords)),
            ("credit", item.Credit is { } credit ? Of(credit) : null),
            ("links", Objects(item.Links, link => Known(("rel", link.Rel), ("href", link.Href), ("type", link.Type)))),
            ("media", Objects(item.Media, media => Known(("href", media.Href), ("type", media.Type), ("length", media.Length), ("caption", media.Caption), ("credit", media.Credit)))),
            ("publishable", item.Publishable), ("repairs", Texts(item.Repairs)));
    }

    /// <summary>The story of a page, for <c>dateline extract</c>.</summary>
    public static JsonObject OfStory(string kind, string place, NewsItem item, FeedHead? head)
    {
        var body = Body(item.Body);
        return Known(
            (kind, place), ("headline", item.Headline), ("byline", item.Byline), ("published", Time(item.Published)), ("updated", Time(item.Updated)),
            ("language", item.Language), ("siteName", head?.Title), ("dateline", item.PlaceLine is { } line ? Of(line) : null),
            ("bodyText", body is null ? null : Text(body)), ("bodyHtml", body is null ? null : SafeHtml.From(body, RenderOptions.Story).ToString()),
            ("credit", item.Credit is { } credit ? Of(credit) : null),
            ("images", Objects(item.Media, image => Known(("href", image.Href), ("width", image.Width), ("height", image.Height), ("caption", image.Caption), ("credit", image.Credit)))));
    }

    private static JsonObject Of(PlaceLine place) => Known(("text", place.Text), ("place", place.Place), ("date", place.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static JsonObject Of(Credit credit) => Known(
        ("source", credit.Source), ("sourceUrl", credit.SourceUrl), ("distributor", credit.Distributor), ("provider", credit.Provider),
        ("creditLine", credit.CreditLine), ("copyrightHolder", credit.CopyrightHolder), ("copyrightNotice", credit.CopyrightNotice), ("usageTerms", credit.UsageTerms),
        ("hops", Objects(credit.Hops, hop => Known(("name", hop.Name), ("role", hop.Role), ("at", Time(hop.At))))));

    /// <summary>The safe tree that would be published, never the sender's own markup.</summary>
    private static Body? Body(NewsBody? body) => body is null ? null
        : (body.Kind == BodyKind.Html ? MarkupReader.Read(body.Content, body.BaseUri) : MarkupReader.ReadText(body.Content)) is { Accepted: true } read ? read.Value : null;

    // What is said under a picture that the body leaves out is said of the picture, among the media.
    private static string Text(Body body) => PlainText.From(body.Blocks.Where(block => block is not PictureBlock).ToSequence());

    /// <summary>An embargo without a known end holds all the same: then it is an object without members, the only one there is.</summary>
    private static JsonObject? Of(Embargo? embargo) => embargo is null ? null : Time(embargo.Until) is { } until ? new JsonObject { ["until"] = until } : [];

    private static JsonObject Known(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var known = new JsonObject();
        foreach (var (name, value) in members)
            if (value is not null and not JsonArray { Count: 0 } && (value is not JsonObject { Count: 0 } || name == "embargo")) known[name] = value;
        return known;
    }

    private static string? Time(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString(at.Value.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    private static JsonArray Objects<T>(IReadOnlyList<T> items, Func<T, JsonObject> shape) => new([.. items.Select(JsonNode? (item) => shape(item))]);
}
