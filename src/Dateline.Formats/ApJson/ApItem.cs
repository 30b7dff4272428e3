using System.Text.Json;
using Dateline.Formats.Feeds;
using Dateline.Formats.Json;
using Dateline.Formats.Ninjs;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.ApJson;

/// <summary>
/// An item of The Associated Press's media API. Its address changes with each request, so <c>altids.itemid</c> is
/// the identity; <c>ednote</c> is for editors and is not kept. What is withheld or canceled recalls every earlier
/// version, which is what one identity for all versions means here.
/// </summary>
internal static class ApItem
{
    public static WireDraft Read(JsonElement json, WireDraft draft)
    {
        var around = new JsonMembers(json);
        var ap = Inner(around);
        var item = draft.Item;
        var type = ap.Text("type")?.ToLowerInvariant();
        item.Identity = ap.Object("altids").Text("itemid") ?? ap.Text("itemid", "uri");
        draft.Version = ap.Text("version");
        StatusWord.Read(ap.Text("pubstatus"), draft, unknown: PubStatus.Usable);
        draft.ReadEmbargo(ap.Text("embargoed"));
        Signals(ap, draft);

        draft.Slugline = ap.Line("slugline");
        if (ap.Line("title") is { } title) draft.LeadMark = LeadMark.Read(title, out _) is [var mark, ..] ? mark : null;
        item.Headline = ap.Line("headline", "title", "headline_extended");
        item.Summary = ap.Text("description_summary") is { } summary ? HtmlText.Lines(summary, HtmlText.IsMarkup(summary)) : ap.Line("headline_extended") is { } extended && extended != item.Headline ? extended : null;
        NinjsTexts.Body(ap, draft);
        NinjsTexts.Body(around.Object("nitf"), draft);
        Bylines(ap, item);
        Place(ap, draft);
        item.Language = ap.Text("language");
        item.Created = ap.Date(draft, "firstcreated");
        draft.VersionCreated = ap.Date(draft, "versioncreated");
        draft.Urgency = WireDraft.ReadUrgency(ap.Text("urgency"));
        foreach (var keyword in ap.List("keywords"))
            if (JsonMembers.LineOf(keyword.Text()) is { } word) item.AddKeyword(word);

        foreach (var kind in (ReadOnlySpan<string>)["subject", "subjects", "person", "organisation", "organization", "company", "place", "event"])
            foreach (var subject in ap.List(kind)) Subject(subject, item);

        Credit(ap, item);
        ApMedia.Read(ap, type, item);
        if (!ReferenceEquals(ap, around)) ApMedia.Associated(around, item);
        return draft;
    }

    /// <summary>The item itself, which answers have in <c>item</c>, or in <c>data.item</c>.</summary>
    public static JsonMembers Inner(JsonMembers around)
    {
        if (around.Element("item") is { ValueKind: JsonValueKind.Object } item) return new JsonMembers(item);
        return around.Element("data") is { ValueKind: JsonValueKind.Object } data && new JsonMembers(data).Element("item") is { ValueKind: JsonValueKind.Object } within ? new JsonMembers(within) : around;
    }

    private static void Signals(JsonMembers ap, WireDraft draft)
    {
        var isNews = !ap.Has("signals");
        foreach (var element in ap.List("signals"))
        {
            if (element.Text() is not { } signal) continue;
            isNews |= signal.Equals("newscontent", StringComparison.OrdinalIgnoreCase);
            draft.AddSignal(signal);
        }

        draft.ReadNote(ap.Line("ednote"));
        foreach (var element in ap.List("editorialtypes", "editorialrole"))
        {
            if (JsonMembers.TextOf(element) is not { } kind) continue;
            if (kind.Contains("advisor", StringComparison.OrdinalIgnoreCase) || kind.Contains("daybook", StringComparison.OrdinalIgnoreCase)) isNews = false;
            if (kind.Contains("correct", StringComparison.OrdinalIgnoreCase)) draft.AddSignal("sig:correction");
            if (kind.Contains("update", StringComparison.OrdinalIgnoreCase) || kind.Contains("lead", StringComparison.OrdinalIgnoreCase) || kind.Contains("writethru", StringComparison.OrdinalIgnoreCase)) draft.AddSignal("sig:update");
            if (kind.Contains("kill", StringComparison.OrdinalIgnoreCase)) draft.Status = PubStatus.Canceled;
            if (kind.Contains("withhold", StringComparison.OrdinalIgnoreCase) && draft.Status == PubStatus.Usable) draft.Status = PubStatus.Withheld;
        }

        // "newscontent" marks what may be published; an advisory has other signals or an empty list.
        if (!isNews) draft.Publishable = false;
    }

    private static void Bylines(JsonMembers ap, ItemDraft item)
    {
        foreach (var element in ap.List("bylines", "byline", "photographer"))
        {
            var name = JsonMembers.LineOf(element.ValueKind == JsonValueKind.Object ? element.Text("name") ?? element.Text("by") : element.Text());
            // "By MARA QUILL", "and JON SKERRY": the words between the names stand with them.
            if (name is not null && name.StartsWith("and ", StringComparison.OrdinalIgnoreCase)) name = name[4..].TrimStart();
            if (NinjsTexts.WithoutBy(name) is { Length: > 0 } author) item.AddAuthor(new Author(author));
        }
    }

    private static void Place(JsonMembers ap, WireDraft draft)
    {
        var place = ap.Object("datelinelocation").Line("city", "countryareaname", "countryname");
        var text = ap.Line("located");
        if ((place ?? text) is not null) draft.PlaceLine = new PlaceLine(text, place ?? text);
    }

    private static void Subject(JsonElement element, ItemDraft item)
    {
        var subject = new JsonMembers(element);
        var scheme = subject.Text("rels") is "category" || subject.List("rels").Any(rel => rel.ValueKind == JsonValueKind.String && rel.ValueEquals("category")) ? "category" : subject.Text("scheme");
        if (subject.Text("code", "name") is not null) item.AddSubject(new Subject(scheme, subject.Text("code"), subject.Line("name")));
    }

    private static void Credit(JsonMembers ap, ItemDraft item)
    {
        var sources = ap.List("infosource", "infosources", "source", "sources").Select(s => JsonMembers.LineOf(JsonMembers.TextOf(s))).OfType<string>().ToList();
        if (sources.Count > 1) sources.ForEach(s => item.AddHop(new Hop(s)));
        item.Credit = new Credit
        {
            Source = sources.FirstOrDefault(),
            Provider = ap.Line("provider"),
            CreditLine = ap.Line("description_creditline", "creditline"),
            CopyrightHolder = ap.Line("copyrightholder"),
            CopyrightNotice = ap.Line("copyrightnotice"),
            UsageTerms = string.Join('\n', ap.List("usageterms").Select(term => JsonMembers.LineOf(JsonMembers.TextOf(term))).OfType<string>()) is { Length: > 0 } terms ? terms : null,
        };
    }
}
