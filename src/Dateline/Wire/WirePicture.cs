using Dateline.Foundation.Journal;

namespace Dateline.Wire;

/// <summary>A picture that an item names, to be fetched, checked and made ours.</summary>
public sealed class WirePicture : IDue
{
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    public required Guid FeedId { get; init; }

    public required string Url { get; init; }

    public string? Caption { get; init; }

    public string? Credit { get; init; }

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public Guid? PictureId { get; set; }

    public string? Failure { get; set; }
}
