using System.Globalization;

namespace Dateline.Replies.Threads;

/// <summary>In which order a page shows replies.</summary>
public enum ThreadOrder
{
    /// <summary>As a conversation is read: each reply with what answers it beneath it, the oldest first.</summary>
    Oldest,

    /// <summary>One beside the other, the newest first.</summary>
    Newest,

    /// <summary>Replies to the story, those with the most answers first.</summary>
    Discussed,

    /// <summary>What the editors picked, the latest pick first.</summary>
    Picks,
}

/// <summary>A page of a story's replies, and how many there are in all.</summary>
/// <param name="Pinned">What stands before the others on the first page of each order.</param>
public sealed record ReplyThread(int Count, IReadOnlyList<PublicReply> Replies, ThreadPlace? Next = null, ThreadPlace? Previous = null)
{
    public const int PageSize = 50;
    public static readonly ReplyThread Empty = new(0, []);

    public ThreadOrder Order { get; init; }

    public IReadOnlyList<PublicReply> Pinned { get; init; } = [];

    /// <summary>Whether the editors picked any.</summary>
    public bool HasPicks { get; init; }

    /// <summary>The address beside the story's at which a page of this order begins.</summary>
    public static string Address(ThreadOrder order, ThreadPlace? place = null) =>
        ((order, place) switch
        {
            (ThreadOrder.Oldest, null) => "/replies",
            (ThreadOrder.Oldest, _) => $"/replies?place={place}",
            (_, null) => $"/replies?sort={Word(order)}",
            _ => $"/replies?sort={Word(order)}&place={place}",
        }) + "#replies";

    public static string Word(ThreadOrder order) => order.ToString().ToLowerInvariant();

    public static ThreadOrder Read(string? word) => word switch
    {
        "newest" => ThreadOrder.Newest,
        "discussed" => ThreadOrder.Discussed,
        "picks" => ThreadOrder.Picks,
        _ => ThreadOrder.Oldest,
    };
}

/// <summary>A reply beside which a page begins or ends: by its id, and by the number that its order sorts by.</summary>
/// <param name="Backwards">The page before it, not the one after.</param>
public sealed record ThreadPlace(long Key, Guid Id, bool Backwards = false)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Backwards ? "before-" : "")}{Key}-{Id:N}");

    public static ThreadPlace? Parse(string? text) => text?.Split('-') switch
    {
        ["before", var key, var id] => Read(key, id, backwards: true),
        [var key, var id] => Read(key, id, backwards: false),
        _ => null,
    };

    private static ThreadPlace? Read(string key, string id, bool backwards) =>
        long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 253_402_300_799_000_000 && Guid.TryParseExact(id, "N", out var guid)
            ? new ThreadPlace(number, guid, backwards) : null;
}
