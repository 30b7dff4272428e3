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
    public const int LongestName = 200;
    public const int LongestEmail = 256;

    public required string Name { get; set; }

    public required Role Role { get; set; }

    /// <summary>The language that they chose for the desk, BCP 47; null: what their browser asks for.</summary>
    public string? Language { get; set; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>When they last came through the door.</summary>
    public DateTimeOffset? SignedInAt { get; set; }

    /// <summary>Since when an administrator keeps them out; not the pause after wrong passwords (<c>LockoutEnd</c>).</summary>
    public DateTimeOffset? LockedAt { get; set; }

    /// <summary>When they left. The row stays, because records name them; the address and the password don't.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public bool MaySignIn => LockedAt is null && RemovedAt is null;

    /// <summary>A new password: it ends every session, and the pause after wrong ones.</summary>
    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        AccessFailedCount = 0;
        LockoutEnd = null;
        EndSessions();
    }

    /// <summary>A cookie carries the stamp it was made with; one with another stamp is refused.</summary>
    public void EndSessions()
    {
        SecurityStamp = NewStamp();
        Touch();
    }

    /// <summary>With every change: of two who change a person at once, the second looks again.</summary>
    public void Touch() => ConcurrencyStamp = NewStamp();

    public void Remove(DateTimeOffset now)
    {
        RemovedAt = now;
        PasswordHash = null;
        Email = NormalizedEmail = null;
        UserName = NormalizedUserName = $"REMOVED-{Id:N}"; // unique still, and the address is free for a new invitation
        EndSessions();
    }

    private static string NewStamp() => System.Security.Cryptography.RandomNumberGenerator.GetHexString(32);
}
