using System.Text.Json;
using Dateline.Formats.InText;
using Dateline.Formats.Json;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ninjs;

/// <summary>
/// An item of ninjs 1 (one member for each thing), 2 (lists of them), 3 (the same in camel case), or of the dialects
/// that agencies and Superdesk made of it. All are asked for all names, since senders mix the versions.
/// <c>edNote</c> is for editors and is not kept.
/// </summary>
internal static class NinjsItem
{
    public static WireDraft Read(JsonElement json, WireDraft draft)
    {
        var ninjs = new JsonMembers(json);
        draft.FindClock ??= () => DocumentClock.Of(json);
        var item = draft.Item;
        var type = ninjs.Text("type")?.ToLowerInvariant();
        item.Identity = NinjsIdentity.Read(ninjs.Text("uri", "guid", "urn", "_id", "id"));
        draft.Version = ninjs.Text("version");
        StatusWord.Read(ninjs.Text("pubStatus", "status"), draft, unknown: PubStatus.Usable);
        Embargo(ninjs, draft);
        if (draft.Embargo?.Until?.Year == NinjsIdentity.Never.Year) draft.Embargo = new Embargo(null);
        NinjsSignals.Read(ninjs, draft);
        foreach (var note in (ReadOnlySpan<string>)["edNote", "editorialNote", "editorial_note", "ed_note", "editorsNote", "editors_note"]) draft.ReadNote(ninjs.Line(note));

        // Superdesk's own state stands beside the status, and says more.
        if (ninjs.Text("state")?.ToLowerInvariant() is "killed" or "recalled" or "unpublished") draft.Status = PubStatus.Canceled;

        draft.Slugline = ninjs.Line("slugline", "slug");
        if (ninjs.Line("takekey", "anpa_take_key") is { } take) draft.LeadMark = LeadMark.Read(take + ": x", out _) is [var mark, ..] ? mark : null;
        item.Language = ninjs.Text("language", "lang");
        item.Headline = NinjsTexts.Headline(ninjs, item.Language);
        NinjsTexts.Summary(ninjs, draft);
        NinjsTexts.Body(ninjs, draft);
        NinjsTexts.Byline(ninjs, item);

        item.Created = ninjs.Date(draft, "firstCreated", "contentCreated", "first_created", "created");
        draft.VersionCreated = ninjs.Date(draft, "versionCreated", "version_created");
        item.Published = ninjs.Date(draft, "firstPublished", "published", "publishedAt", "publishDate", "publish_date", "issued");
        item.Updated = ninjs.Date(draft, "updated", "modified");
        draft.PlaceLine = PlaceLine(ninjs, draft.VersionCreated ?? item.Created) ?? draft.PlaceLine;
        draft.Urgency = WireDraft.ReadUrgency(ninjs.Text("urgency")) ?? WireDraft.ReadUrgency(ninjs.Text("priority"));
        foreach (var genre in ninjs.List("genres", "genre")) draft.AddGenre(JsonMembers.LineOf(JsonMembers.TextOf(genre) ?? genre.Text("code")) ?? "");
        if (TimesDocument.Is(ninjs)) TimesDocument.Read(ninjs, draft);
        else foreach (var keyword in ninjs.List("keywords", "keyword"))
            foreach (var word in (JsonMembers.TextOf(keyword) ?? "").Split(keyword.ValueKind == JsonValueKind.String ? [',', ';'] : [], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) item.AddKeyword(word);

        NinjsSubjects.Read(ninjs, draft);
        NinjsCredit.Read(ninjs, draft);
        NinjsMedia.Read(ninjs, type, draft);
        AfpDocument.Read(ninjs, draft);
        if (ninjs.Text("url", "canonicalUrl", "canonical_url", "webUrl", "permalink", "link") is { } page && page.StartsWith("http", StringComparison.OrdinalIgnoreCase)) item.AddLink("alternate", page);
        foreach (var other in ninjs.List("altIds"))
            if (other.ValueKind == JsonValueKind.Object && other.Text("role") is { } role && (role == NinjsIdentity.PageRole ? "alternate" : role.StartsWith(NinjsIdentity.LinkRole, StringComparison.Ordinal) ? role[NinjsIdentity.LinkRole.Length..] : null) is { Length: > 0 } rel) item.AddLink(rel, other.Text("value"));
        if (ninjs.Text("evolvedFrom", "rewrite_of") is { } earlier) item.AddLink("predecessor-version", earlier);

        // What is for planning or for editors alone is news of the newsroom, not of the world.
        // TT's profiles: PRIV and INFO speak to its customers.
        if (type is "event" or "planning" or "advisory" || ninjs.Text("profile") is "PRIV" or "INFO" || ninjs.Text("profile", "representationType")?.Contains("advisory", StringComparison.OrdinalIgnoreCase) == true) draft.Publishable = false;
        return draft;
    }

    // Superdesk's embargo is of the wall clock in schedule_settings.time_zone; the instant stands beside it, where the desk's program wrote it.
    private static void Embargo(JsonMembers ninjs, WireDraft draft)
    {
        var schedule = ninjs.Object("schedule_settings");
        var written = ninjs.Text("embargoedUntil", "embargoed", "embargo") ?? OtherEmbargo(ninjs);
        if ((schedule.Text("utc_embargo") ?? ninjs.Text("embargo_utc")) is { } instant) draft.ReadEmbargo(instant);
        else if (written is null || schedule.Text("time_zone") is not { } zone || !IsWallClock(written)) draft.ReadEmbargo(written);
        else if (InZone(written, zone) is { } until) draft.Embargo = new Embargo(until);
        else
        {
            draft.Embargo = new Embargo(null);
            draft.Repairs.Add(HandlingMarks.HeldWithoutEnd);
        }
    }

    // The BBC's embargotime, another's embargoDate: whatever begins with the word holds. What is a text in its words is a note.
    private static string? OtherEmbargo(JsonMembers ninjs)
    {
        foreach (var (name, value) in ninjs.All)
        {
            if (!name.StartsWith("embargo", StringComparison.OrdinalIgnoreCase)) continue;

            // "embargoed": true holds, and no end is known.
            if (value.ValueKind == JsonValueKind.True) return "true";
            var written = value.ValueKind == JsonValueKind.Object ? new JsonMembers(value).Text("until", "end", "date", "time", "value") : value.Text();
            if (written is { Length: > 0 } && (NewsDate.TryRead(written, out _) || (bool.TryParse(written, out var holds) && holds))) return written;
        }

        return null;
    }

    private static bool IsWallClock(string written) =>
        written.IndexOf('T', StringComparison.OrdinalIgnoreCase) is > 0 and var time && written.AsSpan(time).IndexOfAny("zZ+-") < 0;

    private static DateTimeOffset? InZone(string written, string zone)
    {
        if (!NewsDate.TryRead(written, out var wall) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)) return null;
        return new DateTimeOffset(wall.DateTime, known.GetUtcOffset(wall.DateTime)).ToUniversalTime();
    }

    private static PlaceLine? PlaceLine(JsonMembers ninjs, DateTimeOffset? made)
    {
        var line = ninjs.Object("dateline");
        var text = ninjs.Element("dateline") is { ValueKind: JsonValueKind.String } ? ninjs.Line("dateline") : line.Line("text");
        var place = ninjs.Line("located") ?? ninjs.Object("located").Line("city", "name") ?? line.Object("located").Line("city", "name");
        return text is null && place is null ? null : PlaceLineText.Read(text, place, null, made);
    }
}
