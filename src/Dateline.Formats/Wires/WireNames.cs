using Dateline.Formats.Xml;

namespace Dateline.Formats.Wires;

/// <summary>The structure of the XML wire formats, as far as a document is cut along it.</summary>
internal sealed class WireNames : CutNames
{
    private static readonly WireNames G2 = new("newsMessage itemSet", "newsItem packageItem conceptItem knowledgeItem planningItem catalogItem", "",
        "newsItem", "rightsInfo itemMeta contentMeta contentSet groupSet");

    private static readonly WireNames NewsMl = new("NewsML", "NewsItem", "NewsComponent", "NewsItem", "Identification NewsManagement NewsComponent");

    private static readonly WireNames Nitf = new("", "nitf", "", "nitf", "head body body.head body.content docdata");

    private static readonly WireNames Sitemap = new("urlset", "url", "", "url", "loc lastmod");

    private static readonly WireNames RitzauNews = new("ArrayOfRBNews", "RBNews", "", "RBNews", "NewsID");

    private static readonly WireNames Releases = new("releases", "release", "", "release", "leadtext publicationDate");

    private readonly string[] containers;
    private readonly string[] items;
    private readonly string item;
    private readonly string[] fields;

    private WireNames(string containers, string items, string holder, string item, string fields)
    {
        this.containers = containers.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        this.items = items.Split(' ');
        this.item = item;
        this.fields = fields.Split(' ');
        Holder = holder;
    }

    // NewsML 1.2 allows a NewsItem in the place of a NewsComponent.
    public override string Holder { get; }

    public override bool HoldersNest => true;

    public static WireNames? Of(NewsFormat format) => format switch
    {
        NewsFormat.NewsMlG2 => G2,
        NewsFormat.NewsMl1 => NewsMl,
        NewsFormat.Nitf => Nitf,
        NewsFormat.NewsSitemap => Sitemap,
        NewsFormat.Ritzau => RitzauNews,
        NewsFormat.Solita => Releases,
        _ => null,
    };

    public override bool IsContainer(ReadOnlySpan<char> name) => IsOneOf(containers, Tag.Local(name));

    public override bool IsItem(ReadOnlySpan<char> name) => IsOneOf(items, Tag.Local(name));

    public override string? ItemAround(ReadOnlySpan<char> name) => IsOneOf(fields, Tag.Local(name)) ? item : null;

    /// <summary>The format of a document in which this tag stands outside of any other.</summary>
    public static NewsFormat FormatOf(ReadOnlySpan<char> local, ReadOnlySpan<char> tag)
    {
        // The two generations of NewsML differ in the case of the first letter alone, where nobody declared a namespace.
        if (local.Equals("NewsItem", StringComparison.OrdinalIgnoreCase))
            return local[0] == 'n' || tag.Contains("iptc.org/std/nar", StringComparison.OrdinalIgnoreCase) ? NewsFormat.NewsMlG2 : NewsFormat.NewsMl1;
        if (G2.IsContainer(local) || G2.IsItem(local) || local is "itemMeta" or "contentMeta") return NewsFormat.NewsMlG2;
        if (NewsMl.IsContainer(local) || local is "NewsManagement" or "NewsEnvelope" or "NewsComponent") return NewsFormat.NewsMl1;

        // Without the extension for news it is a list of pages of any kind.
        if (Sitemap.IsContainer(local) && tag.Contains("sitemap-news", StringComparison.OrdinalIgnoreCase)) return NewsFormat.NewsSitemap;
        if (RitzauNews.IsContainer(local) || RitzauNews.IsItem(local)) return NewsFormat.Ritzau;
        if (local is "release" && tag.Contains(" id=", StringComparison.Ordinal)) return NewsFormat.Solita;
        return Nitf.IsItem(local) || local is "docdata" or "body.head" or "body.content" ? NewsFormat.Nitf : NewsFormat.Unknown;
    }

    private static bool IsOneOf(string[] names, ReadOnlySpan<char> local)
    {
        foreach (var name in names)
            if (local.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }
}
