namespace Dateline.Formats.InText;

/// <summary>The agencies a text names, in the order of the chain: who wrote it, who distributed it, who carried it.</summary>
internal sealed class CreditChain
{
    private static readonly string[] Roles = ["original", "distributor", "carrier"];

    private readonly List<string> names = [];
    private int writers;

    public bool IsEmpty => names.Count == 0;

    /// <summary>Whether a house is named, by whichever of its names.</summary>
    public bool Names(string house)
    {
        foreach (var name in names)
            if (Houses.AreOne(name, house)) return true;

        return false;
    }

    /// <summary>Named where the author is: before the headline, in the byline.</summary>
    public void Wrote(string name)
    {
        if (!Has(name)) names.Insert(writers++, Houses.NameOf(name));
    }

    /// <summary>Who employs the reporter that is named wrote it, whoever else had files for it.</summary>
    public void Employs(string name)
    {
        if (Has(name)) return;
        names.Insert(0, Houses.NameOf(name));
        writers++;
    }

    /// <summary>Named where a text is signed: in the dateline, at the end.</summary>
    public void Signed(string name)
    {
        if (!Has(name)) names.Add(Houses.NameOf(name));
    }

    public void Signed(IReadOnlyList<string> agencies)
    {
        foreach (var agency in InOrder(agencies)) Signed(agency);
    }

    /// <summary>Named at the end: where the sender signs the beginning, or the end says "Source:", that is whose text it carries.</summary>
    public void SignedAtEnd(string name, bool isSource, Signatures signatures)
    {
        if (isSource) Wrote(name);
        else if (names.Count > 0 && writers == 0 && names.TrueForAll(signed => signatures.IsOwn(signed)) && !signatures.IsOwn(name)) Wrote(name);
        else Signed(name);
    }

    public void SignedAtEnd(IReadOnlyList<string> agencies, bool isSource, Signatures signatures)
    {
        foreach (var agency in InOrder(agencies)) SignedAtEnd(agency, isSource, signatures);
    }

    /// <summary>The credit with what it lacked. A name that it has already is not said again.</summary>
    public Credit Complete(Credit? given, string? byline = null)
    {
        var credit = given ?? new Credit();

        // For want of a credit the reporter's name stood there; now there is one.
        if (byline is not null && credit.CreditLine == byline) credit = credit with { CreditLine = null };
        // (sda/afp) in what sda sends: its head names who sent it, the text who wrote it.
        if (credit is { Source: { } sender, Distributor: null, Hops.Count: 0 } && names.Count > 1 && Agencies.IsCarrier(sender) && names.FindIndex(name => Same(name, sender)) > 0) credit = credit with { Source = names[0] };
        // A feed that names itself as the source of what somebody else signed is the carrier.
        var source = credit.Source ?? names[0];
        var others = names.Where(name => !Same(name, source) && !Same(name, credit.Distributor) && !IsCalledSo(name, credit)).ToList();
        var distributor = credit.Distributor ?? others.FirstOrDefault();
        var hops = credit.Hops;
        if (hops.Count == 0 && names.Count > 1) hops = [.. names.Select((name, index) => new Hop(name, Roles[Math.Min(index, Roles.Length - 1)]))];
        else if (hops.Count > 0) hops = [.. hops, .. others.Where(name => !hops.Any(hop => Same(hop.Name, name))).Select(name => new Hop(name))];
        return credit with
        {
            Source = source,
            Distributor = distributor,
            CreditLine = credit.CreditLine ?? string.Join('/', names),
            Hops = hops,
        };
    }

    // NS:RTRS, credited as Reuters, whose text is signed (Reuters): one agency by its code and by its name.
    private static bool IsCalledSo(string name, Credit credit) =>
        credit.Source is { } code && !code.Contains(' ', StringComparison.Ordinal) && code.Length <= 5 && !code.Any(char.IsLower) && !Agencies.IsKnown(code) && name.Length > 3 && char.ToUpperInvariant(name[0]) == code[0]
        && (Same(name, credit.CreditLine) || Same(name, credit.CopyrightHolder) || credit.Provider?.StartsWith(name, StringComparison.OrdinalIgnoreCase) == true);

    // (ats afp), (ANP/RTR/AFP): the services that pass it on stand first.
    private static IEnumerable<string> InOrder(IReadOnlyList<string> agencies) =>
        agencies.Count > 1 && Agencies.IsCarrier(agencies[0]) ? agencies.OrderBy(Agencies.IsCarrier) : agencies;

    private bool Has(string name) => names.Exists(known => Same(known, name));

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase) || (a is not null && b is not null && (Houses.AreOne(a, b) || IsOneHouse(a, b)));

    // ats, SDA-ATS and Keystone-ATS are one agency in its languages.
    private static bool IsOneHouse(string a, string b)
    {
        if (!Agencies.IsCarrier(a) || !Agencies.IsCarrier(b)) return false;
        foreach (var range in a.AsSpan().Split('-'))
            foreach (var other in b.AsSpan().Split('-'))
                if (a.AsSpan()[range].Equals(b.AsSpan()[other], StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }
}
