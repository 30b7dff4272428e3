using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Doors;

/// <summary>One try at a password or a code, which was counted as wrong; a right one is taken back.</summary>
internal readonly record struct CountedTry(string Key, long Minute);

/// <summary>
/// Counts wrong passwords and codes per network, in the database, so that all nodes count together: who tries one password on
/// many accounts is slowed down, an office behind one address isn't. An account's own limit stands with the account. A try is counted before
/// it is looked at, or many at once would slip through together. A hash of the network is kept, under a key that lies in the keys folder.
/// </summary>
internal sealed class Knocks(Writes writes, DatelineDbFactory databases, StorageOptions storage, TimeProvider clock)
{
    public const int Most = 30;

    /// <summary>Counted by whole minutes: what came in the first of ten is forgotten up to a minute earlier.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(10);
    private readonly byte[] _key = KeyFile.ReadOrMake(Path.Combine(storage.KeysFolder, "sign-in-networks.key"), () => RandomNumberGenerator.GetBytes(KeyFile.Length));

    /// <summary>Counts a try; null when too many wrong ones came from there lately, and then it isn't to be looked at.</summary>
    public async Task<CountedTry?> Try(IPAddress? from, CancellationToken cancel)
    {
        var (key, minute) = (Convert.ToHexStringLower(HMACSHA256.HashData(_key, Network(from)))[..Knock.KeyLength], MinuteOf(clock.GetUtcNow()));
        await using (var db = databases.Open())
            if (await Wrong(db, key, minute, cancel) >= Most) return null; // who is slowed down costs us no write
        var counted = await writes.Run(async (db, stop) =>
        {
            if (await Wrong(db, key, minute, stop) >= Most) return false;
            await CountedRows.AddOne<Knock>(db, [key], minute, stop);
            return true;
        }, cancel);
        return counted.Value ? new CountedTry(key, minute) : null;
    }

    /// <summary>It was right, or never looked at.</summary>
    public Task TakeBack(CountedTry counted, CancellationToken cancel) => writes.Run((db, stop) =>
        db.Set<Knock>().Where(knock => knock.Key == counted.Key && knock.Minute == counted.Minute && knock.Count > 0).ExecuteUpdateAsync(row => row.SetProperty(knock => knock.Count, knock => knock.Count - 1), stop), cancel);

    private static Task<int> Wrong(DatelineDb db, string key, long minute, CancellationToken cancel)
    {
        var after = minute - (long)Term.TotalMinutes;
        return db.Set<Knock>().Where(knock => knock.Key == key && knock.Minute > after).SumAsync(knock => knock.Count, cancel);
    }

    public static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel)
    {
        var last = MinuteOf(before);
        return db.Set<Knock>().Where(knock => knock.Minute <= last).OrderBy(knock => knock.Minute).Take(most).ExecuteDeleteAsync(cancel);
    }

    private static long MinuteOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 60;

    /// <summary>The /24 or /48 of an address: what one party usually holds.</summary>
    private static byte[] Network(IPAddress? from)
    {
        if (from is null) return [];
        if (from.IsIPv4MappedToIPv6) from = from.MapToIPv4();
        return from.GetAddressBytes()[..(from.AddressFamily == AddressFamily.InterNetwork ? 3 : 6)];
    }
}
