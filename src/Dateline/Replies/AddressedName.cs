using System.Text;
using System.Text.RegularExpressions;
using Dateline.Foundation.Markup;

namespace Dateline.Replies;

/// <summary>Names that read like an address: as the text of a link they would say that it leads there.</summary>
internal static partial class AddressedName
{
    /// <summary>A word of it is a host, with or without more, or begins like an address. So does "Dr.Smith", which costs no more than a link.</summary>
    public static bool Reads(string name) => Plain(name) is var plain && (Address().IsMatch(plain) || Host().IsMatch(plain));

    /// <summary>It can't be anything else than an address: a scheme, "www.", a host with a path, a port or somebody's mailbox; beside a website also a host alone.</summary>
    public static bool IsOne(string name, bool besideWebsite) =>
        Plain(name).Trim() is var plain && (Address().IsMatch(plain) || (besideWebsite && !plain.Contains(' ', StringComparison.Ordinal) && Host().IsMatch(plain)));

    /// <summary>Signs that look like those of addresses made so, and what nobody sees taken out.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var rune in Folding.Normal(name).EnumerateRunes())
            if (Rune.IsWhiteSpace(rune)) plain.Append(' ');
            else if (!CleanText.IsUnseen(rune)) plain.Append(rune.Value switch
            {
                0x3002 => ".", // as in hosts' names (UTS 46)
                0x2044 or 0x2215 or 0x29F8 => "/",
                0x2236 or 0xA789 or 0x05C3 => ":",
                _ => rune.ToString(),
            });
        return plain.ToString();
    }

    [GeneratedRegex(@"[a-z]:/|://|(^|[^\p{L}\p{M}\p{N}])www\.[\p{L}\p{N}]|[\p{L}\p{M}\p{N}]\.[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}]{2,}\.?(/|:[0-9])|[^\s]@[\p{L}\p{M}\p{N}-]+\.[\p{L}\p{M}\p{N}]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]\.[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}]{2}|(^|[^0-9.])[0-9]{1,3}(\.[0-9]{1,3}){3}($|[^0-9.])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
