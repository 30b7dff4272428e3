using System.Text.Json;
using Dateline.Formats.Feeds;
using Dateline.Formats.Modules;
using Dateline.Formats.Text;

namespace Dateline.Formats.Ninjs;

/// <summary>One item as ninjs, member by member. The two versions differ in the case of the names and in the name of the embargo.</summary>
internal sealed class NinjsDocument(Utf8JsonWriter json, NinjsVersion version)
{
    public void Write(NewsItem item)
    {
        json.WriteStartObject();
        Text("uri", NinjsIdentity.Write(item.Uri ?? throw new ArgumentException("ninjs requires an identity.", nameof(item))));
        Standard();
        Text("type", "text");
        Text("version", item.Version);
        Date("firstCreated", item.FirstCreated);
        Date("versionCreated", item.VersionCreated);
        Text("pubStatus", item.Status switch { PubStatus.Canceled => "canceled", PubStatus.Withheld => "withheld", _ => "usable" });
        if (item.Embargo is { } embargo) Date(version == NinjsVersion.V31 ? "embargoedUntil" : "embargoed", embargo.Until ?? NinjsIdentity.Never);
        Text("language", item.Language);

        // "Neither the item nor its content may be used": a recall carries none.
        if (item.Status == PubStatus.Usable) Content(item);
        new NinjsOutgoingMedia(this, json).Write(item.Status == PubStatus.Usable ? item.Media : [], item.Cancels);
        json.WriteEndObject();
    }

    private void Standard()
    {
        var number = version == NinjsVersion.V31 ? "3.1" : "2.2";
        json.WriteStartObject("standard");
        Text("name", "ninjs");
        Text("version", number);
        Text("schema", $"http://www.iptc.org/std/ninjs/ninjs-schema_{number}.json");
        json.WriteEndObject();
    }

    private void Content(NewsItem item)
    {
        Text("representationType", item.Body is null ? "partial" : "full");
        if (item.Urgency is >= 1 and <= 9 and var urgency) json.WriteNumber("urgency", urgency);
        Values("headlines", item.Headline, "text/plain");
        Values("descriptions", item.Summary, "text/plain", "summary");
        Values("bodies", item.Body?.Content, item.Body?.Kind == BodyKind.Html ? "text/html" : "text/plain");
        Text("slugline", item.Slugline);
        Text("by", item.Byline);
        Text("located", item.PlaceLine?.Place);
        var people = item.Authors.Where(a => a.Name is not null).Select(a => (a.Name, Rel: "author", a.Uri));
        List("people", people.Concat(item.Contributors.Select(c => (Name: (string?)c.Name, Rel: c.Role is null ? NinjsTexts.Contributor : $"{NinjsTexts.Contributor}/{c.Role}", Uri: (string?)null))), person =>
        {
            Text("name", person.Name);
            Text("rel", person.Rel);
            if (NinjsIdentity.IsAddress(person.Uri)) Text("uri", person.Uri);
        });
        List("genres", item.Genres, genre => Text("name", genre));
        Subjects(item);
        Credit(item.Credit ?? new Credit());
        List("altIds", item.Links, link =>
        {
            Text("role", link.Rel == "alternate" ? NinjsIdentity.PageRole : NinjsIdentity.LinkRole + link.Rel);
            Text("value", link.Href);
        });
    }

    private void Subjects(NewsItem item)
    {
        var about = item.Subjects.Select(s => (s.Name, Rel: "about", Uri: NinjsSubjects.UriOf(s), Literal: s.Code is null || NinjsSubjects.UriOf(s) is not null ? null : s.Scheme is null ? s.Code : $"{s.Scheme}:{s.Code}"));
        var signals = item.Signals.Select(s => (Name: (string?)null, Rel: NinjsSubjects.Signal, Uri: NinjsSubjects.UriOfSignal(s), Literal: NinjsSubjects.UriOfSignal(s) is null ? s : null));
        var keywords = item.Keywords.Select(k => (Name: (string?)k, Rel: NinjsSubjects.Keyword, Uri: (string?)null, Literal: (string?)null));
        List("subjects", about.Concat(signals).Concat(keywords), subject =>
        {
            Text("name", subject.Name);
            Text("rel", subject.Rel);
            Text("uri", subject.Uri);
            Text("literal", subject.Literal);
        });
    }

    private void Credit(Credit credit)
    {
        Text("copyrightHolder", credit.CopyrightHolder);
        Text("copyrightNotice", credit.CopyrightNotice);
        Text("usageTerms", credit.UsageTerms);
        var named = new (string? Name, string Role, string? Uri, string? Literal)[]
        {
            (credit.Source ?? credit.SourceUrl, "source", credit.SourceUrl, null), (credit.Distributor, "distributor", null, null), (credit.Provider, "provider", null, null), (credit.CreditLine, "creditline", null, null),
        };
        var chain = named.Where(n => !string.IsNullOrEmpty(n.Name)).Concat(credit.Hops.Select(h => ((string?)h.Name, "hop", (string?)null, (string?)HopText.Write(h))));
        List("infoSources", chain, source =>
        {
            Text("name", source.Item1);
            Text("role", source.Item2);
            if (NinjsIdentity.IsAddress(source.Item3)) Text("uri", source.Item3);
            Text("literal", source.Item4);
        });
    }

    public void Values(string name, string? value, string type, string? role = null) => List<string>(name, string.IsNullOrEmpty(value) ? [] : [value], text =>
    {
        Text("role", role);
        Text("contentType", type);
        Text("value", text);
    });

    public void List<T>(string name, IEnumerable<T> elements, Action<T> write)
    {
        var any = false;
        foreach (var element in elements)
        {
            if (!any) json.WriteStartArray(Named(name));
            any = true;
            json.WriteStartObject();
            write(element);
            json.WriteEndObject();
        }

        if (any) json.WriteEndArray();
    }

    public void Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) json.WriteString(Named(name), XmlText.Legal(text));
    }

    public void Number(string name, long? number)
    {
        if (number is { } known) json.WriteNumber(Named(name), known);
    }

    private void Date(string name, DateTimeOffset? at)
    {
        if (at is { } known) json.WriteString(Named(name), Outgoing.Instant(known));
    }

    public string Named(string name) => version == NinjsVersion.V31 ? name : name.ToLowerInvariant();
}
