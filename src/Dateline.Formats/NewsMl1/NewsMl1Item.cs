using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMl1;

/// <summary>A <c>NewsItem</c> of NewsML 1.0 to 1.2: its components, of all depths, gathered into one item.</summary>
internal static class NewsMl1Item
{
    /// <param name="item">The item.</param>
    /// <param name="draft">Takes what it says.</param>
    /// <param name="declaredOutside">Topics that its document names outside of it.</param>
    public static void Read(WireNode item, WireDraft draft, WireNode? declaredOutside)
    {
        Identity(item, draft);
        var topics = new NewsMl1Topics(item, declaredOutside);
        var language = item.Attribute("xml:lang");
        var components = new NewsMl1Components(draft, topics);
        if (item.Find("newsmanagement") is { } management) NewsMl1Management.Read(management, draft);
        foreach (var component in item.Children.Where(c => c.Local == "newscomponent")) components.Read(component, language);
        if (item.Child("newscomponent") is null && item.Find("newscomponent") is { } astray) components.Read(astray, language);
        components.Finish();
        draft.Slugline ??= WireText.Line(item.Find("namelabel"));
        if (draft.Item.Identity is null && item.Find("guid") is { } named) draft.Item.Identity = WireText.Line(named);
    }

    /// <summary>
    /// NewsML 1.2 section 5.5: the public identifier is the URN of the other four parts and ends in the revision,
    /// which is not part of what all versions share.
    /// </summary>
    private static void Identity(WireNode item, WireDraft draft)
    {
        if (item.Find("newsidentifier") is not { } parts) return;
        draft.ProviderId = WireText.Line(parts.Child("providerid")) is { } provider ? InText.Houses.OfHost(provider) : null;
        var revision = parts.Child("revisionid");
        draft.Version = WireText.Line(revision);
        var update = revision?.Attribute("update");
        var name = WireText.Line(parts.Child("newsitemid"));

        // Belga's own items are all number nought, and the component has the number.
        if (name is "0") name = Number(item);
        var written = WireText.Line(parts.Child("publicidentifier"));
        if (written is not null && (name is null || Segments(written) >= 5)) draft.Item.Identity = WithoutRevision(written, draft.Version, update);
        else if (name is not null)
            draft.Item.Identity = $"urn:newsml:{WireText.Line(parts.Child("providerid"))}:{Day(WireText.Line(parts.Child("dateid")))}:{name}";
    }

    private static string? Number(WireNode item)
    {
        foreach (var component in item.All("newscomponent").SelectMany(outer => outer.All("newscomponent")))
            if (component.Attribute("duid") is { Length: > 3 } number) return number;

        return NumberIn(item);
    }

    // Belga's remote desks number the object and not the component.
    private static string? NumberIn(WireNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Local == "property" && "NewsObjectId".Equals(child.Attribute("formalname"), StringComparison.OrdinalIgnoreCase) && child.Attribute("value") is { Length: > 3 } number) return number;
            if (!child.IsText && NumberIn(child) is { } within) return within;
        }

        return null;
    }

    private static int Segments(string urn) => urn.Count(c => c == ':') + 1;

    // Some put the time of the version where the day of the first one belongs.
    private static string Day(string? date) => date is { Length: > 8 } && date.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0 ? date[..8] : date ?? "";

    private static string WithoutRevision(string urn, string? version, string? update)
    {
        if (version is null || Segments(urn) < 6) return urn;
        foreach (var letter in (ReadOnlySpan<string>)[update ?? "", "", "N", "A", "U"])
            if (urn.EndsWith($":{version}{letter}", StringComparison.OrdinalIgnoreCase)) return urn[..^(version.Length + letter.Length + 1)];

        return urn;
    }
}
