using System.Security.Cryptography;
using System.Text;

namespace Dateline.Formats.Text;

/// <summary>The identity of what came without one: the same again for the same headline and date (RFC 6920).</summary>
internal static class Identity
{
    /// <param name="headline">The headline.</param>
    /// <param name="instead">What serves where there is none.</param>
    /// <param name="at">When it was made.</param>
    /// <param name="repairs">Where that is said.</param>
    public static string Derived(string? headline, string? instead, DateTimeOffset? at, RepairList repairs)
    {
        repairs.Add("No identity was sent; a hash of headline and date serves.");
        var text = $"{headline ?? instead}\n{at:O}";
        return "ni:///sha-256;" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
