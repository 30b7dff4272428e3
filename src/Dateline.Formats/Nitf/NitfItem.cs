using Dateline.Formats.Wires;

namespace Dateline.Formats.Nitf;

/// <summary>A NITF document (2.5 to 3.6), alone or as the content of another format.</summary>
internal static class NitfItem
{
    public static void Read(WireNode nitf, WireDraft draft)
    {
        NitfHead.Read(nitf, draft);
        NitfBodyHead.Read(nitf, draft);
        draft.Item.Language ??= nitf.Attribute("baselang") ?? nitf.Attribute("xml:lang") ?? nitf.Child("body")?.Attribute("xml:lang");
        if ((nitf.Find("body.content") ?? nitf.Child("body")) is not null) draft.Body.Offer(nitf, 1, null);
        NitfHead.Fallbacks(nitf, draft);
    }

    /// <summary>What the document says that its envelope doesn't.</summary>
    public static void ReadEmbedded(WireNode nitf, WireDraft draft)
    {
        NitfBodyHead.Read(nitf, draft);
        NitfHead.Subjects(nitf, draft);
        if (nitf.Find("docdata") is { } document)
        {
            draft.Urgency ??= WireDraft.ReadUrgency(document.Child("urgency")?.Attribute("ed-urg"));
            NitfHead.Guard(document, draft);
            NitfHead.Rights(document, draft);
            NitfHead.Keywords(document, draft);
        }

        draft.Item.Language ??= nitf.Attribute("baselang") ?? nitf.Attribute("xml:lang") ?? nitf.Child("body")?.Attribute("xml:lang");
        NitfHead.Fallbacks(nitf, draft);
    }
}
