namespace Dateline.Stories;

/// <summary>Whose story it is. It comes with the pick-up and stays for good: no form changes it, no edit loses it.</summary>
public sealed record Credit
{
    /// <summary>Who wrote it, as readers know them ("PressTV").</summary>
    public required string Source { get; init; }

    /// <summary>The original, where the reader can find it; http or https.</summary>
    public string? SourceUrl { get; init; }

    public string? Distributor { get; init; }

    public string? Provider { get; init; }

    /// <summary>The line the source asks for, when it asks for one.</summary>
    public string? CreditLine { get; init; }

    public string? Byline { get; init; }

    public string? CopyrightHolder { get; init; }

    public string? CopyrightNotice { get; init; }

    public string? UsageTerms { get; init; }

    /// <summary>The chain, oldest first: who wrote it, who distributed it, who carried it to us.</summary>
    public IReadOnlyList<Hop> Hops { get; init; } = [];

    /// <summary>Others who sent us the same story: their names, in the order in which they did. No part of the chain.</summary>
    public IReadOnlyList<string> AlsoCarriedBy { get; init; } = [];

    /// <summary>False when there is nothing a reader could take for a credit.</summary>
    public bool IsWhole => !string.IsNullOrWhiteSpace(Source) && Hops.Count > 0 && Hops.All(hop => !string.IsNullOrWhiteSpace(hop.Name));
}

/// <summary>One station of the chain.</summary>
public sealed record Hop(string Name, HopRole Role, string? Url = null, DateTimeOffset? At = null);

public enum HopRole
{
    Original,
    Distributor,
    Carrier,
}
