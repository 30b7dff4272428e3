using System.Globalization;
using Dateline.Formats.Feeds;

namespace Dateline.Formats.NewsMlG2;

/// <summary>One <c>newsItem</c> being written, its parts in the order that the schema wants.</summary>
internal sealed class G2ItemOutput(WireOutput output, WireEnvelope envelope)
{
    private const string Catalog = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml";

    public void Write(NewsItem item)
    {
        output.Start("newsItem");
        output.Attribute("standard", "NewsML-G2");
        output.Attribute("standardversion", "2.35");
        output.Attribute("conformance", "power");
        output.Attribute("guid", item.Uri ?? item.Page ?? throw new ArgumentException("NewsML-G2 requires an identity of each item.", nameof(item)));
        output.Attribute("version", Version(item));
        output.Language(item.Language);
        output.Element("catalogRef", "href", Catalog);
        var vocabularies = item.Status == PubStatus.Usable ? new G2Vocabularies(item.Subjects) : null;
        vocabularies?.Write(output);
        Hops(item);
        Rights(item.Credit, item.Status == PubStatus.Usable ? item.Media : []);
        ItemMeta(item);
        if (item.Status == PubStatus.Usable)
        {
            new G2ContentOutput(output, vocabularies!).Write(item);
        }

        output.End();
    }

    private static string? Version(NewsItem item)
    {
        if (item.Version is not { Length: > 0 } version) return null;
        return version.All(char.IsAsciiDigit) && version.Any(c => c != '0') ? version : NewsMlG2Writer.Version(item.VersionCreated ?? item.Updated ?? item.Published);
    }

    private void Hops(NewsItem item)
    {
        var hops = item.Credit?.Hops ?? [];
        if (hops.Count == 0 && envelope.OwnHop is null) return;
        output.Start("hopHistory");
        var at = 0;
        foreach (var hop in envelope.OwnHop is { } own ? hops.Append(own) : hops)
        {
            output.Start("hop");
            output.Attribute("seq", (++at).ToString(CultureInfo.InvariantCulture));
            output.Attribute("timestamp", hop.At is { } when ? Outgoing.Instant(when) : null);
            Party("party", hop.Name);
            foreach (var role in hop.Role?.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []) Action(role);
            output.End();
        }

        output.End();
    }

    // The IPTC's hop actions are single words; what isn't one is told by its name.
    private void Action(string role)
    {
        output.Start("action");
        if (role.All(char.IsAsciiLetter)) output.Attribute("qcode", "hopaction:" + role);
        else output.Element("name", role);
        output.End();
    }

    private void Rights(Credit? credit, IReadOnlyList<Media> media)
    {
        if (credit is { } all && (all.CopyrightHolder ?? all.CopyrightNotice ?? all.UsageTerms) is not null)
        {
            output.Start("rightsInfo");
            Party("copyrightHolder", all.CopyrightHolder);
            G2Text.Block(output, "copyrightNotice", all.CopyrightNotice);
            G2Text.Block(output, "usageTerms", all.UsageTerms);
            output.End();
        }

        for (var i = 0; i < media.Count; i++)
        {
            if (media[i].Copyright is not { } notice) continue;
            output.Start("rightsInfo");
            output.Attribute("idrefs", G2ContentOutput.MediaId(i));
            G2Text.Block(output, "copyrightNotice", notice);
            output.End();
        }
    }

    private void ItemMeta(NewsItem item)
    {
        output.Start("itemMeta");
        output.Element("itemClass", "qcode", item.Body is null && item.Media.Count > 0 && item.Media[0].Type?.StartsWith("image/", StringComparison.Ordinal) == true ? "ninat:picture" : "ninat:text");
        Party("provider", item.Credit?.Provider ?? envelope.Sender);
        output.Element("versionCreated", Outgoing.Instant(item.VersionCreated ?? item.Updated ?? item.Published ?? envelope.Sent));
        if (item.FirstCreated is { } first) output.Element("firstCreated", Outgoing.Instant(first));
        if (item.Embargo is { } embargo)
        {
            // An empty one means held with no time known.
            output.Start("embargoed");
            if (embargo.Until is { } until) output.Xml.WriteString(Outgoing.Instant(until));
            output.End();
        }

        output.Element("pubStatus", "qcode", "stat:" + item.Status.ToString().ToLowerInvariant());
        foreach (var signal in item.Signals) G2Text.Code(output, "signal", signal);
        foreach (var link in item.Links) Link(link);
        foreach (var gone in item.Cancels) Link("reluri", "http://www.iana.org/assignments/relation/cancels", gone, null);
        output.End();
    }

    private void Link(Link link)
    {
        var (attribute, rel) = link.Rel switch
        {
            "related" => ("rel", "irel:seeAlso"),
            "predecessor-version" => ("rel", "irel:previousVersion"),
            _ => ("reluri", "http://www.iana.org/assignments/relation/" + Uri.EscapeDataString(link.Rel)),
        };
        Link(attribute, rel, link.Href, link.Type);
    }

    private void Link(string attribute, string rel, string target, string? type)
    {
        output.Start("link");
        output.Attribute(attribute, rel);
        output.Attribute(target.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? "href" : "residref", target);
        output.Attribute("contenttype", type);
        output.End();
    }

    private void Party(string element, string? name)
    {
        if (name is null) return;
        output.Start(element);
        output.Element("name", name);
        output.End();
    }
}
