using System.Globalization;
using Dateline.Formats;

namespace Dateline.Wire;

/// <summary>
/// Which version of an item is meant: by the sender's own count, and by the sender's clock. It makes the order in which
/// versions come indifferent, as far as the sender says which is which.
/// </summary>
/// <param name="Number">As the sender counts; null when it isn't a number.</param>
/// <param name="Made">See <see cref="WireIdentity.Made"/>.</param>
internal readonly record struct VersionMark(long? Number, DateTimeOffset? Made)
{
    /// <summary>A count begins with one of these, and so does one that begins anew.</summary>
    private const long First = 1;

    private const int MostDigits = 18;

    public static VersionMark Of(NewsItem news, DateTimeOffset now) => new(NumberOf(news.Version), WireIdentity.Made(news, now));

    /// <summary>The latest version that is known of an item.</summary>
    public static VersionMark Of(WireItem item) => new(item.SourceVersion, item.SourceUpdatedAt);

    /// <summary>
    /// Below nought: older than the other; above: newer; nought: nothing tells. The count decides, and where there is none, or
    /// both have the same, the clock. A count that begins anew is told by its first number with a later time.
    /// </summary>
    public int Against(VersionMark other)
    {
        var byClock = Made is { } made && other.Made is { } theirs ? made.CompareTo(theirs) : 0;
        if (Number is not { } mine || other.Number is not { } others || mine == others) return byClock;
        var byCount = mine.CompareTo(others);
        return Math.Min(mine, others) <= First && byClock == -byCount ? byClock : byCount;
    }

    /// <summary>The sender counts on: newer by a number, and not by a clock that many senders set anew with whatever they write.</summary>
    public bool CountsOn(VersionMark known) => Number is { } mine && mine != known.Number && (known.Number is null ? Against(known) >= 0 : Against(known) > 0);

    public static long? NumberOf(string? version)
    {
        var digits = version.AsSpan().Trim();
        return digits.Length <= MostDigits && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
