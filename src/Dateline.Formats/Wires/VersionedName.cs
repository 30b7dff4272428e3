namespace Dateline.Formats.Wires;

/// <summary>Names of one version where an identity should stand: <c>urn:newsml:…/2</c>. What all versions share is the name before it.</summary>
internal static class VersionedName
{
    private const int MostDigits = 3;

    /// <summary>The name that all versions share, and the version; null where the name has none.</summary>
    public static (string Name, string Version)? Of(string name)
    {
        if (!name.StartsWith("urn:newsml:", StringComparison.Ordinal) || name.LastIndexOf('/') is not (> 20 and var slash)) return null;
        var version = name[(slash + 1)..];
        return version.Length is > 0 and <= MostDigits && !version.AsSpan().ContainsAnyExceptInRange('0', '9') ? (name[..slash], version) : null;
    }
}
