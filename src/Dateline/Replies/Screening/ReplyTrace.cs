using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>
/// What a reply left behind on its way in and what nobody needs for long: by which the same reply sent again, one like it, and
/// others of its network are recognised. Keyed hashes all; rows live for <see cref="Term"/>, or until the reply is erased.
/// </summary>
internal sealed class ReplyTrace
{
    public static readonly TimeSpan Term = TimeSpan.FromDays(14);

    public required Guid ReplyId { get; init; }

    public required Guid StoryId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Keyed hash of sender, story, parent, name, address, text and a time window: a repeated POST is the same reply.</summary>
    public required string RepeatKey { get; init; }

    /// <summary>By <see cref="SenderKeys.Network"/>.</summary>
    public required string NetworkKey { get; init; }

    /// <summary>The bands of its <see cref="Fingerprint"/>; null for a text that is too short to be compared.</summary>
    public long? A { get; set; }

    public long? B { get; set; }

    public long? C { get; set; }

    public long? D { get; set; }

    public long? E { get; set; }

    public byte[]? Sketch { get; set; }

    public void Bear(Fingerprint? print) =>
        (A, B, C, D, E, Sketch) = (print?.A, print?.B, print?.C, print?.D, print?.E, print?.Sketch);

    public static Task<int> Forget(DatelineDb db, DateTimeOffset from, DateTimeOffset before, int most, CancellationToken cancel) =>
        db.Set<ReplyTrace>().Where(trace => trace.At <= before).OrderBy(trace => trace.At).Take(most).ExecuteDeleteAsync(cancel);
}
