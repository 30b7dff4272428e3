using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dateline.Foundation.Storage;

/// <summary>
/// Instants as whole microseconds since 1970 in UTC. SQLite can't order a DateTimeOffset, and
/// PostgreSQL keeps microseconds: with this converter both engines sort and round alike.
/// </summary>
public sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    instant => Instants.ToMicroseconds(instant), value => Instants.FromMicroseconds(value));

public static class Instants
{
    private const long TicksPerMicrosecond = 10;

    public static long ToMicroseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long value) =>
        new(DateTimeOffset.UnixEpoch.Ticks + value * TicksPerMicrosecond, TimeSpan.Zero);

    extension(TimeProvider clock)
    {
        /// <summary>Now, in UTC, cut to what both engines keep: whole microseconds.</summary>
        public DateTimeOffset Now() => FromMicroseconds(ToMicroseconds(clock.GetUtcNow()));
    }
}
