using Dateline.People;

namespace Dateline.Desk.Doors;

/// <summary>Roles as the desk calls them, and what each may.</summary>
internal static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.Journalist => "Journalist",
        Role.Editor => "Editor",
        Role.Moderator => "Moderator",
        Role.Administrator => "Administrator",
        _ => role.ToString(),
    };

    public static string May(Role role) => role switch
    {
        Role.Journalist => "pick up and write drafts",
        Role.Editor => "also publish, correct, kill and moderate",
        Role.Moderator => "decide on replies",
        Role.Administrator => "everything, with sources, editions and people",
        _ => "",
    };

    public static IEnumerable<(string Value, string Name)> Choices => Enum.GetValues<Role>().Select(role => (role.ToString(), $"{Of(role)}: {May(role)}"));
}
