namespace Dateline.Formats.Text;

/// <summary>Addresses as found in feeds: relative, broken over lines, or not meant to be followed at all.</summary>
internal static class Address
{
    private const int Longest = 8192;
    private const int LongestBase = 2048;

    /// <summary>The absolute address; the address as sent if there is no base; null if nobody may follow it.</summary>
    public static string? Resolve(string? written, Uri? baseUri, RepairList repairs)
    {
        if (written is null) return null;
        var text = written.AsSpan().Trim();
        if (text.IsEmpty) return null;
        if (text.Length > Longest)
        {
            repairs.Add("An address longer than 8192 characters was left out.");
            return null;
        }

        // The HTML Standard drops tabs and line breaks inside addresses before it looks at the scheme; so must
        // whoever wants to see the same scheme as a browser does.
        var address = text.ContainsAny('\n', '\r', '\t')
            ? text.ToString().ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal)
            : text.Length == written.Length ? written : text.ToString();

        if (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) return address;
        if (Scheme(address) is { } scheme)
        {
            if (scheme.ToLowerInvariant() is "ftp" or "ftps" or "mailto" or "urn" or "tag" or "ni" or "news" or "doi" or "geo" or "xmpp" or "cid" or "mid") return address;
            repairs.Add("An address with a scheme that nobody should follow was left out.");
            return null;
        }

        if (address.StartsWith("//", StringComparison.Ordinal)) return (baseUri?.Scheme ?? "https") + ":" + address;
        return baseUri is not null && Uri.TryCreate(baseUri, address, out var absolute) ? absolute.AbsoluteUri : address;
    }

    /// <summary>The base below another, as <c>xml:base</c> makes it.</summary>
    public static Uri? Below(Uri? outer, string written) =>
        written.Length <= LongestBase && Uri.TryCreate(written.Trim(), UriKind.RelativeOrAbsolute, out var inner)
            ? inner.IsAbsoluteUri && inner.Scheme is "http" or "https" ? inner
            // One below the other without end, each longer than the last.
            : outer is not null && outer.OriginalString.Length + written.Length <= LongestBase && Uri.TryCreate(outer, written.Trim(), out var joined) ? joined : outer
            : outer;

    private static string? Scheme(string address)
    {
        // Control characters before the scheme are ignored by browsers, so they can't hide one here.
        var colon = address.AsSpan().IndexOfAny(":/?#");
        if (colon <= 0 || address[colon] != ':') return null;
        var scheme = address[..colon];
        foreach (var c in scheme)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.') && !char.IsControl(c)) return null;

        return scheme;
    }
}
