using System.Collections.Frozen;

namespace Dateline.Formats.Pages;

/// <summary>What the elements of HTML are to somebody who looks for a story.</summary>
internal static class PageTags
{
    private static readonly FrozenSet<string> Blocks = Set(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption amp-accordion");

    private static readonly FrozenSet<string> Voids = Set("area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr");

    private static readonly FrozenSet<string> Unread = Set(
        "script style template svg math iframe object embed applet canvas audio video textarea select button noscript head title datalist progress meter map amp-ad amp-embed amp-sidebar amp-social-share amp-consent amp-analytics amp-auto-ads amp-sticky-ad");

    private static readonly FrozenSet<string> Formatting = Set("b big code em font i s small span strike strong sub sup tt u mark ins del cite abbr time q label bdi bdo kbd samp var nobr");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsVoid(string name) => Voids.Contains(name);

    /// <summary>What it holds is no text of the page.</summary>
    public static bool IsUnread(string name) => Unread.Contains(name);

    public static bool IsFormatting(string name) => Formatting.Contains(name);

    public static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    public static bool IsCell(string name) => name is "td" or "th" or "caption";
}
