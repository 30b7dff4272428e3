namespace Dateline;

/// <summary>The variables of the environment that begin with DATELINE_: a misspelt one isn't passed over in silence, as little as a misspelt setting of the file.</summary>
internal static class EnvironmentNames
{
    private const string Prefix = "DATELINE_";

    /// <summary>What the tests of this program are told, and hand on to the programs they start.</summary>
    private static readonly string[] OfTests = ["TEST_", "SOAK_", "CHROMIUM", "SCHEMAS", "SCREENSHOTS"];

    /// <summary>What Kubernetes tells every container of a service that is named dateline.</summary>
    private static readonly string[] OfNeighbours = ["SERVICE_HOST", "SERVICE_PORT", "PORT"];

    /// <summary>Null, or the sentence about the first that nobody would obey.</summary>
    public static string? Refuse(IEnumerable<string> names, IReadOnlyList<string> settings)
    {
        var unknown = names.Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault(name => !IsKnown(name[Prefix.Length..], settings));
        if (unknown is null) return null;
        var known = settings.Prepend("data").Select(setting => Prefix + setting.ToUpperInvariant()).ToList();
        return $"The environment has {unknown}, which says nothing here. It may have {string.Join(", ", known[..^1])} and {known[^1]}.";
    }

    private static bool IsKnown(string name, IReadOnlyList<string> settings) =>
        name.Equals("data", StringComparison.OrdinalIgnoreCase) || settings.Contains(name, StringComparer.OrdinalIgnoreCase)
        || OfTests.Any(one => name.StartsWith(one, StringComparison.Ordinal))
        || OfNeighbours.Any(one => name == one || name.StartsWith(one + "_", StringComparison.Ordinal));
}
