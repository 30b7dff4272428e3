using Dateline.Foundation.Storage;
using Dateline.Stories;

namespace Dateline.Desk;

/// <summary>What became of a change to a story: done, refused with a reason, or somebody else was quicker.</summary>
internal sealed record Outcome(Story? Story, Refusal? Refusal = null, bool Conflict = false)
{
    public static Outcome Missing => new(null, new Refusal("missing", T("There is no such story.")));

    public static Refusal NotEditor => new("not-editor", T("The story is published; only an editor may change it."));

    public bool Done => Refusal is null && !Conflict;

    /// <summary>Refused after the change had begun: nothing of it is kept.</summary>
    public static Outcome Undone(DatelineDb db, Story story, Refusal refusal)
    {
        db.ChangeTracker.Clear();
        db.Pending.Clear();
        return new(story, refusal);
    }
}
