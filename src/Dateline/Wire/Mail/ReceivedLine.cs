using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Dateline.Wire.Mail;

/// <summary>
/// A Received field (RFC 5321, section 4.4). The name by which a client greets stands in it as the client said it, with
/// spaces and brackets where the server lets them pass; so nothing that one part of the line says is believed against another.
/// </summary>
internal sealed partial class ReceivedLine(string text)
{
    private readonly string[] _by = [.. By().Matches(text).Select(match => match.Groups["host"].Value.TrimEnd('.'))];
    private readonly IPAddress[] _from = [.. Addresses(text)];

    /// <summary>The own server wrote it, by its name or by that of a host below it.</summary>
    public bool IsBy(string server) =>
        _by.Length > 0 && Array.TrueForAll(_by, host => host.Equals(server, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + server, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// From one of the house's own programs or hosts to another: into a mailbox, back from a scanner, from one that names no client.
    /// To the server itself only from loopback: behind a container's network all the world comes from a private address.
    /// </summary>
    public bool IsWithinTheHouse(string server)
    {
        if (!text.TrimStart().StartsWith("from", StringComparison.OrdinalIgnoreCase)) return true;
        var with = With().Matches(text).Select(match => match.Groups["how"].Value.ToUpperInvariant()).Where(how => how != "CIPHER").ToList(); // "with cipher" tells of a connection
        if (with.Exists(how => how.EndsWith("SMTPA", StringComparison.Ordinal) || how.EndsWith("SMTPSA", StringComparison.Ordinal))) return false; // RFC 3848: somebody who signed in to send
        if (with.Count > 0 && with.TrueForAll(how => how.StartsWith("LMTP", StringComparison.Ordinal))) return true; // RFC 2033, section 5: never across networks
        return _from.Length > 0 && Array.TrueForAll(_from, address => IPAddress.IsLoopback(address) || (IsPrivate(address) && !IsBy(server)));
    }

    private static IEnumerable<IPAddress> Addresses(string text)
    {
        var by = By().Matches(text);
        foreach (var word in (by.Count > 0 ? text[..by[^1].Index] : text).Split(Around, StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? word[5..] : word;
            if ((bare.Contains(':', StringComparison.Ordinal) || bare.Count(letter => letter == '.') == 3) && IPAddress.TryParse(bare, out var address))
                yield return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        }
    }

    private static readonly char[] Around = [' ', '\t', '\r', '\n', '[', ']', '(', ')', '=', ',', ';', '@'];

    private static bool IsPrivate(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal;
        var bytes = address.GetAddressBytes();
        return bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and < 32) || (bytes[0] == 192 && bytes[1] == 168);
    }

    [GeneratedRegex(@"(^|\s)by\s+(?<host>[^\s;()]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex By();

    [GeneratedRegex(@"(^|\s)with\s+(?<how>[^\s;()]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex With();
}
