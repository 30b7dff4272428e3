namespace Dateline.Replies.Screening;

/// <summary>
/// Nobody speaks for the house by their name alone: one that is that of somebody here or of the agency, however it is spelled in look-alike letters or spaced, one that an eye takes for it (<see cref="NameLikeness"/>), one that has
/// the words of the staff's mark in it, or one that is nothing but an office ("Moderator"), waits. Not that of readers whom moderators trust: they know who that is. The words are what it was found in.
/// </summary>
internal sealed class NamePhase(OwnNames names) : IPhase
{
    public const string Staff = "staff-name";

    public string Name => "name";

    public int Version => 3;

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        if (candidate.IsEdit || candidate.IsTrusted) return this.Pass();
        return await names.In(candidate.Reply.Name, candidate.Now, cancel) is { } found ? this.Hold(Staff, words: [found]) : this.Pass();
    }
}
