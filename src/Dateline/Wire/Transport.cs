using Dateline.Foundation.Fetching;
using Dateline.Foundation.Storage;

namespace Dateline.Wire;

/// <summary>The ways a wire comes in. All end in the one receive path.</summary>
public enum Transport
{
    /// <summary>We ask an address of the web; a WebSub hub may tell us sooner.</summary>
    Web,

    /// <summary>Somebody puts files into a folder of ours.</summary>
    Drop,

    /// <summary>The partner sends documents to us, signed.</summary>
    Push,

    /// <summary>We read a mailbox.</summary>
    Mail,

    /// <summary>We fetch files from the partner's server.</summary>
    Sftp,
}

/// <summary>How feeds of one transport are asked for news. What is sent to us unasked (push) has none.</summary>
internal interface ICollecting
{
    Transport Transport { get; }

    /// <summary>Asks once and takes what is new. What goes wrong out there comes back as a value.</summary>
    Task<Collected> Collect(Feed feed, CancellationToken cancel);
}

/// <summary>How it went.</summary>
internal sealed record Collected(FetchFailure? Failure)
{
    /// <summary>How many items were new or changed.</summary>
    public int Items { get; init; }

    /// <summary>Not all was taken: ask again at once.</summary>
    public bool More { get; init; }

    /// <summary>How long the sender asks to wait.</summary>
    public TimeSpan? Rest { get; init; }

    /// <summary>How far it got, kept in the same write as the outcome: after all that was taken is durable.</summary>
    public Func<DatelineDb, Feed, CancellationToken, Task>? Remember { get; init; }
}
