using System.Text.Json;
using Dateline.Formats.Feeds;
using Dateline.Formats.Json;
using Dateline.Formats.Text;

namespace Dateline.Formats.JsonFeed;

/// <summary>
/// What JSON Feed has no member for, as an extension of its own kind ("custom objects", name begins with an
/// underscore): the credit, so that it is not lost on this surface either; the byline as it is printed; the links beside the page.
/// </summary>
internal static class DatelineExtension
{
    public const string Name = "_dateline";

    public static void Read(JsonElement json, ItemDraft item)
    {
        if (json.ValueKind != JsonValueKind.Object) return;
        if (json.TryMember("credit", out var credit) && credit.ValueKind == JsonValueKind.Object)
        {
            item.Credit = new Credit
            {
                Source = credit.Text("source"),
                SourceUrl = Address.Resolve(credit.Text("source_url"), item.BaseUri, item.Repairs),
                Distributor = credit.Text("distributor"),
                Provider = credit.Text("provider"),
                CreditLine = credit.Text("credit_line"),
                CopyrightHolder = credit.Text("copyright_holder"),
                CopyrightNotice = credit.Text("copyright_notice"),
                UsageTerms = credit.Text("usage_terms"),
            };
            foreach (var hop in credit.Array("hops"))
                if (hop.Text("name") is { } name) item.AddHop(new Hop(name, hop.Text("role"), NewsDate.TryRead(hop.Text("at"), out var at) ? at : null));
        }

        item.Byline = json.Text("byline");
        foreach (var link in json.Array("links")) item.AddLink(link.Text("rel") ?? "related", link.Text("href"), link.Text("type"), link.Text("hreflang"));
        foreach (var person in json.Array("contributors")) item.AddContributor(person.Text("name"), person.Text("role"));
        foreach (var subject in json.Array("subjects")) item.AddSubject(new Subject(subject.Text("scheme"), subject.Text("code"), subject.Text("name")));
    }

    /// <summary>Whether the links are said here, more exactly than by the members of JSON Feed.</summary>
    public static bool HasLinks(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryMember("links", out var links) && links.ValueKind == JsonValueKind.Array && links.GetArrayLength() > 0;

    // JSON Feed has the page and one address elsewhere.
    private static bool NeedsLinks(NewsItem item) => item.Links.Count > 1 || item.Links is [{ Rel: not "alternate" } or { Type: not null } or { HrefLang: not null }];

    private static bool NeedsByline(NewsItem item) => item.Byline is not null && item.Byline != string.Join(", ", item.Authors.Select(author => author.Name));

    private static void Links(Utf8JsonWriter json, NewsItem item)
    {
        json.WriteStartArray("links");
        foreach (var link in item.Links)
        {
            json.WriteStartObject();
            Text(json, "rel", link.Rel);
            Text(json, "href", link.Href);
            Text(json, "type", link.Type);
            Text(json, "hreflang", link.HrefLang);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, NewsItem item)
    {
        if (item.Credit is null && item.Subjects.Count == 0 && item.Contributors.Count == 0 && !NeedsLinks(item) && !NeedsByline(item)) return;
        json.WriteStartObject(Name);
        if (NeedsByline(item)) Text(json, "byline", item.Byline);
        if (NeedsLinks(item)) Links(json, item);
        if (item.Credit is { } credit)
        {
            json.WriteStartObject("credit");
            Text(json, "source", credit.Source);
            Text(json, "source_url", credit.SourceUrl);
            Text(json, "distributor", credit.Distributor);
            Text(json, "provider", credit.Provider);
            Text(json, "credit_line", credit.CreditLine);
            Text(json, "copyright_holder", credit.CopyrightHolder);
            Text(json, "copyright_notice", credit.CopyrightNotice);
            Text(json, "usage_terms", credit.UsageTerms);
            if (credit.Hops.Count > 0)
            {
                json.WriteStartArray("hops");
                foreach (var hop in credit.Hops)
                {
                    json.WriteStartObject();
                    Text(json, "name", hop.Name);
                    Text(json, "role", hop.Role);
                    Text(json, "at", hop.At is { } at ? Outgoing.Instant(at) : null);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        if (item.Contributors.Count > 0)
        {
            json.WriteStartArray("contributors");
            foreach (var contributor in item.Contributors)
            {
                json.WriteStartObject();
                Text(json, "name", contributor.Name);
                Text(json, "role", contributor.Role);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (item.Subjects.Count > 0)
        {
            json.WriteStartArray("subjects");
            foreach (var subject in item.Subjects)
            {
                json.WriteStartObject();
                Text(json, "scheme", subject.Scheme);
                Text(json, "code", subject.Code);
                Text(json, "name", subject.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) json.WriteString(name, XmlText.Legal(text));
    }
}
