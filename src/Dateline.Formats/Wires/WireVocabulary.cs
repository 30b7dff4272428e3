using Dateline.Formats.Feeds;
using Dateline.Formats.NewsMl1;
using Dateline.Formats.NewsMlG2;
using Dateline.Formats.Nitf;
using Dateline.Formats.Ritzau;
using Dateline.Formats.Sitemaps;
using Dateline.Formats.Solita;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Wires;

/// <summary>NewsML-G2, NewsML 1, NITF, Ritzau's and Solita's XML and news sitemaps: each item is made a tree of its own, and read by the rules of its format.</summary>
internal sealed class WireVocabulary : IXmlVocabulary
{
    private readonly FeedSetting setting;
    private readonly WireMessage message;

    private WireVocabulary(FeedSetting setting, WireNames names)
    {
        this.setting = setting;
        message = new WireMessage(setting);
        Names = names;
    }

    public CutNames Names { get; }

    /// <summary>Null where the format is none of these.</summary>
    public static WireVocabulary? For(NewsFormat format, FeedSetting setting)
    {
        if (WireNames.Of(format) is not { } names) return null;
        setting.Format = format;
        return new WireVocabulary(setting, names);
    }

    public void Open(ReadOnlySpan<char> tag)
    {
        // A container says nothing that its items don't say themselves.
    }

    public NewsPart? Beside(ReadOnlySpan<char> raw)
    {
        foreach (var element in WireTree.Read(raw, setting.Head.Repairs).Children) message.Read(element);
        return null;
    }

    public bool TryItem(ReadOnlySpan<char> raw, bool closed, out NewsItem? item)
    {
        item = null;
        var draft = new WireDraft(setting);
        if (!closed) draft.Repairs.Add("The item had no closing tag.");
        var document = WireTree.Read(raw, draft.Repairs);
        var node = document.Children.FirstOrDefault(c => !c.IsText && Names.IsItem(c.Local)) ?? document;
        draft.FindClock = () => DocumentClock.Of(node) ?? message.Clock;
        if (IsNoNews(node.Local) is { } kind)
        {
            setting.Head.RepairOnce($"A {kind} was passed over: it is about news, and none itself.");
            return true;
        }

        if (setting.Format == NewsFormat.NewsSitemap && node.Child("news") is null)
        {
            setting.Head.RepairOnce("A page that isn't said to be news was passed over.");
            return true;
        }

        switch (setting.Format)
        {
            case NewsFormat.NewsMlG2:
                G2Item.Read(node, draft, message.Catalog);
                break;
            case NewsFormat.NewsMl1:
                NewsMl1Item.Read(node, draft, message.Topics);
                break;
            case NewsFormat.NewsSitemap:
                SitemapItem.Read(node, draft);
                break;
            case NewsFormat.Ritzau:
                RitzauItem.Read(node, draft);
                break;
            case NewsFormat.Solita:
                SolitaItem.Read(node, draft);
                break;
            default:
                NitfItem.Read(node, draft);
                break;
        }

        message.Complete(draft);

        // Of a first version some say only when the item was created.
        draft.VersionCreated ??= draft.Item.Updated ?? draft.Item.Published ?? draft.Item.Created;

        // A list of items that neither has a name nor says a word could never be told from another.
        var isNameless = node.Local == "packageitem" && draft.Item is { Identity: null, Headline: null };
        item = isNameless ? null : draft.Finish(raw, evenEmpty: true);
        if (item is not null || node.Local != "packageitem") return item is not null;
        setting.Head.RepairOnce("A packageItem without anything in it was passed over.");
        return true;
    }

    private static string? IsNoNews(string local) => local switch
    {
        "conceptitem" => "conceptItem",
        "knowledgeitem" => "knowledgeItem",
        "planningitem" => "planningItem",
        "catalogitem" => "catalogItem",
        _ => null,
    };
}
