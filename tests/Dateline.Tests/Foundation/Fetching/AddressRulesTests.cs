using System.Buffers.Binary;
using System.Net;
using Dateline.Foundation.Fetching;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Foundation.Fetching;

public class AddressRulesTests
{
    // Written down a second time, as first and last address, so that a slip in the table of the program shows.
    private static readonly (string First, string Last)[] Special4 =
    [
        ("0.0.0.0", "0.255.255.255"), ("10.0.0.0", "10.255.255.255"), ("100.64.0.0", "100.127.255.255"), ("127.0.0.0", "127.255.255.255"),
        ("168.63.129.16", "168.63.129.16"), ("169.254.0.0", "169.254.255.255"), ("172.16.0.0", "172.31.255.255"), ("192.0.0.0", "192.0.0.255"),
        ("192.0.2.0", "192.0.2.255"), ("192.88.99.0", "192.88.99.255"), ("192.168.0.0", "192.168.255.255"), ("198.18.0.0", "198.19.255.255"),
        ("198.51.100.0", "198.51.100.255"), ("203.0.113.0", "203.0.113.255"), ("224.0.0.0", "239.255.255.255"), ("240.0.0.0", "255.255.255.255"),
    ];

    private static readonly string[] Special6 =
    [
        "::/128", "::1/128", "::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:2::/48", "2001:10::/28", "2001:20::/28", "2001:db8::/32",
        "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    ];

    public static TheoryData<string, string> Ranges4() => [.. Special4];

    public static TheoryData<string> Ranges6() => [.. Special6];

    [Theory, MemberData(nameof(Ranges4))]
    public void An_IPv4_address_of_a_special_range_is_refused_in_every_disguise(string first, string last)
    {
        var (low, high) = (Number(first), Number(last));
        Prop.ForAll(ArbMap.Default.ArbFor<uint>(), seed =>
        {
            var inside = low + (uint)(seed % ((ulong)high - low + 1));
            return Disguises(inside).Concat(Disguises(low)).Concat(Disguises(high)).All(address => AddressRules.Reach(address) != AddressReach.Public);
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300));
    }

    [Fact]
    public void Any_other_IPv4_address_is_public_also_mapped_and_through_a_translator()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), seed =>
        {
            var number = (uint)(seed * 0x9E37_79B9_7F4A_7C15 >> 32);
            if (Special4.Any(range => number >= Number(range.First) && number <= Number(range.Last))) return true;
            return AddressRules.Reach(Address(number)) == AddressReach.Public
                && AddressRules.Reach(Address(number).MapToIPv6()) == AddressReach.Public
                && AddressRules.Reach(Embedded("64:ff9b::", 12, number)) == AddressReach.Public;
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300));
    }

    [Theory, MemberData(nameof(Ranges6))]
    public void An_IPv6_address_of_a_special_range_is_refused(string network)
    {
        var (prefix, bits) = (IPNetwork.Parse(network).BaseAddress.GetAddressBytes(), IPNetwork.Parse(network).PrefixLength);
        Prop.ForAll(ArbMap.Default.ArbFor<Guid>(), tail =>
        {
            var bytes = tail.ToByteArray();
            for (var bit = 0; bit < bits; bit++)
            {
                var mask = (byte)(0x80 >> (bit % 8));
                bytes[bit / 8] = (byte)((bytes[bit / 8] & ~mask) | (prefix[bit / 8] & mask));
            }

            return AddressRules.Reach(new IPAddress(bytes)) != AddressReach.Public;
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300));
    }

    [Theory]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001:81b::200e")]
    [InlineData("2003::1")]
    [InlineData("64:ff9b::5db8:d822")]
    public void Global_IPv6_addresses_are_public(string address) => Assert.Equal(AddressReach.Public, AddressRules.Reach(IPAddress.Parse(address)));

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.170.2")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("168.63.129.16")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fd20:ce::254")]
    [InlineData("fe80::1%3")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("255.255.255.255")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::10.0.0.1")]
    public void Metadata_and_link_local_addresses_are_out_of_reach_even_where_private_ones_are_allowed(string address) =>
        Assert.Equal(AddressReach.Never, AddressRules.Reach(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("192.168.1.1")]
    [InlineData("::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("::ffff:10.0.0.1")]
    public void Private_addresses_can_be_allowed(string address) => Assert.Equal(AddressReach.Private, AddressRules.Reach(IPAddress.Parse(address)));

    private static IEnumerable<IPAddress> Disguises(uint number) =>
    [
        Address(number),
        Address(number).MapToIPv6(),
        Embedded("::", 12, number),               // IPv4-compatible
        Embedded("64:ff9b::", 12, number),        // NAT64
        Embedded("64:ff9b:1::", 12, number),      // NAT64, local use
        Embedded("2002::1", 2, number),           // 6to4
        Embedded("2001::", 4, number),            // Teredo server
        Embedded("2001::", 12, ~number),          // Teredo client
        Embedded("2a00:1450::5efe:0:0", 12, number),    // ISATAP
        Embedded("2a00:1450::200:5efe:0:0", 12, number),
    ];

    private static uint Number(string address) => BinaryPrimitives.ReadUInt32BigEndian(IPAddress.Parse(address).GetAddressBytes());

    private static IPAddress Address(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return new IPAddress(bytes);
    }

    private static IPAddress Embedded(string prefix, int at, uint number)
    {
        var bytes = IPAddress.Parse(prefix).GetAddressBytes();
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), number);
        return new IPAddress(bytes);
    }
}
