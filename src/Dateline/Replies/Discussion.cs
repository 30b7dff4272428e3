using Dateline.Foundation.Journal;
using Dateline.Stories;

namespace Dateline.Replies;

public enum DiscussionMode
{
    /// <summary>A reply is public at once, if no phase holds it.</summary>
    Open,

    /// <summary>A reader's first replies wait for a moderator; after that as open.</summary>
    FirstHeld,

    /// <summary>Every reply waits.</summary>
    AllHeld,
    Closed,
}

/// <summary>What holds for the replies of the whole site, an edition, a source's stories or one story. What it leaves open, the wider scope says.</summary>
public sealed class DiscussionRule
{
    public const string Site = "site";
    public const int LongestScope = 80;

    /// <summary><c>site</c>, <c>edition:CODE</c>, <c>source:ID</c> or <c>story:KEY</c>.</summary>
    public required string Scope { get; init; }

    public DiscussionMode? Mode { get; set; }

    /// <summary>How many of a reader's replies must have been approved before the next is public at once.</summary>
    public int? FirstHeld { get; set; }

    /// <summary>Replies close so many days after a story was published; 0: never.</summary>
    public int? CloseAfterDays { get; set; }

    /// <summary>Slow mode: the least time between two replies of one sender under one story; 0: none.</summary>
    public int? SlowSeconds { get; set; }

    /// <summary>Everything waits until then.</summary>
    public DateTimeOffset? CoolUntil { get; set; }

    /// <summary>A reply with more links than these waits.</summary>
    public int? MostLinks { get; set; }

    /// <summary>Who changed it last; what it was before stands in <see cref="Moderation.ModerationAct"/>.</summary>
    public Guid? By { get; set; }

    public DateTimeOffset? At { get; set; }

    public int Version { get; set; } = 1;

    public static string OfEdition(string code) => $"edition:{code}";

    public static string OfSource(Guid source) => $"source:{source:N}";

    public static string OfStory(string key) => $"story:{key}";

    /// <summary>The fact to write with a change.</summary>
    public DiscussionRuleChanged Changed() => new(Scope.Split(':') switch
    {
        ["edition", var code] => Subject.Discussions(code),
        ["source", var id] => Subject.Source(Guid.ParseExact(id, "N")),
        ["story", var key] => Subject.Story(key),
        _ => Subject.House,
    });
}

/// <summary>The rules of a scope changed: the pages under it show a form or none.</summary>
/// <param name="About">The subject that those pages name.</param>
public sealed record DiscussionRuleChanged(string About) : Fact
{
    public override IEnumerable<string> Subjects => [About];
}

/// <summary>What holds for one story's replies.</summary>
public sealed record Discussion(DiscussionMode Mode, int FirstHeld, DateTimeOffset? ClosesAt, TimeSpan Slow, DateTimeOffset? CoolUntil, int MostLinks)
{
    public bool IsOpen(DateTimeOffset now) => Mode != DiscussionMode.Closed && !(ClosesAt <= now);
}
