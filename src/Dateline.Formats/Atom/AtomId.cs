namespace Dateline.Formats.Atom;

/// <summary>
/// Identities in Atom, which must be IRIs (RFC 4287 section 4.2.6). Those of other formats often are not; they travel
/// as what they are, a text, in a <c>data:</c> IRI, and come back from it.
/// </summary>
internal static class AtomId
{
    private const string Wrapping = "data:,";

    public static string Wrap(string identity) =>
        System.Uri.TryCreate(identity, UriKind.Absolute, out _) && !identity.Contains(' ', StringComparison.Ordinal) && !identity.StartsWith('/') ? identity : Wrapping + System.Uri.EscapeDataString(identity);

    public static string Unwrap(string written) =>
        written.StartsWith(Wrapping, StringComparison.Ordinal) ? System.Uri.UnescapeDataString(written[Wrapping.Length..]) : written;
}
