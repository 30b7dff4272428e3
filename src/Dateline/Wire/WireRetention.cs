using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>What the wire keeps for a time only. Items, their versions as they were read, and what became of them stay.</summary>
internal static class WireRetention
{
    /// <summary>Entries as they were sent: long enough to find out what went wrong with one, or to read it again.</summary>
    public static readonly TimeSpan Raw = TimeSpan.FromDays(30);

    public static readonly TimeSpan Refused = TimeSpan.FromDays(90);

    public static Task<int> ForgetRaw(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<WireVersion>().Where(version => version.ReceivedAt >= from && version.ReceivedAt < before && version.Raw != null)
            .OrderBy(version => version.ReceivedAt).Take(most).ExecuteUpdateAsync(set => set.SetProperty(version => version.Raw, (string?)null), cancel);

    /// <summary>What feeds answered: many times more of it comes, most of it again and again, and newer code of the same week has it.</summary>
    public static readonly TimeSpan Asked = TimeSpan.FromDays(7);

    public static Task<int> ForgetSent(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<SentDocument>().Where(row => row.At < before).OrderBy(row => row.At).Take(most).ExecuteDeleteAsync(cancel);

    public static Task<int> ForgetAsked(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<SentDocument>().Where(row => row.At < before && row.Address != null).OrderBy(row => row.At).Take(most).ExecuteDeleteAsync(cancel);

    public static Task<int> ForgetRefused(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<Quarantined>().Where(row => row.At < before).OrderBy(row => row.At).Take(most).ExecuteDeleteAsync(cancel);
}
