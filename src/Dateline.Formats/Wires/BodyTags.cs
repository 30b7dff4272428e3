using System.Collections.Frozen;

namespace Dateline.Formats.Wires;

/// <summary>What becomes of an element of a body, XHTML or NITF 3.6, when it is written as HTML.</summary>
internal static class BodyTags
{
    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["hl1"] = "h2",
        ["hl2"] = "h2",
        ["hedline"] = "div",
        ["block"] = "div",
        ["bq"] = "blockquote",
        ["credit"] = "cite",
        ["object.title"] = "cite",
        ["fn"] = "p",
        ["note"] = "div",
        ["byline"] = "p",
        ["copyrite"] = "p",
        ["datasource"] = "p",
        ["tagline"] = "p",
        ["abstract"] = "div",
        ["correction"] = "p",
        ["postaddr"] = "address",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // NITF marks what words mean; the words stay, the marks go. Likewise what surrounds a table.
    private static readonly FrozenSet<string> Unwrapped = Set("person org location city state region country sublocation chron event function money num frac frac-num frac-sep frac-den virtloc lang pronounce "
        + "alt-code name.given name.family nitf-table custom-table nitf-col nitf-colgroup body html inline company series.name byttl caption.body #document datacontent inlinexml inlinedata contentitem nitf body.content delivery.point");

    private static readonly FrozenSet<string> Dropped = Set("head title script style noscript template body.head body.end nitf-table-metadata ednote ed-msg media-metadata rights");

    private static readonly FrozenSet<string> Blocks = Set("p div h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre section article figure hr aside main address");

    // HTML Standard, "void elements", without those whose names mean something else in the wires.
    private static readonly FrozenSet<string> Void = Set("br hr img col input wbr meta embed");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsVoid(string local) => Void.Contains(local);

    public static bool IsBlock(string local) => Blocks.Contains(local) || (Renamed.TryGetValue(local, out var html) && Blocks.Contains(html));

    /// <summary>The name in HTML; null where only the content is passed on.</summary>
    public static string? Name(string local) => Unwrapped.Contains(local) || !IsPlain(local) ? null : Renamed.GetValueOrDefault(local, local);

    // Sections that carry an agency's notes to those who take its copy.
    private static bool IsForEditors(WireNode node) =>
        node.Local is "section" or "div" or "aside" && node.Attribute("class") is { } name
        && name.Split(' ').Any(word => word.ToLowerInvariant() is "notepad" or "notebook" or "ednote" or "editorsnote" or "editors-note" or "internal" or "notizblock");

    /// <summary>What is for editors, or not text at all.</summary>
    public static bool IsDropped(WireNode node)
    {
        if (Dropped.Contains(node.Local) || IsForEditors(node)) return true;
        if (node.Local == "note") return node.Attribute("noteclass") == "editorsnote" || node.Attribute("type") is "editorial" or "editorsnote" or "ednote";

        // Contacts and other lines that a German agency sends within the body, marked as not for the public.
        return node.Attribute("class") is { } classes && (classes.Contains("nonpublic", StringComparison.OrdinalIgnoreCase)
            || classes.Contains("notepad", StringComparison.OrdinalIgnoreCase) || classes.Contains("closingline", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPlain(string local)
    {
        foreach (var c in local)
            if (!char.IsAsciiLetterOrDigit(c)) return false;

        return local.Length is > 0 and < 20;
    }
}
