using System.Net;
using Dateline.Foundation.Storage;
using Dateline.Replies.Screening;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>How many replies are let through. A house whose readers share a network sets what that may send; a benchmark the rest as well.</summary>
public sealed record SendingLimits
{
    public const int UsualOfNetwork = 6;

    /// <summary>As many as are taken under one story from everybody: more wouldn't let more in.</summary>
    public const int MostOfNetwork = 300;

    /// <summary>Nobody writes at the pace of their quickest minute for an hour.</summary>
    private const int MinutesInAnHour = 10;

    public int NetworkInAMinute { get; init; } = UsualOfNetwork;

    public int NetworkInAnHour { get; init; } = UsualOfNetwork * MinutesInAnHour;

    /// <summary>Under an address: of who proved it more aren't taken; where it was only typed they wait.</summary>
    public int AddressInAMinute { get; init; } = 6;

    public int AddressInAnHour { get; init; } = 30;

    /// <summary>From everybody together: a story that is being talked about, not one that is flooded.</summary>
    public int StoryInAMinute { get; init; } = MostOfNetwork;

    /// <summary>With so many a minute from one network, and ten times as many an hour.</summary>
    public static SendingLimits Of(int network) => new() { NetworkInAMinute = network, NetworkInAnHour = network * MinutesInAnHour };
}

/// <summary>
/// How many replies came in one minute from one sender, under one typed address and under one story. Keyed hashes stand for the
/// first two; rows live for an hour (those of letters that are asked for, for the day that they count). A story's are spread over several rows: on PostgreSQL those who write at once would
/// otherwise wait for one another.
/// </summary>
internal sealed class SendingCount : ICountedRow
{
    public const int MinutesKept = 60;

    /// <summary>Of an address, what one party usually holds of IPv4 and of IPv6.</summary>
    public const int NetworkBits = 24, NetworkBitsV6 = 48;
    private const uint RowsOfStory = 4;

    public required string Key { get; init; }

    public required long Minute { get; init; }

    public int Count { get; set; }

    public static long MinuteOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / 60;

    public static string Network(string key) => "n:" + key;

    /// <summary>Of what anybody types.</summary>
    public static string Address(string key) => "a:" + key;

    /// <summary>Of who proved the address.</summary>
    private static string Proved(string key) => "p:" + key;

    /// <summary>Who is counted: by what nobody can choose for somebody else.</summary>
    public static string Sender(Candidate candidate) => candidate.IsProved ? Proved(candidate.Sender.Address) : Network(candidate.Sender.Network);

    /// <summary>One of the rows that count what comes in under a story.</summary>
    public static string Story(string story, Guid reply) => Story(story, (uint)reply.GetHashCode() % RowsOfStory);

    private static string Story(string story, uint row) => $"s:{story}:{row}";

    // By its key each: of all that was counted in a minute, or under a range of keys, there may be thousands.
    private static readonly Compiled<Func<DatelineDb, string, string, string, string, string, string, long, long, IAsyncEnumerable<SendingCount>>> Concerning = new(() => EF.CompileAsyncQuery(
        (DatelineDb db, string sender, string address, string a, string b, string c, string d, long after, long minute) => db.Set<SendingCount>().AsNoTracking().Where(row =>
            (row.Key == sender && row.Minute > after) || (row.Key == address && row.Minute > after)
            || (row.Key == a && row.Minute == minute) || (row.Key == b && row.Minute == minute) || (row.Key == c && row.Minute == minute) || (row.Key == d && row.Minute == minute))));

    /// <summary>The rows that concern a reply about to come in: of its sender and address those of this hour, of its story those of this minute.</summary>
    public static async Task<IReadOnlyList<SendingCount>> OfHour(DatelineDb db, Candidate candidate, CancellationToken cancel)
    {
        var (minute, story, rows) = (MinuteOf(candidate.Now), candidate.Story.Key, new List<SendingCount>());
        await foreach (var row in Concerning.For(db)(db, Sender(candidate), Address(candidate.Sender.Address), Story(story, 0), Story(story, 1), Story(story, 2), Story(story, 3), minute - MinutesKept, minute).WithCancellation(cancel)) rows.Add(row);
        return rows;
    }

    /// <summary>Counts one more of each key; which of them had too many already. Those are not counted, and then none of the others is.</summary>
    /// <param name="span">So many minutes are counted together, in a row of the last of them: an hour, or a day (UTC). A key has one span.</param>
    public static async Task<IReadOnlyList<string>> Add(DatelineDb db, IReadOnlyDictionary<string, int> most, DateTimeOffset now, CancellationToken cancel, int span = 1)
    {
        var minute = MinuteOf(now) / span * span + span - 1;
        var counts = await CountedRows.AddOne<SendingCount>(db, [.. most.Keys], minute, cancel);
        var full = counts.Where(row => row.Value > most[row.Key]).Select(row => row.Key).ToList();
        if (full.Count == 0) return full;
        var keys = counts.Keys.ToArray();
        await db.Set<SendingCount>().Where(row => keys.Contains(row.Key) && row.Minute == minute)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Count, r => r.Count - 1), cancel);
        return full;
    }

    /// <summary>Counts a reply, or a change of one. Those who come at once are told apart here, within the write: the pipeline counted none of them.</summary>
    public static async Task<bool> IsFull(DatelineDb db, Candidate candidate, SendingLimits limits, CancellationToken cancel) =>
        (await Add(db, Most(candidate, limits), candidate.Now, cancel)).Count > 0;

    /// <summary>The same where writers are many, before the write.</summary>
    public static async Task<bool> IsFullAside(Writes writes, Candidate candidate, SendingLimits limits, CancellationToken cancel)
    {
        var most = Most(candidate, limits);
        var counts = await writes.CountAside<SendingCount>(most.Keys, MinuteOf(candidate.Now), by: 1, cancel);
        if (!counts.Any(row => row.Value > most[row.Key])) return false;
        await TakeBack(writes, candidate, limits); // or whoever is refused would shut others out of the story
        return true;
    }

    /// <summary>What <see cref="IsFullAside"/> counted came to nothing.</summary>
    public static Task TakeBack(Writes writes, Candidate candidate, SendingLimits limits) =>
        writes.CountAside<SendingCount>(Most(candidate, limits).Keys, MinuteOf(candidate.Now), by: -1, CancellationToken.None);

    private static Dictionary<string, int> Most(Candidate candidate, SendingLimits limits)
    {
        var most = new Dictionary<string, int>(3, StringComparer.Ordinal)
        {
            [Sender(candidate)] = candidate.IsProved ? limits.AddressInAMinute : limits.NetworkInAMinute,
            [Story(candidate.Story.Key, candidate.Id)] = limits.StoryInAMinute,
        };
        if (!candidate.IsProved) most[Address(candidate.Sender.Address)] = int.MaxValue; // counted, and nobody is refused for it: it may be somebody else's
        return most;
    }

    /// <summary>Forgets also when nobody writes.</summary>
    public static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel)
    {
        var last = MinuteOf(before);
        return db.Set<SendingCount>().Where(row => row.Minute <= last).OrderBy(row => row.Minute).Take(most).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The network of an address.</summary>
    public static string PartOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, (bytes.Length == 4 ? NetworkBits : NetworkBitsV6) / 8));
    }
}
