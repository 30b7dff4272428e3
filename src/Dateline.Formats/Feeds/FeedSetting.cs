using Dateline.Formats.InText;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Feeds;

/// <summary>What holds around the items: base address, prefixes, language, and what they inherit from the feed.</summary>
internal sealed class FeedSetting(NewsReadOptions options)
{
    private DateTimeOffset? tomorrow;

    public NewsReadOptions Options { get; } = options;

    /// <summary>A day after the first date was met: what is dated later is dated in the future.</summary>
    public DateTimeOffset Tomorrow => tomorrow ??= Options.Clock.GetUtcNow().AddDays(1);

    public NamespaceScope Scope { get; } = new();

    public NewsFormat Format { get; set; }

    public Uri? BaseUri { get; set; } = options.BaseUri;

    /// <summary>The page of the feed, where it gives an absolute address.</summary>
    public Uri? PageUri
    {
        get
        {
            if (field is null && Head.Head.Link is { } link && link.StartsWith("http", StringComparison.OrdinalIgnoreCase)) field = Uri.TryCreate(link, UriKind.Absolute, out var page) ? page : null;
            return field;
        }
    }

    public string? XmlLanguage { get; set; }

    public HeadDraft Head { get; } = new();

    /// <summary>Whose log-in is whose name, in the export of a site.</summary>
    public Dictionary<string, string> Logins { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes what the trade writes into the text (who, from where, which version) out of it.</summary>
    public NewsItem InText(NewsItem sent) => TextConventions.Apply(sent, Options.Sender ?? Head.Head.Title);

    public bool IsAtom => Format is NewsFormat.Atom or NewsFormat.Atom03;

    /// <summary>Takes over what a container's opening tag says.</summary>
    public void Open(ReadOnlySpan<char> tag)
    {
        var name = Tag.Name(tag[1..]);
        var attributes = tag[(1 + name.Length)..];
        Scope.Declare(attributes, isRoot: Format == NewsFormat.Unknown);
        if (Format == NewsFormat.Unknown) Format = FormatOf(Tag.Local(name), attributes);
        if (TagAttributes.Find(attributes, "xml:base", Head.Repairs) is { } below) BaseUri = Address.Below(BaseUri, below);
        XmlLanguage = TagAttributes.Find(attributes, "xml:lang", Head.Repairs) ?? XmlLanguage;
        if (Format == NewsFormat.Rss && attributes.Length > 8 && Tag.Local(name).Equals("channel", StringComparison.OrdinalIgnoreCase)) Channel(attributes);
        Head.Identity ??= Format == NewsFormat.RssRdf ? TagAttributes.Find(attributes, "rdf:about", Head.Repairs) : null;
    }

    // CDF: a channel says in attributes where its page is and below what its items are.
    private void Channel(ReadOnlySpan<char> attributes)
    {
        if (TagAttributes.Find(attributes, "base", Head.Repairs) is { } below) BaseUri = Address.Below(BaseUri, below);
        if (TagAttributes.Find(attributes, "href", Head.Repairs) is { } page) Head.Set(Head.Head with { Link = Head.Head.Link ?? Address.Resolve(page, BaseUri, Head.Repairs) });
        if (TagAttributes.Find(attributes, "lastmod", Head.Repairs) is { } changed && NewsDate.TryRead(changed, out var at)) Head.Set(Head.Head with { Updated = Head.Head.Updated ?? at });
    }

    /// <summary>The format of a document whose root has this name; unknown if it is no feed's.</summary>
    public static NewsFormat FormatOf(ReadOnlySpan<char> local, ReadOnlySpan<char> attributes)
    {
        Span<char> lower = stackalloc char[Tag.LongestName];
        return lower[..local.ToLowerInvariant(lower)] switch
        {
            "rss" or "channel" or "item" => NewsFormat.Rss,
            "rdf" => NewsFormat.RssRdf,
            "feed" or "entry" => attributes.IndexOf("purl.org/atom/ns", StringComparison.OrdinalIgnoreCase) >= 0 ? NewsFormat.Atom03 : NewsFormat.Atom,
            _ => NewsFormat.Unknown,
        };
    }
}
