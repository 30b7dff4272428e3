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

    /// <summary>NewsML-G2 up to 2.35: a <c>newsMessage</c>, or a single <c>newsItem</c> or <c>packageItem</c>.</summary>
    NewsMlG2,

    /// <summary>NewsML 1.0 to 1.2: a <c>NewsML</c> element with its NewsItems.</summary>
    NewsMl1,

    /// <summary>NITF 2.5 to 3.6: a <c>nitf</c> document.</summary>
    Nitf,

    /// <summary>IPTC ninjs 1, 2 or 3, or a dialect of it: an item, a list of items, or an item a line.</summary>
    Ninjs,

    /// <summary>The JSON of The Associated Press's media API.</summary>
    ApJson,

    /// <summary>Posts of WordPress, as its REST interface gives them: <c>/wp-json/wp/v2/posts</c>.</summary>
    WordPress,

    /// <summary>Pieces of the Guardian's content API.</summary>
    Guardian,

    /// <summary>A sitemap with the extension for news: addresses and titles.</summary>
    NewsSitemap,

    /// <summary>The XML of Ritzau's own service: a <c>RBNews</c> element, or a list of them.</summary>
    Ritzau,

    /// <summary>A press release as the distribution service of the Nordic agencies gives it: a <c>release</c> element with an <c>id</c>.</summary>
    Solita,

    /// <summary>IPTC 7901: messages with a service and a serial number, as agencies sent them over telegraph lines.</summary>
    Iptc7901,

    /// <summary>ANPA 1312: the same for the newspapers of North America.</summary>
    Anpa1312,

    /// <summary>Mail (RFC 5322 and MIME), or a folder of it (RFC 4155).</summary>
    Mail,

    /// <summary>A web page; where a feed was expected, an error page or a login wall. Read as one item only where <see cref="NewsReadOptions.Pages"/> says so.</summary>
    Html,

    /// <summary>Plain text: a web page saved as text, or a text alone. Read as one item only where <see cref="NewsReadOptions.Pages"/> says so.</summary>
    Text,
}
