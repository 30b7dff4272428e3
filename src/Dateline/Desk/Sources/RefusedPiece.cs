namespace Dateline.Desk.Sources;

/// <summary>What a source sent and we couldn't take, as its page shows it: how it begins, not the megabytes of it.</summary>
/// <param name="GoesOn">There is more of it than is shown.</param>
/// <param name="IsWhole">All of it is kept, and can be read again.</param>
/// <param name="Gone">Why not, where there is more to say than that it was too long.</param>
/// <param name="Held">It waits for somebody's word alone.</param>
public sealed record RefusedPiece(Guid Id, Guid FeedId, Guid SourceId, string Reason, int Line, string Begins, bool GoesOn, bool IsWhole, string? Gone, bool Held, DateTimeOffset At)
{
    public const int Shown = 160;
}
