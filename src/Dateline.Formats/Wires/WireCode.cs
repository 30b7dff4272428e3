namespace Dateline.Formats.Wires;

/// <summary>A value from a controlled vocabulary, however it was written: QCode, full URI or literal.</summary>
/// <param name="Scheme">The alias, or the URI of the vocabulary; null for a literal.</param>
/// <param name="Code">The code in it.</param>
internal readonly record struct WireCode(string? Scheme, string Code)
{
    private const string NewsCodes = "cv.iptc.org/newscodes/";

    // The aliases of the IPTC's own catalogue, for those of its vocabularies that say something about an item.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mediatopic"] = "medtop",
        ["subjectcode"] = "subj",
        ["genre"] = "genre",
        ["pubstatusg2"] = "stat",
        ["signal"] = "sig",
        ["ninature"] = "ninat",
        ["itemrelation"] = "irel",
        ["rendition"] = "rnd",
        ["hopaction"] = "hopaction",
        ["headlinerole"] = "hlrole",
        ["descriptionrole"] = "drol",
        ["contentprodpartyrole"] = "cpprole",
        ["infosourcerole"] = "isrol",
        ["newsprovider"] = "nprov",
        ["cpnature"] = "cpnat",
        ["newscoveragestatus"] = "ncostat",
    };

    /// <summary>As a QCode, where it has a scheme with an alias.</summary>
    public string Written => Scheme is null ? Code : Scheme.Contains('/', StringComparison.Ordinal) ? Scheme + Code : $"{Scheme}:{Code}";

    /// <summary>Of an element: <c>qcode</c>, <c>uri</c> or <c>literal</c>; null without any.</summary>
    public static WireCode? Of(WireNode? node, WireCatalog? catalog = null)
    {
        if (node is null) return null;
        if (node.Attribute("qcode") is { } qcode) return OfQCode(qcode, catalog);
        if (node.Attribute("uri") is { } uri) return OfUri(uri);
        return node.Attribute("literal") is { } literal ? new WireCode(null, literal) : null;
    }

    public static WireCode OfQCode(string written, WireCatalog? catalog)
    {
        if (written.Contains("://", StringComparison.Ordinal)) return OfUri(written);
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return new WireCode(null, written);
        var alias = written[..colon];
        if (catalog?.Address(alias) is not { } address) return new WireCode(alias, written[(colon + 1)..]);

        // Where the address of the vocabulary ends in no stroke, or the code has one, only the catalogue tells the two apart.
        var (code, separated) = (written[(colon + 1)..], address.EndsWith('/') || !address.Contains(NewsCodes, StringComparison.OrdinalIgnoreCase) ? address : address + "/");
        return OfUri(separated + code) is { Scheme: { } scheme } whole && (scheme == address || !scheme.Contains('/', StringComparison.Ordinal)) ? whole : new WireCode(address, code);
    }

    public static WireCode OfUri(string uri)
    {
        var cut = uri.AsSpan().TrimEnd("/#").LastIndexOfAny('/', '#') + 1;
        if (cut == 0) cut = uri.LastIndexOf(':') + 1;
        var (scheme, code) = (uri[..cut], uri[cut..]);
        var known = scheme.IndexOf(NewsCodes, StringComparison.OrdinalIgnoreCase);
        if (known >= 0 && Aliases.TryGetValue(scheme[(known + NewsCodes.Length)..].TrimEnd('/', '#'), out var alias)) return new WireCode(alias, code);
        return new WireCode(scheme.Length == 0 ? null : scheme, code);
    }

    /// <summary>The last part of a code or role in lower case: <c>usable</c> of <c>stat:usable</c>.</summary>
    public static string Last(string? written) => written is null ? "" : OfQCode(written, null).Code.ToLowerInvariant();
}

/// <summary>The aliases that a document declares in itself.</summary>
internal sealed class WireCatalog
{
    private const int Most = 500;
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);

    /// <summary>Takes over the schemes of the <c>catalog</c> elements directly in this one.</summary>
    public void Declare(WireNode around)
    {
        foreach (var scheme in around.All("catalog").SelectMany(c => c.All("scheme")))
            if (scheme.Attribute("alias") is { } alias && scheme.Attribute("uri") is { } uri && addresses.Count < Most) addresses[alias] = uri;
    }

    public string? Address(string alias) => addresses.GetValueOrDefault(alias);
}
