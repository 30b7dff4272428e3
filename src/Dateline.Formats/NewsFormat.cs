namespace Dateline.Formats;

/// <summary>A format of news, recognised by its content. See <see cref="FormatDetector"/>.</summary>
public enum NewsFormat
{
    /// <summary>Nothing this library knows.</summary>
    Unknown,

    /// <summary>RSS 0.91 to 0.94 and 2.0: a <c>rss</c> (or bare <c>channel</c>) element.</summary>
    Rss,

    /// <summary>RSS 0.90 and 1.0: an <c>rdf:RDF</c> element with a channel and items.</summary>
    RssRdf,

    /// <summary>Atom 1.0 (RFC 4287): a <c>feed</c> or a single <c>entry</c>.</summary>
    Atom,

    /// <summary>Atom 0.3, the draft that was in wide use before RFC 4287.</summary>
    Atom03,

    /// <summary>JSON Feed 1.0 or 1.1 (jsonfeed.org).</summary>
    JsonFeed,

    /// <summary>A web page; where a feed was expected, an error page or a login wall. Read as one item only where <see cref="NewsReadOptions.Pages"/> says so.</summary>
    Html,

    /// <summary>Plain text: a web page saved as text, or a text alone. Read as one item only where <see cref="NewsReadOptions.Pages"/> says so.</summary>
    Text,
}
