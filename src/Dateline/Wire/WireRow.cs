using Dateline.Foundation.Storage;

namespace Dateline.Wire;

/// <summary>Numbers that grow with time, for the live inbox: microseconds, never twice the same within a process.</summary>
internal static class WireRow
{
    private static long _last;

    public static long Next(DateTimeOffset now)
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(last + 1, Instants.ToMicroseconds(now));
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return next;
        }
    }
}
