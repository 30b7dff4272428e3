namespace Dateline.Formats.Feeds;

/// <summary>
/// What Atom requires and an item hasn't: somebody stands in as its author, the feed's time as the time of its change, that of sending as the
/// feed's own, a name as the code of a subject. It is marked (<c>dcterms:type="stand-in"</c>, an attribute that RFC 4287 section 6.4 lets readers pass over), and our reader
/// takes it for nothing of the item's own.
/// </summary>
internal static class StandIn
{
    private const string Value = "stand-in";

    public static void Mark(XmlFeedOutput output) => output.Xml.WriteAttributeString("type", XmlFeedOutput.Terms, Value);

    public static bool Is(ref Xml.ElementWalker at) => at.Attribute("dcterms:type") == Value;
}
