namespace Dateline.Formats.Xml;

/// <summary>Which names mean what to the structure of a feed, so that a missing closing tag does not swallow the rest.</summary>
internal static class FeedNames
{
    public static bool IsContainer(ReadOnlySpan<char> local) =>
        Is(local, "rss") || Is(local, "RDF") || Is(local, "channel") || Is(local, "feed");

    public static bool IsItem(ReadOnlySpan<char> local) => Is(local, "item") || Is(local, "entry");

    /// <summary>Whether this is a field of an item: where a short text has no closing tag, it ends at the next of these.</summary>
    public static bool IsField(Ns ns, ReadOnlySpan<char> local) => ns switch
    {
        Ns.DublinCore or Ns.DublinCoreTerms or Ns.Content or Ns.Media or Ns.ITunes or Ns.Syndication => true,
        Ns.Own or Ns.Atom => local is "title" or "link" or "description" or "guid" or "pubdate" or "author" or "category" or "comments"
            or "enclosure" or "source" or "id" or "updated" or "published" or "contributor" or "content" or "summary" or "rights"
            or "issued" or "modified" or "created" or "copyright" or "lastbuilddate" or "language" or "generator" or "ttl" or "image" or "docs",
        _ => false,
    };

    /// <summary>Whether an element may contain others, so that what is inside does not end it.</summary>
    public static bool HoldsMarkup(Ns ns, ReadOnlySpan<char> local) => ns switch
    {
        Ns.Own or Ns.Atom => local is "description" or "content" or "summary" or "source" or "author" or "contributor" or "image" or "textinput"
            or "items" or "body" or "div" or "tagline" or "info" or "rights" or "subtitle" or "deleted-entry" or "by"
            || !IsField(ns, local), // the sender's own, which may hold what it likes: <images><image>
        Ns.Content or Ns.Xhtml or Ns.Media or Ns.Tombstone or Ns.WordPress or Ns.Other => true,
        Ns.ITunes => local is "summary" or "owner" or "category",
        _ => local is "subject" or "creator" or "description",
    };

    private static bool Is(ReadOnlySpan<char> local, string name) => local.Equals(name, StringComparison.OrdinalIgnoreCase);
}
