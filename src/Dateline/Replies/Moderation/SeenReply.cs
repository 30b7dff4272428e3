using System.Globalization;
using Dateline.Foundation.Storage;

namespace Dateline.Replies.Moderation;

/// <summary>A reply and which of its texts a moderator had before them: a verdict is on words that somebody read, not on what its writer put there meanwhile.</summary>
/// <param name="Text">By <see cref="TextOf"/>; 0 for the text that it came with.</param>
internal readonly record struct SeenReply(Guid Id, long Text)
{
    /// <summary>As a form sends it: the identifier alone, or with the text after a point.</summary>
    public override string ToString() => Text == 0 ? $"{Id}" : string.Create(CultureInfo.InvariantCulture, $"{Id}.{Text}");

    public static SeenReply? Parse(string? given) =>
        given?.Split('.') is [var id, .. var rest] && rest.Length <= 1 && Guid.TryParse(id, out var reply) && Number(rest) is { } text ? new SeenReply(reply, text) : null;

    /// <summary>When its writer last changed it, in microseconds since 1970; 0 for a reply that nobody changed.</summary>
    public static long TextOf(DateTimeOffset? editedAt) => editedAt is { } at ? Instants.ToMicroseconds(at) : 0;

    public bool IsTextOf(Reply reply) => Text == TextOf(reply.EditedAt);

    private static long? Number(string[] rest) => rest is [var digits] ? long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var text) ? text : null : 0;
}
