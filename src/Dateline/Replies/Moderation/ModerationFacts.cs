using Dateline.Foundation.Journal;

namespace Dateline.Replies.Moderation;

/// <summary>A reader's report was decided on; who reported may want to know.</summary>
public sealed record ReportDecided(Guid Report) : Fact
{
    public override IEnumerable<string> Subjects => [];
}

/// <summary>An appeal was decided on; its writer learns the outcome.</summary>
public sealed record AppealDecided(Guid Appeal) : Fact
{
    public override IEnumerable<string> Subjects => [];
}
