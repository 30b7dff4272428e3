using Dateline.Foundation.Journal;
using Dateline.Stories;

namespace Dateline.Replies;

/// <summary>A reply that the public doesn't see changed: no page shows it, so none is dropped.</summary>
public abstract record UnseenReplyFact(Guid Reply) : Fact
{
    public override IEnumerable<string> Subjects => [];
}

/// <summary>The same of one whose place may be seen: there it is told why it isn't shown.</summary>
/// <param name="PlaceUnder">The key of the story where that is; null for one that never was public.</param>
public abstract record AbsentReplyFact(Guid Reply, string? PlaceUnder) : UnseenReplyFact(Reply)
{
    public override IEnumerable<string> Subjects => PlaceUnder is null ? [] : [Subject.Story(PlaceUnder)];
}

/// <summary>What the readers of a story see changed.</summary>
public abstract record SeenReplyFact(Guid Reply, string StoryKey, string Edition) : Fact
{
    public override IEnumerable<string> Subjects => [Subject.Story(StoryKey)];
}

/// <summary>A reply came in and waits (or a rule has put it away).</summary>
public sealed record ReplyReceived(Guid Reply) : UnseenReplyFact(Reply);

/// <summary>A reply that wasn't public was rejected, or called spam.</summary>
public sealed record ReplyRejected(Guid Reply, string? PlaceUnder = null) : AbsentReplyFact(Reply, PlaceUnder);

/// <summary>A reader says that a public reply shouldn't be there.</summary>
public sealed record ReplyReported(Guid Reply) : UnseenReplyFact(Reply);

/// <summary>The writer of a reply asks that somebody look at it again.</summary>
public sealed record ReplyAppealed(Guid Reply) : UnseenReplyFact(Reply);

/// <summary>A reply that wasn't public waits again.</summary>
public sealed record ReplyReopened(Guid Reply, string? PlaceUnder = null) : AbsentReplyFact(Reply, PlaceUnder);

/// <summary>The writer of a public reply changed its text.</summary>
public sealed record ReplyEdited(Guid Reply, string StoryKey, string Edition) : SeenReplyFact(Reply, StoryKey, Edition);

public sealed record ReplyPublished(Guid Reply, string StoryKey, string Edition) : SeenReplyFact(Reply, StoryKey, Edition);

/// <summary>A public reply stopped being so.</summary>
public sealed record ReplyTakenDown(Guid Reply, string StoryKey, string Edition) : SeenReplyFact(Reply, StoryKey, Edition);

/// <summary>A public reply became an editors' pick or was pinned, or stopped being so.</summary>
public sealed record ReplyMarked(Guid Reply, string StoryKey, string Edition) : SeenReplyFact(Reply, StoryKey, Edition);
