using Dateline.Foundation.Journal;

namespace Dateline.Wire;

/// <summary>One address of a source that the wire asks for news, and how it fares.</summary>
public sealed class Feed : IDue
{
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan LongestInterval = TimeSpan.FromHours(12);

    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    public required string Url { get; set; }

    /// <summary>The edition its items are meant for.</summary>
    public required string Edition { get; set; }

    /// <summary>How often to ask, in seconds, while all is well.</summary>
    public int IntervalSeconds { get; set; } = 120;

    /// <summary>host:port pairs of the inner network that this feed may reach. Only the operator sets it.</summary>
    public string? AllowPrivate { get; set; }

    public string? UserName { get; set; }

    /// <summary>Encrypted by data protection.</summary>
    public string? Password { get; set; }

    public string? ETag { get; set; }

    public string? LastModified { get; set; }

    public bool Paused { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public DateTimeOffset? PolledAt { get; set; }

    public DateTimeOffset? SucceededAt { get; set; }

    public DateTimeOffset? ItemAt { get; set; }

    public int FailuresInARow { get; set; }

    /// <summary>The failure's name (PrivateAddress, TooLarge…); null while it is well.</summary>
    public string? Failure { get; set; }

    /// <summary>What happened, for a person.</summary>
    public string? FailureSentence { get; set; }

    public bool IsHealthy => Failure is null;

    /// <summary>When to ask again after a failure: twice as late each time, up to an hour, spread by a fifth so that feeds don't march in step.</summary>
    public TimeSpan BackOff(double spread) =>
        TimeSpan.FromSeconds(Math.Min(3_600, Math.Max(IntervalSeconds, 15) * Math.Pow(2, Math.Min(FailuresInARow - 1, 12))) * (0.9 + 0.2 * spread));
}
