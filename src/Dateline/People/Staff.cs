using Microsoft.AspNetCore.Identity;

namespace Dateline.People;

/// <summary>What somebody on the staff may do.</summary>
public enum Role
{
    /// <summary>Picks up and writes drafts.</summary>
    Journalist,

    /// <summary>Also publishes, corrects and kills, and may moderate.</summary>
    Editor,

    /// <summary>Decides on replies.</summary>
    Moderator,

    /// <summary>Everything, and the sources, editions and people.</summary>
    Administrator,
}

/// <summary>Somebody who works here. The user name is the e-mail address; it is shown to staff only.</summary>
public sealed class Staff : IdentityUser<Guid>
{
    public required string Name { get; set; }

    public required Role Role { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }
}
