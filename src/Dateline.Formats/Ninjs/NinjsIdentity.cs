namespace Dateline.Formats.Ninjs;

/// <summary>
/// Where ninjs wants more than an item may have, and how our writer and reader agree on it: <c>uri</c> must be an
/// absolute address, and an embargo must have an end.
/// </summary>
internal static class NinjsIdentity
{
    private const string Wrapped = "urn:x-dateline:guid:";

    /// <summary>The role of the address of a story's page among the <c>altIds</c>.</summary>
    public const string PageRole = "page";

    /// <summary>What stands before the relation of another link there.</summary>
    public const string LinkRole = "link:";

    /// <summary>The end of an embargo of which no end is known: whoever doesn't know us holds the item too.</summary>
    public static readonly DateTimeOffset Never = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    public static string? Read(string? uri) =>
        uri is not null && uri.StartsWith(Wrapped, StringComparison.Ordinal) ? Uri.UnescapeDataString(uri[Wrapped.Length..]) : uri;

    public static string Write(string uri) => IsAddress(uri) && !uri.StartsWith(Wrapped, StringComparison.Ordinal) ? uri : Wrapped + Uri.EscapeDataString(uri);

    public static bool IsAddress(string? uri) => uri is not null && Uri.IsWellFormedUriString(uri, UriKind.Absolute);
}
