using System.Globalization;
using Dateline.Formats.InText;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMlG2;

/// <summary>Whose a G2 item is: <c>rightsInfo</c>, <c>infoSource</c>, <c>hopHistory</c>, <c>creditline</c>.</summary>
internal static class G2Credit
{
    public static void Read(WireNode item, WireDraft draft, WireCatalog catalog)
    {
        Rights(item, draft, catalog);
        var hops = item.Find("hophistory")?.All("hop").OrderBy(Sequence).ToList() ?? [];
        foreach (var hop in hops)
            if (Hop(hop, catalog) is { } read) draft.Item.AddHop(read);

        if (item.Find("contentmeta") is not { } content) return;
        Sources(content, draft, catalog, hops.Count == 0);
        draft.Item.Credit = draft.Item.Credit with { CreditLine = WireText.Line(WireText.InLanguage(content.All("creditline"), draft.Item.Language)) };
    }

    /// <summary>The name of a party, however it is given.</summary>
    public static string? Name(WireNode? party, WireCatalog catalog)
    {
        if (party is null) return null;
        var names = party.All("name").ToList();
        var shown = names.Find(n => WireCode.Last(n.Attribute("role")) is "" or "display" or "full") ?? names.FirstOrDefault();
        if (WireText.Line(shown) is { } name) return name;
        if (party.Attribute("literal") is { } literal) return literal;
        return (WireCode.Of(party, catalog)?.Code is { } code ? Houses.NameOf(code) : null) ?? (names.Count == 0 && !WireText.HasElements(party) ? WireText.Line(party) : null);
    }

    private static int Sequence(WireNode hop) => int.TryParse(hop.Attribute("seq"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : int.MaxValue;

    private static Hop? Hop(WireNode hop, WireCatalog catalog)
    {
        if (Name(hop.Child("party"), catalog) is not { } name) return null;
        var actions = hop.All("action").Select(a => WireCode.Of(a, catalog)?.Code ?? WireText.Line(a.Child("name"))).OfType<string>().Distinct().ToList();
        var when = hop.Attribute("timestamp") ?? hop.All("action").Select(a => a.Attribute("timestamp")).FirstOrDefault(t => t is not null);
        return new Hop(name, actions.Count == 0 ? null : string.Join(", ", actions), NewsDate.TryRead(when ?? "", out var at) ? at : null);
    }

    private static void Rights(WireNode item, WireDraft draft, WireCatalog catalog)
    {
        // Rights of a part, such as a picture beside the text, name it by idrefs.
        var all = item.All("rightsinfo").Where(r => r.Attribute("idrefs") is null).ToList();
        if (all.Count == 0 && item.Child("rightsinfo") is null && item.Find("rightsinfo") is { } astray) all.Add(astray);
        foreach (var rights in all)
        {
            var credit = draft.Item.Credit;
            var language = draft.Item.Language;
            var terms = rights.All("usageterms").ToList();
            var chosen = WireText.InLanguage(terms, language);
            var together = terms.Where(t => t.Attribute("xml:lang") == chosen?.Attribute("xml:lang")).Select(WireText.Lines).OfType<string>().Distinct().ToList();
            draft.Item.Credit = credit with
            {
                CopyrightHolder = credit.CopyrightHolder ?? rights.All("copyrightholder").Select(h => Name(h, catalog)).FirstOrDefault(n => n is not null),
                CopyrightNotice = credit.CopyrightNotice ?? WireText.Lines(WireText.InLanguage(rights.All("copyrightnotice"), language))
                    ?? rights.All("copyrightnotice").Select(n => n.Attribute("href")).FirstOrDefault(h => h is not null),
                UsageTerms = credit.UsageTerms ?? (together.Count == 0 ? null : string.Join('\n', together)),
            };
        }
    }

    private static bool IsPage(string? uri) => uri is not null && uri.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !uri.Contains("cv.iptc.org", StringComparison.OrdinalIgnoreCase);

    // The code in an address serves as a name, as vocabularies have it; a site's address has none, and an empty name says that there is none.
    private static string? SourceName(WireNode source, WireCatalog catalog)
    {
        if (!IsPage(source.Attribute("uri")) || source.Attribute("qcode") is not null || source.Attribute("literal") is not null) return Name(source, catalog);
        var isSite = WireCode.OfUri(source.Attribute("uri")!).Scheme is { } scheme && scheme.EndsWith("://", StringComparison.Ordinal);
        var isNameless = (isSite || source.Child("name") is not null) && WireText.FirstLine(source.All("name")) is null;
        return isNameless ? null : Name(source, catalog);
    }

    private static void Sources(WireNode content, WireDraft draft, WireCatalog catalog, bool chain)
    {
        var sources = content.All("infosource").Select(s => (Name: SourceName(s, catalog), Url: s.Attribute("uri"), Role: s.Attribute("role") ?? s.Attribute("roleuri"))).Where(s => s.Name is not null).ToList();

        // An address of the source, and no name of it.
        var page = content.All("infosource").Where(s => SourceName(s, catalog) is null).Select(s => s.Attribute("uri")).FirstOrDefault(IsPage);
        if (sources.Count == 0 && page is not null) draft.Item.Credit = draft.Item.Credit with { SourceUrl = page };
        if (sources.Count == 0) return;
        var roles = sources.ConvertAll(s => WireCode.Last(s.Role));

        // One news agency says origProv for whose work it is, and lists those who enriched and passed it on.
        int Of(params ReadOnlySpan<string> wanted)
        {
            foreach (var role in wanted)
                if (roles.IndexOf(role) is >= 0 and var at) return at;

            return -1;
        }

        var source = Of("origprov", "originfo", "originator", "source", "creator", "");
        var distributor = Of("redistributor", "distributor", "relay", "supplier");
        if (source < 0) source = sources.FindIndex(s => distributor < 0 || s.Name != sources[distributor].Name);
        draft.Item.Credit = draft.Item.Credit with
        {
            Source = source < 0 ? null : sources[source].Name,
            SourceUrl = source < 0 ? page : IsPage(sources[source].Url) ? sources[source].Url : null,
            Distributor = distributor >= 0 && distributor != source ? sources[distributor].Name : null,
        };
        if (!chain || sources.Distinct().Count() <= 2) return;
        foreach (var (name, _, role) in sources) draft.Item.AddHop(new Hop(name!, role is null ? null : WireCode.OfQCode(role, null).Code));
    }
}
