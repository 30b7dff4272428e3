using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMlG2;

/// <summary>What a package holds: the references of its groups, in their order, as links of relation <c>item</c> (RFC 6573).</summary>
internal static class G2Package
{
    public static void Read(WireNode groups, WireDraft draft)
    {
        foreach (var group in groups.All("group")) Group(group, draft);
    }

    private static void Group(WireNode group, WireDraft draft)
    {
        foreach (var child in group.Children)
        {
            if (child.Local == "group") Group(child, draft);
            if (child.Local != "itemref") continue;
            var type = child.Attribute("contenttype");
            if (child.Attribute("href") is { } href) draft.Item.AddLink("item", href, type);
            else if (Address.Resolve(child.Attribute("residref") ?? child.Attribute("guidref"), null, draft.Repairs) is { } named) draft.Item.AddReference(new Link("item", named, type));
        }
    }
}
