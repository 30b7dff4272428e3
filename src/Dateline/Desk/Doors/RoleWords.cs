using Dateline.People;

namespace Dateline.Desk.Doors;

/// <summary>Roles as the desk calls them, and what each may.</summary>
internal static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.Journalist => T("Journalist"),
        Role.Editor => T("Editor"),
        Role.Moderator => T("Moderator"),
        Role.Administrator => T("Administrator"),
        _ => role.ToString(),
    };

    /// <summary>Within a sentence: "as editor".</summary>
    public static string Within(Role role) => DeskWords.Language == "en" ? Of(role).ToLowerInvariant() : Of(role);

    /// <summary>The role, and what it may.</summary>
    public static string Whole(Role role) => role switch
    {
        Role.Journalist => T("Journalist: may pick up and write drafts."),
        Role.Editor => T("Editor: may also publish, correct, kill and moderate."),
        Role.Moderator => T("Moderator: may decide on replies."),
        Role.Administrator => T("Administrator: may do everything, with sources, editions and people."),
        _ => role.ToString(),
    };
}
