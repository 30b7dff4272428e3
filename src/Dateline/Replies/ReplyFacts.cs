using Dateline.Foundation.Journal;
using Dateline.Stories;

namespace Dateline.Replies;

/// <summary>A reply came in and is held; the public sees nothing of it.</summary>
public sealed record ReplyReceived(Guid Reply) : Fact
{
    public override IEnumerable<string> Subjects => [];
}

/// <summary>A reply became public, or stopped being so.</summary>
public sealed record ReplyDecided(Guid Reply, string StoryKey) : Fact
{
    public override IEnumerable<string> Subjects => [Subject.Story(StoryKey)];
}
