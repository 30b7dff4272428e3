using System.Net;
using System.Net.Sockets;

namespace Dateline.Desk.Doors;

/// <summary>
/// Counts wrong passwords and codes per network, in this node's memory: who tries one password on many accounts is
/// slowed down, an office behind one address isn't. An account's own limit is kept in the database.
/// </summary>
internal sealed class Knocks(TimeProvider clock)
{
    public const int Most = 30;
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(10);
    private const int MostNetworks = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Until)> _wrong = new(StringComparer.Ordinal);

    public bool MayTry(IPAddress? from)
    {
        lock (_lock) return !_wrong.TryGetValue(Network(from), out var seen) || seen.Until <= clock.GetUtcNow() || seen.Count < Most;
    }

    public void WasWrong(IPAddress? from)
    {
        var now = clock.GetUtcNow();
        var network = Network(from);
        lock (_lock)
        {
            if (_wrong.TryGetValue(network, out var seen) && seen.Until > now)
            {
                _wrong[network] = seen with { Count = seen.Count + 1 };
                return;
            }
            if (_wrong.Count >= MostNetworks)
                foreach (var (old, until) in _wrong.Select(entry => (entry.Key, entry.Value.Until)).OrderBy(entry => entry.Until).Take(MostNetworks / 10).ToList()) _wrong.Remove(old);
            _wrong[network] = (1, now + Term);
        }
    }

    /// <summary>The /24 or /48 of an address: what one party usually holds.</summary>
    internal static string Network(IPAddress? from)
    {
        if (from is null) return "";
        if (from.IsIPv4MappedToIPv6) from = from.MapToIPv4();
        var bytes = from.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, from.AddressFamily == AddressFamily.InterNetwork ? 3 : 6));
    }
}
