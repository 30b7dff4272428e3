using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Dateline.Foundation.Fetching;

/// <summary>How far an address may be reached.</summary>
internal enum AddressReach
{
    /// <summary>Anybody's: part of the public internet.</summary>
    Public,

    /// <summary>Loopback and private networks: only where the operator allowed this host.</summary>
    Private,

    /// <summary>Metadata, link-local, multicast, reserved, or a tunnel to who knows where: never.</summary>
    Never,
}

/// <summary>
/// The special-purpose address registries of IANA (RFC 6890 and successors) as a decision. For IPv6 the
/// allocated unicast space is allowed and all else refused, so that what is assigned later fails closed.
/// </summary>
internal static class AddressRules
{
    private static readonly (IPNetwork Network, AddressReach Reach)[] V4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), AddressReach.Never),          // "this network", RFC 791; 0.0.0.0 connects to loopback
        (IPNetwork.Parse("10.0.0.0/8"), AddressReach.Private),       // RFC 1918
        (IPNetwork.Parse("100.100.100.200/32"), AddressReach.Never), // metadata of a cloud, inside the shared space
        (IPNetwork.Parse("100.64.0.0/10"), AddressReach.Private),    // shared address space, RFC 6598
        (IPNetwork.Parse("127.0.0.0/8"), AddressReach.Private),      // loopback
        (IPNetwork.Parse("168.63.129.16/32"), AddressReach.Never),   // a cloud's host agent, in public space but local
        (IPNetwork.Parse("169.254.0.0/16"), AddressReach.Never),     // link-local, RFC 3927; metadata of most clouds
        (IPNetwork.Parse("172.16.0.0/12"), AddressReach.Private),    // RFC 1918
        (IPNetwork.Parse("192.0.0.0/24"), AddressReach.Never),       // IETF protocol assignments; metadata of a cloud
        (IPNetwork.Parse("192.0.2.0/24"), AddressReach.Never),       // documentation, RFC 5737
        (IPNetwork.Parse("192.88.99.0/24"), AddressReach.Never),     // 6to4 relays, RFC 7526
        (IPNetwork.Parse("192.168.0.0/16"), AddressReach.Private),   // RFC 1918
        (IPNetwork.Parse("198.18.0.0/15"), AddressReach.Private),    // benchmarking, RFC 2544; also handed out by local proxies
        (IPNetwork.Parse("198.51.100.0/24"), AddressReach.Never),    // documentation
        (IPNetwork.Parse("203.0.113.0/24"), AddressReach.Never),     // documentation
        (IPNetwork.Parse("224.0.0.0/4"), AddressReach.Never),        // multicast
        (IPNetwork.Parse("240.0.0.0/4"), AddressReach.Never),        // reserved, broadcast
    ];

    private static readonly (IPNetwork Network, AddressReach Reach)[] V6 =
    [
        (IPNetwork.Parse("::1/128"), AddressReach.Private),          // loopback
        (IPNetwork.Parse("fd00:ec2::/32"), AddressReach.Never),      // metadata of a cloud, inside the unique local space
        (IPNetwork.Parse("fd20:ce::/32"), AddressReach.Never),       // metadata of another
        (IPNetwork.Parse("fc00::/7"), AddressReach.Private),         // unique local, RFC 4193
        (IPNetwork.Parse("2001::/23"), AddressReach.Never),          // protocol assignments: Teredo, ORCHID, benchmarking
        (IPNetwork.Parse("2001:db8::/32"), AddressReach.Never),      // documentation
        (IPNetwork.Parse("2002::/16"), AddressReach.Never),          // 6to4: an IPv4 address in disguise, deprecated by RFC 7526
        (IPNetwork.Parse("3fff::/20"), AddressReach.Never),          // documentation, RFC 9637
        (IPNetwork.Parse("2000::/3"), AddressReach.Public),          // global unicast: the rest of it
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96"); // RFC 6052; 64:ff9b:1::/48 is not listed: never

    public static AddressReach Reach(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return Look(V4, address, AddressReach.Public);
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0) return AddressReach.Never;
        if (address.IsIPv4MappedToIPv6) return Reach(address.MapToIPv4());

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (Nat64.Contains(address))
        {
            // A DNS64 resolver hands out public IPv4 hosts in this form; a private one through it reaches the translator's network.
            return Reach(new IPAddress(bytes[12..])) == AddressReach.Public ? AddressReach.Public : AddressReach.Never;
        }

        // RFC 5214: an ISATAP interface identifier tunnels to the IPv4 address in its last bytes.
        if ((BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) & ~0x0200_0000u) == 0x0000_5efe) return AddressReach.Never;
        return Look(V6, address, AddressReach.Never);
    }

    private static AddressReach Look((IPNetwork Network, AddressReach Reach)[] table, IPAddress address, AddressReach otherwise)
    {
        foreach (var (network, reach) in table)
            if (network.Contains(address)) return reach;
        return otherwise;
    }
}
