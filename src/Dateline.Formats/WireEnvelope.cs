namespace Dateline.Formats;

/// <summary>Who sends items out, and when: what a message needs to know beside its items.</summary>
/// <param name="Sender">The sender's name. It stands as the provider of items that name none.</param>
/// <param name="Sent">The time of sending; also the time of versions that have none of their own.</param>
public sealed record WireEnvelope(string Sender, DateTimeOffset Sent)
{
    /// <summary>The identity of this transmission.</summary>
    public string? TransmitId { get; init; }

    /// <summary>The priority of this transmission, 1 to 9.</summary>
    public int? Priority { get; init; }

    /// <summary>The sender's own hop, added after the hops that each item went through already.</summary>
    public Hop? OwnHop { get; init; }
}
