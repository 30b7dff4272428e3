using Dateline.Formats.InText;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMlG2;

/// <summary>The management of a G2 item: <c>itemMeta</c>.</summary>
internal static class G2ItemMeta
{
    public static void Read(WireNode meta, WireDraft draft, WireCatalog catalog)
    {
        draft.VersionCreated = draft.Date(WireText.Line(meta.Child("versioncreated")));
        draft.Item.Created = draft.Date(WireText.Line(meta.Child("firstcreated")));
        if (meta.Child("pubstatus") is { } status) StatusWord.Read(WireCode.Of(status, catalog)?.Written ?? WireText.Line(status), draft, unknown: PubStatus.Withheld);
        if (meta.Child("embargoed") is { } embargo) Embargo(embargo, draft);
        foreach (var signal in meta.All("signal"))
        {
            if ((WireCode.Of(signal, catalog)?.Written ?? WireText.Line(signal)) is { } written) draft.AddSignal(written);

            // A code of the sender's own, with its name beside it.
            if (WireText.Line(signal.Child("name")) is { } name && (KillWords.IsLine(name) || KillWords.InNote(name))) draft.AddSignal("sig:kill");
        }

        if (meta.Child("role") is { } role && WireCode.Last(WireCode.Of(role, catalog)?.Written) is "advisory") draft.Publishable = false;

        foreach (var link in meta.All("link")) Link(link, draft);

        // Infomaker's writer names its authors by links of its own.
        foreach (var link in meta.All("links").SelectMany(links => links.All("link")))
            if (link.Attribute("rel") == "author" && link.Attribute("title") is { } name) draft.Item.AddAuthor(new Author(name));
        var provider = meta.Child("provider");
        draft.Item.Credit = draft.Item.Credit with { Provider = G2Credit.Name(provider, catalog) };

        // edNote is for editors alone, and so is never read into anything that could be printed.
        foreach (var note in meta.All("ednote")) draft.ReadNote(WireText.Line(note));
    }

    // NewsML-G2: an empty <embargoed/> means held with no time known. One that can't be read is held too.
    private static void Embargo(WireNode embargo, WireDraft draft)
    {
        var until = draft.Date(WireText.Line(embargo));
        draft.Embargo = new Embargo(until);
    }

    private static void Link(WireNode link, WireDraft draft)
    {
        var rel = WireCode.Last(link.Attribute("rel") ?? link.Attribute("reluri"));
        var target = link.Attribute("residref") ?? link.Attribute("guidref") ?? link.Attribute("uri") ?? link.Attribute("qcode");
        if (rel is "cancels" or "kills" or "withdraws" or "recalls" or "retracts") draft.AddCancel(target ?? link.Attribute("href"));
        if (link.Attribute("href") is { } href) draft.Item.AddLink(Relation(rel), href, link.Attribute("contenttype"));
        else if (target is not null && Address.Resolve(target, null, draft.Repairs) is { } named) draft.Item.AddReference(new Link(Relation(rel), named, link.Attribute("contenttype")));
    }

    // The IPTC's item relations (irel) in the words of RFC 8288 where it has one for the same.
    private static string Relation(string rel) => rel switch
    {
        "" or "seealso" or "associatedwith" or "relatedto" or "isrelatedto" => "related",
        "previousversion" or "replaces" or "supersedes" or "evolvedfrom" => "predecessor-version",
        "derivedfrom" or "translatedfrom" or "istranslationof" => "original",
        "hastranslation" => "alternate-language",
        "page" or "webpage" or "publishedas" => "alternate",
        _ => rel,
    };
}
