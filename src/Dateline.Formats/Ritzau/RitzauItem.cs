using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ritzau;

/// <summary>A story in the XML of Ritzau's own service, <c>RBNews</c>: a flat list of fields, the text in one of them as markup. Its times are Copenhagen's.</summary>
internal static class RitzauItem
{
    private const int CodeLength = 8;

    public static void Read(WireNode news, WireDraft draft)
    {
        var item = draft.Item;
        item.Identity = Line(news, "newsid") ?? Line(news, "guidid");
        draft.Version = Line(news, "version");
        item.Headline = Line(news, "headline");
        item.Summary = Line(news, "subtitle");
        item.Byline = Line(news, "authorline");
        if (item.Byline is { } byline) item.AddAuthor(new Author(byline));
        foreach (var word in (Line(news, "strapline") ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) item.AddKeyword(word);
        item.Published = Published(Line(news, "publishdate"), draft);
        draft.VersionCreated = item.Published;
        draft.Urgency = WireDraft.ReadUrgency(Line(news, "priority"));
        draft.ReadNote(Line(news, "tilredaktionen"));

        // The IPTC's subject codes as numbers, which have lost their noughts.
        foreach (var code in news.Child("iptclist")?.Children ?? [])
            if (WireText.Line(code) is { Length: <= CodeLength } number && number.All(char.IsAsciiDigit)) item.AddSubject(new Subject("subj", number.PadLeft(CodeLength, '0'), null));

        item.Credit = Origin(Line(news, "origin"));
        if (news.Child("content") is { } content) draft.Body.Offer(content, 1, null);
    }

    // "/ritzau/", "/ritzau/Reuters": who carries it, and who wrote it.
    private static Credit Origin(string? origin)
    {
        var houses = (origin ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new Credit
        {
            Provider = "Ritzau",
            Source = houses.Length == 0 ? null : houses[^1],
            Distributor = houses.Length > 1 ? houses[0] : null,
        };
    }

    private static DateTimeOffset? Published(string? written, WireDraft draft)
    {
        if (written is null || !DocumentClock.IsWithoutZone(written) || !NewsDate.TryRead(written, out var wall) || !TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Copenhagen", out var zone)) return draft.Date(written);
        return draft.Item.Dated(new DateTimeOffset(wall.DateTime, zone.GetUtcOffset(wall.DateTime)).ToUniversalTime());
    }

    private static string? Line(WireNode news, string field) => WireText.Line(news.Child(field));
}
