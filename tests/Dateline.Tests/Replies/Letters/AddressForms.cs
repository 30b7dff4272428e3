using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Tests.Replies.Letters;

/// <summary>
/// An e-mail address as it may get out: itself, written otherwise, its part that names somebody, and what people have taken for hiding it. Of a hash its
/// beginning is looked for: who has a list of addresses needs no more of it.
/// </summary>
internal static class AddressForms
{
    private const int EnoughOfHash = 12;

    public static IEnumerable<string> Of(string address)
    {
        if (address.Length == 0) yield break;
        var bytes = Encoding.UTF8.GetBytes(address);
        yield return address;
        yield return Uri.EscapeDataString(address);
        yield return WebUtility.HtmlEncode(address).Replace("@", "&#64;", StringComparison.Ordinal);
        yield return address[..address.IndexOf('@', StringComparison.Ordinal)];
        yield return address[..3] + "***"; // "mar***@example.org"
        yield return Convert.ToBase64String(bytes).TrimEnd('=');
#pragma warning disable CA5350, CA5351 // MD5 is what Gravatar asks for, SHA-1 what some of its successors do
        foreach (var hash in new[] { MD5.HashData(bytes), SHA1.HashData(bytes), SHA256.HashData(bytes) })
#pragma warning restore CA5350, CA5351
        {
            yield return Convert.ToHexString(hash)[..EnoughOfHash];
            yield return Convert.ToBase64String(hash)[..EnoughOfHash];
            yield return Convert.ToBase64String(hash)[..EnoughOfHash].Replace('+', '-').Replace('/', '_');
        }
    }

    /// <summary>As much of a key of the house's own as tells one sender from another.</summary>
    public static string OfKey(string key) => key[..EnoughOfHash];
}
