using System.Collections.Frozen;

namespace Dateline.Formats.Wires;

/// <summary>
/// Elements that stand beside each other in the metadata of an item. Where one of them is found inside another that
/// was never closed, it did not belong there.
/// </summary>
internal static class WireFields
{
    private const string G2 = "newsitem packageitem catalogref catalog hophistory rightsinfo itemmeta contentmeta partmeta contentset groupset assert inlinexml inlinedata remotecontent "
        + "itemclass versioncreated firstcreated embargoed pubstatus signal ednote service profile generator urgency contentcreated contentmodified located infosource creator contributor "
        + "altid language genre keyword subject slugline headline dateline by creditline description copyrightholder copyrightnotice usageterms itemref group";

    private const string NewsMl = "identification newsmanagement newscomponent newslines administrativemetadata descriptivemetadata rightsmetadata contentitem newsidentifier providerid dateid newsitemid "
        + "revisionid publicidentifier namelabel newsitemtype thisrevisioncreated status statuswillchange instruction subheadline byline copyrightline keywordline newsline mediatype mimetype format "
        + "characteristics datacontent subjectcode location property provider source role";

    private const string Nitf = "head body docdata pubdata tobject body.head body.content body.end hedline distributor abstract media doc-id urgency date.issue date.release date.expire doc.copyright doc.rights "
        + "du-key ed-msg del-list key-list revision-history media-reference media-caption media-producer";

    // Parts of an item that stand beside each other, never within.
    private static readonly FrozenSet<string> Sections = Set("itemmeta contentmeta rightsinfo partmeta groupset hophistory contentset newslines administrativemetadata descriptivemetadata rightsmetadata "
        + "newsmanagement identification contentitem newscomponent body body.head body.content body.end head");

    private static readonly FrozenSet<string> Wholes = Set("newsitem packageitem newscomponent nitf html body inlinexml inlinedata datacontent");

    private static readonly FrozenSet<string> Names = Set($"{G2} {NewsMl} {Nitf}");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether this child can be inside that element only because the element was not closed.</summary>
    public static bool IsSwallowed(string child, string inside)
    {
        if (Wholes.Contains(inside)) return false;
        return Sections.Contains(inside) ? Sections.Contains(child) : Names.Contains(child) && !Holds(child, inside);
    }

    // Fields that have fields.
    private static bool Holds(string child, string inside) => inside switch
    {
        "group" => child is "itemref" or "group",
        "docdata" or "tobject" or "newsidentifier" or "media" or "location" or "property" or "characteristics" or "subjectcode" or "instruction" or "statuswillchange" => true,
        "itemref" or "link" => true,
        _ => false,
    };
}
