using System.Globalization;

namespace Dateline.Foundation.Markup;

/// <summary>
/// An absolute http, https or mailto address: the only kinds a link or picture here can have. There is no other way to
/// make one, so no tree can hold a script.
/// </summary>
public sealed record LinkTarget
{
    public const int MaximumLength = 4096;

    private LinkTarget(string value) => Value = value;

    public string Value { get; }
    public bool IsWeb => Value.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Value;

    /// <summary>Takes an address exactly as written, or not at all.</summary>
    public static LinkTarget? Parse(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Length > MaximumLength || !HasScheme(address)) return null;
        for (var i = 0; i < address.Length; i++)
            if (!MayStand(address, i)) return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme == Uri.UriSchemeMailto)
            return address.Contains('@', StringComparison.Ordinal) ? new LinkTarget(address) : null;
        // "https://bank.example@thief.example/": what stands before the @ exists today only to mislead.
        return uri.Host.Length > 0 && uri.UserInfo.Length == 0 ? new LinkTarget(address) : null;
    }

    /// <summary>Takes an address from a page or feed, where it may be relative or sloppily escaped.</summary>
    public static LinkTarget? Resolve(string? address, Uri? baseUri)
    {
        if (address is null || address.Length > MaximumLength) return null;
        // WHATWG URL 4.4: white space around, and tabs and line ends within, are dropped.
        address = CleanText.Lines(address).Replace("\t", "", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal).Trim();
        if (address.Length == 0) return null;
        if (Parse(address) is { } asWritten) return asWritten;
        if (address[0] == '/' && baseUri is null) return null;       // .NET on Unix reads "/x" as a file address
        var resolved = baseUri is null
            ? Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? absolute : null
            : Uri.TryCreate(baseUri, address, out var joined) ? joined : null;
        return resolved is null ? null : Parse(resolved.AbsoluteUri);
    }

    private static bool HasScheme(string address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    private static bool MayStand(string address, int i)
    {
        var c = address[i];
        if (c < 0x80) return c is > ' ' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '\x7F');
        return CharUnicodeInfo.GetUnicodeCategory(address, i) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherNotAssigned => false,
            // The second half of a pair reports Surrogate when asked alone; so does a lone one, which is refused.
            UnicodeCategory.Surrogate => char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(address[i - 1]),
            _ => true,
        };
    }
}
