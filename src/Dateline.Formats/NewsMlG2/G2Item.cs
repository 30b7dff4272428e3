using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMlG2;

/// <summary>A <c>newsItem</c> or <c>packageItem</c> of NewsML-G2 (2.35 and all before it).</summary>
internal static class G2Item
{
    public static void Read(WireNode item, WireDraft draft, WireCatalog declaredOutside)
    {
        var catalog = declaredOutside;
        if (item.Child("catalog") is not null)
        {
            catalog = new WireCatalog();
            catalog.Declare(item);
        }

        draft.Item.Identity = item.Attribute("guid") ?? item.Attribute("residref");
        draft.Version = item.Attribute("version");
        var content = item.Find("contentmeta");
        draft.Item.Language = Language(content) ?? item.Attribute("xml:lang");
        var kind = "";
        if (item.Find("itemmeta") is { } meta)
        {
            kind = WireCode.Last(WireCode.Of(meta.Child("itemclass"))?.Code);
            G2ItemMeta.Read(meta, draft, catalog);
        }

        G2Credit.Read(item, draft, catalog);
        if (content is not null) G2ContentMeta.Read(content, draft, catalog, kind);
        var hasHeadline = draft.Item.Headline is not null;
        draft.Item.Headline ??= WireText.FirstLine(item.Find("itemmeta")?.All("title") ?? []);
        var contents = item.All("contentset").ToList();
        if (contents.Count == 0 && item.Find("contentset") is { } astray) contents.Add(astray);
        var parts = contents.Count == 0 ? null : new G2Parts(item);
        foreach (var set in contents) G2Content.Read(set, parts!, draft, kind);
        if (item.Find("groupset") is not { } groups) return;
        G2Package.Read(groups, draft);

        // A list of items without a word for readers is for those who make pages of it.
        if (!hasHeadline) draft.Publishable = false;
    }

    // Several: the text's own before that of the metadata or of what a picture says.
    private static string? Language(WireNode? content)
    {
        var languages = content?.All("language").Where(l => l.Attribute("tag") is not null).ToList() ?? [];
        var main = languages.Find(l => l.Attribute("role") is null) ?? languages.FirstOrDefault();
        return main?.Attribute("tag");
    }
}
