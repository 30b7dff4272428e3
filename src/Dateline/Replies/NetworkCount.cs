using System.Net;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>How many replies came from one network of readers in one minute. A keyed hash stands for the network; rows live for an hour.</summary>
internal sealed class NetworkCount
{
    public const int MostInAMinute = 6;
    public const int MostInAnHour = 60;
    public const int MinutesKept = 60;

    public required string Network { get; init; }

    /// <summary>Minutes since 1970.</summary>
    public required long Minute { get; init; }

    public int Count { get; set; }

    public static long MinuteOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 60;

    /// <summary>Counts one more, or says after how long the network may write again.</summary>
    public static async Task<TimeSpan?> Add(DatelineDb db, string network, DateTimeOffset now, CancellationToken cancel)
    {
        var minute = MinuteOf(now);
        var hour = await db.Set<NetworkCount>().AsTracking().Where(row => row.Network == network && row.Minute > minute - MinutesKept)
            .OrderBy(row => row.Minute).ToListAsync(cancel);
        var here = hour.Find(row => row.Minute == minute);
        if (here?.Count >= MostInAMinute) return TimeSpan.FromSeconds(60 - now.ToUnixTimeSeconds() % 60);
        if (hour.Sum(row => row.Count) >= MostInAnHour) return TimeSpan.FromMinutes(Math.Max(1, hour[0].Minute + MinutesKept - minute));
        if (here is null) db.Add(here = new NetworkCount { Network = network, Minute = minute });
        here.Count++;
        return null;
    }

    /// <summary>Forgets the networks also when nobody writes.</summary>
    public static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel)
    {
        var last = MinuteOf(before);
        return db.Set<NetworkCount>().Where(row => row.Minute <= last).OrderBy(row => row.Minute).Take(most).ExecuteDeleteAsync(cancel);
    }

    /// <summary>What one party usually holds of an address: the first 24 bits of IPv4, 48 of IPv6.</summary>
    public static string PartOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, bytes.Length == 4 ? 3 : 6));
    }
}
