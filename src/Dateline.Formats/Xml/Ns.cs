namespace Dateline.Formats.Xml;

/// <summary>The vocabularies that mean something here.</summary>
internal enum Ns
{
    /// <summary>The feed's own: RSS of any version, or none declared.</summary>
    Own,
    Atom,
    DublinCore,
    DublinCoreTerms,
    Content,
    Media,
    ITunes,
    Syndication,
    Tombstone,
    Xhtml,
    Rdf,
    Xml,
    Feedburner,
    Yandex,
    License,
    ApContent,
    ApManagement,

    /// <summary>What WordPress exports of itself (WXR).</summary>
    WordPress,
    WordPressExcerpt,

    /// <summary>Known to mean nothing here.</summary>
    Other,
}

/// <summary>Which address means which vocabulary, and which prefix does where nobody declared it.</summary>
internal static class Namespaces
{
    public static Ns ByAddress(ReadOnlySpan<char> address)
    {
        // Senders vary the scheme, the last sign and the case; none of it makes another vocabulary.
        Span<char> lower = stackalloc char[100];
        address = address.Trim();
        if (address.Length > lower.Length) return Ns.Other;
        var plain = lower[..address.ToLowerInvariant(lower)].TrimEnd("/#");
        if (plain.StartsWith("https://")) plain = plain["https://".Length..];
        else if (plain.StartsWith("http://")) plain = plain["http://".Length..];
        return plain switch
        {
            "" or "purl.org/rss/1.0" or "my.netscape.com/rdf/simple/0.9" or "my.netscape.com/publish/formats/rss-0.91.dtd"
                or "channel.netscape.com/rdf/simple/0.9" or "backend.userland.com/rss" or "backend.userland.com/rss2"
                or "backend.userland.com/rss091" or "backend.userland.com/rss092" or "blogs.law.harvard.edu/tech/rss" or "cyber.law.harvard.edu/rss" => Ns.Own,
            "www.w3.org/2005/atom" or "purl.org/atom/ns" => Ns.Atom,
            "purl.org/dc/elements/1.1" or "purl.org/dc/elements/1.0" or "purl.org/metadata/dublin_core" or "dublincore.org/documents/dcmi-namespace" => Ns.DublinCore,
            "purl.org/dc/terms" => Ns.DublinCoreTerms,
            "purl.org/rss/1.0/modules/content" => Ns.Content,
            "search.yahoo.com/mrss" => Ns.Media,
            "www.itunes.com/dtds/podcast-1.0.dtd" or "www.itunes.com/dtd/podcast-1.0.dtd" => Ns.ITunes,
            "purl.org/rss/1.0/modules/syndication" => Ns.Syndication,
            "purl.org/atompub/tombstones/1.0" => Ns.Tombstone,
            "www.w3.org/1999/xhtml" => Ns.Xhtml,
            "www.w3.org/1999/02/22-rdf-syntax-ns" => Ns.Rdf,
            "www.w3.org/xml/1998/namespace" => Ns.Xml,
            "backend.userland.com/creativecommonsrssmodule" or "cyber.law.harvard.edu/rss/creativecommonsrssmodule.html" or "web.resource.org/cc" or "creativecommons.org/ns" => Ns.License,
            "ap.org/schemas/03/2005/apcm" => Ns.ApContent,
            "ap.org/schemas/03/2005/apnm" => Ns.ApManagement,
            "wordpress.org/export/1.0" or "wordpress.org/export/1.1" or "wordpress.org/export/1.2" => Ns.WordPress,
            "wordpress.org/export/1.0/excerpt" or "wordpress.org/export/1.1/excerpt" or "wordpress.org/export/1.2/excerpt" => Ns.WordPressExcerpt,
            "news.yandex.ru" => Ns.Yandex,
            "rssnamespace.org/feedburner/ext/1.0" => Ns.Feedburner,
            _ => Ns.Other,
        };
    }

    public static Ns ByConvention(ReadOnlySpan<char> prefix) => prefix switch
    {
        "" => Ns.Own,
        "atom" or "atom10" or "a10" => Ns.Atom,
        "dc" => Ns.DublinCore,
        "dcterms" => Ns.DublinCoreTerms,
        "content" => Ns.Content,
        "media" => Ns.Media,
        "itunes" => Ns.ITunes,
        "sy" => Ns.Syndication,
        "at" => Ns.Tombstone,
        "xhtml" => Ns.Xhtml,
        "rdf" => Ns.Rdf,
        "xml" => Ns.Xml,
        "yandex" => Ns.Yandex,
        "feedburner" => Ns.Feedburner,
        "creativeCommons" or "cc" => Ns.License,
        "apcm" => Ns.ApContent,
        "apnm" => Ns.ApManagement,
        "wp" => Ns.WordPress,
        "excerpt" => Ns.WordPressExcerpt,
        "rss" => Ns.Own,
        _ => Ns.Other,
    };
}
